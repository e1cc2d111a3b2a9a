"""What is read from a good file: every kind of rule and every optional word, with its meaning."""

from datetime import date

import pytest
from tests.domain.catalogue.texts import GOOD, edited

from tenun.domain.catalogue import CatalogueError, Confidence, Desk, Gate, OnFailure, Payer, SourceKind, load
from tenun.domain.catalogue.blocks import Block
from tenun.domain.catalogue.reading import read_rules
from tenun.domain.papers import Education, Proof
from tenun.domain.rules import (
    AgeCertain,
    AgeWindow,
    AllOf,
    AnyOf,
    EducationAtLeast,
    LanguageAtLeast,
    Moment,
    PaperPresent,
    PapersAgree,
    ProofAtLeast,
    ValidBeyond,
    ValueIn,
)
from tenun.domain.states import ReadyState

KTP_RULE = '{ kind = "proof_at_least", paper = "ktp", proof = "original_seen" }'


def core_rule(written):
    return load(edited("core.toml", KTP_RULE, written)).core[0].rule


def test_a_requirement_is_read_word_by_word():
    found = load(GOOD).core[0]
    assert (found.id, found.gate, found.due_by) == ("ktp", Gate.DOCUMENTS, ReadyState.MATCHED)
    assert found.rule == ProofAtLeast("ktp", Proof.ORIGINAL_SEEN)
    assert (found.desk, found.office, found.on_failure) == (Desk.CIVIL_REGISTRY, None, OnFailure.REPAIR)
    assert (found.confidence, found.source.kind, found.source.article) == (Confidence.SOURCE, SourceKind.LAW, "Pasal 8")
    assert (found.title.id, found.todo.en) == ("KTP", "Show the card")
    assert (found.valid_from, found.valid_to, found.place) == (date(2017, 11, 22), None, "core.toml:1")


def test_a_condition_and_a_closed_version_are_read():
    old, new = load(GOOD).core[2:]
    assert old.valid_to == date(2023, 2, 21)
    assert new.when == ValueIn("sex", ("P",))
    assert new.rule == ValidBeyond("bpjs_tk", 1, Moment.CONTRACT_END)


def test_rules_nest_and_a_list_means_all_of_them():
    own = load(GOOD).entries["xx-farm"].requirements[1]
    assert own.rule == AnyOf((PaperPresent("ktp"), AllOf((PaperPresent("kk"),))))
    both = core_rule('[{ kind = "paper_present", paper = "ktp" }, { kind = "paper_present", paper = "kk" }]')
    assert both == AllOf((PaperPresent("ktp"), PaperPresent("kk")))


def test_lines_of_today_are_read_beside_those_at_departure():
    written = '{ kind = "age_certain", lines = [18, 21], today_lines = [18] }'
    assert core_rule(written) == AgeCertain((18, 21), (18,))


def test_rules_outside_a_requirement_are_held_to_the_same():
    block = Block({"rules": [{"kind": "paper_present", "paper": "ktp"}]}, "aturan", 1, [])
    assert read_rules(block, "rules") == (PaperPresent("ktp"),)
    block = Block({"rules": [{"kind": "paper_present", "paper": "nik"}]}, "aturan", 1, [])
    with pytest.raises(CatalogueError, match="encrypted"):
        read_rules(block, "rules")


def test_each_word_of_a_rule_has_its_own_type():
    assert core_rule('{ kind = "education_at_least", level = "diploma_3" }') == EducationAtLeast(Education.DIPLOMA_3)
    assert core_rule('{ kind = "age_window", minimum = 18, at = "today", any_paper = true }') == AgeWindow(
        18, None, Moment.TODAY, any_paper=True
    )
    assert core_rule('{ kind = "language_at_least", scale = "bahasa_jlpt", rank = 2 }') == LanguageAtLeast(
        "bahasa_jlpt", 2
    )
    agree = core_rule('{ kind = "papers_agree", field = "birth_date", papers = ["ktp"], against = "nik" }')
    assert agree == PapersAgree("birth_date", ("ktp",), "nik")


def test_a_target_is_read_with_what_it_leaves_out():
    entry = load(GOOD).entries["xx-farm"]
    assert (entry.destination, entry.scheme, entry.occupation, entry.zero_cost) == ("XX", "P_TO_P", "farm_worker", True)
    assert entry.status_source.dated == "2022-04-01"
    assert [(gone.requirement, gone.confidence) for gone in entry.omissions] == [("bpjs_tk", Confidence.EXPERT)]


def test_the_lists_are_read():
    lists = load(GOOD).lists
    assert lists.desks["civil_registry"].en == "Civil registry"
    assert lists.offices["agency"].name.en == "Agency"
    assert (lists.costs["visa"].zero_cost_payer, lists.costs["visa"].other_payer) == (Payer.EMPLOYER, Payer.WORKER)
    assert "ktp" in lists.papers
    assert dict(lists.fields) == dict(lists.reasons) == {}
