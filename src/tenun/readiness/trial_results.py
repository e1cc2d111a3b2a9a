"""What a trial of rules found, as it is kept: counts by group with the titles they need, numbers of some persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import Catalogue
from tenun.domain.words import Words
from tenun.readiness.simulation import Shift, Simulation
from tenun.readiness.trials import RuleTrial

MOST_KEPT = 200
"""Persons of a group whose numbers are kept: more than a page shows, since not everybody may be seen."""


@dataclass(frozen=True, slots=True)
class Group:
    """Persons of one target and district whose answer changes alike; `number` is its place in the result."""

    number: int
    target: str
    district_code: str
    before: Verdict | None
    after: Verdict | None
    count: int
    shifts: Mapping[str, Shift]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a trial found: how many were judged, the groups that change, and what targets and rules are called."""

    people: int
    groups: tuple[Group, ...]
    titles: Mapping[str, Words]


def result_of(found: Simulation, old: Catalogue, new: Catalogue) -> tuple[dict[str, Any], list[list[int]]]:
    """What is kept of a simulation: the counts with the titles they need, and the numbers of some of each group."""
    groups = [
        {
            "target": change.target,
            "district": change.district_code,
            "from": change.before,
            "to": change.after,
            "count": len(change.persons),
            "shifts": {name: [shift.newly, shift.no_more] for name, shift in change.shifts.items()},
        }
        for change in found.changes
    ]
    wanted = {change.target for change in found.changes} | set(found.requirements)
    titles = {name: [words.id, words.en] for name, words in _titles(old, new, found.on).items() if name in wanted}
    persons = [list(each.persons[:MOST_KEPT]) for each in found.changes]
    return {"people": found.people, "groups": groups, "titles": titles}, persons


def _titles(old: Catalogue, new: Catalogue, on: date) -> dict[str, Words]:
    """Of every target and requirement of that day, as the new catalogue calls it where it has it."""
    targets = [target for catalogue in (old, new) for target in catalogue.targets(on)]
    items = {item.id: item.title for target in targets for item in target.requirements}
    return items | {target.id: target.entry.title for target in targets}


def outcome_of(trial: RuleTrial) -> Outcome:
    """The kept result of a trial that is done."""
    kept: Any = trial.result
    groups = tuple(_group(number, each) for number, each in enumerate(kept["groups"]))
    return Outcome(kept["people"], groups, {name: Words(*said) for name, said in kept["titles"].items()})


def _group(number: int, kept: dict[str, Any]) -> Group:
    return Group(
        number,
        kept["target"],
        kept["district"],
        _verdict(kept["from"]),
        _verdict(kept["to"]),
        kept["count"],
        {name: Shift(*counts) for name, counts in kept["shifts"].items()},
    )


def _verdict(kept: str | None) -> Verdict | None:
    return None if kept is None else Verdict(kept)
