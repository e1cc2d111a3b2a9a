"""The admin's pages: whom they open to, what they show once, what they refuse, and what is entered."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.people.conftest import belu, maria, officer  # noqa: F401  Fixtures.

from tenun.organisations.actions import create_user
from tenun.organisations.enums import Role
from tenun.organisations.models import AccountEntry, User
from tenun.organisations.queries import standing_of
from tenun.shared.clock import today

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
POST = {
    "role": "counter",
    "organisation": "Dinas Tenaga Kerja Contoh, Malaka",
    "kind": "district_office",
    "desk": "health",
    "districts": ["53.21"],
    "villages": "",
    "starts_on": "24-11-2026",
    "ends_on": "",
}
FIRST_PASSWORD = re.compile(r'<dd class="secret">((?:\w{4}-){3}\w{4})</dd>')


@pytest.fixture
def admin(client):
    user = officer("agung", Role.ADMIN)
    client.force_login(user)
    return client


@pytest.fixture
def ina(db):
    return create_user(username="ina", full_name="Ina Rekaan", password=None)


def send(client, view, *args, **data):
    return client.post(reverse(view, args=args), data)


def acts():
    return list(AccountEntry.objects.order_by("pk").values_list("act", flat=True))


class TestWho:
    @pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
    def test_no_other_role_finds_these_pages(self, client, ina, role):
        client.force_login(officer("lain", role))
        for view, args in (("accounts", []), ("create-account", []), ("account", [ina.pk]), ("give-post", [ina.pk])):
            assert client.get(reverse(view, args=args)).status_code == 404
        for view in ("reset-account", "activate-account"):
            assert send(client, view, ina.pk).status_code == 404
        assert acts() == []

    def test_an_admin_sees_no_person(self, admin, maria):  # noqa: F811
        assert "Maria" not in admin.get(reverse("desk")).text
        assert admin.get(reverse("berkas", args=[maria.pk])).status_code == 404

    def test_the_menu_leads_there(self, admin):
        assert f'href="{reverse("accounts")}"' in admin.get(reverse("desk")).text


class TestAccounts:
    def test_the_list_tells_posts_and_state(self, admin, ina, belu):  # noqa: F811
        text = admin.get(reverse("accounts")).text
        assert "petugas loket, Kantor belu" in text
        assert reverse("account", args=[ina.pk]) in text

    def test_it_is_searched_by_any_part_of_a_name(self, admin, ina, belu):  # noqa: F811
        text = admin.get(reverse("accounts"), {"cari": "reka"}).text
        assert ("Ina Rekaan" in text, "Belu" in text) == (True, False)
        assert "Tidak ada akun dengan nama itu" in admin.get(reverse("accounts"), {"cari": "zzz"}).text

    def test_a_new_account_gets_a_first_password_shown_once(self, admin):
        answer = send(admin, "create-account", username="yosef.mau", full_name="Yosef Mau")
        password = FIRST_PASSWORD.search(answer.text)[1]
        user = User.objects.get(username="yosef.mau")
        assert user.check_password(password)
        assert "no-store" in answer.headers["Cache-Control"]
        assert password not in admin.get(reverse("account", args=[user.pk])).text
        assert acts() == ["created"]

    def test_its_owner_changes_it_and_sets_up_a_second_factor_before_all_else(self, admin):
        answer = send(admin, "create-account", username="yosef.mau", full_name="Yosef Mau")
        password = FIRST_PASSWORD.search(answer.text)[1]
        yosef = Client()
        yosef.post(reverse("sign-in"), {"username": "yosef.mau", "password": password})
        assert yosef.get(reverse("desk")).url == reverse("account_change_password")
        new = "tujuh-gunung-tenang"
        change = {"oldpassword": password, "password1": new, "password2": new}
        yosef.post(reverse("account_change_password"), change)
        assert yosef.get(reverse("desk")).url == reverse("mfa_index")

    @pytest.mark.parametrize("username", ["ina", "INA", "a", "dengan spasi", ""])
    def test_a_name_that_is_taken_or_badly_made_is_refused(self, admin, ina, username):
        answer = send(admin, "create-account", username=username, full_name="Lain")
        assert answer.status_code == 422
        assert 'id="id_username_error"' in answer.text
        assert acts() == []

    def test_a_reset_shows_a_new_first_password(self, admin, ina):
        answer = send(admin, "reset-account", ina.pk)
        ina.refresh_from_db()
        assert ina.check_password(FIRST_PASSWORD.search(answer.text)[1])
        assert "Mengatur ulang" in admin.get(reverse("account", args=[ina.pk])).text

    def test_a_reset_throws_out_whoever_is_signed_in(self, admin, belu):  # noqa: F811
        other = Client()
        other.force_login(belu)
        assert other.get(reverse("desk")).status_code == 200
        send(admin, "reset-account", belu.pk)
        assert other.get(reverse("desk")).url.startswith(reverse("sign-in"))

    def test_a_demo_account_gets_no_password(self, admin):
        demo = create_user(username="peraga", full_name="Peraga", password=None, is_demo=True)
        assert send(admin, "reset-account", demo.pk).status_code == 404

    def test_it_is_closed_and_opened_again(self, admin, ina):
        send(admin, "activate-account", ina.pk, active="0")
        assert "Tidak aktif: tidak dapat masuk." in admin.get(reverse("account", args=[ina.pk])).text
        send(admin, "activate-account", ina.pk, active="1")
        assert acts() == ["deactivated", "reactivated"]


class TestPosts:
    def test_a_post_is_given(self, admin, ina):
        answer = send(admin, "give-post", ina.pk, **POST)
        assert answer.url == reverse("account", args=[ina.pk])
        post = ina.posts.get()
        assert (post.role, post.desk, post.districts, post.starts_on) == (
            "counter",
            "health",
            ["53.21"],
            date(2026, 11, 24),
        )
        page = admin.get(answer.url).text
        assert "Malaka" in page
        assert "Memberi jabatan" in page

    def test_a_village_post_keeps_its_villages_and_no_whole_district(self, admin, ina):
        village = {"role": "village", "kind": "village", "desk": "", "villages": "5304052001\n53.04.01.2001"}
        assert send(admin, "give-post", ina.pk, **(POST | village | {"organisation": "Desa"})).status_code == 302
        post = ina.posts.get()
        assert (post.villages, post.districts) == (["53.04.05.2001", "53.04.01.2001"], [])

    @pytest.mark.parametrize(
        ("answers", "field"),
        [
            ({"role": ""}, "role"),
            ({"organisation": ""}, "organisation"),
            ({"districts": []}, "districts"),
            ({"districts": ["31.71"]}, "districts"),
            ({"role": "village", "desk": ""}, "villages"),
            ({"role": "village", "desk": "", "villages": "31.71.01.1001"}, "villages"),
            ({"role": "village", "desk": "", "villages": "Kletek"}, "villages"),
            ({"role": "province"}, "desk"),
            ({"starts_on": "31-02-2026"}, "starts_on"),
            ({"ends_on": "23-11-2026"}, "ends_on"),
        ],
    )
    def test_a_bad_answer_is_said_beside_its_field_and_nothing_is_given(self, admin, ina, answers, field):
        answer = send(admin, "give-post", ina.pk, **(POST | answers))
        assert answer.status_code == 422
        assert f'id="id_{field}_error"' in answer.text
        assert not ina.posts.exists()

    def test_a_known_office_stays_of_its_kind(self, admin, ina):
        send(admin, "give-post", ina.pk, **POST)
        answer = send(admin, "give-post", ina.pk, **(POST | {"kind": "agency"}))
        assert "sudah tercatat sebagai dinas tenaga kerja" in answer.text

    def test_it_ends_on_a_day_and_opens_nothing_afterwards(self, admin, belu):  # noqa: F811
        other = Client()
        other.force_login(belu)
        yesterday = today() - timedelta(days=1)
        answer = send(admin, "end-post", belu.posts.get().pk, ends_on=f"{yesterday:%d-%m-%Y}")
        assert answer.url == reverse("account", args=[belu.pk])
        assert not standing_of(belu, today()).roles
        assert other.get(reverse("desk")).status_code == 404
        assert other.get(reverse("mfa_index")).status_code == 200
        assert acts() == ["post_ended"]

    def test_a_day_that_does_not_exist_ends_nothing(self, admin, belu):  # noqa: F811
        assert send(admin, "end-post", belu.posts.get().pk, ends_on="31-02-2026").status_code == 422
        assert standing_of(belu, today()).roles

    def test_the_page_asks_for_the_last_day(self, admin, belu):  # noqa: F811
        assert "Hari terakhir" in admin.get(reverse("end-post", args=[belu.posts.get().pk])).text


def test_her_own_account_is_shown_and_not_hers_to_change(admin):
    own = User.objects.get(username="agung")
    text = admin.get(reverse("account", args=[own.pk])).text
    assert "Ini akun Anda sendiri" in text
    assert reverse("give-post", args=[own.pk]) not in text
    assert admin.get(reverse("give-post", args=[own.pk])).status_code == 404
    for view, pk in (
        ("give-post", own.pk),
        ("reset-account", own.pk),
        ("activate-account", own.pk),
        ("end-post", own.posts.get().pk),
    ):
        assert send(admin, view, pk, **POST).status_code == 404
    assert acts() == []
