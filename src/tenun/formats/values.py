"""Reads one cell as what its column asks for; what cannot be read without a guess becomes a problem."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from tenun.domain.identifiers.dates import DateProblem, parse_date
from tenun.formats.cells import EXACT_DIGITS, Plain, shown
from tenun.formats.columns import Column, ColumnType
from tenun.formats.spellings import choice_table, fold

# `5,30406E+15` or `5304055203990001.0`: a number that a spreadsheet program has rounded and saved as text.
_ROUNDED = re.compile(r"[0-9]+(?:[.,][0-9]+)?E\+?[0-9]+|[0-9]{6,}[.,]0+", re.IGNORECASE)
_VILLAGE = re.compile(r"([0-9]{2})\.?([0-9]{2})\.?([0-9]{2})\.?([0-9]{4})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_FIRST_INEXACT = 10**EXACT_DIGITS

Parser = Callable[[Plain], Any]


class CellProblem(ValueError):  # noqa: N818  As `DateProblem`, it names what is shown.
    """A cell that cannot be read; `code` is in the catalogue of problems, `details` fill its sentences."""

    def __init__(self, code: str, value: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.value = value
        self.details = details


def read_text(cell: Plain) -> str:
    """Text as typed. A number or a date in its place is a slip of the row or of the program."""
    if isinstance(cell, str):
        return cell
    raise CellProblem("cell.wrong_type", shown(cell))


def read_number_text(cell: Plain) -> str:
    """A number that is a name, not a quantity. Whole numbers are taken while every digit is sure."""
    if isinstance(cell, str):
        # Most are digits only; the question is asked of the rest.
        if not cell.isdigit() and _ROUNDED.fullmatch(cell):
            raise CellProblem("cell.digits_lost", cell)
        return cell
    if isinstance(cell, int | float) and abs(cell) >= _FIRST_INEXACT:
        raise CellProblem("cell.digits_lost", shown(cell))
    if isinstance(cell, int) and not isinstance(cell, bool):
        return str(cell)
    raise CellProblem("cell.wrong_type", shown(cell))


@lru_cache(maxsize=1 << 15)
def _date_of(text: str) -> date | str:
    try:
        return parse_date(text)
    except DateProblem as problem:
        return problem.code


def read_date(cell: Plain) -> date:
    """A true date cell, or a text in one of the contract's forms; no paper of a living person is out of bounds."""
    found: date | str
    if isinstance(cell, date):
        found = cell
    elif isinstance(cell, str):
        found = _date_of(cell)
    else:
        raise CellProblem("date.number", shown(cell))
    if isinstance(found, str):
        raise CellProblem(f"date.{found}", shown(cell))
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise CellProblem("date.out_of_bounds", shown(cell), first=_FIRST_YEAR, last=_LAST_YEAR)
    return found


def read_integer(cell: Plain) -> int:
    """A count of hours or months: a whole number, not negative."""
    if isinstance(cell, str) and cell.isascii() and cell.isdigit() and len(cell) <= EXACT_DIGITS:
        return int(cell)
    if isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell < _FIRST_INEXACT:
        return cell
    raise CellProblem("cell.not_a_number", shown(cell))


def read_village(cell: Plain) -> str:
    """A Kemendagri village code, returned with its dots (`53.04.05.2001`)."""
    match = _VILLAGE.fullmatch(shown(cell))
    if match is None:
        raise CellProblem("cell.village_code", shown(cell))
    return ".".join(match.groups())


_THERE = {"ya": True, "sudah": True, "tidak": False, "belum": False}


def read_step(cell: Plain) -> date | bool:
    """A step of a Sisko list: the day on which it was taken, or a word for whether it was."""
    if isinstance(cell, str) and (word := cell.lower()) in _THERE:
        return _THERE[word]
    if isinstance(cell, bool):
        return cell
    try:
        return read_date(cell)
    except CellProblem as problem:
        raise CellProblem("cell.not_a_step", problem.value) from problem


def choice_parser(column: Column) -> Parser:
    """The parser of one choice column."""
    choices = column.choices or {}
    # Most cells are written just as the template offers them, so that spelling is looked up first.
    table = choice_table(choices) | dict(choices)
    allowed = ", ".join(choices)

    def read_choice(cell: Plain) -> Any:
        value = table.get(cell) if isinstance(cell, str) else None
        if value is None and isinstance(cell, str):
            value = table.get(fold(cell))
        if value is None:
            raise CellProblem("cell.not_a_choice", shown(cell), allowed=allowed)
        return value

    return read_choice


_PARSERS: dict[ColumnType, Parser] = {
    ColumnType.TEXT: read_text,
    ColumnType.NUMBER_TEXT: read_number_text,
    ColumnType.PHONE: read_number_text,
    ColumnType.DATE: read_date,
    ColumnType.INTEGER: read_integer,
    ColumnType.VILLAGE: read_village,
    ColumnType.STEP: read_step,
}


def parser_of(column: Column) -> Parser:
    """The parser of a column. It takes a trimmed text or another cell and raises `CellProblem`."""
    return choice_parser(column) if column.type is ColumnType.CHOICE else _PARSERS[column.type]
