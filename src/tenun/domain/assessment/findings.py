"""What an assessment says: the state of each requirement, and the verdict over all of them."""

from enum import IntEnum, StrEnum


class FindingState(IntEnum):
    """Ordered from best to worst, so that "all of" is the largest and "any of" the smallest.

    `NOT_DUE` stands outside that order: it is given afterwards to what is needed only later.
    """

    NOT_NEEDED = 0
    MET = 1
    EXPIRING = 2
    UNVERIFIED = 3
    UNKNOWN = 4
    EXPIRED = 5
    DEFECTIVE = 6
    MISSING = 7
    NOT_DUE = 8

    @property
    def word(self) -> str:
        """The stable word of the command-line contract, as in `not_due`."""
        return self.name.lower()


class Verdict(StrEnum):
    """Ready is always ready for a state; `STOP` goes to protection and nothing is offered."""

    READY = "ready"
    REPAIR = "repair"
    NOT_THIS_TARGET = "not_this_target"
    STOP = "stop"


VERDICT_CODES: tuple[Verdict, ...] = (Verdict.READY, Verdict.REPAIR, Verdict.NOT_THIS_TARGET, Verdict.STOP)
"""A verdict's place here is its code in SQL."""
