"""A calendar month in NTT: its name, its first and last day, and the two moments between which it lies."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tenun.domain.wording import MONTHS
from tenun.domain.words import Language
from tenun.shared.clock import WITA

_WRITTEN = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
FIRST_YEAR = 2020


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month; written as `2026-10`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month in which that day lies."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> "Month | None":
        """The month that is written so; none for any other text."""
        match = _WRITTEN.fullmatch(text)
        return cls(int(match[1]), int(match[2])) if match and int(match[1]) >= FIRST_YEAR else None

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02d}"

    @property
    def name(self) -> str:
        """`Oktober 2026`."""
        return self.say("id")

    def say(self, language: Language) -> str:
        """`Oktober 2026`, `October 2026`."""
        return f"{MONTHS[self.number - 1].say(language)} {self.year}"

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return self.next.first - timedelta(days=1)

    @property
    def since(self) -> datetime:
        """The moment at which it begins in NTT."""
        return datetime.combine(self.first, time(), WITA)

    @property
    def until(self) -> datetime:
        """The moment at which it is over: the first that no longer belongs to it."""
        return self.next.since

    @property
    def next(self) -> "Month":
        """The month after."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def before(self) -> "Month":
        """The month before."""
        return Month.of(self.first - timedelta(days=1))

    def is_over(self, on: date) -> bool:
        """Whether that day comes after its last one."""
        return on > self.last


def last_finished(on: date) -> Month:
    """The month before that day's."""
    return Month.of(on).before


def finished(on: date, count: int = 12) -> tuple[Month, ...]:
    """So many finished months, the last one first."""
    found = [last_finished(on)]
    while len(found) < count:
        found.append(found[-1].before)
    return tuple(found)
