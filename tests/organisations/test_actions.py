"""What an admin does to accounts: entered with the act, never changed, and never to her own."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import DatabaseError, connection, transaction
from tests.second_factor import give_phone

from tenun.organisations.actions import (
    AdminExists,
    OwnAccount,
    appoint,
    create_first_admin,
    create_user,
    end_post,
    give_post,
    one_time_password,
    open_account,
    reset_sign_in,
    set_active,
)
from tenun.organisations.enums import AccountAct, OrganisationKind, Role
from tenun.organisations.models import AccountEntry, Post, User
from tenun.organisations.queries import has_second_factor, standing_of

ON = date(2026, 11, 24)


@pytest.fixture
def admin(db):
    return create_first_admin(username="Agung", full_name="Agung Pengelola", password="tujuh-gunung-tenang", on=ON)


@pytest.fixture
def user(admin):
    return create_user(username="ina", full_name="Ina Rekaan", password="padi-menguning-di-lereng")


def give(user, by, role=Role.COUNTER, **more):
    return give_post(
        user=user,
        organisation="Dinas Tenaga Kerja Contoh, Belu",
        kind=OrganisationKind.DISTRICT_OFFICE,
        role=role,
        starts_on=more.pop("starts_on", ON),
        by=by,
        **more,
    )


def acts_on(user):
    return list(AccountEntry.objects.filter(user_id=user.pk).order_by("pk").values_list("act", "by_id"))


class TestFirstAdmin:
    def test_it_holds_an_admin_post_and_chooses_its_own_password(self, admin):
        assert standing_of(admin, ON).roles == {Role.ADMIN}
        assert admin.username == "agung"
        assert admin.check_password("tujuh-gunung-tenang")
        assert not admin.must_change_password

    def test_it_sees_no_person(self, admin):
        scope = standing_of(admin, ON).scope
        assert (scope.districts, scope.villages, scope.persons) == ((), (), ())

    def test_there_is_one_first_only(self, admin):
        with pytest.raises(AdminExists):
            create_first_admin(username="lain", full_name="Lain", password="tujuh-gunung-tenang", on=ON)
        assert not User.objects.filter(username="lain").exists()

    def test_an_admin_whose_post_has_ended_counts_too(self, admin):
        Post.objects.filter(user=admin).update(ends_on=ON)
        with pytest.raises(AdminExists):
            create_first_admin(username="lain", full_name="Lain", password="tujuh-gunung-tenang", on=date(2027, 1, 1))

    def test_an_admin_of_the_demonstration_does_not_count(self, db):
        demo = create_user(username="peraga", full_name="Peraga", password=None, is_demo=True)
        appoint(user=demo, organisation="Contoh", kind=OrganisationKind.PROVINCE_OFFICE, role=Role.ADMIN, starts_on=ON)
        admin = create_first_admin(username="agung", full_name="Agung", password="tujuh-gunung-tenang", on=ON)
        assert acts_on(admin) == [(AccountAct.CREATED, None), (AccountAct.POST_GIVEN, None)]


class TestAccount:
    def test_the_first_password_works_and_must_be_changed(self, admin):
        user, password = open_account(username=" Ina ", full_name=" Ina Rekaan ", by=admin)
        assert (user.username, user.full_name) == ("ina", "Ina Rekaan")
        assert user.check_password(password)
        assert User.objects.get(pk=user.pk).must_change_password
        assert acts_on(user) == [(AccountAct.CREATED, admin.pk)]

    def test_no_two_first_passwords_are_alike_and_none_is_misread(self):
        made = {one_time_password() for _ in range(200)}
        assert len(made) == 200
        assert not set("".join(made)) & set("il1o0")
        assert {len(password) for password in made} == {19}

    def test_a_reset_takes_password_second_factor_and_sessions(self, admin, user):
        give_phone(user)
        UserSession.objects.create(user=user, ip="10.0.0.1", session_key="a", user_agent="")
        password = reset_sign_in(user=user, by=admin)
        user.refresh_from_db()
        assert user.check_password(password)
        assert not user.check_password("padi-menguning-di-lereng")
        assert user.must_change_password
        assert not has_second_factor(user, standing_of(user, ON))
        assert not UserSession.objects.filter(user=user).exists()
        assert acts_on(user) == [(AccountAct.SIGN_IN_RESET, admin.pk)]

    def test_it_is_closed_and_opened(self, admin, user):
        set_active(user=user, active=False, by=admin)
        assert not User.objects.get(pk=user.pk).is_active
        set_active(user=user, active=True, by=admin)
        assert User.objects.get(pk=user.pk).is_active
        assert acts_on(user) == [(AccountAct.DEACTIVATED, admin.pk), (AccountAct.REACTIVATED, admin.pk)]


class TestPost:
    def test_it_is_given_with_its_days_and_entered_in_words(self, admin, user):
        post = give(user, admin, districts=("53.04",), ends_on=date(2027, 11, 23))
        assert standing_of(user, ON).scope.districts == ("53.04",)
        assert standing_of(user, post.ends_on).roles == {Role.COUNTER}
        assert not standing_of(user, date(2027, 11, 24)).roles
        entry = AccountEntry.objects.get(user_id=user.pk)
        assert entry.detail == "petugas loket, Dinas Tenaga Kerja Contoh, Belu, 24-11-2026–23-11-2027"

    def test_its_last_day_still_counts(self, admin, user):
        end_post(post=give(user, admin), ends_on=ON, by=admin)
        assert standing_of(user, ON).roles == {Role.COUNTER}
        assert not standing_of(user, date(2026, 11, 25)).roles
        assert acts_on(user)[-1] == (AccountAct.POST_ENDED, admin.pk)

    def test_one_that_has_not_begun_ends_on_its_first_day(self, admin, user):
        post = give(user, admin, starts_on=date(2027, 1, 1))
        end_post(post=post, ends_on=ON, by=admin)
        post.refresh_from_db()
        assert post.ends_on == date(2027, 1, 1)


ON_HER_OWN = {
    "gives herself a post": lambda admin: give(admin, admin, districts=("53.04",)),
    "ends her own post": lambda admin: end_post(post=admin.posts.get(), ends_on=ON, by=admin),
    "resets herself": lambda admin: reset_sign_in(user=admin, by=admin),
    "closes herself": lambda admin: set_active(user=admin, active=False, by=admin),
}


@pytest.mark.parametrize("act", ON_HER_OWN.values(), ids=ON_HER_OWN)
def test_nobody_acts_on_her_own_account(admin, act):
    before = acts_on(admin)
    with pytest.raises(OwnAccount):
        act(admin)
    admin.refresh_from_db()
    assert standing_of(admin, ON).roles == {Role.ADMIN}
    assert admin.is_active
    assert acts_on(admin) == before


def test_an_act_that_fails_leaves_no_entry(admin, user):
    with pytest.raises(DatabaseError), transaction.atomic():
        give(user, admin, ends_on=date(2026, 1, 1))
    assert acts_on(user) == []


@pytest.mark.parametrize("statement", ["UPDATE organisations_accountentry SET act = 'x'", "DELETE FROM %s"])
def test_an_entry_is_never_changed_and_never_removed(admin, statement):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement.replace("%s", "organisations_accountentry"))


def test_resetting_one_leaves_the_others_alone(admin, user):
    give_phone(admin)
    reset_sign_in(user=user, by=admin)
    assert Authenticator.objects.filter(user=admin).exists()
