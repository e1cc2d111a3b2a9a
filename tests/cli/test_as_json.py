"""The JSON document of the contract: every key, every code, and nothing beside it."""

import json

import pytest
from tests.cli.people import BORN, KK, NAME, NIK, READY, without

DESKS = {
    "manpower",
    "information",
    "civil_registry",
    "health",
    "immigration",
    "police",
    "bank",
    "social_security",
    None,
}
GATES = {"age", "competence", "health", "social_security", "documents", "placement"}
STATES = {"met", "unverified", "expiring", "expired", "defective", "missing", "unknown", "not_due", "not_needed"}
PAPERS = ("ktp", "kk", "akta", "ijazah")


def steps(row):
    return [step["id"] for step in row["plan"]["steps"] if not step["optional"]]


def of(row, requirement):
    (found,) = [item for item in row["findings"] if item["requirement"] == requirement]
    return found


def state(row, requirement):
    found = of(row, requirement)
    return found["state"], found["reason"]


def test_every_key_of_the_contract_is_there(judge):
    document = judge([READY | {"ktp_nama": "Maria Gorety Bano", "akta_nomor": "-"} | dict.fromkeys(AKTA, "")])
    assert set(document) == {"on", "for", "rows", "errors", "warnings"}
    assert (document["on"], document["for"]) == ("2026-11-24", "MATCHED")
    (row,) = document["rows"]
    assert {"row", "name", "target", "verdict", "ready_for", "possible_on", "other_targets"} <= set(row)
    assert {"findings", "mismatches", "plan"} <= set(row)
    for finding in row["findings"]:
        assert {"requirement", "state", "reason", "gate", "due_by", "blocks", "desk", "source"} <= set(finding)
        assert {"confidence", "evidence"} <= set(finding)
    for mismatch in row["mismatches"]:
        assert {"field", "papers", "kinds"} <= set(mismatch)
    assert {"days", "cost_rupiah", "steps"} <= set(row["plan"])
    for step in row["plan"]["steps"]:
        assert {"id", "title", "desk", "office", "after", "days", "cost_rupiah", "payer"} <= set(step)
        assert {"court", "papers", "optional"} <= set(step)


AKTA = tuple(name for name in READY if name.startswith("akta_") and name != "akta_nomor")


def test_every_code_is_one_of_the_contract(judge):
    for person in (READY, {"nama": "Maria", "tujuan": "kr-eps"}, READY | {"tujuan": "de-nurse", "akta_nomor": "-"}):
        for row in judge([person], "--for", "DEPARTED")["rows"]:
            assert {item["gate"] for item in row["findings"]} <= GATES
            assert {item["state"] for item in row["findings"]} <= STATES
            assert {item["desk"] for item in (*row["findings"], *row["plan"]["steps"])} <= DESKS
            assert {item["confidence"] for item in row["findings"] if item["blocks"]} <= {"source"}
            known = {step["id"] for step in row["plan"]["steps"]}
            assert all(set(step["after"]) <= known for step in row["plan"]["steps"])


def test_it_is_one_document_and_nothing_else_on_standard_output(check):
    result = check([READY, {"nama": "", "tujuan": "kr-eps", "kota": "Soe"}], "--json")
    assert json.loads(result.out)["errors"]
    assert (result.code, result.err) == (1, "")


def test_rows_carry_the_number_of_the_spreadsheet(judge):
    document = judge([READY, without(READY, "tujuan"), {}, READY | {"nama": "Petrus"}])
    assert [row["row"] for row in document["rows"]] == [2, 5]
    assert [(error["row"], error["column"], error["code"]) for error in document["errors"]] == [
        (3, "tujuan", "row.no_target")
    ]
    assert document["errors"][0]["message"].startswith("Baris 3, kolom tujuan: Tujuan belum diisi.")


def test_empty_is_unknown_and_the_first_step_is_to_show_it_at_no_cost(judge):
    row = judge.one(without(READY, "akta_"))
    assert state(row, "akta") == ("unknown", "not_shown")
    assert steps(row) == ["show_akta"]
    assert (row["plan"]["days"], row["plan"]["cost_rupiah"]) == (0, 0)
    assert "unjukkan" in row["plan"]["steps"][0]["title"]


@pytest.mark.parametrize(
    ("paper", "key"),
    [
        ("ktp", "ktp_nomor"),
        ("kk", "kk_nomor"),
        ("akta", "akta_nomor"),
        ("ijazah", "ijazah_nomor"),
        ("izin", "izin_tanggal"),
        ("status_kawin_surat", "status_kawin_surat_tanggal"),
        ("ak1", "ak1_terbit"),
    ],
)
def test_a_dash_is_known_to_be_absent(judge, paper, key):
    row = judge.one(without(READY, f"{paper}_") | {key: "-"})
    requirement = {"izin": "consent", "status_kawin_surat": "status_letter"}.get(paper, paper)
    assert state(row, requirement) == ("missing", "absent")
    assert f"show_{paper}" not in steps(row)
    assert row["plan"]["days"] > 0


