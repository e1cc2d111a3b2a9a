"""The copy of the figures: nobody outside an office can work out a number of one to four from what is shown."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.disclosure import CLOSED, FEW
from tenun.insight.indicators.counting import Counted
from tenun.insight.indicators.definitions import indicators
from tenun.insight.indicators.hiding import THIN, copy_of

CODES = ("53.01", "53.02", "53.03", "53.04", "53.05")


def copied(counts, base=None, name="competence_held"):
    """The total as shown, and what is shown of each district."""
    figures = [Counted(name, "", "", Decimal(sum(counts)), base)]
    figures += [Counted(name, code, "", Decimal(count), None) for code, count in zip(CODES, counts, strict=False)]
    total, *shown = copy_of(figures, indicators())
    return total, [each.hidden or int(each.value) for each in shown]


@pytest.mark.parametrize(
    ("counts", "total", "shown"),
    [
        ((7, 9, 0), 16, [7, 9, 0]),
        ((3, 9, 12), 24, [FEW, CLOSED, 12]),
        ((3, 2, 12), 17, [FEW, FEW, 12]),
        ((1, 1, 12), 14, [FEW, FEW, CLOSED]),
        ((4, 4, 12), 20, [FEW, FEW, CLOSED]),
        ((4, 4, 0), CLOSED, [FEW, FEW, 0]),
        ((1, 5), CLOSED, [FEW, CLOSED]),
        ((1, 0), FEW, [FEW, 0]),
        ((0, 0), 0, [0, 0]),
    ],
)
def test_small_counts_and_what_would_reveal_them_are_hidden(counts, total, shown):
    whole, districts = copied(counts)
    assert (whole.hidden or int(whole.value), districts) == (total, shown)


def possible(total, shown):
    """Everything that the hidden ones may be, as far as an outsider can tell who knows every rule but one."""
    choices = [[one] if isinstance(one, int) else range(1, 5) if one == FEW else range(5, 40) for one in shown]
    return [each for each in product(*choices) if sum(each) == total]


@given(st.lists(st.integers(0, 14), min_size=2, max_size=4))
def test_no_hidden_number_of_one_to_four_has_a_single_answer(counts):
    whole, shown = copied(counts)
    assert all(one in (FEW, CLOSED) or one == 0 or one >= 5 for one in shown)
    if not whole.hidden and FEW in shown:
        answers = possible(int(whole.value), shown)
        for place, one in enumerate(shown):
            if one == FEW:
                assert len({answer[place] for answer in answers}) > 1


def test_the_base_is_told_only_where_those_who_are_missing_are_not_few():
    assert copied((30, 40), base=100)[0].base == 100
    assert copied((30, 40), base=73)[0].base is None
    assert copied((1, 2), base=40)[0].base is None
    assert copied((30, 40), base=70)[0].base == 70


def test_a_rate_over_fewer_than_twenty_is_not_told():
    figures = [Counted("days_to_ready", code, "", Decimal(9), base) for code, base in (("53.04", 19), ("53.21", 20))]
    thin, told = copy_of(figures, indicators())
    assert (thin.value, thin.base, thin.hidden) == (None, None, THIN)
    assert (told.value, told.base, told.hidden) == (9, None, "")


def test_what_is_no_persons_is_told_whole():
    figures = [Counted("programmes_running", "53.04", "", Decimal(1), None)]
    assert [each.value for each in copy_of(figures, indicators())] == [1]


def test_a_figure_that_nobody_defined_is_left_out():
    assert copy_of([Counted("umur", "53.04", "", Decimal(1), None)], indicators()) == []
