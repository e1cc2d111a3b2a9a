"""Holds a parsed programme file against the rules of the schema and says each fault by its line."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from tenun.formats.iati.shapes import Shape, shape_of
from tenun.formats.problems import Problem

_XML = "{http://www.w3.org/XML/1998/namespace}"
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_DATE = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_ZONE}")
_MOMENT = re.compile(
    rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?){_ZONE}"
)
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_WHOLE = re.compile(r"[+-]?[0-9]+")
_TOKEN = re.compile(r"[\w.:-]+")
_MOST_BYTES_OF_A_NUMBER = 100


def day_of(text: str) -> date | None:
    """The day of `2026-11-24`, with or without a zone; `None` when it is none."""
    found = _DATE.fullmatch(text.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _is_moment(text: str) -> bool:
    found = _MOMENT.fullmatch(text)
    return found is not None and day_of(found[1]) is not None


def _whole(text: str, least: int | None = None, bits: int | None = None) -> bool:
    if len(text) > _MOST_BYTES_OF_A_NUMBER or not _WHOLE.fullmatch(text):
        return False
    number = int(text)
    return (least is None or number >= least) and (bits is None or -(2 ** (bits - 1)) <= number < 2 ** (bits - 1))


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "date": lambda text: day_of(text) is not None,
    "dateTime": _is_moment,
    "decimal": lambda text: _DECIMAL.fullmatch(text) is not None,
    "boolean": lambda text: text in {"true", "false", "0", "1"},
    "int": lambda text: _whole(text, bits=32),
    "nonNegativeInteger": lambda text: _whole(text, least=0),
    "positiveInteger": lambda text: _whole(text, least=1),
    "NMTOKEN": lambda text: _TOKEN.fullmatch(text) is not None,
    "language": lambda text: _LANGUAGE.fullmatch(text) is not None,
}
_WANTED: Mapping[str, str] = {
    "date": "2026-11-24",
    "dateTime": "2026-11-24T08:00:00",
    "decimal": "1250.50",
    "boolean": "true, false, 0, 1",
    "int": "1",
    "nonNegativeInteger": "0, 1, 2",
    "positiveInteger": "1, 2, 3",
    "NMTOKEN": "title",
    "language": "id, en",
}
"""What a value of each kind looks like, for the message."""


def _fits(kind: str, text: str) -> bool:
    # Blanks around a value do not count; blanks alone are no value, where nothing at all may be one.
    return kind not in _KINDS or (kind == "language" and not text) or _KINDS[kind](text.strip())


def name_of(element: Any) -> str:
    """The element's name without its namespace; a remark or an instruction has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_foreign(element: Any) -> bool:
    """Whether an element comes from a namespace of its own."""
    return isinstance(element.tag, str) and element.tag.startswith("{")


def faults(root: Any) -> Iterator[Problem]:
    """Every fault of the file, in the order of its lines as far as they are nested."""
    yield from _faults(root, shape_of("", "iati-activities"))


def _faults(element: Any, shape: Shape) -> Iterator[Problem]:
    yield from _attributes(element, shape)
    yield from _text(element, shape)
    yield from _parts(element, shape)


def _attributes(element: Any, shape: Shape) -> Iterator[Problem]:
    line, inside = element.sourceline, name_of(element)
    said = {name.replace(_XML, "xml:"): value for name, value in element.attrib.items()}
    for name, attribute in shape.attributes.items():
        if attribute.required and name not in said:
            yield Problem("iati.attribute_missing", line, details=(("name", name), ("inside", inside)))
    for name, value in said.items():
        known = shape.attributes.get(name)
        if (known is None and not name.startswith(("{", "xml:"))) or (
            known is None and not shape.foreign_attributes and not name.startswith(_INSTANCE)
        ):
            yield Problem("iati.attribute_unknown", line, details=(("name", name), ("inside", inside)))
        elif (kind := known.kind if known else _XML_KINDS.get(name, "string")) and not _fits(kind, value):
            yield _bad_value(line, f"{inside}/@{name}", kind, value)


_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
_XML_KINDS = {"xml:lang": "language"}


def _bad_value(line: int, place: str, kind: str, value: str) -> Problem:
    return Problem("iati.bad_value", line, value=value[:80], details=(("place", place), ("wanted", _WANTED[kind])))


def _languages(foreign: Any) -> Iterator[Problem]:
    """The one attribute of an element from elsewhere on which the schema has a say."""
    for each in foreign.iter("*"):
        if not _fits("language", each.get(f"{_XML}lang", "")):
            yield _bad_value(each.sourceline, f"{name_of(each)}/@xml:lang", "language", each.get(f"{_XML}lang"))


def _text(element: Any, shape: Shape) -> Iterator[Problem]:
    inside = name_of(element)
    if shape.text is not None:
        text = "".join(element.itertext())
        if not _fits(shape.text, text):
            yield _bad_value(element.sourceline, inside, shape.text, text)
        return
    stray = [text.strip() for text in (element.text, *(part.tail for part in element)) if text and text.strip()]
    if stray:
        yield Problem("iati.stray_text", element.sourceline, value=stray[0][:80], details=(("inside", inside),))


def _parts(element: Any, shape: Shape) -> Iterator[Problem]:
    """Walks the parts beside the list of what may stand here; what stands out of its order is named."""
    inside = name_of(element)
    places = {part.name: index for index, part in enumerate(shape.parts)}
    end = len(shape.parts)
    reached, seen = 0, dict.fromkeys(places, 0)
    for each in element.iterchildren("*"):
        name = name_of(each)
        index = end if is_foreign(each) else places.get(name)
        details = (("inside", inside),)
        if index is None or (index == end and not shape.foreign_parts):
            yield Problem("iati.unknown_part", each.sourceline, value=name, details=details)
            continue
        if index == end:
            yield from _languages(each)
        if index < reached:
            yield Problem("iati.out_of_order", each.sourceline, value=name, details=details)
        reached = max(reached, index)
        if index < end:
            seen[name] += 1
            if seen[name] > 1 and not shape.parts[index].repeated:
                yield Problem("iati.too_often", each.sourceline, value=name, details=details)
            yield from _faults(each, shape_of(inside, name))
    for part in shape.parts:
        if part.required and not seen[part.name]:
            yield Problem("iati.part_missing", element.sourceline, value=part.name, details=(("inside", inside),))
