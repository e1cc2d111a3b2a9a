"""The office's own sheet back: its cells as they were, the verdict beside each person, a sheet for each desk."""

import zipfile

import pytest
from python_calamine import CalamineWorkbook
from tests.cli.people import ON, READY, without, write_csv

from tenun.formats.spreadsheet import open_sheet


@pytest.fixture
def sheet(tenun, tmp_path):
    """The rows of the result, each a dictionary by column."""

    def run(rows):
        out = tmp_path / "hasil.xlsx"
        tenun("check", write_csv(tmp_path / "orang.csv", rows), "--on", ON, "--out", out)
        return out, [cells for _, cells in open_sheet(out).rows()]

    return run


def test_her_own_cells_come_back_and_the_result_beside_them(sheet):
    _, (ready, repair) = sheet([READY, without(READY, "ktp_nama", "nik") | {"ktp_nama": "Maria Gorety Bano"}])
    assert ready.items() >= READY.items()
    assert (ready["tenun_hasil"], ready["tenun_siap_untuk"]) == ("SIAP", "pencocokan (surat dan keterampilan)")
    assert not {"tenun_alasan", "tenun_rencana", "tenun_hari", "tenun_biaya"} & set(ready)
    assert (repair["tenun_hasil"], repair["tenun_hari"], repair["tenun_biaya"]) == ("PERLU DIBENAHI", 5, 0)
    assert repair["tenun_alasan"] == "Nama sama di semua surat: berbeda sedikit"
    assert repair["tenun_rencana"] == "1. Betulkan nama pada KTP"


def test_a_row_with_an_error_comes_back_with_its_problem(sheet):
    _, (row,) = sheet([READY | {"tanggal_lahir": "kemarin"}])
    assert row["tenun_hasil"] == "TIDAK DINILAI"
    assert "`kemarin` bukan tanggal" in row["tenun_alasan"]
    assert row["tanggal_lahir"] == "kemarin"


@pytest.mark.parametrize(("target", "words"), [("", "Tujuan belum diisi"), ("mars", "Tujuan mars tidak dikenal")])
def test_a_row_without_a_known_target_comes_back_with_the_reason(sheet, target, words):
    _, (row,) = sheet([READY | {"tujuan": target}])
    assert row["tenun_hasil"] == "TIDAK DINILAI"
    assert words in row["tenun_alasan"]


def test_a_stop_names_protection_and_no_repair(sheet):
    out, (row,) = sheet([READY | {"ijazah_tanggal_lahir": "2010-05-20", "ktp_nama": "Maria Gorety Bano"}])
    assert row["tenun_rencana"].startswith("Jangan tawarkan perbaikan apa pun.")
    assert "Nama" not in row["tenun_alasan"]
    assert "tenun_hari" not in row
    assert CalamineWorkbook.from_path(out).sheet_names == ["Hasil"]


def test_not_this_target_names_what_fits_instead(sheet):
    born = {name: "2005-04-18" for name in READY if name.endswith("tanggal_lahir")}
    number = {"nik": "5304055804059001", "ktp_nomor": "5304055804059001", "tujuan": "sg-domestic"}
    _, (row,) = sheet([READY | born | number])
    possible, others = row["tenun_rencana"].splitlines()
    assert possible == "Mungkin mulai 18 April 2028"
    assert "my-domestic" in others


def test_each_desk_has_its_sheet_of_work(sheet):
    out, _ = sheet([READY | {"ktp_nama": "Maria Gorety Bano"}, without(READY, "ak1_terbit", "nik") | {"nama": "Agnes"}])
    book = CalamineWorkbook.from_path(out)
    assert book.sheet_names == ["Hasil", "Loket Dukcapil", "Loket Ketenagakerjaan"]
    header, step = book.get_sheet_by_name("Loket Dukcapil").to_python()
    assert header[:3] == ["nama", "baris", "langkah"]
    assert step[:4] == [READY["nama"], 2.0, "Betulkan nama pada KTP", 5.0]
    assert book.get_sheet_by_name("Loket Ketenagakerjaan").to_python()[1][:2] == ["Agnes", 3.0]


def test_what_looks_like_a_formula_stays_text(sheet):
    out, (row,) = sheet([READY | {"nama": "+62", "catatan": "=1+1"}])
    assert (row["nama"], row["catatan"]) == ("+62", "=1+1")
    with zipfile.ZipFile(out) as archive:
        assert all(b"<f>" not in archive.read(name) for name in archive.namelist())


def test_the_result_can_be_checked_again(sheet, tenun, tmp_path):
    out, _ = sheet([READY | {"catatan": "rajin"}])
    again = tenun("check", out, "--on", ON, "--out", tmp_path / "lagi.xlsx")
    assert again.code == 0
    ((_, row),) = open_sheet(tmp_path / "lagi.xlsx").rows()
    assert row["tenun_hasil"] == "SIAP"
    assert row["catatan"] == "rajin"
