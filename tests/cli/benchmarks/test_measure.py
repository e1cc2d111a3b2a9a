"""A benchmark's result: its ratio, and whether its limits of time and memory hold."""

from dataclasses import replace
from itertools import count

import pytest

from tenun.cli.benchmarks.measure import Result, best_of, best_of_both, cpu_of

RESULT = Result(name="x", size=10, seconds=2.0, limit="y", limit_seconds=1.0, allowed=2.0)


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({}, True),
        ({"seconds": 2.01}, False),
        ({"peak_mb": 300.0, "allowed_mb": 300.0}, True),
        ({"peak_mb": 300.1, "allowed_mb": 300.0}, False),
        ({"peak_mb": 300.1}, True),
    ],
)
def test_a_result_holds_when_both_limits_are_kept(changes, holds):
    result = replace(RESULT, **changes)
    assert result.holds is holds
    assert result.to_json()["holds"] is holds


def test_the_ratio_is_rounded_only_in_the_document():
    result = replace(RESULT, seconds=1.23456, peers={"z": 0.98765}, peak_mb=12.34)
    assert result.ratio == 1.23456
    document = result.to_json()
    assert (document["ratio"], document["peers"], document["peak_mb"]) == (1.235, {"z": 0.988}, 12.3)
    assert document["limit"] == {"what": "y", "seconds": 1.0, "allowed": 2.0}


@pytest.mark.parametrize("measure", [best_of, cpu_of])
def test_every_run_is_made_and_the_best_counts(measure):
    runs = count()
    assert measure(3, lambda: next(runs)) >= 0
    assert next(runs) == 3


def test_two_are_measured_in_turns():
    order = []
    best_of_both(2, lambda: order.append("a"), lambda: order.append("b"))
    assert order == ["a", "b", "a", "b"]
