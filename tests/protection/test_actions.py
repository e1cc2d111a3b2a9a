"""A report about a recruiter is read by whoever wrote it and by those who act on it, and changed by nobody."""

import pytest
from django.db import ProgrammingError, connection, transaction
from tests.people.conftest import TODAY, belu, malaka, officer  # noqa: F401  Fixtures.

from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.protection.actions import SeenRecruiter, report_recruiter
from tenun.protection.models import RecruiterReport
from tenun.protection.queries import latest_reports
from tenun.shared.scope import scoped

SEEN = SeenRecruiter(village_code="53.04.05.2001", story="Memberi okomama", name="Om Rekaan", phone="0812")


def reports_of(user):
    with scoped(standing_of(user, TODAY).scope):
        return latest_reports()


@pytest.fixture
def report(belu):  # noqa: F811
    with scoped(standing_of(belu, TODAY).scope):
        return report_recruiter(seen=SEEN, by=belu)


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.PROTECTION, True),
        (Role.TASK_FORCE, True),
        (Role.BP3MI, True),
        (Role.COUNTER, False),
        (Role.VILLAGE, False),
        (Role.PROVINCE, False),
        (Role.AUDITOR, False),
    ],
)
def test_only_those_who_act_on_it_read_it(report, role, sees):
    assert bool(reports_of(officer(f"r-{role}", role, districts=("53.04",)))) is sees


def test_whoever_wrote_it_reads_it_and_another_district_does_not(report, belu):  # noqa: F811
    assert [each.name for each in reports_of(belu)] == ["Om Rekaan"]
    assert reports_of(officer("lain", Role.PROTECTION, districts=("53.21",))) == []


def test_nobody_reports_outside_the_own_territory_or_as_somebody_else(belu, malaka):  # noqa: F811
    for user, by in ((malaka, malaka), (belu, malaka)):
        with (
            scoped(standing_of(user, TODAY).scope),
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(),
        ):
            report_recruiter(seen=SEEN, by=by)


def test_its_words_are_not_in_the_database_in_clear(report, belu):  # noqa: F811
    with scoped(standing_of(belu, TODAY).scope), connection.cursor() as cursor:
        cursor.execute("SELECT name || phone || story FROM protection_recruiterreport")
        stored = cursor.fetchone()[0]
    assert not any(word in stored for word in ("Om Rekaan", "0812", "okomama"))


def test_it_is_never_changed_or_removed(report, belu):  # noqa: F811
    with scoped(standing_of(belu, TODAY).scope):
        for act in (lambda rows: rows.update(destination="x"), lambda rows: rows.delete()):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                act(RecruiterReport.objects.all())
