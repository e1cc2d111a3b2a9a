"""The invented accounts of the demonstration: at least one for each role."""

from datetime import date
from typing import Any

from tenun.domain.identifiers.regions import region_name
from tenun.organisations.actions import appoint, create_user
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.models import User

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


def district_officer(district: str, on: date) -> User:
    """The counter officer of a district, made when she is missing."""
    made = next((each for each in ACCOUNTS if each["role"] is Role.COUNTER and each["districts"] == (district,)), None)
    name = region_name(district).removeprefix("Kabupaten ")
    username = made["username"] if made else f"loket-{name.lower().replace(' ', '-')}"
    found = User.objects.filter(username=username).first()
    if found is not None:
        return found
    user = create_user(username=username, full_name=f"Petugas Loket {name} (peragaan)", password=None, is_demo=True)
    appoint(
        user=user,
        organisation=f"Dinas Tenaga Kerja Contoh, {name}",
        kind=OrganisationKind.DISTRICT_OFFICE,
        role=Role.COUNTER,
        districts=(district,),
        starts_on=on,
    )
    return user
