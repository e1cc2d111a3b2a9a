"""What the posts of a user add up to."""

from datetime import date

import pytest

from tenun.organisations.actions import appoint, create_user
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.queries import standing_of

ON = date(2026, 11, 24)


@pytest.fixture
def user(db):
    return create_user(username=" Rambu ", full_name="Rambu Anamila", password="a long enough password")


def post(user, role, starts_on=date(2026, 1, 1), ends_on=None, **territory):
    return appoint(
        user=user,
        organisation="Kantor Contoh",
        kind=OrganisationKind.DISTRICT_OFFICE,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
        **territory,
    )


def test_the_name_to_sign_in_with_is_trimmed_and_small(user):
    assert user.username == "rambu"
    assert user.check_password("a long enough password")


def test_two_posts_add_up(user):
    post(user, Role.COUNTER, districts=("53.04",))
    post(user, Role.VILLAGE, villages=("53.21.02.2004",))
    standing = standing_of(user, ON)
    assert standing.roles == {Role.COUNTER, Role.VILLAGE}
    assert (standing.scope.districts, standing.scope.villages) == (("53.04",), ("53.21.02.2004",))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "held"),
    [
        (date(2026, 11, 24), None, True),
        (date(2026, 11, 25), None, False),
        (date(2026, 1, 1), date(2026, 11, 24), True),
        (date(2026, 1, 1), date(2026, 11, 23), False),
    ],
)
def test_a_post_counts_from_its_first_to_its_last_day(user, starts_on, ends_on, held):
    post(user, Role.COUNTER, starts_on, ends_on, districts=("53.04",))
    assert bool(standing_of(user, ON).roles) is held


def test_the_territory_of_an_agency_opens_no_person(user):
    post(user, Role.AGENCY, districts=("53.04",))
    assert standing_of(user, ON).scope.districts == ()
