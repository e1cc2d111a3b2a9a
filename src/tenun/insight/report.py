"""The shape of a monthly report, as it is shown, kept and handed on; and the copy of it that leaves the office.

A kept report holds its own words, so that it says in ten years what it said on the day on which it was sent.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from tenun.formats.figures import Count, Line, Table

FEW = "<5"
"""Stands for one to four."""
CLOSED = "ditutup"
"""A number that is not small, but from which a small one beside it could be worked out by the total."""
LEAST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one district on one month. It holds no name and no number of a person."""

    district_code: str
    district: str
    month: str
    month_name: str
    tables: tuple[Table, ...]
    is_copy: bool = False

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @classmethod
    def of_json(cls, kept: dict[str, Any]) -> "Report":
        """From what was kept."""
        return cls(**{**kept, "tables": tuple(map(_table, kept["tables"]))})

    @property
    def digest(self) -> str:
        """The same for the same words and figures, another one for any change; 64 signs."""
        said = json.dumps(self.to_json(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(said.encode()).hexdigest()

    def for_province(self) -> "Report":
        """The copy that leaves the office: counts of one to four read `<5`, zero and totals stand as they are.

        Where a table is the parts of a whole and one part alone would be hidden, the smallest other one is closed too,
        or the hidden one could be worked out (handbook standards 3: threshold 5, complementary suppression). So is a
        line whose parts overlap, when together they would tell how large a hidden part must be.
        """
        return replace(self, is_copy=True, tables=tuple(map(_masked, self.tables)))


def _table(kept: dict[str, Any]) -> Table:
    lines = tuple(map(_line, kept["lines"]))
    total = _line(kept["total"]) if kept["total"] else None
    return Table(kept["code"], kept["title"], tuple(kept["columns"]), lines, total)


def _line(kept: dict[str, Any]) -> Line:
    return Line(**{**kept, "counts": tuple(kept["counts"])})


def _masked(table: Table) -> Table:
    hide = hide_parts if table.total else partial(_column_of_nested, [line.code for line in table.lines])
    columns = [hide([line.counts[place] for line in table.lines]) for place in range(len(table.columns))]
    lines = [replace(line, counts=counts) for line, counts in zip(table.lines, zip(*columns, strict=True), strict=True)]
    total = table.total
    if total is not None:
        total = replace(total, counts=tuple(_column(total.counts)))
    return replace(table, lines=tuple(lines), total=total)


def _column(counts: Sequence[Count]) -> list[Count]:
    return [FEW if _is_few(count) else count for count in counts]


def hide_parts(counts: Sequence[Count]) -> list[Count]:
    """The parts of a whole that is shown: one to four read `<5`; beside a lone one the smallest other is closed."""
    hidden = _column(counts)
    others = [count for count in hidden if isinstance(count, int) and count >= LEAST_SHOWN]
    if hidden.count(FEW) == 1 and others:
        hidden[hidden.index(min(others))] = CLOSED
    return hidden


def _column_of_nested(codes: Sequence[str], counts: Sequence[Count]) -> list[Count]:
    """As `_column`; and `a` is closed where it tells how large a hidden `a/b` is.

    Persons may stand in several parts of `a`, so `a` is at most their sum: what the shown parts leave of it, and the
    hidden ones at most four each, is the least that a hidden one can be.
    """
    hidden = _column(counts)
    # The innermost come first, for a line is closed with any part of it that is.
    for place in sorted(range(len(codes)), key=lambda each: -codes[each].count("/")):
        code, count = codes[place], hidden[place]
        parts = [hidden[at] for at, other in enumerate(codes) if other.rpartition("/")[0] == code]
        few = parts.count(FEW)
        shown = sum(part for part in parts if isinstance(part, int))
        if isinstance(count, int) and (CLOSED in parts or (few and count - shown - (LEAST_SHOWN - 1) * (few - 1) > 1)):
            hidden[place] = CLOSED
    return hidden


def _is_few(count: Count) -> bool:
    return isinstance(count, int) and 0 < count < LEAST_SHOWN
