"""The flat CSV for an office's own tools: one line a person, and nothing that a spreadsheet program would run."""

import csv
from io import StringIO

import pytest
from tests.cli.people import ON, READY, without, write_xlsx

from tenun.cli.as_csv import HEADER


def lines(result):
    return list(csv.DictReader(StringIO(result.out)))


def test_one_line_a_person_under_one_header(check):
    result = check([READY, READY | {"nama": "", "nik": ""}, without(READY, "akta_", "nik")], "--format", "csv")
    found = lines(result)
    assert result.out.splitlines()[0] == ",".join(HEADER)
    assert [(line["row"], line["verdict"], line["ready_for"]) for line in found] == [
        ("2", "ready", "MATCHED"),
        ("4", "repair", ""),
    ]
    assert (
        found[1]
        | {
            "target": "my-domestic",
            "reasons": "Akta kelahiran: belum ditunjukkan",
            "plan": "Tunjukkan akta kelahiran",
            "days": "0",
            "cost_rupiah": "0",
        }
        == found[1]
    )


def test_other_targets_and_the_possible_day_have_their_columns(check):
    (line,) = lines(check([READY | {"tujuan": "sg-domestic", "pendidikan": "SD"}], "--format", "csv"))
    assert "my-domestic" in line["other_targets"].split()
    assert line["possible_on"] == ""


def test_a_stop_gives_its_own_reasons_only(check):
    changes = {"ijazah_tanggal_lahir": "2010-05-20", "ktp_nama": "Maria Gorety Bano"}
    (line,) = lines(check([READY | changes], "--format", "csv"))
    assert (line["verdict"], line["plan"]) == ("stop", "")
    assert "belum cukup umur" in line["reasons"]
    assert "Nama" not in line["reasons"]


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+62", "-1+1", "@SUM(A1)"])
def test_what_looks_like_a_formula_stays_text(tenun, tmp_path, name):
    path = write_xlsx(tmp_path / "orang.xlsx", [READY | {"nama": name}])
    (line,) = lines(tenun("check", path, "--on", ON, "--format", "csv"))
    assert line["name"] == f"'{name}"


def test_english_is_spoken_where_the_terminal_asks_for_it(check, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")
    (line,) = lines(check([without(READY, "akta_")], "--format", "csv"))
    assert line["reasons"] == "Birth certificate: not shown yet"
