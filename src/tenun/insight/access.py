"""Who reads which report: the district its own as it stands, the province the copies that were sent to it."""

from dataclasses import dataclass
from datetime import date

from tenun.insight.models import ReportSending
from tenun.insight.month import Month
from tenun.insight.queries import report_of, sending_of
from tenun.insight.report import Report
from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing


class ReportNotFound(Exception):  # noqa: N818  There is no such report for whoever asks.
    """There is no such report, or none that this post may see; nobody is told which."""


@dataclass(frozen=True, slots=True)
class Found:
    """A report with its sending, when it was sent; `is_own` for the office whose figures they are."""

    month: Month
    report: Report
    sending: ReportSending | None
    is_own: bool


def get_report(*, standing: Standing, district: str, month: Month | None, on: date) -> Found:
    """The report that this post may read. Raises `ReportNotFound`.

    Only a month that is over has one. What was sent is given as it was kept; whoever is not the district's own office
    gets the copy, and nothing before it was sent.
    """
    allowed = may(standing, Ability.READ_REPORT_OF_DISTRICT) and district in standing.scope.districts
    if not allowed or month is None or not month.is_over(on):
        raise ReportNotFound
    is_own = may(standing, Ability.SEND_REPORT)
    sending = sending_of(district, month)
    if sending is not None:
        return Found(month, Report.of_json(sending.figures if is_own else sending.copy), sending, is_own)
    if not is_own:
        raise ReportNotFound
    return Found(month, report_of(district, month), None, is_own)
