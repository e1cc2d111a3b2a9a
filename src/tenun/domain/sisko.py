"""Sisko (SISKOP2MI) as a mirror: what its list shows of a worker's way, beside what Tenun holds of the same steps.

Source: handbook peers, line 104 (the national flow) and process, section 4. Tenun never claims a national clearance:
it tells "sent / received / differs" and nothing more. The shape of the flow in 2026 is to be confirmed with BP3MI.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from tenun.domain.papers import PaperKind
from tenun.domain.words import Words


class SiskoStep(StrEnum):
    """The steps of the national flow that Tenun knows by a paper or an event of its own, in their order."""

    REGISTRATION = "ak1"
    PLACEMENT_AGREEMENT = "perjanjian_penempatan"
    INSURANCE = "bpjs_tk"
    ORIENTATION = "opp"
    WORKER_CARD = "e_pmi"
    DEPARTURE = "berangkat"

    @property
    def label(self) -> Words:
        """The name people see."""
        return _LABELS[self]


_LABELS: Mapping[SiskoStep, Words] = MappingProxyType(
    {
        SiskoStep.REGISTRATION: Words("Pendaftaran (AK1)", "Registration (AK1)"),
        SiskoStep.PLACEMENT_AGREEMENT: Words("Perjanjian penempatan", "Placement agreement"),
        SiskoStep.INSURANCE: Words("BPJS Ketenagakerjaan", "Employment insurance (BPJS)"),
        SiskoStep.ORIENTATION: Words("Orientasi (OPP)", "Pre-departure orientation (OPP)"),
        SiskoStep.WORKER_CARD: Words("Kartu E-PMI", "Worker card (E-PMI)"),
        SiskoStep.DEPARTURE: Words("Keberangkatan", "Departure"),
    }
)
PAPER_OF: Mapping[SiskoStep, PaperKind] = MappingProxyType(
    {
        SiskoStep.REGISTRATION: PaperKind.JOB_SEEKER_CARD,
        SiskoStep.PLACEMENT_AGREEMENT: PaperKind.PLACEMENT_AGREEMENT,
        SiskoStep.INSURANCE: PaperKind.EMPLOYMENT_INSURANCE,
        SiskoStep.ORIENTATION: PaperKind.PRE_DEPARTURE_ORIENTATION,
        SiskoStep.WORKER_CARD: PaperKind.WORKER_CARD,
    }
)
"""The paper by which Tenun holds a step; a departure stands in the journey."""

Held = date | bool
"""How one side holds a step: since a day, without a day (`True`), or not at all (`False`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiskoEntry:
    """What one row of a Sisko list says beside the person herself; an empty text is "not said".

    `steps` has a step for each column of the list, whether its cell is filled or not: a step without a column is
    in none, so that a list which does not ask about it takes nothing away.
    """

    number: str = ""
    passport: str = ""
    destination: str = ""
    agency: str = ""
    steps: Mapping[SiskoStep, Held] = field(default_factory=dict)


class Reflection(StrEnum):
    """How one step stands on both sides."""

    NOWHERE = "nowhere"
    SENT = "sent"
    RECEIVED = "received"
    OTHER_DAY = "other_day"
    ONLY_THERE = "only_there"

    @property
    def differs(self) -> bool:
        """Whether somebody has to look: the days differ, or Sisko alone has the step."""
        return self in (Reflection.OTHER_DAY, Reflection.ONLY_THERE)


def reflect(ours: Held, theirs: Held) -> Reflection:
    """How a step stands, from what Tenun holds and what the last list shows.

    Days are compared only where both sides give one.

    >>> reflect(date(2026, 10, 1), False), reflect(True, date(2026, 10, 1)).value
    (<Reflection.SENT: 'sent'>, 'received')
    """
    if ours is False:
        return Reflection.NOWHERE if theirs is False else Reflection.ONLY_THERE
    if theirs is False:
        return Reflection.SENT
    days = {side for side in (ours, theirs) if side is not True}
    return Reflection.OTHER_DAY if len(days) > 1 else Reflection.RECEIVED
