"""Every rule kind has its line, in both languages."""

import pytest
from hypothesis import given, settings
from tests.strategies import rules

from tenun.domain.papers import Education, Proof
from tenun.domain.rules import (
    KINDS,
    AgeCertain,
    AgeWindow,
    AllOf,
    AmountAtLeast,
    AnyOf,
    Competence,
    DeclaredYes,
    EducationAtLeast,
    IssuedNotBefore,
    IssuedWithin,
    LanguageAtLeast,
    Moment,
    PaperPresent,
    PapersAgree,
    ProofAtLeast,
    TargetOpen,
    TargetStatus,
    ValidBeyond,
    ValueIn,
)
from tenun.formats.entry_rule_words import entry_rules_in_words

LINES = [
    (AgeWindow(minimum=21, below=46, at=Moment.TODAY), "Umur 21 sampai 45 tahun"),
    (AgeWindow(minimum=18), "Umur paling sedikit 18 tahun saat berangkat"),
    (AgeWindow(below=40, at=Moment.TODAY), "Umur di bawah 40 tahun"),
    (AgeWindow(), "Umur diketahui"),
    (AgeCertain((21,), (18,)), "Umur tidak dipertanyakan oleh surat-suratnya (batas 18 dan 21 tahun)"),
    (PaperPresent("ktp"), "Punya KTP"),
    (ProofAtLeast("akta", Proof.ORIGINAL_SEEN), "Punya akta kelahiran, aslinya dilihat"),
    (ValidBeyond("paspor", 0, Moment.TODAY), "Paspor masih berlaku"),
    (ValidBeyond("paspor", 6), "Paspor masih berlaku 6 bulan sesudah hari berangkat"),
    (IssuedWithin("kesehatan", months=3), "Surat sehat dibuat paling lama 3 bulan sebelum hari berangkat"),
    (IssuedWithin("kesehatan", days=30, of=Moment.TODAY), "Surat sehat dibuat paling lama 30 hari sebelum hari ini"),
    (IssuedNotBefore("visa", "paspor"), "Visa kerja tidak lebih tua daripada paspor"),
    (PapersAgree("name", ("ktp", "kk")), "Nama sama pada KTP dan KK"),
    (PapersAgree("name", ("kk",), "ktp"), "Nama pada KK sama dengan KTP"),
    (ValueIn("sex", ("P",)), "Jenis kelamin: perempuan"),
    (ValueIn("marital_status", ("belum_kawin", "lain_lain")), "Status perkawinan: belum kawin atau lain lain"),
    (EducationAtLeast(Education.UPPER_SECONDARY), "Pendidikan paling rendah SMA atau SMK"),
    (LanguageAtLeast("bahasa_jlpt", 2), "Sertifikat JLPT paling rendah N4, aslinya dilihat"),
    (LanguageAtLeast("bahasa_jft", 2, Proof.COPY, 24),
     "Sertifikat JFT-Basic paling rendah A2, paling sedikit salinannya, dari 24 bulan terakhir"),
    (Competence(("kompetensi_eps", "kompetensi_kaigo")),
     "Punya hasil uji keterampilan EPS atau hasil uji keterampilan kaigo, aslinya dilihat, masih berlaku"),
    (AmountAtLeast("training_hours", 40), "Jam pelatihan: paling sedikit 40"),
    (DeclaredYes("medical_fit"), "Hasil pemeriksaan kesehatan: ya"),
    (TargetOpen(TargetStatus.OPEN), "Tujuannya dibuka"),
    (AnyOf((PaperPresent("ktp"), ValidBeyond("paspor"))), "Salah satu: punya KTP; paspor masih berlaku saat berangkat"),
    (AllOf((PaperPresent("ktp"), ValueIn("sex", ("L",)))), "Semua: punya KTP; jenis kelamin: laki-laki"),
    (AllOf(()), "Semua: -"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_a_rule_is_one_line(rule, line):
    assert entry_rules_in_words([rule]) == [line]


def test_every_kind_has_its_words():
    assert {type(rule) for rule, _ in LINES} == set(KINDS.values())


@settings(max_examples=200, deadline=None)
@given(rules())
def test_any_rule_has_words_in_both_languages(rule):
    for language in ("id", "en"):
        (line,) = entry_rules_in_words([rule], language)
        assert line
        assert "{" not in line


def test_english():
    assert entry_rules_in_words([PaperPresent("ktp")], "en") == ["Has the identity card (KTP)"]
