"""What one programme of any organisation is, for the map of who offers what where (handbook standards/04).

A record is what a file of another system, a spreadsheet or a form says; the register of organisations and the tables
stand in `partnership`. Nothing here is judged: what a programme asks of a person are the same rule kinds as the
catalogue's (`entry_rules`).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tenun.domain.rules import Rule


class ServiceLine(StrEnum):
    """What a programme gives: a column of the map."""

    INFORMATION = "information"
    DOCUMENTS = "documents"
    SKILLS = "skills"
    PLACEMENT = "placement"
    PROTECTION = "protection"
    RETURN = "return"
    DATA = "data"
    OFFICIALS = "officials"


class Phase(StrEnum):
    """When in a migration it helps."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class ProgrammeStatus(StrEnum):
    """How far a programme has come, from an idea to its end."""

    IDEA = "idea"
    OFFERED = "offered"
    AGREED = "agreed"
    RUNNING = "running"
    ENDED = "ended"


FOLLOWS: dict[ProgrammeStatus, frozenset[ProgrammeStatus]] = {
    ProgrammeStatus.IDEA: frozenset({ProgrammeStatus.OFFERED, ProgrammeStatus.AGREED, ProgrammeStatus.ENDED}),
    ProgrammeStatus.OFFERED: frozenset({ProgrammeStatus.AGREED, ProgrammeStatus.RUNNING, ProgrammeStatus.ENDED}),
    ProgrammeStatus.AGREED: frozenset({ProgrammeStatus.RUNNING, ProgrammeStatus.ENDED}),
    ProgrammeStatus.RUNNING: frozenset({ProgrammeStatus.ENDED}),
    ProgrammeStatus.ENDED: frozenset({ProgrammeStatus.OFFERED, ProgrammeStatus.AGREED, ProgrammeStatus.RUNNING}),
}
"""Where a programme may go from each status; an ended one may begin anew."""


class PartnerRole(StrEnum):
    """What an organisation does in a programme (IATI organisation role 1 to 4)."""

    FUNDING = "funding"
    ACCOUNTABLE = "accountable"
    EXTENDING = "extending"
    IMPLEMENTING = "implementing"


class Problem(StrEnum):
    """Which of the two problems named on 8 December 2025 it addresses."""

    SKILLS = "skills"
    DOCUMENTS = "documents"
    OTHER = "other"


class Fit(StrEnum):
    """How it stands to a programme of the province's own."""

    SUPPORTS = "supports"
    OVERLAPS = "overlaps"
    FILLS_GAP = "fills_gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationNamed:
    """An organisation as a source names it: the spelling as it stands there, its reference, its IATI type code."""

    name: str
    ref: str = ""
    type_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation and what it does in the programme."""

    role: PartnerRole
    organisation: OrganisationNamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """How many people it takes in a period, both days inclusive; of one district, or wherever it works."""

    starts_on: date
    ends_on: date
    places: int
    district: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Its whole budget, in the currency of ISO 4217. A programme without one has money *unknown*, not none."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask at the owner."""

    name: str = ""
    post: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRecord:
    """One programme as a source says it.

    `identifier` is the IATI identifier or one of the owner's own and never changes; `districts` are Kemendagri codes
    (`53.21`), none of them meaning the whole province; `actual_*` wins over `planned_*`; `checked_on` is the day on
    which somebody last said that it is so; `kept` is the text of the source's own record, of which an export keeps
    every part that is not said here.
    """

    identifier: str
    title: str
    owner: OrganisationNamed
    description: str = ""
    partners: tuple[Partner, ...] = ()
    services: tuple[ServiceLine, ...] = ()
    phases: tuple[Phase, ...] = ()
    target_group: str = ""
    districts: tuple[str, ...] = ()
    planned_start: date | None = None
    actual_start: date | None = None
    planned_end: date | None = None
    actual_end: date | None = None
    status: ProgrammeStatus = ProgrammeStatus.IDEA
    capacities: tuple[Capacity, ...] = ()
    entry_words: str = ""
    entry_rules: tuple[Rule, ...] = ()
    money: Money | None = None
    contact: Contact = Contact()
    source: str = ""
    source_url: str = ""
    checked_on: date | None = None
    problem: Problem | None = None
    gcm_objectives: tuple[int, ...] = ()
    sectors: tuple[str, ...] = ()
    counterpart: str = ""
    budget_code: str = ""
    fit: Fit | None = None
    next_step: str = ""
    kept: str = ""

    @property
    def starts_on(self) -> date | None:
        """The first day, as it was or as it is planned."""
        return self.actual_start or self.planned_start

    @property
    def ends_on(self) -> date | None:
        """The last day, as it was or as it is planned."""
        return self.actual_end or self.planned_end


STALE_AFTER_DAYS = 120
"""An entry that nobody has confirmed for this long is shown as old (our own habit: a quarter and a month)."""

STALE_AFTER_END_DAYS = 14
"""A running programme whose last day was longer ago than this is asked about, whenever it was last confirmed."""


def is_stale(record: ProgrammeRecord, on: date) -> bool:
    """Whether the owner has to be asked again: not checked for long, or said to run past its own last day."""
    if record.status is ProgrammeStatus.ENDED:
        return False
    if record.checked_on is None or (on - record.checked_on).days > STALE_AFTER_DAYS:
        return True
    ends = record.ends_on
    return ends is not None and (on - ends).days > STALE_AFTER_END_DAYS
