"""The first admin of an empty installation: once, with her post, and never beside a true one."""

from datetime import date

import pytest

from tenun.organisations.actions import (
    FIRST_ORGANISATION,
    AdminExists,
    UsernameTaken,
    appoint,
    create_first_admin,
    create_user,
    has_admin,
)
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.models import Post, User

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
SECRET = "padi-menguning-di-lereng"


def create(username="ina"):
    return create_first_admin(username=username, full_name="Ina Rekaan", password=SECRET, on=TODAY)


def test_she_holds_the_post_from_that_day_and_can_sign_in():
    user = create()
    post = Post.objects.get(user=user)
    assert (post.role, post.starts_on, post.ends_on) == (Role.ADMIN, TODAY, None)
    assert (post.organisation.name, post.organisation.kind) == (FIRST_ORGANISATION, OrganisationKind.PROVINCE_OFFICE)
    assert user.check_password(SECRET)


def test_there_is_no_second_first():
    create()
    with pytest.raises(AdminExists):
        create("budi")
    assert User.objects.count() == 1


def test_an_invented_admin_does_not_count():
    invented = create_user(username="peraga", full_name="Peraga", password=None, is_demo=True)
    appoint(
        user=invented, organisation="Dinas", kind=OrganisationKind.PROVINCE_OFFICE, role=Role.ADMIN, starts_on=TODAY
    )
    assert not has_admin()
    create()
    assert has_admin()


def test_a_name_that_somebody_has_is_refused_capitals_apart():
    create_user(username="ina", full_name="Lain", password=SECRET)
    with pytest.raises(UsernameTaken):
        create("Ina ")
    assert not has_admin()
