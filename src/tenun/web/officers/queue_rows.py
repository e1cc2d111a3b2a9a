"""A line of the queue from the stored answer: nothing is judged and nothing is planned to show a list."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.urls import reverse

from tenun.domain.assessment import FindingState
from tenun.domain.catalogue import Requirement, packaged
from tenun.domain.journey import State as Stage
from tenun.domain.repair.wording import place
from tenun.domain.states import ReadyState
from tenun.domain.wording import STAGES
from tenun.domain.words import Words
from tenun.people.models import Journey
from tenun.readiness.bulk import mark_of
from tenun.readiness.models import Assessment
from tenun.web.language import language, say
from tenun.web.officers import words
from tenun.web.officers.file import say_village, say_waiting
from tenun.web.officers.findings import gate_state, state_of
from tenun.web.parts import Gate, PersonRow, Sign, State, Tone


@dataclass(frozen=True, slots=True)
class _Asked:
    """The requirements of a target in the order in which a stored answer holds their states."""

    title: Words
    order: tuple[Requirement, ...]
    place_of: dict[str, int]


@lru_cache(maxsize=64)
def _asked(target: str, on: date, _catalogue: str) -> _Asked:
    found = packaged().target(target, on)
    order = tuple(found.requirements)
    return _Asked(found.entry.title, order, {item.id: index for index, item in enumerate(order)})


def row_of(journey: Journey, *, with_pick: bool = False) -> PersonRow:
    """One line: who, what blocks first, whose turn, the gates, where to, since when; `with_pick`: she can be chosen."""
    person = journey.person
    answer: Assessment | None = getattr(person, "assessment", None)
    plain = PersonRow(
        name=person.full_name,
        url=reverse("berkas", args=[person.pk]),
        under_name=f"{person.pk:06d} · {say_village(person.village_code)}",
        blocker=State(Sign.QUESTION, Tone.UNKNOWN, say(words.NO_TARGET if not person.target else words.BEING_JUDGED)),
        more="",
        turn="",
        gates=(),
        target="",
        stage=say(Stage(journey.state).label),
        waiting=say_waiting(journey.since),
        pick=person.pk if with_pick else None,
        officer=getattr(journey, "officer", None) or "",
    )
    if answer is None or answer.catalogue != mark_of(packaged()):
        return plain
    return _judged_row(plain, answer)


def _judged_row(plain: PersonRow, answer: Assessment) -> PersonRow:
    asked = _asked(answer.target, answer.judged_on, answer.catalogue)
    blocker, turn = _first(asked, answer)
    return replace(
        plain,
        blocker=blocker,
        more=f"+{len(answer.blocking) - 1}" if len(answer.blocking) > 1 else "",
        turn=turn,
        gates=_gates(asked, answer),
        target=say(asked.title),
    )


def _first(asked: _Asked, answer: Assessment) -> tuple[State, str]:
    if not answer.blocking:
        return State(Sign.MET, Tone.MET, _ready(answer.for_state)), say(words.THIS_DESK)
    index = asked.place_of[answer.blocking[0]]
    requirement = asked.order[index]
    state = state_of(_Stored(requirement, FindingState(answer.states[index]), blocks=True), language())
    told = f"{say(requirement.title)}: {state.word.lower()}"
    where = place(packaged().lists, requirement.desk, requirement.office, language())
    return replace(state, word=told), where


def _ready(for_state: str) -> str:
    state = ReadyState(for_state)
    known = words.READY_FOR.get(state)
    return say(known) if known else say(words.READY, stage=say(STAGES[state]))


@dataclass(frozen=True, slots=True)
class _Stored:
    """One finding as a stored answer holds it; why it stands so is told on the file."""

    requirement: Requirement
    state: FindingState
    blocks: bool
    reason: str = ""


def _gates(asked: _Asked, answer: Assessment) -> tuple[Gate, ...]:
    """The six small signs, as the file itself shows them."""
    blocking = frozenset(answer.blocking)
    stored = [
        _Stored(requirement, FindingState(code), requirement.id in blocking)
        for requirement, code in zip(asked.order, answer.states, strict=True)
        if code != FindingState.NOT_NEEDED
    ]
    return tuple(
        Gate(
            say(words.GATES[gate]),
            gate.value,
            gate_state([each for each in stored if each.requirement.gate is gate], language()),
        )
        for gate in words.GATES
    )
