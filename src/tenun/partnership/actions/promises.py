"""Entering a promise, moving it on, what its owner says of it, and how it rises by itself when its day has passed.

Each is one transaction, and each adds one entry to the history of the promise, which nobody changes.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db import connections, transaction

from tenun.domain.promises import FOLLOWS, OPEN, Level, PromiseState, level_on
from tenun.organisations.models import Organisation, User
from tenun.partnership.enums import OwnerAnswer
from tenun.partnership.models import (
    Commitment,
    CommitmentEntry,
    CommitmentWords,
    ExpectedResult,
    Meeting,
    MeetingPoint,
    PersonalLink,
)
from tenun.shared.clock import now


class NotThisState(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """A promise does not go from its state to that one."""


class NothingToSee(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """The owner has not said that the promise is kept, or the evidence was seen already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPromise:
    """What was promised. Without `due_on` the day is not set yet."""

    action: str
    owner: Organisation
    promised_on: date
    official: str = ""
    partner: Organisation | None = None
    due_on: date | None = None
    meeting: Meeting | None = None
    output: MeetingPoint | None = None
    expected_result: ExpectedResult | None = None
    gcm_objectives: tuple[int, ...] = ()
    is_public: bool = True
    is_demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody says and shows with an entry: words, evidence in words, the address where it can be seen."""

    words: str = ""
    evidence: str = ""
    url: str = ""
    by_link: str = field(default="")

    def __bool__(self) -> bool:
        return bool(self.words or self.evidence or self.url or self.by_link)


NOTHING = Said()


@transaction.atomic
def enter_promise(*, new: NewPromise, by: User) -> Commitment:
    """A new promise with the first line of its history."""
    promise = Commitment.objects.create(
        action=" ".join(new.action.split()),
        owner=new.owner,
        official=new.official[:200],
        partner=new.partner,
        due_on=new.due_on,
        meeting=new.meeting,
        output=new.output,
        expected_result=new.expected_result,
        gcm_objectives=list(new.gcm_objectives),
        is_public=new.is_public,
        is_demo=new.is_demo,
        promised_on=new.promised_on,
        entered_at=now(),
        entered_by=by,
    )
    _note(promise, before="", by=by)
    return promise


@transaction.atomic
def move_promise(*, promise: Commitment, after: PromiseState, by: User, said: Said = NOTHING) -> None:
    """An officer says how far it is; words without a move are `tell_promise`. Raises `NotThisState`."""
    kept = _locked(promise)
    before = PromiseState(kept.state)
    if after not in FOLLOWS[before]:
        raise NotThisState
    kept.state = after
    kept.said_at = None
    kept.seen_at, kept.seen_by = (now(), by) if after is PromiseState.KEPT else (None, None)
    kept.save(update_fields=["state", "said_at", "seen_at", "seen_by"])
    _note(kept, before=before, by=by, said=said, seen=after is PromiseState.KEPT)


@transaction.atomic
def tell_promise(*, promise: Commitment, by: User, said: Said) -> None:
    """Words or evidence, the state stays."""
    kept = _locked(promise)
    _note(kept, before=kept.state, by=by, said=said)


@transaction.atomic
def set_due(*, promise: Commitment, due_on: date | None, by: User, said: Said = NOTHING) -> None:
    """Another day, or none yet; it comes down to its owner again."""
    kept = _locked(promise)
    kept.due_on, kept.level = due_on, Level.OWNER
    kept.save(update_fields=["due_on", "level"])
    _note(kept, before=kept.state, by=by, said=said)


@transaction.atomic
def see_evidence(*, promise: Commitment, by: User) -> None:
    """An officer has seen what the owner showed. Raises `NothingToSee`."""
    kept = _locked(promise)
    if kept.state != PromiseState.KEPT or kept.said_at is None or kept.seen_at is not None:
        raise NothingToSee
    kept.seen_at, kept.seen_by = now(), by
    kept.save(update_fields=["seen_at", "seen_by"])
    _note(kept, before=kept.state, by=by, seen=True)


_MEANS = {OwnerAnswer.DONE: PromiseState.KEPT, OwnerAnswer.BEGUN: PromiseState.BEGUN}


@transaction.atomic
def answer_about_promise(*, link: PersonalLink, answer: OwnerAnswer, said: Said) -> None:
    """What the owner says by the link. What is kept so is the owner's word until an officer has seen the evidence."""
    kept = Commitment.objects.select_for_update(of=("self",)).get(pk=link.subject_id)
    before = PromiseState(kept.state)
    after = _MEANS.get(answer, before)
    if after in FOLLOWS[before]:
        kept.state, kept.seen_at, kept.seen_by = after, None, None
        kept.said_at = now() if after is PromiseState.KEPT else None
        kept.save(update_fields=["state", "said_at", "seen_at", "seen_by"])
    _note(kept, before=before, said=said, is_owners=True)


def raise_overdue(on: date, using: str = "worker") -> int:
    """Raises every promise whose day has passed to where it has to stand that day; how many rose. Twice is once.

    Each level is entered by itself, so that a night without a run leaves no hole.
    """
    risen = 0
    with transaction.atomic(using=using):
        with connections[using].cursor() as cursor:
            cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        late = Commitment.objects.using(using).filter(state__in=OPEN, due_on__lt=on, level__lt=max(Level))
        for promise in late.select_for_update(of=("self",)).order_by("pk"):
            wanted = level_on(PromiseState(promise.state), promise.due_on, on)
            if promise.level < wanted:
                _rise(promise, wanted, using)
                risen += 1
    return risen


def _rise(promise: Commitment, wanted: Level, using: str) -> None:
    for level in range(promise.level + 1, wanted + 1):
        promise.level = level
        CommitmentEntry.objects.using(using).get_or_create(
            commitment=promise,
            level=level,
            due_on=promise.due_on,
            by=None,
            is_owners=False,
            defaults={"at": now(), "before": promise.state, "after": promise.state},
        )
    promise.save(using=using, update_fields=["level"])


def _locked(promise: Commitment) -> Commitment:
    return Commitment.objects.select_for_update(of=("self",)).get(pk=promise.pk)


def _note(
    promise: Commitment,
    *,
    before: str,
    by: User | None = None,
    said: Said = NOTHING,
    is_owners: bool = False,
    seen: bool = False,
) -> None:
    entry = CommitmentEntry.objects.create(
        commitment=promise,
        at=now(),
        by=by,
        is_owners=is_owners,
        before=before,
        after=promise.state,
        level=promise.level,
        due_on=promise.due_on,
        seen=seen,
    )
    if said:
        CommitmentWords.objects.create(
            entry=entry,
            commitment=promise,
            by_link=said.by_link[:200],
            words=said.words[:500],
            evidence=said.evidence,
            url=said.url[:300],
        )
