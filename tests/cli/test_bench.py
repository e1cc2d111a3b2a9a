"""`tenun bench`: ratios in the shape of the contract; a limit that is exceeded ends with 1."""

import json

import pytest

from tenun.cli import bench
from tenun.cli.benchmarks.measure import Result

PERSON = Result(
    name="person",
    size=100,
    seconds=0.00003,
    limit="the same by hand",
    limit_seconds=0.00002,
    allowed=3.0,
    peers={"repair plan": 2.5},
)
SHEET = Result(
    name="check", size=100, seconds=2.0, limit="bare", limit_seconds=1.0, allowed=3.0, peak_mb=120.0, allowed_mb=300.0
)


def test_the_document_has_the_shape_of_the_contract(tenun):
    result = tenun("bench", "person", "readiness", "--size", "200", "--json", "--sql")
    document = json.loads(result.out)
    assert result.err == ""
    assert set(document["jobs"]) == {
        "person",
        "readiness",
        "readiness_scaling",
        "readiness_in_place",
        "readiness_in_place_scaling",
        "readiness_due",
    }
    texts = document["jobs"]["readiness_in_place"]["sql"]
    assert texts["judged"].strip().startswith("INSERT INTO readiness_assessment")
    assert texts["limit, scan"].startswith("SELECT sum(num_nulls(")
    assert texts["limit, a batch"].strip().startswith("INSERT INTO bench_bare")
    for job in document["jobs"].values():
        assert {"size", "seconds", "limit", "ratio", "peers", "peak_mb"} <= set(job)
        assert {"what", "seconds"} <= set(job["limit"])
        assert job["ratio"] > 0
        assert all(ratio > 0 for ratio in job["peers"].values())
    assert document["jobs"]["person"]["size"] == 200
    assert result.code == (0 if all(job["holds"] for job in document["jobs"].values()) else 1)


def test_the_sheet_is_measured_with_its_memory(tenun):
    (job,) = json.loads(tenun("bench", "check", "--size", "100", "--json").out)["jobs"].values()
    assert job["size"] == 100
    assert 0 < job["peak_mb"] < 400


@pytest.mark.parametrize(
    ("result", "lines"),
    [
        (
            PERSON,
            [
                "person: 1.50 kali the same by hand; batas 3.00: terpenuhi (100 orang, 30.0 µs)",
                "    repair plan: 2.50 kali waktu ini",
            ],
        ),
        (
            SHEET,
            [
                "check: 2.00 kali bare; batas 3.00: terpenuhi (100 orang, 2.00 s)",
                "    memori puncak 120 MB; batas 300 MB",
            ],
        ),
    ],
)
def test_each_job_is_one_line_of_ratios_with_its_peers_under_it(capsys, result, lines):
    bench._print(result)
    assert capsys.readouterr().out.splitlines() == lines


def test_words_on_a_terminal_name_each_job(tenun):
    result = tenun("bench", "person", "--size", "100")
    assert result.out.startswith("person: ")
    assert result.code in (0, 1)
