"""One door for every spreadsheet an office sends: .xlsx, .ods or .csv in, rows of named cells out.

Whatever is wrong with the file as a whole is refused here with one problem; nothing is guessed.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tenun.formats import csv_text, ods, xlsx
from tenun.formats.cells import Cell, Row, Source, column_letters, shown
from tenun.formats.columns import COLUMNS, RESULT_PREFIX
from tenun.formats.container import inspect
from tenun.formats.problems import Problem, refuse

NAME = "nama"

# Sheets that the program itself puts beside the one to fill; nobody needs a warning about them.
EXPLANATION_SHEET = "Penjelasan"
EXAMPLE_SHEET = "Contoh"
DESK_SHEET_PREFIX = "Loket "


@dataclass(slots=True)
class Sheet:
    """The sheet that is read. `columns` are the header's names as the program knows them, in their order.

    `problems` are the sheet's warnings; it grows while the rows are read, by filled columns without a header.
    `shifted` holds the rows whose cells do not stand under their headers. `rows_expected` is for a progress
    bar and may be a little off.
    """

    path: Path
    header: Mapping[int, str]
    columns: Mapping[int, str]
    rows_expected: int
    problems: list[Problem] = field(default_factory=list)
    shifted: dict[int, Problem] = field(default_factory=dict)
    _rows: Iterator[Row] = field(default_factory=lambda: iter(()))

    def rows(self) -> Iterator[tuple[int, dict[str, Cell]]]:
        """Each row once: its own number (the header is 1) and its filled cells by column.

        Raises `UnreadableFile` when damage shows only now.
        """
        columns = self.columns
        nameless: set[int] = set()
        for row, cells in self._rows:
            try:
                named = {columns[index]: cell for index, cell in cells.items()}
            except KeyError:
                named = {columns[index]: cell for index, cell in cells.items() if index in columns}
                self._report(cells.keys() - columns.keys() - nameless, nameless)
            # Blanks that somebody left in a cell do not make a person.
            if any(not isinstance(cell, str) or cell.strip() for cell in named.values()):
                yield row, named

    def _report(self, found: set[int], nameless: set[int]) -> None:
        nameless |= found
        self.problems.extend(Problem("header.empty", column=column_letters(index)) for index in sorted(found))


def open_sheet(
    path: Path, renamed: Mapping[str, str] | None = None, known: Container[str] = COLUMNS, key: str = NAME
) -> Sheet:
    """Open a spreadsheet and read its header; `UnreadableFile` with its one problem when that cannot be done.

    The header must be row 1 and hold `nama`, or another `key`; its names are trimmed and taken in lower case. `renamed`
    says which of our columns a header of another sheet is, and an empty name that it is none; `known` are the columns
    of its kind.
    """
    problems: list[Problem] = []
    shifted: dict[int, Problem] = {}
    source = _source(path, inspect(path), shifted)
    header = _header(source)
    columns = _columns(header, problems, renamed or {}, known, key)
    further = [name for name in source.further_sheets if not _is_own(name)]
    problems.extend(Problem("file.more_sheets", value=name) for name in further)
    return Sheet(path, header, columns, source.rows_expected, problems, shifted, source.rows)


def all_rows(path: Path) -> Source:
    """Every filled row of the sheet that is read, when the header is not known to be row 1. Raises `UnreadableFile`."""
    ending = inspect(path)
    return csv_text.whole_sheet(path) if ending == ".csv" else _source(path, ending, {})


def read_header(path: Path) -> list[str]:
    """The headers of a sheet as they are written. Raises `UnreadableFile`."""
    return list(_header(_source(path, inspect(path), {})).values())


def _header(source: Source) -> dict[int, str]:
    first = next(source.rows, None)
    if first is None or first[0] != 1:
        raise refuse("header.missing", row=1)
    header = {index: shown(cell).strip() for index, cell in sorted(first[1].items())}
    return {index: name for index, name in header.items() if name}


def _is_own(sheet_name: str) -> bool:
    return sheet_name in (EXPLANATION_SHEET, EXAMPLE_SHEET) or sheet_name.startswith(DESK_SHEET_PREFIX)


def _source(path: Path, ending: str, shifted: dict[int, Problem]) -> Source:
    match ending:
        case ".xlsx":
            return xlsx.first_sheet(path)
        case ".ods":
            return ods.first_sheet(path)
        case _:
            return csv_text.first_sheet(path, shifted)


def _columns(
    header: Mapping[int, str], problems: list[Problem], renamed: Mapping[str, str], known: Container[str], key: str
) -> dict[int, str]:
    columns: dict[int, str] = {}
    places: dict[str, int] = {}
    for index, written in header.items():
        # What somebody said is none of our columns must not be read as one all the same.
        name = (renamed[written] or f"({written.lower()})") if written in renamed else _known(written, problems, known)
        if name in places:
            first, second = column_letters(places[name]), column_letters(index)
            raise refuse("header.doubled", row=1, value=written, first=first, second=second)
        places[name] = index
        columns[index] = name
    if key not in places:
        read = ", ".join(list(header.values())[:8])
        if key == NAME:
            raise refuse("header.no_name", row=1, value=read)
        raise refuse("header.no_key", row=1, value=read, key=key)
    return columns


def _known(written: str, problems: list[Problem], known: Container[str]) -> str:
    """The column's name: trimmed, lower case, and `_` for inner spaces only where that makes a known name."""
    name = written.lower()
    if name in known:
        return name
    joined = "_".join(name.split())
    if joined in known:
        problems.append(Problem("header.read_as", column=written, value=joined))
        return joined
    if not name.startswith(RESULT_PREFIX):
        problems.append(Problem("header.unknown", column=written, value=written))
    return name