@pytest.mark.parametrize(
    ("proofs", "expected"),
    [
        ({"bukti": "", "ktp_bukti": ""}, "unverified"),  # Nobody says how it was shown: declared.
        ({"bukti": "declared"}, "unverified"),
        ({"bukti": "copy"}, "unverified"),
        ({"bukti": "original_seen"}, "met"),
        ({"bukti": "certified"}, "met"),
        ({"bukti": "certified", "ktp_bukti": "copy"}, "unverified"),
        ({"bukti": "copy", "ktp_bukti": "original_seen"}, "met"),
    ],
)
def test_proof_is_the_papers_own_else_the_rows_else_declared(judge, proofs, expected):
    row = judge.one(READY | proofs)
    assert of(row, "ktp")["state"] == expected
    if expected == "unverified":
        assert of(row, "ktp")["reason"] == "original_not_seen"


def test_the_proof_of_any_other_paper_is_named_by_its_first_column(judge):
    row = judge.one(READY | {"izin_bukti": "copy", "kompetensi_bukti": "copy", "ak1_bukti": "declared"})
    assert {item["requirement"] for item in row["findings"] if item["state"] == "unverified"} == {
        "consent",
        "competence",
        "ak1",
    }


@pytest.mark.parametrize(
    ("column", "value", "requirement"),
    [("ktp_nomor", "5304055203999011", "agree_nik"), ("kk_nomor", "5304051103199012", "agree_kk_number")],
)
def test_the_printed_number_is_compared_with_the_rows_own(judge, column, value, requirement):
    row = judge.one(READY | {column: value})
    assert of(row, requirement)["state"] == "defective"
    field = {"agree_nik": "nik", "agree_kk_number": "kk_number"}[requirement]
    own = {"nik": NIK, "kk_number": KK}[field]
    assert {item["field"]: item["papers"] for item in row["mismatches"]} == {
        field: {"isian": own, column.partition("_")[0]: value}
    }


@pytest.mark.parametrize(
    ("issued", "on", "expected"),
    [
        ("2024-11-24", "2026-11-24", "met"),  # The same day 24 months later still counts.
        ("2024-11-23", "2026-11-24", "expired"),
        ("2024-02-29", "2026-02-28", "met"),  # Clamped to the month's end.
        ("2024-02-29", "2026-03-01", "expired"),
        ("2026-11-25", "2026-11-24", "defective"),  # Dated tomorrow.
    ],
)
def test_a_validity_of_months_is_inclusive_and_clamped(judge, issued, on, expected):
    assert of(judge.one(READY | {"ak1_terbit": issued}, on=on), "ak1")["state"] == expected


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (NAME.upper(), None),
        (f"  {NAME}  ", None),  # Values are trimmed at both ends only.
        ("Maria  Goreti Bano", {"spacing"}),
        ("Maria Goretti Bano", {"spelling_variant"}),
        ("Maria G. Bano", {"abbreviation"}),
        ("Bano Maria Goreti", {"order"}),
    ],
)
def test_only_capitals_make_no_difference(judge, name, kinds):
    row = judge.one(READY | {"ijazah_nama": name})
    if kinds is None:
        assert (row["verdict"], row["mismatches"]) == ("ready", [])
    else:
        assert row["verdict"] == "repair"
        assert [item["field"] for item in row["mismatches"]] == ["name"]
        assert kinds <= set(row["mismatches"][0]["kinds"])
        assert row["plan"]["truths"] == {"name": "akta"}


def test_dates_are_iso_however_they_were_written(judge):
    for written in (BORN, "12/03/1999", "12-03-1999", "12 Maret 1999"):
        row = judge.one(READY | {"ijazah_tanggal_lahir": written, "tanggal_lahir": written})
        assert row["verdict"] == "ready"
        assert of(row, "age_18")["evidence"]["birth_date_latest"] == BORN


def test_the_days_are_those_of_the_longest_way_and_the_cost_is_the_sum(judge):
    row = judge.one(READY | {"ijazah_nama": "Fransiska Kolo Asa"})
    needed = {step["id"]: step for step in row["plan"]["steps"] if not step["optional"]}
    ends = {}
    for name, step in needed.items():
        ends[name] = step["days"] + max((ends[other] for other in step["after"] if other in ends), default=0)
    assert row["plan"]["days"] == max(ends.values())
    assert row["plan"]["cost_rupiah"] == sum(step["cost_rupiah"] for step in needed.values()) > 0


def test_a_step_for_what_does_not_block_is_optional(judge):
    row = judge.one(READY | {"tujuan": "sg-domestic"})
    assert row["verdict"] == "ready"
    assert [(step["id"], step["optional"]) for step in row["plan"]["steps"]] == [("show_bahasa_cefr_en", True)]
    assert (row["plan"]["days"], row["plan"]["cost_rupiah"]) == (0, 0)
    assert of(row, "sg_english")["blocks"] is False


def test_english_is_spoken_where_the_terminal_asks_for_it(judge, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    document = judge([without(READY, "akta_"), {"nama": "", "tujuan": "kr-eps"}])
    assert document["rows"][0]["plan"]["steps"][0]["title"].startswith("Show")
    assert document["errors"][0]["message"].startswith("Row 3, column nama: The name is empty.")
