"""Calendar arithmetic of the rules: one clamped month step and one notion of a birthday, used everywhere."""

from calendar import monthrange
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The same day `months` later (or earlier, when negative), clamped to the month's end.

    A validity of N months runs through this day, inclusive (contract of `tenun check`).

    >>> add_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def birthday(born: date, age: int) -> date:
    """The day on which someone born on `born` completes `age` years; 29 February counts as 1 March.

    >>> birthday(date(2008, 2, 29), 18)
    datetime.date(2026, 3, 1)
    """
    year = born.year + age
    if born.month == 2 and born.day == 29 and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1)
    return date(year, born.month, born.day)


def age_on(born: date, day: date) -> int:
    """Completed years on `day`; negative before birth."""
    years = day.year - born.year
    return years if day >= birthday(born, years) else years - 1


def first_day_beyond(valid_until: date, months: int) -> date:
    """The first day from which `months` more months no longer fit before `valid_until`.

    >>> first_day_beyond(date(2027, 2, 28), 6)
    datetime.date(2026, 9, 1)
    """
    last = add_months(valid_until, -months)
    while add_months(last, months) <= valid_until:
        last += timedelta(days=1)
    return last
