"""The shape of one row of the journey's table: from where, to where, by whom, with what, by which text."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from tenun.domain.journey.evidence import Evidence
from tenun.domain.journey.roles import Role
from tenun.domain.journey.sources import Basis, Limit
from tenun.domain.journey.states import State
from tenun.domain.words import Words


class Event(StrEnum):
    """Something that happened to one attempt, or that an office did with it."""

    CONTACT = "contact"
    RESTART = "restart"
    INFORM = "inform"
    REGISTER_VILLAGE = "register_village"
    ENROL = "enrol"
    SCREEN = "screen"
    BEGIN_PREPARATION = "begin_preparation"
    MATCH = "match"
    SIGN_PLACEMENT = "sign_placement"
    CERTIFY_MEDICAL = "certify_medical"
    CONFIRM_PASSPORT = "confirm_passport"
    SIGN_CONTRACT = "sign_contract"
    CONFIRM_VISA = "confirm_visa"
    INSURE = "insure"
    CLEAR = "clear"
    DEPART = "depart"
    FAIL_PLACEMENT = "fail_placement"
    REPORT_ARRIVAL = "report_arrival"
    BEGIN_WORK = "begin_work"
    MONITOR = "monitor"
    CHANGE_CONTRACT = "change_contract"
    REPORT_CASE = "report_case"
    SETTLE_CASE = "settle_case"
    RETURN = "return"
    ARRIVE_AT_DEBARKATION = "arrive_at_debarkation"
    HAND_OVER = "hand_over"
    REFUSE_REHABILITATION = "refuse_rehabilitation"
    REHABILITATE = "rehabilitate"
    REINTEGRATE = "reintegrate"
    RECORD_DEATH = "record_death"
    WITHDRAW = "withdraw"
    REFUSE = "refuse"
    UPHOLD_APPEAL = "uphold_appeal"
    POSTPONE = "postpone"
    RETRY = "retry"
    FIND_UNDER_AGE = "find_under_age"
    RECORD_NON_PROCEDURAL = "record_non_procedural"
    LOSE_CONTACT = "lose_contact"
    FIND_AGAIN = "find_again"
    PLACE_HOLD = "place_hold"
    LIFT_HOLD = "lift_hold"
    UNDO = "undo"


class Back(Enum):
    """Targets that depend on the log: where she stood before, or where she stands now."""

    STATE_BEFORE = "state_before"
    SAME = "same"


class Kind(StrEnum):
    """A step leads towards departure and is guarded; what happened is recorded whatever the guards say."""

    STEP = "step"
    FACT = "fact"
    CARE = "care"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table. `None` among `sources` means that the event may open a record."""

    words: Words
    kind: Kind
    sources: frozenset[State | None]
    target: State | Back
    actors: frozenset[Role]
    evidence: tuple[Evidence, ...]
    source: Basis
    limits: tuple[Limit, ...] = ()


def rule(
    kind: Kind,
    words: tuple[str, str],
    sources: tuple[State | None, ...] | frozenset[State | None],
    target: State | Back,
    actors: frozenset[Role] | set[Role],
    evidence: Evidence,
    source: Basis,
    *limits: Limit,
) -> Rule:
    """One row with its words as (Indonesian, English) and one thing to show: a table stays readable."""
    return Rule(
        kind=kind,
        words=Words(*words),
        sources=frozenset(sources),
        target=target,
        actors=frozenset(actors),
        evidence=(evidence,),
        source=source,
        limits=limits,
    )
