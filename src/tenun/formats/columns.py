"""The one table of the columns of the spreadsheet that officers fill (contract of `tenun template`).

The reader, the template and its explanations stand on this table, so that a column cannot mean two things.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from tenun.domain.papers import (
    ConsentGiver,
    Education,
    MaritalStatus,
    PaperDefect,
    PaperKind,
    Proof,
    Sex,
)
from tenun.domain.words import Words
from tenun.formats import column_words as words


class ColumnType(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    NUMBER_TEXT = "number_text"  # NIK, card numbers: digits that must stay text
    DATE = "date"
    CHOICE = "choice"
    INTEGER = "integer"
    VILLAGE = "village"
    PHONE = "phone"
    STEP = "step"  # A step of a Sisko list: a day, or whether it is there


class Group(StrEnum):
    """The groups of the contract's table, in its order."""

    PERSON = "person"
    PAPER = "paper"
    CONSENT = "consent"
    LETTERS = "letters"
    HEALTH = "health"
    SKILLS = "skills"
    PLACEMENT = "placement"


class Owner(StrEnum):
    """What a column feeds: the person, one paper, the competence certificate, a language test, an entry of Sisko."""

    PERSON = "person"
    PAPER = "paper"
    COMPETENCE = "competence"
    LANGUAGE = "language"
    LANGUAGE_2 = "language_2"
    ROW = "row"
    SISKO = "sisko"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    `field` names the field it feeds of `Dossier`, `PaperRecord` or a result. `person_field` marks one which
    belongs to a paper but feeds the `Dossier` (the result of the medical certificate). A `-` in a `key`
    column, the paper's number or its date where it has none, says that the paper is known to be absent.
    """

    name: str
    group: Group
    type: ColumnType
    owner: Owner
    field: str
    help: Words
    paper: PaperKind | None = None
    key: bool = False
    person_field: bool = False
    choices: Mapping[str, Any] | None = None


PROOFS = MappingProxyType({proof.name.lower(): proof for proof in Proof if proof is not Proof.ABSENT})
SEXES = MappingProxyType({sex.value: sex for sex in Sex})
MARITAL = MappingProxyType({status.value: status for status in MaritalStatus})
GIVERS = MappingProxyType({giver.value: giver for giver in ConsentGiver})
DEFECTS = MappingProxyType({defect.value: defect for defect in PaperDefect})
YES_NO = MappingProxyType({"ya": True, "tidak": False})
FIT = MappingProxyType({"layak": True, "tidak_layak": False})
EDUCATION = MappingProxyType(
    {
        "tidak_sekolah": Education.NONE,
        "SD": Education.PRIMARY,
        "SMP": Education.LOWER_SECONDARY,
        "SMA": Education.UPPER_SECONDARY,
        "SMK": Education.UPPER_SECONDARY,
        "D1": Education.DIPLOMA_1,
        "D2": Education.DIPLOMA_2,
        "D3": Education.DIPLOMA_3,
        "D4": Education.BACHELOR,
        "S1": Education.BACHELOR,
        "S2": Education.MASTER,
        "S3": Education.DOCTOR,
    }
)

_T = ColumnType
_PREFIX_DIFFERS = {PaperKind.NURSE_REGISTRATION: "str"}
"""`str` is a word of Python, so the paper's own name is longer than its prefix in the spreadsheet."""


def sheet_prefix(paper: PaperKind) -> str:
    """The prefix of a paper's columns in the spreadsheet."""
    return _PREFIX_DIFFERS.get(paper, paper.value)


def _person(name: str, kind: ColumnType, field: str, choices: Mapping[str, Any] | None = None) -> Column:
    return Column(
        name=name,
        group=Group.PERSON,
        type=kind,
        owner=Owner.ROW if field == "proof" else Owner.PERSON,
        field=field,
        choices=choices,
        help=words.PERSON[name],
    )


_PERSON = (
    _person("nama", _T.TEXT, "name"),
    _person("nik", _T.NUMBER_TEXT, "nik"),
    _person("no_kk", _T.NUMBER_TEXT, "family_card_number"),
    _person("tempat_lahir", _T.TEXT, "birth_place"),
    _person("tanggal_lahir", _T.DATE, "birth_date"),
    _person("jenis_kelamin", _T.CHOICE, "sex", SEXES),
    _person("status_kawin", _T.CHOICE, "marital_status", MARITAL),
    _person("nama_ibu", _T.TEXT, "mother_name"),
    _person("desa", _T.VILLAGE, "village_code"),
    _person("pendidikan", _T.CHOICE, "education", EDUCATION),
    _person("telepon", _T.PHONE, "phone"),
    _person("tujuan", _T.TEXT, "target"),
    _person("rencana_berangkat", _T.DATE, "departure_on"),
    _person("bukti", _T.CHOICE, "proof", PROOFS),
)

