"""Reads the first sheet of an .ods as a stream, with formulas, error values and merged cells in sight."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tenun.formats.cells import Cell, CellError, Formula, Plain, Row, Source, column_letters, number
from tenun.formats.container import chunks, open_part, open_zip, xml_parser
from tenun.formats.problems import refuse

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_CALC_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
# The names are put together once, for every element of every row asks for them.
_CELLS = frozenset({_TABLE + "table-cell", _TABLE + "covered-table-cell"})
_ROW, _SHEET, _PARAGRAPH = _TABLE + "table-row", _TABLE + "table", _TEXT + "p"
_ASIDES = frozenset({_OFFICE + "annotation", _TABLE + "shapes"})
_SPANS = (_TABLE + "number-columns-spanned", _TABLE + "number-rows-spanned")
_FORMULA, _VALUE_TYPE = _TABLE + "formula", _OFFICE + "value-type"
_REPEATED = _TABLE + "number-columns-repeated"

# A sheet ends at row 1,048,576 and column XFD; a longer repetition is no sheet.
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
# An empty style can be repeated to the sheet's edge; content repeated that often is an attack.
_REPEAT_LIMIT = 10_000


class ContentParser:
    """Turns `content.xml` into rows of (table index, (row number, cells)), without empty cells and rows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.tables: list[str] = []
        self.rows: list[tuple[int, Row]] = []
        self.merged: list[tuple[int, int, int]] = []
        self._row = 0
        self._repeat = 1
        self._column = 0
        self._cells: dict[int, Cell] = {}
        self._attributes: dict[str, str] = {}
        self._paragraphs: list[str] = []
        self._texts: list[str] | None = None
        # Comments and drawings inside a cell hold paragraphs that are no part of its content.
        self._aside = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        if tag in _CELLS:
            self._attributes = attributes
            self._paragraphs = []
            if attributes and any(attributes.get(span, "1") != "1" for span in _SPANS):
                self.merged.append((len(self.tables) - 1, self._row, self._column))
        elif tag == _ROW:
            self._row += 1
            self._repeat = self._count(attributes, "number-rows-repeated", _LAST_ROW)
            self._column, self._cells = 0, {}
        elif tag == _SHEET:
            self.tables.append(attributes.get(_TABLE + "name", ""))
            self._row = 0
        elif tag in _ASIDES:
            self._aside += 1
        elif not self._aside:
            self._text_start(tag, attributes)

    def _text_start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _PARAGRAPH:
            self._texts = []
        elif self._texts is not None and tag == _TEXT + "s":
            self._texts.append(" " * self._count(attributes, "c", _REPEAT_LIMIT, space=_TEXT))
        elif self._texts is not None and tag == _TEXT + "tab":
            self._texts.append("\t")
        elif self._texts is not None and tag == _TEXT + "line-break":
            self._texts.append("\n")

    def end(self, tag: str) -> None:
        """An element closes."""
        if tag in _CELLS:
            self._end_cell()
        elif tag == _ROW:
            self._end_row()
        elif tag in _ASIDES:
            self._aside -= 1
        elif tag == _PARAGRAPH and self._texts is not None and not self._aside:
            self._paragraphs.append("".join(self._texts))
            self._texts = None

    def characters(self, data: str) -> None:
        """Text between elements."""
        if self._texts is not None and not self._aside:
            self._texts.append(data)

    def _count(self, attributes: dict[str, str], name: str, limit: int, space: str = _TABLE) -> int:
        text = attributes.get(space + name, "1")
        if not (text.isascii() and text.isdigit() and 1 <= len(text) <= 7 and 1 <= int(text) <= limit):
            raise refuse("file.damaged", value=self._path.name, row=self._row, reason=f"{name}={text[:20]}")
        return int(text)

    def _end_cell(self) -> None:
        if not self._attributes and not self._paragraphs:
            self._column += 1
            return
        repeat = 1
        if _REPEATED in self._attributes:
            repeat = self._count(self._attributes, "number-columns-repeated", _LAST_COLUMN)
        cell = self._cell()
        if cell is not None:
            for column in range(self._column, self._column + repeat):
                self._cells[column] = cell
        self._column += repeat

    def _end_row(self) -> None:
        if self._cells:
            if self._repeat > _REPEAT_LIMIT:
                reason = f"number-rows-repeated={self._repeat}"
                raise refuse("file.damaged", value=self._path.name, row=self._row, reason=reason)
            table = len(self.tables) - 1
            self.rows.extend((table, (self._row + step, self._cells)) for step in range(self._repeat))
        self._row += self._repeat - 1

    def _cell(self) -> Cell | None:
        value = self._value()
        formula = self._attributes.get(_FORMULA)
        if formula is None:
            return value
        # "of:=A1" is the file's own notation of "=A1".
        return Formula(formula[formula.find("=") :], value)

    def _value(self) -> Plain | None:
        attributes = self._attributes
        text = "\n".join(self._paragraphs)
        if attributes.get(_CALC_TYPE) == "error":
            return CellError(text)
        match attributes.get(_VALUE_TYPE):
            case "float" | "percentage" | "currency":
                return self._number(attributes.get(_OFFICE + "value", ""))
            case "date":
                return self._date(attributes.get(_OFFICE + "date-value", ""))
            case "boolean":
                return attributes.get(_OFFICE + "boolean-value") == "true"
            case "string":
                return attributes.get(_OFFICE + "string-value", text) or None
            case _:
                return text or None

    def _number(self, text: str) -> Plain:
        try:
            return number(text)
        except ValueError:
            reason = f"value={text[:20]}"
            raise refuse("file.damaged", value=self._path.name, row=self._row, reason=reason) from None

    def _date(self, text: str) -> Plain:
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            return text


def _content(path: Path) -> Iterator[ContentParser]:
    """The parser after each piece of the file; whoever asks takes its rows away."""
    with open_zip(path) as archive:
        if "META-INF/manifest.xml" in archive.namelist():
            with open_part(archive, "META-INF/manifest.xml") as stream:
                if any(b"encryption-data" in piece for piece in chunks(stream, overlap=30)):
                    raise refuse("file.password", value=path.name)
        content = ContentParser(path)
        parser = xml_parser(path, namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = content.start, content.end
        parser.CharacterDataHandler = content.characters
        with open_part(archive, "content.xml") as stream:
            for piece in chunks(stream):
                parser.Parse(piece)
                yield content
            parser.Parse(b"", True)
            yield content


def first_sheet(path: Path) -> Source:
    """The rows of the first sheet that holds data, and the names of the further sheets that hold data too.

    Raises `UnreadableFile`: no data, merged cells, damage, a password.
    """
    counts: dict[int, int] = {}
    content = ContentParser(path)
    for content in _content(path):
        for table, _ in content.rows:
            counts[table] = counts.get(table, 0) + 1
        content.rows.clear()
    if not counts:
        raise refuse("file.empty", value=path.name)
    wanted, *further = counts
    for table, row, column in content.merged:
        if table == wanted:
            letters = column_letters(column)
            raise refuse("file.merged_cells", row=row, column=letters, value=f"{letters}{row}")
    return Source(_rows(path, wanted), counts[wanted], tuple(content.tables[table] for table in further))


def _rows(path: Path, wanted: int) -> Iterator[Row]:
    for content in _content(path):
        yield from (row for table, row in content.rows if table == wanted)
        content.rows.clear()
