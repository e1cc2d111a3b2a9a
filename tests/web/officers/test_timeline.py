"""A plan lies on working days: what waits begins after what it waits for, and the longest path is marked."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from tests.web.people import ON, dossiers, judge, judged, page_of

from tenun.domain.catalogue import packaged
from tenun.domain.papers import PaperKind, PaperRecord, Proof
from tenun.domain.states import ReadyState
from tenun.web.officers.timeline import MOST_COLUMNS, Grid, Schedule, build_timeline

EVERYBODY = sorted(dossiers())


def timeline(name, start=ON, **more):
    return build_timeline(packaged(), Schedule(judged(name, **more).plan), start, "id", certain=True)


def bars(name):
    return [(row.number, row.critical, row.note, *[bar.text for bar in row.bars]) for row in timeline(name).rows]


def test_papers_that_wait_for_each_other():
    assert bars("Lusia Kewa Beribe") == [
        (1, True, "Bisa di layanan keliling", "3 hari kerja · 24–26 Nov"),
        (2, True, "Sesudah langkah 1; bisa di layanan keliling", "5 hari kerja · 27 Nov–3 Des"),
        (3, True, "Sesudah langkah 1 dan 2; bisa di layanan keliling", "7 hari kerja · 4–14 Des"),
        (4, True, "Sesudah langkah 1, 2 dan 3", "10 hari kerja · 15–28 Des"),
    ]


def test_what_runs_beside_is_not_on_the_longest_path():
    assert [(number, critical) for number, critical, *_ in bars("Welmince Atty Doko")] == [(1, True), (2, False)]


def test_the_ready_day_is_the_first_working_day_after_the_last_step():
    plan = timeline("Welmince Atty Doko")
    assert [(tick.above, tick.below, tick.ready) for tick in plan.ticks] == [
        ("Sel", "24 Nov", False),
        ("Rab", "25", False),
        ("Kam", "26", True),
    ]
    assert [(each.name, each.value, each.more) for each in plan.sums] == [
        ("Siap paling cepat", "Kamis, 26 November 2026", ""),
        ("Jalur terpanjang", "Langkah 1, 2 hari kerja", ""),
        ("Biaya, perkiraan", "Rp10.000", "Rp10.000 ditanggung sendiri"),
    ]


def test_a_plan_that_begins_on_a_saturday_begins_on_monday():
    assert timeline("Welmince Atty Doko", date(2026, 11, 28)).rows[0].bars[0].text == "2 hari kerja · 30 Nov–1 Des"


def test_what_is_shown_at_once_is_one_row():
    plan = timeline("Imelda Jelita Nggai")
    assert [row.title for row in plan.rows] == ["Tunjukkan yang asli: KTP dan KK"]
    assert (plan.columns, plan.rows[0].bars) == (0, ())


def test_where_more_may_come_no_ready_day_is_promised():
    plan = page_of("Oktaviana Loe Bau").plan
    assert (plan.sums[0].name, plan.sums[0].more) == ("Langkah selesai", "lalu dinilai lagi")
    assert not plan.has_ready_column
    assert not any(each.ready for each in plan.sums)


def test_what_is_only_to_be_confirmed_stands_beside():
    plan = timeline("Ester Ndapa Mbali")
    assert (plan.rows, plan.sums, plan.beside) == ((), (), ("Ikut pelatihan di BLK, BLKK, atau LPK",))


def test_nothing_to_do_is_no_plan():
    assert timeline("Adriana Rambu Lika") is None


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("state", [ReadyState.MATCHED, ReadyState.DEPARTED])
def test_every_plan_fits_its_columns(name, state):
    plan = timeline(name, for_state=state)
    if plan is None or not plan.columns:
        return
    assert plan.columns <= MOST_COLUMNS + 1
    assert all(bar.start >= 1 and bar.end <= plan.columns + 1 for row in plan.rows for bar in row.bars)
    spans = [(tick.start, tick.start + tick.span) for tick in plan.ticks]
    assert spans[0][0] == 1
    assert spans[-1][1] == plan.columns + 1
    assert all(left[1] == right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize("name", EVERYBODY)
def test_no_step_begins_before_what_it_waits_for(name):
    schedule = Schedule(judged(name, ReadyState.DEPARTED).plan)
    ends = {step.id: schedule.start(step) + step.days for step in schedule.needed}
    for step in schedule.needed:
        assert all(schedule.start(step) >= ends[other] for other in step.after if other in ends)
    assert max(ends.values(), default=0) == schedule.plan.days


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_longest_path_lasts_as_long_as_the_plan(name):
    schedule = Schedule(judged(name, ReadyState.DEPARTED).plan)
    critical = [line for line in schedule.lines if line.critical]
    covered = {day for line in critical for day in range(line.start, line.end)}
    assert covered == set(range(schedule.plan.days))


def test_who_pays_is_said_with_the_law_of_the_component():
    absent = {
        kind: PaperRecord(proof=Proof.ABSENT)
        for kind in (PaperKind.MEDICAL_CERTIFICATE, PaperKind.PSYCHOLOGY_CERTIFICATE)
    }
    known = dossiers()["Welmince Atty Doko"]
    case = judge(replace(known, papers={**known.papers, **absent}), ReadyState.MEDICAL_FIT)
    cost = build_timeline(packaged(), Schedule(case.plan), ON, "id", certain=True).sums[-1]
    assert cost.name.startswith("Biaya, perkiraan (Perban BP2MI 9/2020")
    assert (cost.value, cost.more) == ("Rp1.060.000", "Rp10.000 ditanggung sendiri, Rp1.050.000 ditanggung majikan")


LONG = 90
"""Working days of the longest course; 60 columns cannot hold one each."""


@pytest.mark.parametrize("days", [1, 14, 15, 31, 59, 60, LONG, 200])
def test_a_long_plan_puts_several_days_into_a_column(days):
    grid = Grid(days, ON, "id")
    assert grid.columns <= MOST_COLUMNS + 1
    assert (grid.columns - 1) * grid.unit <= days < grid.columns * grid.unit
    labels = [tick.below for tick in grid.ticks()]
    assert len(labels) == len(set(labels)) or days <= 14
    assert labels[0] == "24 Nov"
