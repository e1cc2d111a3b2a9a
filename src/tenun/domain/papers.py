"""What an office knows of one person before it is judged: her papers and what each of them says.

A `Dossier` is the typed form of one spreadsheet row, one set of scans or one page of the officers' screen.
It may hold identity numbers and names; `Facts` (the judged form) never does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class Proof(IntEnum):
    """The proof ladder (design, principle 4). Unknown is `None`, never a step of the ladder."""

    ABSENT = 0
    DECLARED = 1
    COPY = 2
    ORIGINAL_SEEN = 3
    CERTIFIED = 4


class PaperKind(StrEnum):
    """Every paper that is judged; the value is the prefix of its columns in SQL and in the spreadsheet.

    One spreadsheet prefix differs: `str_` is the nurse's registration, because `str` is a word of Python.
    """

    ID_CARD = "ktp"
    FAMILY_CARD = "kk"
    BIRTH_CERTIFICATE = "akta"
    SCHOOL_CERTIFICATE = "ijazah"
    MARRIAGE_BOOK = "nikah"
    PASSPORT = "paspor"
    FAMILY_CONSENT = "izin"
    MARITAL_STATUS_LETTER = "status_kawin_surat"
    POLICE_RECORD_LETTER = "skck"
    JOB_SEEKER_CARD = "ak1"
    MEDICAL_CERTIFICATE = "kesehatan"
    PSYCHOLOGY_CERTIFICATE = "psikologi"
    PREGNANCY_TEST = "tes_kehamilan"
    TRAINING_RECORD = "pelatihan"
    WORK_EXPERIENCE = "pengalaman"
    NURSE_REGISTRATION = "str_perawat"
    BASIC_SAFETY_TRAINING = "bst"
    SEAFARER_BOOK = "buku_pelaut"
    RECRUITMENT_PERMIT = "sip2mi"
    PLACEMENT_AGREEMENT = "perjanjian_penempatan"
    WORK_VISA = "visa"
    WORK_CONTRACT = "perjanjian_kerja"
    EMPLOYMENT_INSURANCE = "bpjs_tk"
    HEALTH_INSURANCE = "jkn"
    PRE_DEPARTURE_ORIENTATION = "opp"
    WORKER_CARD = "e_kpmi"


IDENTITY_PAPERS = (
    PaperKind.ID_CARD,
    PaperKind.FAMILY_CARD,
    PaperKind.BIRTH_CERTIFICATE,
    PaperKind.SCHOOL_CERTIFICATE,
    PaperKind.MARRIAGE_BOOK,
    PaperKind.PASSPORT,
)
"""The papers that state who she is and are therefore compared (handbook documents, part D)."""


class CompetenceScheme(StrEnum):
    """A family of competence certificates (LSP scheme or skill test of a destination); one fact each."""

    DOMESTIC_WORK = "kompetensi_rumah_tangga"
    ELDERLY_CARE = "kompetensi_lansia"
    CHILD_CARE = "kompetensi_anak"
    FAMILY_COOK = "kompetensi_masak"
    PLANTATION = "kompetensi_kebun"
    MANUFACTURING = "kompetensi_pabrik"
    EPS_SKILL_TEST = "kompetensi_eps"
    KAIGO = "kompetensi_kaigo"
    NURSING = "kompetensi_perawat"
    SEAFARER = "kompetensi_pelaut"
    OTHER = "kompetensi_lain"


class LanguageScale(StrEnum):
    """A language test with its own scale; ranks of two scales are never compared."""

    JFT = "bahasa_jft"
    JLPT = "bahasa_jlpt"
    EPS_TOPIK = "bahasa_eps_topik"
    TOCFL = "bahasa_tocfl"
    CEFR_DE = "bahasa_cefr_de"
    CEFR_EN = "bahasa_cefr_en"
    CEFR_JA = "bahasa_cefr_ja"


class Education(IntEnum):
    """Completed schooling in rising order; SMA and SMK are one step, so are D4 and S1."""

    NONE = 0
    PRIMARY = 1
    LOWER_SECONDARY = 2
    UPPER_SECONDARY = 3
    DIPLOMA_1 = 4
    DIPLOMA_2 = 5
    DIPLOMA_3 = 6
    BACHELOR = 7
    MASTER = 8
    DOCTOR = 9


class Sex(StrEnum):
    """As on KTP and KK: L (laki-laki) or P (perempuan)."""

    MALE = "L"
    FEMALE = "P"


class MaritalStatus(StrEnum):
    """The four states of the population register."""

    SINGLE = "belum_kawin"
    MARRIED = "kawin"
    DIVORCED = "cerai_hidup"
    WIDOWED = "cerai_mati"


class ConsentGiver(StrEnum):
    """Who may give the family consent (UU 18/2017 Art. 13 b)."""

    HUSBAND = "suami"
    WIFE = "istri"
    PARENT = "orang_tua"
    GUARDIAN = "wali"


class PaperDefect(StrEnum):
    """A fault of a paper that no comparison can show and an officer notes (handbook documents, part E)."""

    NIK_DUPLICATE = "nik_ganda"
    NIK_NOT_FOUND = "nik_tidak_ditemukan"
    OUTDATED = "lama"
    LOST = "hilang"
    DAMAGED = "rusak"
    DOUBTED = "diragukan"
    UNREGISTERED = "belum_dicatat"
    MRZ_INVALID = "mrz_salah"
    NUMBER_INVALID = "nomor_salah"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord:
    """One current paper of one person, in the words printed on it; `None` is "nobody has said"."""

    proof: Proof
    number: str | None = None
    name: str | None = None
    birth_place: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    mother_name: str | None = None
    father_name: str | None = None
    marital_status: MaritalStatus | None = None
    issued_on: date | None = None
    valid_until: date | None = None
    defect: PaperDefect | None = None
    mrz: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageResult:
    """One language test; `rank` counts upward on the scale (JLPT N5 = 1, CEFR A1 = 1, EPS-TOPIK = points)."""

    scale: LanguageScale
    proof: Proof
    rank: int | None = None
    tested_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceResult:
    """One competence certificate under one scheme."""

    scheme: CompetenceScheme
    proof: Proof
    number: str | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One person as an office knows her. Absent papers are records with `Proof.ABSENT`."""

    name: str
    nik: str | None = None
    family_card_number: str | None = None
    birth_place: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    marital_status: MaritalStatus | None = None
    mother_name: str | None = None
    village_code: str | None = None
    education: Education | None = None
    phone: str | None = None
    target: str | None = None
    departure_on: date | None = None
    papers: Mapping[PaperKind, PaperRecord] = field(default_factory=dict)
    languages: tuple[LanguageResult, ...] = ()
    competences: tuple[CompetenceResult, ...] = ()
    training_hours: int | None = None
    experience_months: int | None = None
    consent_giver: ConsentGiver | None = None
    consent_known_by_village_head: bool | None = None
    medical_fit: bool | None = None
    psychology_fit: bool | None = None
    contract_start: date | None = None
    contract_end: date | None = None