# Column ending -> (type, field of PaperRecord, choices); the order is the contract's.
_ENDINGS: Mapping[str, tuple[ColumnType, str, Mapping[str, Any] | None]] = {
    "nomor": (_T.NUMBER_TEXT, "number", None),
    "nama": (_T.TEXT, "name", None),
    "tempat_lahir": (_T.TEXT, "birth_place", None),
    "tanggal_lahir": (_T.DATE, "birth_date", None),
    "jenis_kelamin": (_T.CHOICE, "sex", SEXES),
    "nama_ibu": (_T.TEXT, "mother_name", None),
    "nama_ayah": (_T.TEXT, "father_name", None),
    "status_kawin": (_T.CHOICE, "marital_status", MARITAL),
    "terbit": (_T.DATE, "issued_on", None),
    "tanggal": (_T.DATE, "issued_on", None),
    "berlaku_sampai": (_T.DATE, "valid_until", None),
    "sampai": (_T.DATE, "valid_until", None),
    "mrz1": (_T.TEXT, "mrz1", None),
    "mrz2": (_T.TEXT, "mrz2", None),
    "bukti": (_T.CHOICE, "proof", PROOFS),
    "cacat": (_T.CHOICE, "defect", DEFECTS),
}

# Columns of a paper that feed the Dossier itself: name -> (type, field of Dossier, choices).
_PERSON_FIELDS: Mapping[str, tuple[ColumnType, str, Mapping[str, Any] | None]] = {
    "izin_hubungan": (_T.CHOICE, "consent_giver", GIVERS),
    "izin_diketahui_kades": (_T.CHOICE, "consent_known_by_village_head", YES_NO),
    "kesehatan_hasil": (_T.CHOICE, "medical_fit", FIT),
    "psikologi_hasil": (_T.CHOICE, "psychology_fit", FIT),
    "pelatihan_jam": (_T.INTEGER, "training_hours", None),
    "pengalaman_bulan": (_T.INTEGER, "experience_months", None),
    "kontrak_mulai": (_T.DATE, "contract_start", None),
    "kontrak_selesai": (_T.DATE, "contract_end", None),
}

_IDENTITY = ("nomor", "nama", "tempat_lahir", "tanggal_lahir")
_VALIDITY = ("terbit", "berlaku_sampai")

# Paper -> its columns in order; `bukti` and `cacat` are added to each.
_PAPERS: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.ID_CARD: (*_IDENTITY, "jenis_kelamin", "status_kawin", *_VALIDITY),
    PaperKind.FAMILY_CARD: (
        *_IDENTITY,
        "jenis_kelamin",
        "nama_ibu",
        "nama_ayah",
        "status_kawin",
        *_VALIDITY,
    ),
    PaperKind.BIRTH_CERTIFICATE: (*_IDENTITY, "jenis_kelamin", "nama_ibu", "nama_ayah", *_VALIDITY),
    PaperKind.SCHOOL_CERTIFICATE: (*_IDENTITY, "nama_ibu", "nama_ayah", *_VALIDITY),
    PaperKind.MARRIAGE_BOOK: (*_IDENTITY, "status_kawin", *_VALIDITY),
    PaperKind.PASSPORT: (*_IDENTITY, "jenis_kelamin", *_VALIDITY, "mrz1", "mrz2"),
    PaperKind.FAMILY_CONSENT: ("pemberi", "hubungan", "diketahui_kades", "tanggal"),
    PaperKind.MARITAL_STATUS_LETTER: ("tanggal",),
    PaperKind.POLICE_RECORD_LETTER: ("terbit",),
    PaperKind.JOB_SEEKER_CARD: ("terbit",),
    PaperKind.MEDICAL_CERTIFICATE: ("tanggal", "hasil"),
    PaperKind.PSYCHOLOGY_CERTIFICATE: ("tanggal", "hasil"),
    PaperKind.PREGNANCY_TEST: ("tanggal",),
    PaperKind.TRAINING_RECORD: ("jam",),
    PaperKind.WORK_EXPERIENCE: ("bulan",),
    PaperKind.NURSE_REGISTRATION: ("nomor", "berlaku_sampai"),
    PaperKind.BASIC_SAFETY_TRAINING: ("nomor", "berlaku_sampai"),
    PaperKind.SEAFARER_BOOK: ("nomor", "berlaku_sampai"),
    PaperKind.RECRUITMENT_PERMIT: ("nomor",),
    PaperKind.PLACEMENT_AGREEMENT: ("tanggal",),
    PaperKind.WORK_VISA: ("nomor", "berlaku_sampai"),
    PaperKind.WORK_CONTRACT: ("tanggal", "kontrak_mulai", "kontrak_selesai"),
    PaperKind.EMPLOYMENT_INSURANCE: ("nomor", "sampai"),
    PaperKind.HEALTH_INSURANCE: ("nomor",),
    PaperKind.PRE_DEPARTURE_ORIENTATION: ("tanggal",),
    PaperKind.WORKER_CARD: ("nomor",),
}

