"""Reading promises: the ledger with its filters, one with its history, what is overdue, what a partner owes."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from tenun.domain.promises import OPEN, PromiseState, is_overdue
from tenun.organisations.models import Organisation
from tenun.partnership.models import Commitment, CommitmentEntry


def promises() -> QuerySet[Commitment]:
    """Every promise with its organisations and meeting; those with a day first, the nearest on top."""
    return Commitment.objects.select_related("owner", "partner", "meeting").order_by("due_on", "pk")


def ledger(
    *, owner: int | None = None, state: PromiseState | None = None, overdue: bool = False, on: date
) -> QuerySet[Commitment]:
    """The promises that a filter leaves."""
    found = promises()
    if owner is not None:
        found = found.filter(owner_id=owner)
    if state is not None:
        found = found.filter(state=state)
    return found.filter(state__in=OPEN, due_on__lt=on) if overdue else found


def owners() -> list[Organisation]:
    """Whoever promised something, by name. One query."""
    return list(Organisation.objects.filter(pk__in=Commitment.objects.values("owner")).order_by("name"))


def history_of(promise: Commitment) -> list[CommitmentEntry]:
    """What became of it, the newest first, with what was said. One query."""
    return list(promise.entries.select_related("by", "said").order_by("-pk"))


def promise_behind(subject_id: int) -> Commitment:
    """The promise that a personal link asks about; its meeting only when that is published."""
    return Commitment.objects.select_related("owner", "partner").get(pk=subject_id)


def promises_with(organisation: Organisation) -> list[Commitment]:
    """What it promised and what was promised to it. One query."""
    return list(promises().filter(Q(owner=organisation) | Q(partner=organisation)))


def kept_among(found: Iterable[Commitment]) -> tuple[int, int]:
    """How many of them are kept, and how many there are, without those that were taken back."""
    counted = [each for each in found if each.state != PromiseState.WITHDRAWN]
    return sum(each.state == PromiseState.KEPT for each in counted), len(counted)


def overdue_among(found: Iterable[Commitment], on: date) -> list[Commitment]:
    """Those whose day has passed."""
    return [each for each in found if is_overdue(PromiseState(each.state), each.due_on, on)]
