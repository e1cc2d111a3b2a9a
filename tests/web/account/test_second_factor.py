"""A password alone opens nothing: a phone, a key, in villages a printed sheet; and what is stored of them is sealed."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse
from tests.second_factor import code, give_phone
from tests.web.account.conftest import PASSWORD
from tests.web.account.key import Key

from tenun.organisations.actions import create_user
from tenun.organisations.enums import Role
from tenun.organisations.models import User
from tenun.shared.encryption import decrypt

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
SHEET = re.compile(r'<li class="num">(\d{4}) (\d{4})</li>')


def signed_in(client):
    return "_auth_user_id" in client.session


def codes_on(page):
    return ["".join(pair) for pair in SHEET.findall(page.text)]


@pytest.fixture
def print_sheet(client):
    """Makes a sheet and reads it off the page that shows it."""

    def press():
        answer = client.post(reverse("mfa_generate_recovery_codes"))
        assert answer.url == reverse("mfa_view_recovery_codes")
        return codes_on(client.get(answer.url))

    return press


class TestRule:
    PAGES = ("desk", "register", "accounts")

    @pytest.mark.parametrize("page", PAGES)
    def test_without_one_every_page_leads_to_setting_one_up(self, client, make, type_password, page):
        make(Role.COUNTER, districts=("53.04",))
        type_password()
        answer = client.get(reverse(page))
        assert (answer.status_code, answer.url) == (302, reverse("mfa_index"))
        assert "Pasang bukti kedua dulu" in client.get(reverse("mfa_index")).text

    def test_no_act_passes_either(self, client, make, type_password):
        make(Role.COUNTER, districts=("53.04",))
        type_password()
        assert client.post(reverse("register"), {"nama": "Rekaan"}).url == reverse("mfa_index")

    def test_the_way_out_stays_open(self, client, make, type_password):
        make()
        type_password()
        assert client.post(reverse("sign-out")).url == reverse("sign-in")
        assert not signed_in(client)

    def test_no_menu_leads_to_what_is_closed(self, client, make, type_password):
        make()
        type_password()
        assert 'id="menu"' not in client.get(reverse("mfa_index")).text

    def test_an_account_of_the_demonstration_needs_none(self, client, settings, make):
        settings.DEMO = True
        user = make()
        User.objects.filter(pk=user.pk).update(is_demo=True)
        client.post(reverse("sign-in-demo"), {"username": "ina"})
        assert client.get(reverse("desk")).status_code == 200

    def test_a_first_password_is_changed_before_anything_else(self, client, make, type_password):
        user = make()
        User.objects.filter(pk=user.pk).update(must_change_password=True)
        type_password()
        assert client.get(reverse("desk")).url == reverse("account_change_password")
        assert "Buat kata sandi Anda sendiri" in client.get(reverse("account_change_password")).text
        new = "tujuh-gunung-tenang"
        change = {"oldpassword": PASSWORD, "password1": new, "password2": new}
        assert client.post(reverse("account_change_password"), change).url == reverse("desk")
        assert client.get(reverse("desk")).url == reverse("mfa_index")
        assert User.objects.get(pk=user.pk).must_change_password is False

    @pytest.mark.parametrize(
        ("new", "again", "words"),
        [
            (PASSWORD, PASSWORD, "harus lain dari yang sekarang"),
            ("tujuh-gunung-tenang", "tujuh-gunung-tinggi", "tidak sama"),
            ("pendek", "pendek", "12"),
        ],
    )
    def test_a_new_password_is_new_long_and_typed_twice(self, client, make, type_password, new, again, words):
        user = make()
        User.objects.filter(pk=user.pk).update(must_change_password=True)
        type_password()
        change = {"oldpassword": PASSWORD, "password1": new, "password2": again}
        assert words in client.post(reverse("account_change_password"), change).text
        assert User.objects.get(pk=user.pk).must_change_password is True


class TestPhone:
    def test_setting_it_up_opens_the_desk_and_gives_a_reserve_sheet(self, client, make, type_password):
        make()
        type_password()
        page = client.get(reverse("mfa_activate_totp"))
        secret = re.search(r'<p class="num">(\w{32})</p>', page.text)[1]
        answer = client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
        assert answer.url == reverse("mfa_view_recovery_codes")
        assert len(codes_on(client.get(answer.url))) == 20
        assert client.get(reverse("desk")).status_code == 200

    def test_a_wrong_first_code_sets_nothing_up(self, client, make, type_password):
        user = make()
        type_password()
        client.get(reverse("mfa_activate_totp"))
        assert "tidak cocok" in client.post(reverse("mfa_activate_totp"), {"code": "000000"}).text
        assert not Authenticator.objects.filter(user=user).exists()

    def test_the_password_alone_signs_nobody_in(self, client, make, type_password):
        give_phone(make())
        assert type_password().url == reverse("mfa_authenticate")
        assert not signed_in(client)
        assert client.get(reverse("desk")).url.startswith(reverse("sign-in"))

    def test_password_and_code_sign_in(self, client, make, type_password, type_code):
        give_phone(make())
        type_password()
        assert type_code(code()).url == reverse("desk")
        assert signed_in(client)

    def test_a_code_written_in_two_groups_is_read(self, client, make, type_password, type_code):
        give_phone(make())
        type_password()
        digits = code()
        assert type_code(f"{digits[:3]} {digits[3:]}").url == reverse("desk")

    def test_a_code_counts_once(self, client, make, type_password, type_code):
        give_phone(make())
        for digits, lets_in in ((code(), True), (code(), False), (code(periods=1), True)):
            type_password()
            type_code(digits)
            assert signed_in(client) is lets_in
            client.post(reverse("sign-out"))

    def test_it_counts_once_also_after_the_period_in_which_the_library_remembers_it(
        self, client, make, type_password, type_code
    ):
        user, digits = make(), code()
        give_phone(user)
        type_password()
        type_code(digits)
        client.post(reverse("sign-out"))
        cache.delete(Authenticator.objects.get(user=user).wrap()._get_used_cache_key(digits))
        type_password()
        assert "sudah dipakai" in type_code(digits).text
        assert not signed_in(client)

    def test_ten_wrong_codes_close_the_second_step_and_say_for_how_long(self, client, make, type_password, type_code):
        give_phone(make())
        type_password()
        said = [type_code("000000").text for _ in range(11)]
        assert "tidak cocok" in said[9]
        assert "Coba lagi 15 menit lagi" in said[10]
        assert type_code(code()).status_code == 200
        assert not signed_in(client)

    def test_no_secret_stands_in_the_database_in_clear(self, client, make, type_password):
        user = make()
        type_password()
        secret = re.search(r'<p class="num">(\w{32})</p>', client.get(reverse("mfa_activate_totp")).text)[1]
        waiting = [json.dumps(session.get_decoded()) for session in Session.objects.all()]
        assert not any(secret in text for text in waiting)
        client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
        stored = {each.type: each.data for each in Authenticator.objects.filter(user=user)}
        assert decrypt(stored["totp"]["secret"]) == secret
        assert decrypt(stored["recovery_codes"]["seed"])
        assert secret not in json.dumps(stored)

    def test_taking_it_off_asks_who_is_there_and_leads_back_to_setting_one_up(
        self, client, make, type_password, type_code, long_after
    ):
        give_phone(make())
        type_password()
        type_code(code())
        long_after()
        asked = client.post(reverse("mfa_deactivate_totp"))
        assert asked.url.startswith(reverse("account_reauthenticate"))
        client.post(asked.url, {"password": PASSWORD})
        assert client.get(reverse("desk")).url == reverse("mfa_index")


class TestPrintedCodes:
    @pytest.fixture
    def villager(self, make, type_password):
        user = make(Role.VILLAGE, villages=("53.04.05.2001",))
        type_password()
        return user

    def test_a_village_signs_in_with_a_sheet_alone_each_code_once(
        self, client, villager, print_sheet, type_password, type_code
    ):
        codes = print_sheet()
        assert len(set(codes)) == 20
        assert client.get(reverse("village")).status_code == 200
        for digits, lets_in in ((codes[0], True), (codes[0], False), (codes[7], True)):
            client.post(reverse("sign-out"))
            assert type_password().url == reverse("mfa_authenticate")
            type_code(digits)
            assert signed_in(client) is lets_in

    def test_the_codes_are_shown_once(self, client, villager, print_sheet):
        codes = print_sheet()
        again = client.get(reverse("mfa_view_recovery_codes")).text
        assert not any(each[:4] + " " + each[4:] in again for each in codes)
        assert "sudah pernah ditampilkan" in again

    def test_the_sheet_prints_with_the_name_and_without_the_page_around_it(self, client, villager):
        client.post(reverse("mfa_generate_recovery_codes"))
        page = client.get(reverse("mfa_view_recovery_codes"))
        assert "Ina Rekaan" in page.text
        assert "data-print" in page.text
        assert "no-store" in page.headers["Cache-Control"]

    def test_a_new_sheet_ends_the_old_one(self, client, villager, print_sheet, type_password, type_code):
        old = print_sheet()
        new = print_sheet()
        client.post(reverse("sign-out"))
        type_password()
        type_code(old[0])
        assert not signed_in(client)
        type_code(new[0])
        assert signed_in(client)

    def test_a_new_sheet_asks_who_is_there(self, client, villager, print_sheet, long_after):
        print_sheet()
        long_after()
        answer = client.post(reverse("mfa_generate_recovery_codes"))
        assert answer.url.startswith(reverse("account_reauthenticate"))

    def test_the_last_codes_warn_and_a_used_up_sheet_leads_to_a_new_one(self, client, villager, print_sheet):
        print_sheet()
        sheet = Authenticator.objects.get(user=villager)
        sheet.data["used_mask"] = 2**20 - 2
        sheet.save()
        assert "Tinggal 1 kode" in client.get(reverse("mfa_index")).text
        assert client.get(reverse("village")).status_code == 200
        sheet.data["used_mask"] = 2**20 - 1
        sheet.save()
        assert client.get(reverse("village")).url == reverse("mfa_index")

    @pytest.mark.parametrize("role", [role for role in Role if role is not Role.VILLAGE])
    def test_no_other_role_may_have_a_sheet_alone(self, client, make, type_password, role):
        user = make(role)
        type_password()
        page = client.post(reverse("mfa_generate_recovery_codes"))
        assert "Pasang kode ponsel atau kunci perangkat dulu" in page.text
        assert not Authenticator.objects.filter(user=user).exists()

    def test_whoever_leaves_the_village_needs_a_phone_or_a_key(self, client, villager, print_sheet):
        print_sheet()
        villager.posts.update(role=Role.COUNTER)
        assert client.get(reverse("village")).url == reverse("mfa_index")


class TestKey:
    """The browser's part is played by `Key`, which makes and answers challenges as the standard says."""

    @pytest.fixture
    def key(self, client, make, type_password):
        make()
        type_password()
        key = Key()
        page = client.get(reverse("mfa_add_webauthn"))
        key.answer = client.post(reverse("mfa_add_webauthn"), {"name": "", "credential": key.create(page)})
        return key

    def test_it_is_a_second_factor(self, client, key):
        assert key.answer.url == reverse("mfa_view_recovery_codes")
        assert client.get(reverse("desk")).status_code == 200
        assert "Kunci 1" in client.get(reverse("mfa_list_webauthn")).text

    def test_password_and_key_sign_in(self, client, key, type_password):
        client.post(reverse("sign-out"))
        assert type_password().url == reverse("mfa_authenticate")
        page = client.get(reverse("mfa_authenticate"))
        assert 'src="/static/tenun/account.js"' in page.text
        answer = client.post(reverse("mfa_authenticate"), {"credential": key.get(page)})
        assert (answer.url, signed_in(client)) == (reverse("desk"), True)

    def test_another_key_does_not(self, client, key, type_password):
        client.post(reverse("sign-out"))
        type_password()
        page = client.get(reverse("mfa_authenticate"))
        client.post(reverse("mfa_authenticate"), {"credential": Key().get(page)})
        assert not signed_in(client)

    def test_without_a_script_it_says_so_and_the_code_still_works(self, client, key, type_password):
        empty = {"name": "Kunci", "credential": "null"}
        assert "Peramban ini perlu JavaScript" in client.post(reverse("mfa_add_webauthn"), empty).text
        client.post(reverse("sign-out"))
        type_password()
        page = client.post(reverse("mfa_authenticate"), {"credential": ""})
        assert "Peramban ini perlu JavaScript" in page.text
        assert 'name="code"' in page.text

    def test_an_old_challenge_does_not(self, client, key, type_password):
        client.post(reverse("sign-out"))
        type_password()
        answer = key.get(client.get(reverse("mfa_authenticate")))
        client.get(reverse("mfa_authenticate"))
        client.post(reverse("mfa_authenticate"), {"credential": answer})
        assert not signed_in(client)

    def test_it_can_be_taken_off_and_is_then_missing(self, client, key, long_after):
        long_after()
        pk = Authenticator.objects.get(type="webauthn").pk
        remove = reverse("mfa_remove_webauthn", args=[pk])
        asked = client.get(remove)
        assert asked.url.startswith(reverse("account_reauthenticate"))
        assert client.post(asked.url, {"password": PASSWORD}).url == remove
        assert "Lepas Kunci 1?" in client.get(remove).text
        client.post(remove)
        assert client.get(reverse("desk")).url == reverse("mfa_index")

    def test_nobody_takes_off_another_persons_key(self, client, key):
        pk = Authenticator.objects.get(type="webauthn").pk
        other = create_user(username="lain", full_name="Lain", password=None)
        give_phone(other)
        Authenticator.objects.filter(pk=pk).update(user=other)
        assert client.post(reverse("mfa_remove_webauthn", args=[pk])).status_code == 404

    def test_a_key_confirms_who_is_there(self, client, key, long_after):
        long_after()
        confirm = reverse("mfa_reauthenticate_webauthn")
        page = client.get(confirm)
        assert client.post(confirm, {"credential": key.get(page)}).status_code == 302
        assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_a_code_confirms_who_is_there(client, make):
    user = make()
    give_phone(user)
    client.force_login(user)
    assert "Pastikan ini Anda" in client.get(reverse("mfa_reauthenticate")).text
    assert client.post(reverse("mfa_reauthenticate"), {"code": code()}).status_code == 302
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
