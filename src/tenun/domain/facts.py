"""Facts: everything that is judged about one person, as one flat, typed row without a name or a number.

The same row is a frozen dataclass in Python and one line of a factsheet table in SQL; `COLUMNS` is the one
list of its columns, so that the closures and the SQL emitter cannot drift apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import cache
from itertools import combinations
from types import MappingProxyType
from typing import Any

from tenun.domain.papers import CompetenceScheme, LanguageScale, PaperKind


class Agreement(IntEnum):
    """How two papers stand to each other in one field; the larger code is the worse one."""

    SAME = 0
    NOT_COMPARED = 1  # Both papers are there, but one of them was not read in this field.
    FIX_NEEDED = 2
    ASK = 3
    DIFFERENT = 4


@dataclass(frozen=True, slots=True)
class PaperFact:
    """One paper: `proof` is a step of the proof ladder, `None` means that nobody has said or shown."""

    proof: int | None = None
    issued_on: date | None = None
    valid_until: date | None = None
    defect: str | None = None


@dataclass(frozen=True, slots=True)
class ScoreFact:
    """One language scale: the best rank and the day of the test."""

    proof: int | None = None
    rank: int | None = None
    tested_on: date | None = None


UNKNOWN_PAPER = PaperFact()
UNKNOWN_SCORE = ScoreFact()

IDENTITY = ("ktp", "kk", "akta", "ijazah", "nikah", "paspor")

AGREEMENT_SOURCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": (*IDENTITY, "mrz"),
        "birth_date": ("isian", "nik", *IDENTITY, "mrz"),
        "birth_place": IDENTITY,
        "sex": ("isian", "nik", "ktp", "kk", "akta", "paspor", "mrz"),
        "mother_name": ("kk", "akta", "ijazah"),
        "father_name": ("kk", "akta", "ijazah"),
        "marital_status": ("isian", "ktp", "kk", "nikah"),
        "nik": ("isian", "ktp"),
        "kk_number": ("isian", "kk"),
        "passport_number": ("paspor", "mrz"),
        "passport_expiry": ("paspor", "mrz"),
    }
)
"""Which sources state which field. `isian` is the row's own cell, `nik` the digits 7-12 of the NIK, `mrz` the
machine-readable zone of the passport; the rest are papers."""


PRINTED_ON: Mapping[str, str] = MappingProxyType({"mrz": "paspor"})
"""Sources that are part of a paper: a new print of the paper is a new one of them."""


@cache
def agreement_column(field_name: str, left: str, right: str) -> str:
    """The column that holds the agreement of two sources in one field, whichever is named first."""
    order = AGREEMENT_SOURCES[field_name]
    first, second = sorted((left, right), key=order.index)
    return f"agree_{field_name}_{first}_{second}"


@cache
def agreement_columns_of(field_name: str, source: str) -> tuple[str, ...]:
    """Every column in which one source is compared in one field; none when it does not state the field."""
    sources = AGREEMENT_SOURCES[field_name]
    if source not in sources:
        return ()
    return tuple(agreement_column(field_name, source, other) for other in sources if other != source)


ENCRYPTED_COLUMNS = frozenset({"nik", "kk_number", "passport_number", "phone", "safe_contact", "narrative"})
"""Columns that exist elsewhere but are encrypted: no rule may stand on them (the loader refuses)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One person as judged. Dates are calendar days in Asia/Makassar; `departure_on` is the journey's."""

    birth_date: date | None = None
    birth_date_earliest: date | None = None
    birth_date_latest: date | None = None
    sex: str | None = None
    marital_status: str | None = None
    education: int | None = None
    training_hours: int | None = None
    experience_months: int | None = None
    consent_giver: str | None = None
    consent_known_by_village_head: bool | None = None
    medical_fit: bool | None = None
    psychology_fit: bool | None = None
    contract_start: date | None = None
    contract_end: date | None = None
    departure_on: date | None = None

    ktp: PaperFact = UNKNOWN_PAPER
    kk: PaperFact = UNKNOWN_PAPER
    akta: PaperFact = UNKNOWN_PAPER
    ijazah: PaperFact = UNKNOWN_PAPER
    nikah: PaperFact = UNKNOWN_PAPER
    paspor: PaperFact = UNKNOWN_PAPER
    izin: PaperFact = UNKNOWN_PAPER
    status_kawin_surat: PaperFact = UNKNOWN_PAPER
    skck: PaperFact = UNKNOWN_PAPER
    ak1: PaperFact = UNKNOWN_PAPER
    kesehatan: PaperFact = UNKNOWN_PAPER
    psikologi: PaperFact = UNKNOWN_PAPER
    tes_kehamilan: PaperFact = UNKNOWN_PAPER
    pelatihan: PaperFact = UNKNOWN_PAPER
    pengalaman: PaperFact = UNKNOWN_PAPER
    str_perawat: PaperFact = UNKNOWN_PAPER
    bst: PaperFact = UNKNOWN_PAPER
    buku_pelaut: PaperFact = UNKNOWN_PAPER
    sip2mi: PaperFact = UNKNOWN_PAPER
    perjanjian_penempatan: PaperFact = UNKNOWN_PAPER
    visa: PaperFact = UNKNOWN_PAPER
    perjanjian_kerja: PaperFact = UNKNOWN_PAPER
    bpjs_tk: PaperFact = UNKNOWN_PAPER
    jkn: PaperFact = UNKNOWN_PAPER
    opp: PaperFact = UNKNOWN_PAPER
    e_kpmi: PaperFact = UNKNOWN_PAPER

    kompetensi_rumah_tangga: PaperFact = UNKNOWN_PAPER
    kompetensi_lansia: PaperFact = UNKNOWN_PAPER
    kompetensi_anak: PaperFact = UNKNOWN_PAPER
    kompetensi_masak: PaperFact = UNKNOWN_PAPER
    kompetensi_kebun: PaperFact = UNKNOWN_PAPER
    kompetensi_pabrik: PaperFact = UNKNOWN_PAPER
    kompetensi_eps: PaperFact = UNKNOWN_PAPER
    kompetensi_kaigo: PaperFact = UNKNOWN_PAPER
    kompetensi_perawat: PaperFact = UNKNOWN_PAPER
    kompetensi_pelaut: PaperFact = UNKNOWN_PAPER
    kompetensi_lain: PaperFact = UNKNOWN_PAPER

    bahasa_jft: ScoreFact = UNKNOWN_SCORE
    bahasa_jlpt: ScoreFact = UNKNOWN_SCORE
    bahasa_eps_topik: ScoreFact = UNKNOWN_SCORE
    bahasa_tocfl: ScoreFact = UNKNOWN_SCORE
    bahasa_cefr_de: ScoreFact = UNKNOWN_SCORE
    bahasa_cefr_en: ScoreFact = UNKNOWN_SCORE
    bahasa_cefr_ja: ScoreFact = UNKNOWN_SCORE

    agreements: Mapping[str, int] = field(default_factory=dict)


