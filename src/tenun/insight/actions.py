"""Sending the monthly report to the province. One transaction."""

from datetime import date

from django.db import IntegrityError, transaction

from tenun.insight.models import ReportSending
from tenun.insight.month import Month
from tenun.insight.queries import report_of
from tenun.organisations.models import User
from tenun.shared.clock import now


class AlreadySent(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """The report of that month was sent already, perhaps a moment ago by a colleague; nothing was changed."""


class MonthNotOver(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """A month that is not over has no report yet."""


def send_report(*, district: str, month: Month, office: str, on: date, by: User) -> ReportSending:
    """Keeps the figures as they stand now, and the copy for the province. Raises `AlreadySent`, `MonthNotOver`.

    What is entered later counts in the month in which it is entered, so a sent report is never mended.
    """
    if not month.is_over(on):
        raise MonthNotOver
    report = report_of(district, month)
    copy = report.for_province()
    try:
        with transaction.atomic():
            return ReportSending.objects.create(
                district_code=district,
                month=month.first,
                at=now(),
                by=by,
                office=office[:300],
                digest=copy.digest,
                figures=report.to_json(),
                copy=copy.to_json(),
            )
    except IntegrityError as error:
        raise AlreadySent from error
