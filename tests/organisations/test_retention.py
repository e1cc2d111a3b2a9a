"""What is kept about sign-ins goes when nobody needs it any more."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

from tenun.organisations.actions import create_user
from tenun.organisations.models import AccountEntry
from tenun.organisations.retention import forget_old_sign_ins

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 0, 10, tzinfo=UTC)


def session(key, hours):
    user = create_user(username=key, full_name=key, password=None)
    Session.objects.create(session_key=key, session_data="", expire_date=NOW + timedelta(hours=hours))
    UserSession.objects.create(user=user, session_key=key, ip="10.0.0.1", user_agent="")


def test_a_session_that_is_over_goes_with_its_device():
    session("lewat", -1)
    session("berjalan", 1)
    assert forget_old_sign_ins(NOW) == 2
    assert list(UserSession.objects.values_list("session_key", flat=True)) == ["berjalan"]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["berjalan"]


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
def test_mistyped_passwords_are_kept_a_month(days, kept):
    attempt = AccessAttempt.objects.create(username="ina", ip_address="10.0.0.1", failures_since_start=3)
    AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=NOW - timedelta(days=days))
    forget_old_sign_ins(NOW)
    assert AccessAttempt.objects.exists() is kept


def test_what_admins_did_stays():
    AccountEntry.objects.create(at=NOW - timedelta(days=4000), user_id=1, act="created")
    forget_old_sign_ins(NOW)
    assert AccountEntry.objects.exists()
