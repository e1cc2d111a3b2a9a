"""Wrong passwords close one name at one address for a quarter of an hour; nobody else on that computer notices."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from tests.second_factor import code, give_phone
from tests.web.account.conftest import PASSWORD

from tenun.shared.clock import now

LIMIT = 10
VILLAGE, ELSEWHERE = {"REMOTE_ADDR": "10.20.30.40"}, {"REMOTE_ADDR": "10.20.30.41"}


@pytest.fixture
def locked(make, type_password):
    """Ina mistyped ten times at the village's computer; the last answer."""
    make()
    return [type_password(password="salah", **VILLAGE) for _ in range(LIMIT)][-1]


def test_nine_mistakes_close_nothing(make, type_password):
    make()
    for _ in range(LIMIT - 1):
        assert "tidak cocok" in type_password(password="salah", **VILLAGE).text
    assert type_password(**VILLAGE).status_code == 302


def test_the_tenth_says_in_words_when_to_try_again(locked):
    until = now() + timedelta(minutes=15)
    times = {f"{until + timedelta(minutes=minute):%H.%M}" for minute in (-1, 0)}
    assert locked.status_code == 422
    assert "Terlalu banyak kata sandi salah untuk nama ini di komputer ini" in locked.text
    assert any(f"Coba lagi pukul {time} WITA." in locked.text for time in times)


def test_the_right_password_does_not_open_it_before_that_time(locked, type_password):
    answer = type_password(**VILLAGE)
    assert answer.status_code == 422
    assert "Coba lagi pukul" in answer.text


def test_capitals_give_no_further_attempts(locked, type_password):
    assert "Coba lagi pukul" in type_password("INA", "salah", **VILLAGE).text


def test_trying_while_it_is_closed_does_not_lengthen_it(locked, type_password):
    before = AccessAttempt.objects.get().attempt_time
    type_password(password="salah", **VILLAGE)
    assert AccessAttempt.objects.get().attempt_time == before


def test_it_opens_by_itself(locked, type_password):
    AccessAttempt.objects.update(attempt_time=now() - timedelta(minutes=16))
    assert type_password(**VILLAGE).status_code == 302


def test_a_colleague_on_the_same_computer_signs_in(locked, make, type_password):
    make(username="yosef")
    assert type_password("yosef", **VILLAGE).status_code == 302


def test_many_peoples_mistakes_on_one_computer_lock_nobody(make, type_password):
    for number in range(4):
        make(username=f"desa{number}")
        for _ in range(LIMIT - 1):
            type_password(f"desa{number}", "salah", **VILLAGE)
    make(username="yosef")
    assert type_password("yosef", **VILLAGE).status_code == 302


def test_a_stranger_elsewhere_cannot_lock_her_out(locked, type_password):
    assert type_password(**ELSEWHERE).status_code == 302


def test_a_name_that_does_not_exist_is_locked_the_same(db, type_password):
    answers = [type_password("siapa", "salah", **VILLAGE) for _ in range(LIMIT)]
    assert "Coba lagi pukul" in answers[-1].text


def test_signing_in_counts_from_the_beginning_again(client, make, type_password, type_code):
    give_phone(make())
    for _ in range(LIMIT - 1):
        type_password(password="salah")
    type_password()
    type_code(code())
    client.post(reverse("sign-out"))
    assert "tidak cocok" in type_password(password="salah").text
    assert AccessAttempt.objects.get().failures_since_start == 1


def test_the_right_password_alone_does_not_count_from_the_beginning(make, type_password):
    give_phone(make())
    type_password(password="salah")
    type_password()
    assert AccessAttempt.objects.get().failures_since_start == 1


def test_what_was_typed_is_not_kept(locked):
    attempt = AccessAttempt.objects.get()
    assert "salah" not in attempt.post_data
    assert attempt.username == "ina"


def test_behind_a_proxy_of_ones_own_the_address_is_the_callers(settings, make, type_password):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    make()
    type_password(password="salah", HTTP_X_FORWARDED_FOR="203.0.113.9, 10.9.9.9", REMOTE_ADDR="127.0.0.1")
    assert AccessAttempt.objects.get().ip_address == "10.9.9.9"


def test_more_than_a_hand_can_type_waits_a_minute_and_locks_no_account(make, type_password):
    for number in range(60):
        type_password(f"nama{number}", "", **VILLAGE)
    answer = type_password(**VILLAGE)
    assert answer.status_code == 429
    assert "Tidak ada akun yang terkunci" in answer.text


def test_the_confirmation_of_a_password_counts_too(client, make, type_password, type_code, long_after):
    give_phone(make())
    type_password()
    type_code(code())
    long_after()
    confirm = reverse("account_reauthenticate")
    said = [client.post(confirm, {"password": "salah"}).text for _ in range(LIMIT)]
    assert "Kata sandi tidak cocok" in said[0]
    assert "Coba lagi pukul" in said[-1]
    assert "Coba lagi pukul" in client.post(confirm, {"password": PASSWORD}).text
