"""Telephone numbers become E.164 or a code that says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.identifiers.phone import read_phone


@pytest.mark.parametrize(
    ("text", "e164", "country"),
    [
        ("0812 3456 7890", "+6281234567890", "ID"),
        ("+62 812-3456-7890", "+6281234567890", "ID"),
        ("6281234567890", "+6281234567890", "ID"),
        ("(0380) 821234", "+62380821234", "ID"),
        ("+60 12-345 6789", "+60123456789", "MY"),
        ("0060123456789", "+60123456789", "MY"),
    ],
)
def test_numbers_that_can_be_dialled(text: str, e164: str, country: str) -> None:
    assert read_phone(text).to_json() == {
        "text": text,
        "valid": True,
        "e164": e164,
        "country": country,
        "problems": [],
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not_a_number"),
        ("tidak ada", "not_a_number"),
        ("0812 345 ext 6", "not_a_number"),
        ("+999123456", "country_unknown"),
        ("0800", "too_short"),
        ("12", "too_short"),
        ("0811111", "not_in_use"),
        ("08123456789012345678901", "too_long"),
    ],
)
def test_numbers_that_cannot(text: str, problem: str) -> None:
    read = read_phone(text)
    assert read.problems == (problem,)
    assert read.e164 is None


@given(st.text(max_size=30))
def test_nothing_that_people_write_raises(text: str) -> None:
    assert read_phone(text).valid in (True, False)
