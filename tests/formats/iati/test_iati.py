"""Programmes go out and come back the same; what another agency said and we do not say is never lost."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.iati.judge import canonical, is_valid
from tests.formats.iati.samples import PARTNER_FILE, small
from tests.formats.programmes import records

from tenun.domain.programmes import (
    Capacity,
    Contact,
    Fit,
    Money,
    OrganisationNamed,
    Partner,
    PartnerRole,
    Phase,
    Problem,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
)
from tenun.domain.rules import AgeWindow
from tenun.formats.iati import FaultyFile, missing, read, write
from tenun.formats.iati.parsing import MEGABYTE
from tenun.formats.problems import UnreadableFile

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
SOURCE = etree.fromstring(PARTNER_FILE.encode())[0]


@pytest.fixture(scope="module")
def imported():
    """The programme of the partner's file."""
    (record,) = read(PARTNER_FILE.encode()).activities
    return record


def activities(content):
    root = etree.fromstring(content)
    assert is_valid(root)
    return root.findall("iati-activity")


def test_a_partners_file_is_read(imported):
    assert replace(imported, kept="") == ProgrammeRecord(
        identifier="XX-CONTOH-0001",
        title="Perjalanan aman dari NTT",
        owner=OrganisationNamed(name="Sample Agency on Migration", ref="XX-CONTOH", type_code="40"),
        description="Kata-kata Indonesia.",
        target_group="Calon pekerja",
        partners=(
            Partner(
                role=PartnerRole.FUNDING, organisation=OrganisationNamed(name="Donor", ref="XX-DONOR", type_code="10")
            ),
            Partner(role=PartnerRole.IMPLEMENTING, organisation=OrganisationNamed(name="Dinas Contoh", type_code="11")),
        ),
        districts=("53.04",),
        planned_start=date(2026, 1, 1),
        actual_start=date(2026, 2, 1),
        planned_end=date(2026, 12, 31),
        status=ProgrammeStatus.RUNNING,
        # The revised budget stands for the first half of the year, not beside it.
        money=Money(amount=Decimal("1750.50"), currency="USD"),
        contact=Contact(name="A. Sample", email="a@sample.invalid", telephone="+62 000"),
        sectors=("15190", "11330"),
    )


def test_a_code_of_another_vocabulary_is_no_district_and_the_place_is_named():
    (note,) = read(PARTNER_FILE.encode()).notes
    assert note.code == "iati.place_unknown"
    assert "Somewhere in Timor" in note.message("id")


def test_what_nobody_edited_goes_out_as_it_came(imported):
    (written,) = activities(write([imported], NOW))
    assert canonical(written) == canonical(SOURCE)


CHANGES = {
    "title": "Judul baru",
    "description": "Isi baru",
    "target_group": "",
    "owner": OrganisationNamed(name="Lembaga lain", ref="XX-LAIN", type_code="21"),
    "partners": (Partner(role=PartnerRole.EXTENDING, organisation=OrganisationNamed(name="Baru")),),
    "districts": ("53.21",),
    "planned_end": date(2027, 6, 30),
    "actual_start": None,
    "status": ProgrammeStatus.AGREED,
    "services": (ServiceLine.SKILLS, ServiceLine.DATA),
    "phases": (Phase.BEFORE,),
    "capacities": (Capacity(starts_on=NOW.date(), ends_on=date(2027, 1, 1), places=12),),
    "money": Money(amount=Decimal("7"), currency="IDR"),
    "contact": Contact(name="B", post="Kepala", telephone="+62 111"),
    "sectors": ("11330", "16020"),
    "problem": Problem.SKILLS,
    "gcm_objectives": (18, 5),
    "entry_words": "Warga Belu",
    "entry_rules": (AgeWindow(minimum=21),),
    "checked_on": NOW.date(),
    "fit": Fit.FILLS_GAP,
    "next_step": "Telepon",
}
PARTS = {
    "target_group": "description",
    "owner": "reporting-org",
    "partners": "participating-org",
    "districts": "location",
    "planned_end": "activity-date",
    "actual_start": "activity-date",
    "capacities": "result",
    "money": "budget",
    "contact": "contact-info",
    "sectors": "sector",
}


