"""A district is known by its code or its whole name, and in any doubt it is not known."""

import pytest

from tenun.domain.identifiers.regions import ntt_districts, region_name
from tenun.formats.districts import district_by_code, district_by_name, is_province


def test_ntt_has_22_districts():
    assert len(ntt_districts()) == 22
    for code in ntt_districts():
        assert district_by_code(code) == district_by_name(region_name(code)) == code


@pytest.mark.parametrize(
    ("text", "dotted_only", "plain"),
    [
        ("53.04", "53.04", "53.04"),
        (" 53.04.05.2001 ", "53.04", "53.04"),
        ("5304", None, "53.04"),
        ("ID5304", None, None),
        ("53", None, None),
        ("53.99", None, None),
        ("31.71", None, None),
        ("", None, None),
    ],
)
def test_digits_without_dots_may_be_of_bps(text, dotted_only, plain):
    assert district_by_code(text) == dotted_only
    assert district_by_code(text, plain=True) == plain


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("belu", "53.04"),
        ("Kab. Belu", "53.04"),
        ("KABUPATEN  BELU", "53.04"),
        ("Belu Regency", "53.04"),
        ("Kupang", None),
        ("Kota Kupang", "53.71"),
        ("Kupang City", "53.71"),
        ("Kupang Regency", "53.01"),
        ("Kota Belu", None),
        ("TTS", "53.02"),
        ("Timor-Tengah Selatan", "53.02"),
        ("Manggarai", "53.10"),
        ("Sumba", None),
        ("", None),
    ],
)
def test_a_name_that_two_share_is_not_guessed(name, code):
    assert district_by_name(name) == code


@pytest.mark.parametrize("text", ["53", "NTT", "Provinsi Nusa Tenggara Timur", "East Nusa Tenggara Province"])
def test_the_province_is_known(text):
    assert is_province(text)
    assert not is_province(text + " Barat")
