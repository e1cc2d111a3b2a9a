"""Making a personal link, taking it back, and noting that it was answered. One transaction each."""

import secrets
from datetime import datetime, timedelta

from django.db import connections, transaction

from tenun.organisations.models import Organisation, User
from tenun.partnership.enums import LinkKind
from tenun.partnership.links import Made, digest_of
from tenun.partnership.models import PersonalLink
from tenun.shared.clock import now

OPEN_FOR = timedelta(days=30)
KEPT_AFTER = timedelta(days=365)


class LinkClosed(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """The link was answered or taken back already, or its time is over; nothing was changed."""


@transaction.atomic
def make_link(
    *, kind: LinkKind, subject_id: int, addressee: str, by: User, organisation: Organisation | None = None
) -> Made:
    """A link for one addressee about one thing, open for 30 days. Open ones to the same addressee end with it."""
    text, at = " ".join(addressee.split())[:200], now()
    same = PersonalLink.objects.filter(kind=kind, subject_id=subject_id, addressee=text)
    same.filter(answered_at=None, revoked_at=None).update(revoked_at=at)
    token = secrets.token_urlsafe(32)
    link = PersonalLink.objects.create(
        kind=kind,
        subject_id=subject_id,
        digest=digest_of(token),
        organisation=organisation,
        addressee=text,
        made_by=by,
        made_at=at,
        expires_at=at + OPEN_FOR,
    )
    return Made(link, token)


@transaction.atomic
def revoke_link(*, link: PersonalLink, by: User) -> None:
    """Takes a link back. Raises `LinkClosed`."""
    kept = _open(link)
    kept.revoked_at = now()
    kept.save(update_fields=["revoked_at"])


def close_answered(link: PersonalLink) -> None:
    """Notes that it was answered; called inside the transaction of what the answer does. Raises `LinkClosed`."""
    kept = _open(link)
    kept.answered_at = now()
    kept.save(update_fields=["answered_at"])


def _open(link: PersonalLink) -> PersonalLink:
    """The row under a lock, so that two answers at once are one."""
    kept = PersonalLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if not kept.is_open(now()):
        raise LinkClosed
    return kept


def forget_links(before: datetime, using: str = "worker") -> int:
    """Removes links whose time was over a year before that moment; how many."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        return int(PersonalLink.objects.using(using).filter(expires_at__lt=before - KEPT_AFTER).delete()[0])
