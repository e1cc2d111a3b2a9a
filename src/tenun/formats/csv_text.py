"""Reads a .csv as a stream: UTF-8 only, `,` or `;`, and every doubt about its bytes is named by row."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tenun.formats.cells import Cell, Formula, Row, Source
from tenun.formats.problems import Problem, refuse

_HEADER_LINES = 25
"""Among how many lines a header may stand that is not the first."""
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def _lines(path: Path) -> Iterator[str]:
    """The decoded lines. Decoding line by line lets the refusal name the very byte and line."""
    offset = 0
    with path.open("rb") as file:
        for line_number, line in enumerate(file, 1):
            text = line.removeprefix(_BOM) if line_number == 1 else line
            if line_number == 1 and line.startswith(_UTF16):
                raise refuse("file.encoding", value=path.name, row=1, offset=0)
            if (nul := text.find(b"\0")) >= 0:
                raise refuse("file.encoding", value=path.name, row=line_number, offset=offset + nul)
            try:
                yield text.decode("utf-8")
            except UnicodeDecodeError as problem:
                position = offset + len(line) - len(text) + problem.start
                raise refuse("file.encoding", value=path.name, row=line_number, offset=position) from None
            offset += len(line)


def _separator(path: Path, lines: int = 1) -> str:
    """`;` when the header has more of it outside quotes than of `,`; a header holds no other sign of it."""
    outside = "".join("".join(islice(_lines(path), lines)).split('"')[::2])
    return ";" if outside.count(";") > outside.count(",") else ","


def _records(path: Path, header_lines: int = 1) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_lines(path), delimiter=_separator(path, header_lines), strict=True)
    row = 0
    while True:
        row += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise refuse("file.quotes", value=path.name, row=row) from None
        yield row, record


def read_rows(path: Path, shifted: dict[int, Problem]) -> Iterator[Row]:
    """The rows as (row number, column index -> cell).

    A record counts as one row also when a quoted cell runs over several lines, as a spreadsheet shows it. A
    record with more cells than the header has shifted: `shifted` says so, for no cell of it can be trusted.
    """
    width: int | None = None
    for row, record in _records(path):
        if width is None:
            width = len(record)
        elif len(record) > width and any(cell.strip() for cell in record[width:]):
            details = (("found", len(record)), ("expected", width))
            shifted[row] = Problem("row.too_many_cells", row, None, None, details)
        cells = {index: _cell(text) for index, text in enumerate(record[:width]) if text.strip()}
        if cells:
            yield row, cells


def whole_sheet(path: Path) -> Source:
    """The rows as they stand, where the first need not be as wide as the rest."""
    rows = [
        (row, {index: _cell(text) for index, text in enumerate(record) if text.strip()})
        for row, record in _records(path, _HEADER_LINES)
    ]
    return Source((each for each in rows if each[1]), len(rows))


def _cell(text: str) -> Cell:
    # Only a formula begins with "=", and a .csv keeps no result beside it.
    return Formula(text) if text.startswith("=") else text


def first_sheet(path: Path, shifted: dict[int, Problem]) -> Source:
    """The rows of the file; a .csv has no further sheets.

    The whole file is gone through once before, so that bad bytes and quotes refuse it before a row is used.
    """
    rows = sum(1 for _ in _records(path))
    return Source(read_rows(path, shifted), rows)
