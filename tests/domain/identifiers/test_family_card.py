"""A family card number has a date of recording, no woman's day, and is never the NIK."""

from datetime import date

import pytest

from tenun.domain.identifiers.family_card import read_family_card


def test_a_family_card_number_is_read() -> None:
    assert read_family_card(" 5304051503100007 ").to_json() == {
        "number": "5304051503100007",
        "valid": True,
        "problems": [],
        "warnings": [],
        "recorded_on_candidates": ["1910-03-15", "2010-03-15"],
        "province": {"code": "53", "name": "Nusa Tenggara Timur"},
        "district": {"code": "53.04", "name": "Kabupaten Belu"},
        "subdistrict": {"code": "53.04.05", "name": "Kakuluk Mesak"},
    }


@pytest.mark.parametrize(
    ("number", "problems"),
    [
        ("", ("length", "not_digits")),
        ("530405150310000", ("length",)),
        ("53040515031000O7", ("not_digits",)),
        ("5304055503100007", ("day_impossible",)),
        ("5304051513100007", ("month_impossible",)),
        ("5304053102100007", ("date_impossible",)),
        ("5304051503100000", ("serial_zero",)),
        ("9904051503100007", ("province_unknown",)),
        ("5304051203990001", ("same_as_nik",)),
        ("5304055203990001", ("day_impossible",)),
    ],
)
def test_problems(number: str, problems: tuple[str, ...]) -> None:
    assert read_family_card(number, nik="5304051203990001").problems == problems


def test_the_same_unreadable_text_in_both_boxes_is_said_too() -> None:
    assert read_family_card("123", nik=" 123").problems == ("length", "same_as_nik")
    assert read_family_card("123").to_json()["province"] is None


def test_a_leap_day_needs_a_leap_year() -> None:
    assert read_family_card("5304052902000007").recorded_on_candidates == (date(2000, 2, 29),)
