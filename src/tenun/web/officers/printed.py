"""The printed sheet: her plan and her ticket on one page, in plain words, for her to take home.

It names no other person but the officer, no safe contact, no whole number and no reason of protection.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from io import BytesIO
from typing import Any

import pikepdf
import typst

from tenun.domain.assessment import Assessment, Verdict
from tenun.domain.catalogue import Payer, packaged
from tenun.domain.repair import PlanStep, plan
from tenun.domain.repair.wording import PAYERS, is_at_once, paper_names, place
from tenun.domain.words import Language
from tenun.readiness.together import DeskAct
from tenun.shared.clock import today
from tenun.web.officers import words
from tenun.web.officers.days import say_full_day, say_rupiah, working_day
from tenun.web.officers.file import File, say_village
from tenun.web.officers.timeline import Line, Schedule, say_days, say_line

_LANGUAGE: Language = "id"
_SIZES = (11.5, 11.0, 10.5, 10.0)
"""Type sizes in points, the first that fits is taken. The typeface is a small one: below 10 it is hard to read."""
_CUT_SIZE = 10.5
"""The size of a sheet that does not hold all steps: what is left out makes room to read the others."""


def print_plan(file: File, *, officer: str, office: str) -> bytes | None:
    """The sheet as a tagged PDF (one A4 page); none for whoever has no destination, or whose age is in question."""
    judged = file.judged()
    if judged is None or judged.verdict is Verdict.STOP:
        return None
    _words, made = fitted(sheet_of(file, judged, officer=officer, office=office))
    return made


def fitted(said: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """What of these words stands on the one page, and the page.

    The type gets smaller while it can be read; then only the first steps are printed. They stand in
    the order in which they are done, so that none of them waits for one that is left out; the next sheet, printed
    when some are done, begins with the others.
    """
    for size in _SIZES:
        made = _compiled(said, size)
        if _pages(made) == 1:
            return said, made
    steps = said["steps"]
    for count in range(len(steps) - 1, 0, -1):
        first = {**said, "steps": steps[:count], "more": words.PRINT_MORE.id.format(count=len(steps) - count)}
        made = _compiled(first, _CUT_SIZE)
        if _pages(made) == 1:
            return first, made
    raise ValueError("not even one step fits on the page")


def _compiled(said: Mapping[str, Any], size: float) -> bytes:
    source = files("tenun.web").joinpath("print/plan.typ").read_bytes()
    inputs = {"said": json.dumps(said), "size": str(size)}
    made: bytes = typst.compile(
        source, format="pdf", ignore_system_fonts=True, sys_inputs=inputs, pdf_standards=["ua-1"]
    )
    return made


def _pages(made: bytes) -> int:
    with pikepdf.open(BytesIO(made)) as document:
        return len(document.pages)


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
        "more": "",
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
        "cost": _cost(line.steps),
    }


def _cost(steps: Sequence[PlanStep]) -> str:
    """What she pays herself, as a sum alone; what another pays, in words."""
    amount = sum(step.step.cost_rupiah for step in steps)
    payer = next((step.payer for step in steps if step.step.cost_rupiah), Payer.FREE)
    return say_rupiah(amount) if payer is Payer.WORKER else PAYERS[payer].say(_LANGUAGE)


def print_invitation(acts: Sequence[DeskAct], *, officer: str, office: str) -> bytes:
    """The list of those invited, by village, for the village head to call them and to tick who came (A4, tagged)."""
    first = acts[0]
    people = sorted(acts, key=lambda act: (act.village_code, act.person.full_name))
    said = {
        "title": words.INVITATION.id,
        "when": say_full_day(first.on, _LANGUAGE) if first.on else "",
        "where": first.place,
        "heads": [head.id for head in words.INVITATION_HEADS],
        "rows": [
            [str(number), act.person.full_name, say_village(act.village_code), f"{act.person_id:06d}", ""]
            for number, act in enumerate(people, 1)
        ],
        "bring": words.INVITATION_BRING.id,
        "officer": words.INVITED_BY.id,
        "by": officer,
        "office": office,
        "foot": words.PRINT_FOOT_LIST.id.format(day=say_full_day(today(), _LANGUAGE)),
    }
    source = files("tenun.web").joinpath("print/invitation.typ").read_bytes()
    made: bytes = typst.compile(
        source, format="pdf", ignore_system_fonts=True, sys_inputs={"said": json.dumps(said)}, pdf_standards=["ua-1"]
    )
    return made
