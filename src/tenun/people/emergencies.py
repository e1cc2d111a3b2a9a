"""Openings in an emergency, as far as row-level security lets whoever asks see them: her own, and her case team's."""

from django.db.models import QuerySet

from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.models import Emergency, Person
from tenun.people.seals import EmergencyKind
from tenun.shared.clock import now

MOST_ROWS = 100


def live() -> QuerySet[Emergency]:
    """Openings that have not ended, by themselves or by somebody."""
    return Emergency.objects.filter(ends_at__gt=now(), ended_at=None)


def opened_by(standing: Standing, person: Person, *what: EmergencyKind) -> Emergency | None:
    """Her own opening, of one of these kinds, of this person's file that still lasts. One query."""
    return live().filter(user=standing.user_id, person=person, what__in=what).order_by("-ends_at").first()


def openings_to_review(standing: Standing) -> QuerySet[Emergency]:
    """The openings by others of files that are this reader's to look after, not yet reviewed, the oldest first."""
    return _of_others(standing).filter(verdict="").order_by("pk")


def looks_after(standing: Standing) -> bool:
    """Whether any sealed thing is this reader's to look after."""
    return may(standing, Ability.REVIEW_EMERGENCY) and bool(standing.scope.cases or standing.scope.health)


def openings_of_territory(standing: Standing) -> list[Emergency]:
    """One query: every opening by others, reviewed or not, the newest first."""
    found = _of_others(standing).select_related("user", "person", "reviewed_by")
    return list(found.order_by("-pk")[:MOST_ROWS])


def _of_others(standing: Standing) -> QuerySet[Emergency]:
    return Emergency.objects.exclude(user=standing.user_id)
