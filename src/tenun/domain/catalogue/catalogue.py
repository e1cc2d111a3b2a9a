"""The whole catalogue: which targets there are, and what each asks on a given day."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType

from tenun.domain.catalogue.blocks import Document
from tenun.domain.catalogue.errors import CatalogueError
from tenun.domain.catalogue.model import (
    Confidence,
    Gate,
    Lists,
    OnFailure,
    RepairStep,
    Requirement,
    Target,
    TargetEntry,
)
from tenun.domain.catalogue.reading import read_requirement, read_target
from tenun.domain.catalogue.steps import ANY_PAPER, read_lists, read_step, refuse_cycle
from tenun.domain.rules import AgeCertain, AgeWindow, Moment, TargetOpen, TargetStatus, parts
from tenun.domain.states import ReadyState
from tenun.domain.words import Words


class Catalogue:
    """Targets, repair steps and lists, loaded whole or not at all."""

    def __init__(
        self,
        core: tuple[Requirement, ...],
        entries: tuple[TargetEntry, ...],
        steps: tuple[RepairStep, ...],
        lists: Lists,
        digest: str,
    ) -> None:
        self.core = core
        self.entries: Mapping[str, TargetEntry] = MappingProxyType({entry.id: entry for entry in entries})
        self.steps = steps
        self.lists = lists
        self.digest = digest
        self._versions: dict[tuple[str, int], Target] = {}

    @cached_property
    def boundaries(self) -> tuple[date, ...]:
        """Every day on which some rule begins, or is first no longer in force."""
        days: set[date] = set()
        for requirement in self._all_requirements():
            days.add(requirement.valid_from)
            if requirement.valid_to:
                days.add(requirement.valid_to + timedelta(days=1))
        return tuple(sorted(days))

    @cached_property
    def first_day(self) -> date:
        """The first day on which every rule that stops a departure is in force; before it nobody can be judged."""
        begins: dict[str, date] = {}
        for item in self.core:
            if item.on_failure is OnFailure.STOP:
                begins[item.id] = min(item.valid_from, begins.get(item.id, item.valid_from))
        return max(begins.values(), default=date.min)

    def target(self, name: str, on: date) -> Target:
        """What the target asks on that day. Raises `KeyError` for an unknown id."""
        index = bisect_right(self.boundaries, on)
        key = (name, index)
        if key not in self._versions:
            self._versions[key] = self._build(self.entries[name], on, index)
        return self._versions[key]

    def targets(self, on: date) -> tuple[Target, ...]:
        """All targets as of that day, in catalogue order."""
        return tuple(self.target(name, on) for name in self.entries)

    def _all_requirements(self) -> Iterable[Requirement]:
        yield from self.core
        for entry in self.entries.values():
            yield from entry.requirements

    def _build(self, entry: TargetEntry, on: date, index: int) -> Target:
        left_out = {omission.requirement for omission in entry.omissions}
        replaced = {own.id for own in entry.requirements if own.in_force(on)}
        core = (item for item in self.core if item.id not in left_out | replaced)
        asked = [item for item in (*core, *entry.requirements) if item.in_force(on)]
        requirements = (_status_requirement(entry), *(_with_target_lines(item, asked) for item in asked))
        starts = self.boundaries[index - 1] if index else date.min
        ends = self.boundaries[index] if index < len(self.boundaries) else None
        return Target(entry, requirements, starts, ends)


def _status_requirement(entry: TargetEntry) -> Requirement:
    """The standing question whether people may be placed there at all (UU 18/2017 Art. 31-32)."""
    closed = entry.status is TargetStatus.CLOSED
    return Requirement(
        id="target_status",
        gate=Gate.PLACEMENT,
        due_by=ReadyState.MATCHED,
        rule=TargetOpen(entry.status),
        when=None,
        paper=None,
        desk=None,
        office="bp3mi",
        on_failure=OnFailure.NOT_THIS_TARGET if closed else OnFailure.REPAIR,
        confidence=Confidence.SOURCE,
        source=entry.status_source,
        title=Words("Negara dan jabatan terbuka untuk penempatan", "Country and job are open for placement"),
        todo=Words("Pastikan ke BP3MI", "Ask BP3MI to confirm"),
        valid_from=date.min,
        valid_to=None,
        checked_on=entry.status_checked_on,
        place=entry.id,
    )


def _with_target_lines(requirement: Requirement, asked: list[Requirement]) -> Requirement:
    """Adds the target's own minimum age, for the day it counts, to the lines that papers may not stand astride."""
    if not isinstance(requirement.rule, AgeCertain):
        return requirement
    windows = [part for item in asked if item.can_block for part in parts(item.rule) if isinstance(part, AgeWindow)]
    today = {window.minimum for window in windows if window.at is Moment.TODAY and window.minimum is not None}
    later = {window.minimum for window in windows if window.at is not Moment.TODAY and window.minimum is not None}
    rule = AgeCertain(tuple(sorted({*requirement.rule.lines, *later})), tuple(sorted(today)))
    return replace(requirement, rule=rule)


