"""Whose pictures of papers a post opens: those of a health paper only at the health desk, for they show more.

Row-level security says the same of the rows (documents 0009), and lets an opening in an emergency through.
"""

from tenun.domain.papers import PaperKind
from tenun.organisations.access import Ability, may
from tenun.organisations.enums import Desk
from tenun.organisations.queries import Standing
from tenun.people.emergencies import opened_by
from tenun.people.models import Person
from tenun.people.seals import EmergencyKind

HEALTH = frozenset({PaperKind.MEDICAL_CERTIFICATE, PaperKind.PSYCHOLOGY_CERTIFICATE, PaperKind.PREGNANCY_TEST})
"""Papers whose pictures show more than a conclusion."""


def may_see_scan(standing: Standing, person: Person, kind: str) -> bool:
    """Whether this post opens pictures of this kind of paper of her. No query, but for a health paper elsewhere."""
    if not may(standing, Ability.READ_SCAN):
        return False
    return _reads(standing, kind) or opened_by(standing, person, *EmergencyKind) is not None


def may_keep_scan(standing: Standing, kind: str) -> bool:
    """Whether this post adds pictures of this kind of paper: those of a health paper only the desk that reads them."""
    return may(standing, Ability.RECORD_PAPER) and _reads(standing, kind)


def _reads(standing: Standing, kind: str) -> bool:
    return kind not in HEALTH or Desk.HEALTH in standing.desks
