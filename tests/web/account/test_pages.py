"""The pages of signing in, of one's own account and of the admin, as `tests/web/test_pages.py` asks of every page."""

import re

import pytest
from django.urls import reverse
from tests.people.conftest import officer
from tests.second_factor import code, give_phone
from tests.web.account.conftest import PASSWORD
from tests.web.account.key import Key
from tests.web.test_pages import Page
from tests.web.test_styles import DEFINED, UNSTYLED

from tenun.organisations.actions import create_user
from tenun.organisations.enums import Role

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
OPEN = ("account_login", "account_inactive", "socialaccount_login_cancelled")
OWN = (
    "mfa_index",
    "account_change_password",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_deactivate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "usersessions_list",
)
ADMIN = ("accounts", "create-account", "account", "give-post", "end-post")


@pytest.fixture
def show(client, db):
    """A page as an admin with every second factor sees it."""
    admin = officer("agung", Role.ADMIN)
    admin.set_password(PASSWORD)
    admin.save()
    other = create_user(username="ina", full_name="Ina Rekaan", password=None)
    post = officer("belu", districts=("53.04",)).posts.get()

    def page(name, language):
        if name not in OPEN:
            client.post(reverse("sign-in"), {"username": "agung", "password": PASSWORD})
            client.post(reverse("mfa_authenticate"), {"code": code()})
            if name != "mfa_add_webauthn":
                new = client.get(reverse("mfa_add_webauthn"))
                client.post(reverse("mfa_add_webauthn"), {"name": "Kunci", "credential": Key().create(new)})
            client.post(reverse("mfa_generate_recovery_codes"))
        args = {"account": [other.pk], "give-post": [other.pk], "end-post": [post.pk]}.get(name, [])
        answer = client.get(reverse(name, args=args), headers={"Accept-Language": language})
        assert answer.status_code == 200, answer.headers
        return answer

    return page


@pytest.mark.parametrize("name", [*OPEN, *OWN, *ADMIN])
def test_each_page_is_whole_and_keeps_to_the_content_policy(show, name):
    answer = show(name, "id")
    found = Page(answer.text)
    assert (found.wrong, found.open) == ([], [])
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    scripts = [attributes for tag, attributes in found.tags if tag == "script"]
    assert all(each.get("src", "").startswith("/static/") or each["type"] == "application/json" for each in scripts)
    assert found.values("style") == []
    assert [each for _, attributes in found.tags for each in attributes if each.startswith("on")] == []
    levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert len([each for each in found.values("class") if each.startswith("btn fill")]) <= 1
    assert {each for value in found.values("class") for each in value.split()} - DEFINED - UNSTYLED == set()
    ids = set(found.values("id"))
    assert set(found.values("for")) <= ids
    assert {link[1:] for link in found.values("href") if link.startswith("#")} <= ids


def test_the_second_step_too(client, make, type_password):
    give_phone(make())
    type_password()
    found = Page(client.get(reverse("mfa_authenticate")).text)
    assert (found.wrong, found.open) == ([], [])
    assert not [tag for tag, _ in found.tags if tag == "script"]
