"""A repair plan as a time line: what is done on which working days, what waits for what, and who pays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from tenun.domain.catalogue import Catalogue, Lists, Payer
from tenun.domain.repair import Plan, PlanStep
from tenun.domain.repair.wording import (
    AFTER,
    COURT,
    PAYERS,
    TOGETHER,
    is_at_once,
    listed,
    may_need_court,
    paper_names,
    place,
    step_title,
    working_days,
)
from tenun.domain.words import Language
from tenun.web.officers import words
from tenun.web.officers.days import (
    say_full_day,
    say_rupiah,
    say_short_day,
    say_span,
    say_weekday,
    working_day,
)
from tenun.web.parts import Bar, PlanRow, Sum, Tick, Timeline

MOST_COLUMNS = 60
_DAILY = 14
_WEEK = 5
_WIDTH = 600
_LETTER, _EDGE = 7.2, 14
"""The narrowest time line in pixels, a letter of a bar in pixels, and a bar's own edges: whether a text fits."""


@dataclass(frozen=True, slots=True)
class Line:
    """The steps of a plan that stand in one row; what is done at once at the counter stands together."""

    number: int
    steps: tuple[PlanStep, ...]
    start: int
    days: int
    critical: bool

    @property
    def end(self) -> int:
        """Working days from the start until this row is done."""
        return self.start + self.days


