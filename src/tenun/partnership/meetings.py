"""Reading meetings: one with all that hangs on it, the list, what stands in the way of publishing, who was misspelt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection
from django.db.models import Count, Prefetch, Q, QuerySet

from tenun.organisations.models import OrganisationSpelling
from tenun.partnership.enums import SHOWN, MeetingState, PointKind, ProposalState
from tenun.partnership.models import (
    Commitment,
    ExpectedResult,
    Meeting,
    MeetingPoint,
    MeetingStep,
    PressProposal,
)
from tenun.partnership.promises import promises

DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


def meetings() -> QuerySet[Meeting]:
    """Every meeting with the number of fields that still wait for a decision, the latest day first."""
    waiting = Count("proposals", filter=Q(proposals__state=ProposalState.OPEN))
    return Meeting.objects.annotate(waiting=waiting).order_by("-held_on", "-pk")


def whole_meetings() -> QuerySet[Meeting]:
    """Meetings with all that hangs on them. Seven queries."""
    return Meeting.objects.select_related("pasted").prefetch_related(
        Prefetch("points", MeetingPoint.objects.select_related("organisation", "programme").order_by("kind", "number")),
        Prefetch("results", ExpectedResult.objects.order_by("number")),
        Prefetch("proposals", PressProposal.objects.order_by("pk")),
        Prefetch("steps", MeetingStep.objects.select_related("by").order_by("pk")),
        Prefetch("commitments", promises()),
    )


def published_meetings() -> QuerySet[Meeting]:
    """What everybody reads, the latest first."""
    return Meeting.objects.filter(state__in=SHOWN).order_by("-held_on", "-pk")


def published_meeting(slug: str) -> Meeting | None:
    """One that everybody reads, or that was withdrawn; with all that is public of it. Seven queries."""
    shown = [*SHOWN, MeetingState.WITHDRAWN]
    public = Commitment.objects.filter(is_public=True).select_related("owner", "partner").order_by("due_on", "pk")
    return (
        Meeting.objects.filter(state__in=shown, slug=slug)
        .prefetch_related(
            Prefetch("points", MeetingPoint.objects.select_related("organisation").order_by("kind", "number")),
            Prefetch("results", ExpectedResult.objects.order_by("number")),
            Prefetch("steps", MeetingStep.objects.order_by("pk")),
            Prefetch("commitments", public.prefetch_related("entries")),
        )
        .first()
    )


def points_of(meeting: Meeting, *kinds: PointKind) -> list[MeetingPoint]:
    """Its lines of these kinds, in order, from what was fetched."""
    return [each for kind in kinds for each in meeting.points.all() if each.kind == kind]


@dataclass(frozen=True, slots=True)
class ProgrammesToday:
    """How many programmes of the guests stand on the map, and how many of them run."""

    known: int
    running: int


def programmes_today(meeting: Meeting) -> ProgrammesToday:
    """Told by a function of the database, for the map itself is not public. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT known, running FROM tenun_programmes_of_meeting(%s)", [meeting.pk])
        return ProgrammesToday(*cursor.fetchone())


class Check(StrEnum):
    """What is looked at before a record is published."""

    DECIDED = "decided"
    WHOLE = "whole"
    DAY = "day"
    NAMES = "names"
    GUESTS = "guests"
    QUOTES = "quotes"
    PROMISES = "promises"


@dataclass(frozen=True, slots=True)
class Checked:
    """One check; `found` are the things that are in the way, in the words of the record."""

    check: Check
    found: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether nothing is in the way."""
        return not self.found


def checks_of(meeting: Meeting) -> tuple[Checked, ...]:
    """Every check of a meeting from `whole_meetings`. One query."""
    proposals = [each for each in meeting.proposals.all() if each.state == ProposalState.OPEN]
    quotes = [each for each in points_of(meeting, PointKind.STATEMENT) if each.approved_at is None]
    guests = points_of(meeting, PointKind.GUEST)
    return (
        Checked(Check.DECIDED, tuple(each.value[:60] for each in proposals)),
        Checked(Check.WHOLE, tuple(each for each in _NEEDED if not getattr(meeting, each))),
        Checked(Check.DAY, () if day_agrees(meeting) else (meeting.day_said,)),
        Checked(Check.NAMES, tuple(each.spelling for each in misspelt_in(_words_of(meeting)))),
        Checked(Check.GUESTS, () if guests else ("-",)),
        Checked(Check.QUOTES, tuple(each.words[:60] for each in quotes)),
        Checked(Check.PROMISES, tuple(each.action[:60] for each in meeting.commitments.all() if not each.owner_id)),
    )


_NEEDED = ("headline", "kind", "host_office", "place", "held_on")


def day_agrees(meeting: Meeting) -> bool:
    """Whether the name of the day that the text says is that of the date."""
    return meeting.held_on is None or not meeting.day_said or DAYS[meeting.held_on.weekday()] == meeting.day_said


def misspelt_in(texts: Sequence[str]) -> list[OrganisationSpelling]:
    """The spellings that somebody called wrong and that stand in the texts, the longest of several. One query."""
    whole = _flat("\n".join(texts))
    wrong = OrganisationSpelling.objects.filter(is_wrong=True).select_related("organisation").order_by("spelling")
    found = [each for each in wrong if _flat(each.spelling) in whole]
    return [
        each
        for each in found
        if not any(other is not each and _flat(each.spelling) in _flat(other.spelling) for other in found)
    ]


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _words_of(meeting: Meeting) -> list[str]:
    facts = [meeting.headline, meeting.occasion, meeting.host_office, meeting.place]
    lines = [f"{each.words} {each.more}" for each in meeting.points.all() if each.kind != PointKind.GUEST]
    return [*facts, *lines, *(each.words for each in meeting.results.all())]
