"""Numbers keep their digits and columns their letters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.formats.cells import CellError, Formula, column_index, column_letters, number, shown


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("12.5", 12.5),
        ("280.0", 280),
        ("5304055203990001", 5304055203990001),
        ("5.30406E+15", 5.30406e15),
        ("1E3", 1000),
    ],
)
def test_a_number_is_read_as_written(text, value):
    found = number(text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("text", ["", "x", "1,5", "--1", "²"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  The library's own words differ.
        number(text)


def test_a_number_with_a_million_digits_costs_no_time():
    assert number("9" * 1_000_000) == float("inf")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("Maria", "Maria"),
        (12, "12"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2026, 11, 24), "2026-11-24"),
        (CellError("#REF!"), "#REF!"),
        (Formula("=A1", "x"), "x"),
        (Formula("=A1"), "=A1"),
    ],
)
def test_a_cell_is_shown_as_a_person_reads_it(cell, text):
    assert shown(cell) == text


@given(st.integers(0, 18_277))
def test_letters_and_index_of_a_column_are_inverse(index):
    assert column_index(column_letters(index)) == index


@pytest.mark.parametrize("letters", ["", "a", "A1", "AAAA", "Ä"])
def test_letters_that_name_no_column_are_refused(letters):
    with pytest.raises(ValueError, match=letters or "^$"):
        column_index(letters)
