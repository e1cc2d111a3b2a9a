"""Which steps answer a finding: the paper that decides, and which papers must change when they disagree."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from tenun.domain.assessment import Assessment, Finding, FindingState
from tenun.domain.assessment.interpret import Answer, compile_rule
from tenun.domain.calendar import add_months
from tenun.domain.catalogue import REISSUES, Action, Catalogue, RepairStep, Requirement
from tenun.domain.catalogue.steps import ANY_PAPER, in_order, stage
from tenun.domain.comparison import TRUTH_ORDER
from tenun.domain.facts import PAPERS, SCALARS, SCALES, Agreement, Facts, PaperFact
from tenun.domain.rules import (
    AllOf,
    AnyOf,
    Competence,
    IssuedNotBefore,
    IssuedWithin,
    LanguageAtLeast,
    Moment,
    PaperPresent,
    PapersAgree,
    ProofAtLeast,
    Rule,
    TargetOpen,
    ValidBeyond,
    columns_read,
    parts,
)

_RANK = {paper: rank for rank, paper in enumerate(TRUTH_ORDER)}


@dataclass(frozen=True, slots=True)
class Choice:
    """A step for one paper, bound to it, with the field to correct if it is a correction."""

    step: RepairStep
    paper: str
    field: str | None = None


class StepIndex:
    """The repair steps by paper and by what they mend, and one order of all of them."""

    def __init__(self, steps: Sequence[RepairStep]) -> None:
        self._by_mend: dict[tuple[str, str], list[RepairStep]] = {}
        for step in steps:
            for mend in step.mends:
                self._by_mend.setdefault((step.paper, mend), []).append(step)
        self._rank = {step: place for place, step in enumerate(in_order(steps))}

    def rank(self, step: RepairStep) -> tuple[int, int]:
        """The place of a step in any plan: what is shown, read or said at once, then the work in its order."""
        place = self._rank.get(step)
        return (0, stage(step)) if place is None else (1, place)

    def find(self, paper: str, keys: Iterable[str], issued_on: date | None = None) -> RepairStep | None:
        """The first step for this paper, or else for any paper, that mends one of the keys."""
        owners = (paper, ANY_PAPER) if paper in PAPERS or paper in SCALES else (paper,)
        for key in keys:
            for owner in owners:
                for step in self._by_mend.get((owner, key), ()):
                    if _fits_date(step, issued_on):
                        return bind(step, paper)
        return None


@lru_cache(maxsize=64)
def step_index(catalogue: Catalogue) -> StepIndex:
    """The index of a catalogue, built once."""
    return StepIndex(catalogue.steps)


@lru_cache(maxsize=1024)
def bind(step: RepairStep, paper: str) -> RepairStep:
    """A step written for any paper, made the step of one."""
    if step.paper != ANY_PAPER:
        return step
    return replace(step, id=f"{step.id}_{paper}", paper=paper)


def _fits_date(step: RepairStep, issued_on: date | None) -> bool:
    """A step for papers issued since a day needs that day to be known."""
    if step.paper_from is not None:
        return issued_on is not None and issued_on >= step.paper_from
    return step.paper_before is None or issued_on is None or issued_on < step.paper_before


def choices(index: StepIndex, finding: Finding, assessment: Assessment) -> Iterator[Choice]:
    """Every step that this finding asks for; none when nothing can mend it."""
    requirement = finding.requirement
    asked = requirement.rule
    if finding.reason.startswith("applies_") and requirement.when is not None:
        asked = requirement.when
    rule, (state, reason) = deciding(asked, assessment)
    if isinstance(rule, PapersAgree):
        yield from _agreement(index, rule, assessment.facts)
        return
    if state is FindingState.UNKNOWN and columns_read(rule)[:1] and columns_read(rule)[0] in SCALARS:
        yield from _fill_in(index, columns_read(rule)[0])
        return
    paper, reason = _paper(rule, reason, requirement, assessment)
    step = index.find(paper, (f"{state.word}:{reason}", state.word))
    if step is not None and not _would_be_in_vain(asked, step, paper, assessment):
        yield Choice(step, paper)


_MAKES = (*REISSUES, Action.TRAIN)


def _would_be_in_vain(rule: Rule, step: RepairStep, paper: str, assessment: Assessment) -> bool:
    """Whether a paper made today would not do when it is needed: it has to wait, so no step is offered."""
    if step.action not in _MAKES:
        return False
    until = add_months(assessment.on, step.validity_months) if step.validity_months else None
    return any(_too_early(part, paper, until, assessment) for part in parts(rule))


def _too_early(part: Rule, paper: str, until: date | None, assessment: Assessment) -> bool:
    on, departure = assessment.on, assessment.departure
    match part:
        case IssuedWithin(paper=own, of=Moment.DEPARTURE) if own == paper:
            return add_months(on, part.months) + timedelta(days=part.days) < departure
        case ValidBeyond(paper=own) if own == paper and until is not None:
            bases = {Moment.TODAY: on, Moment.DEPARTURE: departure, Moment.CONTRACT_END: assessment.facts.contract_end}
            base = bases[part.of]
            return base is not None and until < add_months(base, part.months)
        case LanguageAtLeast(scale=own, months=months) if own == paper and months is not None:
            return add_months(on, months) < departure
        case Competence(of=Moment.DEPARTURE):
            return until is not None and until < departure
    return False


def _fill_in(index: StepIndex, column: str) -> Iterator[Choice]:
    """Asks for the plain field that a rule looks at."""
    step = index.find("entry", ("unknown:not_stated",))
    if step is not None:
        name = column.removesuffix("_latest")
        yield Choice(_named(step, f"{step.id}_{name}"), "entry", name)


@lru_cache(maxsize=256)
def _named(step: RepairStep, name: str) -> RepairStep:
    return replace(step, id=name)


def deciding(rule: Rule, assessment: Assessment) -> tuple[Rule, Answer]:
    """The simple rule inside a requirement that gives it its state."""
    if isinstance(rule, AllOf | AnyOf):
        inner = [deciding(part, assessment) for part in rule.rules]
        pick = max if isinstance(rule, AllOf) else min
        return pick(inner, key=lambda found: found[1][0])
    if isinstance(rule, Competence) and len(rule.schemes) > 1:
        answers = ((one, _answer(one, assessment)) for one in _single_schemes(rule))
        return min(answers, key=lambda found: (found[1][0] is FindingState.UNKNOWN, found[1][0]))
    return rule, _answer(rule, assessment)


@lru_cache(maxsize=256)
def _single_schemes(rule: Competence) -> tuple[Competence, ...]:
    return tuple(Competence((scheme,), rule.proof, rule.of) for scheme in rule.schemes)


_compiled = lru_cache(maxsize=4096)(compile_rule)


def _answer(rule: Rule, assessment: Assessment) -> Answer:
    return _compiled(rule)(assessment.facts, assessment.on, assessment.departure)


def _paper(rule: Rule, reason: str, requirement: Requirement, assessment: Assessment) -> tuple[str, str]:
    """The paper that a finding is about, and what is wrong with that paper."""
    if reason == "contract_end_not_stated":
        return "perjanjian_kerja", reason
    match rule:
        case IssuedNotBefore(paper, other):
            return _wrongly_dated(paper, other, reason, assessment)
        case (
            PaperPresent(paper=paper)
            | ProofAtLeast(paper=paper)
            | ValidBeyond(paper=paper)
            | IssuedWithin(paper=paper)
            | LanguageAtLeast(scale=paper)
            | Competence(schemes=(paper, *_))
        ):
            return paper, reason
        case TargetOpen():
            return "target", reason
    return requirement.paper or "entry", reason


def _wrongly_dated(paper: str, other: str, reason: str, assessment: Assessment) -> tuple[str, str]:
    """Of two papers that must follow each other: the one without a date, the one dated in the future, the later one."""
    facts = assessment.facts
    first: date | None = getattr(facts, other).issued_on
    if first is None and getattr(facts, paper).issued_on is not None:
        return other, reason
    if first is not None and first > assessment.on and reason == "dated_too_early":
        return other, "date_in_future"
    return paper, reason


def _agreement(index: StepIndex, rule: PapersAgree, facts: Facts) -> Iterator[Choice]:
    """Read what nobody has read; then correct every paper that differs from the one taken as right."""
    codes = agreement_codes(rule, facts)
    for paper in _unread(codes):
        step = index.find(paper, ("unknown:not_compared",))
        if step is not None:
            yield Choice(step, paper, rule.field)
    worst = max(codes.values(), default=0)
    if worst < Agreement.FIX_NEEDED:
        return
    wrong = must_change(codes)
    # What somebody typed is no matter for a talk, and what a NIK says is mended without a court (D-NIKDATE).
    extras = {"wawancara": {"isian"}, "penetapan": {"isian", "nik"}}
    for extra in (name for name, simple in extras.items() if not simple.issuperset(wrong)):
        step = index.find(extra, (f"{rule.field}:{Agreement(worst).name.lower()}",))
        if step is not None:
            yield Choice(step, extra)
    for paper in wrong:
        fact = getattr(facts, paper, None)
        issued_on = fact.issued_on if isinstance(fact, PaperFact) else None
        step = index.find(paper, (rule.field, "*"), issued_on)
        if step is not None:
            yield Choice(step, paper, rule.field)


def agreement_codes(rule: PapersAgree, facts: Facts) -> dict[tuple[str, str], int]:
    """The codes of all pairs that were compared under this rule."""
    agreements = facts.agreements
    return {pair: agreements[column] for pair, column in _columns(rule) if column in agreements}


@lru_cache(maxsize=256)
def _columns(rule: PapersAgree) -> tuple[tuple[tuple[str, str], str], ...]:
    return tuple(zip(rule.pairs(), rule.columns(), strict=True))


def truth_of(codes: Mapping[tuple[str, str], int]) -> str | None:
    """The paper taken as right among those compared."""
    papers = {paper for pair in codes for paper in pair}
    return min(papers, key=_RANK.__getitem__, default=None)


def must_change(codes: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """The papers that differ from the one taken as right.

    A paper that says the same as the right one is right too; of two others that differ, the later one changes.
    """
    truth = truth_of(codes)
    right = {truth} | {_other(pair, truth) for pair, code in codes.items() if truth in pair and code == Agreement.SAME}
    differing = [pair for pair, code in codes.items() if code >= Agreement.FIX_NEEDED]
    changing: set[str] = set()
    for pair in sorted(differing, key=right.isdisjoint):
        if not changing.intersection(pair):
            wrong = [paper for paper in pair if paper not in right] or pair
            changing.add(max(wrong, key=_RANK.__getitem__))
    return tuple(sorted(changing, key=_RANK.__getitem__))


def _other(pair: tuple[str, str], paper: str | None) -> str:
    return pair[1] if pair[0] == paper else pair[0]


def _unread(codes: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """The fewest papers that have to be read so that every pair can be compared, the most open one first."""
    still_open = [pair for pair, code in codes.items() if code == Agreement.NOT_COMPARED]
    while still_open:
        counts = Counter(paper for pair in still_open for paper in pair if paper in PAPERS)
        if not counts:
            return
        paper = max(counts, key=lambda name: (counts[name], _RANK[name]))
        yield paper
        still_open = [pair for pair in still_open if paper not in pair]
