"""What becomes of a promise, and how high one that is overdue has risen. Our own rule; no law asks for it.

A promise has an owner from the first day. When its day has passed and nobody says that it was kept, it rises to whoever
answers for the owner, and a month later to the bureau that reports to the Governor.
"""

from datetime import date, timedelta
from enum import IntEnum, StrEnum


class PromiseState(StrEnum):
    """How far a promise is."""

    PROMISED = "promised"
    BEGUN = "begun"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({PromiseState.PROMISED, PromiseState.BEGUN})
"""States in which something is still expected."""

FOLLOWS: dict[PromiseState, frozenset[PromiseState]] = {
    PromiseState.PROMISED: frozenset(
        {PromiseState.BEGUN, PromiseState.KEPT, PromiseState.NOT_KEPT, PromiseState.WITHDRAWN}
    ),
    PromiseState.BEGUN: frozenset({PromiseState.KEPT, PromiseState.NOT_KEPT, PromiseState.WITHDRAWN}),
    PromiseState.KEPT: frozenset({PromiseState.BEGUN}),
    PromiseState.NOT_KEPT: frozenset({PromiseState.BEGUN, PromiseState.KEPT}),
    PromiseState.WITHDRAWN: frozenset({PromiseState.PROMISED}),
}
"""Where a promise may go from each state; what was reported as kept and is not may begin anew."""


class Level(IntEnum):
    """Who is asked for a promise."""

    OWNER = 0
    HEAD = 1
    GOVERNOR = 2


RISES_AFTER = {Level.HEAD: timedelta(days=1), Level.GOVERNOR: timedelta(days=31)}
"""How long after the day that was promised."""


def level_on(state: PromiseState, due_on: date | None, on: date) -> Level:
    """How high a promise has to stand on a day; one without a day never rises.

    >>> level_on(PromiseState.PROMISED, date(2026, 6, 30), date(2026, 7, 1))
    <Level.HEAD: 1>
    """
    if state not in OPEN or due_on is None:
        return Level.OWNER
    return max((level for level, after in RISES_AFTER.items() if on >= due_on + after), default=Level.OWNER)


def is_overdue(state: PromiseState, due_on: date | None, on: date) -> bool:
    """Whether its day has passed and something is still expected."""
    return state in OPEN and due_on is not None and on > due_on
