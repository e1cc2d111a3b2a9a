"""Two single words: how near they stand, and how many slips lie between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.identifiers.name_words import Relation, fold_word, relate, slips


@pytest.mark.parametrize(
    ("left", "right", "dots", "relation"),
    [
        ("bano", "bano", "", Relation.EQUAL),
        ("yosef", "joseph", "", Relation.SPELLING),
        ("bano", "banu", "", Relation.SPELLING),
        ("marta", "marthe", "", Relation.SPELLING),
        ("margareta", "margrita", "", Relation.SPELLING),
        ("rosa", "rita", "", Relation.TWO_SLIPS),
        ("moh", "muhammad", "", Relation.ABBREVIATION),
        ("fr", "fransiskus", "left", Relation.ABBREVIATION),
        ("fr", "fransiskus", "", Relation.UNRELATED),
        ("yos", "yosef", "", Relation.BEGINNING),
        ("j", "yosef", "", Relation.INITIAL),
        ("j", "maria", "", Relation.UNRELATED),
        ("lay", "loy", "", Relation.UNRELATED),
        ("maria", "yuliana", "", Relation.UNRELATED),
    ],
)
def test_relations(left: str, right: str, dots: str, relation: Relation) -> None:
    assert relate(left, right, dots == "left", False) is relation
    assert relate(right, left, False, dots == "left") is relation


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("", "", 0),
        ("maria", "maria", 0),
        ("maria", "mraia", 1),
        ("maria", "mari", 1),
        ("maria", "", 5),
        ("ab", "ba", 1),
    ],
)
def test_slips(left: str, right: str, count: int) -> None:
    assert slips(left, right) == count == slips(right, left)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_none_only_between_equal_words(left: str, right: str) -> None:
    assert (slips(left, right) == 0) is (left == right)
    assert slips(left, right) <= max(len(left), len(right))


def test_folding_keeps_a_word() -> None:
    assert fold_word("hh") == "h"
    assert fold_word("ah") == "ah"
    assert fold_word("") == ""
