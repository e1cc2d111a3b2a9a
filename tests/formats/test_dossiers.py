"""One row, one dossier: empty is unknown, `-` is known to be absent, and no row is half read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenun.domain.papers import (
    CompetenceResult,
    CompetenceScheme,
    ConsentGiver,
    Dossier,
    Education,
    LanguageResult,
    LanguageScale,
    MaritalStatus,
    PaperDefect,
    PaperKind,
    PaperRecord,
    Proof,
    Sex,
)
from tenun.formats.cells import CellError, Formula
from tenun.formats.columns import COLUMNS
from tenun.formats.dossiers import read_dossier, read_dossiers

DAY = date(2026, 11, 24)
ABSENT = PaperRecord(proof=Proof.ABSENT)


def dossier(**cells):
    found, problems = read_dossier({"nama": "Maria", **cells}, 2)
    assert problems == []
    return found


def problems(**cells):
    found, problems = read_dossier({"nama": "Maria", **cells}, 7)
    assert (found is None) == any(problem.is_error for problem in problems)
    return [(problem.code, problem.row, problem.column, problem.value) for problem in problems]


def test_a_name_alone_is_enough():
    assert dossier() == Dossier(name="Maria")


def test_every_cell_of_a_person():
    assert dossier(
        nik=" 5304055203990001 ",
        no_kk="5304050101200001",
        tempat_lahir="Atambua",
        tanggal_lahir="12/03/1999",
        jenis_kelamin="P",
        status_kawin="kawin",
        nama_ibu="Yuliana",
        desa="53.04.05.2001",
        pendidikan="SMA",
        telepon="0812",
        tujuan="my-domestic",
        rencana_berangkat=DAY,
        hobi="tenun",
    ) == Dossier(
        name="Maria",
        nik="5304055203990001",
        family_card_number="5304050101200001",
        birth_place="Atambua",
        birth_date=date(1999, 3, 12),
        sex=Sex.FEMALE,
        marital_status=MaritalStatus.MARRIED,
        mother_name="Yuliana",
        village_code="53.04.05.2001",
        education=Education.UPPER_SECONDARY,
        phone="0812",
        target="my-domestic",
        departure_on=DAY,
    )


def test_inner_spaces_count():
    assert dossier(ktp_nama=" MARIA  BANO ").papers[PaperKind.ID_CARD].name == "MARIA  BANO"


PAPER_ROWS = [
    ({"ktp_nomor": "1", "ktp_terbit": DAY}, "ktp", {"number": "1", "issued_on": DAY}),
    ({"kk_nama_ayah": "Yosef"}, "kk", {"father_name": "Yosef"}),
    ({"kk_cacat": "hilang"}, "kk", {"defect": PaperDefect.LOST}),
    ({"akta_bukti": "certified"}, "akta", {"proof": Proof.CERTIFIED}),
    ({"nikah_status_kawin": "kawin"}, "nikah", {"marital_status": MaritalStatus.MARRIED}),
    ({"paspor_mrz1": "P<IDN", "paspor_mrz2": "C12"}, "paspor", {"mrz": ("P<IDN", "C12")}),
    ({"izin_pemberi": "Yosef", "izin_tanggal": DAY}, "izin", {"name": "Yosef", "issued_on": DAY}),
    ({"izin_hubungan": "suami"}, "izin", {}),
    ({"status_kawin_surat_tanggal": DAY}, "status_kawin_surat", {"issued_on": DAY}),
    ({"kesehatan_hasil": "layak"}, "kesehatan", {}),
    ({"tes_kehamilan_tanggal": DAY}, "tes_kehamilan", {"issued_on": DAY}),
    ({"pelatihan_jam": 0}, "pelatihan", {}),
    ({"pengalaman_bulan": "12"}, "pengalaman", {}),
    ({"str_nomor": "S1"}, "str_perawat", {"number": "S1"}),
    ({"kontrak_mulai": DAY}, "perjanjian_kerja", {}),
    ({"bpjs_tk_sampai": DAY}, "bpjs_tk", {"valid_until": DAY}),
]


@pytest.mark.parametrize(("cells", "paper", "values"), PAPER_ROWS)
def test_a_paper_with_any_cell_has_a_record(cells, paper, values):
    assert dossier(**cells).papers == {paper: PaperRecord(**{"proof": Proof.DECLARED, **values})}


def test_cells_of_a_paper_that_speak_of_the_person():
    found = dossier(
        izin_hubungan="orang_tua",
        izin_diketahui_kades="ya",
        kesehatan_hasil="tidak_layak",
        psikologi_hasil="layak",
        pelatihan_jam="280",
        pengalaman_bulan=0,
        kontrak_mulai=DAY,
        kontrak_selesai="2028-11-23",
    )
    assert found.consent_giver is ConsentGiver.PARENT
    assert (found.consent_known_by_village_head, found.medical_fit, found.psychology_fit) == (
        True,
        False,
        True,
    )
    assert (found.training_hours, found.experience_months) == (280, 0)
    assert (found.contract_start, found.contract_end) == (DAY, date(2028, 11, 23))


def test_the_rows_proof_is_that_of_papers_without_their_own():
    found = dossier(
        bukti="original_seen",
        ktp_nomor="1",
        kk_nomor="2",
        kk_bukti="copy",
        kompetensi_skema="lansia",
        bahasa_tes="JFT",
    )
    assert [found.papers[paper].proof for paper in ("ktp", "kk")] == [Proof.ORIGINAL_SEEN, Proof.COPY]
    assert found.competences[0].proof is Proof.ORIGINAL_SEEN
    assert found.languages[0].proof is Proof.ORIGINAL_SEEN


@pytest.mark.parametrize("column", [column for column in COLUMNS.values() if column.paper and column.key])
def test_a_dash_in_the_number_or_date_says_that_the_paper_is_absent(column):
    assert dossier(bukti="certified", **{column.name: " - "}).papers == {column.paper: ABSENT}


def test_a_dash_elsewhere_says_nothing_of_the_paper():
    assert dossier(nik="-", ktp_nama="-", ktp_terbit="-", izin_pemberi="-", kontrak_mulai="-") == dossier()


def test_a_lost_paper_may_be_absent():
    found = dossier(kk_nomor="-", kk_cacat="hilang", kk_bukti="copy")
    assert found.papers[PaperKind.FAMILY_CARD] == PaperRecord(proof=Proof.ABSENT, defect=PaperDefect.LOST)


@pytest.mark.parametrize(
    ("begin", "end"),
    [("paspor_terbit", "paspor_berlaku_sampai"), ("kontrak_mulai", "kontrak_selesai")],
)
def test_nothing_ends_before_it_begins(begin, end):
    assert problems(**{begin: "2026-11-24", end: "2026-11-24"}) == []
    ((code, _, column, value),) = problems(**{begin: "2026-11-24", end: "2026-11-23"})
    assert (code, column, value) == ("row.ends_before_it_begins", end, "2026-11-23")


@pytest.mark.parametrize(
    "cells",
    [
        {"ktp_nomor": "-", "ktp_nama": "MARIA"},
        {"izin_tanggal": "-", "izin_hubungan": "suami"},
        {"kompetensi_nomor": "-", "kompetensi_skema": "lansia", "kompetensi_berlaku_sampai": "2027-01-01"},
        {"kompetensi_skema": "-", "kompetensi_nomor": "12"},
        {"bahasa_tes": "-", "bahasa_tanggal": "2026-01-01"},
        {"bahasa2_tanggal": "-", "bahasa2_tes": "JLPT", "bahasa2_tingkat": "N4"},
    ],
)
def test_a_paper_cannot_be_absent_and_filled_in(cells):
    ((code, _, column, value),) = problems(**cells)
    assert (code, value) == ("row.absent_but_filled", "-")
    assert cells[column] == "-"


@pytest.mark.parametrize(
    ("cells", "results"),
    [
        (
            {
                "kompetensi_skema": "Rumah Tangga",
                "kompetensi_nomor": "97000",
                "kompetensi_berlaku_sampai": DAY,
            },
            (
                CompetenceResult(
                    scheme=CompetenceScheme.DOMESTIC_WORK,
                    proof=Proof.DECLARED,
                    number="97000",
                    valid_until=DAY,
                ),
            ),
        ),
        (
            {"kompetensi_skema": "kaigo", "kompetensi_nomor": "-"},
            (CompetenceResult(scheme=CompetenceScheme.KAIGO, proof=Proof.ABSENT),),
        ),
        (
            {"kompetensi_nomor": "-"},
            tuple(CompetenceResult(scheme=scheme, proof=Proof.ABSENT) for scheme in CompetenceScheme),
        ),
        (
            {"kompetensi_skema": "-"},
            tuple(CompetenceResult(scheme=scheme, proof=Proof.ABSENT) for scheme in CompetenceScheme),
        ),
    ],
)
def test_competence(cells, results):
    assert dossier(**cells).competences == results


@pytest.mark.parametrize(
    ("cells", "results"),
    [
        (
            {"bahasa_tes": "JLPT", "bahasa_tingkat": "N4", "bahasa_tanggal": DAY, "bahasa_bukti": "copy"},
            [LanguageResult(scale=LanguageScale.JLPT, proof=Proof.COPY, rank=2, tested_on=DAY)],
        ),
        (
            {"bahasa_tes": "EPS-TOPIK", "bahasa_tingkat": 152},
            [LanguageResult(scale=LanguageScale.EPS_TOPIK, proof=Proof.DECLARED, rank=152)],
        ),
        (
            {"bahasa_tes": "JLPT", "bahasa2_tes": "JFT-Basic", "bahasa2_tingkat": "205"},
            [
                LanguageResult(scale=LanguageScale.JLPT, proof=Proof.DECLARED),
                LanguageResult(scale=LanguageScale.JFT, proof=Proof.DECLARED, rank=2),
            ],
        ),
        (
            {"bahasa_tes": "CEFR_DE", "bahasa_tanggal": "-"},
            [LanguageResult(scale=LanguageScale.CEFR_DE, proof=Proof.ABSENT)],
        ),
        ({"bahasa_tes": "-"}, [LanguageResult(scale=scale, proof=Proof.ABSENT) for scale in LanguageScale]),
        ({"bahasa_tanggal": "-"}, []),
        ({"bahasa2_tes": "-"}, []),
    ],
)
def test_language(cells, results):
    assert list(dossier(**cells).languages) == results


def test_no_first_test_but_a_second_one():
    scales = {result.scale: result.proof for result in dossier(bahasa_tes="-", bahasa2_tes="JLPT").languages}
    assert scales == {scale: Proof.DECLARED if scale is LanguageScale.JLPT else Proof.ABSENT for scale in LanguageScale}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"nama": "  "}, ("row.no_name", 7, "nama", None)),
        ({"nama": "-"}, ("row.no_name", 7, "nama", None)),
        ({"nik": "5,30406E+15"}, ("cell.digits_lost", 7, "nik", "5,30406E+15")),
        ({"nik": 5304055203990001}, ("cell.digits_lost", 7, "nik", "5304055203990001")),
        ({"tanggal_lahir": "31/02/1999"}, ("date.date_impossible", 7, "tanggal_lahir", "31/02/1999")),
        ({"status_kawin": "janda"}, ("cell.not_a_choice", 7, "status_kawin", "janda")),
        ({"bahasa_tes": "JLPT", "bahasa_tingkat": "N6"}, ("cell.level_unknown", 7, "bahasa_tingkat", "N6")),
        ({"bahasa2_tingkat": "N4"}, ("row.needs_column", 7, "bahasa2_tingkat", None)),
        ({"nik": CellError("#REF!")}, ("cell.error_value", 7, "nik", "#REF!")),
        ({"nik": Formula("=A1", CellError("#REF!"))}, ("cell.error_value", 7, "nik", "#REF!")),
        ({"nik": Formula("=A1")}, ("cell.formula_without_value", 7, "nik", "=A1")),
        ({"nik": Formula("=A1", "5304")}, ("cell.formula", 7, "nik", "=A1")),
        ({"desa": "Oelamasi"}, ("cell.village_code", 7, "desa", "Oelamasi")),
        ({"paspor_mrz1": "P<IDN"}, ("row.mrz_half", 7, "paspor_mrz1", None)),
        ({"paspor_mrz2": "C12"}, ("row.mrz_half", 7, "paspor_mrz2", None)),
    ],
)
def test_what_is_wrong_with_a_row(cells, expected):
    assert problems(**cells) == [expected]


def test_every_problem_of_a_row_is_told():
    assert [code for code, *_ in problems(nama="", nik=10**15, tanggal_lahir="besok", desa="x")] == [
        "cell.digits_lost",
        "date.form_unknown",
        "cell.village_code",
        "row.no_name",
    ]


def test_a_saved_result_is_read_and_trimmed():
    found, warnings = read_dossier({"nama": Formula("=A1", " Maria ")}, 2)
    assert found == dossier()
    assert [warning.is_error for warning in warnings] == [False]


def test_a_bad_row_does_not_stop_the_others(make_file):
    path = make_file("nama;tanggal_lahir\nMaria;31/02/1999\nYosef;1;2\nAna;12/03/1999\n;\n")
    readings = list(read_dossiers(path))
    assert [(reading.row, [problem.code for problem in reading.problems]) for reading in readings] == [
        (2, ["date.date_impossible"]),
        (3, ["row.too_many_cells"]),
        (4, []),
    ]
    assert [reading.dossier is None for reading in readings] == [True, True, False]
    assert readings[1].cells["nama"] == "Yosef"


CELLS = st.one_of(
    st.text(max_size=8),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.builds(CellError, st.text(max_size=4)),
)


@given(st.dictionaries(st.sampled_from([*COLUMNS, "hobi"]), CELLS | st.builds(Formula, st.just("=A1"), CELLS)))
def test_no_cell_can_break_the_reader(cells):
    found, told = read_dossier(cells, 2)
    assert (found is None) == any(problem.is_error for problem in told)
    for problem in told:
        assert problem.message("id")
        assert problem.message("en")


def test_a_scheme_we_do_not_know_is_another_scheme_with_a_warning():
    dossier, problems = read_dossier({"nama": "Maria", "kompetensi_skema": "sopir", "kompetensi_nomor": "12"}, 7)
    assert [result.scheme for result in dossier.competences] == [CompetenceScheme.OTHER]
    assert [(problem.code, problem.is_error) for problem in problems] == [("cell.scheme_unknown", False)]


def test_a_certificate_without_a_scheme_is_of_another_scheme():
    dossier, problems = read_dossier({"nama": "Maria", "kompetensi_nomor": "12"}, 7)
    assert [(result.scheme, result.number) for result in dossier.competences] == [(CompetenceScheme.OTHER, "12")]
    assert problems == []


def test_a_language_test_we_do_not_know_is_left_out_with_a_warning():
    dossier, problems = read_dossier({"nama": "Maria", "bahasa_tes": "IELTS", "bahasa_tingkat": "6"}, 7)
    assert dossier.languages == ()
    assert [(problem.code, problem.is_error) for problem in problems] == [("cell.test_unknown", False)]
