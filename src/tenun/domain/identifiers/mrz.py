"""The machine-readable zone of passports and cards, read exactly by ICAO 9303, because its check digits are
the only test of a passport number that works at a desk without network."""

import unicodedata
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tenun.domain.identifiers.mrz_checks import ALPHABET, FILLER, check_digit, read_checks, read_number
from tenun.domain.identifiers.mrz_layout import Layout, MrzFormat, cut, layout_of
from tenun.domain.identifiers.mrz_repair import Repair, misplaced, propose

__all__ = [
    "Mrz",
    "MrzFields",
    "Repair",
    "agrees_with_name",
    "check_digit",
    "name_words",
    "read_mrz",
    "write_td3",
]

CHECKS = ("number", "birth_date", "expiry", "optional", "composite")
_NAME_WIDTH_TD3 = 39
_HALF_CENTURY = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class MrzFields:
    """The fields as read, never as repaired. `sex` is M or F, as the zone prints it; `None` is unstated."""

    document_code: str | None = None
    issuer: str | None = None
    number: str | None = None
    nationality: str | None = None
    birth_date: date | None = None
    sex: str | None = None
    expiry: date | None = None
    surname: str | None = None
    given_names: str | None = None
    optional: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The shape of the command-line contract."""
        return {
            "document_code": self.document_code,
            "issuer": self.issuer,
            "number": self.number,
            "nationality": self.nationality,
            "birth_date": self.birth_date.isoformat() if self.birth_date else None,
            "sex": self.sex,
            "expiry": self.expiry.isoformat() if self.expiry else None,
            "surname": self.surname,
            "given_names": self.given_names,
            "optional": self.optional,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Mrz:
    """A zone as read. `birth_range` is the first and last possible birth date, also when a day is unknown."""

    format: MrzFormat | None = None
    checks: Mapping[str, bool | None] = field(default_factory=lambda: dict.fromkeys(CHECKS))
    fields: MrzFields = MrzFields()
    birth_range: tuple[date, date] | None = None
    repairs: tuple[Repair, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether every check digit is right and nothing else is wrong; notes do not count."""
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        """The shape of the command-line contract, and `notes`."""
        return {
            "format": self.format,
            "valid": self.valid,
            "checks": dict(self.checks),
            "fields": self.fields.to_json(),
            "repairs": [each.to_json() for each in self.repairs],
            "problems": list(self.problems),
            "notes": list(self.notes),
        }


def read_mrz(lines: Sequence[str], *, on: date) -> Mrz:
    """Read two or three lines as they stand; capitals and outer spaces apart nothing is changed.

    Two-digit years: a birth never lies after `on`; an expiry lies between 50 years before and 49 years after
    it (in 2026: 1976 to 2075). Problems: `line_length`, `characters`, `document_code`, `misplaced_<field>`
    (a letter where a digit must stand, or the reverse), `<check>_check`, `birth_date_impossible`,
    `expiry_impossible`, `sex_impossible`, `name_missing`. Notes: `birth_day_unknown`, `birth_month_unknown`,
    `birth_year_unknown`, `expiry_not_stated`, `one_word_name`, `name_cut`, `long_number_with_filler`,
    `long_number_without_filler`, `repair_ambiguous`. Repairs are proposals and touch no field.
    """
    cleaned = tuple(line.strip().upper() for line in lines)
    layout = layout_of(cleaned)
    if layout is None:
        return Mrz(problems=("line_length",))
    if not ALPHABET.issuperset("".join(cleaned)):
        return Mrz(format=layout.format, problems=("characters",))
    return _read(layout, cleaned, on)


def _read(layout: Layout, lines: tuple[str, ...], on: date) -> Mrz:
    raw = {name: cut(lines, place) for name, place in layout.places.items()}
    checks = read_checks(layout, lines)
    number = read_number(layout, lines)
    problems = [] if raw["document_code"][0] in layout.document_letters else ["document_code"]
    wrong_places = misplaced(layout, lines)
    problems += [f"misplaced_{name}" for name in wrong_places]
    problems += [f"{name}_check" for name in CHECKS if checks[name] is False]
    notes = [number.convention] if number.convention else []

    birth_range, birth_notes = _read_birth(raw["birth_date"], on)
    expiry = _read_expiry(raw["expiry"], on)
    if birth_range is None and "birth_year_unknown" not in birth_notes:
        problems.append("birth_date_impossible")
    if expiry is None and raw["expiry"].strip(FILLER):
        problems.append("expiry_impossible")
    if raw["sex"] not in "MF<":
        problems.append("sex_impossible")
    surname, given_names, name_notes = _read_name(raw["name"])
    if not surname and not given_names:
        problems.append("name_missing")
    notes += [*birth_notes, *([] if raw["expiry"].strip(FILLER) else ["expiry_not_stated"]), *name_notes]

    needs_repair = bool(wrong_places) or False in checks.values()
    repairs, ambiguous = propose(layout, lines) if needs_repair else ((), False)
    if ambiguous:
        notes.append("repair_ambiguous")
    optional = " ".join(filter(None, (number.optional, raw.get("optional_2", "").strip(FILLER))))
    fields = MrzFields(
        document_code=raw["document_code"].rstrip(FILLER),
        issuer=raw["issuer"].rstrip(FILLER),
        number=number.text,
        nationality=raw["nationality"].rstrip(FILLER),
        birth_date=birth_range[0] if birth_range and birth_range[0] == birth_range[1] else None,
        sex=raw["sex"] if raw["sex"] in "MF" else None,
        expiry=expiry,
        surname=surname,
        given_names=given_names,
        optional=optional,
    )
    return Mrz(
        format=layout.format,
        checks=checks,
        fields=fields,
        birth_range=birth_range,
        repairs=repairs,
        problems=tuple(problems),
        notes=tuple(notes),
    )


