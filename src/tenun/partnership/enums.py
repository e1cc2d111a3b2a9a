"""The closed lists of partnership; those of a programme's record stand in `domain.programmes`."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LinkKind(TextChoices):
    """What a personal link asks of somebody without an account."""

    PROGRAMME = "programme", _("pembaruan program")
    COMMITMENT = "commitment", _("kabar janji")
    READINESS = "readiness", _("kesiapan layanan kabupaten")


class ProgrammeAnswer(TextChoices):
    """What the owner of a programme says of its entry."""

    STILL_TRUE = "still_true", _("Masih benar semua")
    CHANGED = "changed", _("Ada yang berubah")
    ENDED = "ended", _("Program ini sudah selesai")


class DistrictServiceKind(TextChoices):
    """The three services whose readiness the province presents."""

    PLACEMENT = "placement", _("penempatan")
    TRAINING = "training", _("pelatihan vokasi")
    DOCUMENTS = "documents", _("pembenahan surat")


class SelfDimension(TextChoices):
    """The six dimensions of the local Migration Governance Indicators, in Indonesian words of ours."""

    RIGHTS = "1", _("Hak pekerja migran dan keluarganya")
    GOVERNMENT = "2", _("Seluruh perangkat pemerintah bekerja bersama")
    PARTNERSHIPS = "3", _("Kemitraan")
    WELLBEING = "4", _("Kesejahteraan sosial dan ekonomi")
    CRISES = "5", _("Perpindahan dalam keadaan krisis")
    ORDER = "6", _("Migrasi yang aman, tertib, dan teratur")


class SelfState(TextChoices):
    """How far something is there."""

    ABSENT = "absent", _("belum ada")
    PARTIAL = "partial", _("sebagian")
    COMPLETE = "complete", _("lengkap")
    NOT_APPLICABLE = "na", _("tidak berlaku")


class QuestionOrigin(TextChoices):
    """Whose words a question is in."""

    OWN = "own", _("pertanyaan awal kami")
    OFFICIAL = "official", _("daftar yang diimpor")


class MeetingKind(TextChoices):
    """What sort of meeting it was."""

    AUDIENCE = "audience", _("audiensi")
    COORDINATION = "coordination", _("rapat koordinasi")
    VISIT = "visit", _("kunjungan")
    SIGNING = "signing", _("penandatanganan")
    OTHER = "other", _("pertemuan lain")


class MeetingState(TextChoices):
    """How far the record of a meeting is on its way to everybody."""

    DRAFT = "draft", _("Draf")
    CHECKED = "checked", _("Sudah diperiksa")
    APPROVED = "approved", _("Disetujui")
    PUBLISHED = "published", _("Terbit")
    CORRECTED = "corrected", _("Terbit, pernah diperbaiki")
    WITHDRAWN = "withdrawn", _("Ditarik")


SHOWN = (MeetingState.PUBLISHED, MeetingState.CORRECTED)
"""States in which everybody may read the record."""

MEETING_FOLLOWS: dict[MeetingState, frozenset[MeetingState]] = {
    MeetingState.DRAFT: frozenset({MeetingState.CHECKED}),
    MeetingState.CHECKED: frozenset({MeetingState.DRAFT, MeetingState.APPROVED}),
    MeetingState.APPROVED: frozenset({MeetingState.DRAFT, MeetingState.PUBLISHED}),
    MeetingState.PUBLISHED: frozenset({MeetingState.CORRECTED, MeetingState.WITHDRAWN}),
    MeetingState.CORRECTED: frozenset({MeetingState.CORRECTED, MeetingState.WITHDRAWN}),
    MeetingState.WITHDRAWN: frozenset(),
}
"""Where a record may go from each state. What was published is corrected or withdrawn, in words; it never vanishes."""


class PointKind(TextChoices):
    """What one line of a meeting's record says."""

    GUEST = "guest", _("tamu")
    COMPANION = "companion", _("pendamping")
    PROBLEM = "problem", _("masalah yang disebut")
    STATEMENT = "statement", _("kutipan")
    READINESS = "readiness", _("kesiapan yang ditawarkan")
    PROGRAMME = "programme", _("program yang disebut")
    OUTPUT = "output", _("keluaran")
    WRITER = "writer", _("penulis")
    PHOTOGRAPHER = "photographer", _("foto")
    EDITOR = "editor", _("penyunting")
    REPORTER = "reporter", _("pewarta")


CREDITS = (PointKind.WRITER, PointKind.PHOTOGRAPHER, PointKind.EDITOR, PointKind.REPORTER)


class Measure(StrEnum):
    """From which rows the state of an output is read today."""

    NOTED = "noted"
    PROGRAMMES = "programmes"
    PROMISES = "promises"


class ProposalState(TextChoices):
    """What a person decided about a proposed field."""

    OPEN = "open", _("Belum diputuskan")
    CONFIRMED = "confirmed", _("Sesuai naskah")
    CORRECTED = "corrected", _("Dibetulkan")
    DROPPED = "dropped", _("Tidak dipakai")


class OwnerAnswer(TextChoices):
    """What the owner of a promise says of it by a personal link."""

    DONE = "done", _("Sudah dikerjakan")
    BEGUN = "begun", _("Sedang dikerjakan")
    NOT_YET = "not_yet", _("Belum, karena …")
