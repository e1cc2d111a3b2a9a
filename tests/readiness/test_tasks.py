"""The nightly job judges who is due, and leaves a run that somebody has begun alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from procrastinate.contrib.django import app
from tests.readiness.many import add_person, answers, filled_server
from tests.strategies import ready_person

from tenun.readiness import bulk
from tenun.readiness.tasks import assess_due


@pytest.fixture
def maker(django_db_setup, django_db_blocker):
    """One person whom nobody has judged."""
    with django_db_blocker.unblock(), filled_server() as maker:
        add_person(maker, 1, ready_person(), target="sg-domestic", state="PREPARING")
        yield maker
        connections["worker"].close()


def work():
    try:
        return assess_due(timestamp=1)
    finally:
        connections["worker"].close()


def test_it_judges_who_is_due_and_nobody_twice(maker):
    assert [work(), work()] == [1, 0]
    assert set(answers(maker)) == {1}


def test_it_leaves_a_run_that_is_under_way_alone(maker):
    with bulk._alone(), ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result() == 0
    assert answers(maker) == {}


def test_every_night_has_its_run():
    known = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert known[assess_due.name] == "15 16 * * *"
