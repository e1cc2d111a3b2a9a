"""The plain sheet of programmes: what goes out comes in again, and every problem has its row."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from python_calamine import CalamineWorkbook
from tests.formats.programmes import records

from tenun.domain.programmes import Capacity, Money, OrganisationNamed, ProgrammeRecord, ProgrammeStatus, ServiceLine
from tenun.formats.problems import UnreadableFile
from tenun.formats.programme_columns import PROGRAMME_COLUMNS
from tenun.formats.programme_sheet import SHEET, read_programmes, write_programmes, write_template
from tenun.formats.spreadsheet import EXAMPLE_SHEET, EXPLANATION_SHEET


def without_separators(record):
    """The record as the sheet can say it: partners by name and role, each once, in the sheet's order."""
    partners = {}
    for name, role in (("funding", 0), ("accountable", 1), ("extending", 2), ("implementing", 3)):
        for each in record.partners:
            text = each.organisation.name.replace(";", ",")
            if each.role.value == name and text not in ("", "-"):
                named = OrganisationNamed(name=text.strip())
                partners[(role, text.strip())] = replace(each, organisation=named)
    return replace(record, partners=tuple(partners.values()))


def sayable(record):
    texts = [record.identifier, record.title, record.owner.name]
    return all(text not in ("", "-") for text in texts)


def quiet(text):
    """A lone hyphen says in a sheet that there is nothing."""
    return "" if text == "-" else text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records().filter(sayable))
def test_a_record_comes_back_as_it_went(tmp_path, record):
    path = tmp_path / "program.xlsx"
    with path.open("wb") as target:
        write_programmes(target, [record])
    reading = read_programmes(path)
    assert [problem for problem in reading.problems if problem.is_error] == []
    (again,) = reading.records
    wanted = without_separators(record)
    for name in ("description", "target_group", "entry_words", "source", "source_url", "counterpart", "budget_code"):
        wanted = replace(wanted, **{name: quiet(getattr(wanted, name))})
    wanted = replace(
        wanted,
        next_step=quiet(wanted.next_step),
        owner=replace(wanted.owner, ref=quiet(wanted.owner.ref), type_code=quiet(wanted.owner.type_code)),
        contact=replace(
            wanted.contact,
            **{name: quiet(getattr(wanted.contact, name)) for name in ("name", "post", "email", "telephone")},
        ),
    )
    assert again == wanted


ROW = {"kode_program": "P-1", "nama_program": "Kelas", "pemilik": "Kantor rekaan"}


@pytest.fixture
def read(make_xlsx):
    """The reading of rows given as dictionaries."""

    def read(*rows):
        header = list(dict.fromkeys(name for row in rows for name in row))
        return read_programmes(make_xlsx([header, *([row.get(name) for name in header] for row in rows)]))

    return read


def said(reading):
    return [(problem.code, problem.row, problem.column) for problem in reading.problems]


def test_a_row_is_a_programme(read):
    reading = read(
        ROW
        | {"layanan": "Keterampilan; dokumen", "kabupaten": "Belu; 53.21", "status": "berjalan"}
        | {
            "mulai": date(2026, 2, 1),
            "rencana_selesai": "31 Desember 2026",
            "anggaran": "Rp 1.500.000",
            "mata_uang": "Rp",
        }
        | {"daya_tampung": 30, "daya_mulai": "2026-02-01", "daya_selesai": "2026-06-30", "daya_kabupaten": "Malaka"},
        {"kode_program": "P-1", "daya_tampung": "20", "daya_mulai": "2026-07-01", "daya_selesai": "2026-12-31"},
    )
    assert reading.problems == ()
    assert reading.programmes[0].row == 2
    assert reading.records == (
        ProgrammeRecord(
            identifier="P-1",
            title="Kelas",
            owner=OrganisationNamed(name="Kantor rekaan"),
            services=(ServiceLine.SKILLS, ServiceLine.DOCUMENTS),
            districts=("53.04", "53.21"),
            status=ProgrammeStatus.RUNNING,
            actual_start=date(2026, 2, 1),
            planned_end=date(2026, 12, 31),
            money=Money(amount=Decimal(1500000), currency="IDR"),
            capacities=(
                Capacity(starts_on=date(2026, 2, 1), ends_on=date(2026, 6, 30), places=30, district="53.21"),
                Capacity(starts_on=date(2026, 7, 1), ends_on=date(2026, 12, 31), places=20),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"kode_program": None}, ("programme.no_identifier", 2, "kode_program")),
        ({"nama_program": "-"}, ("programme.missing", 2, "nama_program")),
        ({"pemilik": None}, ("programme.missing", 2, "pemilik")),
        ({"kabupaten": "Kupang"}, ("programme.district", 2, "kabupaten")),
        ({"rencana_mulai": "01/13/2026"}, ("date.month_first", 2, "rencana_mulai")),
        ({"anggaran": 5}, ("programme.missing", 2, "mata_uang")),
        ({"daya_tampung": 5, "daya_mulai": "2026-01-01"}, ("programme.missing", 2, "daya_selesai")),
        (
            {"daya_tampung": 5, "daya_mulai": "2026-01-02", "daya_selesai": "2026-01-01"},
            ("row.ends_before_it_begins", 2, "daya_selesai"),
        ),
        ({"mulai": "2026-01-02", "selesai": "2026-01-01"}, ("row.ends_before_it_begins", 2, "selesai")),
        ({"aturan_masuk": "[1]"}, ("programme.rules", 2, "aturan_masuk")),
    ],
)
def test_a_problem_has_its_row_and_its_column_and_keeps_its_programme_out(read, more, problem):
    reading = read(ROW | more, ROW | {"kode_program": "P-2", **dict.fromkeys(more.keys() - ROW.keys())})
    assert problem in [*said(reading)]
    assert [record.identifier for record in reading.records] == ["P-2"]


