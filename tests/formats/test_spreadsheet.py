"""One door for .xlsx, .ods and .csv: the same rows come out, and the header is taken at its word."""

from datetime import date

import pytest

from tenun.formats.cells import Formula
from tenun.formats.problems import UnreadableFile
from tenun.formats.spreadsheet import open_sheet

ROWS = [
    ["nama", "nik", "tanggal_lahir"],
    ["Maria Bano", "5304055203999001", "12/03/1999"],
    ["Yosef", "-", None],
]
EXPECTED = [
    (2, {"nama": "Maria Bano", "nik": "5304055203999001", "tanggal_lahir": "12/03/1999"}),
    (3, {"nama": "Yosef", "nik": "-"}),
]


def refusal(path):
    with pytest.raises(UnreadableFile) as caught:
        list(open_sheet(path).rows())
    return caught.value.problem


def csv_of(rows, sign=","):
    return "".join(sign.join(cell or "" for cell in row) + "\r\n" for row in rows)


@pytest.fixture(params=["xlsx", "ods", "csv ,", "csv ;", "csv with BOM"])
def make_sheet(request, make_xlsx, make_ods, make_file):
    """The same rows in every kind of file."""
    match request.param:
        case "xlsx":
            return make_xlsx
        case "ods":
            return lambda rows: make_ods(("Isian", rows))
        case "csv with BOM":
            return lambda rows: make_file(b"\xef\xbb\xbf" + csv_of(rows).encode())
        case kind:
            return lambda rows: make_file(csv_of(rows, kind[-1]))


def test_every_kind_gives_the_same_rows(make_sheet):
    sheet = open_sheet(make_sheet(ROWS))
    assert list(sheet.rows()) == EXPECTED
    assert sheet.problems == []
    assert sheet.rows_expected == 3


def test_empty_rows_keep_their_numbers(make_sheet):
    sheet = open_sheet(make_sheet([["nama"], [None], ["Maria"], [None], ["Yosef"]]))
    assert [row for row, _ in sheet.rows()] == [3, 5]


def test_names_are_trimmed_and_taken_in_lower_case(make_sheet):
    sheet = open_sheet(make_sheet([[" Nama ", "NIK", "KTP_Nama"], ["Maria", "1", "MARIA"]]))
    assert list(sheet.columns.values()) == ["nama", "nik", "ktp_nama"]
    assert list(sheet.header.values()) == ["Nama", "NIK", "KTP_Nama"]
    assert sheet.problems == []


def test_blanks_in_a_name_are_read_with_a_warning(make_sheet):
    sheet = open_sheet(make_sheet([["nama", "Tanggal  Lahir"], ["Maria", "x"]]))
    assert list(sheet.rows()) == [(2, {"nama": "Maria", "tanggal_lahir": "x"})]
    assert [problem.message("id") for problem in sheet.problems] == [
        ("Kolom Tanggal Lahir: Judul ini dibaca sebagai `tanggal_lahir`. Tulis persis seperti itu supaya tidak keliru.")
    ]


def test_unknown_columns_are_named_and_kept(make_sheet):
    sheet = open_sheet(make_sheet([["nama", "Hobi Saya"], ["Maria", "tenun"]]))
    assert list(sheet.rows()) == [(2, {"nama": "Maria", "hobi saya": "tenun"})]
    assert [(problem.code, problem.column) for problem in sheet.problems] == [("header.unknown", "Hobi Saya")]


def test_results_of_an_earlier_check_need_no_warning(make_sheet):
    sheet = open_sheet(make_sheet([["nama", "tenun_hasil"], ["Maria", "siap"]]))
    assert sheet.problems == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([[None], ["nama"], ["Maria"]], "Baris 1: Baris pertama bukan baris judul kolom."),
        (
            [["name", "nik"], ["Maria", "1"]],
            "Baris 1: Tidak ada kolom `nama` di baris judul; yang terbaca: name, nik.",
        ),
        (
            [["nama", "nik", "Nama "], ["Maria", "1", "x"]],
            "Baris 1: Judul kolom Nama ada dua kali (A dan C).",
        ),
        (
            [["nama", "tanggal lahir", "tanggal_lahir"], ["Maria", "1", "2"]],
            "Baris 1: Judul kolom tanggal_lahir ada dua kali (B dan C).",
        ),
    ],
)
def test_a_header_that_cannot_stand(make_sheet, rows, message):
    assert refusal(make_sheet(rows)).message("id").startswith(message)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_sheet_without_any_cell(make_xlsx, make_ods, kind):
    path = make_xlsx([]) if kind == "xlsx" else make_ods(("Isian", []))
    assert refusal(path).code == "file.empty"


