"""What one cell of a spreadsheet can hold, whichever kind of file it came from."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple


class CellError(NamedTuple):
    """A cell in which the spreadsheet program itself shows an error, such as `#REF!`."""

    text: str


class Formula(NamedTuple):
    """A computed cell: the formula and the value that was saved beside it, `None` when none was saved."""

    text: str
    value: "Plain | None" = None


Plain = str | int | float | bool | date | CellError
Cell = Plain | Formula

Row = tuple[int, dict[int, Cell]]
"""A row's own number in the sheet (the first is 1) and its filled cells by the index of their column."""


class Source(NamedTuple):
    """The rows of the one sheet that is read, about how many there are, and the sheets that are not read."""

    rows: Iterator[Row]
    rows_expected: int
    further_sheets: tuple[str, ...] = ()


# A spreadsheet program keeps 15 digits of a number; the 16th digit of a NIK is already lost.
EXACT_DIGITS = 15


def number(text: str) -> int | float:
    """The number in a file's own notation (`12`, `12.5`, `5.30406E+15`); integers stay exact.

    Raises `ValueError` when it is none.
    """
    digits = text.removeprefix("-")
    # The length bound keeps a cell with a million digits from costing quadratic time.
    if digits.isascii() and digits.isdigit() and len(digits) <= 400:
        return int(text)
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 10**EXACT_DIGITS else value


def shown(cell: Cell | None) -> str:
    """The cell as a person reads it; also what goes into the officers' own sheet when it is sent back."""
    match cell:
        case None:
            return ""
        case CellError():
            return cell.text
        case Formula():
            return cell.text if cell.value is None else shown(cell.value)
        case bool():
            return "TRUE" if cell else "FALSE"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def column_letters(index: int) -> str:
    """The letters of the column with this index (0 = A), as the spreadsheet program shows them.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The index of a column (0 = A). Raises `ValueError` when `letters` name none (XFD is the last)."""
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 3):
        raise ValueError(letters)
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
