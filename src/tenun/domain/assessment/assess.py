"""Is she ready for this target, for this state, on this day? The one place that answers (closures, with reasons).

`sql.py` gives the same answer over a whole table; a property test holds the two equal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from tenun.domain.assessment.findings import FindingState as S
from tenun.domain.assessment.findings import Verdict
from tenun.domain.assessment.interpret import MET, Answer, Judge, changes, compile_rule
from tenun.domain.calendar import birthday
from tenun.domain.catalogue import Catalogue, OnFailure, Requirement, Target
from tenun.domain.facts import PAPER_PARTS, SCORE_PARTS, Facts
from tenun.domain.papers import Proof
from tenun.domain.rules import AgeWindow, TargetStatus, columns_read, parts
from tenun.domain.states import READY_STATES, ReadyState

_MET = S.MET
_NEVER = len(READY_STATES)
_STAYS = (S.NOT_NEEDED, S.MET, S.EXPIRING)


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement and how it stands for one person on one day."""

    requirement: Requirement
    state: S
    reason: str
    blocks: bool
    facts: Facts

    @property
    def evidence(self) -> dict[str, Any]:
        """What the rule saw: the columns it looks at that hold something."""
        return evidence(self.requirement, self.facts)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A target's requirements as closures, in catalogue order; `deciding` has what stops before what only rules out.

    Each judge stands with its condition and with the state from which its requirement can block.
    """

    target: Target
    judges: tuple[tuple[Judge, Judge | None, int], ...]
    due: tuple[int, ...]
    can_block: tuple[bool, ...]
    blocking: tuple[int, ...]
    doubtful: tuple[int, ...]
    deciding: tuple[tuple[int, OnFailure], ...]


@lru_cache(maxsize=512)
def compile_target(target: Target) -> Compiled:
    """Compiles once for each version of a target."""
    asked = target.requirements
    deciding = sorted(
        (
            (index, item.on_failure)
            for index, item in enumerate(asked)
            if item.can_block and item.on_failure is not OnFailure.REPAIR
        ),
        key=lambda pair: pair[1] is not OnFailure.STOP,
    )
    return Compiled(
        target=target,
        judges=tuple(
            (compile_rule(r.rule), _compile_condition(r), r.due_by.order if r.can_block else _NEVER) for r in asked
        ),
        due=tuple(r.due_by.order for r in asked),
        can_block=tuple(r.can_block for r in asked),
        blocking=tuple(index for index, r in enumerate(asked) if r.can_block),
        doubtful=tuple(index for index, r in enumerate(asked) if not r.can_block),
        deciding=tuple(deciding),
    )


def _compile_condition(requirement: Requirement) -> Judge | None:
    """Whether a requirement applies; one that is presumed applies also while nobody knows."""
    if requirement.when is None:
        return None
    applies = compile_rule(requirement.when)
    if not requirement.presumed:
        return applies

    def presumed(facts: Facts, on: date, departure: date) -> Answer:
        answer = applies(facts, on, departure)
        return MET if answer[0] is S.UNKNOWN else answer

    return presumed


@dataclass(frozen=True)
class Assessment:
    """The answer for one person, one target, one day. States and reasons stand in catalogue order."""

    target: Target
    facts: Facts
    on: date
    departure: date
    for_state: ReadyState
    answers: tuple[Answer, ...]
    verdict: Verdict
    ready_for: ReadyState | None
    compiled: Compiled

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every requirement with its state for this moment; what is needed only later is `not_due`."""
        return tuple(map(self._finding, range(len(self.answers))))

    @cached_property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that hold her back now."""
        if self.verdict is Verdict.READY:
            return ()
        return self._open(self.compiled.blocking)

    @cached_property
    def deciding(self) -> tuple[Finding, ...]:
        """The findings that make it `stop` or `not_this_target`; none for the other verdicts."""
        if self.verdict not in (Verdict.STOP, Verdict.NOT_THIS_TARGET):
            return ()
        how = OnFailure(self.verdict.value)
        return tuple(item for item in self.blocking if item.requirement.on_failure is how and item.state is S.DEFECTIVE)

    @cached_property
    def advised(self) -> tuple[Finding, ...]:
        """What is due and does not hold, by rules that may not hold anybody back: "perlu dikonfirmasi"."""
        return self._open(self.compiled.doubtful)

    def _open(self, indexes: tuple[int, ...]) -> tuple[Finding, ...]:
        answers, due, limit = self.answers, self.compiled.due, self.for_state.order
        return tuple(self._finding(index) for index in indexes if answers[index][0] > _MET and due[index] <= limit)

    def _finding(self, index: int) -> Finding:
        raw, reason = self.answers[index]
        due = self.compiled.due[index] <= self.for_state.order
        state = raw if due or raw in _STAYS else S.NOT_DUE
        blocks = due and raw > _MET and self.compiled.can_block[index]
        return Finding(self.target.requirements[index], state, reason, blocks, self.facts)

    @cached_property
    def possible_on(self) -> date | None:
        """For `not_this_target`: the day from which her age fits, when age is all that stands in the way."""
        if self.verdict is not Verdict.NOT_THIS_TARGET:
            return None
        days: list[date] = []
        for index, _ in self.compiled.deciding:
            state, reason = self.answers[index]
            if state is not S.DEFECTIVE:
                continue
            if reason != "too_young":
                return None
            days += _old_enough(self.target.requirements[index], self.facts)
        return max(days, default=None)

    @cached_property
    def next_change_on(self) -> date | None:
        """The first day after `on` on which the calendar alone may change an answer; early at times, never late."""
        asked = self.target.requirements
        rules = (*(item.rule for item in asked), *(item.when for item in asked if item.when is not None))
        days = {day for rule in rules for day in changes(rule, self.facts)}
        if self.target.in_force_until is not None:
            days.add(self.target.in_force_until)
        return min((day for day in days if day > self.on), default=None)


def assess(
    target: Target,
    facts: Facts,
    on: date,
    for_state: ReadyState = ReadyState.MATCHED,
    departure: date | None = None,
) -> Assessment:
    """Judges every requirement of a target.

    Departure is the journey's own day, else `departure`, else `on`; one that is past counts as `on`.
    """
    leaves = facts.departure_on or departure or on
    leaves = max(leaves, on)
    compiled = compile_target(target)
    answers = []
    first_blocked = _NEVER
    for judge, applies, blocks_from in compiled.judges:
        if applies is None:
            answer = judge(facts, on, leaves)
        else:
            answer = _where_it_applies(applies(facts, on, leaves), judge, facts, on, leaves)
        answers.append(answer)
        if blocks_from < first_blocked and answer[0] > _MET:
            first_blocked = blocks_from
    found = tuple(answers)
    verdict = _verdict(compiled, found, first_blocked, for_state)
    fit = verdict in (Verdict.READY, Verdict.REPAIR)
    ready_for = READY_STATES[first_blocked - 1] if first_blocked and fit else None
    return Assessment(target, facts, on, leaves, for_state, found, verdict, ready_for, compiled)


def _where_it_applies(applies: Answer, judge: Judge, facts: Facts, on: date, leaves: date) -> Answer:
    """Asked only where it applies. While that is unknown, a paper that is there counts, an absent one does not."""
    if applies[0] is _MET:
        return judge(facts, on, leaves)
    if applies[0] is not S.UNKNOWN:
        return _NOT_NEEDED
    answer = judge(facts, on, leaves)
    return _UNDECIDED[applies[1]] if answer[0] in (S.MISSING, S.UNKNOWN) else answer


_NOT_NEEDED: Answer = (S.NOT_NEEDED, "does_not_apply")


class _Undecided(dict[str, Answer]):
    """Whether the requirement applies is itself unknown; the reason is why."""

    def __missing__(self, reason: str) -> Answer:
        self[reason] = answer = (S.UNKNOWN, f"applies_{reason}")
        return answer


_UNDECIDED = _Undecided()


def _verdict(compiled: Compiled, answers: tuple[Answer, ...], first_blocked: int, for_state: ReadyState) -> Verdict:
    for index, how in compiled.deciding:
        if answers[index][0] is S.DEFECTIVE:
            return _FAILED[how]
    return Verdict.READY if first_blocked > for_state.order else Verdict.REPAIR


_FAILED = {OnFailure.STOP: Verdict.STOP, OnFailure.NOT_THIS_TARGET: Verdict.NOT_THIS_TARGET}


def _old_enough(requirement: Requirement, facts: Facts) -> Iterator[date]:
    for part in parts(requirement.rule):
        if isinstance(part, AgeWindow) and part.minimum is not None:
            born = facts.birth_date_latest if part.any_paper else facts.birth_date
            if born is not None:
                yield birthday(born, part.minimum)


def fits(target: Target, facts: Facts, on: date, departure: date | None = None) -> bool:
    """Whether the target is open and nothing that cannot be mended (age, sex, schooling) stands against her."""
    if target.status != TargetStatus.OPEN:
        return False
    leaves = max(facts.departure_on or departure or on, on)
    compiled = compile_target(target)
    for index, _ in compiled.deciding:
        judge, applies, _ = compiled.judges[index]
        if applies is None:
            answer = judge(facts, on, leaves)
        else:
            answer = _where_it_applies(applies(facts, on, leaves), judge, facts, on, leaves)
        if answer[0] is S.DEFECTIVE:
            return False
    return True


def fitting_instead(catalogue: Catalogue, judged: Assessment) -> tuple[Target, ...]:
    """The other targets that fit her, named when this one cannot be hers; else none."""
    if judged.verdict is not Verdict.NOT_THIS_TARGET:
        return ()
    others = (target for target in catalogue.targets(judged.on) if target.id != judged.target.id)
    return tuple(target for target in others if fits(target, judged.facts, judged.on, judged.departure))


@lru_cache(maxsize=4096)
def _columns(requirement: Requirement) -> tuple[tuple[str, str, str], ...]:
    """Column, attribute and part of each thing a requirement looks at."""
    return tuple((name, *_split(name)) for name in columns_read(requirement.rule))


def _split(column: str) -> tuple[str, str]:
    for part in (*PAPER_PARTS, *SCORE_PARTS):
        name = column.removesuffix(f"_{part}")
        if name != column and name in Facts.__slots__:
            return name, part
    return ("agreements", "") if column.startswith("agree_") else (column, "")


def evidence(requirement: Requirement, facts: Facts) -> dict[str, Any]:
    """What the rule saw: the columns it looks at that hold something, proof as a word of the ladder."""
    seen: dict[str, Any] = {}
    for column, name, part in _columns(requirement):
        value = facts.agreements.get(column) if name == "agreements" else getattr(facts, name)
        if part:
            value = getattr(value, part)
        if value is not None:
            seen[column] = Proof(value).name.lower() if part == "proof" else value
    return seen
