"""The audience of the demonstration: made once, published, its promises marked as invented."""

from datetime import date

import pytest

from tenun.config.demo import make_accounts, make_meeting, make_programmes
from tenun.domain.promises import PromiseState
from tenun.organisations.register import Known, look_up
from tenun.partnership.enums import PointKind
from tenun.partnership.meetings import published_meetings
from tenun.partnership.models import Commitment, MeetingPoint
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db(databases=["default", "worker"])
ON = date(2026, 11, 24)


@pytest.fixture
def said():
    said = []
    make_accounts(ON)
    make_programmes(ON)
    make_meeting(said.append)
    return said


def test_everybody_reads_it_with_its_one_quotation(said):
    with scoped(NOBODY):
        (meeting,) = published_meetings()
        assert (meeting.held_on, meeting.host_name) == (date(2025, 12, 8), "Melki Laka Lena")
        assert meeting.published_at.date() == date(2025, 12, 9)
        assert MeetingPoint.objects.filter(kind=PointKind.STATEMENT).count() == 1
        assert meeting.results.count() == 4


def test_no_promise_passes_for_a_real_one(said):
    with scoped(NOBODY):
        promises = list(Commitment.objects.all())
    assert len(promises) == 4
    assert all("(rekaan)" in each.action and each.is_demo for each in promises)
    assert {each.state for each in promises} == {PromiseState.KEPT, PromiseState.BEGUN, PromiseState.PROMISED}


def test_the_wrong_name_is_known_as_wrong(said):
    assert look_up("International Organization on Migration").known is Known.WRONG_SPELLING
    assert look_up("International Organization for Migration (IOM)").known is Known.RIGHT


def test_a_second_start_makes_nothing_twice(said):
    again = []
    assert make_meeting(again.append) == 0
    assert again == []
