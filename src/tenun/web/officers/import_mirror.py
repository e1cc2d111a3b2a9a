"""What the page of a Sisko list shows beside its outcomes: whose steps differ from Tenun, and whose data."""

from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext as _

from tenun.formats.cells import shown
from tenun.formats.columns import ColumnType
from tenun.formats.problem_words import SISKO
from tenun.formats.sisko import SISKO_COLUMNS
from tenun.intake.enums import BatchState, ListKind
from tenun.intake.mirror import MOST_MIRRORED, differing, names_of, rows_with_other_data
from tenun.intake.models import Batch
from tenun.intake.queries import MOST_ROWS, content_of
from tenun.web.language import say
from tenun.web.officers.import_pages import Count, RowLine
from tenun.web.officers.sisko import say_held


class View(StrEnum):
    """Lists of rows that only a list of Sisko has; the value stands in the address."""

    STEPS = "langkah"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class MirrorRows:
    """One page of such rows. `last` is the number of its last row where more follow, else 0."""

    heading: str
    lines: list[RowLine]
    last: int


def mirror_counts(batch: Batch, here: View | None) -> tuple[Count, ...]:
    """How many persons differ, each leading to their rows; nothing of an office's own list.

    Steps are compared with what is stored, so only once the list was saved.
    """
    if batch.kind != ListKind.SISKO:
        return ()
    data = rows_with_other_data(batch).count()
    found = [Count(data, _("Data berbeda"), f"?hasil={View.DATA}", here is View.DATA, is_met=False)]
    if batch.state == BatchState.DONE:
        steps = len(differing(batch))
        found.append(Count(steps, _("Langkah berbeda"), f"?hasil={View.STEPS}", here is View.STEPS, is_met=False))
    return tuple(found)


def mirror_rows(batch: Batch, view: View, after: int) -> MirrorRows:
    """At most fifty persons of the list, from after that row on, with a line for each thing that differs."""
    return _steps(batch, after) if view is View.STEPS else _data(batch, after)


def _steps(batch: Batch, after: int) -> MirrorRows:
    everybody = differing(batch) if batch.state == BatchState.DONE else []
    rest = [each for each in everybody if each.row > after]
    names = names_of([each.person_id for each in rest[:MOST_ROWS]])
    lines = [
        RowLine(
            each.row,
            names.get(each.person_id, ""),
            say(line.step.label),
            say_held(line.ours),
            say_held(line.theirs),
            reverse("berkas", args=[each.person_id]),
        )
        for each in rest[:MOST_ROWS]
        for line in each.lines
    ]
    heading = _("%d orang dengan langkah yang berbeda") % len(everybody)
    if batch.total_rows > MOST_MIRRORED:
        heading = _("%(heading)s, dari %(most)d baris pertama") % {"heading": heading, "most": MOST_MIRRORED}
    return MirrorRows(heading, lines, rest[MOST_ROWS - 1].row if len(rest) > MOST_ROWS else 0)


def _data(batch: Batch, after: int) -> MirrorRows:
    every = rows_with_other_data(batch)
    rows = list(every.filter(number__gt=after)[: MOST_ROWS + 1])
    lines = []
    for row in rows[:MOST_ROWS]:
        content = content_of(row)
        url = reverse("berkas", args=[row.person_id]) if row.person_id else ""
        for problem in content.problems:
            column = problem.column or ""
            if problem.code not in SISKO.warnings:
                continue
            ours = str(dict(problem.details).get("ours", "")) or _("tidak ditampilkan")
            hidden = SISKO_COLUMNS[column].type is ColumnType.NUMBER_TEXT
            theirs = _("tidak ditampilkan") if hidden else str(problem.value)
            name = shown(content.cells.get("nama")).strip()
            lines.append(RowLine(row.number, name, column, ours, theirs, url))
    heading = _("%d baris dengan data yang berbeda; berkasnya tidak diubah") % every.count()
    return MirrorRows(heading, lines, rows[MOST_ROWS - 1].number if len(rows) > MOST_ROWS else 0)
