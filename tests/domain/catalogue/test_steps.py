"""The repair graph: which steps wait for which, and that the packaged graph says what the handbook's does."""

import pytest
from tests.domain.catalogue.texts import GOOD, edited

from tenun.domain.catalogue import Action, load, packaged, waits_for

STEPS = {step.id: step for step in packaged().steps}


def waiting(name):
    return {other.id for other in waits_for(STEPS[name], packaged().steps)}


def test_a_step_is_read_with_its_needs():
    step = load(GOOD).steps[2]
    assert [(need.papers, need.corrected) for need in step.needs] == [(("kk",), True), (("akta", "ijazah"), False)]
    assert (step.action, step.days.typical, step.cost_component) == (Action.ISSUE, 5, "visa")


def test_a_step_for_any_paper_waits_for_nothing_of_its_own():
    steps = load(GOOD).steps
    assert [other.id for other in waits_for(steps[2], steps)] == ["issue_kk"]
    assert waits_for(steps[0], steps) == ()


def test_on_one_paper_showing_comes_before_mending():
    texts = edited("steps.toml", 'paper = "*"', 'paper = "ktp"')
    steps = load(texts).steps
    assert [other.id for other in waits_for(steps[2], steps)] == ["show", "issue_kk"]


@pytest.mark.parametrize(
    ("first", "then", "source"),
    [
        ("issue_kk", "issue_ktp", "documents, part E: KK -> KTP"),
        ("issue_ktp", "issue_akta", "documents, part E: KTP, KK -> AKL (late)"),
        ("correct_akta", "correct_kk", "documents, part E: AKL -> KK/KTP (correct name, date)"),
        ("correct_kk", "correct_ktp", "documents, part E: AKL -> KK/KTP (correct name, date)"),
        ("correct_akta", "letter_ijazah", "documents, part E: AKL, KTP/KK -> IJZ letter"),
        ("court_name", "correct_akta", "documents, part E: D-NAME-CHANGE, court first"),
        ("issue_akta", "issue_passport", "documents, part E: KTP, KK, (AKL|IJZ|MAR) -> PAS"),
        ("issue_ktp", "issue_ak1", "documents, part E: KTP, KK -> AK1"),
        ("issue_consent", "sign_placement", "documents, part E: AK1 + IZN + STS -> PPN"),
        ("sign_placement", "issue_medical", "design, section 3: agreement, then medical"),
        ("issue_medical", "issue_passport", "design, section 3: medical, then passport"),
        ("issue_passport", "sign_contract", "design, section 3: passport, then contract"),
        ("sign_contract", "get_visa", "design, section 3: contract, then visa"),
        ("get_visa", "register_bpjs_tk", "design, section 3: visa, then insurance"),
        ("register_bpjs_tk", "attend_orientation", "documents, part A: OPP after visa, PKJ, BTK"),
        ("attend_orientation", "get_worker_card", "documents, part A: EKP after OPP"),
        ("train", "certify_rumah_tangga", "documents, part A: KOM after the training record"),
    ],
)
def test_the_graph_orders_steps_as_the_handbook_does(first, then, source):
    assert first in waiting(then), source


def test_every_paper_and_test_that_a_rule_asks_for_has_a_step():
    catalogue = packaged()
    papers = {step.paper for step in catalogue.steps}
    asked = {item.paper for item in catalogue.core if item.paper}
    asked |= {item.paper for entry in catalogue.entries.values() for item in entry.requirements if item.paper}
    # Months of work cannot be issued or trained: they are named in the plan's `left`.
    assert asked - papers == {"pengalaman"}


def test_what_costs_a_court_says_so():
    assert {name for name, step in STEPS.items() if step.court} == {"court_name", "court_date", "issue_nikah"}
