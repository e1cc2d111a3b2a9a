"""A 3W table is read by its tags alone, is readable to the library of HXL, and takes no foreign code for a place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import hxl
import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.programmes import records

from tenun.domain.programmes import (
    Capacity,
    Contact,
    Money,
    OrganisationNamed,
    Partner,
    PartnerRole,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
)
from tenun.formats.problems import UnreadableFile
from tenun.formats.three_w import read_three_w, three_w_csv, write_three_w_xlsx

START, END = date(2026, 1, 15), date(2026, 6, 30)


def organisation(name, ref="", kind=""):
    return OrganisationNamed(name=name, ref=ref, type_code=kind)


RECORD = ProgrammeRecord(
    identifier="P-1",
    title="Kelas bahasa",
    owner=organisation("Kantor rekaan", "XX-1", "21"),
    description="Satu\ndua",
    partners=(
        Partner(role=PartnerRole.FUNDING, organisation=organisation("Donor rekaan", kind="10")),
        Partner(role=PartnerRole.IMPLEMENTING, organisation=organisation("Pelaksana A")),
        Partner(role=PartnerRole.IMPLEMENTING, organisation=organisation("Pelaksana B", "XX-B")),
    ),
    services=(ServiceLine.SKILLS, ServiceLine.DATA),
    districts=("53.04", "53.21"),
    planned_start=START,
    planned_end=END,
    status=ProgrammeStatus.AGREED,
    capacities=(
        Capacity(starts_on=START, ends_on=END, places=30, district="53.21"),
        Capacity(starts_on=START, ends_on=END, places=12),
    ),
    money=Money(amount=Decimal("1250.50"), currency="USD"),
    contact=Contact(name="A", post="B", email="a@example.org", telephone="+62 1"),
    gcm_objectives=(18, 5),
    sectors=("15190",),
    source="=rekaan",
)


def saved(path, records, kind):
    if kind == "csv":
        path.write_bytes(three_w_csv(records))
    else:
        buffer = BytesIO()
        write_three_w_xlsx(buffer, records)
        path.write_bytes(buffer.getvalue())
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_record_comes_back_as_it_went(tmp_path, kind):
    reading = read_three_w(saved(tmp_path / f"a.{kind}", [RECORD], kind))
    assert reading.problems == ()
    assert reading.records == (RECORD,)
    assert reading.programmes[0].row == 3


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_library_of_hxl_reads_it_and_counts_nobody_twice(tmp_path, kind):
    other = replace(RECORD, identifier="P-2", services=(), districts=(), partners=(), capacities=(), money=None)
    path = saved(tmp_path / f"a.{kind}", [RECORD, other], kind)
    data = hxl.data(BytesIO(path.read_bytes())).cache()
    rows = list(data)
    # Two services in two districts and the places of no one district; then one row for the whole province.
    assert len(rows) == 6
    for tag in (
        "#org+impl",
        "#sector+name",
        "#activity",
        "#adm1+name",
        "#date+start",
        "#date+end",
        "#adm2+code+v_kemendagri",
    ):
        assert hxl.model.TagPattern.parse(tag).find_column(data.columns) is not None, tag
    assert sum(int(row.get("#targeted+total") or 0) for row in rows) == 42
    assert [row.get("#value+budget") for row in rows if row.get("#value+budget")] == ["1250.50"]
    assert {row.get("#org+impl") for row in rows[:5]} == {"Pelaksana A"}
    assert {row.get("#adm2+code") or "" for row in rows} == {"53.04", "53.21", ""}
    found = hxl.validate(data)
    assert [each for each in found["issues"] if each["severity"] == "error"] == []


TEXTS = ("description", "target_group", "entry_words", "source", "source_url")


def quiet(text):
    return "" if text == "-" else text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_any_record_comes_back_as_far_as_a_3w_says_it(tmp_path, record):
    plain = replace(
        record,
        identifier=f"P{record.identifier}",
        title=f"T{record.title}",
        owner=organisation(f"O{record.owner.name}"),
        partners=tuple(
            replace(each, organisation=organisation(f"N{number}")) for number, each in enumerate(record.partners)
        ),
        capacities=(),
        contact=Contact(),
    )
    reading = read_three_w(saved(tmp_path / "a.csv", [plain], "csv"))
    assert [problem.message("id") for problem in reading.problems] == []
    (again,) = reading.records
    unsaid = {"entry_rules": (), "counterpart": "", "budget_code": "", "fit": None, "next_step": ""}
    texts = {
        name: quiet(getattr(plain, name))
        for name in ("description", "target_group", "entry_words", "source", "source_url")
    }
    order = list(PartnerRole)
    partners = tuple(sorted(plain.partners, key=lambda each: order.index(each.role)))
    assert again == replace(plain, **unsaid, **texts, partners=partners)


HEAD = "Apa,Siapa,Di mana,Kode,Mulai,Selesai"
TAGS = "#activity,#org +impl,#adm2+name,#adm2 +v_kemendagri+code,#date+start,#date+end"


@pytest.fixture
def read(make_file):
    """The reading of lines of a table by another agency."""

    def read(*lines, tags=TAGS, head=HEAD):
        return read_three_w(make_file("\n".join((head, tags, *lines)) + "\n"))

    return read


def said(reading):
    return [(problem.code, problem.row) for problem in reading.problems]


def test_a_table_of_another_agency_is_read_by_its_tags(make_file):
    text = "3W NTT;;\nrekaan\nSiapa;Apa;Wilayah\n#org+lead+name; #activity+project+en ;#ADM2+name+id\n"
    text += "A;Kelas;Kab. Belu\nA;Kelas;TTS\n"
    reading = read_three_w(make_file(text))
    assert said(reading) == [("hxl.no_code", 5)]
    (record,) = reading.records
    assert (record.owner.name, record.title, record.districts) == ("A", "Kelas", ("53.02", "53.04"))
    assert record.identifier.startswith("3w-")
    assert read_three_w(make_file(text)).records == (record,)


@pytest.mark.parametrize(
    ("place", "districts"),
    [("Belu,", ("53.04",)), (",5304", ("53.04",)), (",53.04", ("53.04",)), ("Belu,53.04", ("53.04",)), (",", ())],
)
def test_a_place_is_known_by_name_or_by_kemendagri_code(read, place, districts):
    (record,) = read(f"Kelas,A,{place},,").records
    assert record.districts == districts


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Kelas,A,Kupang,,,", "hxl.place_unknown"),
        ("Kelas,A,,ID5304,,", "hxl.place_unknown"),
        ("Kelas,A,,53.99,,", "hxl.place_unknown"),
        ("Kelas,A,Malaka,53.04,,", "hxl.place_differs"),
        ("Kelas,A,,,2026-02-01,2026-01-01", "row.ends_before_it_begins"),
        ("Kelas,A,,,kemarin,", "date.form_unknown"),
        ("Kelas,,,,,", "programme.missing"),
        (",A,,,,", "programme.missing"),
    ],
)
def test_a_faulty_row_keeps_its_programme_out_and_no_other(read, line, code):
    reading = read(line, "Lain,B,Belu,,,")
    assert (code, 3) in said(reading)
    assert [record.title for record in reading.records] == ["Lain"]


@pytest.mark.parametrize("tag", ["#adm2+code", "#adm2+pcode", "#adm2+code+v_pcode", "#adm2+v_ocha"])
def test_a_code_of_another_list_is_never_one_of_kemendagri(make_file, tag):
    head = f"#activity,#org+prog,#adm2+name,{tag}\n"
    reading = read_three_w(make_file(head + "Kelas,A,Belu,ID5306\n"))
    assert reading.records[0].districts == ("53.04",)
    reading = read_three_w(make_file(head + "Kelas,A,,5304\n"))
    assert ("hxl.other_code", 2) in said(reading)
    assert reading.records == ()


TAGS_MORE = (
    "#activity,#activity+code,#org+prog,#adm1+name,#adm1+code+v_kemendagri,#sector,#status,#targeted,"
    "#date+start,#date+end,#value+total,#currency"
)


@pytest.fixture
def read_more(make_file):
    """The reading of lines with more columns."""
    return lambda *lines: read_three_w(make_file("\n".join((TAGS_MORE, *lines)) + "\n"))


def test_words_of_another_agency_are_said_and_left_out(read_more):
    reading = read_more("Kelas,P-1,A,NTT,53,Food Security,Ongoing,5,2026-01-01,2026-02-01,,")
    assert said(reading) == [("hxl.not_understood", 2)]
    (record,) = reading.records
    assert record.services == ()
    assert record.status is ProgrammeStatus.RUNNING
    assert (record.actual_start, record.planned_end) == (date(2026, 1, 1), date(2026, 2, 1))
    assert record.capacities == (Capacity(starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1), places=5),)


def test_an_ended_one_has_ended_on_its_last_day(read_more):
    (record,) = read_more("Kelas,P-1,A,NTT,,,Completed,,2026-01-01,2026-02-01,,").records
    assert (record.actual_end, record.planned_end) == (date(2026, 2, 1), None)


def test_a_row_of_another_province_is_passed_over(read_more):
    reading = read_more("Kelas,P-1,A,Jawa Timur,,,,,,,,", "Kelas,P-1,A,,35,,,,,,,", "Kelas,P-1,A,NTT,53,,,,,,,")
    assert said(reading) == [("hxl.elsewhere", 2), ("hxl.elsewhere", 3)]
    assert reading.programmes[0].row == 4


def test_people_without_days_and_money_without_currency(read_more):
    reading = read_more(
        "Kelas,P-1,A,,,,,5,2026-01-01,,,", "Kelas,P-2,A,,,,,,,,500,", "Kelas,P-3,A,,,,,,,,belum diketahui,"
    )
    assert said(reading) == [("hxl.places_without_dates", 2), ("programme.missing", 3)]
    assert [(record.identifier, record.money) for record in reading.records] == [("P-1", None), ("P-3", None)]


def test_a_row_that_says_nothing_readable_is_named(make_xlsx):
    head = ["#activity", "#org+prog", "#date+start"]
    reading = read_three_w(make_xlsx([head, [None, None, "kemarin"], ["Kelas", "A", None]]))
    assert said(reading) == [("date.form_unknown", 2), ("hxl.no_code", 3)]
    assert len(reading.records) == 1


def test_rows_that_differ_are_named_and_the_first_one_counts(read_more):
    reading = read_more("Kelas,P-1,A,,,,,,,,,", "Lain,P-1,A,,,,,,,,,", "")
    assert said(reading) == [("hxl.differs", 3)]
    assert reading.records[0].title == "Kelas"


def test_the_whole_province_is_more_than_its_districts(make_file):
    text = "#activity,#activity+code,#org+prog,#adm1,#adm2\nK,P,A,NTT,Belu\nK,P,A,NTT,\n"
    assert read_three_w(make_file(text)).records[0].districts == ()


def test_unknown_tags_are_named_and_known_ones_passed_over(make_file):
    text = "#activity,#org+prog,#warna,#reached+f,#adm1+code,#targeted+f,#org+impl+funder,#org+impl+code+type,"
    text += "#adm2+x\nK,A,1,2,3,4,5,6,7\n"
    reading = read_three_w(make_file(text))
    assert [problem.value for problem in reading.problems if problem.code == "hxl.unknown_tag"] == [
        "#warna", "#org+impl+funder", "#org+impl+code+type", "#adm2+x",
    ]  # fmt: skip
    assert len(reading.records) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nama,nik\nA,1\n", "hxl.no_tags"),
        ("a,b\n" * 30 + "#activity,#org+prog\n", "hxl.no_tags"),
        ("#org+prog,#adm2\nA,Belu\n", "hxl.tag_missing"),
        ("#activity,#org+funder\nA,Belu\n", "hxl.tag_missing"),
    ],
)
def test_a_table_without_the_tags_that_count_is_refused(make_file, text, code):
    with pytest.raises(UnreadableFile) as refused:
        read_three_w(make_file(text))
    assert refused.value.problem.code == code


def test_an_empty_list_is_a_head_alone(tmp_path):
    assert read_three_w(saved(tmp_path / "a.csv", [], "csv")).records == ()
