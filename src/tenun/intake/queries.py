"""What an officer reads of her lists, inside the scope of the transaction."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from tenun.formats.messages import Message
from tenun.intake.enums import Decision, Outcome
from tenun.intake.models import Batch, Row
from tenun.intake.sealing import Content, unseal

MOST_BATCHES = 50
MOST_ROWS = 50
MOST_WHOLE = 20_000
"""Of a longer list only the rows that need something are sent back."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of each outcome; `ready` would be written by a confirmation, `waiting` wait for a decision."""

    by_outcome: dict[str, int]
    ready: int
    waiting: int
    written: int


def batches_in_scope() -> list[Batch]:
    """One query: the last lists of the offices of whoever asks."""
    return list(Batch.objects.select_related("uploaded_by").order_by("-id")[:MOST_BATCHES])


def counts_of(batch: Batch) -> Counts:
    """One query over the rows of one list."""
    groups = Row.objects.filter(batch=batch).order_by().values_list("outcome", "decision", "is_written")
    by_outcome = dict.fromkeys(map(str, Outcome), 0)
    ready = waiting = written = 0
    for outcome, decision, is_written, count in groups.annotate(Count("id")):
        by_outcome[outcome] += count
        decided = decision in (Decision.SAME, Decision.OTHER)
        written += count * is_written
        if not is_written and (outcome in (Outcome.NEW, Outcome.CHANGED) or (outcome == Outcome.DOUBTFUL and decided)):
            ready += count
        if not is_written and outcome == Outcome.DOUBTFUL and not decision:
            waiting += count
    return Counts(by_outcome, ready, waiting, written)


def rows_with(batch: Batch, outcome: Outcome, after: int = 0) -> QuerySet[Row]:
    """At most fifty rows of an outcome, in the order of the list."""
    return Row.objects.filter(batch=batch, outcome=outcome, number__gt=after).order_by("number")[:MOST_ROWS]


def rows_kept(batch: Batch) -> QuerySet[Row]:
    """At most fifty rows of an import that was taken back which stay as they were saved."""
    return Row.objects.filter(batch=batch, is_written=True).order_by("number")[:MOST_ROWS]


def content_of(row: Row) -> Content:
    """What was read of a row; empty once it was forgotten."""
    return Content({}) if row.sealed is None else unseal(row.sealed, row.number)


def messages_of(batch: Batch) -> Iterator[Message]:
    """The rows of the list with what is to be mended, in order."""
    rows = Row.objects.filter(batch=batch, sealed__isnull=False).order_by("number")
    if batch.total_rows > MOST_WHOLE:
        rows = rows.filter(outcome__in=(Outcome.REFUSED, Outcome.DOUBTFUL))
    for row in rows.iterator(chunk_size=1_000):
        content = content_of(row)
        said = [each.message("id") for each in content.problems]
        if row.outcome == Outcome.DOUBTFUL and not row.is_written:
            said.append(f"{row.get_why_display()}.")
        yield Message(content.cells, f"{batch.pk}.{row.number}", str(row.get_outcome_display()), "\n".join(said))
