"""From findings to an ordered plan: what must be done, at which desk, in which order, in how many days.

The planner never looks for a way around a `stop`: where her age is in doubt no repair is offered (handbook,
documents part E: never help to change an age upward). Nor does it send anybody for the papers of a target that
waiting cannot make hers.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from tenun.domain.assessment import Assessment, Finding, FindingState, Verdict, assess
from tenun.domain.catalogue import REISSUES, Action, Catalogue, Payer, RepairStep, Requirement
from tenun.domain.catalogue.steps import comes_before
from tenun.domain.facts import PRINTED_ON, Agreement, Facts, PaperFact, ScoreFact
from tenun.domain.papers import Proof
from tenun.domain.repair.choose import (
    Choice,
    StepIndex,
    agreement_codes,
    choices,
    step_index,
    truth_of,
)
from tenun.domain.repair.effects import Draft
from tenun.domain.repair.plan import Plan, PlanStep
from tenun.domain.rules import PapersAgree, parts


@dataclass(slots=True)
class Work:
    """A chosen step while the plan grows."""

    step: RepairStep
    paper: str
    requirement: Requirement | None
    optional: bool
    fields: list[str] = field(default_factory=list)
    requirements: list[str] = field(default_factory=list)


def plan(catalogue: Catalogue, assessment: Assessment) -> Plan:
    """The repair plan for one assessment, for the state it was made for.

    Doing every step that is not optional and judging again leaves only the findings named in `left`.
    """
    if assessment.verdict is Verdict.STOP:
        return Plan((), 0, 0, 0, {}, assessment.blocking)
    if assessment.verdict is Verdict.NOT_THIS_TARGET and assessment.possible_on is None:
        return Plan((), 0, 0, 0, _truths(assessment), assessment.blocking)
    if not assessment.blocking and not assessment.advised:
        return NOTHING_TO_DO
    index = step_index(catalogue)
    works: dict[str, Work] = {}
    current = assessment
    # Work uncovers work (a new passport ends a visa). Each round adds some that was not there, or is the last.
    while True:
        before = _extent(works)
        _answer_all(works, index, current.blocking, current, optional=False)
        _drop_covered(works)
        _fetch_needs(works, index, assessment.facts)
        if _extent(works) == before:
            break
        current = _done(assessment, works, index)
    _answer_optional(works, index, assessment)
    return _finish(catalogue, assessment, works, current.blocking)


NOTHING_TO_DO = Plan((), 0, 0, 0, {}, ())


def after(assessment: Assessment, done: Plan) -> Assessment:
    """The same person, target and day judged again when every step that is not optional has been done."""
    draft = _draft(assessment)
    for step in done.steps:
        if not step.optional:
            draft.apply(step.step, step.paper, step.fields, _requirements_of(step))
    return _judge_again(assessment, draft)


def _requirements_of(step: PlanStep) -> tuple[str, ...]:
    return tuple(step.requirement.split()) if step.requirement else ()


def _extent(works: dict[str, Work]) -> dict[str, tuple[int, int]]:
    return {key: (len(work.fields), len(work.requirements)) for key, work in works.items()}


def _answer_all(
    works: dict[str, Work], index: StepIndex, findings: Iterable[Finding], seen: Assessment, *, optional: bool
) -> None:
    for finding in findings:
        for choice in choices(index, finding, seen):
            _add(works, choice, finding.requirement, optional=optional)


def _add(works: dict[str, Work], choice: Choice, requirement: Requirement | None, *, optional: bool) -> None:
    key = choice.step.id
    if key not in works:
        works[key] = Work(choice.step, choice.paper, requirement, optional)
    work = works[key]
    if choice.field and choice.field not in work.fields:
        work.fields.append(choice.field)
    if requirement is not None and requirement.id not in work.requirements:
        work.requirements.append(requirement.id)


def _drop_covered(works: dict[str, Work]) -> None:
    """A new print covers showing and reading the old one; whoever brings a paper also says what it states."""
    _print_once(works)
    brought = {work.paper for work in works.values() if work.step.action in (*REISSUES, Action.TRAIN, Action.SHOW)}
    reissued = {work.paper for work in works.values() if work.step.action in REISSUES}
    printed = reissued | {work.paper for work in works.values() if work.step.reprints}
    for key, work in list(works.items()):
        action = work.step.action
        covered = (
            (work.paper in reissued and action in (Action.SHOW_ORIGINAL, Action.READ))
            or PRINTED_ON.get(work.paper) in printed
            or (action is Action.DECLARE and work.paper == "entry" and _paper_asked(work) in brought)
        )
        if covered:
            del works[key]


def _print_once(works: dict[str, Work]) -> None:
    """Of all that would print one paper anew, only the dearest is done, for it answers the others too.

    Of equals the correction stays, because it waits for the papers that prove what is right.
    """
    kept: dict[str, str] = {}
    for key, work in list(works.items()):
        if work.step.action not in REISSUES and not work.step.reprints:
            continue
        other = kept.setdefault(work.paper, key)
        if other == key:
            continue
        winner, loser = sorted((other, key), key=lambda one: _print_rank(works[one].step), reverse=True)
        kept[work.paper] = winner
        covered = works.pop(loser)
        for mine, added in (
            (works[winner].fields, covered.fields),
            (works[winner].requirements, covered.requirements),
        ):
            mine += [name for name in added if name not in mine]


def _print_rank(step: RepairStep) -> tuple[int, bool]:
    return step.cost_rupiah, step.reprints


def _paper_asked(work: Work) -> str | None:
    return work.requirement.paper if work.requirement else None


def _fetch_needs(works: dict[str, Work], index: StepIndex, facts: Facts) -> None:
    """Fetches what must be there first and is neither there nor in the plan."""
    waiting = list(works.values())
    while waiting:
        work = waiting.pop()
        for need in work.step.needs:
            if any(_there(facts, paper) for paper in need.papers):
                continue
            if any(other.paper in need.papers and _waits(other.step, work.step) for other in works.values()):
                continue
            choice = _bring(index, facts, need.papers[0])
            if choice is not None:
                _add(works, choice, work.requirement, optional=work.optional)
                waiting.append(works[choice.step.id])


def _there(facts: Facts, paper: str) -> bool:
    fact = getattr(facts, paper, None)
    return isinstance(fact, PaperFact | ScoreFact) and (fact.proof or 0) >= Proof.ORIGINAL_SEEN


def _bring(index: StepIndex, facts: Facts, paper: str) -> Choice | None:
    proof = getattr(getattr(facts, paper, None), "proof", None)
    keys = {None: ("unknown:not_shown",), 0: ("missing",)}.get(proof, ("unverified",))
    step = index.find(paper, keys)
    return Choice(step, paper) if step else None


def _draft(assessment: Assessment) -> Draft:
    return Draft(assessment.target, assessment.facts, assessment.on, assessment.departure)


def _judge_again(assessment: Assessment, draft: Draft) -> Assessment:
    return assess(assessment.target, draft.facts(), assessment.on, assessment.for_state, assessment.departure)


def _done(assessment: Assessment, works: dict[str, Work], index: StepIndex) -> Assessment:
    draft = _draft(assessment)
    for key in _order(works, index):
        work = works[key]
        draft.apply(work.step, work.paper, work.fields, work.requirements)
    return _judge_again(assessment, draft)


def _answer_optional(works: dict[str, Work], index: StepIndex, assessment: Assessment) -> None:
    """What is asked only by practice: offered once, beside the plan, with what it needs."""
    papers = {work.paper for work in works.values()}
    extra: dict[str, Work] = {}
    _answer_all(extra, index, assessment.advised, assessment, optional=True)
    for key, work in extra.items():
        if key not in works and work.paper not in papers:
            works[key] = work
    _fetch_needs(works, index, assessment.facts)


@lru_cache(maxsize=16384)
def _waits(other: RepairStep, step: RepairStep) -> bool:
    return comes_before(other, step)


def _waits_for(works: dict[str, Work]) -> dict[str, tuple[str, ...]]:
    by_paper: dict[str, list[str]] = {}
    for key, work in works.items():
        by_paper.setdefault(work.paper, []).append(key)
    return {
        key: tuple(
            name
            for paper in _papers_before(work.step)
            for name in by_paper.get(paper, ())
            if name != key and _waits(works[name].step, work.step)
        )
        for key, work in works.items()
    }


@lru_cache(maxsize=1024)
def _papers_before(step: RepairStep) -> tuple[str, ...]:
    """The papers on which a step may have to wait: its own, what it needs, what it follows."""
    needed = (paper for need in step.needs for paper in need.papers)
    return tuple(dict.fromkeys((step.paper, *needed, *step.follows)))


def _order(works: dict[str, Work], index: StepIndex) -> list[str]:
    """First things first. The order of two steps never depends on what else is in the plan."""
    return sorted(works, key=lambda key: index.rank(works[key].step))


def _finish(catalogue: Catalogue, assessment: Assessment, works: dict[str, Work], left: tuple[Finding, ...]) -> Plan:
    waits = _waits_for(works)
    order = _order(works, step_index(catalogue))
    steps = [_plan_step(catalogue, assessment, key, works[key], waits[key]) for key in order]
    needed = [step for step in steps if not step.optional]
    finished: dict[str, int] = {}
    for step in needed:
        finished[step.id] = step.days + max((finished.get(name, 0) for name in step.after), default=0)
    return Plan(
        steps=tuple(steps),
        days=max(finished.values(), default=0),
        cost_rupiah=sum(step.step.cost_rupiah for step in needed),
        cost_worker_rupiah=sum(step.step.cost_rupiah for step in needed if step.payer is Payer.WORKER),
        truths=_truths(assessment),
        left=left,
    )


def _plan_step(catalogue: Catalogue, assessment: Assessment, key: str, work: Work, waits: tuple[str, ...]) -> PlanStep:
    requirement = work.requirement
    desk, office = work.step.desk, work.step.office
    # Who handles a paper may be the target's own affair: an agreement between governments is BP2MI's, not an agency's.
    if requirement is not None and (requirement.paper == work.paper or (desk is None and office is None)):
        desk, office = requirement.desk or desk, requirement.office or office
    return PlanStep(
        id=key,
        step=work.step,
        paper=work.paper,
        fields=tuple(work.fields),
        requirement=" ".join(work.requirements),
        desk=desk,
        office=office,
        after=waits,
        payer=_payer(catalogue, assessment, work.step),
        optional=work.optional,
    )


def _payer(catalogue: Catalogue, assessment: Assessment, step: RepairStep) -> Payer:
    """Who pays, by the cost rule of the component on that day; free stays free."""
    if step.cost_component is None or step.payer is Payer.FREE:
        return step.payer
    rule = catalogue.lists.costs[step.cost_component]
    if rule.valid_from > assessment.on:
        return step.payer
    if assessment.target.entry.zero_cost:
        return rule.zero_cost_payer
    return step.payer if rule.other_payer is Payer.UNKNOWN else rule.other_payer


def _truths(assessment: Assessment) -> dict[str, str]:
    """The paper taken as right, by field; of several rules about one field the first decides."""
    truths: dict[str, str] = {}
    for finding in assessment.blocking:
        if finding.state is not FindingState.DEFECTIVE:
            continue
        for part in parts(finding.requirement.rule):
            if isinstance(part, PapersAgree):
                codes = agreement_codes(part, assessment.facts)
                truth = truth_of(codes)
                if truth is not None and max(codes.values()) >= Agreement.FIX_NEEDED:
                    truths.setdefault(part.field, truth)
    return truths