_GROUPS: Mapping[PaperKind, Group] = {
    PaperKind.FAMILY_CONSENT: Group.CONSENT,
    PaperKind.MARITAL_STATUS_LETTER: Group.LETTERS,
    PaperKind.POLICE_RECORD_LETTER: Group.LETTERS,
    PaperKind.JOB_SEEKER_CARD: Group.LETTERS,
    PaperKind.MEDICAL_CERTIFICATE: Group.HEALTH,
    PaperKind.PSYCHOLOGY_CERTIFICATE: Group.HEALTH,
    PaperKind.PREGNANCY_TEST: Group.HEALTH,
    PaperKind.TRAINING_RECORD: Group.SKILLS,
    PaperKind.WORK_EXPERIENCE: Group.SKILLS,
    PaperKind.NURSE_REGISTRATION: Group.SKILLS,
    PaperKind.BASIC_SAFETY_TRAINING: Group.SKILLS,
    PaperKind.SEAFARER_BOOK: Group.SKILLS,
    PaperKind.RECRUITMENT_PERMIT: Group.PLACEMENT,
    PaperKind.PLACEMENT_AGREEMENT: Group.PLACEMENT,
    PaperKind.WORK_VISA: Group.PLACEMENT,
    PaperKind.WORK_CONTRACT: Group.PLACEMENT,
    PaperKind.EMPLOYMENT_INSURANCE: Group.PLACEMENT,
    PaperKind.HEALTH_INSURANCE: Group.PLACEMENT,
    PaperKind.PRE_DEPARTURE_ORIENTATION: Group.PLACEMENT,
    PaperKind.WORKER_CARD: Group.PLACEMENT,
}


def _paper_column(paper: PaperKind, ending: str, *, key: bool) -> Column:
    prefix = sheet_prefix(paper)
    name = ending if ending in _PERSON_FIELDS else f"{prefix}_{ending}"
    person_field = name in _PERSON_FIELDS
    if name == "izin_pemberi":
        kind, field, choices = _T.TEXT, "name", None
    else:
        kind, field, choices = _PERSON_FIELDS[name] if person_field else _ENDINGS[ending]
    return Column(
        name=name,
        group=_GROUPS.get(paper, Group.PAPER),
        type=kind,
        owner=Owner.PAPER,
        field=field,
        help=words.paper_help(paper, name, ending),
        paper=paper,
        key=key,
        person_field=person_field,
        choices=choices,
    )


def _paper(paper: PaperKind) -> tuple[Column, ...]:
    own = _PAPERS[paper]
    key = next(ending for ending in ("nomor", "tanggal", "terbit", "jam", "bulan") if ending in own)
    return tuple(_paper_column(paper, ending, key=ending == key) for ending in (*own, "bukti", "cacat"))


def _skill(
    name: str,
    owner: Owner,
    kind: ColumnType,
    field: str,
    *,
    key: bool = False,
    choices: Mapping[str, Any] | None = None,
) -> Column:
    help_words = words.SKILLS[name]
    return Column(
        name=name,
        group=Group.SKILLS,
        type=kind,
        owner=owner,
        field=field,
        help=help_words,
        key=key,
        choices=choices,
    )


def _language(prefix: str, owner: Owner) -> tuple[Column, ...]:
    return (
        _skill(f"{prefix}_tes", owner, _T.TEXT, "test", key=True),
        _skill(f"{prefix}_tingkat", owner, _T.NUMBER_TEXT, "level"),
        _skill(f"{prefix}_tanggal", owner, _T.DATE, "tested_on", key=True),
        _skill(f"{prefix}_bukti", owner, _T.CHOICE, "proof", choices=PROOFS),
    )


_COMPETENCE = (
    _skill("kompetensi_skema", Owner.COMPETENCE, _T.TEXT, "scheme", key=True),
    _skill("kompetensi_nomor", Owner.COMPETENCE, _T.NUMBER_TEXT, "number", key=True),
    _skill("kompetensi_berlaku_sampai", Owner.COMPETENCE, _T.DATE, "valid_until"),
    _skill("kompetensi_bukti", Owner.COMPETENCE, _T.CHOICE, "proof", choices=PROOFS),
)

_BEFORE_LANGUAGE = tuple(PaperKind)[: tuple(PaperKind).index(PaperKind.WORK_EXPERIENCE)]

_ALL = (
    *_PERSON,
    *_COMPETENCE,
    *(column for paper in _BEFORE_LANGUAGE for column in _paper(paper)),
    *_language("bahasa", Owner.LANGUAGE),
    *_language("bahasa2", Owner.LANGUAGE_2),
    *(column for paper in PaperKind if paper not in _BEFORE_LANGUAGE for column in _paper(paper)),
)

RESULT_PREFIX = "tenun_"
"""How the columns begin that the program itself adds to a sheet it sends back; they are not read again."""

COLUMNS: Mapping[str, Column] = MappingProxyType(
    # The sort is stable: inside a group the columns keep the order in which they are written above.
    {column.name: column for column in sorted(_ALL, key=lambda column: list(Group).index(column.group))}
)
"""Every column by name, in the order of the template."""
