"""Reads the first sheet of an .xlsx as a stream: 100,000 rows in a few megabytes, nothing smoothed over.

The usual readers hold the whole sheet, give an error value as an empty cell and a formula as its result; here
both are seen, and a number keeps the digits that the file has.
"""

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from tenun.formats.cells import Row, Source
from tenun.formats.container import chunks, has_match, open_part, open_zip, parse_part, xml_parser
from tenun.formats.problems import refuse
from tenun.formats.xlsx_rows import SharedStrings, Values, read_rows, unescape

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?)"')
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)(?:\s[^>]*)?>")

# Built-in number formats that show a day (ECMA-376 part 1, 18.8.30), with the East Asian ones beside them.
_DATE_FORMATS = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_NOT_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


class Workbook:
    """What the small parts of an .xlsx say: the sheets in order, the date formats, the common texts."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        self.path = path
        self.archive = archive
        self.sheets: list[tuple[str, str]] = []
        self.epoch = date(1899, 12, 30)
        self._read_workbook()
        self.date_styles = self._read_styles()

    def _read_workbook(self) -> None:
        targets: dict[str, str] = {}
        found: list[tuple[str, str]] = []

        def relation(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship":
                targets[attributes.get("Id", "")] = attributes.get("Target", "")

        def sheet(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet":
                ids = [value for name, value in attributes.items() if name.rpartition(":")[2] == "id"]
                found.append((attributes.get("name", ""), ids[0] if ids else ""))
            elif tag == "workbookPr" and attributes.get("date1904") in {"1", "true"}:
                self.epoch = date(1904, 1, 1)

        parse_part(self.path, self.archive, "xl/_rels/workbook.xml.rels", relation)
        parse_part(self.path, self.archive, "xl/workbook.xml", sheet)
        for name, relation_id in found:
            part = posixpath.normpath(posixpath.join("xl", targets.get(relation_id, ""))).lstrip("/")
            if "worksheets/" in part:
                self.sheets.append((name, part))

    def _read_styles(self) -> frozenset[str]:
        """The indexes of the cell styles that show a day, as they are written in a cell's `s`."""
        custom: dict[str, str] = {}
        styles: list[str] = []
        inside = False

        def element(tag: str, attributes: dict[str, str]) -> None:
            nonlocal inside
            if tag == "numFmt":
                custom[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif tag in {"cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}:
                inside = tag == "cellXfs"
            elif tag == "xf" and inside:
                styles.append(attributes.get("numFmtId", "0"))

        if "xl/styles.xml" in self.archive.namelist():
            parse_part(self.path, self.archive, "xl/styles.xml", element)
        return frozenset(str(index) for index, style in enumerate(styles) if _shows_day(style, custom))

    def shared_strings(self) -> SharedStrings:
        """The common texts, without the phonetic guides that East Asian programs add."""
        strings = SharedStrings()
        if "xl/sharedStrings.xml" not in self.archive.namelist():
            return strings
        texts: list[str] = []
        state = {"text": False, "guide": False}

        def start(tag: str, _attributes: dict[str, str]) -> None:
            name = tag.rpartition(":")[2]
            if name == "rPh":
                state["guide"] = True
            state["text"] = name == "t" and not state["guide"]

        def end(tag: str) -> None:
            name = tag.rpartition(":")[2]
            state["text"] = False
            if name == "rPh":
                state["guide"] = False
            elif name == "si":
                strings.add(unescape("".join(texts)))
                texts.clear()

        def characters(data: str) -> None:
            if state["text"]:
                texts.append(data)

        parser = xml_parser(self.path)
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = characters
        with open_part(self.archive, "xl/sharedStrings.xml") as stream:
            for piece in chunks(stream):
                parser.Parse(piece)
            parser.Parse(b"", True)
        return strings

    def survey(self, part: str) -> tuple[str | None, int]:
        """The first merged range of a sheet, such as `B5:C6`, and about how many rows the sheet has."""
        rows = 0
        with open_part(self.archive, part) as stream:
            for piece in chunks(stream, overlap=200):
                rows += piece.count(b"<row ") + piece.count(b":row ")
                if b"mergeCell " in piece and (match := _MERGED.search(piece)):
                    return match[1].decode(), rows
        return None, rows

    def has_data(self, part: str) -> bool:
        """Whether any cell of the sheet has a value."""
        with open_part(self.archive, part) as stream:
            return has_match(stream, _VALUE)


def _shows_day(style: str, custom: dict[str, str]) -> bool:
    code = custom.get(style)
    if code is None:
        return style.isdigit() and int(style) in _DATE_FORMATS
    signs = _NOT_CODE.sub("", code.split(";")[0]).lower()
    if "general" in signs:
        return False
    return "d" in signs or "y" in signs or ("m" in signs and "h" not in signs and "s" not in signs)


def first_sheet(path: Path) -> Source:
    """The rows of the first sheet that holds data, and the names of the further sheets that hold data too.

    Raises `UnreadableFile`: no data, merged cells, damage (also later, while the rows are read).
    """
    with open_zip(path) as archive:
        workbook = Workbook(path, archive)
        filled = [(name, part) for name, part in workbook.sheets if workbook.has_data(part)]
        if not filled:
            raise refuse("file.empty", value=path.name)
        part = filled[0][1]
        merged, rows = workbook.survey(part)
    if merged:
        corner = merged.partition(":")[0]
        letters = corner.rstrip("0123456789")
        row = int(corner.removeprefix(letters))
        raise refuse("file.merged_cells", row=row, column=letters, value=merged)
    return Source(_rows(path, part), rows, tuple(name for name, _ in filled[1:]))


def _rows(path: Path, part: str) -> Iterator[Row]:
    with open_zip(path) as archive:
        workbook = Workbook(path, archive)
        with open_part(archive, part) as stream:
            values = Values(path, workbook.epoch, workbook.date_styles, workbook.shared_strings)
            yield from read_rows(values, stream)
