"""A meeting as its pages show it: one row of the list, and the whole record with checks, lines and the next step."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from tenun.partnership.enums import CREDITS, SHOWN, MeetingState, PointKind, ProposalState
from tenun.partnership.meetings import checks_of, points_of
from tenun.partnership.models import Commitment, ExpectedResult, Meeting, MeetingPoint
from tenun.shared.clock import today
from tenun.web import meeting_words as said
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.officers.meeting_forms import RESULT
from tenun.web.parts import LogLine, Pair, Sign, State, Tone


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in the list."""

    title: str
    url: str
    when: str
    kind: str
    state: State
    waiting: int

    @classmethod
    def of(cls, meeting: Meeting) -> "MeetingRow":
        """A meeting of `meetings`."""
        return cls(
            title=meeting.headline or _("Rapat tanpa judul"),
            url=reverse("meeting", args=[meeting.pk]),
            when=said.day_of(meeting),
            kind=str(said.KINDS.get(meeting.kind, "")),
            state=said.meeting_state(meeting),
            waiting=getattr(meeting, "waiting", 0),
        )


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise in a table; `risen` tells to whom it rose."""

    action: str
    url: str
    owner: str
    due: str
    state: State
    risen: str
    meeting: str = ""

    @classmethod
    def of(cls, promise: Commitment, on: date) -> "PromiseRow":
        """A promise of `promises`."""
        return cls(
            action=promise.action,
            url=reverse("promise", args=[promise.pk]),
            owner=promise.owner.name,
            due=said.due_words(promise),
            state=said.promise_state(promise, on),
            risen=said.level_words(promise),
            meeting=str(promise.meeting) if promise.meeting else "",
        )


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the record; the addresses are empty for whoever may not."""

    words: str
    more: str
    drop_url: str
    approve_url: str = ""
    is_approved: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one kind."""

    name: str
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check, with what is in its way."""

    state: State
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next: a link with `url`, a press with `post_url`."""

    label: str
    url: str = ""
    post_url: str = ""


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """The whole record."""

    title: str
    state: State
    pairs: tuple[Pair, ...]
    blocks: tuple[Block, ...]
    promises: tuple[PromiseRow, ...]
    checks: tuple[CheckRow, ...]
    log: tuple[LogLine, ...]
    next: NextStep | None
    waiting: int
    is_draft: bool
    change_url: str = ""
    add_url: str = ""
    promise_url: str = ""
    text_url: str = ""
    public_url: str = ""
    withdraw_url: str = ""


def page_of(meeting: Meeting, *, keeps: bool, publishes: bool, promises: bool) -> MeetingPage:
    """The record as somebody with these rights sees it; needs what `whole_meetings` fetches."""
    is_shown = meeting.state in SHOWN
    is_over = meeting.state == MeetingState.WITHDRAWN
    checks = checks_of(meeting) if keeps and not (is_shown or is_over) else ()
    rows = tuple(
        CheckRow(
            State(Sign.MET, Tone.MET, str(said.CHECKS[each.check][0]))
            if each.is_met
            else State(Sign.EMPTY, Tone.PLAIN, str(said.CHECKS[each.check][1])),
            () if each.check in ("whole", "guests") else each.found,
        )
        for each in checks
    )
    waiting = sum(each.state == ProposalState.OPEN for each in meeting.proposals.all())
    to = _addresses(meeting)
    return MeetingPage(
        title=meeting.headline or _("Rapat tanpa judul"),
        state=said.meeting_state(meeting),
        pairs=pairs_of(meeting),
        blocks=_blocks(meeting, keeps=keeps and not is_over),
        promises=tuple(PromiseRow.of(each, today()) for each in meeting.commitments.all()),
        checks=rows,
        log=_log(meeting),
        next=_next(meeting, waiting, all(each.is_met for each in checks), keeps=keeps, publishes=publishes),
        waiting=waiting,
        is_draft=bool(checks),
        change_url=to["change-meeting"] if keeps and not is_over else "",
        add_url=to["add-line"] if keeps and not is_over else "",
        promise_url=f"{reverse('new-promise')}?rapat={meeting.pk}" if promises and not is_over else "",
        text_url=to["meeting-text"] if keeps and hasattr(meeting, "pasted") else "",
        public_url=reverse("outcome", args=[meeting.slug]) if is_shown else "",
        withdraw_url=to["withdraw-meeting"] if publishes and is_shown else "",
    )


def _addresses(meeting: Meeting) -> dict[str, str]:
    names = ("change-meeting", "add-line", "meeting-text", "withdraw-meeting", "check-meeting", "publish-meeting")
    return {name: reverse(name, args=[meeting.pk]) for name in names}


def _next(meeting: Meeting, waiting: int, ready: bool, *, keeps: bool, publishes: bool) -> NextStep | None:
    to = _addresses(meeting)
    if keeps and waiting:
        return NextStep(_("Lanjutkan konfirmasi naskah"), to["meeting-text"])
    if keeps and ready and meeting.state == MeetingState.DRAFT:
        return NextStep(_("Tandai sudah diperiksa"), post_url=to["check-meeting"])
    if publishes and meeting.state == MeetingState.CHECKED:
        return NextStep(_("Setujui catatan ini"), to["publish-meeting"])
    if publishes and meeting.state == MeetingState.APPROVED:
        return NextStep(_("Terbitkan halaman hasil"), to["publish-meeting"])
    return None


def pairs_of(meeting: Meeting) -> tuple[Pair, ...]:
    """The facts; what is not known says so."""
    unknown = _("belum dicatat")
    day = said.day_of(meeting) + (f", {meeting.starts_at:%H.%M} WITA" if meeting.starts_at else "")
    found = (
        Pair(_("Jenis"), str(said.KINDS.get(meeting.kind, ""))),
        Pair(_("Tuan rumah"), said.host_of(meeting)),
        Pair(_("Tempat"), ", ".join(part for part in (meeting.place, meeting.dateline) if part)),
        Pair(_("Waktu"), day),
        Pair(_("Acara"), meeting.occasion),
        Pair(_("Kategori"), meeting.category),
    )
    return tuple(Pair(each.name, each.value or unknown) for each in found)


_ORDER = (
    *(PointKind.GUEST, PointKind.COMPANION, PointKind.PROBLEM, PointKind.STATEMENT, PointKind.READINESS),
    *(PointKind.PROGRAMME, PointKind.OUTPUT),
)


def _blocks(meeting: Meeting, *, keeps: bool) -> tuple[Block, ...]:
    results = tuple(_line(meeting, each, RESULT, keeps) for each in meeting.results.all())
    found = [Block(str(said.POINTS[kind]), _lines(meeting, kind, keeps)) for kind in _ORDER]
    found.append(Block(_("Hasil yang diharapkan"), results))
    found += [Block(str(said.POINTS[kind]), _lines(meeting, kind, keeps)) for kind in CREDITS]
    return tuple(each for each in found if each.lines)


def _lines(meeting: Meeting, kind: PointKind, keeps: bool) -> tuple[LineRow, ...]:
    return tuple(_line(meeting, each, "isi", keeps) for each in points_of(meeting, kind))


def _line(meeting: Meeting, line: MeetingPoint | ExpectedResult, kind: str, keeps: bool) -> LineRow:
    drop = reverse("drop-line", args=[meeting.pk, kind, line.pk]) if keeps else ""
    if isinstance(line, ExpectedResult):
        return LineRow(line.words, "", drop)
    words = line.organisation.name if line.organisation else line.words
    asks = keeps and line.kind == PointKind.STATEMENT and line.approved_at is None
    approve = reverse("approve-quote", args=[meeting.pk, line.pk]) if asks else ""
    return LineRow(words, line.more, drop, approve, line.approved_at is not None)


def _log(meeting: Meeting) -> tuple[LogLine, ...]:
    steps = sorted(meeting.steps.all(), key=lambda each: each.pk, reverse=True)
    return tuple(
        LogLine(
            what=str(MeetingState(each.after).label),
            when=say_moment(each.at, language()),
            who=each.by.full_name,
            reason=each.why,
        )
        for each in steps
    )
