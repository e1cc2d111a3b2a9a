"""The entry rules of a programme are held to what the catalogue's rules are held to."""

import pytest
from hypothesis import given, settings
from tests.strategies import rules

from tenun.domain.catalogue import CatalogueError
from tenun.domain.papers import Education, Proof
from tenun.domain.rules import (
    AgeWindow,
    AllOf,
    AnyOf,
    Competence,
    EducationAtLeast,
    LanguageAtLeast,
    Moment,
    PaperPresent,
    ProofAtLeast,
    ValueIn,
)
from tenun.formats.entry_rules import (
    MOST_RULES,
    entry_rules_as_json,
    entry_rules_as_text,
    read_entry_rules,
    read_entry_rules_text,
)

RULES = (
    AgeWindow(minimum=21, below=46, at=Moment.TODAY),
    ProofAtLeast("ktp", Proof.COPY),
    AnyOf((EducationAtLeast(Education.PRIMARY), AllOf((ValueIn("sex", ("P",)), PaperPresent("kk"))))),
    Competence(("kompetensi_lansia",)),
    LanguageAtLeast("bahasa_jft", 2, months=24),
)
JSON = [
    {"kind": "age_window", "minimum": 21, "below": 46, "at": "today"},
    {"kind": "proof_at_least", "paper": "ktp", "proof": "copy"},
    {
        "kind": "any_of",
        "rules": [
            {"kind": "education_at_least", "level": "primary"},
            {
                "kind": "all_of",
                "rules": [
                    {"kind": "value_in", "field": "sex", "values": ["P"]},
                    {"kind": "paper_present", "paper": "kk"},
                ],
            },
        ],
    },
    {"kind": "competence", "schemes": ["kompetensi_lansia"]},
    {"kind": "language_at_least", "scale": "bahasa_jft", "rank": 2, "months": 24},
]


def test_rules_are_read_and_written():
    assert read_entry_rules(JSON) == read_entry_rules(tuple(JSON)) == RULES
    assert entry_rules_as_json(RULES) == JSON
    assert read_entry_rules_text(entry_rules_as_text(RULES)) == RULES


def test_no_rules_are_an_empty_text():
    assert entry_rules_as_text(()) == ""
    assert read_entry_rules_text(" ") == ()


@settings(max_examples=300, deadline=None)
@given(rules())
def test_every_rule_comes_back_as_it_went(rule):
    assert read_entry_rules_text(entry_rules_as_text((rule,))) == (rule,)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"kind": "paper_present"}, "catalogue.bad_value"),
        ("[]", "catalogue.bad_value"),
        (None, "catalogue.bad_value"),
        ([1], "catalogue.bad_value"),
        ([{"kind": "guess"}], "catalogue.bad_value"),
        ([{"paper": "ktp"}], "catalogue.missing_key"),
        ([{"kind": "paper_present", "paper": "ktp", "more": 1}], "catalogue.unknown_key"),
        ([{"kind": "paper_present", "paper": "sim"}], "catalogue.bad_value"),
        ([{"kind": "paper_present", "paper": "phone"}], "catalogue.encrypted"),
        ([{"kind": "value_in", "field": "nik", "values": ["1"]}], "catalogue.encrypted"),
        ([{"kind": "any_of", "rules": [{"kind": "declared_yes", "field": "passport_number"}]}], "catalogue.encrypted"),
        ([{"kind": "amount_at_least", "field": "hobi", "amount": 1}], "catalogue.unknown_column"),
        ([{"kind": "paper_present", "paper": "ktp"}] * (MOST_RULES + 1), "catalogue.bad_value"),
    ],
)
def test_what_the_catalogue_refuses_is_refused(value, code):
    with pytest.raises(CatalogueError) as refused:
        read_entry_rules(value)
    assert refused.value.code == code
    assert str(refused.value).startswith("syarat masuk:1: ")


@pytest.mark.parametrize("text", ["{", "[1", "x" * 99, "[" * 100_000])
def test_a_text_that_is_no_json_is_refused(text):
    with pytest.raises(CatalogueError, match="JSON"):
        read_entry_rules_text(text)


def test_rules_nested_without_end_are_refused():
    nested = []
    for _ in range(5000):
        nested = [nested]
    with pytest.raises(CatalogueError, match="<= 50"):
        read_entry_rules(nested)
