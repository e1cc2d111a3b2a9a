"""A plan is an order in which things can be done, and what it promises holds when it has been done."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import crowd, facts, judging_days, packaged_targets, states

from tenun.domain.assessment import Assessment, Verdict, assess
from tenun.domain.catalogue import Action, packaged
from tenun.domain.catalogue.steps import comes_before
from tenun.domain.facts import Facts, PaperFact
from tenun.domain.papers import Proof
from tenun.domain.repair import Plan, after, plan
from tenun.domain.repair.choose import choices, step_index

CATALOGUE = packaged()
SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
any_target = st.sampled_from(packaged_targets())
cases = st.builds(assess, any_target, facts(likely=True), judging_days, states)


def ids(findings):
    return sorted({finding.requirement.id for finding in findings})


def check_left(judged: Assessment, made: Plan) -> None:
    again = after(judged, made)
    assert ids(again.blocking) == ids(made.left)
    assert {f.requirement.id for f in made.left} <= {f.requirement.id for f in again.blocking}


def check_nothing_left_can_be_mended(judged: Assessment, made: Plan) -> None:
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


def check_order(made: Plan) -> None:
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


def check_needs(judged: Assessment, made: Plan) -> None:
    """What a step needs is there already, or is brought by a step before it."""
    by_id = {step.id: step for step in made.steps}
    for step in made.steps:
        for need in step.step.needs:
            brought = any(by_id[name].paper in need.papers for name in step.after)
            assert brought or any(there(judged.facts, paper) for paper in need.papers), (step.id, need)


def check_sums(made: Plan) -> None:
    needed = {step.id: step for step in made.steps if not step.optional}

    def longest(name: str) -> int:
        step = needed[name]
        return step.days + max((longest(other) for other in step.after if other in needed), default=0)

    assert made.days == max(map(longest, needed), default=0)
    assert made.cost_rupiah == sum(step.step.cost_rupiah for step in needed.values())
    assert made.cost_worker_rupiah == sum(s.step.cost_rupiah for s in needed.values() if s.payer == "worker")


def check_plan(judged: Assessment) -> None:
    made = plan(CATALOGUE, judged)
    assert plan(CATALOGUE, judged) == made
    assert len({step.id for step in made.steps}) == len(made.steps)
    if judged.verdict is Verdict.STOP:
        assert made.steps == ()
    check_order(made)
    check_needs(judged, made)
    check_sums(made)
    check_left(judged, made)
    if judged.verdict is not Verdict.STOP:
        check_nothing_left_can_be_mended(judged, made)


@given(judged=cases)
@SETTINGS
def test_a_plan_keeps_its_promises(judged):
    check_plan(judged)


@given(seed=st.integers(0, 2**32), target=any_target, on=judging_days, for_state=states)
@settings(SETTINGS, max_examples=20)
def test_a_plan_keeps_its_promises_to_wild_people(seed, target, on, for_state):
    for person in crowd(seed, 10, likely=True):
        check_plan(assess(target, person, on, for_state))
