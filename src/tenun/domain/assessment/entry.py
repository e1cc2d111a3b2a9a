"""Whether a programme's own rules of entry let a person in: the catalogue's rule kinds, judged by the same closures."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from tenun.domain.assessment.findings import FindingState
from tenun.domain.assessment.interpret import compile_rule
from tenun.domain.facts import Facts
from tenun.domain.rules import Rule


class Entry(StrEnum):
    """What the rules say of her."""

    OPEN = "open"
    ASK = "ask"
    """Nothing stands against her, and something is not known or not proven yet."""
    CLOSED = "closed"


_HOLDS = frozenset({FindingState.MET, FindingState.NOT_NEEDED, FindingState.EXPIRING})
_ASKS = frozenset({FindingState.UNKNOWN, FindingState.UNVERIFIED})


def entry_for(rules: Sequence[Rule], facts: Facts, on: date, departure: date | None = None) -> Entry:
    """All rules must hold on that day; without rules it is open to everybody."""
    leaves = max(facts.departure_on or departure or on, on)
    states = {compile_rule(rule)(facts, on, leaves)[0] for rule in rules}
    if states <= _HOLDS:
        return Entry.OPEN
    return Entry.ASK if states <= _HOLDS | _ASKS else Entry.CLOSED
