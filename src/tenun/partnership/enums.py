"""The closed lists of partnership; those of a programme's record stand in `domain.programmes`."""

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
