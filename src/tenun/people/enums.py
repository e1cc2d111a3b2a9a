"""The closed lists of what is kept about a person."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Relation(TextChoices):
    """What a member of the household is to her."""

    HUSBAND = "husband", _("suami")
    WIFE = "wife", _("istri")
    FATHER = "father", _("ayah")
    MOTHER = "mother", _("ibu")
    CHILD = "child", _("anak")
    SIBLING = "sibling", _("saudara")
    GUARDIAN = "guardian", _("wali")
    OTHER = "other", _("lainnya")


class System(TextChoices):
    """A national system that knows her under a number of its own (handbook, process, section 4)."""

    SISKO = "sisko", "SISKOP2MI"
    SIAPKERJA = "siapkerja", "SIAPkerja"
    PEDULI_WNI = "peduli_wni", "Peduli WNI"


class ContactOwner(TextChoices):
    """Whose telephone it is; whoever answers may not be her."""

    OWN = "own", _("milik sendiri")
    FAMILY = "family", _("milik keluarga")
    NEIGHBOUR = "neighbour", _("milik tetangga")
    VILLAGE_OFFICE = "village_office", _("milik kantor desa")


class Means(TextChoices):
    """By what she may be reached."""

    CALL = "call", _("telepon")
    SMS = "sms", _("SMS")
    WHATSAPP = "whatsapp", _("WhatsApp")
    VILLAGE_OFFICER = "village_officer", _("lewat petugas desa")


class Purpose(TextChoices):
    """What she agrees to; each purpose is asked and withdrawn by itself."""

    KEEP_FILE = "keep_file", _("menyimpan berkasnya")
    CONTACT = "contact", _("menghubunginya lewat telepon")
    SHARE_AGENCY = "share_agency", _("membagi berkas kepada perusahaan penempatan")
    SHARE_TRAINING = "share_training", _("membagi berkas kepada tempat pelatihan")
    SHARE_MISSION = "share_mission", _("membagi berkas kepada perwakilan RI")
    SHARE_PARTNER = "share_partner", _("membagi berkas kepada mitra (IOM, LSM, gereja)")
    PUBLISH_PHOTO = "publish_photo", _("memuat fotonya dalam berita")


class Manner(TextChoices):
    """How a consent was given or withdrawn."""

    SPOKEN = "spoken", _("lisan")
    THUMB = "thumb", _("cap jempol")
    WRITTEN = "written", _("tertulis")


class Tongue(TextChoices):
    """In which language it was explained."""

    INDONESIAN = "id", _("Indonesia")
    KUPANG_MALAY = "mkn", _("Melayu Kupang")
    TETUN = "tet", _("Tetun")
    DAWAN = "aoz", _("Dawan")
    LAMAHOLOT = "slp", _("Lamaholot")
    MANGGARAI = "mqy", _("Manggarai")
    SUMBA = "xbr", _("Sumba")
    OTHER = "other", _("lainnya")


class TransferState(TextChoices):
    """How far the asking for a file has come."""

    ASKED = "asked", _("menunggu jawaban")
    ACCEPTED = "accepted", _("diterima")
    REFUSED = "refused", _("ditolak")
