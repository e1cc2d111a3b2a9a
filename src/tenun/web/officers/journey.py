"""The journey of one person as a page: where she stands, what comes next, what else can be entered, and the log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tenun.domain.assessment import Verdict
from tenun.domain.journey import EVENTS, Event, Evidence, Refusal, Role, State, Transition, advance
from tenun.domain.journey.states import ENDS, TRACK
from tenun.organisations.enums import Role as PostRole
from tenun.people.models import Journey, JourneyEntry
from tenun.readiness.actions import context_of
from tenun.readiness.judged import judged_of
from tenun.shared.clock import today
from tenun.web.language import language, say
from tenun.web.officers.berkas import BerkasPage, Button, NextStep
from tenun.web.officers.days import say_moment
from tenun.web.officers.file import File, stage_of
from tenun.web.officers.steps import CORRECTIONS, OFFERED, say_details
from tenun.web.parts import LogLine

_SHOWN = TRACK[: TRACK.index(State.MATCHED) + 1]
_EVERYTHING = frozenset(Evidence)
_WHERE: Mapping[PostRole, object] = {
    PostRole.VILLAGE: _("petugas desa, di kantor desa atau kelurahan"),
    PostRole.COUNTER: _("petugas loket, di dinas tenaga kerja kabupaten atau kota"),
    PostRole.BP3MI: _("petugas BP3MI, di kantor BP3MI"),
    PostRole.PROVINCE: _("petugas provinsi, di dinas provinsi"),
    PostRole.PROTECTION: _("petugas pelindungan, di layanan pelindungan"),
}
"""Whoever enters events on these pages, and where she is found."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stage of the way; `is_done` before the present one, `is_here` the present one."""

    name: str
    is_done: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One event that can be entered, or why it cannot and, where it is another office's, who enters it."""

    name: str
    url: str
    why_not: str = ""
    entered_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyPage:
    """Exactly what the template shows."""

    stage: str
    stops: tuple[Stop, ...]
    following: Step | None
    others: tuple[Step, ...]
    corrections: tuple[Step, ...]
    log: tuple[LogLine, ...]


def present(file: File) -> Journey | None:
    """The journey that events move; after a named end a new one can be opened."""
    journey = file.journey
    return None if journey is not None and State(journey.state) in ENDS else journey


def role_for(event: Event, roles: frozenset[PostRole]) -> Role:
    """In which of her roles somebody enters an event: one that may, else any, which is then refused in words."""
    held = sorted(Role(role.value) for role in roles)
    return next((role for role in held if role in EVENTS[event].actors), held[0])


def journey_page(file: File, roles: frozenset[PostRole]) -> JourneyPage:
    """The page for a post with these roles."""
    state, outcomes = _outcomes(file, roles, OFFERED)
    open_now = [event for event, outcome in outcomes.items() if not isinstance(outcome, Refusal)]
    following = _following(state)
    return JourneyPage(
        stage=stage_of(file.journey),
        stops=_stops(state),
        following=_step(file, following, outcomes[following], roles) if following is not None else None,
        others=tuple(_link(file, event) for event in open_now if event not in CORRECTIONS | {following}),
        corrections=tuple(_link(file, event) for event in open_now if event in CORRECTIONS),
        log=log_lines(file.entries),
    )


def _outcomes(
    file: File, roles: frozenset[PostRole], events: Iterable[Event]
) -> tuple[State | None, dict[Event, Transition | Refusal]]:
    """Where she stands, and what each event would come to if all its evidence were shown."""
    journey = present(file)
    state = State(journey.state) if journey is not None else None
    judged = judged_of(file.facts, file.judged())
    context = context_of(file.person, journey, _EVERYTHING, judged, Role.COUNTER, today())
    return state, {event: advance(state, event, replace(context, role=role_for(event, roles))) for event in events}


def step_of(file: File, event: Event, roles: frozenset[PostRole]) -> Step:
    """One event for a post with these roles: where it is entered, or in words why it cannot be now."""
    _state, outcomes = _outcomes(file, roles, [event])
    return _step(file, event, outcomes[event], roles)


def with_way(page: BerkasPage, file: File, roles: frozenset[PostRole]) -> BerkasPage:
    """The same file; where nothing of it is left to mend, what to do now is the next step of her journey."""
    judged, journey = file.judged(), present(file)
    following = _following(State(journey.state)) if journey is not None else None
    if judged is None or judged.verdict is not Verdict.READY or following is None:
        return page
    step = step_of(file, following, roles)
    where = ", ".join(step.entered_by) or step.why_not
    return replace(
        page,
        next_step=NextStep(step.name, f"{where[:1].upper()}{where[1:]}." if where else ""),
        button=Button(step.name, step.url) if step.url and page.links.journey else None,
    )


def _entered_by(event: Event, roles: frozenset[PostRole]) -> tuple[str, ...]:
    """Who enters an event that is another office's, with the place; nobody where it is one's own."""
    actors = [role for role in _WHERE if Role(role.value) in EVENTS[event].actors]
    return () if roles.intersection(actors) else tuple(str(_WHERE[role]) for role in actors)


def log_lines(entries: Sequence[JourneyEntry]) -> tuple[LogLine, ...]:
    """Every change, the newest first, with what was noted."""
    return tuple(
        LogLine(
            what=say(EVENTS[Event(entry.event)].words),
            when=say_moment(entry.at, language()),
            who=str(entry.by),
            reason=". ".join(filter(None, (entry.reason, say_details(entry.details)))),
        )
        for entry in entries
    )


def _stops(state: State | None) -> tuple[Stop, ...]:
    here = TRACK.index(state) if state in TRACK else -1
    return tuple(Stop(say(stop.label), place < here, place == here) for place, stop in enumerate(_SHOWN))


def _following(state: State | None) -> Event | None:
    """The one event that leads on from here, of those offered."""
    steps = (event for event in OFFERED if event in _STEPS and state in EVENTS[event].sources)
    return next(steps, None)


_STEPS = frozenset(event for event in OFFERED if EVENTS[event].target in TRACK and event is not Event.RESTART)


def _step(file: File, event: Event, outcome: Transition | Refusal, roles: frozenset[PostRole]) -> Step:
    link = _link(file, event)
    return Step(link.name, "", say(outcome.words), _entered_by(event, roles)) if isinstance(outcome, Refusal) else link


def _link(file: File, event: Event) -> Step:
    return Step(say(EVENTS[event].words), reverse("step", args=[file.person.pk, event.value.replace("_", "-")]))
