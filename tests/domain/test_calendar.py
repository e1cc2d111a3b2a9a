"""Months, birthdays and ages as the rules count them; the hard cases are month ends and 29 February."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.calendar import add_months, age_on, birthday, first_day_beyond

days = st.dates(date(1940, 1, 1), date(2080, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 24), 3, date(2027, 2, 24)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 12, 1), 24, date(2028, 12, 1)),
    ],
)
def test_a_month_step_is_clamped_to_the_end_of_the_month(day, months, expected):
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("born", "age", "expected"),
    [
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 20, date(2028, 2, 29)),
        (date(2008, 11, 24), 18, date(2026, 11, 24)),
    ],
)
def test_born_on_29_february_means_a_birthday_on_1_march(born, age, expected):
    assert birthday(born, age) == expected


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 11, 24), date(2026, 11, 23), 17),
        (date(2008, 11, 24), date(2026, 11, 24), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 11, 25), date(2026, 11, 24), -1),
    ],
)
def test_age_is_completed_years(born, day, age):
    assert age_on(born, day) == age


@given(born=days, later=st.integers(0, 90))
def test_an_age_is_reached_on_its_birthday_and_not_the_day_before(born, later):
    day = birthday(born, later)
    assert age_on(born, day) == later
    assert age_on(born, day - timedelta(days=1)) == later - 1


@given(valid_until=days, months=st.integers(0, 60))
def test_the_first_day_beyond_is_the_first_on_which_the_months_no_longer_fit(valid_until, months):
    first = first_day_beyond(valid_until, months)
    assert add_months(first, months) > valid_until
    assert add_months(first - timedelta(days=1), months) <= valid_until
