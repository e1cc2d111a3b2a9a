"""A sent report stays as it was: once a month, never changed, read by the district whole and by the province masked."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from tests.insight.conftest import OCTOBER, ON, Made
from tests.people.conftest import officer

from tenun.domain.disclosure import FEW
from tenun.insight.access import ReportNotFound, get_report
from tenun.insight.actions import AlreadySent, MonthNotOver, send_report
from tenun.insight.models import ReportSending
from tenun.insight.month import Month
from tenun.insight.report import Report
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.shared.scope import scoped


@pytest.fixture
def sent(october, belu, standing):
    with scoped(standing.scope):
        return send_report(district="53.04", month=october, office="Dinas Belu", on=ON, by=belu)


def read(user, district="53.04", month=OCTOBER):
    standing = standing_of(user, ON)
    with scoped(standing.scope):
        return get_report(standing=standing, district=district, month=month, on=ON)


def test_it_is_kept_whole_and_as_the_copy_whose_digest_it_carries(sent):
    assert Report.of_json(sent.figures).for_province().to_json() == sent.copy
    assert sent.digest == Report.of_json(sent.copy).digest
    assert FEW in str(sent.copy)
    assert FEW not in str(sent.figures)


def test_what_is_entered_later_changes_nothing(sent, belu, standing):
    with scoped(standing.scope):
        Made(belu).person("Terlambat Dicatat", 10, 30)
    assert read(belu).report == Report.of_json(sent.figures)


def test_the_province_reads_the_copy_and_only_once_it_is_sent(october, belu, standing, province):
    with pytest.raises(ReportNotFound):
        read(province)
    with scoped(standing.scope):
        send_report(district="53.04", month=october, office="Dinas Belu", on=ON, by=belu)
    found = read(province)
    assert (found.is_own, found.report.is_copy, read(belu).report.is_copy) == (False, True, False)


def test_it_is_sent_once(sent, belu, standing):
    with scoped(standing.scope):
        with pytest.raises(AlreadySent):
            send_report(district="53.04", month=OCTOBER, office="Dinas Belu", on=ON, by=belu)
        assert ReportSending.objects.count() == 1


def test_a_month_that_is_not_over_has_no_report(belu, standing):
    november = Month.of(ON)
    with scoped(standing.scope), pytest.raises(MonthNotOver):
        send_report(district="53.04", month=november, office="Dinas Belu", on=ON, by=belu)
    with pytest.raises(ReportNotFound):
        read(belu, month=november)


KEPT = {"office": "x", "digest": "x", "figures": {}, "copy": {}}
OTHERS = {
    "another district": (Role.COUNTER, {"districts": ("53.21",)}),
    "a village": (Role.VILLAGE, {"villages": ("53.04.05.2001",)}),
    "an agency": (Role.AGENCY, {"districts": ("53.04",)}),
    "protection": (Role.PROTECTION, {"districts": ("53.04",)}),
    "BP3MI": (Role.BP3MI, {"districts": ("53.04",)}),
    "the auditor": (Role.AUDITOR, {"districts": ("53.04",)}),
}


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_reads_it(sent, who):
    role, territory = OTHERS[who]
    with pytest.raises(ReportNotFound):
        read(officer("lain", role, **territory))


class TestSql:
    def test_no_other_district_sends_or_sees_it(self, sent, belu):
        malaka = officer("malaka2", districts=("53.21",))
        with scoped(standing_of(malaka, ON).scope):
            assert not ReportSending.objects.exists()
            with pytest.raises(ValueError, match="outside the scope"):
                send_report(district="53.04", month=Month(2026, 9), office="x", on=ON, by=malaka)
            with pytest.raises(DatabaseError), transaction.atomic():
                ReportSending.objects.create(
                    **{**KEPT, "district_code": "53.04", "month": date(2026, 9, 1), "by": malaka, "at": sent.at}
                )

    def test_not_in_the_name_of_somebody_else(self, belu, standing, province):
        with scoped(standing.scope), pytest.raises(DatabaseError):
            send_report(district="53.04", month=OCTOBER, office="x", on=ON, by=province)

    @pytest.mark.parametrize(
        "statement", ["UPDATE insight_reportsending SET figures = '{}'", "DELETE FROM insight_reportsending"]
    )
    def test_it_is_never_changed(self, sent, standing, statement):
        with scoped(standing.scope), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)

    def test_the_policy_is_forced_on_its_owner_too(self, db):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = 'insight_reportsending'"
            )
            assert cursor.fetchone() == (True,)
