"""Recording a paper: a new version becomes the current one, the old one stays."""

from datetime import date

from django.db import transaction

from tenun.documents.models import Paper
from tenun.domain.papers import PaperRecord
from tenun.organisations.models import User
from tenun.people.models import Person


@transaction.atomic
def record_paper(
    *,
    person: Person,
    kind: str,
    record: PaperRecord,
    by: User,
    rank: int | None = None,
    fit: bool | None = None,
    starts_on: date | None = None,
) -> Paper:
    """Saves what an officer read from a paper, with its proof, under a row lock of the person.

    `kind` is a `PaperKind`, a `CompetenceScheme` or a `LanguageScale`; `rank` belongs to a language test, `fit` to a
    health certificate, `starts_on` to a contract.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    Paper.objects.filter(person=person, kind=kind, is_current=True).update(is_current=False)
    return Paper.objects.create(
        person=person,
        kind=kind,
        proof=record.proof,
        number=record.number,
        name=record.name or "",
        birth_place=record.birth_place or "",
        birth_date=record.birth_date,
        sex=record.sex or "",
        mother_name=record.mother_name or "",
        father_name=record.father_name or "",
        marital_status=record.marital_status or "",
        issued_on=record.issued_on,
        valid_until=record.valid_until,
        defect=record.defect or "",
        rank=rank,
        fit=fit,
        starts_on=starts_on,
        recorded_by=by,
    )
