"""Entering a meeting from a pasted text, deciding on each proposed field, changing the record, and publishing it.

Each is one transaction. What was published is changed only with a reason, which everybody reads beside its day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connections, transaction
from django.db.models import Max
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from tenun.formats.press_text import Part, read_press_text
from tenun.organisations.models import Organisation, User
from tenun.partnership.enums import (
    MEETING_FOLLOWS,
    SHOWN,
    MeetingKind,
    MeetingState,
    PointKind,
    ProposalState,
)
from tenun.partnership.meetings import Checked, checks_of, whole_meetings
from tenun.partnership.models import (
    ExpectedResult,
    Meeting,
    MeetingPoint,
    MeetingStep,
    MeetingText,
    PressProposal,
)
from tenun.shared.clock import now

TEXT_KEPT = timedelta(days=365)
_LONGEST_SLUG = 80
_PLAIN = {
    Part.CATEGORY: "category",
    Part.HEADLINE: "headline",
    Part.DATELINE: "dateline",
    Part.KIND: "kind",
    Part.PLACE: "place",
    Part.OCCASION: "occasion",
}
"""Fields that are columns of the meeting and nothing else."""
_LONGEST = {Part.CATEGORY: 80, Part.HEADLINE: 300, Part.DATELINE: 60, Part.PLACE: 160}


class AlreadyDecided(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """Somebody decided on this field already; nothing was changed."""


class NotReadable(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """The value of a field is none of its kind: a date that does not exist, an unknown kind of meeting."""


class ReasonMissing(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """What was published is changed only with a reason; nothing was changed."""


class NotThisStep(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """A record does not go from its state to that one."""


class NotReady(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """Something stands in the way of publishing; `checks` say what."""

    def __init__(self, checks: tuple[Checked, ...]) -> None:
        super().__init__(", ".join(each.check for each in checks))
        self.checks = checks


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person says of a proposed field: dropped, or with this value; an organisation for a guest."""

    keep: bool
    value: str = ""
    more: str = ""
    organisation: Organisation | None = None


@transaction.atomic
def paste_text(*, text: str, by: User, is_demo: bool = False) -> Meeting:
    """A new draft from a text; with an empty one a draft that is filled by hand."""
    at = now()
    slug = f"rapat-{get_random_string(10).lower()}"
    meeting = Meeting.objects.create(slug=slug, entered_at=at, entered_by=by, is_demo=is_demo)
    MeetingStep.objects.create(meeting=meeting, at=at, by=by, after=MeetingState.DRAFT)
    if text.strip():
        MeetingText.objects.create(meeting=meeting, text=text, pasted_at=at)
    PressProposal.objects.bulk_create(
        PressProposal(
            meeting=meeting,
            part=each.part,
            value=each.value,
            more=each.more[:200],
            starts=each.start,
            ends=each.end,
            doubt=each.doubt or "",
        )
        for each in read_press_text(text)
    )
    return meeting


@transaction.atomic
def decide(*, proposal: PressProposal, decision: Decision, by: User) -> None:
    """Takes a proposed field over, as it stands or corrected, or drops it. Raises `AlreadyDecided`, `NotReadable`."""
    kept = PressProposal.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=proposal.pk)
    if kept.state != ProposalState.OPEN:
        raise AlreadyDecided
    kept.state = ProposalState.DROPPED
    if decision.keep:
        same = (decision.value, decision.more) == (kept.value, kept.more)
        kept.state = ProposalState.CONFIRMED if same else ProposalState.CORRECTED
        _take_over(kept.meeting, Part(kept.part), decision)
    kept.decided_by, kept.decided_at = by, now()
    kept.save(update_fields=["state", "decided_by", "decided_at"])


def _take_over(meeting: Meeting, part: Part, decision: Decision) -> None:
    columns = _columns(part, decision)
    if columns is not None:
        Meeting.objects.filter(pk=meeting.pk).update(**columns)
    elif part is Part.EXPECTED:
        _add_result(meeting, decision.value)
    else:
        _add_point(meeting, PointKind(part.value), decision.value, decision.more, decision.organisation)


def _columns(part: Part, decision: Decision) -> dict[str, Any] | None:
    """What the field changes in the row of the meeting; none when it is a line of its own."""
    if part is Part.HELD_ON:
        return {"held_on": _day(decision.value), "day_said": decision.more[:6]}
    if part is Part.HOST:
        return {"host_office": decision.value[:120], "host_name": decision.more[:120]}
    if part is Part.KIND and decision.value not in MeetingKind.values:
        raise NotReadable
    if part not in _PLAIN:
        return None
    return {_PLAIN[part]: decision.value[: _LONGEST.get(part)]}


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise NotReadable from None


