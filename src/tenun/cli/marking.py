"""What two papers say differently, made visible: the differing letter in brackets, a private number hidden."""

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest
from types import MappingProxyType

from rich.text import Text

from tenun.domain.identifiers.names import compare_names
from tenun.domain.words import Language, Words

_NAMES = frozenset({"name", "birth_place", "mother_name", "father_name"})
PRIVATE = frozenset({"nik", "kk_number", "passport_number"})
"""Fields whose numbers are hidden at the counter; each side then shows the signs in which it differs."""

_DAYS = frozenset({"birth_date", "passport_expiry"})
_CODES: Mapping[str, Words] = MappingProxyType(
    {
        "L": Words("laki-laki", "male"),
        "P": Words("perempuan", "female"),
        "belum_kawin": Words("belum kawin", "single"),
        "kawin": Words("kawin", "married"),
        "cerai_hidup": Words("cerai hidup", "divorced"),
        "cerai_mati": Words("cerai mati", "widowed"),
    }
)
"""Codes of a spreadsheet that a mismatch can hold, in words."""

_HIDDEN, _NOTHING = "•", "_"


def marked(field: str, value: str, right: str, language: Language) -> Text:
    """The value as a paper prints it, what differs from `right` in red brackets, which also show without colour.

    A NIK, KK or passport number is shown only where it differs, for many eyes see a counter's screen.
    """
    if field in _NAMES:
        return _marked_name(value, right)
    if field in PRIVATE:
        return _marked_signs(value, right, hide=True)
    if field in _DAYS:
        return _marked_signs(_as_printed(value), _as_printed(right), hide=False)
    return Text(_CODES[value].say(language) if value in _CODES else value)


def _as_printed(iso: str) -> str:
    """A day as KTP, KK and act print it."""
    return f"{date.fromisoformat(iso):%d-%m-%Y}"


def _marked_name(value: str, right: str) -> Text:
    found = compare_names(value, right)
    if found.verdict == "different":
        return Text(f"[{value}]", style="bold red")
    text, at = Text(), 0
    for difference in found.differences:
        text.append(value[at : difference.position])
        text.append(f"[{difference.left or _NOTHING}]", style="bold red")
        at = difference.position + len(difference.left)
    return text.append(value[at:])


def _marked_signs(value: str, right: str, *, hide: bool) -> Text:
    """Sign against sign, for numbers and days have places; a missing sign is a place too."""
    text = Text()
    run = ""
    for mine, other in [*zip_longest(value, right, fillvalue=""), ("", "")]:
        if mine != other:
            run += mine or _NOTHING
            continue
        if run:
            text.append(f"[{run}]", style="bold red")
            run = ""
        text.append(_HIDDEN if hide and mine else mine)
    return text
