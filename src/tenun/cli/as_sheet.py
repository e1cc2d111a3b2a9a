"""The officers' own sheet back, with the verdict beside each person and a sheet of work for each desk."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tenun.cli import table_words as words
from tenun.cli.judging import Judged
from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import Lists
from tenun.domain.repair import PlanStep
from tenun.domain.repair.wording import finding_line, paper_names, place, step_title
from tenun.domain.wording import STAGES, say_day
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
        ready_for=STAGES[assessment.ready_for].say(language) if assessment.ready_for else "",
        reasons=tuple(finding_line(lists, finding, language) for finding in judged.reasons),
        plan=tuple(_plan(judged, steps, lists, language)),
        days=plan.days if steps else None,
        cost=plan.cost_rupiah if steps else None,
        steps=tuple(_desk_step(step, lists, language) for step in steps),
    )


def _plan(judged: Judged, steps: list[PlanStep], lists: Lists, language: Language) -> Iterator[str]:
    """What to do next; where no repair may be offered, or none helps, what to do instead."""
    for number, step in enumerate(steps, start=1):
        yield f"{number}. {step_title(lists, step, language)}"
    if judged.assessment.verdict is Verdict.STOP:
        yield words.STOP.say(language)
    if judged.assessment.possible_on is not None:
        yield words.POSSIBLE.say(language, day=say_day(judged.assessment.possible_on, language))
    if judged.other_targets:
        yield f"{words.OTHERS.say(language)} {', '.join(judged.other_targets)}"


def _desk_step(step: PlanStep, lists: Lists, language: Language) -> DeskStep:
    bring = step.step.bring
    return DeskStep(
        desk=place(lists, step.desk, None if step.desk else step.office, language),
        title=step_title(lists, step, language),
        days=step.days,
        cost=step.step.cost_rupiah,
        papers=paper_names(lists, bring, language) if bring else "",
    )
