"""The only writer of journeys: one event, one transaction, one line in the log."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tenun.domain.journey import Context, Event, Evidence, Refusal, Role, Scheme, State
from tenun.domain.journey import advance as decide
from tenun.domain.states import ReadyState
from tenun.organisations.models import User
from tenun.people.models import Journey, JourneyEntry, Person
from tenun.shared.clock import now


class StepRefused(Exception):  # noqa: N818  The name says what a person reads.
    """The event cannot be entered now; `refusal` says why, in words, and by which text."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the papers say today, as far as the guards ask."""

    ready_for: ReadyState | None = None
    birth_dates: tuple[date, ...] = ()
    age_in_doubt: bool = False
    validities: tuple[date, ...] = ()
    scheme: Scheme | None = None


@transaction.atomic
def advance(
    *,
    person: Person,
    journey: Journey | None,
    event: Event,
    evidence: frozenset[Evidence],
    judged: Judged,
    role: Role,
    on: date,
    by: User,
    reason: str = "",
) -> Journey:
    """Enters one event, or opens a journey with it. Raises `StepRefused`; then nothing is written.

    Two officers at once are settled by a row lock: the second is judged by what the first has left.
    """
    if journey is not None:
        journey = Journey.objects.select_for_update().get(pk=journey.pk)
    context = Context(
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
        held=journey.is_held if journey else False,
    )
    outcome = decide(State(journey.state) if journey else None, event, context)
    if isinstance(outcome, Refusal):
        raise StepRefused(outcome)
    if journey is None:
        journey = Journey(person=person, started_at=now())
    journey.state, journey.is_held = outcome.after, outcome.held
    journey.history = [str(state) for state in outcome.history]
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
        evidence=sorted(evidence),
        reason=reason,
    )
    return journey
