"""The one SQL text answers as the closures do, for every person, target, state and day."""

from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import TODAY, crowd, facts, judging_days, packaged_targets, states, targets

from tenun.domain.assessment import VERDICT_CODES, Assessment, assess
from tenun.domain.assessment.sql import POSTGRESQL, assessment_sql
from tenun.domain.catalogue import Target
from tenun.domain.facts import COLUMNS, Facts, flatten
from tenun.domain.rules import columns_read
from tenun.domain.states import READY_STATES, ReadyState

CROWD = 20
SETTINGS = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    return f"'{value}'" if isinstance(value, str) else str(value)


def columns_of(target: Target) -> list[str]:
    """What the target looks at; the other columns of a factsheet would only take time here."""
    seen = {"departure_on"}
    for item in target.requirements:
        seen |= {*columns_read(item.rule), *(columns_read(item.when) if item.when else ())}
    return [name for name in COLUMNS if name in seen]


def table_of(target: Target, people: list[Facts]) -> tuple[str, str]:
    """The columns and the rows of a factsheet table as text."""
    names = columns_of(target)
    table = ", ".join(f"{name} {COLUMNS[name]}" for name in names)
    rows = []
    for number, person in enumerate(people):
        row = flatten(person)
        rows.append(f"({number}, {', '.join(literal(row[name]) for name in names)})")
    return f"person_id INTEGER, {table}", ", ".join(rows)


Answers = list[tuple[list[int], list[str], int, int, date | None]]


def judged_by_duckdb(target: Target, people: list[Facts], on: date, for_state: ReadyState) -> Answers:
    columns, rows = table_of(target, people)
    text = assessment_sql(target, on, for_state, with_blocking=True)
    with duckdb.connect(":memory:", config={"threads": 1}) as database:
        database.execute(f"CREATE TABLE factsheet ({columns})")
        database.execute(f"INSERT INTO factsheet VALUES {rows}")
        found = database.execute(f"SELECT * FROM ({text}) ORDER BY person_id").fetchall()
    return [(list(codes), list(held), *more) for _, codes, held, *more in found]


def judged_by_closures(judged: Assessment) -> tuple[list[int], list[str], int, int]:
    ready_for = -1 if judged.ready_for is None else judged.ready_for.order
    states = [int(finding.state) for finding in judged.findings]
    held = [finding.requirement.id for finding in judged.blocking]
    return states, held, VERDICT_CODES.index(judged.verdict), ready_for


def assert_same_answers(
    target: Target, people: list[Facts], on: date, for_state: ReadyState, engine=judged_by_duckdb
) -> None:
    for person, (codes, held, verdict, ready_for, change) in zip(
        people, engine(target, people, on, for_state), strict=True
    ):
        judged = assess(target, person, on, for_state)
        assert (codes, held, verdict, ready_for) == judged_by_closures(judged), person
        expected = judged.next_change_on
        assert change is None or change > on
        assert expected is None or (change is not None and change <= expected), "SQL may be earlier, never later"


@pytest.mark.parametrize("target", packaged_targets(), ids=lambda target: target.id)
@given(seed=st.integers(0, 2**32), on=judging_days, for_state=states)
@settings(SETTINGS, max_examples=3)
def test_sql_equals_the_closures_for_every_packaged_target(target, seed, on, for_state):
    assert_same_answers(target, crowd(seed, CROWD), on, for_state)


@given(target=targets(), seed=st.integers(0, 2**32), on=judging_days, for_state=states)
@SETTINGS
def test_sql_equals_the_closures_for_wild_targets(target, seed, on, for_state):
    assert_same_answers(target, crowd(seed, CROWD), on, for_state)


@given(target=targets(), person=facts(), on=judging_days, for_state=states)
@SETTINGS
def test_sql_equals_the_closures_for_one_person_that_shrinks(target, person, on, for_state):
    assert_same_answers(target, [person], on, for_state)


def first_real_change(target: Target, person: Facts, on: date, last: date) -> date | None:
    """The first day on which any answer or the verdict is another one, found by asking each day."""
    answers = assess(target, person, on).answers
    day = on + timedelta(days=1)
    while day <= last:
        if assess(target, person, day).answers != answers:
            return day
        day += timedelta(days=1)
    return None


@given(target=targets(), person=facts(), on=judging_days)
@SETTINGS
def test_the_next_change_never_comes_after_a_real_one(target, person, on):
    last = on + timedelta(days=400)
    [(_, _, _, _, by_sql)] = judged_by_duckdb(target, [person], on, ReadyState.MATCHED)
    real = first_real_change(target, person, on, last)
    for told in (by_sql, assess(target, person, on).next_change_on):
        assert told is None or told > on
        assert real is None or (told is not None and told <= real)


@given(seed=st.integers(0, 2**32))
@settings(SETTINGS, max_examples=5)
def test_the_next_change_of_packaged_targets_is_never_late(seed):
    for target, person in zip(packaged_targets(), crowd(seed, 50), strict=False):
        real = first_real_change(target, person, TODAY, TODAY + timedelta(days=120))
        told = assess(target, person, TODAY).next_change_on
        assert real is None or (told is not None and told <= real)


@pytest.mark.parametrize("target", packaged_targets(), ids=lambda target: target.id)
def test_the_text_never_asks_what_day_it_is(target):
    text = assessment_sql(target, TODAY).lower()
    assert "now" not in text.replace("known", "")
    assert "current_" not in text


def test_postgresql_gets_its_fence_and_a_range_of_ids():
    text = assessment_sql(
        packaged_targets()[0],
        TODAY,
        READY_STATES[-1],
        table="readiness_factsheet",
        key="journey_id",
        where="journey_id BETWEEN 1 AND 50000",
        dialect=POSTGRESQL,
    )
    assert text.count("OFFSET 0") == 1
    assert "FROM readiness_factsheet WHERE journey_id BETWEEN 1 AND 50000\n" in text
    assert text.startswith("SELECT journey_id")
