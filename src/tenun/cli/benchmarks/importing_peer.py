"""The peer of `tenun bench import`: Django's `bulk_create` of the same people and all that hangs on them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path

from tenun.documents.actions import columns_of, versions_of
from tenun.documents.models import Paper
from tenun.domain.facts import flatten
from tenun.domain.papers import Dossier
from tenun.domain.recording import record
from tenun.formats.dossiers import read_dossiers
from tenun.organisations.models import User
from tenun.people.actions import NewPerson
from tenun.people.models import Journey, JourneyEntry, NameWord, Person
from tenun.readiness.models import Factsheet
from tenun.shared.clock import now, today

CHUNK = 1_000


def bulk_create(source: Path, by: User, scope: Callable[[], AbstractContextManager[None]]) -> None:
    """Every readable row as a new person, a transaction a thousand; no NIK is checked, nobody is looked for."""
    dossiers = (reading.dossier for reading in read_dossiers(source) if reading.dossier is not None)
    while chunk := list(islice(dossiers, CHUNK)):
        with scope():
            _create(chunk, by)


def _create(dossiers: list[Dossier], by: User) -> None:
    at, on = now(), today()
    persons = Person.objects.bulk_create(_person(each, by) for each in dossiers)
    pairs = list(zip(persons, dossiers, strict=True))
    NameWord.objects.bulk_create(
        NameWord(person=person, word=word) for person in persons for word in dict.fromkeys(person.folded_name.split())
    )
    journeys = Journey.objects.bulk_create(
        Journey(person=person, state="CONTACTED", history=[], started_at=at) for person in persons
    )
    JourneyEntry.objects.bulk_create(
        JourneyEntry(
            journey=journey, person=journey.person, at=at, by=by, role="counter", event="contact", after=journey.state
        )
        for journey in journeys
    )
    Paper.objects.bulk_create(
        Paper(person=person, kind=kind, proof=seen.proof, recorded_by=by, **columns_of(seen, said))
        for person, dossier in pairs
        for kind, seen, said in versions_of(dossier)
    )
    Factsheet.objects.bulk_create(
        Factsheet(person=person, updated_at=at, **flatten(record(dossier, on).facts)) for person, dossier in pairs
    )


def _person(dossier: Dossier, by: User) -> Person:
    new = NewPerson.of(dossier)
    return Person(district_code=new.village_code[:5], village_code=new.village_code, created_by=by, **new.columns())
