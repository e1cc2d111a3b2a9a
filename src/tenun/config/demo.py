"""The demonstration: at least one account for each role and forty invented people, made through the real actions."""

from datetime import date
from pathlib import Path
from typing import Any

from tenun.documents.actions import record_dossier
from tenun.domain.journey import Role as JourneyRole
from tenun.formats.dossiers import read_dossiers
from tenun.organisations.actions import appoint, create_user
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.models import User
from tenun.readiness.actions import first_talk
from tenun.shared.clock import today
from tenun.shared.scope import Scope, scoped

ALL_DISTRICTS = (*(f"53.{number:02d}" for number in range(1, 22)), "53.71")

ACCOUNTS: tuple[dict[str, Any], ...] = (
    {
        "username": "desa-peraga",
        "full_name": "Petugas Desa (peragaan)",
        "organisation": "Kantor Desa Contoh, Belu",
        "kind": OrganisationKind.VILLAGE,
        "role": Role.VILLAGE,
        "villages": ("53.04.05.2001", "53.04.01.2001"),
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
    {
        "username": "pelatih",
        "full_name": "Pelatih (peragaan)",
        "organisation": "Balai Latihan Kerja Contoh, Kupang",
        "kind": OrganisationKind.TRAINING,
        "role": Role.TRAINING,
    },
    {
        "username": "pelindungan",
        "full_name": "Petugas Pelindungan (peragaan)",
        "organisation": "Layanan Pelindungan Contoh",
        "kind": OrganisationKind.PROTECTION,
        "role": Role.PROTECTION,
        "districts": ("53.04", "53.21"),
    },
    {
        "username": "bp3mi",
        "full_name": "Petugas BP3MI (peragaan)",
        "organisation": "BP3MI Contoh, NTT",
        "kind": OrganisationKind.CENTRAL,
        "role": Role.BP3MI,
        "districts": ALL_DISTRICTS,
    },
    {
        "username": "perwakilan",
        "full_name": "Petugas Perwakilan (peragaan)",
        "organisation": "Perwakilan RI Contoh",
        "kind": OrganisationKind.MISSION,
        "role": Role.MISSION,
    },
    {
        "username": "mitra",
        "full_name": "Mitra Pendamping (peragaan)",
        "organisation": "Yayasan Contoh",
        "kind": OrganisationKind.PARTNER,
        "role": Role.PARTNER,
    },
    {
        "username": "gugus-tugas",
        "full_name": "Anggota Gugus Tugas (peragaan)",
        "organisation": "Gugus Tugas Contoh, NTT",
        "kind": OrganisationKind.PROVINCE_OFFICE,
        "role": Role.TASK_FORCE,
        "districts": ALL_DISTRICTS,
    },
    {
        "username": "penyunting",
        "full_name": "Penyunting (peragaan)",
        "organisation": "Dinas Provinsi Contoh",
        "kind": OrganisationKind.PROVINCE_OFFICE,
        "role": Role.EDITOR,
    },
    {
        "username": "admin-peraga",
        "full_name": "Admin (peragaan)",
        "organisation": "Dinas Provinsi Contoh",
        "kind": OrganisationKind.PROVINCE_OFFICE,
        "role": Role.ADMIN,
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
    """Records the people of the sample sheet, each with her papers; how many there were.

    Whoever has no village yet belongs to no territory, so the demonstration leaves her to the sheet.
    """
    count = 0
    for reading in read_dossiers(sample):
        dossier = reading.dossier
        if dossier is not None and dossier.village_code:
            with scoped(Scope(districts=(dossier.village_code[:5],))):
                person = record_dossier(dossier=dossier, by=by, another=True)
                first_talk(person=person, role=JourneyRole.COUNTER, on=today(), by=by)
            count += 1
    return count
