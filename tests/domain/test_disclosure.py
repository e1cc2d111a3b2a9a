"""A table shows zero and five and more; what hides a few cannot be worked out from beside it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.disclosure import CLOSED, FEW, hide_few, hide_in_nested, hide_in_parts, is_told


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([], []),
        ([0, 5, 120], [0, 5, 120]),
        ([1, 4, 120], [FEW, FEW, 120]),
        ([3, 7, 120], [FEW, CLOSED, 120]),
        ([3, 0, 0], [FEW, 0, 0]),
        ([1, 5, 5, 9], [FEW, CLOSED, CLOSED, CLOSED]),
        ([4, 4, 4], [FEW, FEW, FEW]),
        ([CLOSED, 3, 7], [CLOSED, FEW, 7]),
    ],
)
def test_parts_of_a_whole(counts, shown):
    assert hide_in_parts(counts) == shown


def test_a_single_count():
    assert hide_few([0, 1, 4, 5, CLOSED]) == [0, FEW, FEW, 5, CLOSED]


def told(counts, shown):
    """The parts marked `<5` that only one set of numbers fits, by trying every set."""
    hidden = [place for place, count in enumerate(shown) if not isinstance(count, int)]
    left = sum(counts[place] for place in hidden)
    ranges = [range(1, 5) if shown[place] == FEW else range(5, left + 1) for place in hidden]
    possible = [numbers for numbers in product(*ranges) if sum(numbers) == left]
    return [place for at, place in enumerate(hidden) if shown[place] == FEW and len({p[at] for p in possible}) == 1]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_no_small_part_can_be_worked_out_from_the_whole(counts):
    shown = hide_in_parts(counts)
    assert bool(told(counts, shown)) is is_told(counts, shown)
    assert not is_told(counts, shown) or not any(isinstance(count, int) and count >= 5 for count in shown)


@given(st.lists(st.integers(0, 9), min_size=2, max_size=5))
def test_a_line_whose_parts_overlap_tells_no_small_part(counts):
    whole = max(counts)
    codes = ["a", *(f"a/{place}" for place in range(len(counts)))]
    shown = hide_in_nested(codes, [whole, *counts])
    assert [count == FEW for count in shown[1:]] == [0 < count < 5 for count in counts]
