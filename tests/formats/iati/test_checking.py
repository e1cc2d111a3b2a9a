"""Our rules and the published schema agree on what is faulty, and each fault has its line."""

import copy
import random

import pytest
from lxml import etree
from tests.formats.iati.judge import is_valid
from tests.formats.iati.samples import PARTNER_FILE, small

from tenun.formats.iati.checking import faults

FILE = etree.fromstring(PARTNER_FILE.encode())
VALUES = (
    "",
    " ",
    "x",
    "2026-02-30",
    "2026-01-01",
    "2026-01-01+15:00",
    "2026-01-01+08:00",
    "0",
    "-1",
    "1.5",
    "1e3",
    "true",
)
VALUES += ("yes", "2026-01-01T25:00:00", "2026-01-01T10:00:00.5Z", " 7 ", "id", "id_ID", "99999999999", "bahasa-ID")


def elements(root):
    return [each for each in root.iter("*") if each is not root]


def drop(root, chance):
    each = chance.choice(elements(root))
    each.getparent().remove(each)


def double(root, chance):
    each = chance.choice(elements(root))
    each.addnext(copy.deepcopy(each))


def swap(root, chance):
    each = chance.choice(elements(root))
    parent = each.getparent()
    parent.insert(chance.randrange(len(parent)), each)


def rename(root, chance):
    chance.choice(elements(root)).tag = chance.choice(("title", "nama", "{urn:x}part", "narrative", "sector", "value"))


def attribute(root, chance):
    each = chance.choice([*elements(root), root])
    name = chance.choice((*each.attrib, "code", "type", "{urn:x}own", "{http://www.w3.org/XML/1998/namespace}lang"))
    if name in each.attrib and chance.random() < 0.4:
        del each.attrib[name]
    # The library is lax with addresses; we are with all of them.
    elif "ur" not in name.rpartition("}")[2]:
        each.set(name, chance.choice(VALUES))


def text(root, chance):
    each = chance.choice(elements(root))
    each.text = chance.choice(("kata", "12.5", "  ", "-3", "+.5", "1,5"))


def tail(root, chance):
    chance.choice(elements(root)).tail = chance.choice(("kata", "\n"))


def lets_pass(problem):
    """The library lets an element from elsewhere stand between narratives; by the schema it stands behind them."""
    return problem.code == "iati.out_of_order" and problem.value == "narrative"


def looks_inside(root):
    """The schema has a say on an element of IATI inside one from elsewhere; we leave those to who made them."""
    return any(
        each.tag[0] != "{" and any(outer.tag[0] == "{" for outer in each.iterancestors()) for each in root.iter("*")
    )


ACTS = (drop, double, swap, rename, attribute, text, tail)


@pytest.mark.parametrize("seed", range(600))
def test_we_and_the_schema_agree_on_a_changed_file(seed):
    chance = random.Random(seed)
    root = copy.deepcopy(FILE)
    for _ in range(chance.choice((1, 1, 1, 2))):
        if len(root):
            chance.choice(ACTS)(root, chance)
    found = list(faults(root))
    if not any(map(lets_pass, found)) and not looks_inside(root):
        assert (not found) == is_valid(root), [problem.message("id") for problem in found]


def test_the_sample_is_valid_to_both():
    assert list(faults(FILE)) == []
    assert is_valid(FILE)


def messages(content):
    return [problem.message("id") for problem in faults(etree.fromstring(content))]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "Baris 1: `iati-activity` tidak mempunyai unsur `title`."),
        ({"status": "<activity-status/>"}, "Baris 7: `activity-status` tidak mempunyai atribut `code`."),
        (
            {"status": '<activity-status code="1" kode="1"/>'},
            "Baris 7: `activity-status` tidak boleh mempunyai atribut",
        ),
        (
            {"date": '<activity-date type="1" iso-date="01/02/2026"/>'},
            "Nilai `01/02/2026` pada `activity-date/@iso-date`",
        ),
        ({"more": "<budget>x</budget>"}, "Baris 9: Di dalam `budget` ada teks lepas `x`."),
        ({"more": "<a:b xmlns:a='urn:a'><a:c xml:lang='id_ID'/></a:b>"}, "Nilai `id_ID` pada `c/@xml:lang`"),
        ({"more": "<anggaran/>"}, "Baris 9: Unsur `anggaran` tidak dikenal di dalam `iati-activity`."),
        (
            {"more": "<contact-info/><title><narrative/></title>"},
            "Unsur `title` di dalam `iati-activity` tidak pada urutannya.",
        ),
        (
            {"more": '<activity-scope code="1"/><activity-scope code="1"/>'},
            "Unsur `activity-scope` hanya boleh satu kali",
        ),
        ({"more": '<related-activity ref="x" type="1" xmlns:a="urn:a" a:b="c"/>'}, "`{urn:a}b`"),
        (
            {"more": "<fss extraction-date='2026-01-01'><forecast year='2026'>banyak</forecast></fss>"},
            "Nilai `banyak` pada `forecast`",
        ),
    ],
)
def test_a_fault_is_said_with_its_line(changed, said):
    assert any(said in message for message in messages(small(**changed))), messages(small(**changed))


KINDS = {
    "date": '<activity-date type="9" iso-date="{}"/>',
    "dateTime": None,
    "decimal": '<recipient-country code="ID" percentage="{}"/>',
    "boolean": '<conditions attached="{}"/>',
    "nonNegativeInteger": '<location><administrative code="1" vocabulary="x" level="{}"/></location>',
    "language": '<title><narrative xml:lang="{}">T</narrative></title>',
    "NMTOKEN": '<legacy-data name="a" value="b" iati-equivalent="{}"/>',
}
MORE_VALUES = (
    "2026-02-30",
    "2026-02-28",
    "2026-13-01",
    "+7",
    "7" * 20,
    "a:b",
    "a b",
    "-0",
    "\u0663",
    "12.",
    ".",
    "NaN",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [*VALUES, *MORE_VALUES])
def test_we_and_the_schema_agree_on_a_value(kind, value):
    part = KINDS[kind]
    if part is None:
        content = small(activity=f'<iati-activity last-updated-datetime="{value}" hierarchy="{value}">')
    elif kind in ("date", "language"):
        content = small(**{"date" if kind == "date" else "title": part.format(value)})
    else:
        content = small(more=part.format(value))
    root = etree.fromstring(content)
    assert (not list(faults(root))) == is_valid(root)
