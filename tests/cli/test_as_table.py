"""The answer at the counter: verdict, next thing, reason with its law, in 80 columns, with no private number."""

import re

import pytest
from rich.cells import cell_len
from tests.cli.people import DEPARTING, KK, NIK, READY, without

RULE = "─" * 80


def persons(result):
    """The lines of each person; the heading and the counts stand outside."""
    blocks = result.out.split(f"{RULE}\n")
    return [block.splitlines() for block in blocks[1:-1]]


def one(check, person, *arguments):
    (lines,) = persons(check([person], *arguments))
    return lines


def joined(lines):
    """One text, so that a sentence is found wherever the line was broken."""
    return " ".join(" ".join(lines).split())


HARD = [
    READY,
    READY | DEPARTING,
    {"nama": "Oktaviana", "tujuan": "kr-eps"},
    READY | {"nama": "Maria " * 40, "tujuan": "independent"},
    READY | {"ijazah_nama": "Fransiska Kolo Asa", "ijazah_tanggal_lahir": "1998-03-12", "izin_bukti": "copy"},
    READY | {"tujuan": "sg-domestic", "pendidikan": "SD"},
    READY | {"tujuan": "sa-domestic"},
    READY | {"ijazah_tanggal_lahir": "2010-05-20"},
    READY | {"nama": "玛丽" * 30, "kk_nomor": NIK},
    READY | {"ktp_nama": "[red]Maria[/red] :smile:", "akta_tempat_lahir": "x" * 90},
]


@pytest.mark.parametrize("state", ["MATCHED", "DEPARTED"])
@pytest.mark.parametrize("tongue", ["id", "en"])
def test_no_line_is_longer_than_80_columns_and_no_space_trails(check, monkeypatch, state, tongue):
    monkeypatch.setenv("LANG", tongue)
    lines = check(HARD, "--for", state).out.splitlines()
    assert [line for line in lines if cell_len(line) > 80 or line != line.rstrip()] == []


def test_nothing_is_said_twice_of_one_person(check):
    for lines in persons(check(HARD, "--for", "CLEARED")):
        starts = [line for line in lines if re.match(r"  (- |\d)", line)]
        assert len(starts) == len(set(starts))


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "SIAP"),
        ({"akta_bukti": "copy"}, "PERLU DIBENAHI"),
        ({"tujuan": "sg-domestic", "pendidikan": "SD"}, "BUKAN TUJUAN INI"),
        ({"ijazah_tanggal_lahir": "2010-05-20"}, "BERHENTI"),
    ],
)
def test_the_verdict_stands_first_in_words(check, changes, verdict):
    lines = one(check, READY | changes)
    assert lines[0] == f"{verdict} · Maria Goreti Bano"
    assert lines[1].startswith("  Baris 2 · Pekerja rumah tangga di ")


def test_who_is_ready_learns_the_next_stage_and_the_day_to_look_again(check):
    assert one(check, READY)[2:] == [
        "  Tahap berikutnya: perjanjian penempatan",
        "  Periksa lagi paling lambat 6 April 2027",
    ]


def test_who_is_ready_for_more_than_was_asked_is_told_so(check):
    person = without(READY | DEPARTING, "opp_tanggal")
    assert one(check, person)[2] == "  Siap sampai tahap jaminan sosial; tahap berikutnya: izin berangkat"
    assert one(check, READY | DEPARTING)[2] == "  Siap berangkat."


def test_the_next_thing_to_do_stands_before_its_reason(check):
    assert one(check, READY | {"ktp_nama": "Maria Gorety Bano"})[2:] == [
        "  Yang harus dilakukan (5 hari kerja, tanpa biaya):",
        "  1. Betulkan nama pada KTP · Dukcapil",
        "  Sebab:",
        "  - Nama berbeda (pegangan: akta kelahiran; UU 18/2017 jo. UU 6/2023, Pasal 5",
        "     huruf e, Pasal 8)",
        "     Maria Goret[y] Bano  KTP",
        "     Maria Goreti Bano  KK, akta kelahiran dan ijazah",
    ]


def test_what_is_only_to_be_shown_stands_on_one_line_with_the_laws_that_ask_for_it(check):
    lines = one(check, without(READY, "akta_", "ak1_terbit", "izin_") | {"kk_bukti": "copy"})
    assert lines[2:] == [
        "  Yang harus dilakukan (cukup sekali datang, tanpa biaya):",
        "  1. Tunjukkan: akta kelahiran, surat izin keluarga dan kartu AK1",
        "  2. Tunjukkan yang asli: KK",
        "  Sebab:",
        "  - Langkah 1 dan 2 diminta oleh UU 18/2017 jo. UU 6/2023; PP 59/2021;",
        "     Permenaker 39/2016",
    ]


