"""What leaves the office: small counts hidden so that no total gives them away, and a digest that tells any change."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.disclosure import CLOSED, FEW
from tenun.formats.figures import Line, Table
from tenun.insight.report import Report


def table(counts, *, parts=True):
    lines = tuple(Line(str(place), "x", (count,), "y.") for place, count in enumerate(counts))
    total = Line("total", "Jumlah", (sum(counts),), "y.") if parts else None
    return Table("sex", "Judul", ("Orang",), lines, total)


def report(*tables):
    return Report("53.04", "Kabupaten Belu", "2026-10", "Oktober 2026", tables)


def copied(counts, **more):
    masked = report(table(counts, **more)).for_province().tables[0]
    return [line.counts[0] for line in masked.lines], masked.total.counts[0] if masked.total else None


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([0, 5, 120], ([0, 5, 120], 125)),
        ([1, 4, 120], ([FEW, FEW, 120], 125)),
        ([3, 7, 120], ([FEW, CLOSED, 120], 130)),
        ([3, 0, 0], ([FEW, 0, 0], FEW)),
        ([0, 0], ([0, 0], 0)),
    ],
)
def test_the_copy_hides_what_is_small(counts, shown):
    assert copied(counts) == shown


def test_without_a_whole_nothing_more_is_closed():
    assert copied([3, 7], parts=False) == ([FEW, 7], None)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_no_hidden_count_is_the_rest_of_a_total(counts):
    shown, total = copied(counts)
    hidden = [place for place, count in enumerate(shown) if not isinstance(count, int)]
    assert all(not 0 < count < 5 for count in shown if isinstance(count, int))
    if total != FEW:
        others_are_zero = all(count == 0 for place, count in enumerate(counts) if place not in hidden)
        assert len(hidden) != 1 or (others_are_zero and total == counts[hidden[0]])


def nested(counts):
    """The copy of a whole `a` and its overlapping parts."""
    codes = ("a", *(f"a/{place}" for place in range(len(counts) - 1)))
    lines = tuple(Line(code, "x", (count,), "y.") for code, count in zip(codes, counts, strict=True))
    return [line.counts[0] for line in report(Table("blocking", "J", ("Orang",), lines)).for_province().tables[0].lines]


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([9, 9, 6], [9, 9, 6]),
        ([3, 3, 1], [FEW, FEW, FEW]),
        # At least one of the hidden ones: nothing new.
        ([101, 100, 3], [101, 100, FEW]),
        # At least three.
        ([103, 100, 3], [CLOSED, 100, FEW]),
        # The hidden ones share the rest, four each at most.
        ([105, 100, 3, 2], [105, 100, FEW, FEW]),
        ([107, 100, 3, 4], [CLOSED, 100, FEW, FEW]),
    ],
)
def test_a_whole_of_overlapping_parts_does_not_tell_a_hidden_one(counts, shown):
    assert nested(counts) == shown


@given(st.lists(st.sets(st.integers(0, 11), min_size=0, max_size=12), min_size=1, max_size=4))
def test_from_what_is_shown_a_hidden_part_could_be_any_small_number(parts):
    whole, *shown = nested([len(set().union(*parts)), *map(len, parts)])
    hidden = shown.count(FEW)
    if isinstance(whole, int):
        rest = whole - sum(count for count in shown if isinstance(count, int))
        assert hidden == 0 or rest - 4 * (hidden - 1) <= 1


def test_what_is_closed_closes_what_holds_it():
    codes = {"a": 110, "a/b": 103, "a/b/c": 100, "a/b/d": 3, "a/e": 50}
    lines = tuple(Line(code, "x", (count,), "y.") for code, count in codes.items())
    copy = report(Table("blocking", "J", ("Orang",), lines)).for_province().tables[0]
    assert [line.counts[0] for line in copy.lines] == [CLOSED, CLOSED, 100, FEW, 50]


def test_it_comes_back_from_what_was_kept():
    whole = report(table([3, 7]), table([1], parts=False))
    assert Report.of_json(whole.to_json()) == replace(whole)
    assert Report.of_json(whole.for_province().to_json()).is_copy


def test_the_digest_tells_a_change():
    assert report(table([3, 7])).digest == report(table([3, 7])).digest
    assert report(table([3, 7])).digest != report(table([7, 3])).digest
