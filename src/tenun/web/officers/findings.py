"""Findings by gate as an officer reads them: what blocks first, each with the papers' words, what to do and the law."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tenun.domain.assessment import Assessment, FindingState, Verdict
from tenun.domain.assessment import Finding as Judged
from tenun.domain.catalogue import Gate as GateId
from tenun.domain.catalogue import Lists, OnFailure, Requirement, SourceKind
from tenun.domain.comparison import TRUTH_ORDER, Comparison
from tenun.domain.facts import Agreement, agreement_column
from tenun.domain.papers import PaperKind, PaperRecord
from tenun.domain.repair import PlanStep
from tenun.domain.repair.wording import paper_names, place, reason_words, step_title
from tenun.domain.rules import PapersAgree, parts
from tenun.domain.wording import say_day
from tenun.domain.words import Language, Words
from tenun.web.officers import words
from tenun.web.officers.letters import mark_difference, said_by, say_value
from tenun.web.officers.timeline import Schedule, say_days, say_step_cost
from tenun.web.parts import Finding, Gate, Piece, Sign, State, Text, Tone, compose, plain

SIGNS = {
    FindingState.NOT_NEEDED: Sign.DASH,
    FindingState.MET: Sign.MET,
    FindingState.EXPIRING: Sign.CLOCK,
    FindingState.UNVERIFIED: Sign.EYE,
    FindingState.UNKNOWN: Sign.QUESTION,
    FindingState.EXPIRED: Sign.CLOCK,
    FindingState.DEFECTIVE: Sign.DIFFERS,
    FindingState.MISSING: Sign.EMPTY,
    FindingState.NOT_DUE: Sign.LATER,
}
TONES = {
    FindingState.MET: Tone.MET,
    FindingState.EXPIRING: Tone.EXPIRES,
    FindingState.UNVERIFIED: Tone.WEAK,
    FindingState.UNKNOWN: Tone.UNKNOWN,
    FindingState.EXPIRED: Tone.EXPIRES,
}
_OPEN = frozenset(FindingState) - {FindingState.NOT_NEEDED, FindingState.MET, FindingState.NOT_DUE}
_NOT_AS_ASKED = frozenset(
    {
        "amount_below",
        "declared_no",
        "education_below",
        "level_below",
        "target_closed",
        "target_conditional",
        "too_old",
        "too_young",
        "value_not_allowed",
    }
)
"""Reasons that no correction of a paper answers; "to be mended" would invite a false one."""

_DIFFERENCES = frozenset({"differs", "differs_slightly", "ask_which_is_right"})
_KINDS = {kind.value: kind for kind in PaperKind}
_RANK = {source: rank for rank, source in enumerate(TRUTH_ORDER)}


@dataclass(frozen=True, slots=True)
class GateFindings:
    """One gate with its findings: the open ones whole, the settled ones in a line each."""

    gate: Gate
    summary: str
    open: tuple[Finding, ...]
    settled: tuple[Finding, ...]
    settled_summary: str


class Stated(Protocol):
    """As much of a finding as a sign needs: one of an assessment, or one that was stored."""

    @property
    def requirement(self) -> Requirement: ...
    @property
    def state(self) -> FindingState: ...
    @property
    def reason(self) -> str: ...
    @property
    def blocks(self) -> bool: ...


def state_of(finding: Stated, language: Language) -> State:
    """Sign, tone and word of one finding. Red is only what is known and blocks; what is unknown is dashed."""
    state = finding.state
    if finding.blocks and finding.requirement.on_failure is OnFailure.STOP and state is FindingState.DEFECTIVE:
        return State(Sign.BLOCK, Tone.BLOCKS, words.STOPPED.say(language))
    word = words.STATES[state]
    if state is FindingState.DEFECTIVE and finding.reason in _NOT_AS_ASKED:
        word = words.NOT_AS_ASKED
    red = finding.blocks and state not in (FindingState.UNKNOWN, FindingState.EXPIRING)
    return State(SIGNS[state], Tone.BLOCKS if red else TONES.get(state, Tone.PLAIN), word.say(language))


def gate_state(asked: Sequence[Stated], language: Language) -> State:
    """How a gate stands by all that it asks of her: what blocks first, else what is to be watched."""
    if not asked:
        return State(Sign.DASH, Tone.PLAIN, words.STATES[FindingState.NOT_NEEDED].say(language))
    blocking = [item for item in asked if item.blocks]
    unknown = sum(item.state is FindingState.UNKNOWN for item in blocking)
    known = len(blocking) - unknown
    told = [words.BLOCK.say(language, count=known)] if known else []
    told += [words.UNKNOWN.say(language, count=unknown)] if unknown else []
    if blocking:
        first = min(blocking, key=_urgency)
        sign = state_of(first, language).sign
        return State(sign, Tone.BLOCKS if known else Tone.UNKNOWN, ", ".join(told))
    return _quiet_state(asked, language)


def _quiet_state(asked: Sequence[Stated], language: Language) -> State:
    """The state of a gate in which nothing blocks."""
    states = [item.state for item in asked]
    expiring = count_expiring(asked)
    doubts = sum(state in _OPEN and state is not FindingState.EXPIRING for state in states)
    if expiring:
        return State(Sign.CLOCK, Tone.EXPIRES, words.EXPIRING.say(language, count=expiring))
    if doubts and FindingState.MET not in states:
        return State(Sign.QUESTION, Tone.UNKNOWN, words.CONFIRM.say(language, count=doubts))
    if FindingState.MET not in states:
        return State(Sign.LATER, Tone.PLAIN, words.STATES[FindingState.NOT_DUE].say(language))
    later = FindingState.NOT_DUE in states
    word = (words.MET_SO_FAR if later else words.STATES[FindingState.MET]).say(language)
    if doubts:
        word = f"{word}, {words.CONFIRM.say(language, count=doubts)}"
    return State(Sign.MET, Tone.MET, word)


@dataclass(frozen=True)
class FindingsView:
    """Everything that the findings of one person are told from."""

    judged: Assessment
    comparison: Comparison
    records: Mapping[PaperKind, PaperRecord]
    schedule: Schedule
    lists: Lists
    language: Language

    @property
    def _stopped(self) -> bool:
        return self.judged.verdict is Verdict.STOP

    def by_gate(self) -> tuple[GateFindings, ...]:
        """The six gates, always the same ones in the same order."""
        shown = list(self._shown())
        return tuple(
            self._gate(gate, [item for item in shown if item.requirement.gate is gate]) for gate in words.GATES
        )

    def blocking(self) -> tuple[int, int]:
        """How many things block, and how many more are not known; what one difference causes counts once."""
        blocking = [item for item in self._shown() if item.blocks]
        unknown = sum(item.state is FindingState.UNKNOWN for item in blocking)
        return len(blocking) - unknown, unknown

    def _shown(self) -> Iterator[Judged]:
        """Every finding once: one difference of papers is one finding, a `stop` tells only its own reason."""
        told: set[str] = set()
        for item in self.judged.findings:
            field = self.difference(item)
            if self._stopped and not self._decides(item):
                continue
            if field is not None and field in told:
                continue
            if field is not None:
                told.add(field)
            yield item

    def _decides(self, item: Judged) -> bool:
        return item.blocks and item.state is FindingState.DEFECTIVE and item.requirement.on_failure is OnFailure.STOP

    def difference(self, finding: Judged) -> str | None:
        """The field in which papers differ, when that is what this finding says."""
        if not finding.blocks or finding.reason not in _DIFFERENCES:
            return None
        fields = (part.field for part in parts(finding.requirement.rule) if isinstance(part, PapersAgree))
        return next((field for field in fields if said_by(self.comparison, field)), None)

    def _gate(self, gate: GateId, items: list[Judged]) -> GateFindings:
        asked = [item for item in items if item.state is not FindingState.NOT_NEEDED]
        met = sum(item.state is FindingState.MET for item in asked)
        opened = sorted((item for item in items if item.state in _OPEN), key=_urgency)
        settled = [item for item in asked if item.state not in _OPEN]
        name = words.GATES[gate].say(self.language)
        return GateFindings(
            gate=Gate(name, f"g-{gate}", self._gate_state(asked)),
            summary=words.OF_ALL.say(self.language, count=len(asked), met=met) if asked and not self._stopped else "",
            open=tuple(map(self.finding, opened)),
            settled=tuple(map(self.finding, settled)),
            settled_summary=self._settled_summary(settled),
        )

    def _settled_summary(self, settled: list[Judged]) -> str:
        met = sum(item.state is FindingState.MET for item in settled)
        counts = ((words.SETTLED_MET, met), (words.SETTLED_LATER, len(settled) - met))
        return ", ".join(word.say(self.language, count=count) for word, count in counts if count)

    def _gate_state(self, asked: list[Judged]) -> State:
        if self._stopped and not asked:
            return State(Sign.LATER, Tone.PLAIN, self._say(words.HELD))
        return gate_state(asked, self.language)

    def finding(self, item: Judged) -> Finding:
        """One finding in full."""
        field = self.difference(item)
        title = self._difference_title(field) if field else item.requirement.title.say(self.language)
        said = self._difference_said(field) if field else plain(self._reason(item))
        return Finding(
            id=item.requirement.id,
            state=state_of(item, self.language),
            title=title,
            said=said,
            todo=tuple(self._todo(item)),
            law=self.law(item.requirement),
            place=self._place(item),
            effort=self._effort(item),
            blocks=item.blocks,
        )

    def _say(self, text: Words) -> str:
        return text.say(self.language)

    def _names(self, papers: Iterable[str]) -> str:
        names = paper_names(self.lists, papers, self.language)
        return names[:1].upper() + names[1:]

    def _sides(self, field: str) -> tuple[str, list[str], list[str]]:
        """The source taken as right, those that say the same, those that differ from it."""
        said = said_by(self.comparison, field)
        chosen = self.schedule.plan.truths.get(field)
        truth = chosen if chosen is not None and chosen in said else min(said, key=_RANK.__getitem__)
        wrong = [source for source in said if source != truth and self._differs(field, source, truth)]
        return truth, [source for source in said if source not in wrong], wrong

    def _differs(self, field: str, source: str, truth: str) -> bool:
        code = self.comparison.agreements.get(agreement_column(field, source, truth), Agreement.SAME)
        return code >= Agreement.FIX_NEEDED

    def _difference_title(self, field: str) -> str:
        _, _, wrong = self._sides(field)
        name = self.lists.fields[field].say(self.language)
        papers = paper_names(self.lists, wrong, self.language)
        return words.DIFFERS.say(self.language, field=name[:1].upper() + name[1:], papers=papers)

    def _difference_said(self, field: str) -> Text:
        """What the differing papers say, letters marked, then what the right ones say."""
        said = said_by(self.comparison, field)
        truth, right, wrong = self._sides(field)
        pieces: list[Piece] = []
        for source in wrong:
            marked, note = mark_difference(field, said[source], said[truth], self.language)
            verb = words.SHOWS if source == "nik" else words.WRITES
            value = (*marked, Piece(f" ({note})"))
            pieces += compose(self._say(verb), papers=plain(self._names([source])), value=value)
        value = plain(say_value(field, said[truth], self.language))
        pieces += compose(self._say(words.WRITES), papers=plain(self._names(right)), value=value)
        *before, last = pieces
        return (*before, Piece(last.text.rstrip(), last.mark))

    def _reason(self, item: Judged) -> str:
        reason = reason_words(self.lists, item.reason, self.language)
        told = [f"{reason[:1].upper()}{reason[1:]}."]
        record = self._record(item.requirement)
        if record is not None and record.proof and item.state is not FindingState.UNKNOWN:
            if record.valid_until is not None:
                told.append(words.VALID_UNTIL.say(self.language, day=say_day(record.valid_until, self.language)))
            elif record.issued_on is not None:
                told.append(words.ISSUED.say(self.language, day=say_day(record.issued_on, self.language)))
        return " ".join(told)

    def _record(self, requirement: Requirement) -> PaperRecord | None:
        kind = _KINDS.get(requirement.paper or "")
        return self.records.get(kind) if kind is not None else None

    def _todo(self, item: Judged) -> Iterator[str]:
        """The rows of the plan that answer it, else what the requirement itself says; nothing for what is settled."""
        if item.state not in _OPEN:
            return
        steps = self.schedule.steps_for(item.requirement.id)
        if not steps:
            yield item.requirement.todo.say(self.language)
        for step in sorted(steps, key=lambda step: self.schedule.number[step.id]):
            title = step_title(self.lists, step, self.language)
            yield words.STEP.say(self.language, number=self.schedule.number[step.id], title=title)

    def _place(self, item: Judged) -> str:
        steps: Sequence[PlanStep | Requirement]
        steps = self.schedule.steps_for(item.requirement.id) or [item.requirement]
        places = (place(self.lists, each.desk, each.office, self.language) for each in steps)
        return words.THEN.say(self.language).join(dict.fromkeys(filter(None, places)))

    def _effort(self, item: Judged) -> str:
        steps = self.schedule.steps_for(item.requirement.id)
        if not steps:
            return ""
        days = say_days(sum(step.days for step in steps), self.language)
        return f"{days} · {say_step_cost(steps, self.language)}"

    def law(self, requirement: Requirement) -> str:
        """The text behind a requirement; one that may not block says so."""
        source = requirement.source
        if requirement.can_block:
            return source.cited
        found = source.kind in (SourceKind.LAW, SourceKind.OFFICIAL)
        template = words.DOUBTED_LAW if found else words.NO_LAW
        return template.say(self.language, source=source.cited)


def count_expiring(findings: Iterable[Stated]) -> int:
    """How many papers will expire too early; several requirements may look at one paper."""
    expiring = (item.requirement for item in findings if item.state is FindingState.EXPIRING)
    return len({asked.paper or asked.id for asked in expiring})


def _urgency(item: Stated) -> tuple[bool, bool, bool]:
    """Known and blocking first, then unknown and blocking, then what expires, then what is to be confirmed."""
    return (not item.blocks, item.state is FindingState.UNKNOWN, item.state is not FindingState.EXPIRING)
