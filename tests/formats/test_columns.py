"""The columns are those of the contract of `tenun template`, and each feeds a field that exists."""

from dataclasses import fields

import pytest

from tenun.domain.papers import (
    CompetenceResult,
    Dossier,
    LanguageResult,
    PaperDefect,
    PaperKind,
    PaperRecord,
)
from tenun.formats.columns import COLUMNS, Group, Owner, sheet_prefix

IDENTITY = "nomor nama tempat_lahir tanggal_lahir terbit berlaku_sampai bukti"
# The contract's table, line by line.
CONTRACT = {
    Group.PERSON: "nama nik no_kk tempat_lahir tanggal_lahir jenis_kelamin status_kawin nama_ibu desa "
    "pendidikan telepon tujuan rencana_berangkat bukti",
    Group.PAPER: " ".join(
        f"{paper}_{ending}"
        for paper in ("ktp", "kk", "akta", "ijazah", "nikah", "paspor")
        for ending in IDENTITY.split()
    )
    + " paspor_mrz1 paspor_mrz2",
    Group.CONSENT: "izin_pemberi izin_hubungan izin_diketahui_kades izin_tanggal izin_bukti",
    Group.LETTERS: "status_kawin_surat_tanggal skck_terbit ak1_terbit",
    Group.HEALTH: "kesehatan_tanggal kesehatan_hasil psikologi_tanggal psikologi_hasil tes_kehamilan_tanggal",
    Group.SKILLS: "kompetensi_skema kompetensi_nomor kompetensi_berlaku_sampai pelatihan_jam bahasa_tes "
    "bahasa_tingkat bahasa_tanggal bahasa2_tes bahasa2_tingkat bahasa2_tanggal pengalaman_bulan str_nomor "
    "str_berlaku_sampai bst_nomor bst_berlaku_sampai buku_pelaut_nomor buku_pelaut_berlaku_sampai",
    Group.PLACEMENT: "sip2mi_nomor perjanjian_penempatan_tanggal visa_nomor visa_berlaku_sampai "
    "perjanjian_kerja_tanggal kontrak_mulai kontrak_selesai bpjs_tk_nomor bpjs_tk_sampai jkn_nomor "
    "opp_tanggal e_kpmi_nomor",
}
PROOFS = [
    "ktp",
    "kk",
    "akta",
    "ijazah",
    "nikah",
    "paspor",
    "izin",
    "status_kawin_surat",
    "skck",
    "ak1",
    "kesehatan",
    "psikologi",
    "tes_kehamilan",
    "pelatihan",
    "pengalaman",
    "str",
    "bst",
    "buku_pelaut",
    "sip2mi",
    "perjanjian_penempatan",
    "visa",
    "perjanjian_kerja",
    "bpjs_tk",
    "jkn",
    "opp",
    "e_kpmi",
    "kompetensi",
    "bahasa",
    "bahasa2",
]


@pytest.mark.parametrize("group", Group)
def test_the_contracts_columns_stand_in_their_group_and_order(group):
    ours = [name for name, column in COLUMNS.items() if column.group is group]
    named = CONTRACT[group].split()
    assert set(named) <= set(ours)
    if group is not Group.PAPER:
        assert [name for name in ours if name in named] == named


def test_every_paper_may_have_its_own_proof():
    assert {name.removesuffix("_bukti") for name in COLUMNS if name.endswith("_bukti")} == set(PROOFS)


@pytest.mark.parametrize("paper", PaperKind)
def test_every_paper_has_one_key_and_a_column_for_what_an_officer_saw(paper):
    columns = [column for column in COLUMNS.values() if column.paper is paper]
    assert len([column for column in columns if column.key]) == 1
    (fault,) = [column for column in columns if column.field == "defect"]
    assert fault.name == f"{sheet_prefix(paper)}_cacat"
    assert list(fault.choices) == [defect.value for defect in PaperDefect]


def test_one_prefix_differs_from_the_papers_name():
    assert sheet_prefix(PaperKind.NURSE_REGISTRATION) == "str"
    assert {paper for paper in PaperKind if sheet_prefix(paper) != paper.value} == {PaperKind.NURSE_REGISTRATION}


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.name)
def test_every_column_feeds_a_field_that_exists(column):
    owner = Dossier if column.person_field else _OWNERS[column.owner]
    aliases = {"mrz1": "mrz", "mrz2": "mrz", "test": "scale", "level": "rank"}
    assert aliases.get(column.field, column.field) in {item.name for item in fields(owner)}
    assert column.help.id
    assert column.help.en


_OWNERS = {
    Owner.PERSON: Dossier,
    Owner.ROW: PaperRecord,
    Owner.PAPER: PaperRecord,
    Owner.COMPETENCE: CompetenceResult,
    Owner.LANGUAGE: LanguageResult,
    Owner.LANGUAGE_2: LanguageResult,
}


def test_every_field_of_the_dossier_has_a_column():
    fed = {column.field for column in COLUMNS.values() if column.owner is Owner.PERSON or column.person_field}
    assert {item.name for item in fields(Dossier)} - {"papers", "languages", "competences"} == fed
