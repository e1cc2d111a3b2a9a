"""Making two files of one person one, and taking that back exactly."""

import json
from typing import Any

from django.db import connection, transaction

from tenun.organisations.models import User
from tenun.people.actions.duplicates import decide
from tenun.people.actions.names import index_names
from tenun.people.actions.persons import NULLABLE
from tenun.people.changed import person_changed
from tenun.people.enums import TransferState
from tenun.people.models import Merge, Person, Transfer
from tenun.shared.clock import now
from tenun.shared.encryption import keyed_hash
from tenun.shared.history import because
from tenun.shared.hooks import MERGING

FILLED = (
    "nik",
    "family_card_number",
    "phone",
    "birth_place",
    "birth_date",
    "sex",
    "marital_status",
    "mother_name",
    "education",
    "target",
    "departure_on",
)
"""What the surviving file takes from the other one where it says nothing itself."""


class NotMergeable(Exception):  # noqa: N818  The name says what a person reads.
    """The two files cannot be made one now; `code` says why: `same`, `district`, `merged`, `transfer`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic
def merge_files(*, survivor: Person, other: Person, by: User, reason: str) -> Merge:
    """The other file's rows become the survivor's; its own fields stay on it, and its number leads to the survivor.

    Empty fields of the survivor are filled from it. Raises `NotMergeable`.
    """
    survivor, other = _locked(survivor, other)
    with because(user_id=by.pk, reason=reason):
        set_aside = {name: hook.set_aside(survivor.pk, other.pk) for name, hook in MERGING.items()}
        with connection.cursor() as cursor:
            cursor.execute("SELECT tenun_move_rows(%s, %s)", [other.pk, survivor.pk])
            moved = _loaded(cursor.fetchone())
        filled = [name for name in FILLED if _empty(getattr(survivor, name)) and not _empty(getattr(other, name))]
        for name in filled:
            setattr(survivor, name, getattr(other, name))
        _save(survivor, filled)
        _settle(survivor, other, is_same=True, by=by, reason=reason)
        return Merge.objects.create(
            person=survivor, other=other, moved=moved, set_aside=set_aside, filled=filled, reason=reason, by=by
        )


@transaction.atomic
def undo_merge(*, merge: Merge, by: User, reason: str) -> None:
    """Both files stand again as before: every row that moved goes back, every field that was filled is emptied.

    What was recorded since stays with the survivor. Raises `NotMergeable` when it was undone already (`merged`) or the
    survivor was itself merged since.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at is not None:
        raise NotMergeable("merged")
    survivor, other = (Person.objects.select_for_update().get(pk=pk) for pk in (merge.person_id, merge.other_id))
    if survivor.merged_into_id is not None:
        raise NotMergeable("merged")
    with because(user_id=by.pk, reason=reason):
        with connection.cursor() as cursor:
            cursor.execute("SELECT tenun_move_rows_back(%s, %s, %s)", [json.dumps(merge.moved), survivor.pk, other.pk])
        for name, numbers in merge.set_aside.items():
            MERGING[name].restore(numbers)
        emptied = [name for name in merge.filled if getattr(survivor, name) == getattr(other, name)]
        for name in emptied:
            setattr(survivor, name, None if name in NULLABLE else "")
        _save(survivor, emptied)
        _settle(survivor, other, is_same=False, by=by, reason=reason)
        merge.undone_by, merge.undone_at, merge.undo_reason = by, now(), reason
        merge.save(update_fields=["undone_by", "undone_at", "undo_reason"])


def _settle(survivor: Person, other: Person, *, is_same: bool, by: User, reason: str) -> None:
    """Where the number of the other file leads from now on, with what follows from it; the decision is kept."""
    other.merged_into = survivor if is_same else None
    other.version += 1
    other.save(update_fields=["merged_into", "version"])
    for person in (survivor, other):
        index_names(person)
    decide(person=survivor, other=other, is_same=is_same, by=by, reason=reason)
    _told(survivor, other)


def _told(*persons: Person) -> None:
    for person in persons:
        person_changed(person)


def _locked(survivor: Person, other: Person) -> tuple[Person, Person]:
    """Both rows locked in the order of their numbers, so that two officers cannot wait for each other."""
    if survivor.pk == other.pk:
        raise NotMergeable("same")
    rows = {
        row.pk: row for row in Person.objects.select_for_update().filter(pk__in=(survivor.pk, other.pk)).order_by("pk")
    }
    survivor, other = rows[survivor.pk], rows[other.pk]
    if survivor.district_code != other.district_code:
        raise NotMergeable("district")
    if survivor.merged_into_id is not None or other.merged_into_id is not None:
        raise NotMergeable("merged")
    if Transfer.objects.filter(person__in=rows, state=TransferState.ASKED).exists():
        raise NotMergeable("transfer")
    return survivor, other


def _save(person: Person, names: list[str]) -> None:
    person.nik_hash = keyed_hash(person.nik) if person.nik else ""
    person.version += 1
    person.save(update_fields=[*names, *(["nik_hash"] if "nik" in names else []), "version"])


def _empty(value: Any) -> bool:
    return value in (None, "")


def _loaded(row: Any) -> Any:
    """The one `jsonb` of a bare cursor, which leaves its reading to us."""
    return json.loads(row[0]) if isinstance(row[0], str) else row[0]
