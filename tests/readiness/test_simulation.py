"""Who would change under another catalogue, told from a snapshot that knows nobody's name."""

import stat
from datetime import date

import duckdb
import pytest
from django.db import connections
from tests.catalogues import packaged_texts
from tests.readiness.many import BELU, MALAKA, add_person, filled_server
from tests.strategies import TODAY, crowd, packaged_targets, ready_person

from tenun.domain.assessment import Verdict, assess
from tenun.domain.catalogue import packaged
from tenun.domain.catalogue.catalogue import load
from tenun.domain.facts import COLUMNS
from tenun.domain.journey import Scheme, State, aims_at
from tenun.readiness import snapshot
from tenun.readiness.simulation import Change, NotASnapshot, Shift, _shut_off, simulate
from tenun.readiness.snapshot import ABOUT, take_snapshot

TARGETS = [target.id for target in packaged_targets()]
STATES = [state.value for state in State]
PEOPLE = 90


@pytest.fixture
def maker(django_db_setup, django_db_blocker):
    """Everybody gone at the end."""
    with django_db_blocker.unblock(), filled_server() as maker:
        yield maker
        connections["worker"].close()


@pytest.fixture
def people(maker, monkeypatch):
    """People of every target and stage, in several ranges."""
    monkeypatch.setattr(snapshot, "RANGE", 40)
    facts = dict(enumerate(crowd(11, PEOPLE, likely=True), start=1))
    wanted = {number: (TARGETS[number % len(TARGETS)], STATES[number % len(STATES)]) for number in facts}
    with maker.transaction():
        for number, (target, state) in wanted.items():
            village = (BELU, MALAKA)[number % 2]
            add_person(maker, number, facts[number], target=target, state=state, village=village)
    return facts, wanted


@pytest.fixture
def file(tmp_path):
    return tmp_path / "orang.parquet"


def older(age):
    """The packaged catalogue, but Singapore asks for this age."""
    texts = packaged_texts()
    rule = '{ kind = "age_window", minimum = 23, below = 50 }'
    assert texts["targets/sg-domestic.toml"].count("minimum = 23") == 1, rule
    texts["targets/sg-domestic.toml"] = texts["targets/sg-domestic.toml"].replace("minimum = 23", f"minimum = {age}")
    return load(texts)


def without(name):
    texts = packaged_texts()
    del texts[f"targets/{name}.toml"]
    return load(texts)


def judged(catalogue, facts, target, state):
    entry = catalogue.entries.get(target)
    aim = aims_at(State(state), Scheme(entry.scheme)) if entry else None
    return assess(catalogue.target(target, TODAY), facts, TODAY, aim) if aim else None


def test_the_same_catalogue_changes_nobody(people, file):
    take_snapshot(file)
    found = simulate(snapshot=file, old=packaged(), new=packaged(), on=TODAY)
    assert (found.persons, found.changes, dict(found.requirements)) == (0, (), {})
    assert found.people > PEOPLE / 3


def test_another_catalogue_changes_whom_the_closures_say(people, file):
    facts, wanted = people
    take_snapshot(file)
    old, new = packaged(), without("my-domestic")
    found = simulate(snapshot=file, old=old, new=new, on=TODAY)
    told = {
        number: (change.target, change.before, change.after) for change in found.changes for number in change.persons
    }
    expected = {}
    for number, (target, state) in wanted.items():
        before, after = (judged(catalogue, facts[number], target, state) for catalogue in (old, new))
        if (before and before.verdict) != (after and after.verdict):
            expected[number] = (target, before and before.verdict, after and after.verdict)
    assert told == expected
    assert {target for target, _, _ in told.values()} == {"my-domestic"}


def test_counts_by_target_and_district_and_what_newly_holds_back(maker, file):
    for number, village in ((1, BELU), (2, BELU), (3, MALAKA)):
        add_person(maker, number, ready_person(), target="sg-domestic", state="PREPARING", village=village)
    add_person(maker, 4, ready_person(), target="my-domestic", state="PREPARING")
    take_snapshot(file)
    found = simulate(snapshot=file, old=packaged(), new=older(30), on=TODAY)
    assert found.changes == (
        Change("sg-domestic", "53.04", Verdict.READY, Verdict.NOT_THIS_TARGET, (1, 2)),
        Change("sg-domestic", "53.21", Verdict.READY, Verdict.NOT_THIS_TARGET, (3,)),
    )
    assert dict(found.requirements) == {"sg_age": Shift(newly=3, no_more=0)}
    assert [dict(change.shifts) for change in found.changes] == [{"sg_age": Shift(2, 0)}, {"sg_age": Shift(1, 0)}]
    assert (found.people, found.persons) == (4, 3)


def test_the_database_that_judges_reaches_no_other_file(file, tmp_path):
    other = tmp_path / "lain.csv"
    other.write_text("a\n1\n")
    with duckdb.connect() as database:
        database.execute(f"COPY (SELECT 1 AS a) TO '{file}' (FORMAT parquet)")
        _shut_off(database, f"'{file}'")
        assert database.execute(f"FROM '{file}'").fetchall() == [(1,)]
        for text in (
            f"FROM '{other}'",
            f"COPY (SELECT 1) TO '{tmp_path / 'baru.csv'}'",
            "SET enable_external_access=true",
        ):
            with pytest.raises(duckdb.Error):
                database.execute(text)


def test_the_snapshot_holds_facts_and_numbers_of_files_and_no_more(people, file):
    take_snapshot(file)
    with duckdb.connect() as database:
        columns = [row[0] for row in database.execute(f"DESCRIBE SELECT * FROM '{file}'").fetchall()]
        rows = database.execute(f"SELECT person_id, birth_date FROM '{file}' ORDER BY 1").fetchall()
    assert columns == [*ABOUT, *COLUMNS]
    assert rows == [(number, facts.birth_date) for number, facts in people[0].items()]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_snapshot_of_nobody_is_one(maker, file):
    take_snapshot(file)
    assert simulate(snapshot=file, old=packaged(), new=packaged(), on=date(2026, 11, 24)).people == 0


@pytest.mark.parametrize("content", [b"", b"nama,nik\nMaria,1\n"])
def test_any_other_file_is_refused(file, content):
    file.write_bytes(content)
    with pytest.raises(NotASnapshot):
        simulate(snapshot=file, old=packaged(), new=packaged(), on=TODAY)
