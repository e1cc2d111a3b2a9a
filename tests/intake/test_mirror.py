"""What Tenun itself holds of the steps that Sisko tells of, and how a listing stands beside it."""

from datetime import date

import pytest

from tenun.documents.models import Paper
from tenun.domain.papers import Proof
from tenun.domain.sisko import Reflection, SiskoStep
from tenun.intake.mirror import ours_of, reflected
from tenun.people.models import Journey, JourneyEntry, SiskoListing

DAY = date(2026, 10, 9)
TOLD = JourneyEntry(journey_id=1, event="record_non_procedural", details={"berangkat": "2026-10-09"})


def test_a_paper_is_held_with_its_day_and_one_that_is_known_to_be_absent_is_not():
    papers = [
        Paper(kind="ak1", proof=Proof.DECLARED, issued_on=DAY),
        Paper(kind="e_kpmi", proof=Proof.COPY),
        Paper(kind="opp", proof=Proof.ABSENT),
        Paper(kind="ktp", proof=Proof.CERTIFIED, issued_on=DAY),
    ]
    assert ours_of(papers, None, []) == {SiskoStep.REGISTRATION: DAY, SiskoStep.WORKER_CARD: True}


@pytest.mark.parametrize(
    ("state", "history", "entries", "held"),
    [
        ("PREPARING", ["CONTACTED"], [], None),
        ("DEPARTED", ["CLEARED"], [], True),
        ("HOME", ["CLEARED", "DEPARTED", "WORKING"], [], True),
        ("LOST_CONTACT", ["DEPARTED_NON_PROCEDURALLY"], [TOLD], DAY),
        ("DEPARTED_NON_PROCEDURALLY", [], [TOLD], DAY),
        ("DEPARTED_NON_PROCEDURALLY", [], [], True),
        ("PREPARING", ["CONTACTED"], [TOLD], None),
    ],
    ids=lambda value: str(value)[:25],
)
def test_a_departure_is_held_while_it_is_not_undone(state, history, entries, held):
    journey = Journey(pk=1, state=state, history=history)
    assert ours_of([], journey, entries).get(SiskoStep.DEPARTURE) == held


def test_a_departure_of_an_earlier_attempt_is_not_that_of_this_one():
    journey = Journey(pk=2, state="DEPARTED_NON_PROCEDURALLY", history=[])
    assert ours_of([], journey, [TOLD]) == {SiskoStep.DEPARTURE: True}


def test_a_step_of_which_no_list_has_told_has_no_line():
    listing = SiskoListing(steps={"e_pmi": True, "ak1": False})
    lines = reflected(listing, {SiskoStep.REGISTRATION: DAY, SiskoStep.ORIENTATION: DAY})
    assert [(each.step, each.ours, each.theirs, each.reflection) for each in lines] == [
        (SiskoStep.REGISTRATION, DAY, False, Reflection.SENT),
        (SiskoStep.WORKER_CARD, False, True, Reflection.ONLY_THERE),
    ]
