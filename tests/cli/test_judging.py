"""What is asked of each row: target, departure, state, the verdicts and what may be offered with them."""

from datetime import date

import pytest
from tests.cli.people import DEPARTING, OF, READY, without
from tests.domain.catalogue.texts import edited

from tenun.cli.judging import Question, judge_row
from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import load, packaged
from tenun.domain.papers import Dossier
from tenun.domain.states import READY_STATES, ReadyState


def of(findings, requirement):
    (found,) = [item for item in findings if item["requirement"] == requirement]
    return found


def blocking(row):
    return {item["requirement"] for item in row["findings"] if item["blocks"]}


def test_the_target_of_the_row_wins(judge):
    rows = judge([READY | {"tujuan": ""}, READY | {"tujuan": "hk-domestic"}], "--target", "my-domestic")["rows"]
    assert [row["target"] for row in rows] == ["my-domestic", "hk-domestic"]


@pytest.mark.parametrize(
    ("own", "option", "on", "verdict"),
    [
        ("", None, "2026-11-24", "stop"),  # Seventeen, and nobody has named another day.
        ("", "2027-03-12", "2026-11-24", "not_this_target"),  # Eighteen on the day she leaves, not yet today.
        ("2027-03-12", None, "2026-11-24", "not_this_target"),
        ("2027-03-11", "2027-03-12", "2026-11-24", "stop"),  # The row's own day counts before the option.
        ("2027-03-12", "2027-03-11", "2026-11-24", "not_this_target"),
        ("", "2027-03-11", "2026-11-24", "stop"),
        ("2026-01-01", "2026-01-01", "2027-03-12", "ready"),  # A day that is past counts as the day of judging.
    ],
)
def test_departure_is_the_rows_own_day_then_the_option_then_the_day_of_judging(judge, own, option, on, verdict):
    born = {name: "2009-03-12" for name in READY if name.endswith("tanggal_lahir")}
    nik = {"nik": "5304055203099001", "ktp_nomor": "5304055203099001"}
    person = READY | born | nik | {"rencana_berangkat": own, "ijazah_terbit": "2026-05-06"}
    arguments = ("--departure", option) if option else ()
    row = judge.one(person, *arguments, on=on)
    assert row["verdict"] == verdict


@pytest.mark.parametrize("state", [state.value for state in READY_STATES])
def test_she_is_ready_for_each_state_with_what_is_due_by_it_and_for_none_later(judge, state):
    order = [item.value for item in READY_STATES]
    later = order[order.index(state) + 1 :]
    row = judge.one(without(READY | DEPARTING, *(column for name in later for column in OF[name])), "--for", state)
    assert (row["verdict"], row["ready_for"], blocking(row)) == ("ready", state, set())
    assert row["plan"] == {"days": 0, "cost_rupiah": 0, "cost_worker_rupiah": 0, "truths": {}, "left": []} | {
        "steps": [step for step in row["plan"]["steps"] if step["optional"]]
    }


@pytest.mark.parametrize("state", [state.value for state in READY_STATES[1:]])
def test_what_a_state_waits_for_blocks_there_and_ready_for_names_the_state_before(judge, state):
    order = [item.value for item in READY_STATES]
    row = judge.one(without(READY | DEPARTING, *OF[state]), "--for", state)
    assert row["verdict"] == "repair"
    assert row["ready_for"] == order[order.index(state) - 1]
    assert {item["due_by"] for item in row["findings"] if item["blocks"]} == {state}


def test_what_is_needed_only_later_is_not_due_and_never_a_step(judge):
    row = judge.one(READY)
    states = {item["due_by"]: item["state"] for item in row["findings"] if item["state"] not in ("met", "not_needed")}
    assert set(states) == {state.value for state in READY_STATES[1:]}
    assert set(states.values()) == {"not_due"}
    assert row["plan"]["steps"] == []


def test_the_furthest_state_that_nothing_blocks_may_lie_beyond_the_one_asked_for(judge):
    assert judge.one(READY | DEPARTING)["ready_for"] == "DEPARTED"


