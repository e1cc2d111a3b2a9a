"""Plans and findings in words: every code that can come out has a text in both languages."""

from dataclasses import replace

import pytest
from tests.strategies import TODAY, crowd, packaged_targets, ready_person

from tenun.domain.assessment import assess
from tenun.domain.catalogue import Action, Payer, packaged
from tenun.domain.facts import PaperFact, agreement_columns_of
from tenun.domain.repair import plan
from tenun.domain.repair.wording import (
    PAYERS,
    finding_line,
    is_at_once,
    listed,
    may_need_court,
    paper_names,
    place,
    reason_words,
    step_title,
    working_days,
)
from tenun.domain.states import READY_STATES

LISTS = packaged().lists


@pytest.mark.parametrize(
    ("names", "text"), [(["KTP"], "KTP"), (["KTP", "KK"], "KTP dan KK"), (["KTP", "KK", "akta"], "KTP, KK dan akta")]
)
def test_names_are_listed_as_one_says_them(names, text):
    assert listed(names, "id") == text
    assert listed(names, "en") == text.replace(" dan ", " and ")


def test_papers_desks_and_offices_have_their_names():
    papers = [LISTS.papers[name].say("id") for name in ("ktp", "kk")]
    assert paper_names(LISTS, ("ktp", "kk"), "id") == " dan ".join(papers)
    desk, office = LISTS.desks["civil_registry"].say("en"), LISTS.offices["court"].name.say("en")
    assert place(LISTS, "civil_registry", "court", "en") == f"{desk}, {office}"
    assert place(LISTS, "civil_registry", None, "en") == desk
    assert place(LISTS, None, "court", "en") == office
    assert place(LISTS, None, None, "en") == ""


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_correction_names_its_field_and_a_showing_its_paper(language):
    wrong = dict.fromkeys(agreement_columns_of("name", "kk"), 2)
    person = replace(ready_person(), izin=PaperFact(), agreements={**ready_person().agreements, **wrong})
    made = plan(packaged(), assess(packaged_targets()[0], person, TODAY))
    titles = {step.id: step_title(LISTS, step, language) for step in made.steps}
    assert LISTS.fields["name"].say(language) in titles["correct_kk"]
    assert LISTS.papers["izin"].say(language) in titles["show_izin"]


@pytest.mark.parametrize("target", packaged_targets(), ids=lambda target: target.id)
def test_every_reason_and_every_step_that_comes_out_has_its_words(target):
    for number, person in enumerate(crowd(len(target.id), 18)):
        judged = assess(target, person, TODAY, READY_STATES[number % 9])
        for language in ("id", "en"):
            for finding in judged.findings:
                words = reason_words(LISTS, finding.reason, language)
                assert finding_line(LISTS, finding, language).endswith(words)
            for step in plan(packaged(), judged).steps:
                assert "{" not in step_title(LISTS, step, language)


@pytest.mark.parametrize(("days", "text"), [(1, "1 hari kerja"), (5, "5 hari kerja")])
def test_days_are_said_as_working_days(days, text):
    assert working_days(days, "id") == text


def test_every_payer_has_a_name():
    assert set(PAYERS) == set(Payer)


def test_what_is_shown_at_the_counter_is_done_at_once_and_a_correction_is_not():
    wrong = dict.fromkeys(agreement_columns_of("name", "kk"), 2)
    person = replace(ready_person(), izin=PaperFact(), agreements={**ready_person().agreements, **wrong})
    made = plan(packaged(), assess(packaged_targets()[0], person, TODAY))
    assert {is_at_once(step) for step in made.steps if step.step.action is Action.SHOW} == {True}
    assert {is_at_once(step) for step in made.steps if step.step.action is Action.CORRECT} == {False}


def test_only_another_office_may_send_her_on_to_the_court():
    dead = assess(packaged_targets()[0], replace(ready_person(), ktp=PaperFact(0)), TODAY)
    step = plan(packaged(), dead).steps[0]
    asked = [
        may_need_court(replace(step, step=replace(step.step, court=court), office=office))
        for court in (True, False)
        for office in ("court", "civil_registry", None)
    ]
    assert asked == [False, True, True, False, False, False]
