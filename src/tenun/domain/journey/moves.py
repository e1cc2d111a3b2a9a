"""What may happen next in a journey, and what an event makes of it: pure functions, nothing is stored.

A state that was left for a while (a case, lost contact, an upheld appeal, a wrong entry) is returned to
without asking its guards again: the next step asks all of them, whatever was due before it included.
"""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from tenun.domain.journey import sources as src
from tenun.domain.journey.departure import STEPS
from tenun.domain.journey.evidence import Evidence
from tenun.domain.journey.guards import GUARDS, Context
from tenun.domain.journey.protection import OTHERS
from tenun.domain.journey.roles import Role
from tenun.domain.journey.rules import Back, Event, Kind, Rule
from tenun.domain.journey.sources import Basis, Limit
from tenun.domain.journey.states import SKIPPED, TRACK, Category, Scheme, State
from tenun.domain.words import Words

EVENTS = MappingProxyType(dict(STEPS) | dict(OTHERS))
"""The whole table: every event with its row."""

_EXCURSIONS = frozenset({State.IN_CASE, State.REFUSED, State.LOST_CONTACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One running time limit with its last day (or its first, for a limit that counts backwards)."""

    limit: Limit
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One change to be logged. `before` is `None` when the event opens the record.

    `held` is the hold after it; `missing_evidence` is still to be collected; `notes` are words to confirm
    ("perlu dikonfirmasi") that never block.
    """

    event: Event
    before: State | None
    after: State
    history: tuple[State, ...]
    held: bool
    due: tuple[Due, ...]
    missing_evidence: tuple[Evidence, ...]
    notes: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an event cannot be entered now: a stable code, words for people, and the text behind it."""

    code: str
    words: Words
    source: Basis


NOT_FROM_HERE = Refusal(
    code="not_from_here",
    words=Words("Langkah ini tidak berlaku pada tahap sekarang.", "This step does not apply at the present stage."),
    source=src.RECORD_ORDER,
)
NOT_YOUR_ROLE = Refusal(
    code="not_your_role",
    words=Words("Langkah ini dicatat oleh petugas lain.", "This step is entered by another office."),
    source=src.RECORD_ORDER,
)
EVIDENCE_MISSING = Refusal(
    code="evidence_missing",
    words=Words("Bukti untuk langkah ini belum dilampirkan.", "The evidence for this step is not attached."),
    source=src.RECORD_ORDER,
)
NOTHING_BEFORE = Refusal(
    code="state_before_unknown",
    words=Words(
        "Tahap sebelumnya tidak tercatat. Catat dahulu di mana ia sekarang.",
        "No earlier stage is recorded. Record first where she is now.",
    ),
    source=src.RECORD_ORDER,
)
LIFT_FIRST = Words("Berkas ini ditahan. Lepas penahanan dahulu.", "This record is held. Lift the hold first.")
CONFIRM_EMPLOYER = Words(
    "Pekerja perseorangan hanya untuk pemberi kerja berbadan hukum; perlu dikonfirmasi ke BP3MI.",
    "An independent worker goes to a legal-entity employer only; to be confirmed with BP3MI.",
)


def entry_sources(event: Event, scheme: Scheme | None) -> frozenset[State | None]:
    """The states from which `event` may come, with the states that `scheme` leaves out bridged."""
    rule = EVENTS[event]
    skipped = SKIPPED[scheme] if scheme else frozenset()
    if rule.target in skipped:
        return frozenset()
    return frozenset(_bridge(state, skipped) if rule.kind is Kind.STEP else state for state in rule.sources)


def _bridge(state: State | None, skipped: frozenset[State]) -> State | None:
    while state is not None and state in skipped:
        state = TRACK[TRACK.index(state) - 1]
    return state


def state_before(history: tuple[State, ...], state: State) -> State | None:
    """The state from which she came to the present excursion, through excursions in it; `None` if unknown.

    >>> state_before((State.PREPARING, State.IN_CASE, State.LOST_CONTACT), State.IN_CASE)
    <State.PREPARING: 'PREPARING'>
    """
    stack: list[State] = []
    for step in (*history, state):
        returned = len(stack) > 1 and stack[-1] in _EXCURSIONS and stack[-2] is step
        if returned:
            stack.pop()
        else:
            stack.append(step)
    return stack[-2] if len(stack) > 1 else None


def _target(state: State | None, event: Event, context: Context) -> State | None:
    target = EVENTS[event].target
    if isinstance(target, State):
        return target
    if target is Back.SAME or state is None:
        return state
    if event is Event.UNDO:
        return context.history[-1] if context.history else None
    return state_before(context.history, state)


def _refusal(state: State | None, event: Event, context: Context, rule: Rule) -> Refusal | None:
    if state not in entry_sources(event, context.scheme):
        return NOT_FROM_HERE
    if context.role not in rule.actors:
        return NOT_YOUR_ROLE
    for guard in GUARDS.get(event, ()):
        if not guard.holds(state, event, context):
            lift = guard.code == "held" and context.role is Role.PROTECTION
            return Refusal(code=guard.code, words=LIFT_FIRST if lift else guard.words, source=guard.source)
    if rule.kind is not Kind.FACT and not context.evidence.issuperset(rule.evidence):
        return EVIDENCE_MISSING
    return None


def _history(state: State | None, event: Event, context: Context) -> tuple[State, ...]:
    if event is Event.UNDO:
        return context.history[:-1]
    if state is None or EVENTS[event].target is Back.SAME:
        return context.history
    return (*context.history, state)


def _notes(event: Event, context: Context) -> tuple[Words, ...]:
    alone = context.scheme is Scheme.PERSEORANGAN and context.category is Category.HOUSEHOLD
    return (CONFIRM_EMPLOYER,) if alone and event is Event.MATCH else ()


def advance(state: State | None, event: Event, context: Context) -> Transition | Refusal:
    """What `event` makes of a journey in `state` (`None`: the event opens the record), or why it may not be.

    Nothing is stored and no clock is read. Source of the rows: handbook process, section 1.
    """
    rule = EVENTS[event]
    refusal = _refusal(state, event, context, rule)
    if refusal:
        return refusal
    after = _target(state, event, context)
    if after is None:
        return NOTHING_BEFORE
    held = {Event.PLACE_HOLD: True, Event.LIFT_HOLD: False}.get(event, context.held)
    return Transition(
        event=event,
        before=state,
        after=after,
        history=_history(state, event, context),
        held=held,
        due=tuple(Due(limit=limit, on=limit.due_on(context.on)) for limit in rule.limits),
        missing_evidence=tuple(item for item in rule.evidence if item not in context.evidence),
        notes=_notes(event, context),
    )


def allowed_events(state: State | None, context: Context) -> tuple[Event, ...]:
    """The events that `advance` would accept now, in the order of the table."""
    return tuple(event for event in EVENTS if isinstance(advance(state, event, context), Transition))
