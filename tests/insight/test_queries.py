"""The figures of a small October, each counted by hand beside what the report says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.insight.conftest import OCTOBER, ON

from tenun.domain.catalogue import packaged
from tenun.domain.journey.states import BEFORE
from tenun.insight.month import Month
from tenun.insight.queries import report_of
from tenun.readiness.models import Assessment
from tenun.shared.scope import NOBODY, Scope, scoped

BELU = Scope(user_id=1, districts=("53.04",))


@pytest.fixture
def report(october):
    with scoped(BELU):
        return report_of("53.04", october)


def figures(report, code):
    """The lines of a table that are not all zero, by their code."""
    table = next(table for table in report.tables if table.code == code)
    return {line.code: line.counts for line in table.lines if any(line.counts)}


EXPECTED = {
    "people": {"people": (3, 6), "villages": (2, 2)},
    "sex": {"P": (0, 3), "L": (2, 2), "unknown": (1, 1)},
    # Bea is 18 on the last day of October; Edi will be one day later; Fin is 45 that day.
    "age": {"0": (1, 1), "18": (0, 1), "25": (0, 1), "45": (1, 1), "unknown": (1, 2)},
    "education": {"1": (0, 1), "3": (0, 1), "4": (1, 1), "unknown": (2, 3)},
    "target": {"my-domestic": (0, 2), "kr-eps": (1, 1), "unknown": (2, 3)},
    "place": {"53.04.05": (1, 4), "53.04.01": (2, 2)},
    # Hana's file is sealed, Fin and Gus have no journey.
    "states": {"CONTACTED": (1,), "INFORMED": (2,), "none": (3,)},
    # Ana's and Bea's undone steps are not counted; what was entered before and after October neither.
    "steps": {"contact": (2,), "inform": (2,)},
    "movements": {"returned": (1,)},
    "papers": {"ktp": (2, 2)},
    "protection": {"handed_over": (1,), "still_open": (1,), "recruiters": (1,)},
}


def test_what_holds_back_is_counted_as_the_answers_say(october, belu, standing):
    with scoped(standing.scope):
        report = report_of("53.04", october)
        answers = list(Assessment.objects.select_related("person"))
    gates = {item.id: item.gate for target in packaged().targets(ON) for item in target.requirements}
    people, expected = {}, {}
    for answer in answers:
        person = answer.person
        if person.created_at < october.until and person.merged_into_id is None and answer.stage in BEFORE:
            people[person.full_name] = answer
    for answer in people.values():
        for code in {"held"} | {f"held/{gates[item]}" for item in answer.blocking}:
            expected[code] = expected.get(code, 0) + bool(answer.blocking)
        for item in answer.blocking:
            code = f"held/{gates[item]}/{item}"
            expected[code] = expected.get(code, 0) + 1
    assert {"Ana Seran", "Bea Bria"} <= {*people} <= {"Ana Seran", "Bea Bria", "Edi Nahak"}
    assert figures(report, "blocking") == {code: (count,) for code, count in expected.items()}
    assert expected["held/documents/ktp"] == 1, "Bea's copy holds her back, Ana's original was seen"


@pytest.mark.parametrize("code", EXPECTED)
def test_each_table_says_what_is_counted_by_hand(report, code):
    assert figures(report, code) == EXPECTED[code]


def test_the_parts_of_every_whole_add_up(report):
    for table in report.tables:
        if table.total is not None:
            columns = zip(*(line.counts for line in table.lines), strict=True)
            assert tuple(map(sum, columns)) == table.total.counts, table.code


def test_every_figure_has_a_meaning_and_nobody_is_named(report):
    lines = [line for table in report.tables for line in table.all_lines]
    assert all(line.meaning.endswith(".") and line.label for line in lines)
    said = str(report.to_json())
    assert [name for name in ("Ana", "Bea", "Edi", "Fin", "Gus", "Hana", "takut", "Menawarkan") if name in said] == []


def test_a_month_without_anything_is_a_report_of_zeros(october):
    with scoped(BELU):
        report = report_of("53.04", Month(2026, 2))
    assert all(not any(line.counts) for table in report.tables for line in table.all_lines)


def test_it_asks_seven_times(october):
    with (
        scoped(BELU),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        report_of("53.04", OCTOBER)
    assert len(asked) == 7


@pytest.mark.parametrize("scope", [NOBODY, Scope(user_id=1, districts=("53.21",))], ids=["nobody", "another district"])
def test_outside_the_scope_nothing_is_counted(october, scope):
    with scoped(scope), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tenun_sealed_counts('53.04', %s, %s)", [OCTOBER.since, OCTOBER.until])
        assert cursor.fetchall() == []
        cursor.execute("SELECT count(*) FROM people_person WHERE district_code = '53.04'")
        assert cursor.fetchone() == (0,)
