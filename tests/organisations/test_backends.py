"""Who may be signed in at all. The demonstration's accounts are nobody's outside it, by whatever way."""

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from django.urls import reverse
from tests.second_factor import give_phone

from tenun.organisations.actions import create_user
from tenun.organisations.backends import OfficerBackend
from tenun.organisations.models import User

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
PASSWORD = "padi-menguning-di-lereng"


@pytest.fixture
def demo(db):
    """An account of the demonstration that somebody even gave a password and a phone."""
    user = create_user(username="peraga", full_name="Peraga", password=PASSWORD, is_demo=True)
    give_phone(user)
    return user


@pytest.mark.parametrize(("demonstration", "lets_in"), [(True, True), (False, False)])
def test_a_password_of_a_demo_account_counts_only_in_the_demonstration(settings, demo, demonstration, lets_in):
    settings.DEMO = demonstration
    found = authenticate(RequestFactory().post("/masuk/"), username="peraga", password=PASSWORD)
    assert (found == demo) is lets_in


def test_outside_the_demonstration_the_form_signs_no_demo_account_in(client, settings, demo):
    settings.DEMO = False
    answer = client.post(reverse("sign-in"), {"username": "peraga", "password": PASSWORD})
    assert answer.url == reverse("account_inactive")
    assert "Akun ini tidak aktif" in client.get(answer.url).text
    assert "_auth_user_id" not in client.session
    assert client.get(reverse("mfa_authenticate")).url.startswith(reverse("sign-in"))


def test_a_session_from_the_demonstration_is_nobodys_once_it_is_off(client, settings, demo):
    settings.DEMO = True
    client.post(reverse("sign-in-demo"), {"username": "peraga"})
    assert client.get(reverse("mfa_index")).status_code == 200
    settings.DEMO = False
    assert client.get(reverse("mfa_index")).url.startswith(reverse("sign-in"))


def test_a_closed_account_is_out_at_its_next_request(client):
    user = create_user(username="ina", full_name="Ina Rekaan", password=PASSWORD)
    client.force_login(user)
    assert client.get(reverse("mfa_index")).status_code == 200
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(reverse("mfa_index")).url.startswith(reverse("sign-in"))


def test_nobody_is_nobody():
    assert OfficerBackend().get_user(0) is None
