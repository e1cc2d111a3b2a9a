"""The only writer of journeys, factsheets and referrals: one act, one transaction, one line in the log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from tenun.domain.facts import Facts, flatten
from tenun.domain.journey import EVENTS, Context, Event, Evidence, Refusal, Role, State, Transition
from tenun.domain.journey import advance as decide
from tenun.organisations.models import User
from tenun.people.actions import NewPerson, register_person
from tenun.people.models import Journey, JourneyEntry, Person
from tenun.people.seals import SealKind, seals_on
from tenun.readiness.judged import Judged
from tenun.readiness.models import Factsheet, Movement, MovementKind, Referral, ReferralReason
from tenun.readiness.standing import keep_standing
from tenun.shared.clock import now, today

_OPEN_AGAIN = frozenset({Event.PLACE_HOLD, Event.LIFT_HOLD})


class StepRefused(Exception):  # noqa: N818  The name says what a person reads.
    """The event cannot be entered now; `refusal` says why, in words, and by which text."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


class AlreadyReferred(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """Her file waits for protection already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What an officer notes with an event: what was shown, why, and the answers that only this event asks."""

    evidence: frozenset[Evidence] = frozenset()
    reason: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    retry_on: date | None = None
    red_answer: bool = False


@transaction.atomic
def advance(
    *,
    person: Person,
    journey: Journey | None,
    event: Event,
    noted: Noted,
    judged: Judged,
    role: Role,
    on: date,
    by: User,
) -> Journey:
    """Enters one event, or opens a journey with it. Raises `StepRefused`; then nothing is written.

    Two officers at once are settled by the row lock of the person: the second is judged by what the first has left. A
    red answer in the talk about safety hands the file over to protection in the same act. The line of the log comes
    first where the journey exists: an event that seals the file closes it to whoever enters it as well. How she stands
    is kept at once.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if journey is not None:
        journey = Journey.objects.get(pk=journey.pk)
    outcome = decide(
        State(journey.state) if journey else None, event, context_of(person, journey, noted.evidence, judged, role, on)
    )
    if isinstance(outcome, Refusal):
        raise StepRefused(outcome)
    is_new = journey is None
    journey = _moved(journey or Journey(person=person, started_at=now()), outcome, noted)
    if is_new:
        journey.save()
    JourneyEntry.objects.create(
        journey=journey,
        person=person,
        at=now(),
        by=by,
        role=role,
        event=event,
        before=outcome.before or "",
        after=outcome.after,
        evidence=sorted(noted.evidence),
        details=dict(noted.details),
        reason=noted.reason,
    )
    if not is_new:
        journey.save()
    keep_standing(person=person)
    if noted.red_answer:
        refer(person=person, reason=ReferralReason.RED_ANSWER, note="", by=by)
    return journey


def _moved(journey: Journey, outcome: Transition, noted: Noted) -> Journey:
    if journey.state != outcome.after:
        journey.since = now()
    journey.state, journey.is_held = outcome.after, outcome.held
    journey.history = [str(state) for state in outcome.history]
    journey.retry_on = noted.retry_on
    if outcome.event in _OPEN_AGAIN:
        journey.red_flag = False
    return journey


def context_of(
    person: Person, journey: Journey | None, evidence: frozenset[Evidence], judged: Judged, role: Role, on: date
) -> Context:
    """All that a decision about this journey stands on. One query, and only for somebody who has no open journey."""
    ended = journey is None and Journey.objects.filter(person=person, state=State.REINTEGRATED).exists()
    return Context(
        on=on,
        role=role,
        history=tuple(State(state) for state in journey.history) if journey else (),
        evidence=evidence,
        scheme=judged.scheme,
        departure_on=person.departure_on,
        ready_for=judged.ready_for,
        birth_dates=judged.birth_dates,
        age_in_doubt=judged.age_in_doubt,
        validities=judged.validities,
        red_flag=journey.red_flag if journey else False,
        held=journey.is_held if journey else False,
        retry_on=journey.retry_on if journey else None,
        earlier_attempt_ended=ended,
    )


def begin(*, new: NewPerson, role: Role, on: date, by: User, another: bool = False, reason: str = "") -> Person:
    """A new person at a desk, and the journey that the first talk with her opens. Raises `PossibleDuplicate`.

    It runs inside the transaction of whoever calls: what another district was told stays entered when it raises.
    """
    person = register_person(new=new, by=by, another=another, reason=reason)
    first_talk(person=person, role=role, on=on, by=by)
    return person


def first_talk(*, person: Person, role: Role, on: date, by: User) -> Journey:
    """Opens her journey: somebody has talked with her."""
    talked = Noted(evidence=frozenset({Evidence.FIRST_TALK}))
    return advance(
        person=person, journey=None, event=Event.CONTACT, noted=talked, judged=Judged(), role=role, on=on, by=by
    )


@transaction.atomic
def record_facts(*, person: Person, facts: Facts) -> None:
    """Replaces the factsheet whole, with a new version, under the row lock of the person, and judges her anew."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    said = {**flatten(facts), "updated_at": now()}
    changed = Factsheet.objects.filter(person=person).update(version=F("version") + 1, **said)
    if not changed:
        Factsheet.objects.create(person=person, **said)
    keep_standing(person=person, facts=facts)


@transaction.atomic
def refer(*, person: Person, reason: ReferralReason, note: str, by: User) -> Referral:
    """Hands the file over to protection; until protection has looked, no step can be entered.

    Raises `AlreadyReferred`.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    if seals_on(today()).filter(person=person, kind=SealKind.PROTECTION).exists():
        raise AlreadyReferred
    Journey.objects.filter(person=person).update(red_flag=True)
    return Referral.objects.create(person=person, reason=reason, note=note or None, by=by, at=now())


@transaction.atomic
def close_referral(*, referral: Referral, outcome: str, by: User) -> None:
    """Protection has looked: the file is open again, unless a hold was placed in the journey."""
    Referral.objects.filter(pk=referral.pk, closed_at__isnull=True).update(
        closed_by=by, closed_at=now(), outcome=outcome
    )
    Journey.objects.filter(person=referral.person_id).update(red_flag=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A departure or a return as a village saw or heard of it."""

    kind: MovementKind
    on: date
    route: str = ""
    told_by: str = ""


@transaction.atomic
def note_movement(*, person: Person, journey: Journey | None, seen: Seen, role: Role, on: date, by: User) -> Movement:
    """Keeps what a village saw. Whoever left without having been cleared is recorded so in her journey as well.

    A return changes no journey here: who comes home, and how, is entered by those who bring her.
    """
    movement = Movement.objects.create(
        person=person, kind=seen.kind, on=seen.on, route=seen.route, told_by=seen.told_by, by=by, at=now()
    )
    if seen.kind is MovementKind.DEPARTED and (journey is None or State(journey.state) in _NOT_CLEARED):
        details = {"berangkat": str(seen.on), "lewat": seen.route, "kabar": seen.told_by}
        noted = Noted(
            evidence=frozenset({Evidence.REPORT_OF_DEPARTURE} if seen.told_by else ()),
            details={name: value for name, value in details.items() if value},
        )
        advance(
            person=person,
            journey=journey,
            event=Event.RECORD_NON_PROCEDURAL,
            noted=noted,
            judged=Judged(),
            role=role,
            on=on,
            by=by,
        )
    return movement


_NOT_CLEARED = EVENTS[Event.RECORD_NON_PROCEDURAL].sources - {State.CLEARED}
