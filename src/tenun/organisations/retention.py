"""What is kept about sign-ins, and for how long: only while it can still matter to whoever signs in.

Mistyped passwords lock for a quarter of an hour and are looked into within a month; a session that is over is of no
use to anybody. What admins did to accounts is never removed here.
"""

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.db import connection, transaction

MISTAKES_KEPT = timedelta(days=30)


@transaction.atomic
def forget_old_sign_ins(now: datetime) -> int:
    """Removes mistyped passwords older than a month, sessions that are over, and limits that have run out; how many."""
    ended = Session.objects.filter(expire_date__lt=now)
    running = Session.objects.filter(expire_date__gte=now).values("session_key")
    gone: int = UserSession.objects.exclude(session_key__in=running).delete()[0]
    gone += ended.delete()[0]
    gone += AccessAttempt.objects.filter(attempt_time__lt=now - MISTAKES_KEPT).delete()[0]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cache_entry WHERE expires < %s", [now])
        return gone + int(cursor.rowcount)