@pytest.mark.parametrize("field", CHANGES)
def test_an_edit_changes_its_own_part_and_nothing_else(imported, field):
    edited = replace(imported, **{field: CHANGES[field]})
    (written,) = activities(write([edited], NOW))
    (again,) = read(write([edited], NOW)).activities
    assert replace(again, kept="") == replace(edited, kept="")
    assert written.get("last-updated-datetime") == "2026-11-24T08:00:00+00:00"
    own = {"tag", "activity-status", PARTS.get(field, field)}

    def others(activity):
        return [
            canonical(part) for part in activity.iterchildren("*") if part.tag not in own and "tenun" not in part.tag
        ]

    assert others(written) == others(SOURCE)
    tags = [part.get("vocabulary-uri") for part in written.findall("tag")]
    assert tags[0] is None  # The agency's own tag still stands first.


def test_what_an_edited_part_says_beside_it_stays(imported):
    edited = replace(
        imported, title="Judul baru", partners=imported.partners[:1], sectors=("15190",), contact=Contact(name="B")
    )
    (written,) = activities(write([edited], NOW))
    assert [each.text for each in written.find("title")][1:] == ["Judul baru", "Voyages surs"]
    kept = {each.get("role"): each for each in written.findall("participating-org")}
    assert kept["1"].get("crs-channel-code") == "10000"
    assert "9" in kept
    assert [each.get("code") for each in written.findall("sector")] == ["MIG-1", "15190"]
    info = written.find("contact-info")
    assert [each.tag for each in info] == ["organisation", "person-name", "website"]
    assert [each.text for each in info.find("person-name")] == ["B", "A. Sample"]


def test_the_whole_province_is_a_place_of_its_own(imported):
    (written,) = activities(write([replace(imported, districts=())], NOW))
    assert [each.get("ref") for each in written.findall("location")] == ["L2", "kemendagri:53"]
    (again,) = read(write([replace(imported, districts=())], NOW)).activities
    (back,) = activities(write([replace(again, districts=("53.04",))], NOW))
    assert [each.get("ref") for each in back.findall("location")] == ["L2", "kemendagri:53.04"]


def test_parts_taken_away_are_gone(imported):
    edited = replace(imported, contact=Contact(), money=None, partners=(), description="")
    (written,) = activities(write([edited], NOW))
    (again,) = read(write([edited], NOW)).activities
    assert replace(again, kept="") == replace(edited, kept="")
    assert written.find("budget") is None
    assert [each.get("role") for each in written.findall("participating-org")] == ["9"]


def test_an_activity_with_one_description_keeps_an_empty_one():
    (record,) = read(small()).activities
    edited = replace(record, description="", contact=Contact(post="Kepala"), partners=())
    (written,) = activities(write([edited], NOW))
    assert written.findtext("description/narrative") == ""
    assert written.find("participating-org").get("{urn:tenun:programme}stands-in") == "true"
    (again,) = read(write([edited], NOW)).activities
    assert again.partners == ()
    assert again.contact == Contact(post="Kepala")
    # The owner stands in for the partners that nobody has named, under whatever name it has.
    renamed = replace(again, owner=OrganisationNamed(name="Kantor baru"), contact=Contact())
    (written,) = activities(write([renamed], NOW))
    assert written.findtext("participating-org/narrative") == "Kantor baru"
    assert written.find("contact-info") is None
    named = replace(again, partners=(Partner(role=PartnerRole.FUNDING, organisation=OrganisationNamed(name="D")),))
    (written,) = activities(write([named], NOW))
    assert [each.get("role") for each in written.findall("participating-org")] == ["1"]


@settings(max_examples=150, deadline=None)
@given(records(), records())
def test_a_record_comes_back_as_it_went_and_an_edit_of_it_too(first, second):
    content = write([first], NOW)
    assert is_valid(etree.fromstring(content))
    (again,) = read(content).activities
    assert replace(again, kept="") == first
    edited = replace(second, identifier=first.identifier, kept=again.kept)
    content = write([edited], NOW)
    assert is_valid(etree.fromstring(content))
    (again,) = read(content).activities
    assert replace(again, kept="") == replace(edited, kept="")


@settings(max_examples=60, deadline=None)
@given(records())
def test_any_edit_of_the_partners_activity_is_valid(record):
    content = write([replace(record, kept=read(PARTNER_FILE.encode()).activities[0].kept)], NOW)
    assert is_valid(etree.fromstring(content))
    (again,) = read(content).activities
    assert replace(again, kept="") == record
    for name in ("transaction", "document-link", "policy-marker", "{urn:contoh:geo}shape"):
        assert canonical(etree.fromstring(again.kept).find(name)) == canonical(SOURCE.find(name))


