"""The printed sheet: her plan and her ticket on one page, in plain words, for her to take home.

It names no other person but the officer, no safe contact, no whole number and no reason of protection.
"""

import json
from datetime import date
from importlib.resources import files
from typing import Any

import typst

from tenun.domain.assessment import Assessment, Verdict
from tenun.domain.catalogue import packaged
from tenun.domain.repair import plan
from tenun.domain.repair.wording import is_at_once, paper_names, place
from tenun.domain.words import Language
from tenun.shared.clock import today
from tenun.web.officers import words
from tenun.web.officers.days import say_full_day, say_rupiah, working_day
from tenun.web.officers.file import File, say_village
from tenun.web.officers.timeline import Line, Schedule, say_days, say_line, say_step_cost

_LANGUAGE: Language = "id"


def print_plan(file: File, *, officer: str, office: str) -> bytes | None:
    """The sheet as a tagged PDF (A4); none for whoever has no destination, or whose age is in question."""
    judged = file.judged()
    if judged is None or judged.verdict is Verdict.STOP:
        return None
    said = sheet_of(file, judged, officer=officer, office=office)
    source = files("tenun.web").joinpath("print/plan.typ").read_bytes()
    made: bytes = typst.compile(
        source, format="pdf", ignore_system_fonts=True, sys_inputs={"said": json.dumps(said)}, pdf_standards=["ua-1"]
    )
    return made


def sheet_of(file: File, judged: Assessment, *, officer: str, office: str) -> dict[str, Any]:
    """Every word of the sheet."""
    schedule, today_ = Schedule(plan(packaged(), judged)), today()
    person = file.person
    return {
        "title": words.PRINT_TITLE.id.format(name=person.full_name),
        "about": " · ".join(filter(None, (judged.target.entry.title.id, say_village(person.village_code)))),
        "ticket_label": words.TICKET_NUMBER.id,
        "ticket": f"{person.pk:06d}",
        "verdict": _verdict(judged),
        "lines": _prospect(schedule, judged, today_),
        "steps_title": words.PRINT_STEPS.id,
        "nothing": words.NOTHING_TO_DO.id,
        "heads": ["", words.PRINT_WHAT.id, words.PRINT_WHERE.id, words.PRINT_EFFORT.id],
        "steps": [_step(line) for line in schedule.lines],
        "notes": [note.id for note in (words.PRINT_ESTIMATE, words.PRINT_RECEIPT, words.PRINT_KEEP)],
        "officer": words.PRINT_OFFICER.id,
        "by": officer,
        "office": office,
        "foot": words.PRINT_FOOT.id.format(day=say_full_day(today_, _LANGUAGE)),
    }


def _verdict(judged: Assessment) -> str:
    match judged.verdict:
        case Verdict.READY:
            return words.PRINT_READY.id
        case Verdict.NOT_THIS_TARGET:
            return words.PRINT_OTHER_TARGET.id
        case _:
            return words.PRINT_REPAIR.id.format(count=len(judged.blocking))


def _prospect(schedule: Schedule, judged: Assessment, start: date) -> list[str]:
    if not schedule.lines:
        return []
    repair = schedule.plan
    end = say_full_day(working_day(start, repair.days), _LANGUAGE)
    cost = say_rupiah(repair.cost_worker_rupiah) if repair.cost_worker_rupiah else ""
    return [
        words.PRINT_END.id.format(day=end),
        words.PRINT_COST.id.format(cost=cost) if cost else words.PRINT_FREE.id,
    ]


def _step(line: Line) -> dict[str, Any]:
    lists = packaged().lists
    brought = dict.fromkeys(paper for step in line.steps for paper in step.step.bring)
    first = line.steps[0]
    return {
        "number": line.number,
        "title": say_line(lists, line, _LANGUAGE),
        "bring": words.BRING.id.format(papers=paper_names(lists, brought, _LANGUAGE)) if brought else "",
        "place": words.PRINT_HERE.id if is_at_once(first) else place(lists, first.desk, first.office, _LANGUAGE),
        "days": say_days(line.days, _LANGUAGE),
        "cost": say_step_cost(line.steps, _LANGUAGE),
    }
