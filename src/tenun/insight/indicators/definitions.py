"""What every indicator says, read from `definitions.toml`; one without definition, formula, source, unit or owner
does not load.
"""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "definitions.toml"


class Kind(StrEnum):
    """How a number is hidden from whoever is not its office (handbook standards/03)."""

    PERSONS = "persons"
    RATE = "rate"
    OPEN = "open"
    UNMEASURED = "unmeasured"


class DefinitionError(Exception):
    """The file of definitions is not whole."""


@dataclass(frozen=True, slots=True)
class Set:
    """A baseline or a target as an office has set it."""

    value: float
    on: date
    source: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One of the four expected results."""

    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator. `short` is its title above a column, `parts` that of its own parts.

    `waits_for` says what brings the rows of an unmeasured one.
    """

    id: str
    outcome: int
    title: str
    short: str
    definition: str
    formula: str
    source: tuple[str, ...]
    unit: str
    direction: str
    owner: str
    gcm: tuple[int, ...]
    kind: Kind
    parts: str = ""
    waits_for: str = ""
    baseline: Set | None = None
    target: Set | None = None


_MAY_LACK = frozenset({"parts", "waits_for", "baseline", "target"})
_LISTS, _SETS = frozenset({"source", "gcm"}), frozenset({"baseline", "target"})


def read(text: str) -> tuple[tuple[Outcome, ...], tuple[Indicator, ...]]:
    """The outcomes and the indicators of a file. Raises `DefinitionError`."""
    data = tomllib.loads(text)
    found = tuple(Outcome(**block) for block in data["outcome"])
    made = tuple(_indicator(block) for block in data["indicator"])
    names = [each.id for each in made]
    if len(set(names)) != len(names) or not {each.outcome for each in made} <= {each.number for each in found}:
        raise DefinitionError("an indicator stands twice, or belongs to no outcome")
    return found, made


def _indicator(block: dict[str, Any]) -> Indicator:
    name = block.get("id", "?")
    known = {field.name for field in fields(Indicator)}
    lacking = {each for each in known - _MAY_LACK if not block.get(each)}
    if lacking or set(block) - known:
        raise DefinitionError(f"{name}: lacks {sorted(lacking)}, does not know {sorted(set(block) - known)}")
    if (block["kind"] == Kind.UNMEASURED) != bool(block.get("waits_for")):
        raise DefinitionError(f"{name}: an unmeasured indicator, and no other, says what it waits for")
    told: dict[str, Any] = {
        key: tuple(value) if key in _LISTS else Set(**value) if key in _SETS else value for key, value in block.items()
    }
    told["kind"] = Kind(block["kind"])
    return Indicator(**told)


@cache
def _packaged() -> tuple[tuple[Outcome, ...], tuple[Indicator, ...]]:
    return read(files("tenun.insight.indicators").joinpath(FILE).read_text("utf-8"))


def outcomes() -> tuple[Outcome, ...]:
    """The four expected results, in their order."""
    return _packaged()[0]


def indicators() -> tuple[Indicator, ...]:
    """Every indicator, in the order of the board."""
    return _packaged()[1]
