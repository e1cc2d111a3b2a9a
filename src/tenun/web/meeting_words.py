"""How a meeting and a promise are said on a page: their lists in plain words, their states with a sign."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tenun.domain.promises import Level, PromiseState, is_overdue
from tenun.domain.wording import say_day
from tenun.formats.press_text import Doubt, Part
from tenun.partnership.enums import MeetingState, PointKind
from tenun.partnership.meetings import DAYS, Check
from tenun.partnership.models import Commitment, Meeting
from tenun.web.language import language
from tenun.web.officers.days import say_full_day
from tenun.web.parts import Sign, State, Tone

Named = dict[str, Promise]

PARTS: dict[Part, Promise] = {
    Part.CATEGORY: gettext_lazy("Kategori"),
    Part.HEADLINE: gettext_lazy("Judul"),
    Part.DATELINE: gettext_lazy("Kota"),
    Part.KIND: gettext_lazy("Jenis pertemuan"),
    Part.HOST: gettext_lazy("Tuan rumah"),
    Part.HELD_ON: gettext_lazy("Hari dan tanggal"),
    Part.PLACE: gettext_lazy("Tempat"),
    Part.OCCASION: gettext_lazy("Acara"),
    Part.GUEST: gettext_lazy("Tamu"),
    Part.COMPANION: gettext_lazy("Pendamping"),
    Part.PROBLEM: gettext_lazy("Masalah yang disebut"),
    Part.STATEMENT: gettext_lazy("Kutipan"),
    Part.READINESS: gettext_lazy("Kesiapan yang ditawarkan"),
    Part.PROGRAMME: gettext_lazy("Program yang disebut"),
    Part.OUTPUT: gettext_lazy("Keluaran"),
    Part.EXPECTED: gettext_lazy("Hasil yang diharapkan"),
    Part.WRITER: gettext_lazy("Penulis"),
    Part.PHOTOGRAPHER: gettext_lazy("Foto"),
    Part.EDITOR: gettext_lazy("Penyunting"),
    Part.REPORTER: gettext_lazy("Pewarta"),
}
KINDS: Named = {
    "audience": gettext_lazy("Audiensi"),
    "coordination": gettext_lazy("Rapat koordinasi"),
    "visit": gettext_lazy("Kunjungan"),
    "signing": gettext_lazy("Penandatanganan"),
    "other": gettext_lazy("Pertemuan lain"),
}
DOUBTS: dict[Doubt, Promise] = {
    Doubt.DAY_DIFFERS: gettext_lazy("Nama hari tidak sama dengan tanggalnya. Tanyakan yang benar."),
    Doubt.NO_SUCH_DAY: gettext_lazy("Tanggal ini tidak ada. Tulis tanggal yang benar."),
}
CHECKS: dict[Check, tuple[Promise, Promise]] = {
    Check.DECIDED: (
        gettext_lazy("Semua isian naskah sudah diputuskan"),
        gettext_lazy("Masih ada isian yang belum diputuskan"),
    ),
    Check.WHOLE: (
        gettext_lazy("Judul, jenis, tuan rumah, tempat, dan tanggal ada"),
        gettext_lazy("Lengkapi judul, jenis, tuan rumah, tempat, dan tanggal"),
    ),
    Check.DAY: (
        gettext_lazy("Tanggal cocok dengan nama harinya"),
        gettext_lazy("Tanggal tidak cocok dengan nama harinya"),
    ),
    Check.NAMES: (
        gettext_lazy("Nama lembaga sesuai register"),
        gettext_lazy("Ada nama lembaga yang salah eja"),
    ),
    Check.GUESTS: (gettext_lazy("Tamu tercatat di register"), gettext_lazy("Belum ada tamu yang dicatat")),
    Check.QUOTES: (
        gettext_lazy("Setiap kutipan disetujui penuturnya"),
        gettext_lazy("Ada kutipan yang belum disetujui penuturnya"),
    ),
    Check.PROMISES: (
        gettext_lazy("Setiap janji punya pemilik, dan tanggal atau “belum ditetapkan”"),
        gettext_lazy("Ada janji tanpa pemilik"),
    ),
}
"""What a check says when it is met, and when it is not."""

MEETING_STATES: dict[MeetingState, tuple[Sign, Tone]] = {
    MeetingState.DRAFT: (Sign.QUESTION, Tone.UNKNOWN),
    MeetingState.CHECKED: (Sign.EYE, Tone.WEAK),
    MeetingState.APPROVED: (Sign.LATER, Tone.PLAIN),
    MeetingState.PUBLISHED: (Sign.MET, Tone.MET),
    MeetingState.CORRECTED: (Sign.MET, Tone.MET),
    MeetingState.WITHDRAWN: (Sign.DASH, Tone.PLAIN),
}
PROMISE_STATES: dict[PromiseState, tuple[Sign, Tone, Promise]] = {
    PromiseState.PROMISED: (Sign.LATER, Tone.PLAIN, gettext_lazy("Dijanjikan")),
    PromiseState.BEGUN: (Sign.EYE, Tone.WEAK, gettext_lazy("Sedang dikerjakan")),
    PromiseState.KEPT: (Sign.MET, Tone.MET, gettext_lazy("Ditepati")),
    PromiseState.NOT_KEPT: (Sign.DIFFERS, Tone.PLAIN, gettext_lazy("Tidak ditepati")),
    PromiseState.WITHDRAWN: (Sign.DASH, Tone.PLAIN, gettext_lazy("Ditarik kembali")),
}
LEVELS: dict[Level, Promise] = {
    Level.OWNER: gettext_lazy("pemilik janji"),
    Level.HEAD: gettext_lazy("pimpinan pemilik janji"),
    Level.GOVERNOR: gettext_lazy("Biro Administrasi Pimpinan"),
}
DAY_NAMES: Named = dict(
    zip(
        DAYS,
        (
            *(gettext_lazy("Senin"), gettext_lazy("Selasa"), gettext_lazy("Rabu"), gettext_lazy("Kamis")),
            *(gettext_lazy("Jumat"), gettext_lazy("Sabtu"), gettext_lazy("Minggu")),
        ),
        strict=True,
    )
)
POINTS: dict[PointKind, Promise] = {each: PARTS[Part(each.value)] for each in PointKind}


def meeting_state(meeting: Meeting) -> State:
    """How far the record is."""
    state = MeetingState(meeting.state)
    sign, tone = MEETING_STATES[state]
    return State(sign, tone, str(state.label))


def promise_state(promise: Commitment, on: date) -> State:
    """How far the promise is; an owner's word says that it is one, and a day that has passed says for how long."""
    state = PromiseState(promise.state)
    sign, tone, word = PROMISE_STATES[state]
    if state is PromiseState.KEPT and promise.seen_at is None:
        return State(Sign.EYE, Tone.WEAK, _("Ditepati menurut pemilik"))
    if is_overdue(state, promise.due_on, on) and promise.due_on is not None:
        days = (on - promise.due_on).days
        return State(Sign.CLOCK, Tone.PLAIN, ngettext("Lewat %(n)s hari", "Lewat %(n)s hari", days) % {"n": days})
    return State(sign, tone, str(word))


def due_words(promise: Commitment) -> str:
    """By when; `belum ditetapkan` when nobody has said it yet."""
    return say_day(promise.due_on, language()) if promise.due_on else _("belum ditetapkan")


def level_words(promise: Commitment) -> str:
    """To whom an overdue promise has risen; empty while it is its owner's."""
    if promise.level == Level.OWNER:
        return ""
    return _("naik ke %(who)s") % {"who": LEVELS[Level(promise.level)]}


def day_of(meeting: Meeting) -> str:
    """`Senin, 8 Desember 2025`."""
    return say_full_day(meeting.held_on, language()) if meeting.held_on else _("tanggal belum dicatat")


def host_of(meeting: Meeting) -> str:
    """The name of the host with the office."""
    return " ".join(part for part in (meeting.host_office, meeting.host_name) if part)
