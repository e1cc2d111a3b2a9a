"""Signing in at the office's provider: a whole authorization-code flow against a real one, over HTTP."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.idp.oidc.models import Client as Site
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from tests.web.account.conftest import PASSWORD
from tests.web.account.provider import provider

from tenun.config.environment import read_environment
from tenun.organisations.actions import create_user, reset_sign_in
from tenun.organisations.enums import Role
from tenun.organisations.models import User
from tenun.web.account.adapters import AccountAdapter

pytestmark = [
    pytest.mark.django_db(databases=["default", "audit"]),
    pytest.mark.urls("tests.web.account.provider_urls"),
]
CALLBACK = "http://testserver/masuk/kantor/utama/kembali/"


@pytest.fixture
def office(settings, db):
    """The provider answers and knows this site; the site knows it."""
    site = Site(id="tenun", name="Tenun", redirect_uris=CALLBACK, scopes="openid\nprofile\nemail", skip_consent=True)
    site.set_secret("rahasia-antara-dua-situs")
    site.save()
    with provider() as address:
        app = {
            "provider_id": "utama",
            "name": "akun Dinas Contoh",
            "client_id": "tenun",
            "secret": "rahasia-antara-dua-situs",
            "settings": {"server_url": address, "claim": "preferred_username"},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield app


@pytest.fixture
def staff(office):
    """Her browser at the provider, signed in there."""

    def at_provider(name):
        user = create_user(username=f"pegawai-{name}", full_name=name, password=PASSWORD)
        browser = Client()
        browser.force_login(user)
        return browser

    return at_provider


def go(client, at_provider, **more):
    """Presses the button, lets the provider answer, brings its answer back."""
    leads = client.post(reverse("openid_connect_login", args=["utama"]))
    there = urlsplit(leads.url)
    assert there.path == "/identity/o/authorize"
    back = at_provider.get(f"{there.path}?{there.query}")
    assert back.headers["Location"].startswith(CALLBACK)
    return client.get(back.headers["Location"].removeprefix("http://testserver"), **more)


def signed_in(client):
    return "_auth_user_id" in client.session


def test_she_comes_in_without_a_password_or_a_second_step_here(client, make, staff):
    user = make(Role.COUNTER, districts=("53.04",))
    answer = go(client, staff("ina"))
    assert (answer.status_code, answer.url) == (302, reverse("desk"))
    assert client.session["_auth_user_id"] == str(user.pk)
    assert client.get(reverse("desk")).status_code == 200
    assert "Bukti kedua diperiksa di sana" in client.get(reverse("mfa_index")).text


def test_the_same_account_by_password_still_needs_a_second_factor(client, make, staff, type_password):
    make(Role.COUNTER, districts=("53.04",))
    go(client, staff("ina"))
    client.post(reverse("sign-out"))
    type_password()
    assert client.get(reverse("desk")).url == reverse("mfa_index")


def test_whoever_has_no_account_here_gets_none(client, staff):
    at_provider = staff("orang.baru")
    before = User.objects.count()
    answer = go(client, at_provider)
    assert answer.status_code == 403
    assert "belum terdaftar di Tenun" in answer.text
    assert User.objects.count() == before
    assert not SocialAccount.objects.exists()
    assert not signed_in(client)


def test_a_provider_that_does_not_say_the_claim_opens_nothing(client, make, staff, office):
    make()
    office["settings"]["claim"] = "tidak_ada"
    assert go(client, staff("ina")).status_code == 403
    assert not signed_in(client)


def test_sign_up_is_closed_behind_all_this():
    assert AccountAdapter().is_open_for_signup(None) is False


def test_after_the_first_time_the_subject_counts_and_not_the_name(client, make, staff):
    user = make()
    at_provider = staff("ina")
    go(client, at_provider)
    client.post(reverse("sign-out"))
    User.objects.filter(pk=user.pk).update(username="ina.rekaan")
    go(client, at_provider)
    assert client.session["_auth_user_id"] == str(user.pk)


def test_another_subject_of_the_same_name_gets_nothing(client, make, staff):
    make()
    go(client, staff("ina"))
    client.post(reverse("sign-out"))
    User.objects.filter(username="pegawai-ina").update(username="pegawai-dulu")
    assert go(client, staff("ina")).status_code == 403
    assert not signed_in(client)


def test_a_reset_loosens_the_tie(client, make, staff):
    user = make()
    go(client, staff("ina"))
    reset_sign_in(user=user, by=create_user(username="agung", full_name="Agung", password=None))
    assert not SocialAccount.objects.exists()
    assert client.get(reverse("desk")).url.startswith(reverse("sign-in"))


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_demo": True}])
def test_a_closed_or_invented_account_is_not_opened(client, make, staff, change):
    User.objects.filter(pk=make().pk).update(**change)
    assert go(client, staff("ina")).status_code == 403
    assert not signed_in(client)


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_demo": True}])
def test_nor_is_it_once_it_was(client, settings, make, staff, change):
    settings.DEMO = False
    user, at_provider = make(), staff("ina")
    go(client, at_provider)
    client.post(reverse("sign-out"))
    User.objects.filter(pk=user.pk).update(**change)
    assert go(client, at_provider).url == reverse("account_inactive")
    assert not signed_in(client)


def test_the_claim_is_the_one_that_is_set(client, make, staff, office):
    office["settings"]["claim"] = "nip"
    at_provider = staff("siapa-saja")
    subject = User.objects.get(username="pegawai-siapa-saja")
    user = make(username=f"1990{subject.pk}")
    go(client, at_provider)
    assert client.session["_auth_user_id"] == str(user.pk)


def test_what_the_provider_says_beside_the_name_is_not_kept(client, make, staff):
    make()
    at_provider = staff("ina")
    for _ in range(2):
        go(client, at_provider)
        assert SocialAccount.objects.get().extra_data == {}
        client.post(reverse("sign-out"))


def test_an_answer_that_nobody_asked_for_signs_nobody_in(client, make, staff):
    make()
    asked = Client()
    leads = urlsplit(asked.post(reverse("openid_connect_login", args=["utama"])).url)
    back = urlsplit(staff("ina").get(f"{leads.path}?{leads.query}").headers["Location"])
    answer = client.get(f"{back.path}?{back.query}")
    assert answer.status_code == 401
    assert "Akun kantor tidak menjawab" in answer.text
    assert not signed_in(client)


def test_a_code_counts_once(client, make, staff):
    make()
    leads = urlsplit(client.post(reverse("openid_connect_login", args=["utama"])).url)
    back = urlsplit(staff("ina").get(f"{leads.path}?{leads.query}").headers["Location"])
    client.get(f"{back.path}?{back.query}")
    client.post(reverse("sign-out"))
    assert client.get(f"{back.path}?{back.query}").status_code == 401


def test_a_wrong_secret_signs_nobody_in(client, make, staff, office):
    make()
    office["secret"] = "salah"
    assert go(client, staff("ina")).status_code == 401
    assert not signed_in(client)


def test_whoever_turns_back_is_told_that_nothing_changed(client, office):
    leads = urlsplit(client.post(reverse("openid_connect_login", args=["utama"])).url)
    state = parse_qs(leads.query)["state"][0]
    answer = client.get(reverse("openid_connect_callback", args=["utama"]), {"error": "access_denied", "state": state})
    assert answer.url == reverse("socialaccount_login_cancelled")
    assert "Tidak ada yang berubah" in client.get(answer.url).text


def test_the_sign_in_page_has_its_button(client, office):
    text = client.get(reverse("sign-in")).text
    assert "Masuk dengan akun Dinas Contoh" in text
    assert f'action="{reverse("openid_connect_login", args=["utama"])}"' in text


def test_a_link_does_not_start_it(client, office):
    assert client.get(reverse("openid_connect_login", args=["utama"])).status_code == 405


def test_without_a_provider_there_is_no_button_and_no_address(client, db):
    assert "Masuk dengan" not in client.get(reverse("sign-in")).text
    assert client.post(reverse("openid_connect_login", args=["utama"])).status_code == 404


def test_it_is_set_by_the_environment(monkeypatch):
    monkeypatch.setenv("TENUN_OIDC_URL", "https://masuk.dinas.example/realms/ntt/")
    monkeypatch.setenv("TENUN_OIDC_CLIENT", "tenun")
    monkeypatch.setenv("TENUN_OIDC_SECRET", "rahasia")
    found = read_environment().provider
    assert (found.url, found.client, found.secret) == ("https://masuk.dinas.example/realms/ntt", "tenun", "rahasia")
    assert (found.claim, found.origin) == ("preferred_username", "https://masuk.dinas.example")
