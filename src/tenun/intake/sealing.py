"""What is kept of a row: its cells with their kinds, its problems, what would change; encrypted as one piece."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tenun.formats.cells import Cell, CellError, Formula
from tenun.formats.problems import Problem
from tenun.intake.models import Row
from tenun.shared.encryption import decrypt_bytes, encrypt_bytes


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that would change: the column of the sheet, what stands in the file, what the list says."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Content:
    """One row as it was read and compared."""

    cells: Mapping[str, Cell]
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()


def seal(content: Content) -> bytes:
    """The encrypted form."""
    said: dict[str, Any] = {"c": {name: _stored(cell) for name, cell in content.cells.items()}}
    if content.problems:
        said["p"] = [[each.code, each.column, each.value, each.details] for each in content.problems]
    if content.changes:
        said["d"] = [[each.column, each.before, each.after] for each in content.changes]
    return encrypt_bytes(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())


def unseal(stored: bytes | memoryview, row: int) -> Content:
    """The row again. Raises `UnreadableField`."""
    said = json.loads(decrypt_bytes(bytes(stored)))
    return Content(
        cells={name: _cell(value) for name, value in said["c"].items()},
        problems=tuple(
            Problem(code, row, column, value, tuple((name, each) for name, each in details))
            for code, column, value, details in said.get("p", ())
        ),
        changes=tuple(Change(*each) for each in said.get("d", ())),
    )


def before_of(row: Row) -> dict[str, Any]:
    """What the import noted of the state before it; nothing for a row that changed nothing."""
    found: dict[str, Any] = {} if row.before is None else json.loads(decrypt_bytes(bytes(row.before)))
    return found


def _stored(cell: Cell) -> Any:
    """Texts and numbers as they are; what JSON has no kind for is marked."""
    match cell:
        case date():
            return {"d": cell.isoformat()}
        case CellError():
            return {"e": cell.text}
        case Formula():
            return {"f": cell.text, "v": None if cell.value is None else _stored(cell.value)}
        case _:
            return cell


def _cell(value: Any) -> Cell:
    match value:
        case {"d": day}:
            return date.fromisoformat(day)
        case {"e": text}:
            return CellError(text)
        case {"f": text, "v": kept}:
            return Formula(text, None if kept is None else _cell(kept))  # type: ignore[arg-type]  # No formula in one.
        case _:
            return value  # type: ignore[no-any-return]  # JSON's own kinds are cells.
