"""`tenun bench page`: Meja kerja with a country of people behind it, for every role that has a queue.

The database is asked as the site under the policies, and the page is made by the whole way of a request. The limit of
a query is a millisecond of PostgreSQL; that of a page is what a view costs that answers nothing, on the same way.
"""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tenun.cli.benchmarks.measure import Result

MILLISECOND = 0.001


@dataclass
class Figures:
    """What one size gave: seconds by role, `waiting` at the slowest desk, lists past an index, the pages, queries."""

    people: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    waiting: dict[str, float] = field(default_factory=dict)
    scanned: list[str] = field(default_factory=list)
    page: float = float("inf")
    empty: float = float("inf")
    queries: int = 0


def page(size: int | None) -> list[Result]:
    """The runs in a process of their own, as the results of the job."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "tenun.config.desk_bench", str(report), str(size or 1_000_000)]
        subprocess.run(command, check=True)
        return results(Figures(**json.loads(report.read_text(encoding="utf-8"))))


def results(found: Figures) -> list[Result]:
    """The promises: a millisecond a page for every role, ten empty views of processor for the whole page."""
    if found.scanned:
        raise RuntimeError(f"read past every index: {', '.join(found.scanned)}")
    if found.queries > 4:
        raise RuntimeError(f"{found.queries} queries")
    # Where few wait they are found by the index of desks and put in order; where most wait, the list itself meets them.
    at_a_desk = {f"{role}_at_a_desk": seconds for role, seconds in found.waiting.items()}
    lists = [
        Result(
            name=f"page_queue_{name}",
            size=found.people,
            seconds=seconds,
            limit="a millisecond of PostgreSQL",
            limit_seconds=MILLISECOND,
            allowed=2.0 if name in at_a_desk else 1.0,
        )
        for name, seconds in (found.seconds | at_a_desk).items()
    ]
    whole = Result(
        name="page_desk",
        size=found.people,
        seconds=found.page,
        limit="the processor time of a view that answers nothing",
        limit_seconds=found.empty,
        allowed=10.0,
    )
    return [*lists, whole]
