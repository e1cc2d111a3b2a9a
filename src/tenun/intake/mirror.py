"""Sisko beside Tenun, worked out when somebody looks and stored nowhere: of one person, and of all of one list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from tenun.documents.models import Paper
from tenun.domain.journey import Event, State
from tenun.domain.journey.states import AFTER, DURING
from tenun.domain.papers import Proof
from tenun.domain.sisko import PAPER_OF, Held, Reflection, SiskoStep, reflect
from tenun.formats.problem_words import SISKO
from tenun.intake.models import Batch, Row
from tenun.intake.sisko import held_steps, newest_listings
from tenun.people.models import Journey, JourneyEntry, Person, SiskoListing

MOST_MIRRORED = 5_000
"""Of a longer list the rows after these are not compared on its page; a district has a few hundred persons a year."""
_STEP_OF = {kind: step for step, kind in PAPER_OF.items()}
_LEFT = frozenset({*DURING, *AFTER, State.DEPARTED_NON_PROCEDURALLY})


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step on both sides."""

    step: SiskoStep
    ours: Held
    theirs: Held
    reflection: Reflection


def ours_of(papers: Iterable[Paper], journey: Journey | None, entries: Iterable[JourneyEntry]) -> dict[SiskoStep, Held]:
    """The steps that Tenun itself holds of one person, by her current papers and her latest journey.

    A day is given where the paper has one. Of a departure that is the day which was told when it was entered.
    """
    held: dict[SiskoStep, Held] = {
        _STEP_OF[paper.kind]: paper.issued_on or True  # type: ignore[index]  # A kind is text; its enum is text too.
        for paper in papers
        if paper.kind in _STEP_OF and paper.proof > Proof.ABSENT
    }
    if journey is not None and _LEFT & {State(state) for state in (*journey.history, journey.state)}:
        told = [
            entry.details.get("berangkat")
            for entry in entries
            if entry.journey_id == journey.pk and entry.event == Event.RECORD_NON_PROCEDURAL
        ]
        held[SiskoStep.DEPARTURE] = next((date.fromisoformat(day) for day in told if day), True)
    return held


def reflected(listing: SiskoListing, ours: Mapping[SiskoStep, Held]) -> list[StepLine]:
    """Every step of which a list has told, in the order of the flow."""
    theirs = held_steps(listing.steps)
    return [
        StepLine(step, ours.get(step, False), theirs[step], reflect(ours.get(step, False), theirs[step]))
        for step in SiskoStep
        if step in theirs
    ]


@dataclass(frozen=True, slots=True)
class Differing:
    """Somebody of a list whose steps differ: her row, her file, the steps."""

    row: int
    person_id: int
    lines: tuple[StepLine, ...]


def differing(batch: Batch) -> list[Differing]:
    """Whose steps differ, in the order of the list; of its first five thousand rows. Five queries."""
    known = Row.objects.filter(batch=batch, person_id__isnull=False).order_by("number")
    pairs = known.values_list("person_id", "number")[:MOST_MIRRORED]
    rows = {person_id: number for person_id, number in pairs if person_id is not None}
    listings = newest_listings(rows)
    ours = _ours_of_all(listings)
    found = []
    for person_id, listing in listings.items():
        lines = tuple(each for each in reflected(listing, ours[person_id]) if each.reflection.differs)
        if lines:
            found.append(Differing(rows[person_id], person_id, lines))
    return sorted(found, key=lambda each: each.row)


def _ours_of_all(persons: Iterable[int]) -> dict[int, dict[SiskoStep, Held]]:
    wanted = list(persons)
    papers: defaultdict[int, list[Paper]] = defaultdict(list)
    kept = Paper.objects.filter(person__in=wanted, kind__in=list(_STEP_OF), is_current=True)
    for paper in kept.only("person_id", "kind", "proof", "issued_on"):
        papers[paper.person_id].append(paper)
    latest = Journey.objects.filter(person__in=wanted).order_by("person_id", "-pk").distinct("person_id")
    journeys = {journey.person_id: journey for journey in latest}
    entries: defaultdict[int, list[JourneyEntry]] = defaultdict(list)
    left = JourneyEntry.objects.filter(person__in=wanted, event=Event.RECORD_NON_PROCEDURAL)
    for entry in left.order_by("-pk"):
        entries[entry.person_id].append(entry)
    return {each: ours_of(papers[each], journeys.get(each), entries[each]) for each in wanted}


def names_of(persons: Sequence[int]) -> dict[int, str]:
    """One query: how they are called on file."""
    return dict(Person.objects.filter(pk__in=persons).values_list("pk", "full_name"))


def rows_with_other_data(batch: Batch) -> QuerySet[Row]:
    """The rows in which name, birth date or passport differ from what is on file."""
    said = Q()
    for code in SISKO.warnings:
        said |= Q(codes__contains=[code])
    return Row.objects.filter(said, batch=batch).order_by("number")
