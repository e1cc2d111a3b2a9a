"""Opens a programme file without trusting it: nothing is fetched, nothing expands, and its size has a limit."""

from typing import Any
from xml.parsers import expat

from lxml import etree

from tenun.formats.problems import refuse

MEGABYTE = 1_000_000
SIZE_LIMIT = 20 * MEGABYTE
VERSIONS = ("2.01", "2.02", "2.03")
ROOT = "iati-activities"


def parser() -> Any:
    """Reads no other file and resolves no name; `huge_tree` stays off, so depth and lengths have their limits."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def parse(content: bytes) -> Any:
    """The root of a file of activities. Raises `UnreadableFile`."""
    if not content.strip():
        raise refuse("iati.empty")
    refuse_large(len(content))
    _look_through(content)
    try:
        root = etree.fromstring(content, parser())
    except etree.XMLSyntaxError as error:
        raise refuse("iati.not_xml", row=error.lineno or 1, reason=str(error.msg)) from None
    if root.tag != ROOT:
        raise refuse("iati.not_activities", row=root.sourceline, value=str(root.tag))
    version = root.get("version", "")
    if version not in VERSIONS:
        raise refuse("iati.version", row=root.sourceline, value=version or "-", known=", ".join(VERSIONS))
    return root


def refuse_large(size: int) -> None:
    """Refuse a file of this many bytes when they are too many."""
    if size > SIZE_LIMIT:
        raise refuse("iati.too_big", megabytes=-(-size // MEGABYTE), limit=SIZE_LIMIT // MEGABYTE)


def _look_through(content: bytes) -> None:
    """A document type is the door of every attack by XML, and no file of activities has one."""
    look = expat.ParserCreate()

    def doctype(*_: object) -> None:
        raise refuse("iati.doctype", row=look.CurrentLineNumber)

    look.StartDoctypeDeclHandler = doctype
    try:
        look.Parse(content, True)
    except expat.ExpatError as error:
        raise refuse("iati.not_xml", row=error.lineno, reason=expat.ErrorString(error.code)) from None
    except (ValueError, LookupError) as error:  # A way of writing letters that is not known or that nobody needs.
        raise refuse("iati.not_xml", row=1, reason=str(error)) from None
