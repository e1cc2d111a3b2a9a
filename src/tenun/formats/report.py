"""Gives officers their own sheet back with a result beside each person, and a sheet of work for each desk."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tenun.domain.words import Language, Words
from tenun.formats.cells import EXACT_DIGITS, Cell, shown
from tenun.formats.columns import RESULT_PREFIX
from tenun.formats.spreadsheet import DESK_SHEET_PREFIX, NAME, Sheet
from tenun.formats.workbooks import TEXT_FORMAT, new_workbook

# The longest text that a cell of .xlsx can hold, and the longest name of a sheet.
_LONGEST_TEXT = 32_767
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskStep:
    """One step of one person at one desk, in words; `cost` is in rupiah, `days` are working days."""

    desk: str
    title: str
    days: int | None = None
    cost: int | None = None
    papers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRow:
    """One row with its result, in words ready to be read.

    `verdict` is a key of `VERDICTS`, or `None` for a row that was not judged: `reasons` say why. `cost` is
    in rupiah, `days` are working days.
    """

    row: int
    cells: Mapping[str, Cell]
    verdict: str | None
    ready_for: str = ""
    reasons: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()
    days: int | None = None
    cost: int | None = None
    steps: tuple[DeskStep, ...] = ()


@dataclass(frozen=True, slots=True)
class _Verdict:
    words: Words
    colour: str


VERDICTS: Mapping[str | None, _Verdict] = MappingProxyType(
    {
        "ready": _Verdict(Words(id="SIAP", en="READY"), "#C6EFCE"),
        "repair": _Verdict(Words(id="PERLU DIBENAHI", en="TO BE REPAIRED"), "#FFEB9C"),
        "not_this_target": _Verdict(Words(id="BUKAN TUJUAN INI", en="NOT THIS TARGET"), "#DDEBF7"),
        "stop": _Verdict(Words(id="BERHENTI", en="STOP"), "#FFC7CE"),
        None: _Verdict(Words(id="TIDAK DINILAI", en="NOT JUDGED"), "#EDEDED"),
    }
)
"""The words and the colour of each verdict; the colour never stands without the words."""

_RESULTS: tuple[tuple[str, int], ...] = (
    ("hasil", 18),
    ("siap_untuk", 20),
    ("alasan", 60),
    ("rencana", 60),
    ("hari", 8),
    ("biaya", 14),
)
_DESK_TITLES: tuple[tuple[Words, int], ...] = (
    (Words(id="nama", en="name"), 30),
    (Words(id="baris", en="row"), 8),
    (Words(id="langkah", en="step"), 60),
    (Words(id="hari", en="days"), 8),
    (Words(id="biaya", en="cost"), 14),
    (Words(id="kertas", en="papers"), 50),
)


class _Book:
    """The workbook while it is written, row by row, so that its size does not matter."""

    def __init__(self, book: Any, sheet: Sheet, language: Language) -> None:
        self._book = book
        self._language: Language = language
        self._header = book.add_format({"bold": True, "border": 1})
        self._text = book.add_format({"num_format": TEXT_FORMAT, "valign": "top"})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._money = book.add_format({"num_format": "#,##0", "valign": "top"})
        self._verdicts = {
            code: book.add_format({"bg_color": verdict.colour, "bold": True, "valign": "top"})
            for code, verdict in VERDICTS.items()
        }
        # The results of an earlier check give way to the new ones.
        self._columns = {index: name for index, name in sheet.columns.items() if not name.startswith(RESULT_PREFIX)}
        self._people = book.add_worksheet("Hasil")
        self._people_line = 0
        self._desks: dict[str, tuple[Any, int]] = {}
        self._start_people(sheet)

    def _start_people(self, sheet: Sheet) -> None:
        self._people.freeze_panes(1, 1)
        for index, column in enumerate(self._columns):
            self._people.set_column(index, index, 18, self._text)
            self._people.write_string(0, index, sheet.header[column], self._header)
        for index, (name, width) in enumerate(_RESULTS, len(self._columns)):
            self._people.set_column(index, index, width)
            self._people.write_string(0, index, RESULT_PREFIX + name, self._header)

    def add(self, checked: CheckedRow) -> None:
        """Write one person, and her steps on the sheets of their desks."""
        self._people_line += 1
        line, people = self._people_line, self._people
        for index, name in enumerate(self._columns.values()):
            if name in checked.cells:
                _write(people, line, index, checked.cells[name], self._text)
        first = len(self._columns)
        verdict = VERDICTS[checked.verdict].words.say(self._language)
        _write(people, line, first, verdict, self._verdicts[checked.verdict])
        _write(people, line, first + 1, checked.ready_for, self._wrapped)
        _write(people, line, first + 2, "\n".join(checked.reasons), self._wrapped)
        _write(people, line, first + 3, "\n".join(checked.plan), self._wrapped)
        _write(people, line, first + 4, checked.days, self._wrapped)
        _write(people, line, first + 5, checked.cost, self._money)
        for step in checked.steps:
            self._add_step(checked, step)

    def _add_step(self, checked: CheckedRow, step: DeskStep) -> None:
        desk, line = self._desks.get(step.desk) or self._start_desk(step.desk)
        self._desks[step.desk] = (desk, line + 1)
        _write(desk, line, 0, shown(checked.cells.get(NAME)), self._text)
        _write(desk, line, 1, checked.row, self._wrapped)
        _write(desk, line, 2, step.title, self._wrapped)
        _write(desk, line, 3, step.days, self._wrapped)
        _write(desk, line, 4, step.cost, self._money)
        _write(desk, line, 5, step.papers, self._wrapped)

    def _start_desk(self, name: str) -> tuple[Any, int]:
        desk = self._book.add_worksheet(self._sheet_name(name))
        desk.freeze_panes(1, 1)
        for index, (title, width) in enumerate(_DESK_TITLES):
            desk.set_column(index, index, width)
            desk.write_string(0, index, title.say(self._language), self._header)
        return desk, 1

    def _sheet_name(self, desk: str) -> str:
        """A name that .xlsx allows and that no other sheet has; capitals do not tell two names apart."""
        plain = DESK_SHEET_PREFIX + " ".join(_NOT_IN_SHEET_NAME.sub(" ", desk).split())
        taken = {sheet.get_name().lower() for sheet in self._book.worksheets()}
        name, count = plain[:_LONGEST_SHEET_NAME], 1
        while name.lower() in taken:
            count += 1
            ending = f" {count}"
            name = plain[: _LONGEST_SHEET_NAME - len(ending)] + ending
        return name


def _write(sheet: Any, line: int, index: int, cell: Cell | None, style: Any) -> None:
    """Write a quantity as a number and all else as a string: what looks like a formula stays text."""
    # Nearly every cell is a short text or nothing; they are not asked what else they might be.
    if cell is None or cell == "":
        return
    if type(cell) is str and len(cell) <= _LONGEST_TEXT:
        sheet.write_string(line, index, cell, style)
        return
    if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < 10**EXACT_DIGITS:
        sheet.write_number(line, index, cell, style)
    elif text := shown(cell)[:_LONGEST_TEXT]:
        sheet.write_string(line, index, text, style)


def write_checked_sheet(path: Path, sheet: Sheet, rows: Iterable[CheckedRow], language: Language = "id") -> None:
    """Write the sheet `sheet` was opened from once more, with the results in columns `tenun_…` on its right.

    `rows` may be a generator; nothing is kept. When it raises, or the file cannot be written (`OSError`), no
    file is left behind and an older one stays as it was.
    """
    with new_workbook(path, row_by_row=True) as book:
        written = _Book(book, sheet, language)
        for row in rows:
            written.add(row)
