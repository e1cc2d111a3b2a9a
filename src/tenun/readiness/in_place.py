"""The statements of a run over everybody: the emitter's text over factsheets and journeys, stored where the rows lie.

Texts only; `readiness.bulk` sends them. Every value that is not part of the catalogue is a parameter.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from tenun.domain.assessment import VERDICT_CODES
from tenun.domain.assessment.sql import POSTGRESQL, assessment_sql
from tenun.domain.catalogue import Requirement, Target
from tenun.domain.facts import COLUMNS
from tenun.domain.rules import columns_read
from tenun.domain.states import READY_STATES, ReadyState

BEGIN = """
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
LOCK TABLE readiness_bulkrange IN ROW EXCLUSIVE MODE;
SET LOCAL tenun.in_bulk = 'on';
SET LOCAL synchronous_commit = off;
SET LOCAL jit = off;
SET LOCAL random_page_cost = 1.1
"""
"""One instant for a whole range: what somebody saves meanwhile makes the range begin again instead of being lost.

The lock comes before the first look, so that no file moves to another district between look and store. Nobody waits
for the disk after a range: what a power cut takes goes whole, with the note that it was done, and the end of the run
waits for all of them. Compiling such long expressions takes longer than running them.
"""
TABLE = """
CREATE TEMP TABLE IF NOT EXISTS readiness_judging (person_id bigint, journey_id bigint, district_code varchar,
    village_code varchar, target varchar, stage varchar) ON COMMIT DELETE ROWS
"""
READ = "INSERT INTO readiness_judging SELECT * FROM tenun_journeys_to_judge(%(first)s, %(last)s, %(named)s)"
READ_STANDING = """
INSERT INTO readiness_judging SELECT person_id, id, district_code, village_code, target, stage
FROM readiness_assessment WHERE person_id = ANY(%(named)s)
"""
"""For those of whom only a day has come: person and journey are as they were when they were judged last."""
MEASURE = "ANALYZE readiness_judging"
KINDS = "SELECT target, stage, count(*) FROM readiness_judging GROUP BY target, stage ORDER BY target, stage"
FORGET = "DELETE FROM readiness_assessment WHERE person_id BETWEEN %(first)s AND %(last)s"
FORGET_NAMED = "DELETE FROM readiness_assessment WHERE person_id = ANY(%(named)s)"
DONE = "DELETE FROM readiness_due WHERE person_id BETWEEN %(first)s AND %(last)s"
DONE_NAMED = "DELETE FROM readiness_due WHERE person_id = ANY(%(named)s)"
DUE = "SELECT person_id FROM readiness_due ORDER BY person_id"
DUE_BY_DATE = """
SELECT person_id FROM readiness_assessment WHERE next_change_on <= %(on)s AND next_change_on < judged_on + 31
    AND person_id NOT IN (SELECT person_id FROM readiness_due) ORDER BY person_id
"""
MONTH = timedelta(days=31)
"""So far reaches the index of coming days (migration 0006); a later one is found by the next run over everybody."""
COUNTS = "SELECT for_state, verdict, count(*) FROM readiness_assessment GROUP BY for_state, verdict"
LOWEST_AND_HIGHEST = "SELECT lowest, highest FROM tenun_numbers_of_persons()"

_STORE = """
INSERT INTO readiness_assessment (person_id, id, district_code, village_code, target, stage, for_state, verdict,
    ready_for, states, blocking, waits_at, facts_version, catalogue, judged_on, judged_at, next_change_on)
SELECT person_id, journey_id, district_code, village_code, %(target)s, stage, %(for_state)s, {verdict},
    {ready_for}, states::smallint[], blocking, first_blocking, COALESCE(version, 0), %(catalogue)s, %(on)s, %(at)s,
    next_change_on
FROM ({judged}) AS answer
"""
_SOURCE = """(
      SELECT journey.person_id, journey.journey_id, journey.district_code, journey.village_code, journey.stage,
        sheet.version, {columns}
      FROM readiness_judging AS journey
        LEFT JOIN readiness_factsheet AS sheet ON sheet.person_id = journey.person_id
          AND sheet.person_id BETWEEN %(first)s AND %(last)s
      WHERE journey.target = %(target)s AND journey.stage = ANY(%(stages)s)
    ) AS factsheet"""
_KEY = "person_id, journey_id, district_code, village_code, stage, version"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands beside every answer of one run: the day it is judged on, when, and by which catalogue."""

    on: date
    at: datetime
    catalogue: str


def store_sql(target: Target, on: date, for_state: ReadyState) -> str:
    """Judges the persons of one target who aim at one state and stores the answers.

    Parameters besides those of `Stamp`: `first` and `last` number, `target`, `for_state`, `stages` of the journey.
    """
    columns = ", ".join(f"sheet.{name}" for name in columns_of(target))
    judged = assessment_sql(
        target,
        on,
        for_state,
        table=_SOURCE.format(columns=columns),
        key=_KEY,
        dialect=POSTGRESQL,
        with_blocking=True,
        of_first=waits_at,
    )
    verdict = _spelt("verdict", [verdict.value for verdict in VERDICT_CODES])
    ready_for = _spelt("ready_for", READY_STATES)
    return _STORE.format(verdict=verdict, ready_for=ready_for, judged=judged)


def waits_at(requirement: Requirement) -> str:
    """The desk that mends what is missing, the office where no desk does it, nothing where neither can."""
    return requirement.desk or requirement.office or ""


def columns_of(target: Target) -> tuple[str, ...]:
    """The columns of a factsheet that a target looks at, in their order; never all 230."""
    seen = {"departure_on"}
    for item in target.requirements:
        seen |= {*columns_read(item.rule), *(columns_read(item.when) if item.when else ())}
    return tuple(name for name in COLUMNS if name in seen)


def values(stamp: Stamp, **more: Any) -> dict[str, Any]:
    """The parameters of a statement."""
    return {"on": stamp.on, "at": stamp.at, "catalogue": stamp.catalogue, **more}


def _spelt(column: str, names: Collection[str]) -> str:
    cases = " ".join(f"WHEN {code} THEN '{name}'" for code, name in enumerate(names))
    return f"CASE {column} {cases} ELSE '' END"
