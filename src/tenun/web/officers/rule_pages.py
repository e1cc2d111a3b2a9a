"""What the pages of Simulasi aturan show: how far a trial is, and whom it would change, as far as the reader may know.

Outside the reader's territory one to four persons read `<5`, and every sum is made of what is shown alone, so that no
sum tells a hidden count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from tenun.domain.assessment import Verdict
from tenun.domain.disclosure import FEW, LEAST_SHOWN
from tenun.domain.identifiers.regions import region_name
from tenun.domain.wording import say_day
from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.readiness.simulation import added_up
from tenun.readiness.trial_results import Group, Outcome, outcome_of
from tenun.readiness.trials import WAITING, RuleTrial, TrialState
from tenun.web.language import language, say
from tenun.web.officers import words
from tenun.web.officers.days import say_moment
from tenun.web.officers.file import VERDICT_SIGNS
from tenun.web.officers.monthly_files import say_count
from tenun.web.parts import Sign, State, Tone

_ORDER = (*TrialState,)


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One trial in the list."""

    name: str
    url: str
    state: str
    when: str
    who: str


def trial_lines(trials: Iterable[RuleTrial]) -> list[TrialLine]:
    """The trials, the newest first."""
    return [
        TrialLine(
            each.name,
            reverse("rule-trial", args=[each.pk]),
            str(each.get_state_display()),
            say_moment(each.asked_at, language()),
            str(each.asked_by),
        )
        for each in trials
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialHead:
    """The head of a trial's page; `percent` of the work is done."""

    name: str
    about: str
    url: str
    list_url: str
    state: str
    percent: int
    is_waiting: bool
    is_failed: bool


def head_of(trial: RuleTrial) -> TrialHead:
    """How the trial stands."""
    state = TrialState(trial.state)
    return TrialHead(
        name=trial.name,
        about=f"{say_day(trial.on, language())} · {trial.asked_by} · {say_moment(trial.asked_at, language())}",
        url=reverse("rule-trial", args=[trial.pk]),
        list_url=reverse("rule-trials"),
        state=str(trial.get_state_display()),
        percent=100 * _ORDER.index(state) // _ORDER.index(TrialState.DONE),
        is_waiting=state in WAITING,
        is_failed=state is TrialState.FAILED,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """One district of a line; `url` leads to names where the reader may see them."""

    name: str
    count: str
    url: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Everybody of one target whose answer changes alike, by district."""

    target: str
    before: State
    after: State
    is_same: bool
    count: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A requirement: how many it newly holds back, and how many no more."""

    title: str
    id: str
    newly: str
    no_more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialResult:
    """The result as one reader sees it; `hidden` says of how many groups the counts are not told."""

    changed: str
    people: str
    hidden: int
    lines: tuple[ChangeLine, ...]
    shifts: tuple[ShiftLine, ...]


def result_for(trial: RuleTrial, standing: Standing) -> TrialResult:
    """The kept result, by what this reader may know."""
    outcome = outcome_of(trial)
    seen = [group for group in outcome.groups if _is_told(group, standing)]
    return TrialResult(
        changed=_sum_of(outcome.groups, standing),
        people=say_count(outcome.people),
        hidden=len(outcome.groups) - len(seen),
        lines=tuple(_line(trial, outcome, groups, standing) for groups in _alike(outcome.groups)),
        shifts=_shifts(outcome, seen, whole=len(seen) == len(outcome.groups)),
    )


def _is_told(group: Group, standing: Standing) -> bool:
    return group.count >= LEAST_SHOWN or _is_hers(group, standing)


def _is_hers(group: Group, standing: Standing) -> bool:
    return group.district_code in standing.scope.districts


def may_name(group: Group, standing: Standing) -> bool:
    """Whether the reader may see who they are: she reads files, and theirs lie in her territory."""
    return may(standing, Ability.READ_PERSON) and _is_hers(group, standing)


def _sum_of(groups: Sequence[Group], standing: Standing) -> str:
    """`107`; `100 + 2 kelompok kecil` where some are not told; `<5` where nothing else is left of one."""
    told = sum(group.count for group in groups if _is_told(group, standing))
    hidden = sum(not _is_told(group, standing) for group in groups)
    if not hidden:
        return say_count(told)
    if not told and hidden == 1:
        return FEW
    small = ngettext("%d kelompok kecil", "%d kelompok kecil", hidden) % hidden
    return f"{say_count(told)} + {small}" if told else small


def _alike(groups: Iterable[Group]) -> Iterable[list[Group]]:
    """The groups of the districts together that differ in nothing else."""
    found: dict[tuple[str, Verdict | None, Verdict | None], list[Group]] = {}
    for group in groups:
        found.setdefault((group.target, group.before, group.after), []).append(group)
    return found.values()


def _line(trial: RuleTrial, outcome: Outcome, groups: Sequence[Group], standing: Standing) -> ChangeLine:
    first = groups[0]
    places = tuple(
        Place(
            region_name(group.district_code).removeprefix("Kabupaten "),
            say_count(group.count) if _is_told(group, standing) else FEW,
            reverse("rule-trial-people", args=[trial.pk, group.number]) if may_name(group, standing) else "",
        )
        for group in groups
    )
    return ChangeLine(
        title_of(outcome, first.target),
        state_of(first.before),
        state_of(first.after),
        first.before is first.after,
        _sum_of(groups, standing),
        places,
    )


def title_of(outcome: Outcome, name: str) -> str:
    """A target or a requirement as people call it."""
    return say(outcome.titles[name]) if name in outcome.titles else name


def state_of(verdict: Verdict | None) -> State:
    """The verdict as a sign, a tone and a word; without one there is no such target."""
    if verdict is None:
        return State(Sign.DASH, Tone.PLAIN, say(words.NO_SUCH_TARGET))
    return State(*VERDICT_SIGNS[verdict], say(words.SIMULATED[verdict]))


def _shifts(outcome: Outcome, seen: Iterable[Group], *, whole: bool) -> tuple[ShiftLine, ...]:
    """By requirement, whatever holds back the most newly first; only of the groups whose counts are told.

    Where the reader does not know every group, small counts are hidden here too.
    """
    found = sorted(added_up(group.shifts for group in seen).items(), key=lambda each: (-each[1].newly, each[0]))

    def told(count: int) -> str:
        return FEW if not whole and 0 < count < LEAST_SHOWN else say_count(count)

    return tuple(ShiftLine(title_of(outcome, name), name, told(each.newly), told(each.no_more)) for name, each in found)
