"""Rows of a Sisko list against the files they belong to: which number and which steps they add, and what forbids it.

It is a mirror: of a person who is known nothing of her data or papers changes. What differs is told as a warning.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connections
from django.db.models import Q

from tenun.documents.models import Paper
from tenun.domain.identifiers.names import fold_name
from tenun.domain.papers import Dossier, PaperKind, Proof
from tenun.domain.sisko import Held, SiskoEntry
from tenun.formats.problems import Problem
from tenun.formats.sisko import NUMBER, STEP_COLUMNS
from tenun.intake.changes import Difference, SiskoAddition, shown
from tenun.intake.comparing import Compared, Comparer
from tenun.intake.enums import ListKind
from tenun.intake.matching import Match
from tenun.intake.models import Batch
from tenun.intake.reading import Checked
from tenun.intake.sealing import Change
from tenun.people.enums import System
from tenun.people.models import ExternalId, Person, SiskoListing
from tenun.people.seals import sealed_among

_COLUMN_OF = {step: name for name, step in STEP_COLUMNS.items()}
_TEXTS = (("destination", "sisko_tujuan"), ("agency", "sisko_p3mi"))


def comparer_of(batch: Batch, on: date, using: str) -> "Comparer | SiskoComparer":
    """What compares the rows of this list."""
    return SiskoComparer(on, using) if batch.kind == ListKind.SISKO else Comparer(batch, on, using)


def stored_steps(steps: Mapping[Any, Held]) -> dict[str, Any]:
    """The steps of a list as `SiskoListing` stores them."""
    return {str(step): held if isinstance(held, bool) else held.isoformat() for step, held in steps.items()}


def held_steps(stored: Mapping[str, Any]) -> dict[str, Held]:
    """The steps again."""
    return {step: date.fromisoformat(held) if isinstance(held, str) else held for step, held in stored.items()}


def newest_listings(persons: Iterable[int], using: str = "default") -> dict[int, SiskoListing]:
    """One query: what the last list showed, by person."""
    found = SiskoListing.objects.using(using).filter(person__in=list(persons))
    return {each.person_id: each for each in found.order_by("person_id", "-id").distinct("person_id")}


def listing_said(entry: SiskoEntry, before: SiskoListing | None) -> dict[str, Any]:
    """What she has now by this row: what it says, and of what it has no column or no word what stood before."""
    steps = stored_steps(entry.steps)
    if before is None:
        return {"steps": steps, "destination": entry.destination, "agency": entry.agency}
    return {
        "steps": {**before.steps, **steps},
        "destination": entry.destination or before.destination,
        "agency": entry.agency or before.agency,
    }


class _Stored:
    """What is known of the persons and the numbers of a chunk. Six queries."""

    def __init__(self, persons: set[int], numbers: set[str], on: date, using: str) -> None:
        self.persons = Person.objects.using(using).in_bulk(persons)
        self.listings = newest_listings(persons, using)
        self.held = sealed_among(persons, on, using)
        passports = Paper.objects.using(using).filter(
            person__in=persons, kind=PaperKind.PASSPORT, is_current=True, proof__gt=Proof.ABSENT
        )
        self.passports = {paper.person_id: paper.number for paper in passports if paper.number}
        self.owners: dict[str, int] = {}
        self.numbers: defaultdict[int, set[str]] = defaultdict(set)
        known = ExternalId.objects.using(using).filter(Q(code__in=numbers) | Q(person__in=persons), system=System.SISKO)
        for code, person in known.values_list("code", "person_id"):
            self.owners[code] = person
            self.numbers[person].add(code)
        with connections[using].cursor() as cursor:
            cursor.execute("SELECT tenun_numbers_taken(%s, %s)", [System.SISKO.value, sorted(numbers)])
            self.taken = frozenset(code for (code,) in cursor.fetchall())


class SiskoComparer:
    """Compares as the role and the scope of the connection `using`."""

    def __init__(self, on: date, using: str) -> None:
        self._on = on
        self._using = using

    def compare(self, rows: Sequence[Checked], matches: Mapping[int, Match]) -> dict[int, Compared]:
        """For each row that can be read, by its number; also for somebody new, whose number may be another's."""
        asked = [(row, row.dossier, row.sisko) for row in rows]
        found_by = {row.number: matches.get(row.number, Match()) for row in rows}
        numbers = {entry.number for _, _, entry in asked if entry is not None} - {""}
        persons = {match.person_id for match in found_by.values() if match.person_id is not None}
        stored = _Stored(persons, numbers, self._on, self._using)
        found: dict[int, Compared] = {}
        for row, dossier, entry in asked:
            if dossier is None or entry is None:
                continue
            match = found_by[row.number]
            person = stored.persons.get(match.person_id or 0)
            if person is not None and person.pk in stored.held:
                found[row.number] = Compared(problems=(Problem("import.held", row.number, "nama"),))
            elif stored.owners.get(entry.number) in match.candidates:
                continue  # Whether she is the owner of the number is what an officer is asked.
            elif refused := _number_problem(entry.number, person, row.number, stored):
                found[row.number] = Compared(person=person, problems=(refused,))
            elif person is not None:
                told = tuple(_differing(dossier, person, row.number, stored.passports.get(person.pk)))
                found[row.number] = Compared(_difference(entry, person, stored), person, problems=told)
        return found


