"""The answer as a flat CSV, one line a person, for an office's own tools."""

import csv
from collections.abc import Iterable
from typing import IO, Any

from tenun.cli.judging import Judged
from tenun.domain.catalogue import Lists
from tenun.domain.repair.wording import finding_line, step_title
from tenun.domain.words import Language

HEADER = (
    "row",
    "name",
    "target",
    "verdict",
    "ready_for",
    "possible_on",
    "other_targets",
    "reasons",
    "plan",
    "days",
    "cost_rupiah",
)


def write_csv(stream: IO[str], rows: Iterable[Judged], lists: Lists, language: Language) -> None:
    """UTF-8 with commas; reasons and plan are `; ` lists in the person's language."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    for judged in rows:
        writer.writerow([_harmless(value) for value in line(judged, lists, language)])


def line(judged: Judged, lists: Lists, language: Language) -> tuple[Any, ...]:
    """The values of one person in the order of `HEADER`."""
    assessment, plan = judged.assessment, judged.plan
    return (
        judged.row,
        judged.name,
        assessment.target.id,
        assessment.verdict.value,
        assessment.ready_for.value if assessment.ready_for else "",
        assessment.possible_on.isoformat() if assessment.possible_on else "",
        " ".join(judged.other_targets),
        "; ".join(finding_line(lists, finding, language) for finding in judged.reasons),
        "; ".join(step_title(lists, step, language) for step in plan.steps if not step.optional),
        plan.days,
        plan.cost_rupiah,
    )


def _harmless(value: Any) -> Any:
    """A name that begins like a formula would be run by a spreadsheet program; a quote in front keeps it text."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
