"""A .csv is read as UTF-8 with `,` or `;`, and what is doubtful is named by row and byte."""

import pytest

from tenun.formats.cells import Formula
from tenun.formats.problems import UnreadableFile
from tenun.formats.spreadsheet import open_sheet


def refusal(path):
    with pytest.raises(UnreadableFile) as caught:
        open_sheet(path)
    return caught.value.problem


@pytest.mark.parametrize(
    ("content", "row", "offset"),
    [
        ("nama\nJosé\n".encode("latin-1"), 2, 8),
        (b"\xef\xbb\xbfnama\nJos\xe9\n", 2, 11),
        ("nama\nMaria\n".encode("utf-16"), 1, 0),
        ("nama\nMaria\n".encode("utf-16-le"), 1, 1),
    ],
)
def test_a_wrong_encoding_is_named_by_row_and_byte(make_file, content, row, offset):
    problem = refusal(make_file(content))
    assert (problem.code, problem.row, dict(problem.details)) == ("file.encoding", row, {"offset": offset})
    start = f"Baris {row}: Berkas orang.csv bukan teks UTF-8: byte ke-{offset}"
    assert problem.message("id").startswith(start)


@pytest.mark.parametrize("content", ['nama\n"Maria\nYosef\n', 'nama\n"Maria" Bano\n', f"nama\n{'x' * 200_000}\n"])
def test_quotes_without_a_partner_are_refused(make_file, content):
    problem = refusal(make_file(content))
    assert problem.message("id").startswith("Baris 2: Tanda kutip ganda di berkas orang.csv tidak berpasangan")


def test_a_quoted_cell_over_two_lines_is_one_row(make_file):
    sheet = open_sheet(make_file('nama,desa\n"Maria\nBano",x\nYosef,y\n'))
    assert [(row, cells["nama"]) for row, cells in sheet.rows()] == [(2, "Maria\nBano"), (3, "Yosef")]


def test_the_separator_is_the_one_outside_quotes(make_file):
    sheet = open_sheet(make_file('nama;"a,b,c";nik\nMaria;x;1,5\n'))
    assert list(sheet.rows()) == [(2, {"nama": "Maria", "a,b,c": "x", "nik": "1,5"})]


def test_a_record_with_more_cells_than_the_header_has_shifted(make_file):
    sheet = open_sheet(make_file("nama,nik\nMaria,1,,\nBano, Yosef,2\nAna\n"))
    rows = list(sheet.rows())
    assert [row for row, _ in rows] == [2, 3, 4]
    assert list(sheet.shifted) == [3]
    assert sheet.shifted[3].message("id").startswith("Baris 3: Baris ini punya 3 sel, padahal judulnya 2.")


def test_a_formula_has_no_result(make_file):
    sheet = open_sheet(make_file("nama\n=HYPERLINK(1)\n"))
    assert list(sheet.rows()) == [(2, {"nama": Formula("=HYPERLINK(1)")})]


def test_a_header_alone_has_no_rows(make_file):
    assert list(open_sheet(make_file("nama")).rows()) == []
