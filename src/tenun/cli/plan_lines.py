"""The repair plan as an officer reads it out: what to do first, where, how long, and who pays."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from tenun.cli import table_words as words
from tenun.domain.assessment import Finding, FindingState
from tenun.domain.catalogue import Action, Lists
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


class PlanLines:
    """The steps of one plan that are needed, numbered; what is done at once at the counter is one number."""

    def __init__(self, plan: Plan, lists: Lists, language: Language) -> None:
        self._plan = plan
        self._lists = lists
        self._language = language
        self._needed = [step for step in plan.steps if not step.optional]
        self._numbers = _numbers(self._needed)
        self._alone = len(set(self._numbers.values())) == 1

    def lines(self) -> Iterator[Text]:
        """The sum of days and cost, then every step; nothing when there is nothing to do."""
        if not self._needed:
            return
        yield Text(words.WORK.say(self._language, days=self._days(self._plan.days), cost=self._cost()), style="bold")
        told: set[int] = set()
        for step in sorted(self._needed, key=lambda step: self._numbers[step.id]):
            number = self._numbers[step.id]
            if not is_at_once(step):
                yield self._step(number, step)
            elif number not in told:
                told.add(number)
                yield self._shown(number)

    def answers(self, finding: Finding) -> bool:
        """Whether a step of the plan does something about it, though it may not settle it."""
        return any(finding.requirement.id in step.requirement.split() for step in self._needed)

    def at_the_counter(self, finding: Finding) -> int | None:
        """The number of the line that already says what to show or to tell for this finding."""
        asked = finding.requirement
        for step in filter(is_at_once, self._needed):
            on_the_paper = finding.state is FindingState.UNKNOWN and step.paper == asked.paper
            if on_the_paper or asked.id in step.requirement.split():
                return self._numbers[step.id]
        return None

    def _shown(self, number: int) -> Text:
        steps = [step for step in self._needed if self._numbers[step.id] == number]
        line = TOGETHER[steps[0].step.action].say(self._language, things=self._things(steps))
        return Text(f"{number}. {line}")

    def _things(self, steps: Sequence[PlanStep]) -> str:
        """The papers to show, or the fields to ask for."""
        fields = [self._lists.fields[name].say(self._language) for step in steps for name in step.fields]
        if fields and steps[0].step.action is Action.DECLARE:
            return listed(fields, self._language)
        return paper_names(self._lists, (step.paper for step in steps), self._language)

    def _step(self, number: int, step: PlanStep) -> Text:
        details = [place(self._lists, step.desk, step.office, self._language)]
        if not self._alone:
            details += self._own_sums(step)
        waits = sorted({self._numbers[name] for name in step.after if name in self._numbers})
        if waits:
            numbers = listed([str(each) for each in waits], self._language)
            details.append(AFTER.say(self._language, steps=numbers))
        if may_need_court(step):
            details.append(COURT.say(self._language))
        line = Text(f"{number}. {step_title(self._lists, step, self._language)}")
        return line.append("".join(f" · {part}" for part in details if part), style="dim")

    def _own_sums(self, step: PlanStep) -> Iterator[str]:
        """Days and cost of one step; a plan of one step says them in its heading."""
        if step.days:
            yield self._days(step.days)
        if step.step.cost_rupiah:
            payer = PAYERS[step.payer].say(self._language)
            yield words.STEP_COST.say(self._language, cost=_grouped(step.step.cost_rupiah), payer=payer)

    def _days(self, days: int) -> str:
        return working_days(days, self._language) if days else words.ONE_VISIT.say(self._language)

    def _cost(self) -> str:
        plan = self._plan
        payers = {step.payer for step in self._needed if step.step.cost_rupiah}
        if not payers:
            return words.FREE.say(self._language)
        cost, hers = _grouped(plan.cost_rupiah), _grouped(plan.cost_worker_rupiah)
        if len(payers) == 1:
            payer = PAYERS[payers.pop()].say(self._language)
            return words.COST.say(self._language, cost=cost, payer=payer)
        return words.COST_SHARED.say(self._language, cost=cost, hers=hers)


def _numbers(steps: Sequence[PlanStep]) -> Mapping[str, int]:
    """The number under which each step stands: first what is shown or told at once, then the rest in its order."""
    numbers: dict[str, int] = {}
    last = 0
    for action in TOGETHER:
        shown = [step.id for step in steps if is_at_once(step) and step.step.action is action]
        last += bool(shown)
        numbers |= dict.fromkeys(shown, last)
    others = [step.id for step in steps if step.id not in numbers]
    return numbers | {name: number for number, name in enumerate(others, start=last + 1)}


def _grouped(rupiah: int) -> str:
    return f"{rupiah:,}".replace(",", ".")