class Schedule:
    """The needed steps of a plan laid on working days counted from 0."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.needed = [step for step in plan.steps if not step.optional]
        self._ends: dict[str, int] = {}
        for step in self.needed:
            self._ends[step.id] = self.start(step) + step.days
        self._critical = self._longest_path()
        self.lines = tuple(self._lines())
        self.number = {step.id: line.number for line in self.lines for step in line.steps}

    def start(self, step: PlanStep) -> int:
        """The working day on which a step can begin."""
        return max((self._ends.get(name, 0) for name in step.after), default=0)

    def steps_for(self, requirement: str) -> list[PlanStep]:
        """The steps that answer one requirement."""
        return [step for step in self.needed if requirement in step.requirement.split()]

    def _longest_path(self) -> set[str]:
        """Every step whose delay would move the end."""
        if not self.plan.days:
            return set()
        by_id = {step.id: step for step in self.needed}
        open_ids = [step.id for step in self.needed if self._ends[step.id] == self.plan.days]
        found: set[str] = set()
        while open_ids:
            step = by_id[open_ids.pop()]
            found.add(step.id)
            begins = self.start(step)
            open_ids += [name for name in step.after if name in by_id and self._ends[name] == begins and begins]
        return found

    def _lines(self) -> Sequence[Line]:
        groups: list[list[PlanStep]] = [
            [step for step in self.needed if is_at_once(step) and step.step.action is action] for action in TOGETHER
        ]
        groups += [[step] for step in self.needed if not is_at_once(step)]
        return [self._line(number, group) for number, group in enumerate(filter(None, groups), start=1)]

    def _line(self, number: int, steps: list[PlanStep]) -> Line:
        start = max(map(self.start, steps))
        critical = any(step.id in self._critical for step in steps)
        return Line(number, tuple(steps), start, max(step.days for step in steps), critical)


def say_days(days: int, language: Language) -> str:
    """`5 hari kerja`, `hari yang sama`."""
    if not days:
        return words.SAME_DAY.say(language)
    return working_days(days, language)


def say_step_cost(steps: Sequence[PlanStep], language: Language) -> str:
    """What some steps cost and who pays, `gratis` when nothing."""
    amount = sum(step.step.cost_rupiah for step in steps)
    if not amount:
        return words.FREE.say(language)
    payer = next(step.payer for step in steps if step.step.cost_rupiah)
    return words.COST_OF.say(language, cost=say_rupiah(amount), payer=PAYERS[payer].say(language))


def say_line(lists: Lists, line: Line, language: Language) -> str:
    """What is done in one row."""
    first = line.steps[0]
    if not is_at_once(first):
        return step_title(lists, first, language)
    fields = [lists.fields[name].say(language) for step in line.steps for name in step.fields if name in lists.fields]
    things = listed(dict.fromkeys(fields), language) if fields else ""
    papers = paper_names(lists, dict.fromkeys(step.paper for step in line.steps), language)
    together = TOGETHER[first.step.action]
    return together.say(language, things=things or papers)


def build_timeline(
    catalogue: Catalogue, schedule: Schedule, start: date, language: Language, *, certain: bool
) -> Timeline | None:
    """The plan on the working days from `start`; `None` when there is nothing to do.

    Where it is not `certain` that the steps are all, the end of the steps is shown and no ready date.
    """
    plan, lists = schedule.plan, catalogue.lists
    beside = tuple(step_title(lists, step, language) for step in plan.steps if step.optional)
    if not schedule.lines and not beside:
        return None
    grid = Grid(plan.days, start, language)
    return Timeline(
        columns=grid.columns,
        ticks=grid.ticks(),
        rows=tuple(_row(lists, schedule, line, grid, language) for line in schedule.lines),
        sums=tuple(_sums(catalogue, schedule, start, language, certain=certain)) if schedule.lines else (),
        beside=beside,
        has_ready_column=bool(grid.columns) and certain,
    )


class Grid:
    """The columns: one a working day, or several days a column when the plan is long."""

    def __init__(self, days: int, start: date, language: Language) -> None:
        self.days, self.start, self.language = days, start, language
        self.unit = ceil((days + 1) / MOST_COLUMNS)
        self.columns = days // self.unit + 1 if days else 0

    def ticks(self) -> tuple[Tick, ...]:
        """A label a day while they fit, else one a week or more."""
        if not self.columns:
            return ()
        if self.columns <= _DAILY + 1:
            return tuple(map(self._daily, range(self.columns)))
        starts = [0]
        least = ceil(48 * self.columns / _WIDTH)
        for column in range(1, self.columns):
            monday = working_day(self.start, column * self.unit).weekday() < min(self.unit, _WEEK)
            if monday and column - starts[-1] >= least and self.columns - column >= least:
                starts.append(column)
        ends = [*starts[1:], self.columns]
        return tuple(
            Tick(first + 1, end - first, "", say_short_day(working_day(self.start, first * self.unit), self.language))
            for first, end in zip(starts, ends, strict=True)
        )

    def _daily(self, column: int) -> Tick:
        day = working_day(self.start, column)
        new_month = not column or working_day(self.start, column - 1).month != day.month
        below = say_short_day(day, self.language) if new_month else str(day.day)
        return Tick(column + 1, 1, say_weekday(day, self.language), below, ready=column == self.days)

    def bar(self, line: Line) -> Bar:
        """The days of one row; a visit takes part of a day."""
        first = line.start // self.unit
        last = (line.end - 1) // self.unit if line.days else first
        text = self._dates(line)
        span = last - first + 1
        width = len(text) * _LETTER + _EDGE
        fits = width <= span * _WIDTH / self.columns
        no_room = (self.columns - last - 1) * _WIDTH / self.columns < width
        return Bar(first + 1, span, text, holds_text=fits, text_before=not fits and no_room)

    def _dates(self, line: Line) -> str:
        begins, ends = working_day(self.start, line.start), working_day(self.start, max(line.end - 1, line.start))
        dates = say_span(begins, ends, self.language)
        return dates if line.days == 1 else f"{say_days(line.days, self.language)} · {dates}"


def _row(lists: Lists, schedule: Schedule, line: Line, grid: Grid, language: Language) -> PlanRow:
    first = line.steps[0]
    where = "" if is_at_once(first) else place(lists, first.desk, first.office, language)
    details = [where, say_step_cost(line.steps, language)]
    if line.critical:
        details.append(words.LONGEST.say(language))
    return PlanRow(
        number=line.number,
        title=say_line(lists, line, language),
        detail=" · ".join(filter(None, details)),
        bars=(grid.bar(line),) if grid.columns else (),
        note="; ".join(_notes(schedule, line, language)),
        critical=line.critical,
    )


def _notes(schedule: Schedule, line: Line, language: Language) -> list[str]:
    waits = sorted({schedule.number[name] for step in line.steps for name in step.after if name in schedule.number})
    notes = []
    if waits:
        notes.append(AFTER.say(language, steps=listed(map(str, waits), language)))
    if any(map(may_need_court, line.steps)):
        notes.append(COURT.say(language))
    if any(step.step.mobile for step in line.steps):
        notes.append(words.MOBILE.say(language))
    return [notes[0][:1].upper() + notes[0][1:], *notes[1:]] if notes else []


def _sums(catalogue: Catalogue, schedule: Schedule, start: date, language: Language, *, certain: bool) -> list[Sum]:
    plan = schedule.plan
    end = say_full_day(working_day(start, plan.days), language)
    sums = [Sum(words.END_DAY.say(language), end, words.THEN_AGAIN.say(language))]
    if certain:
        sums = [Sum(words.READY_DAY.say(language), end, ready=True)]
    path = [str(line.number) for line in schedule.lines if line.critical]
    if path:
        days = say_days(plan.days, language)
        steps = " → ".join(path)
        sums.append(Sum(words.PATH.say(language), words.PATH_OF.say(language, steps=steps, days=days)))
    sums.append(_cost(catalogue, schedule, language))
    return sums


def _cost(catalogue: Catalogue, schedule: Schedule, language: Language) -> Sum:
    shares: dict[Payer, int] = {}
    laws: dict[str, None] = {}
    for step in schedule.needed:
        if step.step.cost_rupiah:
            shares[step.payer] = shares.get(step.payer, 0) + step.step.cost_rupiah
            if step.step.cost_component is not None:
                laws[catalogue.lists.costs[step.step.cost_component].source.cited] = None
    name = words.COST_BY_LAW.say(language, law="; ".join(laws)) if laws else words.COST.say(language)
    if not shares:
        return Sum(name, words.FREE.say(language).capitalize())
    return Sum(name, say_rupiah(schedule.plan.cost_rupiah), _say_shares(shares, language))


def _say_shares(shares: Mapping[Payer, int], language: Language) -> str:
    said = (
        words.PAYS.say(language, cost=say_rupiah(amount), payer=PAYERS[payer].say(language))
        for payer, amount in shares.items()
    )
    return ", ".join(said)
