"""The rows of one .xlsx sheet out of its XML, in a time and a memory that a sheet of a whole district allows.

Plain rows, nearly all there are, are cut by one regular expression; a row with anything else (a formula, rich
text, an entity) goes through the XML parser, and so does a whole sheet that is not laid out as usual.
"""

import re
from array import array
from collections.abc import Callable, Iterator, Set
from datetime import date, timedelta
from pathlib import Path
from typing import IO

from tenun.formats.cells import Cell, CellError, Formula, Plain, Row, column_index, number
from tenun.formats.container import chunks, xml_parser
from tenun.formats.problems import UnreadableFile, refuse

_ROOT = re.compile(rb"<(?:(\w+):)?worksheet[\s>]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FOREIGN = re.compile(rb"""<!|encoding=["'](?!utf-8["'])""", re.IGNORECASE)
# No honest row comes near; without a bound one row without an end would cost quadratic time.
_LONGEST_ROW = 16_000_000
_START, _ROW_END, _END = b"<sheetData>", b"</row>", b"</sheetData>"
_ROW_NUMBER = re.compile(rb'<row\b[^>]*?\sr="([0-9]{1,7})"')
_PLAIN_CELL = re.compile(
    r'<c r="([A-Z]{1,3})[0-9]+"(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")?'
    r'(?:/>|></c>|><v>([^<&]+)</v></c>|><is><t(?: xml:space="preserve")?>([^<&]+)</t></is></c>)'
)

# Before March 1900 the spreadsheets count a day that never was.
_FIRST_TRUE_SERIAL = 61
_LAST_SERIAL = 2_958_465


class SharedStrings:
    """The workbook's common texts, kept as bytes: a million of them would not fit as Python strings."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("I", [0])

    def add(self, text: str) -> None:
        """Append the next text."""
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def __getitem__(self, index: int) -> str:
        if not 0 <= index < len(self._ends) - 1:
            raise IndexError(index)
        return self._bytes[self._ends[index] : self._ends[index + 1]].decode("utf-8", "surrogatepass")


def unescape(text: str) -> str:
    """Undo `_x000D_`, the way in which .xlsx writes a sign that XML cannot hold."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


class Values:
    """What the text of a cell means, given its type and style."""

    def __init__(
        self, path: Path, epoch: date, date_styles: Set[str], load_strings: Callable[[], SharedStrings]
    ) -> None:
        self.path = path
        self._epoch = epoch
        self._date_styles = date_styles
        self._load_strings = load_strings
        self._strings: SharedStrings | None = None
        self._columns: dict[str, int] = {}
        self.row = 0

    def damaged(self, text: str) -> UnreadableFile:
        """The refusal of the file for what stands in the present row."""
        return refuse("file.damaged", value=self.path.name, row=self.row, reason=text[:40])

    def column(self, letters: str) -> int:
        """The index of a column."""
        index = self._columns.get(letters)
        if index is None:
            try:
                index = self._columns[letters] = column_index(letters)
            except ValueError:
                raise self.damaged(letters) from None
        return index

    def plain(self, kind: str, style: str, text: str) -> Plain | None:
        """The value of a cell of type `kind` (ECMA-376 part 1, 18.18.11); `None` when it is empty."""
        match kind:
            case "s":
                return self._shared(text) or None
            case "inlineStr" | "str":
                return unescape(text) or None
            case "e":
                return CellError(text)
            case "b":
                return text == "1"
            case "d":
                return self._iso(text)
            case _:
                return self._number(style, text)

    def _shared(self, text: str) -> str:
        if self._strings is None:
            self._strings = self._load_strings()
        try:
            return self._strings[int(text)]
        except (ValueError, IndexError):
            raise self.damaged(text) from None

    def _iso(self, text: str) -> Plain:
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            return text

    def _number(self, style: str, text: str) -> Plain:
        try:
            value = number(text.strip())
        except ValueError:
            raise self.damaged(text) from None
        if style in self._date_styles and _FIRST_TRUE_SERIAL <= value <= _LAST_SERIAL:
            return self._epoch + timedelta(days=int(value))
        return value


class RowParser:
    """Turns the XML of rows into rows, whatever a cell holds; empty cells and rows do not appear."""

    def __init__(self, values: Values, prefix: str = "") -> None:
        self._values = values
        self.rows: list[Row] = []
        self._cells: dict[int, Cell] = {}
        self._column = -1
        self._attributes: dict[str, str] = {}
        self._texts: list[str] = []
        self._formula: list[str] | None = None
        self._sink: list[str] | None = None
        self._in_guide = False
        self._names = {prefix + name: name for name in ("row", "c", "v", "t", "f", "rPh")}
        self.parser = xml_parser(values.path)
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
        self.parser.CharacterDataHandler = self._characters

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = self._names.get(tag)
        if name == "c":
            self._attributes = attributes
            reference = attributes.get("r")
            self._column += 1
            if reference is not None:
                self._column = self._values.column(reference.rstrip("0123456789"))
            self._texts, self._formula = [], None
        elif name == "v" or (name == "t" and not self._in_guide):
            self._sink = self._texts
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self._sink = self._formula = []
        elif name == "rPh":
            # A phonetic guide, as East Asian programs add it, is no part of the text.
            self._in_guide = True

    def _start_row(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r", "")
        known = written.isascii() and written.isdigit() and len(written) <= 7
        self._values.row = int(written) if known else self._values.row + 1
        self._column = -1
        self._cells = {}

    def _end(self, tag: str) -> None:
        name = self._names.get(tag)
        if name == "c":
            self._end_cell()
        elif name == "row":
            if self._cells:
                self.rows.append((self._values.row, self._cells))
        elif name == "rPh":
            self._in_guide = False
        self._sink = None

    def _characters(self, data: str) -> None:
        if self._sink is not None:
            self._sink.append(data)

    def _end_cell(self) -> None:
        kind, style = self._attributes.get("t", "n"), self._attributes.get("s", "")
        value = self._values.plain(kind, style, "".join(self._texts)) if self._texts else None
        if self._formula is not None:
            self._cells[self._column] = Formula("=" + "".join(self._formula), value)
        elif value is not None:
            self._cells[self._column] = value


def read_rows(values: Values, stream: IO[bytes]) -> Iterator[Row]:
    """The rows as (row number, column index -> cell), read while they are asked for."""
    pieces = chunks(stream)
    head = b""
    for piece in pieces:
        head += piece
        if _START in head or len(head) > 4 * len(piece):
            break
    before, start, rest = head.partition(_START)
    if start and not _FOREIGN.search(before):
        yield from _usual(values, rest, pieces)
    else:
        yield from _any(values, head, pieces)


def _any(values: Values, head: bytes, pieces: Iterator[bytes]) -> Iterator[Row]:
    """The rows of a sheet in any layout that XML allows."""
    root = _ROOT.search(head)
    rows = RowParser(values, f"{root[1].decode()}:" if root and root[1] else "")
    rows.parser.Parse(head)
    for piece in pieces:
        yield from rows.rows
        rows.rows.clear()
        rows.parser.Parse(piece)
    rows.parser.Parse(b"", True)
    yield from rows.rows


def _usual(values: Values, rest: bytes, pieces: Iterator[bytes]) -> Iterator[Row]:
    """The rows of a sheet that is laid out as every common program does it."""
    while True:
        *rows, rest = rest.split(_ROW_END)
        for row in rows:
            found = _plain_row(values, row)
            if found is None:
                yield from _parsed_row(values, row + _ROW_END)
            elif found:
                yield values.row, found
        if _END in rest:
            return
        piece = next(pieces, None)
        if piece is None or len(rest) > _LONGEST_ROW:
            raise values.damaged("</sheetData>?")
        rest += piece


def _plain_row(values: Values, row: bytes) -> dict[int, Cell] | None:
    """The cells of a plain row; `None` when the row holds anything that is not plain."""
    try:
        text = row.decode()
    except UnicodeDecodeError:
        raise values.damaged("UTF-8") from None
    found = _PLAIN_CELL.findall(text)
    if len(found) != text.count("<c") or "<!" in text:
        return None
    numbered = _ROW_NUMBER.search(row, row.rfind(b"<row"))
    values.row = int(numbered[1]) if numbered else values.row + row.count(b"<row")
    column, plain = values.column, values.plain
    cells: dict[int, Cell] = {}
    for letters, style, kind, value, inline in found:
        if value or inline:
            cell = plain(kind, style, value or inline)
            if cell is not None:
                cells[column(letters)] = cell
    return cells


def _parsed_row(values: Values, row: bytes) -> list[Row]:
    rows = RowParser(values)
    rows.parser.Parse(b"<rows>" + row + b"</rows>", True)
    return rows.rows
