"""A promise rises the day after its day and again a month later; only one that is still expected."""

from datetime import date

import pytest

from tenun.domain.promises import FOLLOWS, OPEN, Level, PromiseState, is_overdue, level_on

DUE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("on", "level"),
    [
        (date(2026, 6, 30), Level.OWNER),
        (date(2026, 7, 1), Level.HEAD),
        (date(2026, 7, 30), Level.HEAD),
        (date(2026, 7, 31), Level.GOVERNOR),
        (date(2030, 1, 1), Level.GOVERNOR),
    ],
)
@pytest.mark.parametrize("state", OPEN)
def test_it_rises_with_its_age(state, on, level):
    assert level_on(state, DUE, on) is level
    assert is_overdue(state, DUE, on) is (level > Level.OWNER)


@pytest.mark.parametrize("state", set(PromiseState) - OPEN)
def test_what_is_settled_stays_with_its_owner(state):
    assert level_on(state, DUE, date(2030, 1, 1)) is Level.OWNER
    assert not is_overdue(state, DUE, date(2030, 1, 1))


def test_without_a_day_nothing_is_late():
    assert level_on(PromiseState.PROMISED, None, date(2030, 1, 1)) is Level.OWNER
    assert not is_overdue(PromiseState.PROMISED, None, date(2030, 1, 1))


def test_every_state_has_a_way_on_and_none_to_itself():
    assert set(FOLLOWS) == set(PromiseState)
    assert all(after and state not in after for state, after in FOLLOWS.items())
