"""From a row to the rows that stand in the tables of the capabilities: the same values that the pages' actions write.

Python works out what needs Python (folded names, keyed hashes, encrypted values, comparison, facts); `writing` puts
them in as sets.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tenun.documents.models import Paper
from tenun.documents.queries import dossier_of
from tenun.domain.facts import COLUMNS, flatten
from tenun.domain.papers import Dossier
from tenun.domain.recording import record as facts_from
from tenun.intake.changes import PAPER_COLUMNS, new_versions
from tenun.intake.comparing import Compared
from tenun.intake.reading import PERSON_COLUMNS, person_columns
from tenun.people.models import Person
from tenun.shared.encryption import encrypt

_SEALED_OF_PERSON = frozenset({"nik", "family_card_number", "phone"})
_SEALED_OF_PAPER = frozenset({"number", "mrz"})
Version = tuple[str, dict[str, Any]]

PERSON = ("id", "district_code", "village_code", *PERSON_COLUMNS, "created_at", "created_by_id", "version")
CHANGED = ("id", "village_code", *PERSON_COLUMNS)
WORD = ("person_id", "district_code", "village_code", "word")
PAPER = (
    *("id", "person_id", "district_code", "village_code", "kind", "is_current"),
    *PAPER_COLUMNS,
    *("recorded_at", "recorded_by_id"),
)
FACTS = ("person_id", "district_code", "village_code", "version", "updated_at", *COLUMNS)
"""The columns of each set, in their order."""


@dataclass(slots=True)
class Whole:
    """All that a chunk adds or changes; lists of rows in the order of their columns above."""

    persons: list[tuple[Any, ...]] = field(default_factory=list)
    changed: list[tuple[Any, ...]] = field(default_factory=list)
    words: list[tuple[Any, ...]] = field(default_factory=list)
    papers: list[tuple[int, str, str, list[Version]]] = field(default_factory=list)
    facts: list[tuple[Any, ...]] = field(default_factory=list)

    def count_of_papers(self) -> int:
        """How many versions of papers there are."""
        return sum(len(versions) for _, _, _, versions in self.papers)

    def papers_under(self, ids: Sequence[int], maker: "Maker") -> Iterator[tuple[Any, ...]]:
        """The rows of the papers under these numbers; of two of a kind for one person the last is the current one."""
        numbers = iter(ids)
        for person_id, district, village, versions in self.papers:
            last = {kind: index for index, (kind, _) in enumerate(versions)}
            for index, (kind, said) in enumerate(versions):
                values = _values_of_paper(said)
                head = (next(numbers), person_id, district, village, kind, last[kind] == index)
                yield (*head, *values, maker.at, maker.by)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the rows of one chunk; `by` is who confirmed the import."""

    by: int
    on: date
    at: datetime
    district_code: str

    def new(self, whole: Whole, person_id: int, dossier: Dossier) -> None:
        """A person, the words of her name, her papers, what may be judged."""
        columns = person_columns(dossier)
        village = dossier.village_code or ""
        district = village[:5] or self.district_code
        values = tuple(_kept(columns[name], name in _SEALED_OF_PERSON) for name in PERSON_COLUMNS)
        whole.persons.append((person_id, district, village, *values, self.at, self.by, 1))
        whole.words += words_of(person_id, district, village, [columns["folded_name"]])
        if versions := new_versions(dossier):
            whole.papers.append((person_id, district, village, versions))
        whole.facts.append(self._facts(person_id, district, village, dossier))

    def change(self, whole: Whole, found: Compared) -> None:
        """The changed columns, the new versions, what may be judged by then. The words of her name are `writing`'s."""
        person, difference = found.person, found.difference
        if person is None:
            return
        if difference.columns:
            values = tuple(_changed(difference.columns, name) for name in PERSON_COLUMNS)
            whole.changed.append((person.pk, difference.columns.get("village_code"), *values))
        for name, value in difference.columns.items():
            setattr(person, name, value)
        district, village = person.district_code, person.village_code
        if difference.versions:
            whole.papers.append((person.pk, district, village, difference.versions))
        papers = _current_after(person, found.papers, difference.versions)
        whole.facts.append(self._facts(person.pk, district, village, dossier_of(person, papers)))

    def _facts(self, person_id: int, district: str, village: str, dossier: Dossier) -> tuple[Any, ...]:
        facts = flatten(facts_from(dossier, self.on).facts)
        return (person_id, district, village, 1, self.at, *facts.values())


def words_of(person_id: int, district: str, village: str, folded: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Each word of the names once."""
    for word in dict.fromkeys(word for name in folded for word in name.split()):
        yield person_id, district, village, word


def _current_after(person: Person, papers: Sequence[Paper], versions: Sequence[Version]) -> list[Paper]:
    current = {paper.kind: paper for paper in papers}
    current |= {kind: Paper(person=person, kind=kind, **_with_blanks(said)) for kind, said in versions}
    return list(current.values())


def _with_blanks(said: dict[str, Any]) -> dict[str, Any]:
    return {name: _said(name, said) for name in PAPER_COLUMNS}


_TEXTS = frozenset({"name", "birth_place", "sex", "mother_name", "father_name", "marital_status", "giver", "defect"})
"""Columns of a paper that hold an empty text while nothing is known; the others hold NULL."""


def _said(name: str, said: dict[str, Any]) -> Any:
    value = said.get(name)
    return "" if value is None and name in _TEXTS else value


def _values_of_paper(said: dict[str, Any]) -> list[Any]:
    values = []
    for name in PAPER_COLUMNS:
        value = said.get(name)
        if value is None:
            value = "" if name in _TEXTS else None
        elif name in _SEALED_OF_PAPER:
            value = encrypt(str(value))
        values.append(value)
    return values


def _kept(value: Any, sealed: bool) -> Any:
    return encrypt(str(value)) if sealed and value is not None else value


def _changed(columns: dict[str, Any], name: str) -> Any:
    """The value to write, or nothing for a column that stays; an import takes nothing away."""
    return _kept(columns.get(name), name in _SEALED_OF_PERSON)