def test_papers_that_are_all_absent_share_one_reason(check):
    absent = {"ktp_nomor": "-", "kk_nomor": "-", "akta_nomor": "-"}
    lines = one(check, without(READY, "ktp_", "kk_", "akta_", "nik", "no_kk") | absent)
    assert "- Tidak ada: KTP-el; Kartu Keluarga; Akta kelahiran (UU 18/2017 jo. UU 6/2023)" in joined(lines)
    assert [line for line in lines if "sesudah langkah 1" in line]


def test_several_steps_say_their_own_days_and_who_pays(check):
    lines = one(check, READY | {"ijazah_nama": "Fransiska Kolo Asa"})
    text = joined(lines)
    assert "(31 hari kerja, Rp400.000 ditanggung sendiri, perkiraan):" in text
    assert "Pengadilan negeri · 30 hari kerja · Rp400.000 ditanggung sendiri" in text
    assert "1 hari kerja · sesudah langkah 1" in text
    assert "mungkin lewat pengadilan" not in text  # The step is the court itself.


def test_a_step_that_may_need_a_court_says_so(check):
    married = {"status_kawin": "kawin", "izin_hubungan": "suami", "nikah_nomor": "-"}
    assert "mungkin lewat pengadilan" in joined(one(check, READY | married))


def test_who_pays_what_is_told_apart(check):
    person = without(READY | DEPARTING, "izin_", "kesehatan_", "psikologi_")
    absent = {"izin_tanggal": "-", "kesehatan_tanggal": "-", "psikologi_tanggal": "-"}
    text = joined(one(check, person | absent, "--for", "MEDICAL_FIT"))
    assert "Rp1.060.000 perkiraan, yang ditanggung sendiri Rp10.000" in text
    assert "Rp10.000 ditanggung sendiri" in text
    assert "Rp850.000 ditanggung majikan" in text


def test_nothing_is_asked_about_what_an_absent_paper_would_say(check):
    lines = one(check, without(READY, "izin_") | {"izin_tanggal": "-"})
    assert "Belum dicatat" not in joined(lines)


@pytest.mark.parametrize(
    ("changes", "side"),
    [
        ({"ijazah_nama": "Maria Goretti Bano"}, "Maria Goret[t]i Bano  ijazah"),
        ({"ijazah_nama": "Maria  Goreti Bano"}, "Maria[ ] Goreti Bano  ijazah"),
        ({"ijazah_nama": "Maria Bano"}, "[_]"),
        ({"ijazah_nama": "Fransiska Kolo Asa"}, "[Fransiska Kolo Asa]  ijazah"),
        ({"ijazah_tanggal_lahir": "1999-03-22"}, "[2]2-03-1999  ijazah"),
        ({"akta_jenis_kelamin": "L", "ktp_jenis_kelamin": "P"}, "laki-laki  akta kelahiran"),
        ({"ktp_status_kawin": "kawin"}, "kawin  KTP"),
        ({"paspor_nomor": "C9000123", "paspor_nama": "Maria Goreti Ban"}, "Maria Goreti Ban[_]  paspor"),
    ],
)
def test_what_differs_is_marked_in_signs_not_only_in_colour(check, changes, side):
    lines = one(check, READY | changes)
    assert [line for line in lines if side in line]


def test_no_nik_and_no_family_card_number_stands_on_the_screen(check):
    other_nik, other_kk = "5304055203999011", "5304051103199012"
    result = check([READY | {"ktp_nomor": other_nik, "kk_nomor": other_kk}, READY, READY | {"kk_nomor": NIK}])
    shown = result.out + result.err
    assert not re.search(r"\d{7}", shown)
    assert all(number not in shown for number in (NIK, KK, other_nik, other_kk))
    lines = persons(result)[0]
    assert f"     {'•' * 14}[0]•  isian berkas ini" in lines
    assert f"     {'•' * 14}[1]•  KTP" in lines


def test_a_stop_says_to_whom_to_hand_over_and_nothing_of_repair(check):
    lines = one(check, READY | {"ijazah_tanggal_lahir": "2010-05-20", "ktp_nama": "Maria Gorety Bano"})
    text = joined(lines)
    assert lines[2].startswith("  Jangan tawarkan perbaikan apa pun. Serahkan kepada petugas pelindungan")
    assert "belum cukup umur (UU 18/2017 jo. UU 6/2023, Pasal 5 huruf a, Pasal 66)" in text
    assert "Betulkan" not in text
    assert "2010" not in text


def test_a_step_that_is_named_is_a_step_that_is_shown(check):
    """Nobody is told who asks for a step of a plan that is not printed."""
    person = READY | {"tujuan": "sg-domestic", "pendidikan": "SD", "jkn_nomor": ""}
    assert "Langkah" not in joined(one(check, person, "--for", "DEPARTED"))


