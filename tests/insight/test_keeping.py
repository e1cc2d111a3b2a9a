"""The hourly job: one figure a day, whole for the district's own counter alone, the copy for the offices that meet."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from procrastinate.contrib.django import app
from tests.insight.invented import ON
from tests.insight.kept import KEPT
from tests.people.conftest import officer

from tenun.insight.indicators.keeping import keep_figures
from tenun.insight.models import IndicatorFigure, IndicatorValue
from tenun.insight.tasks import count_indicators
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.shared.scope import NOBODY, Scope, scoped


def figures(scope, model=IndicatorFigure):
    with scoped(scope):
        return list(model.objects.all())


def scope_of(user):
    return standing_of(user, ON).scope


def test_a_counter_reads_the_whole_numbers_of_its_own_district_alone(kept):
    belu = officer("belu", districts=("53.04",))
    assert {each.district_code for each in figures(scope_of(belu))} == {"53.04"}
    with scoped(scope_of(belu)):
        assert IndicatorFigure.objects.filter(indicator="papers_in_order", base__gt=0).exists()


@pytest.mark.parametrize("role", [Role.PROVINCE, Role.BP3MI, Role.PROTECTION, Role.PARTNER, Role.TASK_FORCE])
def test_nobody_else_reads_a_whole_number_whatever_her_territory(kept, role):
    user = officer("lain", role, districts=("53.04", "53.21", "53.71"))
    assert figures(scope_of(user)) == []
    assert figures(scope_of(user), IndicatorValue) != []


def test_a_counter_whose_post_has_ended_reads_none(kept):
    user = officer("belu", districts=("53.04",))
    user.posts.update(ends_on=date(2026, 2, 1))
    assert figures(scope_of(user)) == []
    assert figures(Scope(user.pk, districts=("53.04",), together=True)) == []


@pytest.mark.parametrize("scope", [NOBODY, Scope(user_id=1), Scope(districts=("53.04",))])
def test_without_a_post_there_are_no_figures(kept, scope):
    assert figures(scope) == figures(scope, IndicatorValue) == []


def test_the_copy_holds_no_number_of_one_to_four_of_persons(kept):
    partner = officer("mitra", Role.PARTNER)
    persons = ("papers_in_order", "competence_held", "defects_mended", "non_procedural")
    copies = [each for each in figures(scope_of(partner), IndicatorValue) if each.indicator in persons]
    assert [each for each in copies if each.value is not None and 0 < each.value < 5] == []
    assert any(each.hidden for each in copies)


def test_the_same_day_is_counted_over_and_a_day_that_is_over_stays(counted, maker):
    counted = 'SELECT count(*), count(DISTINCT "on") FROM insight_indicatorvalue'
    before = maker.execute(counted).fetchone()
    keep_figures(ON)
    assert maker.execute(counted).fetchone() == before
    keep_figures(ON + timedelta(days=1))
    assert maker.execute(counted).fetchone()[1] == 2


@pytest.mark.parametrize("table", KEPT)
def test_the_site_writes_no_figure(kept, table):
    with (
        scoped(Scope(user_id=1, together=True)),
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute(f"DELETE FROM {table}")


def test_the_site_cannot_call_the_counting(kept):
    with (
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute("SELECT * FROM tenun_indicator_counts(%s, '{}', '{}', '{}')", [ON])


@pytest.mark.parametrize("table", KEPT)
def test_no_account_goes_past_the_policy(db, table):
    with connection.cursor() as cursor:
        asked = "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = %s"
        cursor.execute(asked, [table])
        assert cursor.fetchone() == (True,)


def test_every_hour_has_its_count(maker):
    known = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert known[count_indicators.name] == "5 * * * *"
    assert count_indicators(timestamp=1) > 0
