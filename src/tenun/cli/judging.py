"""One row of a spreadsheet judged whole: facts, assessment, plan and the targets that would fit instead."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tenun.domain.assessment import Assessment, Finding, Verdict, assess, fitting_instead
from tenun.domain.catalogue import Catalogue
from tenun.domain.papers import Dossier
from tenun.domain.recording import Recorded, record
from tenun.domain.repair import Plan, plan
from tenun.domain.states import ReadyState


@dataclass(frozen=True, slots=True)
class Question:
    """What a run asks of every row."""

    catalogue: Catalogue
    on: date
    for_state: ReadyState
    target: str | None
    departure: date | None


@dataclass(frozen=True)
class Judged:
    """The answer for one row; `row` is the spreadsheet's own number."""

    row: int
    name: str
    recorded: Recorded
    assessment: Assessment
    question: Question

    @cached_property
    def plan(self) -> Plan:
        """The repair plan, made when somebody looks."""
        return plan(self.question.catalogue, self.assessment)

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """What is told as the reason. A `stop` has no other than its own: nothing else may be mended now."""
        judged = self.assessment
        return judged.deciding if judged.verdict is Verdict.STOP else judged.blocking

    @cached_property
    def other_targets(self) -> tuple[str, ...]:
        """Open targets she could meet, named when this one cannot be hers."""
        return tuple(target.id for target in fitting_instead(self.question.catalogue, self.assessment))


def judge_row(question: Question, row: int, dossier: Dossier) -> Judged:
    """Judges one dossier. Raises `KeyError` for a target the catalogue does not have."""
    name = dossier.target or question.target or ""
    target = question.catalogue.target(name, question.on)
    recorded = record(dossier, question.on)
    assessment = assess(target, recorded.facts, question.on, question.for_state, question.departure)
    return Judged(row, dossier.name, recorded, assessment, question)
