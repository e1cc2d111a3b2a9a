"""Where one is signed in: each device in words, one of them or all the others ended."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from tests.second_factor import code, give_phone
from tests.web.account.conftest import PASSWORD

from tenun.organisations.models import User

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
LIST = reverse("usersessions_list")
WINDOWS = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36"
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Safari/537.36"


def sign_in(agent, address, periods, username="ina"):
    client = Client(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    client.post(reverse("sign-in"), {"username": username, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code(periods=periods)})
    return client


@pytest.fixture
def desk_and_phone(make):
    """Ina at her desk, and on a phone."""
    give_phone(make())
    return sign_in(WINDOWS, "10.0.0.1", 0), sign_in(ANDROID, "10.0.0.2", 1)


def opens(client):
    return client.get(reverse("desk")).status_code == 200


def test_each_device_is_told_in_words_with_its_time(desk_and_phone):
    desk, _ = desk_and_phone
    text = desk.get(LIST).text
    assert "Chrome di komputer Windows" in text
    assert "Chrome di ponsel atau tablet Android" in text
    assert "dari 10.0.0.2" in text
    assert text.count("perangkat ini</span>") == 1


def test_one_is_ended_and_the_other_goes_on(desk_and_phone):
    desk, phone = desk_and_phone
    other = UserSession.objects.get(ip="10.0.0.2")
    assert desk.post(reverse("end-session", args=[other.pk])).url == LIST
    assert (opens(desk), opens(phone)) == (True, False)


def test_all_others_are_ended_at_once(desk_and_phone):
    desk, phone = desk_and_phone
    assert desk.post(LIST).url == LIST
    assert "Semua perangkat lain sudah keluar" in desk.get(LIST).text
    assert (opens(desk), opens(phone)) == (True, False)


def test_a_new_password_ends_the_others(desk_and_phone):
    desk, phone = desk_and_phone
    new = "tujuh-gunung-tenang"
    change = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    desk.post(reverse("account_change_password"), change)
    assert (opens(desk), opens(phone)) == (True, False)


def test_nobody_ends_another_persons_session(make, desk_and_phone):
    give_phone(make(username="yosef"))
    yosef = sign_in(WINDOWS, "10.0.0.3", 0, "yosef")
    other = UserSession.objects.get(ip="10.0.0.2")
    assert yosef.post(reverse("end-session", args=[other.pk])).status_code == 404
    assert opens(desk_and_phone[1])


def test_a_link_ends_nothing(desk_and_phone):
    desk, phone = desk_and_phone
    other = UserSession.objects.get(ip="10.0.0.2")
    assert desk.get(reverse("end-session", args=[other.pk])).status_code == 405
    assert opens(phone)


def test_a_click_in_the_demonstration_is_listed_too(client, make, settings):
    settings.DEMO = True
    User.objects.filter(pk=make().pk).update(is_demo=True)
    client.post(reverse("sign-in-demo"), {"username": "ina"}, HTTP_USER_AGENT=WINDOWS)
    assert "Chrome di komputer Windows" in client.get(LIST, HTTP_USER_AGENT=WINDOWS).text


def test_whoever_has_no_password_has_no_page_to_change_it(client, make):
    user = make()
    user.set_unusable_password()
    user.save()
    give_phone(user)
    client.force_login(user)
    assert client.get(reverse("account_change_password")).status_code == 404
