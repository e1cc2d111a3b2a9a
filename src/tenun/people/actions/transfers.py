"""A file moves from one district to another: one office asks, the holder answers, both see what became of it."""

from uuid import UUID

from django.db import connection, transaction

from tenun.organisations.models import User
from tenun.people.enums import TransferState
from tenun.people.models import Transfer
from tenun.shared.clock import now
from tenun.shared.history import because


class NotTransferable(Exception):  # noqa: N818  The name says what a person reads.
    """There is nothing to ask for or to answer any more: a handle too old, a request already answered."""


@transaction.atomic
def ask_transfer(*, handle: UUID, village_code: str, district_code: str, by: User, reason: str) -> Transfer:
    """Asks for the file behind a handle of the duplicate check, to a place of the own territory.

    Asked twice it is one request. Raises `NotTransferable`.
    """
    with because(user_id=by.pk, reason=reason), connection.cursor() as cursor:
        cursor.execute("SELECT tenun_ask_transfer(%s, %s, %s, %s)", [handle, district_code, village_code, reason])
        (number,) = cursor.fetchone()
    if number is None:
        raise NotTransferable
    return Transfer.objects.get(pk=number)


@transaction.atomic
def accept_transfer(*, transfer: Transfer, by: User, answer: str) -> None:
    """Hands the file over with all that hangs on it. Raises `NotTransferable`."""
    with because(user_id=by.pk, reason=transfer.reason), connection.cursor() as cursor:
        cursor.execute("SELECT tenun_hand_over(%s, %s)", [transfer.pk, answer])
        if cursor.fetchone() != (True,):
            raise NotTransferable


@transaction.atomic
def refuse_transfer(*, transfer: Transfer, by: User, answer: str) -> None:
    """Keeps the file here and tells the other office why. Raises `NotTransferable`."""
    transfer = Transfer.objects.select_for_update().get(pk=transfer.pk)
    if transfer.state != TransferState.ASKED:
        raise NotTransferable
    transfer.state, transfer.answer = TransferState.REFUSED, answer
    transfer.answered_by, transfer.answered_at = by, now()
    with because(user_id=by.pk, reason=answer):
        transfer.save(update_fields=["state", "answer", "answered_by", "answered_at"])
