"""What is known of a person's facts and of her journey, inside the scope of the transaction."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from tenun.domain.facts import COLUMNS, Facts, unflatten
from tenun.domain.journey import State
from tenun.people.models import Journey, JourneyEntry, Person
from tenun.people.queries import MOST_ROWS
from tenun.people.seals import seals_on
from tenun.readiness.models import Factsheet, Movement, Referral
from tenun.shared.clock import today


def facts_of(persons: Iterable[Person]) -> dict[int, Facts]:
    """One query: the stored facts by person; whoever has none yet is not in it."""
    rows = Factsheet.objects.filter(person__in=[person.pk for person in persons]).values("person_id", *COLUMNS)
    return {row["person_id"]: unflatten(row) for row in rows}


def journeys_of(persons: Iterable[Person]) -> dict[int, Journey]:
    """One query: the latest journey of each person."""
    wanted = [person.pk for person in persons]
    latest = Journey.objects.filter(person__in=wanted).order_by("person_id", "-pk").distinct("person_id")
    return {journey.person_id: journey for journey in latest}


def journey_of(person: Person) -> Journey | None:
    """Her latest journey."""
    return Journey.objects.filter(person=person).order_by("-pk").first()


def entries_of(person: Person) -> list[JourneyEntry]:
    """One query: every line of the log of all her journeys, the newest first."""
    return list(JourneyEntry.objects.filter(person=person).select_related("by").order_by("-pk"))


def open_referral(person: Person) -> Referral | None:
    """The hand-over to protection that nobody has closed yet."""
    return Referral.objects.filter(person=person, closed_at__isnull=True).select_related("by").first()


def with_hold() -> QuerySet[Person]:
    """Every person of the scope with `is_held`: whether her file is sealed, and nobody but its case team reads it."""
    return Person.objects.annotate(is_held=Exists(seals_on(today()).filter(person=OuterRef("pk"))))


def held_among(persons: Iterable[Person]) -> frozenset[int]:
    """One query: who of them is held; everybody else is told only that."""
    held: QuerySet[Any] = with_hold().filter(pk__in=[person.pk for person in persons])
    held = held.filter(is_held=True)
    return frozenset(held.values_list("pk", flat=True))


def movements_of(person: Person) -> list[Movement]:
    """One query: what her village noted of departures and returns, the newest first."""
    return list(Movement.objects.filter(person=person).select_related("by").order_by("-on", "-pk"))


def at_stage(*states: State) -> list[Person]:
    """One query: the persons of the scope whose latest journey stands in one of these states, longest there first."""
    latest = Journey.objects.filter(person=OuterRef("pk")).order_by("-pk").values("state")[:1]
    found = Person.objects.annotate(stage=Subquery(latest)).filter(stage__in=[str(state) for state in states])
    return list(found.order_by("pk")[:MOST_ROWS])
