"""Where each field of a machine-readable zone stands (ICAO 9303 parts 4 to 6), as data for the one reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal

MrzFormat = Literal["TD1", "TD2", "TD3"]


class Kind(Enum):
    """What may stand in a place; the filler `<` is allowed everywhere."""

    DIGITS = "digits"
    LETTERS = "letters"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Place:
    """A run of characters: line and columns count from 0, `end` is exclusive."""

    line: int
    start: int
    end: int
    kind: Kind = Kind.ANY


@dataclass(frozen=True, slots=True)
class Layout:
    """One format: number and width of its lines, the places of its fields, and what its last digit covers."""

    format: MrzFormat
    lines: int
    width: int
    document_letters: str
    places: Mapping[str, Place]
    composite: tuple[Place, ...]


_TD1 = Layout(
    format="TD1",
    lines=3,
    width=30,
    document_letters="ACI",
    places={
        "document_code": Place(0, 0, 2, Kind.LETTERS),
        "issuer": Place(0, 2, 5, Kind.LETTERS),
        "number": Place(0, 5, 14),
        "number_check": Place(0, 14, 15, Kind.DIGITS),
        "optional": Place(0, 15, 30),
        "birth_date": Place(1, 0, 6, Kind.DIGITS),
        "birth_date_check": Place(1, 6, 7, Kind.DIGITS),
        "sex": Place(1, 7, 8, Kind.LETTERS),
        "expiry": Place(1, 8, 14, Kind.DIGITS),
        "expiry_check": Place(1, 14, 15, Kind.DIGITS),
        "nationality": Place(1, 15, 18, Kind.LETTERS),
        "optional_2": Place(1, 18, 29),
        "composite_check": Place(1, 29, 30, Kind.DIGITS),
        "name": Place(2, 0, 30, Kind.LETTERS),
    },
    composite=(Place(0, 5, 30), Place(1, 0, 7), Place(1, 8, 15), Place(1, 18, 29)),
)

_TD2 = Layout(
    format="TD2",
    lines=2,
    width=36,
    document_letters="ACIP",
    places={
        "document_code": Place(0, 0, 2, Kind.LETTERS),
        "issuer": Place(0, 2, 5, Kind.LETTERS),
        "name": Place(0, 5, 36, Kind.LETTERS),
        "number": Place(1, 0, 9),
        "number_check": Place(1, 9, 10, Kind.DIGITS),
        "nationality": Place(1, 10, 13, Kind.LETTERS),
        "birth_date": Place(1, 13, 19, Kind.DIGITS),
        "birth_date_check": Place(1, 19, 20, Kind.DIGITS),
        "sex": Place(1, 20, 21, Kind.LETTERS),
        "expiry": Place(1, 21, 27, Kind.DIGITS),
        "expiry_check": Place(1, 27, 28, Kind.DIGITS),
        "optional": Place(1, 28, 35),
        "composite_check": Place(1, 35, 36, Kind.DIGITS),
    },
    composite=(Place(1, 0, 10), Place(1, 13, 20), Place(1, 21, 35)),
)

_TD3 = Layout(
    format="TD3",
    lines=2,
    width=44,
    document_letters="P",
    places={
        "document_code": Place(0, 0, 2, Kind.LETTERS),
        "issuer": Place(0, 2, 5, Kind.LETTERS),
        "name": Place(0, 5, 44, Kind.LETTERS),
        "number": Place(1, 0, 9),
        "number_check": Place(1, 9, 10, Kind.DIGITS),
        "nationality": Place(1, 10, 13, Kind.LETTERS),
        "birth_date": Place(1, 13, 19, Kind.DIGITS),
        "birth_date_check": Place(1, 19, 20, Kind.DIGITS),
        "sex": Place(1, 20, 21, Kind.LETTERS),
        "expiry": Place(1, 21, 27, Kind.DIGITS),
        "expiry_check": Place(1, 27, 28, Kind.DIGITS),
        "optional": Place(1, 28, 42),
        "optional_check": Place(1, 42, 43, Kind.DIGITS),
        "composite_check": Place(1, 43, 44, Kind.DIGITS),
    },
    composite=(Place(1, 0, 10), Place(1, 13, 20), Place(1, 21, 43)),
)

LAYOUTS = (_TD1, _TD2, _TD3)


def layout_of(lines: tuple[str, ...]) -> Layout | None:
    """The format whose number of lines and line width these lines have."""
    widths = {len(line) for line in lines}
    for layout in LAYOUTS:
        if len(lines) == layout.lines and widths == {layout.width}:
            return layout
    return None


def cut(lines: tuple[str, ...], place: Place) -> str:
    """The characters in one place."""
    return lines[place.line][place.start : place.end]
