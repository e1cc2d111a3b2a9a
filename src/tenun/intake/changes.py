"""What a row would change in a file that exists already, cell by cell.

An empty cell says nothing and takes nothing away. Of a paper the list may add what the file does not say, correct what
is no better proven, and raise its proof; what an officer has seen is not replaced by what a list declares.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from tenun.documents.actions import columns_of, versions_of
from tenun.documents.models import Paper
from tenun.documents.particulars import PARTICULARS
from tenun.domain.papers import CompetenceScheme, Dossier, LanguageScale, PaperRecord, Proof
from tenun.formats.columns import COLUMNS, Owner
from tenun.formats.problems import Problem
from tenun.intake.reading import person_columns
from tenun.intake.sealing import Change
from tenun.people.models import Person

_SEARCH_KEYS = frozenset({"folded_name", "nik_hash"})
PAPER_COLUMNS = (
    *("proof", "number", "name", "birth_place", "birth_date", "sex", "mother_name", "father_name", "marital_status"),
    *("issued_on", "valid_until", "starts_on", "rank", "fit", "hours", "months", "giver", "known_by_village_head"),
    *("mrz", "defect"),
)
"""What a paper says, by the column of its row; its proof too."""
COLUMN_OF_PERSON = {
    ("full_name" if each.field == "name" else each.field): name
    for name, each in COLUMNS.items()
    if each.owner is Owner.PERSON
}
"""The column of the sheet by that of a person's row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiskoAddition:
    """What a row of a Sisko list adds beside a file: a number that is new to it, what the list shows of her steps.

    `listing` holds `steps`, `destination` and `agency` as `people.SiskoListing` stores them; nothing where the newest
    one says the same.
    """

    number: str = ""
    listing: Mapping[str, Any] | None = None


@dataclass(slots=True)
class Difference:
    """What writing a row to a file would do: the person's columns that change, the new versions of papers.

    A row of a Sisko list changes neither; it only adds what Sisko shows.
    """

    columns: dict[str, Any] = field(default_factory=dict)
    versions: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sisko: SiskoAddition | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not self.columns and not self.versions and self.sisko is None


def new_versions(dossier: Dossier) -> list[tuple[str, dict[str, Any]]]:
    """Every paper of a new person with its columns; of two of a kind the last one counts."""
    return [(kind, _all_columns(seen, said)) for kind, seen, said in versions_of(dossier)]


def _all_columns(seen: PaperRecord, particulars: Mapping[str, Any]) -> dict[str, Any]:
    return {"proof": seen.proof, **columns_of(seen, particulars)}


def compare(dossier: Dossier, person: Person, papers: Sequence[Paper], row: int) -> Difference:
    """Row against file. `papers` are her current ones."""
    found = Difference()
    _compare_person(found, dossier, person, row)
    current = {paper.kind: paper for paper in papers}
    # Of two tests on one scale the better one comes last, and it is the current one.
    last = {kind: _all_columns(seen, particulars) for kind, seen, particulars in versions_of(dossier)}
    for kind, said in last.items():
        _compare_paper(found, row, kind, said, current.get(kind))
    return found


def _compare_person(found: Difference, dossier: Dossier, person: Person, row: int) -> None:
    said = {**person_columns(dossier), "village_code": dossier.village_code or ""}
    for name, value in said.items():
        before = getattr(person, name)
        if value in (None, "") or name in _SEARCH_KEYS or value == before:
            continue
        if name == "village_code" and value[:5] != person.district_code:
            found.problems.append(Problem("import.other_district", row, "desa", value))
            continue
        found.columns[name] = value
        found.columns |= {key: said[key] for key in _SEARCH_KEYS if _KEY_OF[key] == name}
        found.changes.append(Change(COLUMN_OF_PERSON[name], shown(before), shown(value)))


_KEY_OF = {"folded_name": "full_name", "nik_hash": "nik"}


def _compare_paper(found: Difference, row: int, kind: str, said: dict[str, Any], current: Paper | None) -> None:
    filled = {name: value for name, value in said.items() if value not in (None, "")}
    if current is None:
        found.versions.append((kind, said))
        found.changes += [Change(column_of(kind, name), "", shown(value)) for name, value in filled.items()]
        return
    differing = {name: value for name, value in filled.items() if name != "proof" and getattr(current, name) != value}
    proof, before = said["proof"], current.proof
    if proof < before and (differing or proof == Proof.ABSENT):
        details = (("paper", kind),)
        found.problems.append(Problem("import.weaker_proof", row, column_of(kind, "proof"), None, details))
        return
    if not differing and proof <= before:
        return
    kept = said if before == Proof.ABSENT else {name: getattr(current, name) for name in PAPER_COLUMNS}
    found.versions.append((kind, {**kept, **filled, "proof": proof}))
    changed = {**differing, **({"proof": proof} if proof != before else {})}
    found.changes += [
        Change(column_of(kind, name), shown(getattr(current, name)), shown(value)) for name, value in changed.items()
    ]


def shown(value: Any) -> str:
    """A value as the sheet would write it."""
    match value:
        case None | "":
            return ""
        case Proof():
            return value.name.lower()
        case date():
            return f"{value:%d-%m-%Y}"
        case bool():
            return "ya" if value else "tidak"
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def _names() -> dict[tuple[str, str], str]:
    owners: dict[Owner, Iterable[str]] = {Owner.COMPETENCE: CompetenceScheme, Owner.LANGUAGE: LanguageScale}
    fields = {"level": "rank", "tested_on": "issued_on"}
    names: dict[tuple[str, str], str] = {}
    for name, column in COLUMNS.items():
        kinds = [column.paper] if column.paper else owners.get(column.owner, ())
        stored = PARTICULARS[column.field][1] if column.field in PARTICULARS else column.field
        for kind in kinds:
            names[kind, fields.get(stored, "mrz" if stored in ("mrz1", "mrz2") else stored)] = name
    return names


_NAMES = _names()


def column_of(kind: str, name: str) -> str:
    """The column of the sheet that feeds this column of a paper."""
    return _NAMES.get((kind, name), f"{kind}_{name}")
