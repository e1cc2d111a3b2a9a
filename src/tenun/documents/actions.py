"""Recording a paper: a new version becomes the current one, the old one stays."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from tenun.documents.models import Paper, Scan
from tenun.documents.particulars import particulars_of
from tenun.documents.queries import current_papers, dossier_of
from tenun.domain.facts import ScoreFact
from tenun.domain.papers import Dossier, LanguageResult, PaperRecord
from tenun.domain.recording import record as facts_from
from tenun.domain.recording import score_order
from tenun.formats.scans import clean_scan
from tenun.organisations.models import User
from tenun.people.actions import NewPerson, register_person
from tenun.people.models import Person
from tenun.readiness.actions import record_facts
from tenun.shared import blobs
from tenun.shared.clock import now, today


@transaction.atomic
def record_paper(
    *, person: Person, kind: str, record: PaperRecord, by: User, particulars: Mapping[str, Any] | None = None
) -> Paper:
    """Saves what an officer read from a paper, with its proof, under a row lock of the person.

    `kind` is a `PaperKind`, a `CompetenceScheme` or a `LanguageScale`; `particulars` are the fields of `Paper` that
    only this kind has: see `PARTICULARS`, and `rank` of a language test. What it means stands in the facts at once.
    """
    (paper,) = _save(person, [(kind, record, particulars or {})], by)
    push_facts(person)
    return paper


def push_facts(person: Person) -> None:
    """Compares all her current papers and stores what may be judged; nothing else writes facts."""
    record_facts(person=person, facts=facts_from(dossier_of(person, current_papers(person)), today()).facts)


Version = tuple[str, PaperRecord, Mapping[str, Any]]
"""A kind, what was read, and what only this kind says."""


def _save(person: Person, versions: Sequence[Version], by: User) -> list[Paper]:
    """The versions become the current ones, of two of a kind the last; what was current stays as an older one."""
    Person.objects.select_for_update().get(pk=person.pk)
    last = {kind: place for place, (kind, _, _) in enumerate(versions)}
    Paper.objects.filter(person=person, kind__in=last, is_current=True).update(is_current=False)
    papers = [
        Paper(
            person=person,
            kind=kind,
            is_current=last[kind] == place,
            proof=record.proof,
            recorded_by=by,
            **columns_of(record, particulars),
        )
        for place, (kind, record, particulars) in enumerate(versions)
    ]
    return Paper.objects.bulk_create(papers)


def columns_of(record: PaperRecord, particulars: Mapping[str, Any]) -> dict[str, Any]:
    """What a record says, by the column of `Paper`; all but its kind and its proof."""
    return {
        "number": record.number,
        "name": record.name or "",
        "birth_place": record.birth_place or "",
        "birth_date": record.birth_date,
        "sex": record.sex or "",
        "mother_name": record.mother_name or "",
        "father_name": record.father_name or "",
        "marital_status": record.marital_status or "",
        "issued_on": record.issued_on,
        "valid_until": record.valid_until,
        "defect": record.defect or "",
        "mrz": "\n".join(record.mrz) if record.mrz else None,
        **particulars,
    }


@transaction.atomic
def record_dossier(*, dossier: Dossier, by: User, another: bool = False) -> Person:
    """A new person with all that her dossier says; `dossier_of` gives it back. Raises `PossibleDuplicate`."""
    person = register_person(new=NewPerson.of(dossier), by=by, another=another)
    record_papers(person=person, dossier=dossier, by=by)
    return person


@transaction.atomic
def record_papers(*, person: Person, dossier: Dossier, by: User) -> None:
    """Every paper, certificate and test of the dossier, as new versions; of two tests on a scale the better counts."""
    _save(person, list(versions_of(dossier)), by)
    push_facts(person)


def versions_of(dossier: Dossier) -> Iterator[Version]:
    """Every paper, certificate and test: its kind, its record, what only its kind says; the better test comes last."""
    for kind, paper in dossier.papers.items():
        yield kind, paper, particulars_of(dossier, kind)
    for certificate in dossier.competences:
        seen = PaperRecord(proof=certificate.proof, number=certificate.number, valid_until=certificate.valid_until)
        yield certificate.scheme, seen, {}
    for test in sorted(dossier.languages, key=_better_last):
        yield test.scale, PaperRecord(proof=test.proof, issued_on=test.tested_on), {"rank": test.rank}


def _better_last(test: LanguageResult) -> tuple[bool, int, int, date]:
    return score_order(ScoreFact(int(test.proof), test.rank, test.tested_on))


@transaction.atomic
def keep_scan(*, person: Person, kind: str, content: bytes, by: User) -> Scan:
    """Stores a picture of a paper, made harmless and encrypted. Raises `ScanRefused`; then nothing is kept.

    The file is written before the row, so that a row never stands without its file.
    """
    clean = clean_scan(content)
    return Scan.objects.create(
        person=person,
        kind=kind,
        file=blobs.keep(clean.content),
        content_type=clean.content_type,
        size=len(clean.content),
        digest=hashlib.sha256(clean.content).hexdigest(),
        at=now(),
        by=by,
    )
