"""What an officer does with a list: upload, decide, confirm, give up. Each act is one transaction; jobs go with it."""

import hashlib
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q, QuerySet

from tenun.domain.identifiers.names import fold_name
from tenun.intake.enums import WAITING, BatchState, Decision, Likeness, ListKind, Outcome
from tenun.intake.files import plain_name
from tenun.intake.kinds import SHEETS
from tenun.intake.models import Batch, Row
from tenun.intake.sealing import unseal
from tenun.intake.tasks import examine_list, undo_list, write_list
from tenun.intake.undoing import LONGEST
from tenun.intake.writing import READY
from tenun.organisations.models import Organisation, User
from tenun.people.models import Person
from tenun.shared import blobs
from tenun.shared.clock import now

OPEN = frozenset({BatchState.EXAMINED, BatchState.DONE})
"""States in which rows may be decided and a list confirmed; what was left out the first time may follow."""


class NotNow(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """The list is not in a state for this; somebody else was quicker, or a job has it."""


@transaction.atomic
def upload(
    *,
    name: str,
    content: bytes,
    organisation: Organisation,
    district_code: str,
    by: User,
    kind: ListKind = ListKind.OFFICE,
) -> Batch:
    """Keeps the file encrypted and asks for its dry run. The file is written before the row."""
    batch = Batch.objects.create(
        organisation=organisation,
        district_code=district_code,
        kind=kind,
        uploaded_by=by,
        uploaded_at=now(),
        name=plain_name(name),
        file=blobs.keep(content, blobs.IMPORTS),
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
    )
    examine_list.configure(lock=_lock(batch)).defer(batch_id=batch.pk, user_id=by.pk)
    return batch


@transaction.atomic
def say_columns(*, batch: Batch, columns: Sequence[str], by: User) -> None:
    """Keeps which column each header is, in the order of the sheet, and asks for the dry run with it.

    The office's next list with these headers is read so without asking. Raises `NotNow`, and `ValueError` for columns
    that do not exist, stand twice, or lack the name.
    """
    batch = _locked(batch, frozenset({BatchState.COLUMNS, BatchState.EXAMINED}))
    chosen = [column for column in columns if column]
    if (
        len(columns) != len(batch.mapping)
        or len(chosen) != len(set(chosen))
        or not {"nama"} <= set(chosen) <= {*SHEETS[batch.kind].columns}
    ):
        raise ValueError("columns")
    batch.mapping = [[header, column] for (header, _), column in zip(batch.mapping, columns, strict=True)]
    batch.mapping_is_said, batch.state = True, BatchState.UPLOADED
    batch.save(update_fields=["mapping", "mapping_is_said", "state"])
    examine_list.configure(lock=_lock(batch)).defer(batch_id=batch.pk, user_id=by.pk)


@transaction.atomic
def confirm(*, batch: Batch, by: User) -> int:
    """Lets a job write what is ready; how many rows. Raises `NotNow`."""
    batch = _locked(batch, OPEN)
    ready = Row.objects.filter(READY, batch=batch, is_written=False).count()
    if not ready:
        raise NotNow
    batch.state, batch.done_rows, batch.job_rows = BatchState.CONFIRMED, 0, ready
    batch.confirmed_by, batch.confirmed_at = by, now()
    batch.save(update_fields=["state", "done_rows", "job_rows", "confirmed_by", "confirmed_at"])
    write_list.configure(lock=_lock(batch)).defer(batch_id=batch.pk, user_id=by.pk)
    return ready


@transaction.atomic
def give_up(*, batch: Batch) -> None:
    """The list is not written; its rows go at once, its file with the nightly job. Raises `NotNow`."""
    batch = _locked(batch, frozenset({BatchState.COLUMNS, BatchState.EXAMINED, BatchState.FAILED}))
    Row.objects.filter(batch=batch).delete()
    batch.state, batch.file = BatchState.CANCELLED, ""
    batch.save(update_fields=["state", "file"])


@transaction.atomic
def undo(*, batch: Batch, by: User) -> None:
    """Lets a job take the import back, within a day after it was written. Raises `NotNow`."""
    batch = _locked(batch, frozenset({BatchState.DONE}))
    if not may_be_undone(batch):
        raise NotNow
    written = Row.objects.filter(batch=batch, is_written=True).count()
    batch.state, batch.done_rows, batch.job_rows = BatchState.UNDOING, 0, written
    batch.undone_by, batch.undone_at = by, now()
    batch.save(update_fields=["state", "done_rows", "job_rows", "undone_by", "undone_at"])
    undo_list.configure(lock=_lock(batch)).defer(batch_id=batch.pk, user_id=by.pk)


def may_be_undone(batch: Batch) -> bool:
    """Whether its day is not over."""
    written_at = batch.written_at
    return batch.state == BatchState.DONE and written_at is not None and now() < written_at + LONGEST


@transaction.atomic
def decide_row(*, batch: Batch, row: Row, decision: Decision, person_id: int | None, reason: str, by: User) -> None:
    """What an officer decided about one doubtful row. `person_id` is whose it is, one of those it was compared with.

    Raises `NotNow`, and `ValueError` for a person whom the row was not compared with.
    """
    _locked(batch, OPEN)
    row = Row.objects.select_for_update().get(pk=row.pk)
    if row.outcome != Outcome.DOUBTFUL or row.is_written:
        raise NotNow
    if decision == Decision.SAME and person_id not in row.candidates and not _is_of_twin(row, person_id):
        raise ValueError("not one of those she was compared with")
    if decision == Decision.SAME:
        row.person_id = person_id
    row.decision, row.reason, row.decided_by_id = decision, reason[:300], by.pk
    row.save(update_fields=["decision", "reason", "decided_by_id", "person_id"])


def _is_of_twin(row: Row, person_id: int | None) -> bool:
    """Whether "the same" means the earlier row of the list, which has no file yet."""
    return person_id is None and row.twin is not None and not row.candidates


@transaction.atomic
def decide_by_rule(*, batch: Batch, decision: Decision, reason: str, by: User) -> int:
    """The same decision for every doubtful row of a kind; how many. Raises `NotNow`.

    `SAME` is taken only where one file has the same name, birth date and village; the rest goes on waiting. What a
    NIK speaks for or against, and whom another district may know, is left to a person, whatever the rule.
    """
    _locked(batch, OPEN)
    rows = list(undecided(batch).filter(why__in=(Likeness.NAME, Likeness.TWIN)))
    if decision == Decision.SAME:
        rows = _clearly_the_same(batch.kind, rows)
    for row in rows:
        row.decision, row.reason, row.decided_by_id = decision, reason[:300], by.pk
    Row.objects.bulk_update(rows, ["decision", "reason", "decided_by_id", "person_id"], batch_size=500)
    return len(rows)


def _clearly_the_same(kind: str, rows: Sequence[Row]) -> list[Row]:
    """Those with one candidate that agrees in name, birth date and village; each then names it."""
    one = [row for row in rows if len(row.candidates) == 1 and row.person_id is None and row.sealed is not None]
    persons = Person.objects.in_bulk([row.candidates[0] for row in one])
    agreed = []
    for row in one:
        person = persons.get(row.candidates[0])
        dossier = SHEETS[kind].read_row(unseal(row.sealed or b"", row.number).cells, row.number).dossier
        if person is None or dossier is None or dossier.birth_date is None or not dossier.village_code:
            continue
        stored = (person.folded_name, person.birth_date, person.village_code)
        if stored == (fold_name(dossier.name), dossier.birth_date, dossier.village_code):
            row.person_id = person.pk
            agreed.append(row)
    return agreed


def undecided(batch: Batch) -> QuerySet[Row]:
    """The doubtful rows that wait for a decision."""
    return Row.objects.filter(Q(outcome=Outcome.DOUBTFUL, decision="", is_written=False), batch=batch)


def _locked(batch: Batch, states: Sequence[str] | frozenset[BatchState]) -> Batch:
    found = Batch.objects.select_for_update().get(pk=batch.pk)
    if found.state not in states or found.state in WAITING:
        raise NotNow
    return found


def _lock(batch: Batch) -> str:
    """Jobs of one list run one after the other."""
    return f"intake-{batch.pk}"