SCALARS: Mapping[str, str] = MappingProxyType(
    {
        "birth_date": "DATE",
        "birth_date_earliest": "DATE",
        "birth_date_latest": "DATE",
        "sex": "TEXT",
        "marital_status": "TEXT",
        "education": "SMALLINT",
        "training_hours": "INTEGER",
        "experience_months": "INTEGER",
        "consent_giver": "TEXT",
        "consent_known_by_village_head": "BOOLEAN",
        "medical_fit": "BOOLEAN",
        "psychology_fit": "BOOLEAN",
        "contract_start": "DATE",
        "contract_end": "DATE",
        "departure_on": "DATE",
    }
)
"""The plain fields with their SQL type."""

PAPER_PARTS = {"proof": "SMALLINT", "issued_on": "DATE", "valid_until": "DATE", "defect": "TEXT"}
SCORE_PARTS = {"proof": "SMALLINT", "rank": "SMALLINT", "tested_on": "DATE"}

PAPERS = frozenset(PaperKind) | frozenset(CompetenceScheme)
SCALES = frozenset(LanguageScale)


def _columns() -> dict[str, str]:
    columns = dict(SCALARS)
    for name in (*PaperKind, *CompetenceScheme):
        columns |= {f"{name}_{part}": kind for part, kind in PAPER_PARTS.items()}
    for name in LanguageScale:
        columns |= {f"{name}_{part}": kind for part, kind in SCORE_PARTS.items()}
    for field_name, sources in AGREEMENT_SOURCES.items():
        columns |= {agreement_column(field_name, a, b): "SMALLINT" for a, b in combinations(sources, 2)}
    return columns


COLUMNS: Mapping[str, str] = MappingProxyType(_columns())
"""Every column of a factsheet with its SQL type, in a fixed order."""


def flatten(facts: Facts) -> dict[str, Any]:
    """One factsheet row: every column of `COLUMNS`, `None` where nothing is known."""
    values: list[Any] = [getattr(facts, name) for name in SCALARS]
    for name in _PAPER_ORDER:
        paper = getattr(facts, name)
        values += (
            _NO_PAPER if paper is UNKNOWN_PAPER else (paper.proof, paper.issued_on, paper.valid_until, paper.defect)
        )
    for name in LanguageScale:
        score = getattr(facts, name)
        values += _NO_SCORE if score is UNKNOWN_SCORE else (score.proof, score.rank, score.tested_on)
    values += map(facts.agreements.get, _AGREEMENT_COLUMNS)
    return dict(zip(COLUMNS, values, strict=True))


_PAPER_ORDER = (*PaperKind, *CompetenceScheme)
_NO_PAPER = (None,) * len(PAPER_PARTS)
_NO_SCORE = (None,) * len(SCORE_PARTS)


def unflatten(row: Mapping[str, Any]) -> Facts:
    """The facts of one factsheet row; the other way of `flatten`. A column that is missing counts as not known."""
    known: dict[str, Any] = {name: row.get(name) for name in SCALARS}
    for name in PAPERS:
        known[name] = PaperFact(**{part: row.get(f"{name}_{part}") for part in PAPER_PARTS})
    for scale in SCALES:
        known[scale] = ScoreFact(**{part: row.get(f"{scale}_{part}") for part in SCORE_PARTS})
    codes = {name: row.get(name) for name in _AGREEMENT_COLUMNS}
    return Facts(**known, agreements={name: code for name, code in codes.items() if code is not None})


_AGREEMENT_COLUMNS = tuple(
    agreement_column(field_name, a, b)
    for field_name, sources in AGREEMENT_SOURCES.items()
    for a, b in combinations(sources, 2)
)
