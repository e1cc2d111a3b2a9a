"""What a NIK and a family card number share: the shape, the region, the date."""

from datetime import date

import pytest

from tenun.domain.identifiers.population_number import read_region, real_dates, shape_problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("5304055203990001", []),
        ("530405520399000", ["length"]),
        ("53040552039900O1", ["not_digits"]),
        ("5,30406E+15", ["length", "not_digits"]),
        ("٥٣٠٤٠٥٥٢٠٣٩٩٠٠٠١", ["not_digits"]),
        ("", ["length", "not_digits"]),
    ],
)
def test_sixteen_ascii_digits_and_nothing_else(text, problems):
    assert shape_problems(text) == problems


@pytest.mark.parametrize(
    ("digits", "problems", "warnings"),
    [
        ("5304055203990001", (), ()),
        ("0104055203990001", ("province_unknown",), ()),
        ("5399055203990001", (), ("district_unknown",)),
        ("5371995203990001", (), ("subdistrict_unknown",)),
        ("5304995203990001", (), ()),  # Malaka left Belu: a code of before the split is in order.
    ],
)
def test_only_the_first_gap_of_a_region_is_named(digits, problems, warnings):
    found = read_region(digits)
    assert (found.problems, found.warnings) == (problems, warnings)


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ((12, 3, 99), (date(1999, 3, 12), date(2099, 3, 12))),
        ((29, 2, 0), (date(2000, 2, 29),)),
        ((31, 2, 99), ()),
    ],
)
def test_both_centuries_are_tried_and_29_february_needs_its_leap_year(written, dates):
    assert real_dates(*written) == dates
