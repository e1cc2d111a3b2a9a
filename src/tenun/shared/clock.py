"""The only clock of Tenun, so that every rule gets its date as an argument and every test can choose it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")


def today() -> date:
    """The calendar day in NTT (Asia/Makassar, UTC+8), whatever the machine's own time zone."""
    return datetime.now(WITA).date()


def now() -> datetime:
    """This instant, with its time zone."""
    return datetime.now(WITA)