def _add_point(
    meeting: Meeting, kind: PointKind, words: str, more: str, organisation: Organisation | None = None, **others: Any
) -> MeetingPoint:
    last = meeting.points.filter(kind=kind).aggregate(last=Max("number"))["last"] or 0
    return MeetingPoint.objects.create(
        meeting=meeting,
        kind=kind,
        number=last + 1,
        words=words,
        more=more[:200],
        organisation=organisation,
        **others,
    )


def _add_result(meeting: Meeting, words: str) -> ExpectedResult:
    last = meeting.results.aggregate(last=Max("number"))["last"] or 0
    return ExpectedResult.objects.create(meeting=meeting, number=last + 1, words=words)


@transaction.atomic
def change_meeting(*, meeting: Meeting, facts: Mapping[str, Any], by: User, why: str = "") -> None:
    """Writes the facts of the meeting itself. Raises `ReasonMissing`."""
    _note_correction(meeting, by, why)
    Meeting.objects.filter(pk=meeting.pk).update(**facts)


@transaction.atomic
def add_point(
    *,
    meeting: Meeting,
    kind: PointKind,
    words: str,
    by: User,
    more: str = "",
    organisation: Organisation | None = None,
    why: str = "",
    **others: Any,
) -> MeetingPoint:
    """A further line of the record. Raises `ReasonMissing`."""
    _note_correction(meeting, by, why)
    return _add_point(meeting, kind, words, more, organisation, **others)


@transaction.atomic
def add_result(*, meeting: Meeting, words: str, by: User, why: str = "") -> ExpectedResult:
    """A further expected result. Raises `ReasonMissing`."""
    _note_correction(meeting, by, why)
    return _add_result(meeting, words)


@transaction.atomic
def remove_line(*, line: MeetingPoint | ExpectedResult, by: User, why: str = "") -> None:
    """Takes a line out of the record; its history keeps it. Raises `ReasonMissing`."""
    _note_correction(line.meeting, by, why)
    line.delete()


@transaction.atomic
def approve_statement(*, point: MeetingPoint, by: User) -> None:
    """Notes that the office of whoever spoke agrees with the words as they stand."""
    point.approved_at, point.approved_by = now(), by
    point.save(update_fields=["approved_at", "approved_by"])


@transaction.atomic
def move_meeting(*, meeting: Meeting, after: MeetingState, by: User, why: str = "") -> Meeting:
    """The next step of the record. Raises `NotThisStep`, `NotReady` on the way to everybody, `ReasonMissing`."""
    Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    kept = whole_meetings().get(pk=meeting.pk)
    before = MeetingState(kept.state)
    if after not in MEETING_FOLLOWS[before]:
        raise NotThisStep
    if before in SHOWN and not why.strip():
        raise ReasonMissing
    if after in (MeetingState.CHECKED, MeetingState.APPROVED, MeetingState.PUBLISHED):
        _refuse_unready(kept)
    if after is MeetingState.PUBLISHED:
        kept.published_at, kept.slug = now(), _slug(kept)
    _step(kept, after, by, why)
    return kept


def _refuse_unready(meeting: Meeting) -> None:
    open_checks = tuple(each for each in checks_of(meeting) if not each.is_met)
    if open_checks:
        raise NotReady(open_checks)


def _slug(meeting: Meeting) -> str:
    """`gubernur-menerima-kemlu-2025-12-08`, with a number where there is one already."""
    words = slugify(meeting.headline)
    words = words if len(words) <= _LONGEST_SLUG else words[:_LONGEST_SLUG].rsplit("-", 1)[0]
    slug = f"{words or 'rapat'}-{meeting.held_on}"
    taken = set(Meeting.objects.filter(slug__startswith=slug).exclude(pk=meeting.pk).values_list("slug", flat=True))
    return next(each for each in (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)


def _note_correction(meeting: Meeting, by: User, why: str) -> None:
    """A change of what everybody reads is a step of its own, with its reason; what was checked is a draft again."""
    if meeting.state in SHOWN:
        if not why.strip():
            raise ReasonMissing
        _step(meeting, MeetingState.CORRECTED, by, why)
    elif MeetingState.DRAFT in MEETING_FOLLOWS[MeetingState(meeting.state)]:
        _step(meeting, MeetingState.DRAFT, by, why)


def _step(meeting: Meeting, after: MeetingState, by: User, why: str) -> None:
    MeetingStep.objects.create(
        meeting=meeting, at=now(), by=by, before=meeting.state, after=after, why=" ".join(why.split())[:300]
    )
    meeting.state = after
    meeting.save(update_fields=["state", "slug", "published_at"])


def forget_texts(before: datetime, using: str = "worker") -> int:
    """Removes pasted texts that are a year old by that moment, and what they proposed; how many texts."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        old = MeetingText.objects.using(using).filter(pasted_at__lt=before - TEXT_KEPT)
        PressProposal.objects.using(using).filter(meeting__in=old.values("meeting")).delete()
        return int(old.delete()[0])
