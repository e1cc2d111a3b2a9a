"""Closures, DuckDB and a real PostgreSQL answer alike, for every person, target, state and day."""

from contextlib import closing

import pytest
from django.conf import settings as django_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.domain.assessment.test_sql import assert_same_answers, judged_by_duckdb, table_of
from tests.strategies import crowd, facts, judging_days, packaged_targets, states, targets

from tenun.domain.assessment.sql import POSTGRESQL, assessment_sql

CROWD = 40
SETTINGS = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def postgresql():
    """Judges on the embedded server, in a table of the session."""
    server = django_settings.SERVER
    server.open()
    with closing(server.connect("postgres")) as connection:

        def judged(target, people, on, for_state):
            columns, rows = table_of(target, people)
            text = assessment_sql(target, on, for_state, dialect=POSTGRESQL, with_blocking=True)
            with connection.transaction(force_rollback=True):
                connection.execute(f"CREATE TEMP TABLE factsheet ({columns})")
                connection.execute(f"INSERT INTO factsheet VALUES {rows}")
                found = connection.execute(f"SELECT * FROM ({text}) AS answer ORDER BY person_id").fetchall()
            return [tuple(row[1:]) for row in found]

        yield judged


@pytest.mark.parametrize("target", packaged_targets(), ids=lambda target: target.id)
@given(seed=st.integers(0, 2**32), on=judging_days, for_state=states)
@settings(SETTINGS, max_examples=3)
def test_postgresql_equals_the_closures_for_every_packaged_target(postgresql, target, seed, on, for_state):
    assert_same_answers(target, crowd(seed, CROWD), on, for_state, postgresql)


@given(target=targets(), seed=st.integers(0, 2**32), on=judging_days, for_state=states)
@SETTINGS
def test_postgresql_equals_the_closures_for_wild_targets(postgresql, target, seed, on, for_state):
    assert_same_answers(target, crowd(seed, CROWD), on, for_state, postgresql)


@given(target=targets(), person=facts(), on=judging_days, for_state=states)
@SETTINGS
def test_postgresql_equals_duckdb_to_the_next_change(postgresql, target, person, on, for_state):
    assert postgresql(target, [person], on, for_state) == judged_by_duckdb(target, [person], on, for_state)
