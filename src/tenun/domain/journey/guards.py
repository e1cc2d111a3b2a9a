"""What must hold before a step: each guard with its code, its words, its source and one plain condition.

A guard never forecasts and never scores. It stands on the law, on the judged papers, or on the decision of a
protection officer; each refusal can be read and appealed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from tenun.domain.calendar import age_on
from tenun.domain.journey import sources as src
from tenun.domain.journey.departure import STEPS
from tenun.domain.journey.evidence import Evidence
from tenun.domain.journey.roles import Role
from tenun.domain.journey.rules import Event
from tenun.domain.journey.sources import Basis
from tenun.domain.journey.states import Category, Group, Scheme, State
from tenun.domain.states import ReadyState
from tenun.domain.words import Words

ADULT = 18
"""Completed years at departure (UU 18/2017 Art. 5(a))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All that a decision about one journey stands on. `on` is the day of the event in Asia/Makassar.

    `history` holds the states before the present one, oldest first, undone ones taken out. `ready_for` is the
    furthest state that no finding blocks, as judged today. `birth_dates` are all that any paper (or the NIK)
    states. `validities` are the last days of all dated papers. `age_in_doubt` is the verdict that papers
    disagree across an age line. `red_flag` is an answer of the screening that protection has not yet looked
    at, `held` what protection decided. `earlier_attempt_ended`: an attempt of hers ended in reintegration.
    """

    on: date
    role: Role
    history: tuple[State, ...] = ()
    evidence: frozenset[Evidence] = frozenset()
    scheme: Scheme | None = None
    category: Category | None = None
    departure_on: date | None = None
    ready_for: ReadyState | None = None
    birth_dates: tuple[date, ...] = ()
    age_in_doubt: bool = False
    validities: tuple[date, ...] = ()
    red_flag: bool = False
    held: bool = False
    retry_on: date | None = None
    earlier_attempt_ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One condition; `holds` gets the present state (`None`: no record yet), the event and the context."""

    code: str
    words: Words
    source: Basis
    holds: Callable[[State | None, Event, Context], bool]


def under_age(context: Context) -> bool:
    """Whether any paper makes her younger than 18 at departure, or on that day while none is planned."""
    day = context.departure_on or context.on
    return any(age_on(born, day) < ADULT for born in context.birth_dates)


def _ready(_state: State | None, event: Event, context: Context) -> bool:
    needed = ReadyState(str(STEPS[event].target))
    return context.ready_for is not None and context.ready_for.reaches(needed)


def _valid_through_departure(_state: State | None, _event: Event, context: Context) -> bool:
    departure = context.departure_on
    return departure is None or all(last_day >= departure for last_day in context.validities)


def _was_abroad_or_unknown(state: State | None, _event: Event, context: Context) -> bool:
    if state is not State.IN_CASE:
        return True
    known = [old for old in context.history if old not in (State.IN_CASE, State.LOST_CONTACT)]
    return not known or any(
        old.group in (Group.DURING, Group.AFTER) or old is State.DEPARTED_NON_PROCEDURALLY for old in known
    )


def _protection_decides(state: State | None, _event: Event, context: Context) -> bool:
    sensitive = context.held or context.red_flag or state is State.UNDERAGE
    return context.role is Role.PROTECTION or not sensitive


