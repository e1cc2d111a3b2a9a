"""What the page of a published meeting shows: its facts, and what stands today behind each output, result and promise.

Every state is read from rows; where no row can tell yet, the page says so and never a number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tenun.domain.promises import Level, PromiseState
from tenun.domain.wording import say_day
from tenun.partnership.enums import CREDITS, Measure, MeetingState, PointKind
from tenun.partnership.meetings import ProgrammesToday, points_of
from tenun.partnership.models import Commitment, CommitmentEntry, ExpectedResult, Meeting, MeetingPoint, MeetingStep
from tenun.partnership.promises import kept_among
from tenun.shared.clock import WITA
from tenun.web import meeting_words as said
from tenun.web.language import language
from tenun.web.parts import Sign, State, Tone


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One meeting in the list of all."""

    title: str
    url: str
    when: str


@dataclass(frozen=True, slots=True)
class Share:
    """A way to pass the address on."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Person:
    """An official by name and post, or who spoke."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An output, a result or a promise, with where it stands today and what that is read from."""

    words: str
    state: State
    note: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """What one organisation promised."""

    owner: str
    promises: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """One change, with its day."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """The whole page."""

    title: str
    category: str
    summary: str
    dateline: str
    day: str
    kind: str
    host: str
    place: str
    occasion: str
    guests: tuple[str, ...]
    companions: tuple[Person, ...]
    problems: tuple[str, ...]
    quotes: tuple[Person, ...]
    readiness: tuple[str, ...]
    programmes: tuple[str, ...]
    outputs: tuple[Standing, ...]
    results: tuple[Standing, ...]
    owed: tuple[Owed, ...]
    changes: tuple[Changed, ...]
    credits: tuple[tuple[str, str], ...]
    today: str
    source_url: str
    is_demo: bool


def outcome_of(meeting: Meeting, programmes: ProgrammesToday, on: date) -> OutcomePage:
    """The page of a meeting from `published_meeting`."""
    promises = list(meeting.commitments.all())
    guests = tuple(str(each.organisation) for each in points_of(meeting, PointKind.GUEST))
    return OutcomePage(
        title=meeting.headline,
        category=meeting.category,
        summary=_summary(meeting, guests),
        dateline=meeting.dateline,
        day=said.day_of(meeting),
        kind=str(said.KINDS.get(meeting.kind, "")),
        host=said.host_of(meeting),
        place=meeting.place,
        occasion=meeting.occasion,
        guests=guests,
        companions=_persons(meeting, PointKind.COMPANION),
        problems=_words(meeting, PointKind.PROBLEM),
        quotes=_persons(meeting, PointKind.STATEMENT),
        readiness=_words(meeting, PointKind.READINESS),
        programmes=_words(meeting, PointKind.PROGRAMME),
        outputs=tuple(_output(each, promises, programmes) for each in points_of(meeting, PointKind.OUTPUT)),
        results=tuple(_result(each, promises) for each in meeting.results.all()),
        owed=_owed(promises, on),
        changes=_changes(meeting, promises),
        credits=tuple((str(said.POINTS[kind]), each) for kind in CREDITS for each in _words(meeting, kind)),
        today=say_day(on, language()),
        source_url=meeting.source_url,
        is_demo=meeting.is_demo,
    )


def _summary(meeting: Meeting, guests: tuple[str, ...]) -> str:
    told = {"host": said.host_of(meeting), "guests": ", ".join(guests), "day": said.day_of(meeting)}
    return _("%(host)s bersama %(guests)s, %(day)s: keluaran, hasil, dan janjinya sekarang.") % told


def _words(meeting: Meeting, kind: PointKind) -> tuple[str, ...]:
    return tuple(each.words for each in points_of(meeting, kind))


def _persons(meeting: Meeting, kind: PointKind) -> tuple[Person, ...]:
    return tuple(Person(each.words, each.more) for each in points_of(meeting, kind))


def _output(output: MeetingPoint, promises: list[Commitment], programmes: ProgrammesToday) -> Standing:
    if output.measure == Measure.NOTED:
        return Standing(output.words, State(Sign.MET, Tone.MET, _("Tercatat")), _("dari catatan rapat ini"))
    if output.measure == Measure.PROGRAMMES:
        return Standing(output.words, _programmes(programmes), _("dari peta program"))
    linked = [each for each in promises if each.output_id == output.pk]
    return Standing(output.words, _kept(linked, _("Belum terukur")), _basis(linked))


def _programmes(found: ProgrammesToday) -> State:
    if not found.known:
        return State(Sign.QUESTION, Tone.UNKNOWN, _("Belum ada program di peta"))
    words = ngettext("%(n)s program, %(running)s berjalan", "%(n)s program, %(running)s berjalan", found.known)
    return State(Sign.LATER, Tone.WEAK, words % {"n": found.known, "running": found.running})


def _result(result: ExpectedResult, promises: list[Commitment]) -> Standing:
    linked = [each for each in promises if each.expected_result_id == result.pk]
    return Standing(result.words, _kept(linked, _("Belum terukur")), _basis(linked))


def _basis(linked: list[Commitment]) -> str:
    return _("dari buku janji") if linked else _("belum ada janji atau angka yang menunjukkannya")


def _kept(linked: Iterable[Commitment], nothing: str) -> State:
    kept, counted = kept_among(linked)
    if not counted:
        return State(Sign.QUESTION, Tone.UNKNOWN, nothing)
    words = _("%(kept)s dari %(all)s janji ditepati") % {"kept": kept, "all": counted}
    return State(Sign.MET if kept == counted else Sign.LATER, Tone.MET if kept == counted else Tone.WEAK, words)


def _owed(promises: list[Commitment], on: date) -> tuple[Owed, ...]:
    owners = dict.fromkeys(each.owner.name for each in promises)
    return tuple(
        Owed(owner, tuple(_promise(each, on) for each in promises if each.owner.name == owner)) for owner in owners
    )


def _promise(promise: Commitment, on: date) -> Standing:
    due = (
        _("paling lambat %(day)s") % {"day": said.due_words(promise)}
        if promise.due_on
        else _("tanggal belum ditetapkan")
    )
    partner = _("kepada %(who)s") % {"who": promise.partner.name} if promise.partner else ""
    risen = said.level_words(promise) if promise.state in (PromiseState.PROMISED, PromiseState.BEGUN) else ""
    return Standing(promise.action, said.promise_state(promise, on), " · ".join(filter(None, (due, partner, risen))))


def _changes(meeting: Meeting, promises: list[Commitment]) -> tuple[Changed, ...]:
    """What changed since it was published, the newest first."""
    told: list[tuple[datetime, str]] = [(each.at, _step(each)) for each in meeting.steps.all() if each.after in _TOLD]
    told += [(entry.at, _entry(each, entry)) for each in promises for entry in each.entries.all() if _is_news(entry)]
    newest = sorted(told, key=lambda each: each[0], reverse=True)
    return tuple(Changed(say_day(at.astimezone(WITA).date(), language()), what) for at, what in newest)


_TOLD = (MeetingState.PUBLISHED, MeetingState.CORRECTED)


def _step(step: MeetingStep) -> str:
    if step.after == MeetingState.PUBLISHED:
        return _("Halaman ini terbit.")
    return _("Diperbaiki: %(why)s") % {"why": step.why}


def _is_news(entry: CommitmentEntry) -> bool:
    return bool(not entry.before or entry.before != entry.after or entry.seen or entry.level)


def _entry(promise: Commitment, entry: CommitmentEntry) -> str:
    told = {"what": promise.action}
    if not entry.before:
        return _("Janji dicatat: %(what)s") % told
    if entry.by_id is None and not entry.is_owners:
        return _("Lewat tanggal, naik ke %(who)s: %(what)s") % {**told, "who": said.LEVELS[Level(entry.level)]}
    if entry.seen and entry.before == entry.after:
        return _("Buktinya sudah dilihat: %(what)s") % told
    told["state"] = str(said.PROMISE_STATES[PromiseState(entry.after)][2])
    if entry.is_owners:
        return _("%(state)s menurut pemilik: %(what)s") % told
    return f"{told['state']}: {told['what']}"
