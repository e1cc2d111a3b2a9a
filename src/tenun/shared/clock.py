"""The only clock of Tenun, so that every rule gets its date as an argument and every test can choose it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")


def today() -> date:
    """The calendar day in NTT (Asia/Makassar, UTC+8), whatever the machine's own time zone."""
    return now().date()


def now() -> datetime:
    """This instant, with its time zone."""
    return _pretended.get() or datetime.now(WITA)


_pretended: ContextVar[datetime | None] = ContextVar("pretended", default=None)


@contextmanager
def pretending(moment: datetime) -> Iterator[None]:
    """The clock stands at that moment inside the block: how the demonstration gets a past. Nothing else may use it."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