def load(texts: Mapping[str, str]) -> Catalogue:
    """A catalogue from its files: `core.toml`, `lists.toml`, `steps.toml`, `targets/*.toml`.

    Raises `CatalogueError` with file and line for anything that may not load.
    """
    core_file = Document("core.toml", texts["core.toml"])
    core_file.only(("requirement",))
    core = tuple(read_requirement(block) for block in core_file.blocks("requirement"))
    entries = _read_targets({name: text for name, text in sorted(texts.items()) if name.startswith("targets/")})
    steps_file = Document("steps.toml", texts["steps.toml"])
    steps_file.only(("step",))
    steps = tuple(read_step(block) for block in steps_file.blocks("step"))
    lists = read_lists(Document("lists.toml", texts["lists.toml"]))
    _refuse_overlap(core)
    for entry in entries:
        _refuse_overlap(entry.requirements)
    _refuse_unknown(core, entries, steps, lists)
    refuse_cycle(steps)
    digest = sha256("\n".join(f"{name}\n{text}" for name, text in sorted(texts.items())).encode()).hexdigest()
    return Catalogue(core, entries, steps, lists, digest)


def _read_targets(texts: Mapping[str, str]) -> tuple[TargetEntry, ...]:
    """The targets in the order of their files, each named once."""
    found: dict[str, tuple[str, TargetEntry]] = {}
    for name, text in texts.items():
        document = Document(name, text)
        entry = read_target(document)
        if entry.id in found:
            block = document.block("target")
            raise block.refuse("catalogue.duplicate", id=entry.id, other=found[entry.id][0])
        found[entry.id] = name, entry
    return tuple(entry for _, entry in found.values())


@lru_cache(maxsize=1)
def packaged() -> Catalogue:
    """The catalogue that ships with Tenun, read once from the package's own data."""
    return load(packaged_texts())


def packaged_texts() -> dict[str, str]:
    """The files of that catalogue by their names, as `load` takes them."""
    root = files("tenun.domain.catalogue")
    texts = {name: (root / name).read_text("utf-8") for name in ("core.toml", "lists.toml", "steps.toml")}
    for item in (root / "targets").iterdir():
        texts[f"targets/{item.name}"] = item.read_text("utf-8")
    return texts


def _refuse_overlap(requirements: Iterable[Requirement]) -> None:
    """Two versions of one requirement may not be in force on one day."""
    seen: dict[str, list[Requirement]] = {}
    for new in requirements:
        for old in seen.setdefault(new.id, []):
            old_end, new_end = old.valid_to or date.max, new.valid_to or date.max
            if old.valid_from <= new_end and new.valid_from <= old_end:
                file, line = _place(new.place)
                raise CatalogueError("catalogue.overlap", file, line, id=new.id, other=_place(old.place)[1])
        seen[new.id].append(new)


def _refuse_unknown(
    core: tuple[Requirement, ...],
    entries: tuple[TargetEntry, ...],
    steps: tuple[RepairStep, ...],
    lists: Lists,
) -> None:
    """Every name a rule or step points to exists, and no id stands twice."""
    core_ids = {item.id for item in core}
    for item in (*core, *(own for entry in entries for own in entry.requirements)):
        _known(item.place, item.id, item.office, lists.offices)
        _known(item.place, item.id, item.paper, lists.papers)
    for entry in entries:
        for omission in entry.omissions:
            _known(f"targets/{entry.id}.toml:1", entry.id, omission.requirement, core_ids)
    seen: dict[str, str] = {}
    for step in steps:
        if step.id in seen:
            file, line = _place(step.place)
            raise CatalogueError("catalogue.duplicate", file, line, id=step.id, other=seen[step.id])
        seen[step.id] = step.place
        _known(step.place, step.id, step.office, lists.offices)
        _known(step.place, step.id, step.cost_component, lists.costs)
        needed = (paper for need in step.needs for paper in need.papers)
        for paper in (step.paper, *needed, *step.follows, *step.invalidates, *step.bring):
            if paper != ANY_PAPER:
                _known(step.place, step.id, paper, lists.papers)


def _known(place: str, name: str, other: str | None, allowed: Iterable[str]) -> None:
    if other is not None and other not in allowed:
        file, line = _place(place)
        raise CatalogueError("catalogue.unknown_reference", file, line, id=name, other=other)


def _place(text: str) -> tuple[str, int]:
    file, _, line = text.rpartition(":")
    return file, int(line)