def test_not_this_target_says_what_to_do_instead_from_when_and_why(check):
    born = {name: "2005-04-18" for name in READY if name.endswith("tanggal_lahir")}
    number = {"nik": "5304055804059001", "ktp_nomor": "5304055804059001"}
    lines = one(check, READY | born | number | {"tujuan": "sg-domestic"})
    assert lines[2:4] == ["  Pilih tujuan lain, atau tunggu sampai 23 tahun", "  Mungkin mulai 18 April 2028"]
    assert "  - Pekerja rumah tangga di Malaysia (my-domestic)" in lines
    assert joined(lines).endswith(
        "Sebab: - Umur 23 sampai 49 tahun saat mendaftar: belum cukup umur (Ministry of Manpower Singapore, "
        "syarat pekerja rumah tangga) Perlu dikonfirmasi (tidak menghalangi): - Bahasa Inggris dasar: belum ditunjukkan"
    )


def test_while_she_waits_for_her_age_her_papers_can_be_mended(check):
    born = {name: "2005-04-18" for name in READY if name.endswith("tanggal_lahir")}
    number = {"nik": "5304055804059001", "ktp_nomor": "5304055804059001", "ktp_nama": "Maria Gorety Bano"}
    text = joined(one(check, READY | born | number | {"tujuan": "sg-domestic"}))
    assert text.index("Mungkin mulai") < text.index("1. Betulkan nama pada KTP") < text.index("Sebab:")


def test_an_uncertain_target_is_one_step_and_one_reason(check):
    lines = one(check, READY | {"tujuan": "sa-domestic"})
    assert lines[3] == "  1. Pastikan ke BP3MI apakah tujuan ini dibuka · BP3MI"
    assert joined(lines).count("belum pasti dibuka") == 1
    assert "Belum dapat dibenahi" not in joined(lines)


def test_what_does_not_block_is_said_to_be_unconfirmed(check):
    lines = one(check, READY | {"tujuan": "sg-domestic"})
    assert lines[3:5] == ["  Perlu dikonfirmasi (tidak menghalangi):", "  - Bahasa Inggris dasar: belum ditunjukkan"]


def test_soft_remarks_stand_under_their_own_head(check):
    person = {name: "1996-12-31" if name.endswith("tanggal_lahir") else value for name, value in READY.items()}
    number = {"nik": "5304057112969001", "ktp_nomor": "5304057112969001", "nama": "Fatimah"}
    lines = one(check, person | number)
    assert lines[0] == "SIAP · Fatimah"
    head = lines.index("  Catatan:")
    assert lines[head + 1].startswith("  - Lahir 31 Desember atau 1 Januari")
    assert "Nama satu kata tetap sah" in joined(lines[head:])
    assert "tidak sama dengan surat mana pun" in joined(lines[head:])


def test_what_no_step_can_mend_is_said(check):
    lines = one(check, READY | DEPARTING | {"kesehatan_hasil": "tidak_layak"}, "--for", "DEPARTED")
    assert lines[2] == "  Siap sampai tahap perjanjian penempatan; tahap berikutnya: surat sehat"
    assert lines[3] == "  Belum dapat dibenahi sekarang:"
    assert lines[4].startswith("  - Hasil periksa: layak kerja: dinyatakan tidak (UU 18/2017")
    assert "Sebab:" not in joined(lines)


def test_the_end_counts_the_verdicts(check):
    assert check(HARD).out.splitlines().count(RULE) == len(HARD) + 1
    result = check([person | {"nik": ""} for person in HARD])
    assert result.out.splitlines()[-1] == "3 siap · 5 perlu dibenahi · 1 bukan tujuan ini · 1 berhenti"


def test_errors_and_warnings_stand_at_the_end_one_line_each(check):
    lines = check([READY, READY | {"nama": ""}, READY | {"hobi": "tenun"}]).out.splitlines()
    first = lines.index("Baris dan kolom yang tidak terbaca:")
    assert lines[first + 1] == "  - Baris 3, kolom nama: Nama kosong. Isi kolom `nama`."
    assert lines[first + 2] == "Perhatikan:"
    assert "Kolom hobi: Kolom ini tidak dikenal" in lines[first + 3]


def test_a_sheet_without_people_says_so(check):
    result = check([{"nama": "", "tujuan": ""}])
    assert (result.code, result.out.splitlines()[-1]) == (0, "Belum ada orang yang dapat diperiksa di lembar ini.")


def test_english_is_spoken_where_the_terminal_asks_for_it(check, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    result = check([READY | {"ktp_nama": "Maria Gorety Bano", "akta_jenis_kelamin": "L"}, READY])
    assert result.out.splitlines()[0] == "Checked as of 24 November 2026 for matching (papers and skills)"
    text = joined(result.out.splitlines())
    assert "TO BE REPAIRED · Maria Goreti Bano" in text
    assert "working days, no cost):" in text
    assert " - Name differs (taken as right: birth certificate; " in text
    assert "L" not in re.findall(r"\S+", text)
    assert " male birth certificate" in text
    assert "taken as right: birth certificate" in text
    assert not re.search(r"\b(yang|dan|surat|belum|langkah|hari|kerja)\b", text)


def test_days_are_written_with_the_months_name(check):
    assert check([READY]).out.splitlines()[0] == (
        "Diperiksa per 24 November 2026 untuk tahap pencocokan (surat dan keterampilan)"
    )
