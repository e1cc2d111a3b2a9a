"""Recording a paper: a new version becomes the current one, the old one stays."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from tenun.documents.models import Paper
from tenun.documents.particulars import particulars_of
from tenun.domain.papers import Dossier, PaperRecord
from tenun.organisations.models import User
from tenun.people.actions import NewPerson, register_person
from tenun.people.models import Person


@transaction.atomic
def record_paper(
    *, person: Person, kind: str, record: PaperRecord, by: User, particulars: Mapping[str, Any] | None = None
) -> Paper:
    """Saves what an officer read from a paper, with its proof, under a row lock of the person.

    `kind` is a `PaperKind`, a `CompetenceScheme` or a `LanguageScale`; `particulars` are the fields of `Paper` that
    only this kind has: see `PARTICULARS`, and `rank` of a language test.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    Paper.objects.filter(person=person, kind=kind, is_current=True).update(is_current=False)
    said = {
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
        **(particulars or {}),
    }
    return Paper.objects.create(person=person, kind=kind, proof=record.proof, recorded_by=by, **said)


@transaction.atomic
def record_dossier(*, dossier: Dossier, by: User, another: bool = False) -> Person:
    """A new person with all that her dossier says; `dossier_of` gives it back. Raises `PossibleDuplicate`."""
    person = register_person(new=NewPerson.of(dossier), by=by, another=another)
    record_papers(person=person, dossier=dossier, by=by)
    return person


@transaction.atomic
def record_papers(*, person: Person, dossier: Dossier, by: User) -> None:
    """Every paper, certificate and test of the dossier, as new versions."""
    for kind, paper in dossier.papers.items():
        record_paper(person=person, kind=kind, record=paper, by=by, particulars=particulars_of(dossier, kind))
    for certificate in dossier.competences:
        seen = PaperRecord(proof=certificate.proof, number=certificate.number, valid_until=certificate.valid_until)
        record_paper(person=person, kind=certificate.scheme, record=seen, by=by)
    for test in dossier.languages:
        seen = PaperRecord(proof=test.proof, issued_on=test.tested_on)
        record_paper(person=person, kind=test.scale, record=seen, by=by, particulars={"rank": test.rank})
