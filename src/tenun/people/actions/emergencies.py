"""Opening a sealed file in an emergency: with a reason, for an hour, and never unseen by those whose file it is."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from tenun.organisations.models import User
from tenun.people.emergencies import live
from tenun.people.models import Emergency, Person
from tenun.people.seals import Danger, EmergencyKind, Verdict
from tenun.shared.clock import now
from tenun.shared.history import because

LASTS = timedelta(hours=1)
MOST_AT_ONCE = 3
"""Openings of one officer at the same time: an emergency is one person, not a list."""


class TooManyOpen(Exception):  # noqa: N818  The name says what a person reads.
    """This officer has opened as many files as may be open at once."""


class NotToReview(Exception):  # noqa: N818  The name says what a person reads.
    """It is the reviewer's own opening, or somebody has reviewed it already."""


@transaction.atomic
def open_in_emergency(
    *, person: Person, what: EmergencyKind, danger: Danger, why: str, roles: Iterable[str], by: User
) -> Emergency:
    """Opens what is sealed for an hour, to read only. Raises `TooManyOpen`."""
    User.objects.select_for_update().get(pk=by.pk)
    if live().filter(user=by).count() >= MOST_AT_ONCE:
        raise TooManyOpen
    at = now()
    with because(user_id=by.pk):
        return Emergency.objects.create(
            person=person,
            user=by,
            role=",".join(sorted(roles))[:120],
            what=what,
            danger=danger,
            why=why,
            at=at,
            ends_at=at + LASTS,
        )


@transaction.atomic
def end_emergency(*, person: Person, by: User) -> None:
    """The officer needs it no more. Twice is the same as once."""
    with because(user_id=by.pk):
        live().filter(person=person, user=by).update(ended_at=now())


@transaction.atomic
def review_emergency(*, emergency: Emergency, verdict: Verdict, note: str, by: User) -> None:
    """What those whose file it is think of it; an unfair one ends at once. Raises `NotToReview`."""
    emergency = Emergency.objects.get(pk=emergency.pk)
    if emergency.user_id == by.pk or emergency.verdict:
        raise NotToReview
    at = now()
    said = {"verdict": verdict, "note": note or None, "reviewed_by": by, "reviewed_at": at}
    if verdict is Verdict.UNFAIR and emergency.ended_at is None:
        said["ended_at"] = min(at, emergency.ends_at)
    with because(user_id=by.pk):
        if not Emergency.objects.filter(pk=emergency.pk, verdict="").update(**said):
            raise NotToReview
