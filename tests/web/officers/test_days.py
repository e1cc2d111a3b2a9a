"""Days, money and numbers as people read them; working days are Monday to Friday."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.web.officers import days

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("start", "after", "expected"),
    [
        (TUESDAY, 0, date(2026, 11, 24)),
        (TUESDAY, 3, date(2026, 11, 27)),
        (TUESDAY, 4, date(2026, 11, 30)),
        (TUESDAY, 5, date(2026, 12, 1)),
        (TUESDAY, 33, date(2027, 1, 8)),
        (date(2026, 11, 28), 0, date(2026, 11, 30)),  # A Saturday begins on Monday.
        (date(2026, 11, 29), 1, date(2026, 12, 1)),
    ],
)
def test_working_days(start, after, expected):
    assert days.working_day(start, after) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_a_working_day_is_no_weekend_and_each_counts_once(start, after):
    day = days.working_day(start, after)
    following = days.working_day(start, after + 1)
    assert day.weekday() < 5
    assert day < following <= day + timedelta(days=3)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (TUESDAY, TUESDAY, "24 Nov"),
        (TUESDAY, date(2026, 11, 30), "24–30 Nov"),
        (date(2026, 11, 27), date(2026, 12, 3), "27 Nov–3 Des"),
        (date(2026, 1, 5), date(2027, 1, 5), "5 Jan–5 Jan"),
    ],
)
def test_a_span_names_its_month_once(first, last, expected):
    assert days.say_span(first, last, "id") == expected


def test_a_day_is_written_with_the_name_of_its_month():
    assert days.say_full_day(date(2026, 12, 9), "id") == "Rabu, 9 Desember 2026"
    assert days.say_full_day(date(2026, 12, 9), "en") == "Wednesday, 9 December 2026"
    assert days.say_weekday(date(2026, 12, 9), "id") == "Rab"
    assert days.say_moment(datetime(2026, 11, 24, 0, 5, tzinfo=UTC), "id") == "24 Nov 2026, 08.05"


@pytest.mark.parametrize(("amount", "expected"), [(0, "Rp0"), (10_000, "Rp10.000"), (1_250_000, "Rp1.250.000")])
def test_money(amount, expected):
    assert days.say_rupiah(amount) == expected
