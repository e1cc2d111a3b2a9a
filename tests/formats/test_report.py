"""Officers get their own sheet back: every cell as it was, the results beside it, the steps by desk."""

import re
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from tenun.formats.cells import Formula
from tenun.formats.problems import UnreadableFile, refuse
from tenun.formats.report import VERDICTS, CheckedRow, DeskStep, write_checked_sheet
from tenun.formats.spreadsheet import open_sheet

RESULTS = ["tenun_hasil", "tenun_siap_untuk", "tenun_alasan", "tenun_rencana", "tenun_hari", "tenun_biaya"]


def checked(row, cells, verdict="repair", **result):
    return CheckedRow(row=row, cells=cells, verdict=verdict, **result)


@pytest.fixture
def sheet(make_file):
    """A small sheet as an office wrote it, results of an earlier check included."""
    return open_sheet(make_file("Nama;nik;Hobi;tenun_hasil;tanggal_lahir\nx;;;;\n"))


@pytest.fixture
def write(tmp_path, sheet):
    """Write rows and read the workbook back with the usual reader, sheet by sheet."""

    def write(*rows, language="id"):
        path = tmp_path / "hasil.xlsx"
        write_checked_sheet(path, sheet, iter(rows), language)
        book = CalamineWorkbook.from_path(str(path))
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}

    return write


def test_the_officers_own_columns_come_back_with_the_results(write):
    cells = {"nama": "Maria", "nik": "0304055203990001", "hobi": "=1+1", "tanggal_lahir": date(1999, 3, 12)}
    book = write(
        checked(
            4,
            {**cells, "tenun_hasil": "SIAP"},
            ready_for="MATCHED",
            reasons=("KTP tidak ada", "Nama berbeda"),
            plan=("1. Buat KTP",),
            days=3,
            cost=35_000,
        )
    )
    header, row = book["Hasil"]
    assert header == ["Nama", "nik", "Hobi", "tanggal_lahir", *RESULTS]
    assert row[:4] == ["Maria", "0304055203990001", "=1+1", "1999-03-12"]
    assert row[4:] == ["PERLU DIBENAHI", "MATCHED", "KTP tidak ada\nNama berbeda", "1. Buat KTP", 3, 35_000]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_stands_in_words_and_in_its_colour(tmp_path, write, verdict):
    for language in ("id", "en"):
        row = write(checked(2, {"nama": "Maria"}, verdict), language=language)["Hasil"][1]
        assert row[4] == VERDICTS[verdict].words.say(language)
    with zipfile.ZipFile(tmp_path / "hasil.xlsx") as archive:
        assert f'rgb="FF{VERDICTS[verdict].colour[1:]}"' in archive.read("xl/styles.xml").decode()


def test_the_header_stays_in_sight(tmp_path, write):
    write(checked(2, {"nama": "Maria"}))
    with zipfile.ZipFile(tmp_path / "hasil.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r'<pane xSplit="1" ySplit="1"[^>]*state="frozen"', xml)


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "http://a.b", "0812", "a\x0bb", "5E3"])
def test_text_stays_text_and_never_becomes_a_formula(tmp_path, write, text):
    write(checked(2, {"nama": text}, reasons=(text,)))
    with zipfile.ZipFile(tmp_path / "hasil.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    ((_, cells),) = open_sheet(tmp_path / "hasil.xlsx").rows()
    assert (cells["nama"], cells["tenun_alasan"]) == (text, text)


@pytest.mark.parametrize(
    ("cell", "back"),
    [(12, 12), (12.5, 12.5), (10**15, "1000000000000000"), (True, "TRUE"), (Formula("=A1", "x"), "x")],
)
def test_cells_that_are_no_text(write, cell, back):
    assert write(checked(2, {"nama": "Maria", "nik": cell}))["Hasil"][1][1] == back


def test_a_text_longer_than_a_cell_is_cut(write):
    assert len(write(checked(2, {"nama": "x" * 40_000}))["Hasil"][1][0]) == 32_767


def test_every_desk_has_its_sheet_of_steps(write):
    civil = DeskStep(desk="Catatan sipil", title="Cetak KK baru", days=3, cost=0, papers="KTP, akta")
    school = DeskStep(desk="Sekolah: [Dinas]/SMA", title="Surat keterangan")
    book = write(
        checked(2, {"nama": "Maria"}, steps=(civil, school)),
        checked(5, {"nama": "Yosef"}, steps=(civil,)),
    )
    assert book["Loket Catatan sipil"] == [
        ["nama", "baris", "langkah", "hari", "biaya", "kertas"],
        ["Maria", 2, "Cetak KK baru", 3, 0, "KTP, akta"],
        ["Yosef", 5, "Cetak KK baru", 3, 0, "KTP, akta"],
    ]
    assert book["Loket Sekolah Dinas SMA"][1][:3] == ["Maria", 2, "Surat keterangan"]


def test_desks_with_nearly_one_name_get_sheets_of_their_own(write):
    desks = (
        "Kantor Imigrasi Kelas II Kota Maumere",
        "Kantor Imigrasi Kelas II Kota Atambua",
        "kantor imigrasi",
        "Kantor Imigrasi",
    )
    steps = tuple(DeskStep(desk=desk, title=desk) for desk in desks)
    book = write(checked(2, {"nama": "Maria"}, steps=steps))
    assert [rows[1][2] for name, rows in book.items() if name != "Hasil"] == list(desks)
    assert max(map(len, book)) <= 31


def test_the_sheet_can_be_checked_again(tmp_path, write):
    write(checked(2, {"nama": "Maria"}, steps=(DeskStep(desk="Imigrasi", title="x"),)))
    again = open_sheet(tmp_path / "hasil.xlsx")
    assert [problem.column for problem in again.problems] == ["Hobi"]


def test_a_run_that_breaks_leaves_the_older_file_alone(tmp_path, sheet):
    path = tmp_path / "hasil.xlsx"
    path.write_bytes(b"lama")

    def rows():
        yield checked(2, {"nama": "Maria"})
        raise refuse("file.damaged", value="orang.xlsx", reason="x")

    with pytest.raises(UnreadableFile):
        write_checked_sheet(path, sheet, rows())
    assert path.read_bytes() == b"lama"
    assert {found.name for found in tmp_path.iterdir()} == {"hasil.xlsx", "orang.csv"}


def test_a_folder_that_is_not_there(tmp_path, sheet):
    with pytest.raises(OSError, match="No such file"):
        write_checked_sheet(tmp_path / "tidak" / "ada.xlsx", sheet, [])
