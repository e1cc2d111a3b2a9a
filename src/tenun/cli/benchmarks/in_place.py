"""`tenun bench readiness`, the part in PostgreSQL: a country judged where its rows lie, and the answers stored.

The limit is what no judging can do without: one scan of the same columns, and as many rows of the same width written
in the same batches to a logged table without index, trigger or policy. It runs as the account that no policy binds.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tenun.cli.benchmarks.country import Maker, country, settle
from tenun.cli.benchmarks.measure import Result
from tenun.cli.benchmarks.people import ON, bench_target
from tenun.domain.catalogue import Catalogue, Target, packaged
from tenun.domain.states import ReadyState

CONNECTIONS = 2
ROUNDS = 3
IMPORTED_A_DAY = 1_000
"""Of one person in so many the facts are changed by a bulk statement on the day for which only who is due is judged;
whoever is saved on a page is judged at once and is not due."""

_BARE = "CREATE TABLE bench_bare (LIKE readiness_assessment)"
_KEYED = "CREATE TABLE bench_keyed (LIKE readiness_assessment, PRIMARY KEY (person_id))"
_TYPICAL = """
SELECT states::text, blocking::text FROM readiness_assessment AS row ORDER BY abs(pg_column_size(row.*)
    - (SELECT avg(pg_column_size(every.*)) FROM readiness_assessment AS every)), person_id LIMIT 1
"""
_WRITE = """
INSERT INTO bench_bare (person_id, id, district_code, village_code, target, stage, for_state, verdict, ready_for,
    states, blocking, waits_at, facts_version, catalogue, judged_on, judged_at, next_change_on)
SELECT i, i, '53.04', '53.04.05.2001', 'sg-domestic', 'PREPARING', 'MATCHED', 'repair', '',
    '{states}'::smallint[], '{blocking}'::text[], 'civil_registry', 1, '0123456789abcdef', DATE '2026-11-24',
    TIMESTAMPTZ '2026-11-24 00:15+08', DATE '2027-01-01'
FROM generate_series({first}::bigint, {last}::bigint) AS i
"""
_ANSWERS = """
SELECT md5(string_agg(md5(row::text), '' ORDER BY person_id)) FROM (
    SELECT person_id, id, target, stage, for_state, verdict, ready_for, states, blocking, facts_version, catalogue,
        next_change_on FROM readiness_assessment) AS row
