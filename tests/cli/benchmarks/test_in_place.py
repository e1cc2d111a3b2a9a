"""The bench in PostgreSQL measures what it says: rows as wide, answers as right, a limit that can be exceeded."""

import json
import subprocess
import sys

import pytest

from tenun.cli.benchmarks.in_place import Figures, results


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """A tenth and the whole of a small country, in a process and a server of their own."""
    report = tmp_path_factory.mktemp("bench") / "report.json"
    command = [sys.executable, "-m", "tenun.cli.benchmarks.in_place", str(report), "300"]
    subprocess.run(command, check=True)
    return [Figures(**each) for each in json.loads(report.read_text(encoding="utf-8"))]


def test_the_rows_of_the_limit_are_as_wide_as_ours(figures):
    ours, bare = figures[1].widths
    assert bare == pytest.approx(ours, rel=0.05)


def test_who_is_due_is_some_and_leaves_the_same_answers(figures):
    assert figures[1].same_answers
    assert 0 <= figures[1].due_share < 0.1
    assert [each.people for each in figures] == [30, 300]


def test_the_promises_stand_beside_their_limits(figures):
    in_place, scaling, due = results(*figures)
    assert (in_place.allowed, scaling.allowed, due.allowed) == (3.0, 1.3, 0.03)
    assert in_place.peak_mb > 0


def test_other_answers_are_no_result():
    with pytest.raises(RuntimeError, match="other answers"):
        results(Figures(), Figures(same_answers=False))
