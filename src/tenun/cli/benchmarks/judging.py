"""`tenun bench person` and `tenun bench readiness`: one person with reasons, and a country in one query."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from tenun.cli.benchmarks import by_hand, by_hand_polars, by_hand_sql
from tenun.cli.benchmarks.measure import Result, best_of, best_of_both
from tenun.cli.benchmarks.people import ON, bench_target, read_facts, whole_target, write_factsheets
from tenun.domain.assessment import assess
from tenun.domain.assessment.sql import assessment_sql
from tenun.domain.catalogue import packaged
from tenun.domain.repair import plan

_TOTAL = "SELECT count(*), sum(verdict), sum(list_sum(states)) FROM ({query})"


def person(size: int | None) -> list[Result]:
    """All rules of one target with reasons, beside the same rules as plain Python ifs without reasons."""
    people = size or 2_000
    target, whole, catalogue = bench_target(), whole_target(), packaged()
    with TemporaryDirectory() as folder:
        sheet = Path(folder) / "people.parquet"
        write_factsheets(sheet, people)
        facts = read_facts(sheet, people)
    ours, hand = best_of_both(
        7,
        lambda: [assess(target, each, ON) for each in facts],
        lambda: [by_hand.judge(each, ON) for each in facts],
    )
    everything = best_of(3, lambda: [assess(whole, each, ON) for each in facts])
    judged = [assess(whole, each, ON) for each in facts]
    planned = best_of(3, lambda: [plan(catalogue, each) for each in judged])
    return [
        Result(
            name="person",
            size=people,
            seconds=ours / people,
            limit=f"{len(target.requirements)} rules as plain Python ifs, without reasons",
            limit_seconds=hand / people,
            allowed=3.0,
            peers={
                f"all {len(whole.requirements)} rules of {whole.id}, with reasons": everything / ours,
                "repair plan": planned / ours,
            },
        )
    ]


def readiness(size: int | None) -> list[Result]:
    """A parquet of factsheets judged on DuckDB, beside a query by hand, polars by hand and the closures."""
    people = size or 1_000_000
    tenth = max(1, people // 10)
    with TemporaryDirectory() as folder:
        large, small = Path(folder) / "large.parquet", Path(folder) / "small.parquet"
        write_factsheets(large, people)
        write_factsheets(small, tenth)
        with duckdb.connect() as connection:
            ours, hand = best_of_both(
                5, lambda: _count(connection, _query(large)), lambda: _count(connection, _by_hand(large))
            )
            ours_small = best_of(5, lambda: _count(connection, _query(small)))
        peers = {"closures, one person after the other": _closures(small, tenth) * people / ours}
        polars = _polars(large)
        if polars is not None:
            peers["polars by hand"] = polars / ours
    return [
        Result(
            name="readiness",
            size=people,
            seconds=ours,
            limit="the same rules as a SQL query by hand",
            limit_seconds=hand,
            allowed=1.2,
            peers=peers,
        ),
        Result(
            name="readiness_scaling",
            size=people,
            seconds=ours / people,
            limit=f"seconds a person at {tenth}",
            limit_seconds=ours_small / tenth,
            allowed=1.3,
        ),
    ]


def _query(path: Path) -> str:
    return _TOTAL.format(query=assessment_sql(bench_target(), ON, table=f"'{path}'"))


def _by_hand(path: Path) -> str:
    return _TOTAL.format(query=by_hand_sql.query(f"'{path}'", ON.isoformat()))


def _count(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[int, ...]:
    found = connection.execute(query).fetchone()
    if found is None:
        raise RuntimeError(query)
    return tuple(found)


def _closures(path: Path, people: int) -> float:
    """Seconds a person, over at most 5,000 of them."""
    sample = min(people, 5_000)
    facts, target = read_facts(path, sample), bench_target()
    return best_of(3, lambda: [assess(target, each, ON) for each in facts]) / sample


def _polars(path: Path) -> float | None:
    """Seconds, or nothing where polars is not installed."""
    try:
        return best_of(3, lambda: by_hand_polars.judge(path, ON))
    except ModuleNotFoundError:
        return None
