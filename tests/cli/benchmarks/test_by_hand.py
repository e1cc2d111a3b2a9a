"""The peers of the benchmarks do the same work: by-hand Python, SQL and polars give the engine's own answer."""

import duckdb
import pytest

from tenun.cli.benchmarks import by_hand, by_hand_polars, by_hand_sql
from tenun.cli.benchmarks.people import ON, RULES, bench_target, read_facts, write_factsheets
from tenun.domain.assessment import assess
from tenun.domain.assessment.findings import VERDICT_CODES
from tenun.domain.assessment.sql import assessment_sql

PEOPLE = 1_500


@pytest.fixture(scope="module")
def factsheets(tmp_path_factory):
    """A parquet file of invented people."""
    path = tmp_path_factory.mktemp("bench") / "people.parquet"
    write_factsheets(path, PEOPLE)
    return path


@pytest.fixture(scope="module")
def engine(factsheets):
    """States and verdict of each by the closures, which are the reference."""
    answers = []
    for facts in read_facts(factsheets, PEOPLE):
        found = assess(bench_target(), facts, ON)
        answers.append(([int(state) for state, _ in found.answers], VERDICT_CODES.index(found.verdict)))
    return answers


def _queried(query):
    with duckdb.connect() as connection:
        rows = connection.execute(f"SELECT person_id, states, verdict FROM ({query}) ORDER BY person_id").fetchall()
    return [(list(states), verdict) for _, states, verdict in rows]


def test_the_people_are_wrong_in_every_way_that_the_rules_know(engine):
    seen = {(rule, state) for states, _ in engine for rule, state in zip(RULES, states, strict=True)}
    assert {verdict for _, verdict in engine} >= {1, 2, 3}
    constant = [rule for rule in RULES if len({state for name, state in seen if name == rule}) == 1]
    assert constant == ["age_18", "age_18_today"]  # The invented birth dates are all of grown people.


def test_python_by_hand_agrees_with_the_engine(factsheets, engine):
    judged = [by_hand.judge(facts, ON) for facts in read_facts(factsheets, PEOPLE)]
    assert [([int(state) for state in states], verdict) for states, verdict in judged] == engine


def test_sql_by_hand_agrees_with_the_engine(factsheets, engine):
    assert _queried(by_hand_sql.query(f"'{factsheets}'", ON.isoformat())) == engine


def test_the_emitted_sql_agrees_with_the_engine(factsheets, engine):
    assert _queried(assessment_sql(bench_target(), ON, table=f"'{factsheets}'")) == engine


def test_polars_by_hand_agrees_with_the_engine(factsheets, engine):
    frame = by_hand_polars.judge(factsheets, ON).sort("person_id")
    states = frame.select([f"s{index}" for index in range(len(RULES))]).rows()
    assert list(zip(map(list, states), frame["verdict"].to_list(), strict=True)) == engine


def test_the_latest_birth_date_of_an_age_knows_leap_days():
    assert by_hand.years_before(ON.replace(year=2024, month=2, day=29), 18).isoformat() == "2006-02-28"
    assert by_hand.years_before(ON, 18).isoformat() == "2008-11-24"
