"""A journey moves by events that a post may enter, with their evidence; every change is a line that stays."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction
from tests.people.conftest import TODAY, belu, maria  # noqa: F401  Fixtures.

from tenun.domain.journey import Event, Evidence, Role, Scheme, State
from tenun.domain.states import ReadyState
from tenun.organisations.queries import standing_of
from tenun.people.models import Journey, JourneyEntry
from tenun.readiness.actions import Noted, StepRefused, advance
from tenun.readiness.judged import Judged
from tenun.shared.scope import NOBODY, scoped

ADULT = Judged(birth_dates=(date(1999, 3, 12),))


@pytest.fixture
def step(belu, maria):  # noqa: F811
    """Enters an event for Maria as the counter officer, or in another role."""

    def enter(journey, event, *evidence, judged=ADULT, role=Role.COUNTER, reason=""):
        return advance(
            person=maria,
            journey=journey,
            event=event,
            noted=Noted(evidence=frozenset(evidence), reason=reason),
            judged=judged,
            role=role,
            on=TODAY,
            by=belu,
        )

    with scoped(standing_of(belu, TODAY).scope):
        yield enter


@pytest.fixture
def prepared(step):
    """From the first talk to the preparation, S0 to S4."""
    journey = step(None, Event.CONTACT, Evidence.FIRST_TALK, role=Role.VILLAGE)
    journey = step(journey, Event.INFORM, Evidence.BRIEFING_CHECKLIST, role=Role.VILLAGE)
    journey = step(journey, Event.REGISTER_VILLAGE, Evidence.VILLAGE_REGISTER, role=Role.VILLAGE)
    journey = step(journey, Event.ENROL, Evidence.JOB_SEEKER_CARD)
    journey = step(journey, Event.SCREEN, Evidence.SCREENING_FORM)
    return step(journey, Event.BEGIN_PREPARATION, Evidence.CONSENT_TO_START)


def test_the_way_from_the_first_talk_to_the_preparation(prepared):
    assert prepared.state == State.PREPARING
    assert [entry.after for entry in JourneyEntry.objects.filter(journey=prepared).order_by("id")] == [
        "CONTACTED",
        "INFORMED",
        "VILLAGE_RECORDED",
        "REGISTERED",
        "SCREENED",
        "PREPARING",
    ]


def test_no_way_to_a_match_while_something_blocks(step, prepared):
    with pytest.raises(StepRefused) as refused:
        step(prepared, Event.MATCH, Evidence.JOB_ORDER)
    assert refused.value.refusal.words.id
    assert Journey.objects.get(pk=prepared.pk).state == State.PREPARING


def test_ready_papers_open_the_match(step, prepared):
    ready = Judged(ready_for=ReadyState.MATCHED, birth_dates=ADULT.birth_dates, scheme=Scheme.P_TO_P)
    assert step(prepared, Event.MATCH, Evidence.JOB_ORDER, judged=ready).state == State.MATCHED


def test_a_step_without_its_evidence_or_by_another_office_is_refused(step):
    with pytest.raises(StepRefused, match="evidence_missing"):
        step(None, Event.CONTACT, role=Role.VILLAGE)
    with pytest.raises(StepRefused, match="not_your_role"):
        step(None, Event.CONTACT, Evidence.FIRST_TALK, role=Role.AUDITOR)
    assert not Journey.objects.exists()


def test_a_wrong_entry_is_undone_with_its_reason_and_both_lines_stay(step, prepared):
    undone = step(prepared, Event.UNDO, Evidence.REASON_AND_OFFICER, reason="Salah orang")
    assert undone.state == State.SCREENED
    assert JourneyEntry.objects.filter(journey=prepared).count() == 7


def test_a_line_of_the_log_cannot_be_changed_or_removed(step, prepared):
    for act in (lambda lines: lines.update(reason="x"), lambda lines: lines.delete()):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            act(JourneyEntry.objects.all())


def test_a_journey_is_seen_by_nobody_outside_the_scope(prepared):
    with scoped(NOBODY):
        assert not Journey.objects.exists()
        assert not JourneyEntry.objects.exists()
