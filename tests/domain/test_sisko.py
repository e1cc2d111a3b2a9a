"""A step on both sides: sent, received, or differing; days are compared only where both sides give one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.papers import PaperKind
from tenun.domain.sisko import PAPER_OF, Reflection, SiskoStep, reflect

FIRST, SECOND = date(2026, 10, 1), date(2026, 10, 2)
HELD = st.one_of(st.booleans(), st.dates(FIRST, SECOND))


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        (False, False, Reflection.NOWHERE),
        (FIRST, False, Reflection.SENT),
        (True, False, Reflection.SENT),
        (FIRST, FIRST, Reflection.RECEIVED),
        (True, FIRST, Reflection.RECEIVED),
        (FIRST, True, Reflection.RECEIVED),
        (True, True, Reflection.RECEIVED),
        (FIRST, SECOND, Reflection.OTHER_DAY),
        (False, FIRST, Reflection.ONLY_THERE),
        (False, True, Reflection.ONLY_THERE),
    ],
)
def test_what_each_pair_comes_to(ours, theirs, found):
    assert reflect(ours, theirs) is found


@given(HELD, HELD)
def test_each_status_says_who_holds_the_step(ours, theirs):
    found = reflect(ours, theirs)
    held = (ours is not False, theirs is not False)
    assert {
        (False, False): {Reflection.NOWHERE},
        (True, False): {Reflection.SENT},
        (False, True): {Reflection.ONLY_THERE},
        (True, True): {Reflection.RECEIVED, Reflection.OTHER_DAY},
    }[held] >= {found}
    two_days = isinstance(ours, date) and isinstance(theirs, date) and ours != theirs
    assert found.differs is (two_days or held == (False, True))


@given(HELD, HELD)
def test_which_side_is_asked_first_does_not_change_whether_they_agree(ours, theirs):
    both = (Reflection.RECEIVED, Reflection.OTHER_DAY, Reflection.NOWHERE)
    one, other = reflect(ours, theirs), reflect(theirs, ours)
    assert (one == other) if one in both else {one, other} == {Reflection.SENT, Reflection.ONLY_THERE}


def test_every_step_but_the_departure_has_its_paper_and_every_step_its_name():
    assert set(PAPER_OF) == set(SiskoStep) - {SiskoStep.DEPARTURE}
    assert set(PAPER_OF.values()) <= set(PaperKind)
    assert len({step.label for step in SiskoStep}) == len(SiskoStep)
