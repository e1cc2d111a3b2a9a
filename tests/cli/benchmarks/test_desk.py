"""The bench of Meja kerja measures the real page under the real policies, and a limit there can be exceeded."""

import json
import subprocess
import sys

import pytest

from tenun.cli.benchmarks.desk import Figures, results


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """A small country, in a process and a server of its own."""
    report = tmp_path_factory.mktemp("bench") / "report.json"
    subprocess.run([sys.executable, "-m", "tenun.config.desk_bench", str(report), "400"], check=True)
    return Figures(**json.loads(report.read_text(encoding="utf-8")))


def test_every_role_with_a_queue_is_measured_and_the_page_asks_four_times(figures):
    assert set(figures.seconds) == {"village", "counter", "protection", "bp3mi", "province"}
    assert 0 < figures.queries <= 4
    assert figures.page > figures.empty > 0


def test_the_promises_stand_beside_their_limits(figures):
    figures.scanned.clear()  # So few people are read past an index rightly.
    found = {result.name: result for result in results(figures)}
    assert found["page_desk"].allowed == 10.0
    assert found["page_queue_counter"].limit_seconds == 0.001


@pytest.mark.parametrize("bad", [{"scanned": ["counter"]}, {"queries": 5}])
def test_reading_past_an_index_or_asking_too_often_is_no_result(bad):
    with pytest.raises(RuntimeError):
        results(Figures(people=1, **bad))
