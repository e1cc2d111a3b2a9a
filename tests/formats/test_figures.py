"""Tables of figures as a workbook: read back by another program, and no text of it can become a formula."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tenun.formats.figures import Line, Table, workbook_of

EVIL = '=HYPERLINK("http://x","klik")'
TABLES = (
    Table(
        "sex",
        "Menurut jenis kelamin",
        ("Bulan ini", "Seluruhnya"),
        (Line("P", "Perempuan", (3, 1234), "Perempuan."), Line("L", EVIL, ("<5", 0), "@SUM(A1)")),
        Line("total", "Jumlah", (5, 1234), "Semua."),
    ),
    Table("steps", "Langkah", ("Bulan ini",), (Line("inform", "+1", (2,), "-1"),)),
)


@pytest.fixture(scope="module")
def content():
    keys = (("wilayah", "=1+1"), ("bulan", "2026-10"))
    return workbook_of(title=EVIL, about=["=2+2", "Belu"], tables=TABLES, keys=keys)


@pytest.fixture(scope="module")
def book(content):
    return CalamineWorkbook.from_filelike(BytesIO(content))


def test_a_line_whose_parts_follow_stands_out_as_a_total_does():
    codes = ("held", "held/age", "held/age/age_18", "held/health")
    lines = tuple(Line(code, "x", (1,), "y.") for code in codes)
    assert [Table("blocking", "J", ("Orang",), lines).stands_out(line) for line in lines] == [True, True, False, True]
    total = Line("total", "x", (3,), "y.")
    plain = Table("sex", "J", ("Orang",), (Line("P", "x", (3,), "y."),), total)
    assert [plain.stands_out(line) for line in plain.all_lines] == [False, True]


def test_the_sheet_to_read_holds_the_tables_one_after_the_other(book):
    rows = book.get_sheet_by_name("Laporan").to_python()
    assert [row[0] for row in rows[:3]] == [EVIL, "=2+2", "Belu"]
    assert rows[4:9] == [
        ["Menurut jenis kelamin", "", "", ""],
        ["", "Bulan ini", "Seluruhnya", "Artinya"],
        ["Perempuan", 3, 1234, "Perempuan."],
        [EVIL, "<5", 0, "@SUM(A1)"],
        ["Jumlah", 5, 1234, "Semua."],
    ]
    assert rows[-1] == ["+1", 2, "", "-1"]


def test_the_flat_sheet_has_a_figure_a_row(book):
    rows = book.get_sheet_by_name("Data").to_python()
    assert rows[0] == ["wilayah", "bulan", "bagian", "kode", "uraian", "kolom", "jumlah"]
    assert rows[1] == ["=1+1", "2026-10", "sex", "P", "Perempuan", "Bulan ini", 3]
    assert len(rows) == 1 + 3 * 2 + 1


def test_there_is_no_formula_and_no_link_in_it(content):
    with ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 2
    assert [sheet for sheet in sheets if "<f>" in sheet or "<f " in sheet or "hyperlink" in sheet] == []
