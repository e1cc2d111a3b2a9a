"""Every written form of a date is read back, and nothing is guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.identifiers.dates import DAYS, MONTHS, DateProblem, parse_date, weekday_named
from tenun.domain.identifiers.messages import explain

THE_DAY = date(2026, 11, 24)  # A Tuesday.


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24",
        "24/11/2026",
        "24-11-2026",
        "24.11.2026",
        "24 November 2026",
        "24 NOVEMBER 2026",
        "24 Nov 2026",
        "24 Nov. 2026",
        "24  nopember  2026",
        "Selasa, 24 November 2026",
        "Selasa 24 November 2026",
        "Tuesday, 24 November 2026",
        " 24 November 2026 ",
    ],
)
def test_written_forms(text: str) -> None:
    assert parse_date(text) == THE_DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1/2/2026", date(2026, 2, 1)),
        ("01-02-2026", date(2026, 2, 1)),
        ("17 Ags 1998", date(1998, 8, 17)),
        ("17 Agt 1998", date(1998, 8, 17)),
        ("17 Agustus 1998", date(1998, 8, 17)),
        ("1 Mei 2001", date(2001, 5, 1)),
        ("31 Des 2001", date(2001, 12, 31)),
        ("29 Februari 2000", date(2000, 2, 29)),
        ("Jum'at, 27 November 2026", date(2026, 11, 27)),
        ("Jum’at, 27 November 2026", date(2026, 11, 27)),
        ("Jumat, 27 November 2026", date(2026, 11, 27)),
    ],
)
def test_more_days(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("besok", "form_unknown"),
        ("46350", "form_unknown"),
        ("20261124", "form_unknown"),
        ("2026/11/24", "form_unknown"),
        ("2026-11-24 00:00:00", "form_unknown"),
        ("24/11-2026", "form_unknown"),
        ("24/11/226", "form_unknown"),
        ("24 November 226", "form_unknown"),
        ("bulan 24, 2026", "form_unknown"),
        ("24/11/26", "two_digit_year"),
        ("11/24/26", "two_digit_year"),
        ("24 November 26", "two_digit_year"),
        ("11/24/2026", "month_first"),
        ("November 24, 2026", "month_first"),
        ("Nov 24 2026", "month_first"),
        ("24 Brumaire 2026", "month_unknown"),
        ("24/13/2026", "month_impossible"),
        ("24/00/2026", "month_impossible"),
        ("2026-24-11", "month_impossible"),
        ("31/02/2026", "date_impossible"),
        ("29 Februari 2026", "date_impossible"),
        ("00/11/2026", "date_impossible"),
        ("24/11/0000", "date_impossible"),
        ("Senin, 24 November 2026", "day_name_wrong"),
        ("Hari, 24 November 2026", "day_name_unknown"),
        ("٢٤/١١/٢٠٢٦", "form_unknown"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    with pytest.raises(DateProblem) as problem:
        parse_date(text)
    assert problem.value.code == code


@given(
    day=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    form=st.sampled_from(
        [
            "{d:%Y-%m-%d}",
            "{d:%d/%m/%Y}",
            "{d:%d-%m-%Y}",
            "{d:%d.%m.%Y}",
            "{d.day}/{d.month}/{d.year}",
            "{d.day} {month} {d.year}",
            "{weekday}, {d.day} {month} {d.year}",
        ]
    ),
    data=st.data(),
)
def test_every_form_is_read_back(day: date, form: str, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(MONTHS[day.month - 1]))
    weekday = data.draw(st.sampled_from(DAYS[day.weekday()]))
    assert parse_date(form.format(d=day, month=month.title(), weekday=weekday)) == day


def outcome(text: str) -> date | DateProblem:
    try:
        return parse_date(text)
    except DateProblem as problem:
        return problem


@given(st.text(max_size=30))
def test_only_a_date_problem_is_ever_raised(text: str) -> None:
    found = outcome(text)
    assert type(found) is date or explain(found.code).id


def test_day_names() -> None:
    assert weekday_named(" Ahad ") == 6
    assert weekday_named("payday") is None
