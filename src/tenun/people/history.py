"""What changed about a person: the one reading of the closed event tables, through a function that asks the scope."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from tenun.people.models import Person

SEALED = frozenset({"nik", "nik_hash", "family_card_number", "phone", "number", "mrz", "note", "outcome", "why"})
"""Columns of which a history tells only whether they were filled and are; the function in the database keeps to it."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column before and after; of a sealed one only whether there was and is a value."""

    column: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One change of one row: which table, what was done (`insert`, `update`, `delete`, `seen`), by whom and why."""

    kind: str
    label: str
    at: datetime
    user_id: int | None
    view: str
    reason: str
    version: int | None
    changes: tuple[FieldChange, ...]


_FIELDS = "kind, label, at, context, version, changes"


def history_of(person: Person) -> list[HistoryEntry]:
    """Everything that changed about her and about the files merged into hers, the newest first.

    Empty for whoever does not have her in scope, whatever was given as `person`.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_FIELDS} FROM tenun_history_of(%s) ORDER BY at DESC, event_id DESC", [person.pk])
        rows = cursor.fetchall()
    return [_entry(*row) for row in rows]


def _entry(
    kind: str, label: str, at: datetime, context: Any, version: int | None, changes: Mapping[str, Any]
) -> HistoryEntry:
    said = _loaded(context) or {}
    return HistoryEntry(
        kind=kind,
        label=label,
        at=at,
        user_id=said.get("user"),
        view=said.get("view", ""),
        reason=said.get("reason", ""),
        version=version,
        changes=tuple(
            FieldChange(column, *pair)
            for column, pair in sorted((_loaded(changes) or {}).items())
            if _tells(column, *pair)
        ),
    )


def _tells(column: str, before: Any, after: Any) -> bool:
    """Nothing that became another kind of nothing is no change; a sealed value written anew is one."""
    if column in SEALED:
        return bool(before or after)
    return before != after and not (before in (None, "") and after in (None, ""))


def _loaded(value: Any) -> Any:
    """A `jsonb` of a bare cursor comes as text: Django leaves its reading to the fields of a model."""
    return json.loads(value) if isinstance(value, str) else value


def changes_since(person: Person, version: int) -> tuple[FieldChange, ...]:
    """What was saved about the person herself after that version: each column with its value then and now."""
    found: dict[str, FieldChange] = {}
    for entry in reversed(history_of(person)):
        if entry.kind != "people_person" or entry.version is None or entry.version <= version:
            continue
        for change in entry.changes:
            first = found.get(change.column, change)
            found[change.column] = FieldChange(change.column, first.before, change.after)
    return tuple(change for name, change in found.items() if name != "version")
