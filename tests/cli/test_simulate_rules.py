"""`tenun simulate-rules` says who would change, stores nothing, and refuses what is no catalogue or no snapshot."""

import json

import pytest
from django.db import connections
from tests.catalogues import packaged_texts, write_catalogue
from tests.readiness.many import add_person, answers, filled_server
from tests.strategies import ready_person

ON = ("--on", "2026-11-24")
TICKETS = "000001, 000002, 000003, 000004, 000005 dan 2 lagi)"


@pytest.fixture
def maker(django_db_setup, django_db_blocker):
    """Seven people who are ready for Singapore."""
    with django_db_blocker.unblock(), filled_server() as maker:
        for number in range(1, 8):
            add_person(maker, number, ready_person(), target="sg-domestic", state="PREPARING")
        yield maker
        connections["worker"].close()


@pytest.fixture
def stricter(tmp_path):
    """A folder in which Singapore asks for thirty years."""
    texts = packaged_texts()
    texts["targets/sg-domestic.toml"] = texts["targets/sg-domestic.toml"].replace("minimum = 23", "minimum = 30")
    return write_catalogue(tmp_path / "baru", texts)


def test_it_says_who_would_change_and_stores_nothing(tenun, maker, stricter):
    done = tenun("simulate-rules", "-", stricter, *ON)
    assert done.out.splitlines() == [
        "Per 2026-11-24: 7 dari 7 orang berubah. Belum ada yang diberlakukan.",
        "sg-domestic · Kabupaten Belu · siap → bukan tujuan ini: 7 orang (tiket " + TICKETS,
        "syarat sg_age: menahan 7 orang yang tadinya tidak, tidak lagi menahan 0",
    ]
    assert (done.code, done.err, answers(maker)) == (1, "", {})


def test_nobody_changes_under_the_same_catalogue(tenun, maker):
    done = tenun("simulate-rules", "-", "-", *ON)
    assert (done.code, done.out) == (0, "Per 2026-11-24: 0 dari 7 orang berubah. Belum ada yang diberlakukan.\n")


def test_a_snapshot_is_kept_and_read_again_without_the_database(tenun, maker, stricter, tmp_path):
    kept = tmp_path / "orang.parquet"
    first = tenun("simulate-rules", "-", stricter, *ON, "--snapshot", kept, "--json")
    maker.execute("DELETE FROM people_journey")
    second = tenun("simulate-rules", "-", stricter, *ON, "--snapshot", kept, "--json")
    assert first.out == second.out
    assert json.loads(first.out) == {
        "on": "2026-11-24",
        "people": 7,
        "changed": 7,
        "changes": [
            {
                "target": "sg-domestic",
                "district": "53.04",
                "from": "ready",
                "to": "not_this_target",
                "count": 7,
                "persons": [1, 2, 3, 4, 5, 6, 7],
            }
        ],
        "requirements": {"sg_age": {"newly": 7, "no_more": 0}},
    }


def test_what_is_no_catalogue_no_snapshot_or_no_day_of_rules_is_wrong_use(tenun, tmp_path, stricter):
    other = tmp_path / "orang.parquet"
    other.write_text("bukan", encoding="utf-8")
    missing = tenun("simulate-rules", "-", tmp_path / "tidak-ada")
    (stricter / "core.toml").write_text("[[requirement]]\n", encoding="utf-8")
    broken = tenun("simulate-rules", stricter, "-")
    foreign = tenun("simulate-rules", "-", "-", "--snapshot", other)
    early = tenun("simulate-rules", "-", "-", "--on", "2001-01-01")
    for refused in (missing, broken, foreign, early):
        assert (refused.code, refused.out) == (2, "")
        assert len(refused.err.splitlines()) == 1
    assert "tidak-ada" in missing.err
    assert "core.toml" in broken.err
    assert "bukan potret" in foreign.err
