"""Days and states as people read them."""

from datetime import date

import pytest

from tenun.domain.states import READY_STATES
from tenun.domain.wording import MONTHS, STAGES, say_day


@pytest.mark.parametrize(
    ("day", "language", "text"),
    [
        (date(2027, 5, 1), "id", "1 Mei 2027"),
        (date(2026, 11, 24), "id", "24 November 2026"),
        (date(2027, 5, 1), "en", "1 May 2027"),
    ],
)
def test_a_day_has_its_month_by_name(day, language, text):
    assert say_day(day, language) == text


def test_there_are_twelve_months_and_no_two_look_alike_when_cut_short():
    assert len({month.say("id")[:3] for month in MONTHS}) == 12


def test_every_state_has_words():
    assert set(STAGES) == set(READY_STATES)
