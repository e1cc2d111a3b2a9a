"""The answer as the JSON document of the contract, written row by row so that a country fits."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from tenun.cli.judging import Judged, Question
from tenun.domain.assessment import Finding, FindingState
from tenun.domain.catalogue import Requirement
from tenun.domain.repair import PlanStep
from tenun.domain.repair.wording import step_title
from tenun.domain.words import Language
from tenun.formats.problems import Problem


def document(question: Question, rows: Iterable[Judged], problems: list[Problem], language: Language) -> Iterator[str]:
    """Pieces of one JSON document; `problems` may still grow while the rows are read."""
    yield f'{{"on": "{question.on.isoformat()}", "for": "{question.for_state.value}", "rows": ['
    for index, judged in enumerate(rows):
        yield ("," if index else "") + "\n" + row_text(judged, language)
    errors = [problem_json(problem, language) for problem in problems if problem.is_error]
    warnings = [problem_json(problem, language) for problem in problems if not problem.is_error]
    yield f'\n], "errors": {_dump(errors)}, "warnings": {_dump(warnings)}}}\n'


def row_text(judged: Judged, language: Language) -> str:
    """One row as JSON text."""
    assessment, plan, lists = judged.assessment, judged.plan, judged.question.catalogue.lists
    head = {
        "row": judged.row,
        "name": judged.name,
        "target": assessment.target.id,
        "verdict": assessment.verdict.value,
        "ready_for": assessment.ready_for.value if assessment.ready_for else None,
        "possible_on": _iso(assessment.possible_on),
        "next_change_on": _iso(assessment.next_change_on),
        "other_targets": list(judged.other_targets),
        "remarks": list(judged.recorded.remarks),
        "mismatches": [
            {"field": item.field, "papers": dict(item.papers), "kinds": list(item.kinds)}
            for item in judged.recorded.comparison.mismatches
        ],
        "plan": {
            "days": plan.days,
            "cost_rupiah": plan.cost_rupiah,
            "cost_worker_rupiah": plan.cost_worker_rupiah,
            "truths": dict(plan.truths),
            "steps": [_step(step, step_title(lists, step, language)) for step in plan.steps],
            "left": [{"requirement": item.requirement.id, "reason": item.reason} for item in plan.left],
        },
    }
    findings = ", ".join(_finding_text(item) for item in assessment.findings)
    return f'{_dump(head)[:-1]}, "findings": [{findings}]}}'


def _finding_text(finding: Finding) -> str:
    """A finding's fixed part is written once for each requirement and state; only its evidence is her own."""
    fixed = _fixed_part(finding.requirement, finding.state, finding.reason, finding.blocks)
    evidence = finding.evidence
    return f"{fixed}{_dump(_evidence(evidence)) if evidence else '{}'}}}"


@lru_cache(maxsize=16384)
def _fixed_part(requirement: Requirement, state: FindingState, reason: str, blocks: bool) -> str:
    text = _dump(
        {
            "requirement": requirement.id,
            "state": state.word,
            "reason": reason,
            "gate": requirement.gate.value,
            "due_by": requirement.due_by.value,
            "blocks": blocks,
            "desk": requirement.desk.value if requirement.desk else None,
            "office": requirement.office,
            "source": requirement.source.cited,
            "confidence": requirement.confidence.value,
        }
    )
    return f'{text[:-1]}, "evidence": '


def _evidence(seen: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in seen.items()}


def _step(step: PlanStep, title: str) -> dict[str, Any]:
    return {
        "id": step.id,
        "title": title,
        "desk": step.desk,
        "office": step.office,
        "after": list(step.after),
        "days": step.days,
        "cost_rupiah": step.step.cost_rupiah,
        "payer": step.payer.value,
        "court": step.step.court,
        "mobile": step.step.mobile,
        "papers": list(step.step.bring),
        "optional": step.optional,
    }


def problem_json(problem: Problem, language: Language) -> dict[str, Any]:
    """An error or warning in the shape of the contract."""
    return {
        "row": problem.row,
        "column": problem.column,
        "code": problem.code,
        "message": problem.message(language),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
