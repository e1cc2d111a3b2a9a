"""A plan is an order in which things can be done, and what it promises holds when it has been done."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import (
    PAPER_NAMES,
    TODAY,
    catalogue_of,
    crowd,
    facts,
    judging_days,
    packaged_targets,
    ready_person,
    repair_step,
    requirement,
    states,
    target,
)

from tenun.domain.assessment import Assessment, Verdict, assess
from tenun.domain.calendar import add_months
from tenun.domain.catalogue import Action, Confidence, Desk, Payer, packaged
from tenun.domain.catalogue.model import Need
from tenun.domain.catalogue.steps import comes_before
from tenun.domain.facts import Agreement, Facts, PaperFact, agreement_column, agreement_columns_of
from tenun.domain.papers import Proof
from tenun.domain.repair import Plan, after, plan
from tenun.domain.repair.choose import choices, step_index
from tenun.domain.rules import AllOf, IssuedWithin, Moment, PaperPresent, PapersAgree
from tenun.domain.states import ReadyState

CATALOGUE = packaged()
SETTINGS = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
any_target = st.sampled_from(packaged_targets())
cases = st.builds(assess, any_target, facts(likely=True), judging_days, states)


def ids(findings):
    return sorted({finding.requirement.id for finding in findings})


def assert_left(judged: Assessment, made: Plan) -> None:
    again = after(judged, made)
    assert ids(again.blocking) == ids(made.left)
    assert {f.requirement.id for f in made.left} <= {f.requirement.id for f in again.blocking}


def assert_nothing_left_can_be_mended(judged: Assessment, made: Plan) -> None:
    """No step would mend what is left; asking somebody mends nothing by itself, the answer may be no."""
    again = after(judged, made)
    offered = {
        finding.requirement.id: [
            choice.step.id
            for choice in choices(step_index(CATALOGUE), finding, again)
            if choice.step.action is not Action.ASK
        ]
        for finding in made.left
    }
    assert {name: found for name, found in offered.items() if found} == {}


def assert_order(made: Plan) -> None:
    seen: set[str] = set()
    for step in made.steps:
        assert seen.issuperset(step.after), step.id
        seen.add(step.id)
    for first in made.steps:
        for later in made.steps:
            if first.id != later.id and comes_before(first.step, later.step):
                assert first.id in later.after


def there(person: Facts, paper: str) -> bool:
    fact = getattr(person, paper, None)
    return isinstance(fact, PaperFact) and (fact.proof or 0) >= Proof.ORIGINAL_SEEN


def assert_needs(judged: Assessment, made: Plan) -> None:
    """What a step needs is there already, or is brought by a step before it."""
    by_id = {step.id: step for step in made.steps}
    for step in made.steps:
        for need in step.step.needs:
            brought = any(by_id[name].paper in need.papers for name in step.after)
            assert brought or any(there(judged.facts, paper) for paper in need.papers), (step.id, need)


def assert_sums(made: Plan) -> None:
    needed = {step.id: step for step in made.steps if not step.optional}

    def longest(name: str) -> int:
        step = needed[name]
        return step.days + max((longest(other) for other in step.after if other in needed), default=0)

    assert made.days == max(map(longest, needed), default=0)
    assert made.cost_rupiah == sum(step.step.cost_rupiah for step in needed.values())
    assert made.cost_worker_rupiah == sum(s.step.cost_rupiah for s in needed.values() if s.payer == "worker")


def not_hers(judged: Assessment) -> bool:
    """Where no repair may be offered, or none helps: waiting does not make the target hers."""
    never = judged.verdict is Verdict.NOT_THIS_TARGET and judged.possible_on is None
    return never or judged.verdict is Verdict.STOP


def assert_plan(judged: Assessment) -> None:
    made = plan(CATALOGUE, judged)
    assert plan(CATALOGUE, judged) == made
    assert len({step.id for step in made.steps}) == len(made.steps)
    if not_hers(judged):
        assert made.steps == ()
    assert_order(made)
    assert_needs(judged, made)
    assert_sums(made)
    assert_left(judged, made)
    if not not_hers(judged):
        assert_nothing_left_can_be_mended(judged, made)


@given(judged=cases)
@SETTINGS
def test_a_plan_keeps_its_promises(judged):
    assert_plan(judged)


@given(seed=st.integers(0, 2**32), on=judging_days, for_state=states)
@settings(SETTINGS, max_examples=10)
def test_a_plan_keeps_its_promises_for_every_target(seed, on, for_state):
    for asked, person in zip(packaged_targets(on), crowd(seed, 30, likely=True), strict=False):
        assert_plan(assess(asked, person, on, for_state))


# ---- One thing at a time -------------------------------------------------------------------------------------------

SEEN = int(Proof.ORIGINAL_SEEN)
OLD, LATER = date(2020, 1, 1), date(2031, 1, 1)
DOMESTIC_WORK = next(one for one in packaged_targets() if one.id == "my-domestic")


def in_order(**changes):
    """A woman whose papers are all in order, and then some things changed."""
    return replace(ready_person(), **changes)


def planned(person, for_state=ReadyState.MATCHED, target=DOMESTIC_WORK):
    return plan(CATALOGUE, assess(target, person, TODAY, for_state, TODAY))


def names_of(made):
    return [step.id for step in made.steps if not step.optional]


def differing(code=Agreement.FIX_NEEDED, **pairs):
    """Agreements in which one source differs from all others in one field."""
    changed = {column: int(code) for field, paper in pairs.items() for column in agreement_columns_of(field, paper)}
    return {**ready_person().agreements, **changed}


def test_who_is_ready_has_nothing_to_do():
    made = planned(in_order())
    assert names_of(made) == []
    assert (made.days, made.cost_rupiah, made.left) == (0, 0, ())


def test_no_repair_is_offered_where_her_age_is_in_doubt():
    made = planned(in_order(birth_date_latest=date(2012, 1, 1), ktp=PaperFact()))
    assert (made.steps, made.days, made.cost_rupiah) == ((), 0, 0)
    assert {"age_18", "ktp"} <= {finding.requirement.id for finding in made.left}


def test_a_wrong_name_on_the_family_card_is_corrected_by_the_birth_act():
    made = planned(in_order(agreements=differing(name="kk")))
    assert names_of(made) == ["correct_kk"]
    assert made.truths == {"name": "akta"}
    [step] = made.steps
    assert (step.paper, step.fields, step.desk, step.payer) == ("kk", ("name",), "civil_registry", Payer.FREE)


def test_a_missing_birth_act_waits_for_the_family_card_that_it_needs():
    made = planned(in_order(akta=PaperFact(0), kk=PaperFact()))
    assert names_of(made) == ["show_kk", "issue_akta"]
    assert made.steps[-1].after == ("show_kk",)


def test_a_copy_of_the_card_is_brought_in_the_original_before_it_is_corrected():
    person = in_order(akta=PaperFact(0), kk=PaperFact(2), agreements=differing(name="kk"))
    assert names_of(planned(person)) == ["show_original_kk", "issue_akta", "correct_kk"]


def test_work_goes_on_side_by_side_and_the_longest_way_counts():
    made = planned(in_order(ak1=PaperFact(0), status_kawin_surat=PaperFact(0), izin=PaperFact(0)))
    assert sorted(names_of(made)) == ["issue_ak1", "issue_consent", "issue_status_letter"]
    assert all(step.after == () for step in made.steps)
    assert made.days == 1


def test_a_renewed_passport_ends_the_visa_in_it():
    person = in_order(paspor=PaperFact(SEEN, OLD, OLD))
    assert names_of(planned(person, ReadyState.PASSPORT_OK)) == ["renew_passport"]
    assert names_of(planned(person, ReadyState.VISA_OK)) == ["renew_passport", "get_visa"]


def test_a_lost_passport_with_a_wrong_name_is_replaced_and_paid_once():
    person = in_order(
        paspor=PaperFact(SEEN, OLD, LATER, "hilang"),
        visa=PaperFact(0),
        agreements=differing(name="paspor"),
    )
    made = planned(person, ReadyState.PASSPORT_OK)
    assert names_of(made) == ["replace_passport_lost"]
    [step] = made.steps
    assert sorted(step.requirement.split()) == ["agree_name", "passport"]
    assert made.cost_rupiah == step.step.cost_rupiah


def test_what_only_practice_asks_is_beside_the_plan_and_not_in_its_sums():
    letter = PaperFact(SEEN, add_months(TODAY, -7))
    made = planned(in_order(status_kawin_surat=letter))
    assert [(step.id, step.optional) for step in made.steps] == [("issue_status_letter", True)]
    assert (made.days, made.cost_rupiah, made.left) == (0, 0, ())
    assert names_of(made) == []


def test_what_an_optional_step_needs_is_optional_too():
    letter = PaperFact(SEEN, add_months(TODAY, -7))
    asked = target(
        requirement(
            "recent",
            IssuedWithin("status_kawin_surat", months=6, of=Moment.TODAY),
            confidence=Confidence.UNCONFIRMED,
        )
    )
    made = planned(in_order(status_kawin_surat=letter, kk=PaperFact()), target=asked)
    assert [(step.id, step.optional) for step in made.steps] == [("show_kk", True), ("issue_status_letter", True)]


def test_what_nothing_mends_is_named():
    made = planned(in_order(medical_fit=False), ReadyState.MEDICAL_FIT)
    assert [(finding.requirement.id, finding.reason) for finding in made.left] == [("medical_fit", "declared_no")]


def test_who_brings_a_paper_also_says_what_it_states():
    made = planned(in_order(izin=PaperFact(), consent_giver=None, consent_known_by_village_head=None))
    assert names_of(made) == ["show_izin"]


@pytest.mark.parametrize(
    ("zero_cost", "on", "step", "payer"),
    [
        (True, TODAY, {"payer": Payer.FREE, "cost_component": "medical"}, Payer.FREE),
        (True, TODAY, {"payer": Payer.WORKER}, Payer.WORKER),
        (True, TODAY, {"payer": Payer.WORKER, "cost_component": "medical"}, Payer.EMPLOYER),
        (False, TODAY, {"payer": Payer.EMPLOYER, "cost_component": "medical"}, Payer.WORKER),
        (False, TODAY, {"payer": Payer.REGION, "cost_component": "training"}, Payer.REGION),
        # Before the rule of zero cost was in force, the step's own payer stays.
        (True, date(2019, 12, 31), {"payer": Payer.WORKER, "cost_component": "medical"}, Payer.WORKER),
    ],
)
def test_who_pays_follows_the_rule_of_the_component_on_that_day(zero_cost, on, step, payer):
    asked = target(requirement("ktp", PaperPresent("ktp")), zero_cost=zero_cost)
    one = repair_step("make", Action.ISSUE, "ktp", mends=("missing",), cost_rupiah=1000, **step)
    made = plan(catalogue_of(one), assess(asked, Facts(ktp=PaperFact(0)), on))
    assert [found.payer for found in made.steps] == [payer]
    assert made.cost_rupiah == 1000
    assert made.cost_worker_rupiah == (1000 if payer is Payer.WORKER else 0)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"desk": Desk.HEALTH}, (Desk.HEALTH, None)),
        ({"office": "court"}, (None, "court")),
        ({}, (Desk.POLICE, "village")),
    ],
)
def test_a_step_without_a_place_is_done_where_the_requirement_says(own, expected):
    asked = target(requirement("ktp", PaperPresent("ktp"), desk=Desk.POLICE, office="village"))
    one = repair_step("make", Action.ISSUE, "ktp", mends=("missing",), **own)
    [step] = plan(catalogue_of(one), assess(asked, Facts(ktp=PaperFact(0)), TODAY)).steps
    assert (step.desk, step.office) == expected


def test_work_that_uncovers_work_is_followed_to_its_end():
    """Each renewed paper ends the next one, ten times over."""
    papers = [name for name in PAPER_NAMES if name.startswith("kompetensi_")]
    steps = [
        repair_step(
            f"renew_{paper}",
            Action.RENEW,
            paper,
            mends=("missing", "defective:lama"),
            invalidates=tuple(papers[place + 1 : place + 2]),
            follows=tuple(papers[place - 1 : place]),
        )
        for place, paper in enumerate(papers)
    ]
    asked = target(*(requirement(paper, PaperPresent(paper)) for paper in papers))
    first, *others = papers
    person = Facts(**{first: PaperFact(0), **dict.fromkeys(others, PaperFact(SEEN))})
    made = plan(catalogue_of(*steps), assess(asked, person, TODAY))
    assert [step.paper for step in made.steps] == papers
    assert (made.left, made.days) == ((), len(papers))


def test_a_need_that_nobody_can_fetch_stays_with_the_officer():
    one = repair_step("make", Action.ISSUE, "ktp", mends=("missing",), needs=(Need(("penetapan",), corrected=False),))
    asked = target(requirement("ktp", PaperPresent("ktp")))
    made = plan(catalogue_of(one), assess(asked, Facts(ktp=PaperFact(0)), TODAY))
    assert names_of(made) == ["make"]


def test_of_two_equal_prints_the_correction_is_done():
    person = in_order(kk=PaperFact(SEEN, OLD, None, "lama"), agreements=differing(name="kk"))
    assert names_of(planned(person)) == ["correct_kk"]


def test_only_the_field_in_which_papers_differ_has_its_truth():
    asked = target(
        requirement(
            "both",
            AllOf((PapersAgree("name", ("ktp", "kk")), PapersAgree("sex", ("ktp", "kk")))),
        )
    )
    agreements = {agreement_column("name", "ktp", "kk"): int(Agreement.FIX_NEEDED)}
    assert planned(Facts(agreements=agreements), target=asked).truths == {"name": "kk"}
    unread = {agreement_column("name", "ktp", "kk"): int(Agreement.NOT_COMPARED)}
    assert planned(Facts(agreements=unread), target=asked).truths == {}
