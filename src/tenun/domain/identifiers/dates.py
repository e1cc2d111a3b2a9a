"""Dates as people write them in Indonesia, read without guessing: what is not plain gets an error code."""

import re
from datetime import date
from types import MappingProxyType

MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "pebruari", "peb", "february"),
    ("maret", "mar", "mrt", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("agustus", "agu", "ags", "agt", "agust", "august", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nov", "nopember", "nop"),
    ("desember", "des", "december", "dec"),
)
"""The written forms of each month, the full Indonesian one first; the English ones stand in passports."""

DAYS = (
    ("senin", "monday"),
    ("selasa", "tuesday"),
    ("rabu", "wednesday"),
    ("kamis", "thursday"),
    ("jumat", "jum'at", "friday"),
    ("sabtu", "saturday"),
    ("minggu", "ahad", "sunday"),
)
"""The names of the days from Monday, as `date.weekday` counts."""

_MONTH = MappingProxyType({name: index for index, names in enumerate(MONTHS, 1) for name in names})
_DAY = MappingProxyType({name: index for index, names in enumerate(DAYS) for name in names})

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]+)")
_LONG = re.compile(r"(?:([^\W\d_]+(?:['’][^\W\d_]+)?),?\s+)?([0-9]{1,2})\s+([^\W\d_]+)\.?\s+([0-9]+)")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+([0-9]{1,2}),?\s+([0-9]{4})")


class DateProblem(ValueError):  # noqa: N818 - a wrong date is a finding about a paper, not a fault of ours.
    """A text that is no plain date. `code` says why and is the message's key in the catalogue of messages."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_date(text: str) -> date:
    """Read `2026-11-24`, `24/11/2026`, `24-11-2026`, `24.11.2026` or `24 November 2026`.

    Month names may be Indonesian or English, whole or short; a day name may stand in front and must be the
    right one. Numbers are always day, month, year, as in Indonesian writing. Raises `DateProblem` with
    `empty`, `form_unknown`, `two_digit_year`, `month_first`, `month_unknown`, `month_impossible`,
    `date_impossible`, `day_name_unknown` or `day_name_wrong`.
    """
    text = text.strip()
    if not text:
        raise DateProblem("empty")
    if match := _ISO.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(text):
        return _numeric(int(match[1]), int(match[3]), match[4])
    if match := _LONG.fullmatch(text):
        return _long(match[1], int(match[2]), match[3], match[4])
    if (match := _MONTH_FIRST.fullmatch(text)) and match[1].casefold() in _MONTH:
        raise DateProblem("month_first")
    raise DateProblem("form_unknown")


def weekday_named(name: str) -> int | None:
    """The weekday of an Indonesian or English day name, Monday 0; `None` when it is none."""
    return _DAY.get(name.strip().casefold().replace("’", "'"))


def _numeric(day: int, month: int, year: str) -> date:
    full_year = _year(year)
    if month > 12 >= day:
        raise DateProblem("month_first")
    return _date(full_year, month, day)


def _long(day_name: str | None, day: int, month_name: str, year: str) -> date:
    month = _MONTH.get(month_name.casefold())
    if month is None:
        raise DateProblem("month_unknown")
    found = _date(_year(year), month, day)
    if day_name is not None:
        weekday = weekday_named(day_name)
        if weekday is None:
            raise DateProblem("day_name_unknown")
        if weekday != found.weekday():
            raise DateProblem("day_name_wrong")
    return found


def _year(text: str) -> int:
    if len(text) == 2:
        raise DateProblem("two_digit_year")
    if len(text) != 4:
        raise DateProblem("form_unknown")
    return int(text)


def _date(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise DateProblem("month_impossible")
    try:
        return date(year, month, day)
    except ValueError:
        raise DateProblem("date_impossible") from None
