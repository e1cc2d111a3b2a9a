"""`tenun assess-all` judges the database, says what stands there now, and names what it could not judge."""

import json

import pytest
from django.db import connections
from tests.readiness.many import add_person, filled_server
from tests.strategies import ready_person

from tenun.readiness import bulk


@pytest.fixture
def maker(django_db_setup, django_db_blocker, monkeypatch):
    """Three people: two for Singapore, of whom one has shown nothing, and one without a target."""
    with django_db_blocker.unblock(), filled_server() as maker:
        add_person(maker, 1, ready_person(), target="sg-domestic", state="PREPARING")
        add_person(maker, 2, None, target="sg-domestic", state="PREPARING")
        add_person(maker, 3, None, target="", state="PREPARING")
        yield maker
        connections["worker"].close()


def test_it_says_how_everybody_stands(tenun, maker):
    done = tenun("assess-all", "--on", "2026-11-24", "--connections", "1")
    first, second, third = done.out.splitlines()
    assert first.startswith("2 perjalanan dinilai per 2026-11-24 dalam ")
    assert second == "untuk pencocokan (surat dan keterampilan): 1 siap · 1 perlu dibenahi"
    assert third == "1 perjalanan belum punya tujuan, jadi belum dinilai."
    assert (done.code, done.err) == (0, "")


def test_as_one_json_document_and_only_who_is_due(tenun, maker):
    tenun("assess-all", "--on", "2026-11-24")
    done = tenun("assess-all", "--on", "2026-11-24", "--due-only", "--json")
    document = json.loads(done.out)
    assert document.pop("seconds") > 0
    assert document == {
        "on": "2026-11-24",
        "due_only": True,
        "judged": 0,
        "without_target": 0,
        "unknown_targets": {},
        "states": {"MATCHED": {"ready": 1, "repair": 1}},
    }


def test_a_target_that_nobody_knows_needs_attention(tenun, maker):
    add_person(maker, 4, None, target="mars-miner", state="PREPARING")
    done = tenun("assess-all", "--on", "2026-11-24")
    assert done.code == 1
    assert "1 perjalanan memakai tujuan mars-miner" in done.out


def test_a_day_without_rules_and_a_second_run_at_once_are_wrong_use(tenun, maker):
    early = tenun("assess-all", "--on", "2001-01-01")
    assert early.code == 2
    assert "2001" not in early.err
    with bulk._alone():
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1) as pool:
            second = pool.submit(_in_a_thread, tenun).result()
    assert (second.code, second.out) == (2, "")
    assert second.err.startswith("Penilaian massal lain sedang berjalan.")


def _in_a_thread(tenun):
    try:
        return tenun("assess-all")
    finally:
        connections["worker"].close()
