"""The closed lists of an import."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ListKind(TextChoices):
    """Whose list it is, and so what it may change: an office's own fills files, one of Sisko is only a mirror."""

    OFFICE = "office", _("Daftar kantor")
    SISKO = "sisko", _("Daftar Sisko (SISKOP2MI)")


class BatchState(TextChoices):
    """How far an uploaded list has come."""

    UPLOADED = "uploaded", _("menunggu diperiksa")
    EXAMINING = "examining", _("sedang diperiksa")
    COLUMNS = "columns", _("menunggu kolom dicocokkan")
    EXAMINED = "examined", _("sudah diperiksa")
    CONFIRMED = "confirmed", _("menunggu disimpan")
    WRITING = "writing", _("sedang disimpan")
    DONE = "done", _("selesai")
    UNDOING = "undoing", _("sedang dibatalkan")
    UNDONE = "undone", _("dibatalkan")
    CANCELLED = "cancelled", _("tidak jadi")
    FAILED = "failed", _("tidak dapat dibaca")


WAITING = frozenset(
    {BatchState.UPLOADED, BatchState.EXAMINING, BatchState.CONFIRMED, BatchState.WRITING, BatchState.UNDOING}
)
"""A job has it, or will have it soon."""


class Outcome(TextChoices):
    """What would become of one row."""

    NEW = "new", _("orang baru")
    CHANGED = "changed", _("berubah")
    SAME = "same", _("sama dengan yang ada")
    DOUBTFUL = "doubtful", _("mungkin orang yang sama")
    REFUSED = "refused", _("perlu diperbaiki")


class Likeness(TextChoices):
    """Why a row is doubtful."""

    NIK = "nik", _("NIK sama, nama dan tanggal lahir lain")
    NIK_DIFFERS = "nik_differs", _("baris yang dulu sama, NIK lain")
    SISKO = "sisko", _("nomor Sisko dan NIK menunjuk dua orang")
    NAME_ALONE = "name_alone", _("nama sama, daftar tidak menyebut data pembeda")
    NAME = "name", _("nama sama, tanggal lahir atau nama ibu sama")
    TWIN = "twin", _("mirip baris lain di daftar ini")
    ELSEWHERE = "elsewhere", _("mirip orang di wilayah lain")


class Decision(TextChoices):
    """What an officer, or a rule of hers, decided about a doubtful row."""

    SAME = "same", _("orang yang sama")
    OTHER = "other", _("orang lain")
    LEAVE = "leave", _("tidak disimpan")
