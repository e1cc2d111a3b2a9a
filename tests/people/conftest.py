"""Two districts with a counter officer each, and a woman in the first."""

from datetime import date

import pytest
from tests.second_factor import give_phone

from tenun.organisations.actions import appoint, create_user
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, register_person
from tenun.shared.scope import scoped

TODAY = date(2026, 11, 24)


def officer(username, role=Role.COUNTER, **territory):
    user = create_user(username=username, full_name=username.title(), password=None)
    appoint(
        user=user,
        organisation=f"Kantor {username}",
        kind=OrganisationKind.DISTRICT_OFFICE,
        role=role,
        starts_on=date(2026, 1, 1),
        **territory,
    )
    give_phone(user)
    return user


@pytest.fixture
def belu(db):
    return officer("belu", districts=("53.04",))


@pytest.fixture
def malaka(db):
    return officer("malaka", districts=("53.21",))


@pytest.fixture
def maria(belu):
    new = NewPerson(
        full_name="Maria Goreti Bano",
        village_code="53.04.05.2001",
        target="my-domestic",
        nik="5304055203999001",
        birth_date=date(1999, 3, 12),
        mother_name="Yuliana Seran",
    )
    with scoped(standing_of(belu, TODAY).scope):
        return register_person(new=new, by=belu)
