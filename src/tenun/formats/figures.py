"""Tables of figures as a workbook: one sheet to read and print, and one with a figure a row to add them up."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from tenun.domain.disclosure import Count
from tenun.formats.workbooks import TEXT_FORMAT, workbook_into


@dataclass(frozen=True, slots=True)
class Line:
    """One figure a column, and in one sentence what is counted. The same `code` means the same in every report."""

    code: str
    label: str
    counts: tuple[Count, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table; where its lines are the parts of a whole, `total` is that whole."""

    code: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line | None = None

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """The lines, the whole last."""
        return (*self.lines, self.total) if self.total else self.lines

    def stands_out(self, line: Line) -> bool:
        """Whether the line is a whole: the total, or one whose parts follow with its code, a `/` and their own."""
        depth = max(each.code.count("/") for each in self.lines) if self.lines else 0
        return line is self.total or line.code.count("/") < depth


MEANING = "Artinya"
_WIDTHS = (44, 19, 19, 78)
_FLAT = (("bagian", 14), ("kode", 30), ("uraian", 44), ("kolom", 20), ("jumlah", 12))


def workbook_of(*, title: str, about: Sequence[str], tables: Sequence[Table], keys: Sequence[tuple[str, str]]) -> bytes:
    """The workbook. `about` stands under the title; `keys` (name, value) stand before every figure of the flat sheet.

    Texts are written as texts, so that none of them can become a formula.
    """
    buffer = BytesIO()
    with workbook_into(buffer) as book:
        book.set_properties({"title": title})
        _readable(book, title, about, tables)
        _flat(book, tables, keys)
    return buffer.getvalue()


def _readable(book: Any, title: str, about: Sequence[str], tables: Sequence[Table]) -> None:
    sheet = book.add_worksheet("Laporan")
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.hide_gridlines(2)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 16}))
    for row, text in enumerate(about, 1):
        sheet.write_string(row, 0, text)
    row = len(about) + 2
    styles = _Styles(book)
    for table in tables:
        row = styles.write(sheet, row, table) + 1


class _Styles:
    """The formats of the sheet that is read, made once."""

    def __init__(self, book: Any) -> None:
        thin = {"bottom": 1, "bottom_color": "#9A9A9A", "valign": "top"}
        self._title = book.add_format({"bold": True, "font_size": 13, "font_color": "#27346B"})
        self._head = book.add_format({"bold": True, "bg_color": "#F3F1EA", **thin})
        self._head_right = book.add_format({"bold": True, "bg_color": "#F3F1EA", "align": "right", **thin})
        self._plain = (self._line(book, thin), self._line(book, {**thin, "bold": True}))

    @staticmethod
    def _line(book: Any, base: dict[str, Any]) -> tuple[Any, Any, Any]:
        number = {**base, "num_format": "#,##0", "align": "right"}
        return (
            book.add_format({**base, "num_format": TEXT_FORMAT, "text_wrap": True}),
            book.add_format(number),
            book.add_format({**base, "num_format": TEXT_FORMAT, "text_wrap": True, "font_color": "#454B5A"}),
        )

    def write(self, sheet: Any, row: int, table: Table) -> int:
        """Writes one table from that row on; the row after it."""
        last = len(_WIDTHS) - 1
        sheet.write_string(row, 0, table.title, self._title)
        row += 1
        for place in range(last + 1):
            sheet.write_blank(row, place, None, self._head)
        for place, name in enumerate(table.columns, 1):
            sheet.write_string(row, place, name, self._head_right)
        sheet.write_string(row, last, MEANING, self._head)
        for line in table.all_lines:
            row += 1
            text, number, meaning = self._plain[table.stands_out(line)]
            sheet.write_string(row, 0, line.label, text)
            for place in range(1, last):
                sheet.write_blank(row, place, None, number)
            for place, count in enumerate(line.counts, 1):
                _write_count(sheet, row, place, count, number)
            sheet.write_string(row, last, line.meaning, meaning)
        return row + 1


def _flat(book: Any, tables: Sequence[Table], keys: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("Data")
    head, text = book.add_format({"bold": True, "border": 1}), book.add_format({"num_format": TEXT_FORMAT})
    columns = [*((name, 16) for name, _ in keys), *_FLAT]
    for place, (name, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    sheet.freeze_panes(1, 0)
    row = 0
    for table in tables:
        for line in table.all_lines:
            for column, count in zip(table.columns, line.counts, strict=True):
                row += 1
                said = (*(value for _, value in keys), table.code, line.code, line.label, column)
                for place, value in enumerate(said):
                    sheet.write_string(row, place, value, text)
                _write_count(sheet, row, len(said), count, None)
    sheet.autofilter(0, 0, row, len(columns) - 1)


def _write_count(sheet: Any, row: int, column: int, count: Count, style: Any) -> None:
    if isinstance(count, int):
        sheet.write_number(row, column, count, style)
    else:
        sheet.write_string(row, column, count, style)
