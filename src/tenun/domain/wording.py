"""How days and the states of a journey are written for people, on every screen and paper.

A day has its month by name, so that nobody takes the month for the day.
"""

from collections.abc import Mapping
from datetime import date

from tenun.domain.states import ReadyState
from tenun.domain.words import Language, Words

STAGES: Mapping[ReadyState, Words] = {
    ReadyState.MATCHED: Words("pencocokan (surat dan keterampilan)", "matching (papers and skills)"),
    ReadyState.PLACEMENT_AGREED: Words("perjanjian penempatan", "the placement agreement"),
    ReadyState.MEDICAL_FIT: Words("surat sehat", "the health certificate"),
    ReadyState.PASSPORT_OK: Words("paspor", "the passport"),
    ReadyState.CONTRACT_SIGNED: Words("perjanjian kerja", "the work contract"),
    ReadyState.VISA_OK: Words("visa", "the visa"),
    ReadyState.INSURED: Words("jaminan sosial", "social security"),
    ReadyState.CLEARED: Words("izin berangkat", "clearance"),
    ReadyState.DEPARTED: Words("hari keberangkatan", "the day of departure"),
}
"""The states for which one can be ready."""

MONTHS = (
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
    return f"{day.day} {MONTHS[day.month - 1].say(language)} {day.year}"
