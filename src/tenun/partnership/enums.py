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
