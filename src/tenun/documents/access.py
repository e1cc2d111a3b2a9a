"""Whose pictures of papers a post opens: those of a health paper only at the health desk, for they show more."""

from tenun.domain.papers import PaperKind
from tenun.organisations.access import Ability, may
from tenun.organisations.enums import Desk
from tenun.organisations.queries import Standing

HEALTH = frozenset({PaperKind.MEDICAL_CERTIFICATE, PaperKind.PSYCHOLOGY_CERTIFICATE, PaperKind.PREGNANCY_TEST})
"""Papers whose pictures show more than a conclusion."""


def may_see_scan(standing: Standing, kind: str) -> bool:
    """Whether this post opens pictures of this kind of paper."""
    return may(standing, Ability.READ_SCAN) and (kind not in HEALTH or Desk.HEALTH in standing.desks)