def test_rows_of_one_programme_may_not_contradict_each_other(read):
    reading = read(ROW, ROW | {"nama_program": "Lain"})
    assert said(reading) == [("programme.differs", 3, "nama_program")]
    assert reading.records == ()


def test_a_faulty_further_row_keeps_the_whole_programme_out(read):
    reading = read(ROW, {"kode_program": "P-1", "daya_tampung": "banyak"})
    assert ("cell.not_a_number", 3, "daya_tampung") in said(reading)
    assert reading.records == ()


def test_an_unknown_column_is_named_and_passed_over(read):
    reading = read(ROW | {"warna": "merah"})
    assert said(reading) == [("header.unknown", None, "warna")]
    assert len(reading.records) == 1


def test_a_shifted_row_of_a_csv_is_not_read(make_file):
    path = make_file("kode_program,nama_program,pemilik\nP-1,Kelas,Kantor,lebih\nP-2,Kelas,Kantor\n")
    reading = read_programmes(path)
    assert said(reading) == [("row.too_many_cells", 2, None)]
    assert [record.identifier for record in reading.records] == ["P-2"]


def test_an_ods_is_read_too(make_ods):
    path = make_ods(("Program", [list(ROW), list(ROW.values())]))
    assert len(read_programmes(path).records) == 1


def test_a_sheet_of_people_is_none_of_programmes(make_xlsx):
    with pytest.raises(UnreadableFile) as refused:
        read_programmes(make_xlsx([["nama", "nik"], ["Maria", "1"]]))
    assert refused.value.problem.message("id") == (
        "Baris 1: Tidak ada kolom `kode_program` di baris judul; yang terbaca: nama, nik. "
        "Pakai lembar contoh dari halaman program, dan biarkan judul kolomnya di baris 1."
    )


@pytest.fixture
def template(tmp_path):
    """The template as it is written."""
    path = tmp_path / "isian.xlsx"
    buffer = BytesIO()
    write_template(buffer)
    path.write_bytes(buffer.getvalue())
    return path


def test_the_template_is_empty_and_says_what_each_column_asks(template):
    reading = read_programmes(template)
    assert reading.problems == ()
    assert reading.records == ()
    book = CalamineWorkbook.from_path(str(template))
    assert book.sheet_names == [SHEET, EXPLANATION_SHEET, EXAMPLE_SHEET]
    explained = book.get_sheet_by_name(EXPLANATION_SHEET).to_python()
    assert [row[0] for row in explained[1:]] == list(PROGRAMME_COLUMNS)
    assert all(row[1] and row[2] for row in explained)


def test_the_example_of_the_template_reads_well_and_is_labelled(template, make_xlsx):
    rows = CalamineWorkbook.from_path(str(template)).get_sheet_by_name(EXAMPLE_SHEET).to_python()
    reading = read_programmes(make_xlsx(rows))
    assert reading.problems == ()
    (record,) = reading.records
    assert record.title.startswith("Contoh")
    assert record.owner.name.startswith("Contoh")
    assert record.money is None
    assert record.capacities[0].places == 30
