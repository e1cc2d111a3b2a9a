"""Looks at a file before anything reads it, so that a wrong, huge or hostile file is refused at once."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.parsers import expat

from tenun.formats.problems import refuse

MEGABYTE = 1_000_000
FILE_LIMIT = 100 * MEGABYTE
UNPACKED_LIMIT = 1_000 * MEGABYTE
ENTRY_LIMIT = 2_000
# Deflate reaches 1:1000 only on content made to do so; full sheets of one repeated row stay below 1:100.
RATIO_LIMIT = 250
RATIO_FREE = 10 * MEGABYTE
CHUNK = 1 << 16

_EXPECTED = {".xlsx": "XLSX", ".ods": "ODS", ".csv": "CSV"}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"<!DOCTYPE", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
    (b"PK\x05\x06", "ZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
)
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def inspect(path: Path) -> str:
    """The file's kind by its ending, `.xlsx`, `.ods` or `.csv`, after its content was found to agree.

    Raises `UnreadableFile` for a file that is missing, empty, too big, locked, or something else inside.
    """
    ending = path.suffix.lower()
    if ending not in _EXPECTED:
        raise refuse("file.ending_unknown", value=path.name)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError:
        raise refuse("file.not_found", value=path.name) from None
    if not start.strip():
        raise refuse("file.empty", value=path.name)
    if size > FILE_LIMIT:
        raise refuse("file.too_big", value=path.name, megabytes=size // MEGABYTE, limit=FILE_LIMIT // MEGABYTE)
    found = _found(path, start)
    if found != _EXPECTED[ending]:
        raise refuse("file.content_mismatch", value=path.name, found=found, expected=_EXPECTED[ending])
    return ending


def _found(path: Path, start: bytes) -> str:
    """What the content is, by its first bytes; anything without a known sign may be text."""
    if start.startswith(_ZIP):
        return _zip_kind(path)
    if start.startswith(_OLE):
        # The old Office container holds either an .xls or, locked with a password, an .xlsx.
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise refuse("file.password", value=path.name)
        return "XLS"
    for signature, name in _SIGNATURES:
        if start.lstrip().startswith(signature):
            return name
    return "CSV"


def _zip_kind(path: Path) -> str:
    with open_zip(path) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" in names or "[Content_Types].xml" in names:
            return "XLSX" if any(name.startswith("xl/") for name in names) else "ZIP"
        if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
            kind = archive.read("mimetype")
            return "ODS" if kind.strip().startswith(_ODS_TYPE) else "ZIP"
    return "ZIP"


@contextmanager
def open_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """The opened archive, once its directory shows that it unpacks to a reasonable size.

    Reading stops at the size that the directory states, so a directory that lies cannot unpack more.
    Raises `UnreadableFile`, also for damage that is found while the archive is read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _guard(path, archive.infolist())
            yield archive
    # `zipfile` raises NotImplementedError for a compression or an encryption that it does not know.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as damage:
        raise refuse("file.damaged", value=path.name, reason=str(damage)) from None
    except expat.ExpatError as damage:
        reason = expat.ErrorString(damage.code)
        raise refuse("file.damaged", value=path.name, reason=f"XML: {reason}") from None


def _guard(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise refuse("file.password", value=path.name)
    if len(entries) > ENTRY_LIMIT:
        raise refuse("file.unpacks_too_big", value=path.name, reason=f"{len(entries)} > {ENTRY_LIMIT}")
    total = sum(entry.file_size for entry in entries)
    if total > UNPACKED_LIMIT:
        reason = f"{total // MEGABYTE} MB > {UNPACKED_LIMIT // MEGABYTE} MB"
        raise refuse("file.unpacks_too_big", value=path.name, reason=reason)
    for entry in entries:
        if entry.file_size > RATIO_FREE and entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1):
            reason = f"1:{entry.file_size // max(entry.compress_size, 1)} > 1:{RATIO_LIMIT}"
            raise refuse("file.unpacks_too_big", value=path.name, reason=reason)


def open_part(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """One part of the archive. A part that is named elsewhere but absent is damage: `BadZipFile`."""
    try:
        return archive.open(name)
    except KeyError:
        raise zipfile.BadZipFile(name) from None


def chunks(stream: IO[bytes], overlap: int = 0) -> Iterator[bytes]:
    """The stream in pieces; each begins with the last `overlap` bytes of the one before, for searching."""
    tail = b""
    while piece := stream.read(CHUNK):
        yield tail + piece
        tail = (tail + piece)[-overlap:] if overlap else b""


def xml_parser(path: Path, namespace_separator: str | None = None) -> expat.XMLParserType:
    """A parser that refuses a document type, the door of every XML attack; no spreadsheet has one."""
    parser = expat.ParserCreate(namespace_separator=namespace_separator)
    parser.buffer_text = True

    def doctype(*_: object) -> None:
        raise refuse("file.damaged", value=path.name, reason="DOCTYPE")

    parser.StartDoctypeDeclHandler = doctype
    return parser


def parse_part(path: Path, archive: zipfile.ZipFile, name: str, start: Callable[[str, dict[str, str]], None]) -> None:
    """Call `start` with the plain name and the attributes of every element of one small part."""
    parser = xml_parser(path)
    parser.StartElementHandler = lambda tag, found: start(tag.rpartition(":")[2], found)
    with open_part(archive, name) as stream:
        for piece in chunks(stream):
            parser.Parse(piece)
        parser.Parse(b"", True)


def has_match(stream: IO[bytes], pattern: "re.Pattern[bytes]") -> bool:
    """Whether the pattern (at most 200 bytes wide) occurs anywhere in the stream."""
    return any(pattern.search(piece) for piece in chunks(stream, overlap=200))
