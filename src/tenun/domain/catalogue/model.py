"""The catalogue as typed data: requirements, targets, desks, offices, cost rules and repair steps.

Everything here was read from dated TOML with a source; nothing here judges.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tenun.domain.rules import Rule, TargetStatus
from tenun.domain.states import ReadyState
from tenun.domain.words import Words


class Confidence(StrEnum):
    """Only `SOURCE` may block a person; the others are shown as "perlu dikonfirmasi" (design, principle 2)."""

    SOURCE = "source"
    EXPERT = "expert"
    UNCONFIRMED = "unconfirmed"


class SourceKind(StrEnum):
    """Where a rule was read."""

    LAW = "law"
    OFFICIAL = "official"
    PRESS = "press"
    HANDBOOK = "handbook"


class Gate(StrEnum):
    """The five conditions of UU 18/2017 Art. 5, and what placement itself asks."""

    AGE = "age"
    COMPETENCE = "competence"
    HEALTH = "health"
    SOCIAL_SECURITY = "social_security"
    DOCUMENTS = "documents"
    PLACEMENT = "placement"


class Desk(StrEnum):
    """The eight desks of an LTSA (PP 59/2021 Art. 31)."""

    MANPOWER = "manpower"
    INFORMATION = "information"
    CIVIL_REGISTRY = "civil_registry"
    HEALTH = "health"
    IMMIGRATION = "immigration"
    POLICE = "police"
    BANK = "bank"
    SOCIAL_SECURITY = "social_security"


class OnFailure(StrEnum):
    """What a requirement that cannot be met says of the whole target."""

    REPAIR = "repair"
    NOT_THIS_TARGET = "not_this_target"
    STOP = "stop"


class Payer(StrEnum):
    """Who bears the cost of a step."""

    FREE = "free"
    WORKER = "worker"
    EMPLOYER = "employer"
    STATE = "state"
    REGION = "region"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """The text a rule stands on; `seen_via` names where it was read when that was not the text itself."""

    kind: SourceKind
    title: str
    article: str | None = None
    seen_via: str | None = None
    dated: str | None = None

    @property
    def cited(self) -> str:
        """Title and article in one line, as in `UU 18/2017 jo. UU 6/2023, Pasal 13 huruf b`."""
        return f"{self.title}, {self.article}" if self.article else self.title


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Requirement:
    """One dated thing that must hold by a journey state.

    `when` limits it to those to whom it applies. While that is unknown, a `presumed` requirement is asked of her.
    """

    id: str
    gate: Gate
    due_by: ReadyState
    rule: Rule
    when: Rule | None
    paper: str | None
    desk: Desk | None
    office: str | None
    on_failure: OnFailure
    confidence: Confidence
    source: Source
    title: Words
    todo: Words
    valid_from: date
    valid_to: date | None
    checked_on: date
    place: str
    presumed: bool = False

    @property
    def can_block(self) -> bool:
        """Whether a person may be held back by it."""
        return self.confidence is Confidence.SOURCE

    def in_force(self, on: date) -> bool:
        """Whether the rule is law on that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A core requirement that this target does not ask, with the source that says so."""

    requirement: str
    source: Source
    confidence: Confidence
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetEntry:
    """One target as written: its own requirements and what it leaves out of the core."""

    id: str
    title: Words
    destination: str
    scheme: str
    occupation: str
    zero_cost: bool
    status: TargetStatus
    status_source: Source
    status_checked_on: date
    omissions: tuple[Omission, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """A target on one day: the core and its own requirements in force, in catalogue order.

    Identity is the object itself: the catalogue hands out one object a version, so compiled rules are kept by it.
    """

    entry: TargetEntry
    requirements: tuple[Requirement, ...]
    in_force_from: date
    in_force_until: date | None

    @property
    def id(self) -> str:
        """The stable id, as in `sg-domestic`."""
        return self.entry.id

    @property
    def status(self) -> TargetStatus:
        """Open, conditional or closed."""
        return self.entry.status


@dataclass(frozen=True, slots=True)
class Days:
    """Working days a step takes once her papers are right; islands add travel."""

    least: int
    typical: int
    most: int


class Action(StrEnum):
    """What a repair step does."""

    SHOW = "show"
    SHOW_ORIGINAL = "show_original"
    READ = "read"
    ISSUE = "issue"
    RENEW = "renew"
    REPLACE = "replace"
    CORRECT = "correct"
    DECLARE = "declare"
    TRAIN = "train"
    ASK = "ask"


REISSUES = frozenset({Action.ISSUE, Action.RENEW, Action.REPLACE})
"""Actions that end with a new paper, printed from the data as they then stand."""


@dataclass(frozen=True, slots=True)
class Need:
    """One of these papers must be there first; `corrected` also waits for every correction of it."""

    papers: tuple[str, ...]
    corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RepairStep:
    """One node of the repair graph. `mends` are the states and reasons of findings it answers.

    `needs` must be there before and are fetched into the plan; `follows` only orders what is in the plan anyway.
    `paper_from` and `paper_before` limit it to papers issued then.
    `reprints`: the mended paper is a new one, so that nothing else of it needs replacing.
    """

    id: str
    action: Action
    paper: str
    title: Words
    mends: tuple[str, ...]
    desk: Desk | None
    office: str | None
    days: Days
    cost_rupiah: int
    cost_component: str | None
    payer: Payer
    court: bool
    mobile: bool
    reprints: bool
    needs: tuple[Need, ...]
    follows: tuple[str, ...]
    invalidates: tuple[str, ...]
    validity_months: int | None
    paper_from: date | None
    paper_before: date | None
    bring: tuple[str, ...]
    evidence_out: Words
    defect: str | None
    confidence: Confidence
    source: Source
    checked_on: date
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who does the work when it is not a desk alone: school, court, village, agency, mission."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRule:
    """Who pays one component of placement for an occupation that is, or is not, free of cost for the worker."""

    component: str
    name: Words
    zero_cost_payer: Payer
    other_payer: Payer
    source: Source
    confidence: Confidence
    valid_from: date
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The small lists beside the rules: desks, offices, names of papers and fields."""

    desks: Mapping[str, Words]
    offices: Mapping[str, Office]
    papers: Mapping[str, Words]
    fields: Mapping[str, Words]
    reasons: Mapping[str, Words]
    costs: Mapping[str, CostRule]
