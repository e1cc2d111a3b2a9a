"""Reporting a recruiter. One transaction."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tenun.organisations.models import User
from tenun.protection.models import RecruiterReport
from tenun.shared.clock import now


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRecruiter:
    """What is known; only where and what happened are needed."""

    village_code: str
    story: str
    name: str = ""
    phone: str = ""
    seen_on: date | None = None
    destination: str = ""
    approached: int | None = None


@transaction.atomic
def report_recruiter(*, seen: SeenRecruiter, by: User) -> RecruiterReport:
    """Keeps the report; from then on only whoever wrote it and those who act on it can read it."""
    return RecruiterReport.objects.create(
        district_code=seen.village_code[:5],
        village_code=seen.village_code,
        name=seen.name or None,
        phone=seen.phone or None,
        story=seen.story,
        seen_on=seen.seen_on,
        destination=seen.destination,
        approached=seen.approached,
        by=by,
        at=now(),
    )
