"""The demonstration: one account a role and forty invented people, made through the real actions."""

from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from tenun.documents.actions import record_paper
from tenun.domain.papers import Dossier, PaperKind, PaperRecord
from tenun.organisations.actions import appoint, create_user
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.models import User
from tenun.people.actions import NewPerson, register_person
from tenun.people.models import Person
from tenun.shared.scope import Scope, scoped

ALL_DISTRICTS = (*(f"53.{number:02d}" for number in range(1, 22)), "53.71")

ACCOUNTS: tuple[dict[str, Any], ...] = (
    {
        "username": "desa-peraga",
        "full_name": "Petugas Desa (peragaan)",
        "organisation": "Kantor Desa Contoh, Belu",
        "kind": OrganisationKind.VILLAGE,
        "role": Role.VILLAGE,
        "villages": ("53.04.05.2001", "53.04.06.2010"),
    },
    {
        "username": "loket-belu",
        "full_name": "Petugas Loket Belu (peragaan)",
        "organisation": "Dinas Tenaga Kerja Contoh, Belu",
        "kind": OrganisationKind.DISTRICT_OFFICE,
        "role": Role.COUNTER,
        "districts": ("53.04",),
    },
    {
        "username": "loket-malaka",
        "full_name": "Petugas Loket Malaka (peragaan)",
        "organisation": "Dinas Tenaga Kerja Contoh, Malaka",
        "kind": OrganisationKind.DISTRICT_OFFICE,
        "role": Role.COUNTER,
        "districts": ("53.21",),
    },
    {
        "username": "provinsi",
        "full_name": "Petugas Provinsi (peragaan)",
        "organisation": "Dinas Provinsi Contoh",
        "kind": OrganisationKind.PROVINCE_OFFICE,
        "role": Role.PROVINCE,
        "districts": ALL_DISTRICTS,
    },
    {
        "username": "perusahaan",
        "full_name": "Perusahaan Penempatan (peragaan)",
        "organisation": "P3MI Contoh",
        "kind": OrganisationKind.AGENCY,
        "role": Role.AGENCY,
    },
    {
        "username": "pemeriksa",
        "full_name": "Pemeriksa (peragaan)",
        "organisation": "Inspektorat Contoh",
        "kind": OrganisationKind.PROVINCE_OFFICE,
        "role": Role.AUDITOR,
    },
)


def make_accounts(on: date) -> User:
    """Makes the accounts that are missing; the district's counter, who records the people, is returned."""
    for account in ACCOUNTS:
        if User.objects.filter(username=account["username"]).exists():
            continue
        post = {name: value for name, value in account.items() if name not in ("username", "full_name")}
        user = create_user(username=account["username"], full_name=account["full_name"], password=None, is_demo=True)
        appoint(user=user, starts_on=on, **post)
    return User.objects.get(username="loket-belu")


def make_people(sample: Path, by: User) -> int:
    """Records the people of the sample sheet, each with her papers; how many there were."""
    read_dossiers = import_module("tenun.formats.dossiers").read_dossiers
    count = 0
    for reading in read_dossiers(sample):
        if reading.dossier is not None and reading.dossier.village_code:
            record_dossier(reading.dossier, by)
            count += 1
    return count


def record_dossier(dossier: Dossier, by: User) -> None:
    """One person with all her papers, under the scope of her district."""
    village = dossier.village_code or ""
    with scoped(Scope(districts=(village[:5],))):
        person = register_person(
            new=NewPerson(
                full_name=dossier.name,
                village_code=village,
                nik=dossier.nik,
                birth_place=dossier.birth_place or "",
                birth_date=dossier.birth_date,
                sex=dossier.sex or "",
                marital_status=dossier.marital_status or "",
                mother_name=dossier.mother_name or "",
                education=dossier.education,
                target=dossier.target or "",
                departure_on=dossier.departure_on,
            ),
            by=by,
            another=True,
        )
        person.family_card_number = dossier.family_card_number
        person.consent_giver = dossier.consent_giver or ""
        person.consent_known = dossier.consent_known_by_village_head
        person.save()
        _record_papers(person, dossier, by)


def _record_papers(person: Person, dossier: Dossier, by: User) -> None:
    """Papers, certificates and language tests; what belongs to one of them goes with it."""
    fit = {PaperKind.MEDICAL_CERTIFICATE: dossier.medical_fit, PaperKind.PSYCHOLOGY_CERTIFICATE: dossier.psychology_fit}
    for kind, paper in dossier.papers.items():
        if kind is PaperKind.WORK_CONTRACT:
            paper = replace(paper, valid_until=dossier.contract_end)
        starts_on = dossier.contract_start if kind is PaperKind.WORK_CONTRACT else None
        record_paper(person=person, kind=kind, record=paper, by=by, fit=fit.get(kind), starts_on=starts_on)
    for certificate in dossier.competences:
        seen = PaperRecord(proof=certificate.proof, number=certificate.number, valid_until=certificate.valid_until)
        record_paper(person=person, kind=certificate.scheme, record=seen, by=by)
    for test in dossier.languages:
        seen = PaperRecord(proof=test.proof, issued_on=test.tested_on)
        record_paper(person=person, kind=test.scale, record=seen, by=by, rank=test.rank)
