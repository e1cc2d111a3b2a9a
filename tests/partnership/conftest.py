"""A province officer and a partner, and one invented programme of the partner's."""

from datetime import date

import pytest
from tests.people.conftest import TODAY, officer

from tenun.domain.programmes import (
    Capacity,
    Contact,
    OrganisationNamed,
    PartnerRole,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
)
from tenun.domain.rules import AgeWindow, PaperPresent
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.models import Organisation
from tenun.organisations.queries import standing_of
from tenun.organisations.register import enter_organisation
from tenun.partnership.actions.programmes import enter_programme
from tenun.shared.scope import scoped

RECORD = ProgrammeRecord(
    identifier="REKAAN-1",
    title="Kelas bahasa rekaan",
    owner=OrganisationNamed(name="Kantor mitra"),
    services=(ServiceLine.SKILLS,),
    districts=("53.21",),
    status=ProgrammeStatus.RUNNING,
    planned_start=date(2026, 1, 5),
    planned_end=date(2026, 12, 20),
    capacities=(Capacity(starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31), places=30, district="53.21"),),
    entry_words="Umur 21 sampai 45, punya KTP",
    entry_rules=(AgeWindow(minimum=21, below=46), PaperPresent("ktp")),
    contact=Contact(name="Ani Rekaan", email="ani@contoh.example", telephone="0380000000"),
    source="Rekaan untuk uji",
    checked_on=date(2026, 11, 1),
)


def in_scope(user):
    """The scope of somebody's posts."""
    return scoped(standing_of(user, TODAY).scope)


@pytest.fixture
def province(db):
    return officer("provinsi", Role.PROVINCE, districts=("53.04", "53.21"))


@pytest.fixture
def partner(db):
    return officer("mitra", Role.PARTNER)


@pytest.fixture
def owner(partner):
    return Organisation.objects.get(name="Kantor mitra")


@pytest.fixture
def funder(db):
    return enter_organisation(name="Dana Rekaan", kind=OrganisationKind.PARTNER, ref="XX-1", type_code="40")


@pytest.fixture
def programme(province, owner, funder):
    with in_scope(province):
        return enter_programme(
            record=RECORD, owner=owner, partners=[(PartnerRole.FUNDING, funder)], by=province, is_demo=True
        )
