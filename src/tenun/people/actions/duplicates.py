"""Whether two files are one person: who decides, and what another district may be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from tenun.organisations.models import User
from tenun.people.models import DuplicateDecision, Person
from tenun.people.queries import Likeness
from tenun.shared.history import because


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A file outside the scope that looks like hers: its district and her initials. `handle` opens nothing."""

    handle: UUID
    district_code: str
    initials: str


def one_at_a_time(like: Likeness) -> None:
    """Two officers who record the same woman at one time wait for each other: the second meets the first's file.

    The lock ends with the transaction of the request.
    """
    with connection.cursor() as cursor:
        for key in sorted({like.folded_name, like.nik_hash} - {""}):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def find_elsewhere(like: Likeness) -> list[Elsewhere]:
    """At most five, each met file told to its own office by a sighting. Asks as the user of the scope, or as nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT NULLIF(current_setting('tenun.user_id', true), '')")
        if cursor.fetchone() == (None,):
            return []
        cursor.execute(
            "SELECT handle, district, initials FROM tenun_find_elsewhere(%s, %s, %s, %s)",
            [like.nik_hash, like.folded_name, like.birth_date, like.mother_name],
        )
        return [Elsewhere(*row) for row in cursor.fetchall()]


@transaction.atomic
def decide(*, person: Person, other: Person, is_same: bool, by: User, reason: str) -> DuplicateDecision:
    """Keeps what was decided about the pair; the same pair is not asked again. A later decision counts instead."""
    older, newer = sorted((person, other), key=lambda each: each.pk)
    with because(user_id=by.pk, reason=reason):
        return DuplicateDecision.objects.create(person=older, other=newer, is_same=is_same, reason=reason, by=by)


def decide_apart(person: Person, alike: Iterable[Person], *, by: User, reason: str) -> None:
    """She is none of those who look like her."""
    for other in alike:
        decide(person=person, other=other, is_same=False, by=by, reason=reason)
