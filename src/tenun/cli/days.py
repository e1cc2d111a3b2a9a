"""How a day is written for people: with the month's name, so that nobody takes the month for the day."""

from datetime import date

from tenun.domain.words import Language, Words

_MONTHS = (
    Words("Januari", "January"),
    Words("Februari", "February"),
    Words("Maret", "March"),
    Words("April", "April"),
    Words("Mei", "May"),
    Words("Juni", "June"),
    Words("Juli", "July"),
    Words("Agustus", "August"),
    Words("September", "September"),
    Words("Oktober", "October"),
    Words("November", "November"),
    Words("Desember", "December"),
)


def say_day(day: date, language: Language) -> str:
    """`24 November 2026`, `1 Mei 2027`."""
    return f"{day.day} {_MONTHS[day.month - 1].say(language)} {day.year}"
