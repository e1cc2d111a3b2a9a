"""Rows against the files they belong to, a chunk at a time: what would change, and what forbids it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tenun.documents.models import Paper
from tenun.domain.assessment import Verdict, assess
from tenun.domain.catalogue import packaged
from tenun.domain.facts import COLUMNS, unflatten
from tenun.formats.problems import Problem
from tenun.intake.changes import Difference, compare
from tenun.intake.matching import Match, Matcher
from tenun.intake.models import Batch
from tenun.intake.reading import IDENTIFYING, Checked
from tenun.intake.sealing import Change
from tenun.people.models import Person
from tenun.people.seals import sealed_among
from tenun.readiness.models import Factsheet


@dataclass(slots=True)
class Compared:
    """What was found about one row that has a file: the difference, what forbids it, who else looks like her then."""

    difference: Difference = field(default_factory=Difference)
    person: Person | None = None
    papers: tuple[Paper, ...] = ()
    problems: tuple[Problem, ...] = ()
    candidates: list[int] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        """Whether the row may not be written to the file."""
        return any(each.is_error for each in self.problems)

    @property
    def is_same(self) -> bool:
        """Whether writing it would change nothing."""
        return self.difference.is_empty

    @property
    def changes(self) -> tuple[Change, ...]:
        """What would change, cell by cell."""
        return tuple(self.difference.changes)


class Comparer:
    """Compares as the role and the scope of the connection `using`."""

    def __init__(self, batch: Batch, on: date, using: str) -> None:
        self._batch = batch
        self._on = on
        self._using = using

    def compare(self, rows: Sequence[Checked], matches: Mapping[int, Match]) -> dict[int, Compared]:
        """For each row that belongs to one file, by its number."""
        whose = {row.number: matches[row.number].person_id for row in rows if row.number in matches}
        wanted = {person for person in whose.values() if person is not None}
        if not wanted:
            return {}
        persons = {each.pk: each for each in Person.objects.using(self._using).filter(pk__in=wanted)}
        papers = self._papers(wanted)
        sealed = sealed_among(wanted, self._on, self._using)
        found: dict[int, Compared] = {}
        for row in rows:
            person = persons.get(whose.get(row.number) or 0)
            if person is None or row.dossier is None:
                continue
            if person.pk in sealed:
                found[row.number] = Compared(problems=(Problem("import.held", row.number, "nama"),))
                continue
            hers = papers[person.pk]
            difference = compare(row.dossier, person, hers, row.number)
            found[row.number] = Compared(difference, person, tuple(hers), tuple(difference.problems))
        self._refuse_where_age_is_in_question(found)
        self._look_for_others(rows, found)
        return found

    def _papers(self, persons: Iterable[int]) -> defaultdict[int, list[Paper]]:
        found: defaultdict[int, list[Paper]] = defaultdict(list)
        for paper in Paper.objects.using(self._using).filter(person__in=persons, is_current=True).order_by("id"):
            found[paper.person_id].append(paper)
        return found

    def _refuse_where_age_is_in_question(self, found: Mapping[int, Compared]) -> None:
        """While her age is in question only protection records papers, on the pages as well."""
        asked = {
            number: each.person
            for number, each in found.items()
            if each.person is not None and each.person.target in packaged().entries and not each.is_same
        }
        persons = {person.pk for person in asked.values()}
        if not persons:
            return
        sheets = Factsheet.objects.using(self._using).filter(person__in=persons).values("person_id", *COLUMNS)
        facts = {sheet["person_id"]: unflatten(sheet) for sheet in sheets}
        for number, person in asked.items():
            known = facts.get(person.pk)
            if known is None:
                continue
            judged = assess(packaged().target(person.target, self._on), known, self._on)
            if judged.verdict is Verdict.STOP:
                problem = Problem("import.age_in_question", number, "tanggal_lahir")
                found[number].problems = (*found[number].problems, problem)

    def _look_for_others(self, rows: Sequence[Checked], found: Mapping[int, Compared]) -> None:
        """Who changes by what she is known must not become another file's double."""
        for row in rows:
            each = found.get(row.number)
            if each is None or each.person is None or not IDENTIFYING & set(each.difference.columns):
                continue
            each.candidates = Matcher(self._batch, self._using).alike(row, each.person.pk)
