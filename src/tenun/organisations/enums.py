"""The closed lists of organisations and posts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    """What an organisation is."""

    VILLAGE = "village", _("kantor desa atau kelurahan")
    DISTRICT_OFFICE = "district_office", _("dinas tenaga kerja kabupaten atau kota")
    PROVINCE_OFFICE = "province_office", _("dinas provinsi")
    CENTRAL = "central", _("kementerian atau badan pusat")
    AGENCY = "agency", _("perusahaan penempatan (P3MI)")
    TRAINING = "training", _("tempat pelatihan")
    PROTECTION = "protection", _("layanan pelindungan")
    MISSION = "mission", _("perwakilan RI di luar negeri")
    PARTNER = "partner", _("mitra")


class Role(TextChoices):
    """What a post may do at all (design, section 4); its territory says where."""

    VILLAGE = "village", _("petugas desa")
    COUNTER = "counter", _("petugas loket")
    TRAINING = "training", _("pelatih")
    AGENCY = "agency", _("perusahaan penempatan")
    PROTECTION = "protection", _("petugas pelindungan")
    BP3MI = "bp3mi", _("petugas BP3MI")
    MISSION = "mission", _("petugas perwakilan")
    PARTNER = "partner", _("mitra")
    PROVINCE = "province", _("petugas provinsi")
    TASK_FORCE = "task_force", _("gugus tugas")
    EDITOR = "editor", _("penyunting")
    AUDITOR = "auditor", _("pemeriksa")
    ADMIN = "admin", _("admin")


TOGETHER = frozenset(
    {
        *(Role.COUNTER, Role.BP3MI, Role.PROVINCE, Role.PROTECTION, Role.TASK_FORCE),
        *(Role.TRAINING, Role.MISSION, Role.PARTNER, Role.EDITOR),
    }
)
"""Roles of offices that meet: they read what was said and promised, also before it is published."""


class Desk(TextChoices):
    """The eight desks of an LTSA (PP 59/2021 Art. 31)."""

    MANPOWER = "manpower", _("ketenagakerjaan")
    INFORMATION = "information", _("informasi dan pengaduan")
    CIVIL_REGISTRY = "civil_registry", _("Dukcapil")
    HEALTH = "health", _("kesehatan")
    IMMIGRATION = "immigration", _("imigrasi")
    POLICE = "police", _("kepolisian")
    BANK = "bank", _("perbankan")
    SOCIAL_SECURITY = "social_security", _("jaminan sosial")


class AccountAct(TextChoices):
    """What an admin does to an account; each is entered."""

    CREATED = "created", _("membuat akun")
    POST_GIVEN = "post_given", _("memberi jabatan")
    POST_ENDED = "post_ended", _("mengakhiri jabatan")
    SIGN_IN_RESET = "sign_in_reset", _("mengatur ulang kata sandi dan bukti kedua")
    DEACTIVATED = "deactivated", _("menonaktifkan akun")
    REACTIVATED = "reactivated", _("mengaktifkan akun lagi")
