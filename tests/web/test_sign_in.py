"""Signing in: by password, by one click in the demonstration alone, and out again."""

import pytest
from django.urls import reverse
from tests.second_factor import give_phone

from tenun.organisations.actions import create_user
from tenun.organisations.models import User

pytestmark = pytest.mark.django_db
SECRET = "padi-menguning-di-lereng"


@pytest.fixture
def user():
    return create_user(username="ina", full_name="Ina Rekaan", password=SECRET)


def sign_in(client, password):
    return client.post(reverse("sign-in"), {"username": "ina", "password": password})


def test_the_right_password_leads_to_the_desk(client, user):
    answer = sign_in(client, SECRET)
    assert (answer.status_code, answer.url) == (302, reverse("desk"))


@pytest.mark.parametrize(
    ("asked", "leads"), [("/keamanan/", "/keamanan/"), ("https://lain.example/", "/"), ("//lain.example/", "/")]
)
def test_it_leads_on_to_where_she_wanted_to_go_on_this_site_only(client, user, asked, leads):
    answer = client.post(reverse("sign-in"), {"username": "ina", "password": SECRET, "next": asked})
    assert answer.url == leads


def test_whoever_is_signed_in_does_not_sign_in_again(client, user):
    sign_in(client, SECRET)
    assert client.get(reverse("sign-in")).url == reverse("desk")


@pytest.mark.parametrize(
    "address", ["signup/", "masuk/daftar/", "password/reset/", "keamanan/surel/", "accounts/login/"]
)
def test_nobody_makes_her_own_account_and_no_password_is_reset_by_mail(client, db, address):
    assert client.get(f"/{address}").status_code == 404


def test_a_wrong_password_and_an_unknown_name_get_the_same_words(client, user):
    wrong = sign_in(client, "salah")
    user.delete()
    assert wrong.status_code == sign_in(client, "salah").status_code == 422
    assert "tidak cocok" in wrong.text


def test_an_inactive_account_stays_out(client, user):
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert sign_in(client, "salah").status_code == 422
    assert sign_in(client, SECRET).url == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_signing_out_ends_the_session(client, user):
    client.force_login(user)
    assert client.post(reverse("sign-out")).url == reverse("sign-in")
    assert client.get(reverse("desk")).status_code == 302


def test_somebody_without_a_post_finds_nothing_but_can_sign_out(client, user):
    give_phone(user)
    client.force_login(user)
    assert client.get(reverse("desk")).status_code == 404
    assert client.post(reverse("sign-out")).status_code == 302


class TestDemo:
    @pytest.fixture
    def invented(self):
        return create_user(username="peraga", full_name="Peraga", password=None, is_demo=True)

    def click(self, client, username="peraga"):
        return client.post(reverse("sign-in-demo"), {"username": username})

    def test_one_click_signs_in(self, client, invented, settings):
        settings.DEMO = True
        assert self.click(client).url == reverse("desk")

    def test_a_true_account_has_no_click(self, client, user, settings):
        settings.DEMO = True
        assert self.click(client, "ina").status_code == 404

    def test_outside_the_demonstration_there_is_no_such_address(self, client, invented, settings):
        settings.DEMO = False
        assert self.click(client).status_code == 404
        assert "peraga" not in client.get(reverse("sign-in")).text
