"""Who would change, and how, under another catalogue: both judged over one snapshot, before it is switched on.

The same SQL text as everywhere, run by DuckDB; nothing is stored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
    """

    target: str
    district_code: str
    before: Verdict | None
    after: Verdict | None
    persons: tuple[int, ...]


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
SELECT id, count(*) FILTER (is_new), count(*) FILTER (NOT is_new) FROM (
    SELECT unnest(list_filter(holds, lambda item: NOT list_contains(held, item))) AS id, true AS is_new FROM changed
    UNION ALL
    SELECT unnest(list_filter(held, lambda item: NOT list_contains(holds, item))), false FROM changed
) GROUP BY id ORDER BY id
"""


def simulate(*, snapshot: Path, old: Catalogue, new: Catalogue, on: date) -> Simulation:
    """Judges the persons of a snapshot (`snapshot.take_snapshot`) by both catalogues, each for what she aims at.

    Raises `NotASnapshot`.
    """
    people = "'" + str(snapshot).replace("'", "''") + "'"
    with duckdb.connect() as database:
        _refuse_others(database, people)
        for name, catalogue in (("before", old), ("after", new)):
            database.execute(f"CREATE TABLE {name} (person_id BIGINT, verdict INTEGER, blocking VARCHAR[])")
            for text in _judging(people, catalogue, on):
                database.execute(f"INSERT INTO {name} SELECT person_id, verdict, blocking FROM ({text})")
        database.execute(_CHANGED.format(snapshot=people))
        judged = database.execute("SELECT count(DISTINCT person_id) FROM (FROM before UNION ALL FROM after)").fetchone()
        kinds, shifts = database.execute(_BY_KIND).fetchall(), database.execute(_SHIFTS).fetchall()
    return Simulation(
        on=on,
        people=judged[0] if judged else 0,
        changes=tuple(
            Change(target, district, _verdict(before), _verdict(after), tuple(persons))
            for target, district, before, after, persons in kinds
        ),
        requirements={name: Shift(newly, no_more) for name, newly, no_more in shifts},
    )


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
