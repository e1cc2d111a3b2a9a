"""The check digits of a machine-readable zone: computed, compared, and used to test a repair."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase, digits

from tenun.domain.identifiers.mrz_layout import Layout, cut

FILLER = "<"
ALPHABET = frozenset(digits + ascii_uppercase + FILLER)
_VALUES = {sign: value for value, sign in enumerate(digits + ascii_uppercase)} | {FILLER: 0}
_WEIGHTS = (7, 3, 1)

LONG_WITH_FILLER = "long_number_with_filler"
LONG_WITHOUT_FILLER = "long_number_without_filler"


@dataclass(frozen=True, slots=True)
class Number:
    """The document number, also when it runs on into the optional field, and what is left of that field."""

    text: str
    optional: str
    agrees: bool
    convention: str | None = None


def check_digit(text: str) -> str:
    """The check digit of `text`: weights 7, 3, 1 repeating, sum modulo 10 (ICAO 9303 part 3).

    0-9 count as themselves, A-Z as 10 to 35, the filler as 0. Raises `ValueError` for another character.

    >>> check_digit("520727")
    '3'
    """
    try:
        total = sum(_VALUES[sign] * _WEIGHTS[index % 3] for index, sign in enumerate(text))
    except KeyError as sign:
        raise ValueError(f"no character of a machine-readable zone: {sign}") from None
    return str(total % 10)


def read_number(layout: Layout, lines: tuple[str, ...]) -> Number:
    """The document number with its check.

    On TD1 and TD2 a filler in the check digit's place means that the number runs on at the start of the
    optional field and that its last character there is the check digit. Issuers compute that digit with or
    without the filler between the two parts; either is accepted and the convention is named.
    """
    first, digit, rest = (cut(lines, layout.places[name]) for name in ("number", "number_check", "optional"))
    tail, _, optional = rest.partition(FILLER)
    if layout.format == "TD3" or digit != FILLER or len(tail) < 2:
        return Number(first.rstrip(FILLER), rest.strip(FILLER), check_digit(first) == digit)
    number = first + tail[:-1]
    without_filler = check_digit(number) == tail[-1]
    with_filler = check_digit(first + FILLER + tail[:-1]) == tail[-1]
    convention = LONG_WITHOUT_FILLER if without_filler else LONG_WITH_FILLER if with_filler else None
    return Number(number, optional.strip(FILLER), convention is not None, convention)


def read_checks(layout: Layout, lines: tuple[str, ...]) -> Mapping[str, bool | None]:
    """Every check by name; `optional` is `None` where the format has no such digit (TD1, TD2)."""
    covered = "".join(cut(lines, place) for place in layout.composite)
    return {
        "number": read_number(layout, lines).agrees,
        "birth_date": _agrees(layout, lines, "birth_date"),
        "expiry": _agrees(layout, lines, "expiry"),
        "optional": _agrees(layout, lines, "optional") if "optional_check" in layout.places else None,
        "composite": check_digit(covered) == cut(lines, layout.places["composite_check"]),
    }


def all_right(checks: Mapping[str, bool | None]) -> bool:
    """Whether no check fails."""
    return False not in checks.values()


def _agrees(layout: Layout, lines: tuple[str, ...], name: str) -> bool:
    """Compare one field with its digit; beside an empty field the digit may be a filler instead of 0."""
    text, digit = cut(lines, layout.places[name]), cut(lines, layout.places[f"{name}_check"])
    return digit == check_digit(text) or (digit == FILLER and not text.strip(FILLER))