def _read_birth(text: str, on: date) -> tuple[tuple[date, date] | None, list[str]]:
    """First and last possible day; an unknown day or month is written as fillers (ICAO 9303 part 3)."""
    year, month, day = text[:2], text[2:4], text[4:]
    blank = FILLER * 2
    if year == blank:
        return None, ["birth_year_unknown"]
    notes = [f"birth_{part}_unknown" for part, value in (("month", month), ("day", day)) if value == blank]
    found = []
    for century in (2000, 1900):
        try:
            months = (1, 12) if month == blank else (_number(month), _number(month))
            full_year = century + _number(year)
            last_day = monthrange(full_year, months[1])[1] if day == blank else _number(day)
            first = date(full_year, months[0], 1 if day == blank else last_day)
            found.append((first, date(full_year, months[1], last_day)))
        except ValueError:
            continue
    return next(((first, last) for first, last in found if first <= on), None), notes


def _read_expiry(text: str, on: date) -> date | None:
    try:
        year = (_number(text[:2]) - (on.year - _HALF_CENTURY)) % 100 + on.year - _HALF_CENTURY
        return date(year, _number(text[2:4]), _number(text[4:]))
    except ValueError:
        return None


def _number(text: str) -> int:
    """Two digits as a number. Raises `ValueError` when a letter or filler stands among them."""
    return int(text)


def _read_name(text: str) -> tuple[str, str, list[str]]:
    """Primary and secondary identifier; a name without `<<` is all primary (a one-word or one-part name)."""
    primary, _, secondary = text.partition(FILLER * 2)
    surname, given_names = (" ".join(part.replace(FILLER, " ").split()) for part in (primary, secondary))
    notes = ["one_word_name"] if len(f"{surname} {given_names}".split()) == 1 else []
    if text[-1] != FILLER:
        notes.append("name_cut")
    return surname, given_names, notes


def name_words(mrz: Mrz) -> frozenset[str]:
    """The words of the name in capitals. Which part Indonesia prints first is not confirmed by a source, so
    names are compared as sets of words (handbook documents, C4)."""
    return frozenset(f"{mrz.fields.surname or ''} {mrz.fields.given_names or ''}".split())


def agrees_with_name(mrz: Mrz, printed: str) -> bool:
    """Whether the zone holds the words of the printed name, in any order.

    A name that fills its field may be cut at the end: then its last word needs only to begin like a printed
    word that is not yet spoken for, and words after it may be missing.
    """
    words = f"{mrz.fields.surname or ''} {mrz.fields.given_names or ''}".split()
    wanted = set(_to_mrz_alphabet(printed).replace(FILLER, " ").split())
    if "name_cut" not in mrz.notes or set(words) == wanted:
        return set(words) == wanted
    whole, last = set(words[:-1]), words[-1]
    return whole <= wanted and any(word.startswith(last) for word in wanted - whole)


def write_td3(
    *,
    number: str,
    birth_date: date,
    sex: str,
    expiry: date,
    surname: str,
    given_names: str = "",
    issuer: str = "IDN",
    nationality: str = "IDN",
    optional: str = "",
    document_code: str = "P",
) -> tuple[str, str]:
    """The two lines of a passport, for tests, demonstrations and comparison with what was read.

    `sex` is M, F or `<`. Accents are dropped, apostrophes vanish, other signs become fillers; a name longer
    than 39 characters is simply cut; beside empty optional data the check digit is a filler. Raises
    `ValueError` when number or optional data do not fit.
    """
    name = FILLER * 2 if given_names.strip() else ""
    name = f"{_to_mrz_alphabet(surname)}{name}{_to_mrz_alphabet(given_names)}"
    first = f"{document_code:<<2}{issuer:<<3}{name[:_NAME_WIDTH_TD3]:<<{_NAME_WIDTH_TD3}}"
    if len(number) > 9 or len(optional) > 14:
        raise ValueError("a TD3 holds nine characters of number and fourteen of optional data")
    numbered = _with_digit(f"{number.upper():<<9}")
    born, ends = _with_digit(f"{birth_date:%y%m%d}"), _with_digit(f"{expiry:%y%m%d}")
    extra = _with_digit(f"{optional.upper():<<14}") if optional else FILLER * 15
    digit = check_digit(f"{numbered}{born}{ends}{extra}")
    return first, f"{numbered}{nationality:<<3}{born}{sex}{ends}{extra}{digit}"


def _with_digit(text: str) -> str:
    return text + check_digit(text)


def _to_mrz_alphabet(text: str) -> str:
    """Capitals A-Z with single fillers between words (ICAO 9303 part 3, without its national letters)."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    plain = plain.upper().replace("'", "").replace("’", "")
    return FILLER.join("".join(sign if "A" <= sign <= "Z" else " " for sign in plain).split())
