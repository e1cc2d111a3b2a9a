"""A factsheet is one flat row without a name or a number: what is judged, and nothing that identifies."""

from dataclasses import fields
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from tests import strategies

from tenun.domain.facts import (
    AGREEMENT_SOURCES,
    COLUMNS,
    ENCRYPTED_COLUMNS,
    PAPERS,
    SCALARS,
    SCALES,
    Agreement,
    Facts,
    PaperFact,
    ScoreFact,
    agreement_column,
    flatten,
    unflatten,
)


def test_every_field_of_the_facts_is_a_scalar_a_paper_a_scale_or_the_agreements():
    names = {item.name for item in fields(Facts)}
    assert names == set(SCALARS) | {str(kind) for kind in PAPERS | SCALES} | {"agreements"}


def test_no_column_is_an_encrypted_one():
    assert ENCRYPTED_COLUMNS.isdisjoint(COLUMNS)


@pytest.mark.parametrize("field_name", AGREEMENT_SOURCES)
def test_two_sources_have_one_column_whichever_is_named_first(field_name):
    for left, right in permutations(AGREEMENT_SOURCES[field_name], 2):
        column = agreement_column(field_name, left, right)
        assert column == agreement_column(field_name, right, left)
        assert COLUMNS[column] == "SMALLINT"


def test_unknown_is_none_everywhere():
    row = flatten(Facts())
    assert list(row) == list(COLUMNS)
    assert set(row.values()) == {None}


def test_a_known_fact_stands_in_its_own_column():
    facts = Facts(
        sex="P",
        ktp=PaperFact(proof=3, issued_on=date(2020, 1, 2)),
        bahasa_jft=ScoreFact(proof=2, rank=2, tested_on=date(2026, 5, 6)),
        agreements={agreement_column("name", "kk", "ktp"): Agreement.FIX_NEEDED},
    )
    known = {name: value for name, value in flatten(facts).items() if value is not None}
    assert known == {
        "sex": "P",
        "ktp_proof": 3,
        "ktp_issued_on": date(2020, 1, 2),
        "bahasa_jft_proof": 2,
        "bahasa_jft_rank": 2,
        "bahasa_jft_tested_on": date(2026, 5, 6),
        "agree_name_ktp_kk": Agreement.FIX_NEEDED,
    }


@given(strategies.facts())
def test_a_row_gives_the_facts_back(facts):
    assert unflatten(flatten(facts)) == facts


def test_an_empty_row_says_that_nothing_is_known():
    assert unflatten({}) == Facts()
