"""The matrix puts the paper taken as right first and shows no number in clear."""

import pytest
from tests.web.people import page_of, said


def table(name):
    matrix = page_of(name).matrix
    head = [(column.name, column.note) for column in matrix.columns]
    return head, {row.field: [(said(cell.text), cell.note, cell.kind) for cell in row.cells] for row in matrix.rows}


def test_one_letter_on_the_ktp():
    head, rows = table("Maria Yosefina Seran")
    assert head == [("Akta kelahiran", "acuan"), ("KTP", "harus diubah"), ("Ijazah", "cocok"), ("KK", "cocok")]
    assert rows["Nama"][1] == ("Maria Yosefina S[a]ran", "a, seharusnya e", "differs")
    assert rows["Jenis kelamin"][2] == ("tidak dimuat", "", "none")
    assert "NIK" not in rows, "one paper alone cannot be compared"


def test_a_certificate_is_not_changed_but_gets_a_letter():
    head, _ = table("Anastasia Hoar Nahak")
    assert head[1] == ("Ijazah", "perlu surat keterangan")


def test_the_nik_is_a_column_only_where_it_differs():
    head, rows = table("Orpa Dethan Bessie")
    assert head[1] == ("NIK", "harus diubah")
    assert rows["Tanggal lahir"][1] == ("[14]-07-2000", "hari berbeda", "differs")
    assert "NIK" not in dict(table("Maria Yosefina Seran")[0])


def test_the_machine_lines_say_what_they_are_known_to_say():
    head, rows = table("Rofina Sedia Jem")
    assert head[1][0] == "Baris mesin paspor"
    assert rows["Nomor paspor"][1] == ("•••• 77", "angka ke-6 berbeda", "differs")
    assert rows["Nama"][1][0] == "ROFINA SEDIA JEM"
    assert rows["Tanggal lahir"][1][0] == "belum dibaca"


@pytest.mark.parametrize("name", ["Maria Goreti Bano", "Oktaviana Loe Bau", "Novianti Bili Dappa"])
def test_no_matrix_where_nothing_differs_and_none_on_a_stop(name):
    assert page_of(name).matrix is None
