"""The answer for one person kept at every save, in the same transaction, so that a queue shows it at once.

By the closures, which are the reference; `readiness.bulk` gives the same for everybody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.db import connection

from tenun.domain.assessment import Assessment as Judgement
from tenun.domain.assessment import assess
from tenun.domain.catalogue import packaged
from tenun.domain.facts import Facts
from tenun.domain.journey import Scheme, State, aims_at
from tenun.people.models import Journey, Person
from tenun.readiness.bulk import mark_of
from tenun.readiness.in_place import waits_at
from tenun.readiness.models import Assessment, Factsheet
from tenun.readiness.queries import facts_of, journey_of
from tenun.shared.clock import now, today
from tenun.shared.hooks import MergeHook

_LATER = ContextVar("later", default=False)


@contextmanager
def judged_later() -> Iterator[None]:
    """Within, a save judges nobody; who is saved stays noted as due. For an act over many, which ends with a run."""
    said = _LATER.set(True)
    try:
        yield
    finally:
        _LATER.reset(said)


def keep_standing(*, person: Person, facts: Facts | None = None) -> None:
    """Judges her latest journey as it stands now and stores the answer; none when nothing can be judged.

    `person` was read under her row lock in this transaction, so that of two savers the second sees what the first
    has left. Four queries, five where the facts are still to be read. Whoever has no answer stays noted as due, so that
    the next run looks at her once more.
    """
    if _LATER.get():
        return
    journey = journey_of(person)
    judged = _judged(person, journey, facts, today()) if journey is not None else None
    if journey is None or judged is None:
        Assessment.objects.filter(person=person).delete()
        return
    version = Factsheet.objects.filter(person=person).values_list("version", flat=True).first()
    row = _row(person, journey, judged, version or 0)
    Assessment.objects.bulk_create([row], update_conflicts=True, unique_fields=["person"], update_fields=_STORED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tenun_is_judged(%s, %s)", [person.pk, row.catalogue])


def _judged(person: Person, journey: Journey, facts: Facts | None, on: date) -> Judgement | None:
    entry = packaged().entries.get(person.target)
    aim = aims_at(State(journey.state), Scheme(entry.scheme)) if entry is not None else None
    if aim is None:
        return None
    known = facts if facts is not None else facts_of([person]).get(person.pk, Facts())
    return assess(packaged().target(person.target, on), known, on, aim)


def _row(person: Person, journey: Journey, judged: Judgement, version: int) -> Assessment:
    return Assessment(
        person=person,
        journey=journey,
        district_code=person.district_code,
        village_code=person.village_code,
        target=judged.target.id,
        stage=journey.state,
        for_state=judged.for_state,
        verdict=judged.verdict,
        ready_for=judged.ready_for or "",
        states=[int(finding.state) for finding in judged.findings],
        blocking=[finding.requirement.id for finding in judged.blocking],
        waits_at=waits_at(judged.blocking[0].requirement) if judged.blocking else "",
        facts_version=version,
        catalogue=mark_of(packaged()),
        judged_on=judged.on,
        judged_at=now(),
        next_change_on=judged.next_change_on,
    )


_STORED = (
    "journey",
    "district_code",
    "village_code",
    "target",
    "stage",
    "for_state",
    "verdict",
    "ready_for",
    "states",
    "blocking",
    "waits_at",
    "facts_version",
    "catalogue",
    "judged_on",
    "judged_at",
    "next_change_on",
)


def _set_aside(survivor: int, other: int) -> list[int]:
    """Both answers go before the journeys move; both persons are judged anew when that is done."""
    Assessment.objects.filter(person__in=(survivor, other)).delete()
    return []


HOOK = MergeHook(name="readiness", set_aside=_set_aside, restore=lambda numbers: None)