def test_signs_that_xml_cannot_hold_are_left_out():
    record = ProgrammeRecord(
        identifier="X\x001", title="A\x0bB", owner=OrganisationNamed(name="C\ufffe"), planned_start=date(2026, 1, 1)
    )
    (again,) = read(write([record], NOW)).activities
    assert (again.identifier, again.title, again.owner.name) == ("X1", "AB", "C")


BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">%s]>
<iati-activities version="2.03">&b9;</iati-activities>"""
BOMB %= b"".join(b'<!ENTITY b%d "%s">' % (n, b"&%s;" % (b"b%d" % (n - 1) if n else b"a") * 10) for n in range(10))


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "iati.empty", None),
        (b" \n", "iati.empty", None),
        (BOMB, "iati.doctype", 1),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "iati.doctype", 1),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/x">]><a>&x;</a>', "iati.doctype", 1),
        (
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "y">]><a/>'.encode("utf-16"),
            "iati.doctype",
            1,
        ),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "iati.not_xml", 1),
        (b'<?xml version="1.0" encoding="unheard-of"?><a/>', "iati.not_xml", 1),
        (b"PK\x03\x04", "iati.not_xml", 1),
        (b"<a>\n\n<b></a>", "iati.not_xml", 3),
        (b"<d>" * 1000 + b"</d>" * 1000, "iati.not_xml", 1),
        (b"<iati-organisations version='2.03'/>", "iati.not_activities", 1),
        (b"<iati-activities version='1.05'/>", "iati.version", 1),
        (b"<iati-activities/>", "iati.version", 1),
        (small(title=""), "iati.part_missing", 1),
        (small(identifier="<iati-identifier> </iati-identifier>"), "iati.no_identifier", 2),
        (
            small(
                date='<activity-date type="1" iso-date="2026-01-01"/>\n<activity-date type="3" iso-date="2025-12-31"/>'
            ),
            "iati.ends_before_it_begins",
            9,
        ),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(content, code, line):
    with pytest.raises(UnreadableFile) as refused:
        read(content)
    assert (refused.value.problem.code, refused.value.problem.row) == (code, line)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_file_whatever_breaks_the_reader(data):
    content = bytearray(PARTNER_FILE.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(content)))
        content[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
    # Anything but a refusal fails the test; what was read can be written.
    with suppress(UnreadableFile):
        found = read(bytes(content))
        assert any(map(missing, found.activities)) or is_valid(etree.fromstring(write(found.activities, NOW)))


def test_a_large_file_is_refused_before_it_is_read():
    with pytest.raises(UnreadableFile, match="50 MB"):
        read(b"<" * (50 * MEGABYTE))


def test_two_activities_of_one_name_are_refused_and_every_fault_is_given():
    one = small().decode().partition("\n")[2].rpartition("</iati-activities>")[0]
    content = small(end=f"<iati-activity>\n{one}<iati-activity>\n{one}</iati-activities>")
    with pytest.raises(FaultyFile) as refused:
        read(content)
    first, second = refused.value.problems
    assert first == refused.value.problem
    assert first.message("id").startswith("Baris 11: Kegiatan `X-1` sudah ada di baris 2.")
    assert second.row == 20


@pytest.mark.parametrize(
    ("code", "tag", "status", "noted"),
    [
        ("1", None, ProgrammeStatus.IDEA, False),
        ("1", "agreed", ProgrammeStatus.AGREED, False),
        ("2", "agreed", ProgrammeStatus.RUNNING, False),
        ("3", None, ProgrammeStatus.ENDED, False),
        ("5", "ended", ProgrammeStatus.ENDED, False),
        ("6", None, ProgrammeStatus.ENDED, True),
        ("8", None, ProgrammeStatus.IDEA, True),
        ("1", "unheard", ProgrammeStatus.IDEA, False),
    ],
)
def test_the_exact_status_counts_where_the_coarse_one_does_not_deny_it(code, tag, status, noted):
    more = f'<tag code="{tag}" vocabulary="99" vocabulary-uri="urn:tenun:programme-status"/>' if tag else ""
    found = read(small(status=f'<activity-status code="{code}"/>', more=more))
    assert found.activities[0].status is status
    assert [note.code for note in found.notes] == ["iati.status"] * noted


OWN = '<t:programme xmlns:t="urn:tenun:programme">{}</t:programme>'
BUDGET = """<budget><period-start iso-date="2026-01-01"/><period-end iso-date="2026-0{}-01"/>
<value value-date="2026-01-01" {}>5</value></budget>"""
CAPACITY = """<result type="1"><title><narrative>T</narrative></title>
<indicator measure="1"><title><narrative>T</narrative></title>
<reference vocabulary="99" code="places" indicator-uri="urn:tenun:capacity"/><period>
<period-start iso-date="2026-01-01"/><period-end iso-date="2026-02-01"/><target value="{}"/>
</period></indicator></result>"""


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (
            OWN.format('<t:entry-rules>[{"kind": "value_in", "field": "nik", "values": []}]</t:entry-rules>'),
            "iati.entry_rules",
        ),
        (BUDGET.format(2, 'currency="USD"') + BUDGET.format(3, 'currency="IDR"'), "iati.currency"),
        (BUDGET.format(2, ""), "iati.currency"),
        ("<location/>", "iati.place_unknown"),
    ],
)
def test_what_is_unclear_is_left_open_and_noted(more, code):
    found = read(small(more=more))
    assert [note.code for note in found.notes] == [code]
    record = found.activities[0]
    assert (record.money, record.entry_rules, record.districts) == (None, (), ())


def test_what_stands_beside_the_activities_is_said_to_be_lost():
    found = read(small(end='<x:other xmlns:x="urn:x"/></iati-activities>'))
    assert [note.code for note in found.notes] == ["iati.beside_activities"]


def test_a_capacity_that_is_no_number_is_none_of_ours():
    assert read(small(more=CAPACITY.format("banyak"))).activities[0].capacities == ()
    (capacity,) = read(small(more=CAPACITY.format("12"))).activities[0].capacities
    assert capacity.places == 12


@pytest.mark.parametrize(
    ("location", "districts"),
    [
        ('<location ref="kemendagri:53.04"/>', ("53.04",)),
        ('<location ref="kemendagri:53.04.05.2001"/>', ("53.04",)),
        ('<location><administrative vocabulary="Kemendagri" code="5304"/></location>', ("53.04",)),
        ('<location><administrative vocabulary="A2" code="5304"/></location>', ()),
        ('<location><location-id vocabulary="kemendagri" code="53.99"/></location>', ()),
        ('<location ref="kemendagri:53"/>', ()),
        ("<location><name><narrative>Kupang</narrative></name></location>", ()),
        ("<location><name><narrative>Kota Kupang</narrative></name></location>", ("53.71",)),
    ],
)
def test_a_district_is_known_by_its_kemendagri_code_or_its_whole_name(location, districts):
    assert read(small(more=location)).activities[0].districts == districts


def test_an_edit_of_an_english_activity_is_marked_as_indonesian():
    record = read(small(activity='<iati-activity xml:lang="en">')).activities[0]
    (written,) = activities(write([replace(record, title="Baru", districts=("53.04",))], NOW))
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [(each.get(lang), each.text) for each in written.find("title")] == [("id", "Baru"), (None, "Judul")]
    assert written.find("location/name/narrative").get(lang) == "id"


def test_what_iati_asks_and_a_record_lacks_is_said():
    bare = ProgrammeRecord(identifier=" ", title="A", owner=OrganisationNamed(name="B"))
    assert [each.code for each in missing(bare)] == ["iati.cannot_without_identifier", "iati.cannot_without_date"]
    turned = replace(bare, identifier="X", planned_start=date(2026, 2, 1), planned_end=date(2026, 1, 1))
    assert [each.code for each in missing(turned)] == ["iati.cannot_reversed"]
    good = replace(turned, planned_end=None)
    assert missing(good) == ()
    for records_given in ([], [bare], [good, good]):
        with pytest.raises(ValueError, match="IATI"):
            write(records_given, NOW)


def test_a_fault_of_ours_never_leaves_the_house():
    record = ProgrammeRecord(
        identifier="X",
        title="A",
        owner=OrganisationNamed(name="B"),
        planned_start=date(2026, 1, 1),
        kept="<iati-activity>"
        "<iati-identifier/><title/><activity-status code='1'/><reporting-org ref='' type=''/></iati-activity>",
    )
    with pytest.raises(RuntimeError, match="out of its order"):
        write([record], NOW)


def test_what_is_added_to_a_file_stands_on_lines_of_its_own(imported):
    edited = replace(imported, services=(ServiceLine.SKILLS,), districts=("53.21",), checked_on=NOW.date())
    lines = write([edited], NOW).decode().splitlines()
    assert [
        line[:8] for line in lines if "kemendagri:53.21" in line or "service-line" in line or "tenun:programme>" in line
    ] == ["    <loc", "    <tag", "    <ten"]
