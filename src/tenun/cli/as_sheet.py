"""The officers' own sheet back, with the verdict beside each person and a sheet of work for each desk."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tenun.cli.judging import Judged
from tenun.cli.state_words import STATES
from tenun.domain.catalogue import Lists
from tenun.domain.repair import PlanStep
from tenun.domain.repair.wording import finding_line, paper_names, place, step_title
from tenun.domain.words import Language
from tenun.formats.dossiers import Reading
from tenun.formats.report import CheckedRow, DeskStep, write_checked_sheet
from tenun.formats.spreadsheet import Sheet


def write_sheet(
    out: Path,
    sheet: Sheet,
    rows: Iterable[tuple[Reading, Judged | None]],
    lists: Lists,
    language: Language,
) -> None:
    """Writes the result; rows with an error come back with their problems as the reasons. Raises `OSError`."""
    write_checked_sheet(out, sheet, _checked(rows, lists, language), language)


def _checked(rows: Iterable[tuple[Reading, Judged | None]], lists: Lists, language: Language) -> Iterator[CheckedRow]:
    for reading, judged in rows:
        if judged is None:
            problems = tuple(problem.message(language) for problem in reading.problems)
            yield CheckedRow(row=reading.row, cells=reading.cells, verdict=None, reasons=problems)
        else:
            yield _judged_row(reading, judged, lists, language)


def _judged_row(reading: Reading, judged: Judged, lists: Lists, language: Language) -> CheckedRow:
    assessment, plan = judged.assessment, judged.plan
    steps = [step for step in plan.steps if not step.optional]
    return CheckedRow(
        row=reading.row,
        cells=reading.cells,
        verdict=assessment.verdict.value,
        ready_for=STATES[assessment.ready_for].say(language) if assessment.ready_for else "",
        reasons=tuple(finding_line(lists, finding, language) for finding in assessment.blocking),
        plan=tuple(f"{number}. {step_title(lists, step, language)}" for number, step in enumerate(steps, start=1)),
        days=plan.days if steps else None,
        cost=plan.cost_rupiah if steps else None,
        steps=tuple(_desk_step(step, lists, language) for step in steps),
    )


def _desk_step(step: PlanStep, lists: Lists, language: Language) -> DeskStep:
    bring = step.step.bring
    return DeskStep(
        desk=place(lists, step.desk, None if step.desk else step.office, language),
        title=step_title(lists, step, language),
        days=step.days,
        cost=step.step.cost_rupiah,
        papers=paper_names(lists, bring, language) if bring else "",
    )