"""
_IMPORTED = "UPDATE readiness_factsheet SET ktp_proof = 0, version = version + 1 WHERE person_id % {one_in} = 0"
_WIDTH = "SELECT avg(pg_column_size(row.*))::float FROM {table} AS row"


@dataclass
class Figures:
    """What one size gave: seconds, megabytes, bytes a row."""

    people: int = 0
    judged: float = float("inf")
    alone: float = float("inf")
    again: float = float("inf")
    limit: float = float("inf")
    limit_with_key: float = float("inf")
    due: float = float("inf")
    whole_of_day: float = float("inf")
    due_share: float = 0.0
    same_answers: bool = True
    peak_mb: float = 0.0
    widths: tuple[float, float] = (0.0, 0.0)
    texts: dict[str, str] = field(default_factory=dict)


class _Cut(Catalogue):
    """The packaged catalogue with one target, cut down to the twenty-five rules."""

    def __init__(self) -> None:
        whole = packaged()
        super().__init__(whole.core, (bench_target().entry,), whole.steps, whole.lists, whole.digest)

    def target(self, name: str, on: date) -> Target:
        """Always the one."""
        return bench_target()


def in_place(size: int | None) -> list[Result]:
    """The runs in a process of their own, as the results of the job."""
    people = size or 1_000_000
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run([sys.executable, "-m", "tenun.cli.benchmarks.in_place", str(report), str(people)], check=True)
        small, large = (Figures(**each) for each in json.loads(report.read_text(encoding="utf-8")))
    return results(small, large)


def results(small: Figures, large: Figures) -> list[Result]:
    """The promises: against the limit, from the tenth to the whole, and of who is due against everybody."""
    if not (small.same_answers and large.same_answers):
        raise RuntimeError("judging who is due left other answers than judging everybody")
    return [
        Result(
            name="readiness_in_place",
            size=large.people,
            seconds=large.judged,
            limit="one scan of the same columns and the bare writing of as many rows as wide",
            limit_seconds=large.limit,
            allowed=3.0,
            peers={
                "on one connection": large.alone / large.judged,
                "again, over the answers of before": large.again / large.judged,
                "the limit with a primary key on its table": large.limit_with_key / large.judged,
            },
            peak_mb=large.peak_mb,
            allowed_mb=1.3 * small.peak_mb,
            texts=large.texts,
        ),
        Result(
            name="readiness_in_place_scaling",
            size=large.people,
            seconds=large.judged / large.people,
            limit=f"seconds a person at {small.people}",
            limit_seconds=small.judged / small.people,
            allowed=1.3,
        ),
        Result(
            name="readiness_due",
            size=round(large.people * large.due_share),
            seconds=large.due,
            limit=f"a run over all {large.people} with the same answers",
            limit_seconds=large.whole_of_day,
            allowed=0.03,
        ),
    ]


def main(report: Path, people: int) -> None:
    """Measures the tenth and the whole, and writes both."""
    tenth = max(1, people // 10)
    with country() as maker:
        maker.execute(_BARE)
        maker.execute(_KEYED)
        settle(maker, 1, tenth)
        small = _measure(maker, tenth)
        settle(maker, tenth + 1, people)
        large = _measure(maker, people)
    report.write_text(json.dumps([asdict(small), asdict(large)]), encoding="utf-8")


def _measure(maker: Maker, people: int) -> Figures:
    from tenun.readiness.bulk import RANGE

    found = Figures(people=people)
    _empty(maker)
    with _watched(maker, found):
        _judge(ON)
    states, blocking = maker.execute(_TYPICAL).fetchone() or ("{}", "{}")
    scan = _scan_sql()
    batches = [
        _WRITE.format(states=states, blocking=blocking, first=first, last=min(first + RANGE - 1, people))
        for first in range(1, people + 1, RANGE)
    ]
    keyed = [text.replace("bench_bare", "bench_keyed") for text in batches]
    for _ in range(ROUNDS):
        _empty(maker)
        found.limit = min(found.limit, _seconds(lambda: [maker.execute(text) for text in (scan, *batches)]))
        found.limit_with_key = min(
            found.limit_with_key, _seconds(lambda: [maker.execute(text) for text in (scan, *keyed)])
        )
        _empty(maker)
        found.judged = min(found.judged, _seconds(lambda: _judge(ON)))
        _empty(maker)
        found.alone = min(found.alone, _seconds(lambda: _judge(ON, workers=1)))
        found.again = min(found.again, _seconds(lambda: _judge(ON)))
    maker.execute(batches[0])
    found.widths = (_width(maker, "readiness_assessment"), _width(maker, "bench_bare"))
    found.texts = {"judged": _judge_sql(), "limit, scan": scan, "limit, a batch": batches[0]}
    _one_day_later(maker, found)
    return found


def _one_day_later(maker: Maker, found: Figures) -> None:
    """The morning after: a sheet was imported, for some a day has come. Who is due is judged, then everybody."""
    maker.execute("SET session_replication_role = origin")
    maker.execute(_IMPORTED.format(one_in=IMPORTED_A_DAY))
    maker.execute("SET session_replication_role = replica")
    maker.execute("VACUUM ANALYZE readiness_assessment, readiness_factsheet, readiness_due")
    maker.execute("CHECKPOINT")
    day, judged = ON + timedelta(days=1), 0

    def due() -> None:
        nonlocal judged
        judged = _judge(day, due_only=True)

    found.due = _seconds(due)
    found.due_share = judged / found.people
    before = maker.execute(_ANSWERS).fetchone()
    maker.execute("CHECKPOINT")
    found.whole_of_day = _seconds(lambda: _judge(day))
    found.same_answers = before == maker.execute(_ANSWERS).fetchone()


def _judge(day: date, *, workers: int = CONNECTIONS, due_only: bool = False) -> int:
    from tenun.readiness.bulk import assess_all

    return assess_all(on=day, due_only=due_only, workers=workers, catalogue=_Cut()).judged


def _judge_sql() -> str:
    from tenun.readiness.in_place import store_sql

    return store_sql(bench_target(), ON, ReadyState.MATCHED)


def _scan_sql() -> str:
    """Reads every column that the rules read, and no more is done with it than to see whether it is there."""
    from tenun.readiness.in_place import columns_of

    names = columns_of(bench_target())
    parts = [names[start : start + 90] for start in range(0, len(names), 90)]
    seen = " + ".join(f"num_nulls({', '.join(part)})" for part in parts)
    return f"SELECT sum({seen}) FROM readiness_factsheet"


def _empty(maker: Maker) -> None:
    tables = "readiness_assessment, readiness_due, readiness_bulkrange, readiness_bulkrun, bench_bare, bench_keyed"
    maker.execute(f"TRUNCATE {tables}")
    maker.execute("CHECKPOINT")


def _width(maker: Maker, table: str) -> float:
    row = maker.execute(_WIDTH.format(table=table)).fetchone()
    return float(row[0] or 0) if row else 0.0


def _seconds(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


@contextmanager
def _watched(maker: Maker, found: Figures) -> Iterator[None]:
    """Looks again and again at the memory of this process and of the worker's backends, apart from what all share."""
    over = threading.Event()

    def look() -> None:
        while True:
            query = "SELECT pid FROM pg_stat_activity WHERE usename = 'tenun_worker'"
            pids = [str(row[0]) for row in maker.execute(query)]
            found.peak_mb = max(found.peak_mb, sum(map(_own_mb, ["self", *pids])))
            if over.wait(0.05):
                return

    watching = threading.Thread(target=look)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


def _own_mb(pid: str) -> float:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    lines = status.read_text(encoding="utf-8").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:")) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
