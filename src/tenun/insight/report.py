"""The shape of a monthly report, as it is shown, kept and handed on; and the copy of it that leaves the office.

A kept report holds its own words, so that it says in ten years what it said on the day on which it was sent.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from tenun.domain.disclosure import hide_few, hide_in_nested, hide_in_parts
from tenun.formats.figures import Line, Table


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
    hide = hide_in_parts if table.total else partial(hide_in_nested, [line.code for line in table.lines])
    columns = [hide([line.counts[place] for line in table.lines]) for place in range(len(table.columns))]
    lines = [replace(line, counts=counts) for line, counts in zip(table.lines, zip(*columns, strict=True), strict=True)]
    total = table.total
    if total is not None:
        total = replace(total, counts=tuple(hide_few(total.counts)))
    return replace(table, lines=tuple(lines), total=total)
