"""How days, money and numbers are written for people, and which days are working days."""

from datetime import date, datetime, timedelta

from tenun.domain.wording import MONTHS, say_day
from tenun.domain.words import Language, Words
from tenun.shared.clock import WITA

_WEEKDAYS = (
    Words("Senin", "Monday"),
    Words("Selasa", "Tuesday"),
    Words("Rabu", "Wednesday"),
    Words("Kamis", "Thursday"),
    Words("Jumat", "Friday"),
    Words("Sabtu", "Saturday"),
    Words("Minggu", "Sunday"),
)
_FRIDAY = 4


def say_full_day(day: date, language: Language) -> str:
    """`Rabu, 9 Desember 2026`."""
    return f"{_WEEKDAYS[day.weekday()].say(language)}, {say_day(day, language)}"


def say_short_day(day: date, language: Language) -> str:
    """`9 Des`."""
    return f"{day.day} {MONTHS[day.month - 1].say(language)[:3]}"


def say_weekday(day: date, language: Language) -> str:
    """`Rab`."""
    return _WEEKDAYS[day.weekday()].say(language)[:3]


def say_span(first: date, last: date, language: Language) -> str:
    """`1 Des`, `24–30 Nov`, `27 Nov–3 Des`."""
    if first == last:
        return say_short_day(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_short_day(last, language)}"
    return f"{say_short_day(first, language)}–{say_short_day(last, language)}"


def say_moment(moment: datetime, language: Language) -> str:
    """`24 Nov 2026, 08.10`, in the time of NTT. The moment is aware."""
    moment = moment.astimezone(WITA)
    return f"{say_short_day(moment, language)} {moment.year}, {moment:%H.%M}"


def say_rupiah(amount: int) -> str:
    """`Rp10.000`."""
    return f"Rp{amount:,}".replace(",", ".")


def first_working_day(day: date) -> date:
    """The day itself, or the Monday after a Saturday or Sunday. Holidays are not known here."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > _FRIDAY else day


def working_day(start: date, after: int) -> date:
    """The working day that many working days after the first one on or after `start`, Monday to Friday.

    >>> working_day(date(2026, 11, 24), 5)
    datetime.date(2026, 12, 1)
    """
    first = first_working_day(start)
    weeks, rest = divmod(first.weekday() + after, _FRIDAY + 1)
    return first - timedelta(days=first.weekday()) + timedelta(days=7 * weeks + rest)
