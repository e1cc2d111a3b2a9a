"""What a programme asks of a person, in the catalogue's own rule kinds, read from and written to plain JSON values."""

from collections.abc import Sequence
from dataclasses import MISSING, fields
from enum import Enum
from typing import Any

from tenun.domain.catalogue.blocks import Block
from tenun.domain.catalogue.reading import read_rules
from tenun.domain.rules import KIND_NAMES, AllOf, AnyOf, Rule


def read_entry_rules(values: Sequence[Any]) -> tuple[Rule, ...]:
    """The rules of a list of tables. Raises `CatalogueError` for an unknown kind, column or value."""
    return read_rules(Block({"rules": list(values)}, "syarat masuk", 1, [""]), "rules")


def entry_rules_as_json(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """The same rules as `read_entry_rules` takes them; what stands at its usual value is left out."""
    return [_as_json(rule) for rule in rules]


def _as_json(rule: Rule) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": KIND_NAMES[type(rule)]}
    if isinstance(rule, AnyOf | AllOf):
        return {**said, "rules": entry_rules_as_json(rule.rules)}
    for each in fields(rule):
        value = getattr(rule, each.name)
        if each.default is MISSING or value != each.default:
            said[each.name] = _plain(value)
    return said


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.name.lower() if not isinstance(value, str) else value.value
    return value
