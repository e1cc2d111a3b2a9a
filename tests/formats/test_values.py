"""A cell is read as what its column asks for; digits that a program has rounded are never taken for true."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.formats.columns import COLUMNS
from tenun.formats.values import CellProblem, parser_of

THE_DAY = date(2026, 11, 24)


def read(column, cell):
    return parser_of(COLUMNS[column])(cell)


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("nama", "Maria  Bano", "Maria  Bano"),
        ("nik", "5304055203990001", "5304055203990001"),
        ("nik", "bukan angka", "bukan angka"),
        ("telepon", 81234567890, "81234567890"),
        ("ijazah_nomor", 123456, "123456"),
        ("tanggal_lahir", THE_DAY, THE_DAY),
        ("tanggal_lahir", "2026-11-24", THE_DAY),
        ("tanggal_lahir", "24/11/2026", THE_DAY),
        ("tanggal_lahir", "24-11-2026", THE_DAY),
        ("tanggal_lahir", "24 November 2026", THE_DAY),
        ("pelatihan_jam", 280, 280),
        ("pelatihan_jam", "280", 280),
        ("desa", "53.04.05.2001", "53.04.05.2001"),
        ("desa", "5304052001", "53.04.05.2001"),
        ("desa", 5304052001, "53.04.05.2001"),
        ("jenis_kelamin", "P", "P"),
        ("status_kawin", "BELUM KAWIN", "belum_kawin"),
        ("pendidikan", "smk", 3),
        ("izin_diketahui_kades", "tidak", False),
        ("kesehatan_hasil", "tidak layak", False),
        ("bukti", "Original Seen", 3),
    ],
)
def test_what_a_column_takes(column, cell, value):
    assert read(column, cell) == value


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("nik", "5,30406E+15", "cell.digits_lost"),
        ("nik", "5.30406e15", "cell.digits_lost"),
        ("nik", "5304055203990001.0", "cell.digits_lost"),
        ("nik", 5304055203990001, "cell.digits_lost"),
        ("nik", 5.304055203990001e15, "cell.digits_lost"),
        ("ktp_nomor", 10**15, "cell.digits_lost"),
        ("paspor_nomor", 12.5, "cell.wrong_type"),
        ("paspor_nomor", True, "cell.wrong_type"),
        ("skck_cacat", THE_DAY, "cell.not_a_choice"),
        ("ijazah_nomor", THE_DAY, "cell.wrong_type"),
        ("nama", 12, "cell.wrong_type"),
        ("nama", THE_DAY, "cell.wrong_type"),
        ("tanggal_lahir", "31/02/1999", "date.date_impossible"),
        ("tanggal_lahir", "11/24/2026", "date.month_first"),
        ("tanggal_lahir", "November 24, 2026", "date.month_first"),
        ("tanggal_lahir", "24/11/26", "date.two_digit_year"),
        ("tanggal_lahir", "24/13/2026", "date.month_impossible"),
        ("tanggal_lahir", "24 Novembar 2026", "date.month_unknown"),
        ("tanggal_lahir", "Senin, 24 November 2026", "date.day_name_wrong"),
        ("tanggal_lahir", "Hari, 24 November 2026", "date.day_name_unknown"),
        ("tanggal_lahir", "besok", "date.form_unknown"),
        ("tanggal_lahir", 36231, "date.number"),
        ("tanggal_lahir", True, "date.number"),
        ("pelatihan_jam", "280 jam", "cell.not_a_number"),
        ("pelatihan_jam", 12.5, "cell.not_a_number"),
        ("pelatihan_jam", -1, "cell.not_a_number"),
        ("pelatihan_jam", True, "cell.not_a_number"),
        ("pelatihan_jam", 10**15, "cell.not_a_number"),
        ("pelatihan_jam", "²", "cell.not_a_number"),
        ("pelatihan_jam", THE_DAY, "cell.not_a_number"),
        ("desa", "Oelamasi", "cell.village_code"),
        ("jenis_kelamin", "W", "cell.not_a_choice"),
        ("izin_diketahui_kades", True, "cell.not_a_choice"),
        ("bukti", "absent", "cell.not_a_choice"),
        ("bukti", 3, "cell.not_a_choice"),
    ],
)
def test_what_a_column_does_not_take(column, cell, code):
    with pytest.raises(CellProblem) as caught:
        read(column, cell)
    assert caught.value.code == code


def test_a_choice_names_what_may_stand_there():
    with pytest.raises(CellProblem) as caught:
        read("status_kawin", "janda")
    assert caught.value.details == {"allowed": "belum_kawin, kawin, cerai_hidup, cerai_mati"}


@given(st.integers(10**15, 10**16 - 1), st.sampled_from(["nik", "no_kk", "ktp_nomor", "kk_nomor"]))
def test_sixteen_digits_in_a_number_cell_are_never_trusted(digits, column):
    assert read(column, str(digits)) == str(digits)
    for cell in (digits, float(digits)):
        with pytest.raises(CellProblem, match="digits_lost"):
            read(column, cell)