def _number_problem(number: str, person: Person | None, row: int, stored: _Stored) -> Problem | None:
    """Why this number cannot be hers: it is another's, wherever that file is, or she has one already."""
    if not number:
        return None
    owner = stored.owners.get(number)
    if number in stored.taken and (person is None or owner != person.pk):
        return Problem("sisko.number_of_another", row, NUMBER, number)
    if person is not None and owner is None and stored.numbers[person.pk]:
        return Problem("sisko.second_number", row, NUMBER, number)
    return None


def _differing(dossier: Dossier, person: Person, row: int, passport: str | None) -> Iterable[Problem]:
    if fold_name(dossier.name) != person.folded_name:
        yield Problem("sisko.name_differs", row, "nama", dossier.name, (("ours", person.full_name),))
    if dossier.birth_date and person.birth_date and dossier.birth_date != person.birth_date:
        ours = (("ours", shown(person.birth_date)),)
        yield Problem("sisko.birth_date_differs", row, "tanggal_lahir", shown(dossier.birth_date), ours)
    paper = dossier.papers.get(PaperKind.PASSPORT)
    if paper is not None and passport and _sign(paper.number) != _sign(passport):
        yield Problem("sisko.passport_differs", row, "sisko_paspor")


def _sign(number: str | None) -> str:
    return "".join((number or "").split()).upper()


def _difference(entry: SiskoEntry, person: Person, stored: _Stored) -> Difference:
    before = stored.listings.get(person.pk)
    said = listing_said(entry, before)
    is_same = before is not None and said == {name: getattr(before, name) for name in said}
    is_empty = before is None and not any(said.values())
    number = entry.number if entry.number not in stored.numbers[person.pk] else ""
    listing = None if is_same or is_empty else said
    if not number and listing is None:
        return Difference()
    changes = [Change(NUMBER, "", number)] if number else []
    if listing is not None:
        changes += _changes(listing, before)
    return Difference(changes=changes, sisko=SiskoAddition(number=number, listing=listing))


def _changes(listing: Mapping[str, Any], before: SiskoListing | None) -> list[Change]:
    """What is new to the mirror; that a first list does not show a step is no news."""
    now = held_steps(listing["steps"])
    then = held_steps(before.steps) if before is not None else {}
    changes = [
        Change(_COLUMN_OF[step], shown(then[step]) if step in then else "", shown(now[step]))
        for step in _COLUMN_OF
        if step in now and now[step] != then.get(step, False)
    ]
    for name, column in _TEXTS:
        earlier = getattr(before, name) if before is not None else ""
        if listing[name] != earlier:
            changes.append(Change(column, earlier, listing[name]))
    return changes