def test_a_filled_column_without_a_header_is_told_once(make_xlsx):
    sheet = open_sheet(make_xlsx([["nama"], ["Maria", "x", "y"], ["Yosef", "z"]]))
    assert list(sheet.rows()) == [(2, {"nama": "Maria"}), (3, {"nama": "Yosef"})]
    assert [problem.message("id") for problem in sheet.problems] == [
        f"Kolom {letter}: Kolom ini berisi data tetapi tidak berjudul; isinya tidak dibaca. "
        "Beri judul pada kolom itu atau hapus isinya."
        for letter in "BC"
    ]


def test_a_row_with_cells_only_beside_the_header_is_no_row(make_xlsx):
    assert list(open_sheet(make_xlsx([["nama"], [None, "x"]])).rows()) == []


def test_a_row_of_blanks_is_no_row(make_xlsx):
    assert list(open_sheet(make_xlsx([["nama", "nik"], ["  ", "\t"], [None, "1"]])).rows()) == [(3, {"nik": "1"})]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_further_sheets_with_data_are_named(make_xlsx, make_ods, kind):
    def more(book, _sheet):
        for name in ("Kosong", "Lama", "Penjelasan", "Loket catatan sipil"):
            sheet = book.add_worksheet(name)
            if name != "Kosong":
                sheet.write_string(0, 0, "x")

    path = (
        make_xlsx(ROWS, change=more)
        if kind == "xlsx"
        else make_ods(
            ("Isian", ROWS),
            ("Kosong", []),
            ("Lama", [["x"]]),
            ("Penjelasan", [["x"]]),
            ("Loket catatan sipil", [["x"]]),
        )
    )
    sheet = open_sheet(path)
    assert list(sheet.rows()) == EXPECTED
    assert [(problem.code, problem.value) for problem in sheet.problems] == [("file.more_sheets", "Lama")]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_empty_sheets_in_front_are_passed_over(make_xlsx, make_ods, kind):
    def second(book, _sheet):
        book.add_worksheet("Data").write_row(0, 0, ["nama"])

    path = make_xlsx([], change=second) if kind == "xlsx" else make_ods(("A", []), ("B", [["nama"]]))
    assert list(open_sheet(path).columns.values()) == ["nama"]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_merged_cells_are_refused_by_place(make_xlsx, make_ods, kind):
    merged = (
        '<table:table-cell table:number-columns-spanned="1" table:number-rows-spanned="2" '
        'office:value-type="string"><text:p>Kupang</text:p></table:table-cell>'
    )
    path = (
        make_xlsx(ROWS, change=lambda _, sheet: sheet.merge_range(4, 1, 5, 1, "Kupang"))
        if kind == "xlsx"
        else make_ods(("Isian", [*ROWS, [None], ["x", merged]]))
    )
    assert refusal(path).message("id").startswith("Baris 5, kolom B: Sel B5")


def test_merged_cells_on_another_sheet_do_no_harm(make_ods):
    merged = '<table:table-cell table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell>'
    assert list(open_sheet(make_ods(("Isian", ROWS), ("Lama", [[merged]]))).rows()) == EXPECTED


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_dates_and_numbers_come_as_they_are(make_xlsx, make_ods, kind):
    rows = [["nama", "tanggal_lahir", "pelatihan_jam"], ["Maria", date(1999, 3, 12), 280]]
    path = make_xlsx(rows) if kind == "xlsx" else make_ods(("Isian", rows))
    assert list(open_sheet(path).rows()) == [
        (2, {"nama": "Maria", "tanggal_lahir": date(1999, 3, 12), "pelatihan_jam": 280})
    ]


def test_a_formula_keeps_its_text_and_its_saved_result(make_xlsx):
    path = make_xlsx([["nama", "nik"]], change=lambda _, sheet: sheet.write_formula(1, 0, '="Ma"&"ria"', None, "Maria"))
    assert list(open_sheet(path).rows()) == [(2, {"nama": Formula('="Ma"&"ria"', "Maria")})]
