"""The golden vectors: what the handbook says of a case is what comes out, and no rule is without its case."""

from collections import Counter

import pytest
from tests.vectors import Person, vectors

from tenun.domain.assessment import assess, fits
from tenun.domain.catalogue import packaged
from tenun.domain.facts import Facts, PaperFact
from tenun.domain.repair import after, plan

HANDBOOK_DEFECTS = {
    "D-NOAKL",
    "D-NAME-TYPO",
    "D-NAME-CHANGE",
    "D-DATE-TYPO",
    "D-DATE-MATERIAL",
    "D-NIKDATE",
    "D-NIKDUP",
    "D-KK-OLD",
    "D-IJZ-TYPO",
    "D-IJZ-LOST",
    "D-MAR-NONE",
    "D-IZN-FALSE",
    "D-AGE",
    "D-EXP",
    "D-RETURNEE",
}
"""The defect table of handbook documents, part E."""


def judge(vector):
    target = packaged().target(vector.target, vector.on)
    return assess(target, vector.facts, vector.on, vector.for_state)


def finding_of(assessment, name):
    return next(found for found in assessment.findings if found.requirement.id == name)


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.label)
def test_a_vector_comes_out_as_the_handbook_says(vector):
    expect, assessment = vector.expect, judge(vector)
    blocking = {found.requirement.id: (found.state.word, found.reason) for found in assessment.blocking}
    if expect.verdict:
        assert assessment.verdict.value == expect.verdict, blocking
    if expect.ready_for:
        assert str(assessment.ready_for or "none") == expect.ready_for, blocking
    if expect.possible_on:
        assert assessment.possible_on == expect.possible_on
    if expect.requirement:
        found = finding_of(assessment, expect.requirement)
        assert (found.state.word, found.reason, found.blocks) == (expect.state, expect.reason, expect.blocks)
    states = {found.requirement.id: found.state.word for found in assessment.findings}
    assert {name: states.get(name) for name in expect.met} == dict.fromkeys(expect.met, "met")
    for name, answer in [*((n, True) for n in expect.fits), *((n, False) for n in expect.does_not_fit)]:
        assert fits(packaged().target(name, vector.on), vector.facts, vector.on) is answer, name


PLANNED = [v for v in vectors() if v.expect.steps is not None or v.expect.left is not None]


@pytest.mark.parametrize("vector", PLANNED, ids=lambda vector: vector.label)
def test_the_plan_of_a_vector(vector):
    expect = vector.expect
    made = plan(packaged(), judge(vector))
    names = [step.id for step in made.steps]
    assert set(expect.steps or ()) <= set(names)
    assert names or not expect.steps
    assert not set(expect.no_steps) & set(names)
    assert [name for name in names if name in expect.order] == expect.order
    if expect.steps == []:
        assert [step.id for step in made.steps if not step.optional] == []
    if expect.left is not None:
        assert [found.requirement.id for found in made.left] == expect.left
    assert {name: made.truths.get(name) for name in expect.truth} == expect.truth
    if expect.court is not None:
        assert any(step.step.court for step in made.steps) is expect.court
    if expect.worker_pays is not None:
        assert made.cost_worker_rupiah == expect.worker_pays


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.label)
def test_doing_the_whole_plan_leaves_only_what_it_names(vector):
    assessment = judge(vector)
    made = plan(packaged(), assessment)
    rest = {found.requirement.id for found in after(assessment, made).blocking}
    assert rest == {found.requirement.id for found in made.left}


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.label)
def test_no_step_of_a_plan_stands_before_what_it_waits_for(vector):
    done = set()
    for step in plan(packaged(), judge(vector)).steps:
        assert set(step.after) <= done
        done.add(step.id)


def owner_of(target, name):
    """A core rule needs its case once, a rule of a target's own (and its status) once for each target."""
    own = {item.id for item in packaged().entries[target].requirements} | {"target_status"}
    return (target, name) if name in own else ("core", name)


def shown():
    """Which rules the vectors show as met, and which as not met."""
    met, failing = set(), set()
    for vector in vectors():
        met |= {owner_of(vector.target, name) for name in vector.expect.met}
        if vector.expect.requirement:
            kind = met if vector.expect.state == "met" else failing
            kind.add(owner_of(vector.target, vector.expect.requirement))
    return met, failing


def rules():
    catalogue = packaged()
    core = {("core", item.id) for item in catalogue.core}
    return core | {(entry.id, item.id) for entry in catalogue.entries.values() for item in entry.requirements}


def test_every_rule_of_the_core_and_of_every_target_has_a_vector_where_it_is_met():
    assert sorted(rules() - shown()[0]) == []


def test_every_rule_of_the_core_and_of_every_target_has_a_vector_where_it_is_not_met():
    assert sorted(rules() - shown()[1]) == []


def test_every_target_has_a_vector_of_its_status():
    met, failing = shown()
    assert {(name, "target_status") for name in packaged().entries} <= met | failing


def test_every_defect_of_the_handbook_has_a_vector():
    assert {vector.defect for vector in vectors() if vector.defect} == HANDBOOK_DEFECTS


def test_every_defect_that_a_step_mends_is_one_of_the_handbook():
    assert {step.defect for step in packaged().steps if step.defect} <= HANDBOOK_DEFECTS


def test_every_vector_names_its_source_and_stands_once():
    assert [vector.label for vector in vectors() if not vector.source.strip()] == []
    assert [label for label, count in Counter(vector.label for vector in vectors()).items() if count > 1] == []


@pytest.mark.parametrize("words", [{"shoes": 38}, {"ktp": {"colour": "blue"}}, {"ktp": "perfect"}, {"education": "TK"}])
def test_a_word_that_nobody_knows_is_refused(words):
    with pytest.raises((ValueError, KeyError)):
        Person().say(words)


def test_a_layer_changes_only_what_it_names():
    person = Person()
    person.say(
        {"paspor": {"proof": "copy", "valid_until": "2030-01-01"}, "read_papers": ["ktp", "paspor"], "ktp": "copy"}
    )
    person.say({"paspor": "original_seen"})
    assert person.facts().paspor == PaperFact(3, None, "2030-01-01", None)
    assert person.facts().agreements["agree_name_ktp_paspor"] == 0
    person.say({"paspor": "absent"})
    assert person.facts().paspor == PaperFact(0)
    assert person.facts().agreements == {}
    assert Person().facts() == Facts()