def test_a_target_that_is_not_certainly_open_adds_one_blocking_question_to_bp3mi(judge):
    row = judge.one(READY | {"tujuan": "sa-domestic"})
    found = of(row["findings"], "target_status")
    assert row["verdict"] == "repair"
    assert found | {"gate": "placement", "due_by": "MATCHED", "blocks": True, "office": "bp3mi"} == found
    assert [(step["title"], step["office"]) for step in row["plan"]["steps"] if not step["optional"]] == [
        ("Pastikan ke BP3MI apakah tujuan ini dibuka", "bp3mi")
    ]


@pytest.mark.parametrize(
    ("changes", "possible"),
    [
        ({"tujuan": "sg-domestic", "pendidikan": "SD"}, None),
        ({"tujuan": "sg-domestic", "jenis_kelamin": "L", "nik": "-", "ktp_nomor": "5304051203999001"}, None),
    ],
)
def test_what_cannot_be_mended_names_other_open_targets(judge, changes, possible):
    row = judge.one(READY | changes)
    assert (row["verdict"], row["ready_for"], row["possible_on"]) == ("not_this_target", None, possible)
    assert row["other_targets"]
    status = {target.id: target.status.value for target in packaged().targets(date(2026, 11, 24))}
    assert {status[name] for name in row["other_targets"]} == {"open"}
    assert "sg-domestic" not in row["other_targets"]


def test_who_is_too_young_for_one_target_learns_from_when_it_is_possible(judge):
    born = {name: "2005-04-18" for name in READY if name.endswith("tanggal_lahir")}
    number = {"nik": "5304055804059001", "ktp_nomor": "5304055804059001", "tujuan": "sg-domestic"}
    row = judge.one(READY | born | number)
    assert (row["verdict"], row["possible_on"]) == ("not_this_target", "2028-04-18")
    assert judge.one(READY | born | number, on="2028-04-17")["verdict"] == "not_this_target"
    assert judge.one(READY | born | number, on="2028-04-18")["verdict"] == "ready"
    assert "my-domestic" in row["other_targets"]


def test_only_what_is_not_this_target_names_others(judge):
    assert judge.one(READY)["other_targets"] == []
    assert judge.one(READY | {"akta_nomor": ""} | {"ktp_bukti": "copy"})["other_targets"] == []


def test_a_closed_target_is_not_hers_and_is_not_offered_to_anybody():
    catalogue = load(edited("targets/xx-farm.toml", 'status = "open"', 'status = "closed"'))
    question = Question(catalogue, date(2026, 11, 24), ReadyState.MATCHED, "xx-farm", None)
    judged = judge_row(question, 2, Dossier(name="Maria", birth_date=date(1996, 1, 5)))
    assert judged.assessment.verdict is Verdict.NOT_THIS_TARGET
    assert judged.other_targets == ()
    assert [item.requirement.id for item in judged.assessment.deciding] == ["target_status"]


@pytest.mark.parametrize(
    "changes",
    [
        {"ijazah_tanggal_lahir": "2010-05-20"},  # A paper under 18.
        {"nik": "5304055203109001", "ktp_nomor": "5304055203109001"},  # Digits under 18.
        {name: "2009-09-06" for name in READY if name.endswith("tanggal_lahir")} | {"nik": "", "ktp_nomor": "x"},
        {"ijazah_tanggal_lahir": "2004-03-12"},  # On both sides of 23.
        {"ijazah_tanggal_lahir": "2006-03-12"},  # On both sides of 21.
    ],
)
def test_a_stop_offers_nothing(judge, changes):
    row = judge.one(READY | changes)
    assert (row["verdict"], row["ready_for"], row["possible_on"], row["other_targets"]) == ("stop", None, None, [])
    assert (row["plan"]["steps"], row["plan"]["days"], row["plan"]["cost_rupiah"]) == ([], 0, 0)


def test_years_that_differ_without_crossing_a_line_are_a_repair_with_a_talk(judge):
    row = judge.one(READY | {"ijazah_tanggal_lahir": "1998-03-12"})
    assert row["verdict"] == "repair"
    assert any(step["court"] for step in row["plan"]["steps"])
