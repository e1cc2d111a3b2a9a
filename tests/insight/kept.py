"""Figures of sixty invented people, committed as the job leaves them, and taken away again."""

import pytest
from django.db import connections
from tests.insight.invented import ON, People
from tests.readiness.many import filled_server

from tenun.insight.indicators.keeping import keep_figures

TABLES = ("people_journeyentry", "readiness_assessment", *People.TABLES, "people_person")
KEPT = ("insight_indicatorfigure", "insight_indicatorvalue")


@pytest.fixture(scope="module")
def maker(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), filled_server() as maker:
        yield maker
        for table in (*TABLES, *KEPT):
            maker.execute(f"DELETE FROM {table}")
        connections["worker"].close()


@pytest.fixture(scope="module")
def counted(maker):
    People(maker, 5, 60)
    return keep_figures(ON)


@pytest.fixture
def kept(counted, db):
    """The figures stand; what the test makes besides is undone."""
    return counted
