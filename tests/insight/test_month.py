"""Months of NTT: their edges lie at midnight of Asia/Makassar."""

from datetime import UTC, date, datetime

import pytest

from tenun.insight.month import Month, finished, last_finished


def test_a_month_lies_between_two_midnights_of_ntt():
    october = Month(2026, 10)
    assert (october.since, october.until) == (
        datetime(2026, 9, 30, 16, tzinfo=UTC),
        datetime(2026, 10, 31, 16, tzinfo=UTC),
    )
    assert (str(october), october.name, october.last) == ("2026-10", "Oktober 2026", date(2026, 10, 31))


@pytest.mark.parametrize(
    ("text", "month"),
    [("2026-02", Month(2026, 2)), *((text, None) for text in ("2026-13", "2026-2", "1999-01", "", "2026-02-01", "x"))],
)
def test_what_is_no_month_is_none(text, month):
    assert Month.read(text) == month


def test_the_last_finished_month_is_the_one_before():
    assert last_finished(date(2026, 1, 1)) == Month(2025, 12)
    assert last_finished(date(2026, 11, 30)) == Month(2026, 10)
    assert Month(2026, 2).is_over(date(2026, 3, 1))
    assert not Month(2026, 2).is_over(date(2026, 2, 28))


def test_the_finished_months_go_back_over_the_year():
    assert [str(month) for month in finished(date(2026, 2, 3), 3)] == ["2026-01", "2025-12", "2025-11"]