NOT_HELD = Guard(
    code="held",
    words=Words("Ditahan sementara, hubungi provinsi.", "Held for now, call the province."),
    source=src.PROTECTION_DECISION,
    holds=lambda _state, _event, context: not (context.held or context.red_flag),
)
HOLD_DECIDED = Guard(
    code="held",
    words=NOT_HELD.words,
    source=src.PROTECTION_DECISION,
    holds=lambda _state, _event, context: not context.held,
)
OF_AGE = Guard(
    code="under_age",
    words=Words(
        "Menurut dokumennya, ia belum 18 tahun pada hari berangkat. Serahkan ke petugas pelindungan.",
        "By her papers she is not yet 18 on the day of departure. Hand over to a protection officer.",
    ),
    source=src.UU_AGE,
    holds=lambda _state, _event, context: not under_age(context),
)
AGE_CLEAR = Guard(
    code="age_in_doubt",
    words=Words(
        "Tanggal lahir di dokumennya berbeda dan umurnya diragukan. Serahkan ke petugas pelindungan.",
        "Her papers differ on the birth date and her age is in doubt. Hand over to a protection officer.",
    ),
    source=src.UU_AGE,
    holds=lambda _state, _event, context: not context.age_in_doubt,
)
SCHEME_CHOSEN = Guard(
    code="scheme_missing",
    words=Words(
        "Pilih dahulu cara penempatan: siapa yang menempatkan?",
        "Choose the scheme first: who places the worker?",
    ),
    source=src.RECORD_ORDER,
    holds=lambda _state, _event, context: context.scheme is not None,
)
READY = Guard(
    code="not_ready",
    words=Words(
        "Masih ada syarat yang belum terpenuhi untuk langkah ini. Lihat temuan dan rencana perbaikan.",
        "Something required for this step is still open. See the findings and the repair plan.",
    ),
    source=src.UU_DOCUMENTS,
    holds=_ready,
)
DEPARTURE_KNOWN = Guard(
    code="departure_missing",
    words=Words("Isi dahulu tanggal berangkat.", "Enter the day of departure first."),
    source=src.UU_DOCUMENTS,
    holds=lambda _state, _event, context: context.departure_on is not None,
)
VALID_THROUGH_DEPARTURE = Guard(
    code="expires_before_departure",
    words=Words(
        "Ada dokumen yang habis masa berlakunya sebelum hari berangkat.",
        "A paper expires before the day of departure.",
    ),
    source=src.UU_DOCUMENTS,
    holds=_valid_through_departure,
)
RETRY_DUE = Guard(
    code="retry_too_early",
    words=Words(
        "Tanggal untuk mencoba lagi belum tiba atau belum diisi.",
        "The day to try again has not come, or is not entered.",
    ),
    source=src.OFFICE_DECISION,
    holds=lambda _state, _event, context: context.retry_on is not None and context.retry_on <= context.on,
)
EARLIER_ATTEMPT = Guard(
    code="no_earlier_attempt",
    words=Words(
        "Belum ada keberangkatan terdahulu yang selesai. Mulai berkas dari awal.",
        "There is no earlier attempt that ended. Open a record from the start.",
    ),
    source=src.RECORD_ORDER,
    holds=lambda _state, _event, context: context.earlier_attempt_ended,
)
WAS_ABROAD = Guard(
    code="not_abroad",
    words=Words(
        "Ia belum tercatat berangkat. Tutup masalahnya, atau catat keberangkatannya dahulu.",
        "No departure is recorded. Settle the case, or record the departure first.",
    ),
    source=src.RECORD_ORDER,
    holds=_was_abroad_or_unknown,
)
PROTECTION_DECIDES = Guard(
    code="held",
    words=NOT_HELD.words,
    source=src.PROTECTION_DECISION,
    holds=_protection_decides,
)

_SAFE = (NOT_HELD, OF_AGE, AGE_CLEAR)
_TO_READY = (*_SAFE, SCHEME_CHOSEN, READY)
_TO_LEAVE = (*_TO_READY, DEPARTURE_KNOWN, VALID_THROUGH_DEPARTURE)


def _guards_of_steps() -> dict[Event, tuple[Guard, ...]]:
    guards: dict[Event, tuple[Guard, ...]] = {
        event: _TO_READY for event, rule in STEPS.items() if str(rule.target) in ReadyState.__members__
    }
    guards |= dict.fromkeys((Event.CLEAR, Event.DEPART), _TO_LEAVE)
    # Screening is where a red flag or a young age is found, so only a decided hold and the age stop it.
    return guards | {
        Event.SCREEN: (HOLD_DECIDED, OF_AGE),
        Event.BEGIN_PREPARATION: _SAFE,
        Event.RESTART: (EARLIER_ATTEMPT,),
    }


GUARDS: Mapping[Event, tuple[Guard, ...]] = MappingProxyType(
    _guards_of_steps()
    | {
        Event.RETRY: (RETRY_DUE,),
        Event.BEGIN_WORK: (WAS_ABROAD,),
        Event.UPHOLD_APPEAL: (PROTECTION_DECIDES,),
        Event.UNDO: (PROTECTION_DECIDES,),
    }
)
"""The guards of each event, in the order in which they are told."""
