"""Gives an office its own list back with a column of messages, ready to be mended and uploaded again."""

from collections.abc import Iterable, Mapping
from typing import IO, NamedTuple

import xlsxwriter

from tenun.formats.cells import Cell, shown
from tenun.formats.columns import RESULT_PREFIX
from tenun.formats.spreadsheet import Sheet
from tenun.formats.workbooks import PLAIN_TEXTS, TEXT_FORMAT

_LONGEST_TEXT = 32_767
ADDED = (("asal", 12), ("hasil", 18), ("pesan", 90))
"""The columns on the right, after `tenun_`, with their widths."""


class Message(NamedTuple):
    """One row of the list: its cells, where it comes from (`import.row`), what became of it, what to mend."""

    cells: Mapping[str, Cell]
    origin: str
    outcome: str
    message: str


def write_messages(target: IO[bytes], sheet: Sheet, rows: Iterable[Message]) -> None:
    """Writes an .xlsx in memory: no list of anybody lies readable in a folder meanwhile."""
    columns = {index: name for index, name in sheet.columns.items() if not name.startswith(RESULT_PREFIX)}
    with xlsxwriter.Workbook(target, {**PLAIN_TEXTS, "in_memory": True}) as book:
        people = book.add_worksheet("Daftar")
        head = book.add_format({"bold": True, "border": 1})
        text = book.add_format({"num_format": TEXT_FORMAT, "valign": "top"})
        faulty = book.add_format({"num_format": TEXT_FORMAT, "valign": "top", "text_wrap": True, "bg_color": "#FFEB9C"})
        people.freeze_panes(1, 1)
        for place, index in enumerate(columns):
            people.set_column(place, place, 18, text)
            people.write_string(0, place, sheet.header[index], head)
        for place, (name, width) in enumerate(ADDED, len(columns)):
            people.set_column(place, place, width, text)
            people.write_string(0, place, RESULT_PREFIX + name, head)
        for line, row in enumerate(rows, 1):
            for place, name in enumerate(columns.values()):
                if name in row.cells and (said := shown(row.cells[name])):
                    people.write_string(line, place, said[:_LONGEST_TEXT], text)
            for place, said in enumerate((row.origin, row.outcome, row.message), len(columns)):
                if said:
                    people.write_string(line, place, said[:_LONGEST_TEXT], faulty if row.message else text)
