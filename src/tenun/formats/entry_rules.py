"""The entry rules of a programme, from JSON or TOML and back, and in plain words for its page.

They are the same rule kinds as the catalogue's and are held to the same: only known columns, none that is encrypted.
"""

import json
from collections.abc import Sequence
from dataclasses import MISSING, fields
from enum import Enum
from typing import Any

from tenun.domain.catalogue import CatalogueError
from tenun.domain.catalogue.blocks import Block
from tenun.domain.catalogue.reading import read_rules
from tenun.domain.papers import Education, Proof
from tenun.domain.rules import KIND_NAMES, Rule, parts

PLACE = "syarat masuk"
"""What stands where a rule file's name would stand in a refusal."""
MOST_RULES = 50
_KEY = "rules"


def read_entry_rules(value: object) -> tuple[Rule, ...]:
    """The rules of a list of tables, as `[{"kind": "age_window", "minimum": 21}]`; all of them must hold.

    Raises `CatalogueError` for anything else: an unknown kind, key, paper or column, an encrypted column, too many.
    """
    # A tuple of them is as good as the list of a file.
    block = Block({"id": PLACE, _KEY: list(value) if isinstance(value, tuple) else value}, PLACE, 1, [])
    try:
        rules = read_rules(block, _KEY)
    except RecursionError:
        raise _too_much(block) from None
    if sum(1 for rule in rules for _ in parts(rule)) > MOST_RULES:
        raise _too_much(block)
    return rules


def _too_much(block: Block) -> CatalogueError:
    return block.refuse("catalogue.bad_value", _KEY, value="…", allowed=f"<= {MOST_RULES}")


def read_entry_rules_text(text: str) -> tuple[Rule, ...]:
    """The rules of a JSON text; an empty one has none. Raises `CatalogueError`."""
    if not text.strip():
        return ()
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise CatalogueError("catalogue.bad_value", PLACE, 1, key=_KEY, value=text[:40], allowed="JSON") from None
    return read_entry_rules(value)


def entry_rules_as_json(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """The rules as `read_entry_rules` takes them; what stands by itself is not said."""
    return [_as_json(rule) for rule in rules]


def entry_rules_as_text(rules: Sequence[Rule]) -> str:
    """The rules as one line of JSON, or an empty text."""
    return json.dumps(entry_rules_as_json(rules), ensure_ascii=False) if rules else ""


def _as_json(rule: Rule) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": KIND_NAMES[type(rule)]}
    for item in fields(rule):
        value = getattr(rule, item.name)
        if item.default is MISSING or value != item.default:
            said[item.name] = _value(item.name, value)
    return said


def _value(name: str, value: Any) -> Any:
    if name == "rules":
        return [_as_json(rule) for rule in value]
    if isinstance(value, Proof | Education):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
