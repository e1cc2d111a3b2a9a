"""The differing letter is marked, and the few words beside it say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web.people import said

from tenun.domain.comparison import Comparison, Mismatch
from tenun.web.officers.letters import PRIVATE, mark_difference, said_by, say_value
from tenun.web.parts import Mark

NAMES = [
    ("Maria Yasintha", "Maria Yasinta", "Maria Yasint[h]a", "huruf h lebih"),
    ("Beradete", "Bernadete", "Ber[_]adete", "huruf n kurang"),
    ("Yuliana Bete", "Juliana Bete", "[Y]uliana Bete", "Y, seharusnya J"),
    ("Elisabeth  Ina", "Elisabeth Ina", "Elisabeth [␣]Ina", "spasi lebih"),
    ("SitiAminah", "Siti Aminah", "Siti[_]Aminah", "spasi kurang"),
    ("Kornelis Taosu", "Kornelis Taosu Neno", "Kornelis Taosu[_]", "kata Neno tidak ditulis"),
    ("Kornelis Taosu Neno", "Kornelis Taosu", "Kornelis Taosu[ Neno]", "kata Neno lebih"),
    ("Yoh. Boli Tukan", "Yohanes Boli Tukan", "Yoh[.] Boli Tukan", "nama disingkat"),
    ("Fransiska Kolo Asa", "Martina Bria Luan", "[Fransiska Kolo Asa]", "nama lain"),
]


@pytest.mark.parametrize(("value", "right", "marked", "note"), NAMES)
def test_names(value, right, marked, note):
    text, words = mark_difference("name", value, right, "id")
    assert (said(text), words) == (marked, note)


DAYS = [
    ("1999-03-21", "1999-03-12", "[21]-03-1999", "angka tertukar"),
    ("1990-04-11", "1991-04-11", "11-04-[1990]", "tahun berbeda"),
    ("1999-02-01", "1999-01-02", "[01]-[02]-1999", "hari dan bulan tertukar"),
    ("1999-03-05", "1999-04-06", "[05]-[03]-1999", "hari berbeda, bulan berbeda"),
]


@pytest.mark.parametrize(("value", "right", "marked", "note"), DAYS)
def test_days(value, right, marked, note):
    text, words = mark_difference("birth_date", value, right, "id")
    assert (said(text), words) == (marked, note)


NUMBERS = [
    ("5304055203999001", "5304055203999002", "angka ke-16 berbeda"),
    ("5304055303999001", "5304055203999001", "angka ke-8 berbeda"),
    ("530405520399901", "5304055203999001", "15 angka, seharusnya 16"),
    ("5304055203999001", "6415166314000112", "16 angka berbeda"),
]


@pytest.mark.parametrize(("value", "right", "note"), NUMBERS)
@pytest.mark.parametrize("field", sorted(PRIVATE))
def test_numbers_are_told_by_place_and_never_shown(field, value, right, note):
    text, words = mark_difference(field, value, right, "id")
    assert said(text) == f"•••• {value[-4:]}"
    assert words == note


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("sex", "P", "Perempuan"),
        ("marital_status", "cerai_mati", "Cerai mati"),
        ("birth_date", "1999-03-12", "12-03-1999"),
        ("name", "Ana", "Ana"),
    ],
)
def test_values_are_shown_as_printed(field, value, expected):
    assert say_value(field, value, "id") == expected


def test_a_code_that_differs_is_marked_whole():
    assert mark_difference("sex", "L", "P", "id")[0][0].mark is Mark.DIFFERS


@given(
    st.text("abcdefgh ", min_size=1).map(str.strip).filter(bool),
    st.text("abcdefgh ", min_size=1).map(str.strip).filter(bool),
)
def test_marking_keeps_every_letter(value, right):
    text, _ = mark_difference("name", value, right, "id")
    kept = "".join(piece.text for piece in text if piece.mark is not Mark.GAP)
    assert kept.replace("␣", " ") == value


def test_what_sources_say_is_empty_where_they_agree():
    comparison = Comparison(mismatches=(Mismatch("name", {"ktp": "Ana", "kk": "Anna"}, ("spelling_variant",)),))
    assert said_by(comparison, "name") == {"ktp": "Ana", "kk": "Anna"}
    assert said_by(comparison, "sex") == {}
