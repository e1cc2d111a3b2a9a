"""Who would change, and how, under another catalogue: both judged over one snapshot, before it is switched on.

The same SQL text as everywhere, run by DuckDB; nothing is stored.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from tenun.domain.assessment import VERDICT_CODES, Verdict
from tenun.domain.assessment.sql import assessment_sql
from tenun.domain.catalogue import Catalogue
from tenun.domain.facts import COLUMNS
from tenun.domain.journey import Scheme, State, aims_at
from tenun.domain.states import ReadyState
from tenun.readiness.snapshot import ABOUT


class NotASnapshot(Exception):  # noqa: N818  The name says what was given.
    """The file is no parquet of `snapshot.take_snapshot`."""


@dataclass(frozen=True, slots=True)
class Change:
    """Persons of one district and target whose answer changes alike.

    A verdict is None where a catalogue lacks the target. Equal verdicts mean that other things hold them back.
    `shifts` says of these persons alone what newly holds them back, and what no more.
    """

    target: str
    district_code: str
    before: Verdict | None
    after: Verdict | None
    persons: tuple[int, ...]
    shifts: Mapping[str, "Shift"] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Shift:
    """How many a requirement would newly hold back, and how many no more."""

    newly: int
    no_more: int


@dataclass(frozen=True, slots=True)
class Simulation:
    """All that two catalogues make different on one day; `people` is how many open journeys were judged."""

    on: date
    people: int
    changes: tuple[Change, ...]
    requirements: Mapping[str, Shift]

    @property
    def persons(self) -> int:
        """How many persons change."""
        return sum(len(change.persons) for change in self.changes)


_PEOPLE = "(SELECT * FROM {snapshot} WHERE target = '{target}' AND stage IN ({stages}))"
_CHANGED = """
CREATE TABLE changed AS
SELECT person.person_id, person.target, person.district_code, before.verdict AS before, after.verdict AS after,
    COALESCE(before.blocking, []) AS held, COALESCE(after.blocking, []) AS holds
FROM {snapshot} AS person
    LEFT JOIN before ON before.person_id = person.person_id
    LEFT JOIN after ON after.person_id = person.person_id
WHERE before.verdict IS DISTINCT FROM after.verdict OR before.blocking IS DISTINCT FROM after.blocking
"""
_BY_KIND = """
SELECT target, district_code, before, after, list(person_id ORDER BY person_id) FROM changed
GROUP BY target, district_code, before, after ORDER BY target, district_code, before NULLS FIRST, after NULLS FIRST
"""
_SHIFTS = """
SELECT target, district_code, before, after, id, count(*) FILTER (is_new), count(*) FILTER (NOT is_new) FROM (
    SELECT target, district_code, before, after, true AS is_new,
        unnest(list_filter(holds, lambda item: NOT list_contains(held, item))) AS id FROM changed
    UNION ALL
    SELECT target, district_code, before, after, false,
        unnest(list_filter(held, lambda item: NOT list_contains(holds, item))) FROM changed
) GROUP BY ALL ORDER BY id
"""


def simulate(*, snapshot: Path, old: Catalogue, new: Catalogue, on: date) -> Simulation:
    """Judges the persons of a snapshot (`snapshot.take_snapshot`) by both catalogues, each for what she aims at.

    Raises `NotASnapshot`. The catalogue may come from anybody: its ids are plain words (the loader sees to it), and
    the database that judges reaches no file but the snapshot.
    """
    people = "'" + str(snapshot).replace("'", "''") + "'"
    with duckdb.connect() as database:
        _shut_off(database, people)
        _refuse_others(database, people)
        for name, catalogue in (("before", old), ("after", new)):
            database.execute(f"CREATE TABLE {name} (person_id BIGINT, verdict INTEGER, blocking VARCHAR[])")
            for text in _judging(people, catalogue, on):
                database.execute(f"INSERT INTO {name} SELECT person_id, verdict, blocking FROM ({text})")
        database.execute(_CHANGED.format(snapshot=people))
        judged = database.execute("SELECT count(DISTINCT person_id) FROM (FROM before UNION ALL FROM after)").fetchone()
        kinds, shifts = database.execute(_BY_KIND).fetchall(), database.execute(_SHIFTS).fetchall()
    moved: dict[tuple[Any, ...], dict[str, Shift]] = {}
    for *kind, name, newly, no_more in shifts:
        moved.setdefault(tuple(kind), {})[name] = Shift(newly, no_more)
    changes = [
        Change(
            target,
            district,
            _verdict(before),
            _verdict(after),
            tuple(persons),
            moved.get((target, district, before, after), {}),
        )
        for target, district, before, after, persons in kinds
    ]
    return Simulation(on, judged[0] if judged else 0, tuple(changes), added_up(change.shifts for change in changes))


def added_up(shifts: Iterable[Mapping[str, Shift]]) -> dict[str, Shift]:
    """What each requirement newly holds back and no more, over several groups; by its id."""
    found: dict[str, Shift] = {}
    for name, shift in (pair for each in shifts for pair in each.items()):
        before = found.get(name, Shift(0, 0))
        found[name] = Shift(before.newly + shift.newly, before.no_more + shift.no_more)
    return dict(sorted(found.items()))


def _shut_off(database: duckdb.DuckDBPyConnection, people: str) -> None:
    database.execute(f"SET allowed_paths = [{people}]")
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")


def _refuse_others(database: duckdb.DuckDBPyConnection, people: str) -> None:
    try:
        known = {row[0] for row in database.execute(f"DESCRIBE SELECT * FROM {people}").fetchall()}
    except duckdb.Error as error:
        raise NotASnapshot from error
    if not known.issuperset((*ABOUT, *COLUMNS)):
        raise NotASnapshot


def _judging(people: str, catalogue: Catalogue, on: date) -> Iterator[str]:
    """One text for each target and each state that its persons can aim at."""
    for target in catalogue.targets(on):
        aims: dict[ReadyState, list[str]] = {}
        for state in State:
            aim = aims_at(state, Scheme(target.entry.scheme))
            if aim is not None:
                aims.setdefault(aim, []).append(f"'{state}'")
        for aim, stages in aims.items():
            table = _PEOPLE.format(snapshot=people, target=target.id, stages=", ".join(stages))
            yield assessment_sql(target, on, aim, table=table, with_blocking=True)


def _verdict(code: int | None) -> Verdict | None:
    return None if code is None else VERDICT_CODES[code]
