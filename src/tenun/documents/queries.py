"""A person's current papers, as the domain knows them."""

from collections.abc import Sequence
from typing import Any

from tenun.documents.models import Paper, Scan
from tenun.documents.particulars import PARTICULARS
from tenun.domain.papers import (
    CompetenceResult,
    CompetenceScheme,
    ConsentGiver,
    Dossier,
    Education,
    LanguageResult,
    LanguageScale,
    MaritalStatus,
    PaperDefect,
    PaperKind,
    PaperRecord,
    Proof,
    Sex,
)
from tenun.people.models import Person


def current_papers(person: Person) -> list[Paper]:
    """One query: the current paper of each kind."""
    return list(Paper.objects.filter(person=person, is_current=True).select_related("recorded_by").order_by("id"))


def scans_of(person: Person) -> dict[str, Scan]:
    """One query: the newest picture of each kind of paper."""
    newest = Scan.objects.filter(person=person).order_by("kind", "-pk").distinct("kind")
    return {scan.kind: scan for scan in newest}


def dossier_of(person: Person, papers: Sequence[Paper]) -> Dossier:
    """The person and her papers as one dossier, ready to be compared and judged."""
    return Dossier(
        name=person.full_name,
        nik=person.nik,
        family_card_number=person.family_card_number,
        birth_place=person.birth_place or None,
        birth_date=person.birth_date,
        sex=Sex(person.sex) if person.sex else None,
        marital_status=MaritalStatus(person.marital_status) if person.marital_status else None,
        mother_name=person.mother_name or None,
        village_code=person.village_code or None,
        phone=person.phone,
        education=None if person.education is None else Education(person.education),
        target=person.target or None,
        departure_on=person.departure_on,
        papers={PaperKind(paper.kind): record_of(paper) for paper in papers if paper.kind in _KINDS},
        competences=tuple(_competence(paper) for paper in papers if paper.kind in _SCHEMES),
        languages=tuple(_language(paper) for paper in papers if paper.kind in _SCALES),
        **{name: _said(papers, name) for name in PARTICULARS},
    )


_KINDS, _SCHEMES, _SCALES = frozenset(PaperKind), frozenset(CompetenceScheme), frozenset(LanguageScale)


def _said(papers: Sequence[Paper], name: str) -> Any:
    kind, column = PARTICULARS[name]
    said = next((getattr(paper, column) for paper in papers if paper.kind == kind), None)
    return ConsentGiver(said) if column == "giver" and said else None if said == "" else said


def _competence(paper: Paper) -> CompetenceResult:
    return CompetenceResult(
        scheme=CompetenceScheme(paper.kind),
        proof=Proof(paper.proof),
        number=paper.number,
        valid_until=paper.valid_until,
    )


def _language(paper: Paper) -> LanguageResult:
    return LanguageResult(
        scale=LanguageScale(paper.kind), proof=Proof(paper.proof), rank=paper.rank, tested_on=paper.issued_on
    )


def record_of(paper: Paper) -> PaperRecord:
    """One paper as the domain knows it."""
    return PaperRecord(
        proof=Proof(paper.proof),
        number=paper.number,
        name=paper.name or None,
        birth_place=paper.birth_place or None,
        birth_date=paper.birth_date,
        sex=Sex(paper.sex) if paper.sex else None,
        mother_name=paper.mother_name or None,
        father_name=paper.father_name or None,
        marital_status=MaritalStatus(paper.marital_status) if paper.marital_status else None,
        issued_on=paper.issued_on,
        valid_until=paper.valid_until,
        defect=PaperDefect(paper.defect) if paper.defect else None,
        mrz=_lines(paper.mrz),
    )


def _lines(mrz: str | None) -> tuple[str, str] | None:
    if not mrz:
        return None
    first, second = mrz.split("\n")
    return first, second
