"""The sample of forty invented people: made again cell for cell, and judged as an officer would judge them."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from tests.cli.conftest import run_main
from tests.cli.people import ON

from tenun.domain.identifiers.regions import is_village
from tenun.formats.dossiers import read_dossiers
from tenun.formats.spreadsheet import open_sheet

SAMPLES = Path(__file__).parent.parent / "samples"
SAMPLE = SAMPLES / "calon-contoh.xlsx"

EXPECTED = {
    "Maria Goreti Bano": ("ready", None),
    "Adriana Rambu Lika": ("ready", None),
    "Yosef Klau Berek": ("ready", None),
    "Ester Ndapa Mbali": ("ready", None),
    "Paulus Tupen Sogen": ("ready", None),
    "Agnes Dhiu Wea": ("ready", None),
    "Theresia Nona Lering": ("ready", None),
    "Ferdinandus Pati Raja": ("ready", None),
    "Melkior Nabu Taek": ("ready", None),
    "Maria Yosefina Seran": ("repair", "Betulkan nama pada KTP"),
    "Anastasia Hoar Nahak": ("repair", "Minta surat keterangan kesalahan penulisan ijazah (nama)"),
    "Elisabeth Ina Kewa": ("repair", "Betulkan nama pada KK"),
    "Yohanes Boli Tukan": ("repair", "Minta surat keterangan kesalahan penulisan ijazah (nama)"),
    "Kornelis Taosu Neno": ("repair", "Betulkan nama pada KTP"),
    "Martina Bria Luan": ("repair", "Minta penetapan pengadilan untuk ganti nama, bila Dukcapil memintanya"),
    "Petronela Hoar Klau": ("repair", "Minta surat keterangan kesalahan penulisan ijazah (tanggal lahir)"),
    "Dorkas Manafe Lenggu": ("repair", "Bicarakan tanggal lahir: rapor, buku baptis, posyandu, saudara"),
    "Novianti Bili Dappa": ("stop", None),
    "Yuni Rambu Ana": ("stop", None),
    "Regina Abuk Fahik": ("stop", None),
    "Orpa Dethan Bessie": ("repair", "Betulkan biodata NIK di Dukcapil; NIK tetap"),
    "Sarlota Fanggidae Adu": ("repair", "Betulkan biodata NIK di Dukcapil; NIK tetap"),
    "Marselina Uru Hana": ("repair", "Padukan NIK di Dukcapil: cek biometrik, satu NIK dipakai"),
    "Simon Petrus Lakapu": ("repair", "Padukan NIK di Dukcapil: cek biometrik, satu NIK dipakai"),
    "Katarina Mole Djawa": ("repair", "Urus akta kelahiran terlambat"),
    "Bernadeta Sose Bata": ("repair", "Ganti KK dengan KK baru ber-kode QR"),
    "Yakoba Tefa Sanam": ("repair", "Cocokkan nomor KK dengan aslinya; bila tetap salah, bawa ke kantor penerbit"),
    "Lusia Kewa Beribe": ("repair", "Urus KK"),
    "Imelda Jelita Nggai": ("repair", "Tunjukkan KTP yang asli"),
    "Hendrikus Nuwa Meo": ("repair", "Minta surat pengganti ijazah yang hilang atau rusak"),
    "Yunita Elsi Banunaek": ("repair", "Minta ijazah terbitan ulang dengan nomor nasional baru (nama)"),
    "Margareta Hoar Bere": ("repair", "Catatkan perkawinan (gereja: Dukcapil; Islam: itsbat nikah)"),
    "Blandina Nope Tafui": ("repair", "Minta kepala desa atau lurah mengetahui surat izin"),
    "Welmince Atty Doko": ("repair", "Buat ulang surat izin: pemberi izin tanda tangan di depan petugas"),
    "Rofina Sedia Jem": ("repair", "Baca ulang dua baris mesin di bawah paspor"),
    "Oktaviana Loe Bau": ("repair", "Tunjukkan KTP"),
    "Delfina Muti Asa": ("not_this_target", None),
    "Yohana Peni Bunga": ("not_this_target", None),
    "Halima Sulaiman Ose": ("repair", "Pastikan ke BP3MI apakah tujuan ini dibuka"),
    "Fatimah": ("ready", None),
}
"""Each person with her verdict and the first thing she is told to do."""

REPORTED = {
    "a family card that is not valid": ("kk", "nomor_salah"),
    "an old family card": ("kk", "lama"),
    "two NIKs": ("ktp", "nik_ganda"),
    "an identity that no register knows": ("ktp", "nik_tidak_ditemukan"),
    "an age that was raised": ("age_certain", "dates_cross_18"),
    "a minor": ("age_18", "too_young"),
    "a village letter without the village head": ("consent_known_by_village", "declared_no"),
    "a consent that is doubted": ("consent", "diragukan"),
    "born abroad, never had a paper": ("akta", "absent"),
    "a lost school certificate": ("ijazah", "absent"),
    "an identity that differs between papers": ("agree_name", "differs"),
    "a birth date that is not that of the NIK": ("agree_nik_birth_date", "differs"),
}
"""The defects that offices in NTT report (handbook documents, part F), as requirement and reason."""


@pytest.fixture(scope="module")
def rows():
    """The sample as judged on the day it was made for."""
    result = run_main("check", SAMPLE, "--on", ON, "--json")
    document = json.loads(result.out)
    assert (result.code, document["errors"], document["warnings"]) == (1, [], [])
    return document["rows"]


def test_the_sample_is_made_again_cell_for_cell(tmp_path):
    spec = spec_from_file_location("make_sample", SAMPLES / "make_sample.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    module.write(tmp_path / "lagi.xlsx")
    kept, made = open_sheet(SAMPLE), open_sheet(tmp_path / "lagi.xlsx")
    assert made.header == kept.header
    assert list(made.rows()) == list(kept.rows())


def test_forty_people_each_with_the_verdict_and_first_step_that_an_officer_expects(rows):
    firsts = {}
    for row in rows:
        needed = [step["title"] for step in row["plan"]["steps"] if not step["optional"]]
        firsts[row["name"]] = (row["verdict"], needed[0] if needed else None)
    assert firsts == EXPECTED
    assert len(rows) == 40


@pytest.mark.parametrize("defect", REPORTED)
def test_each_defect_that_offices_report_is_there(rows, defect):
    found = {(item["requirement"], item["reason"]) for row in rows for item in row["findings"] if item["blocks"]}
    assert REPORTED[defect] in found


def test_a_birth_date_on_the_last_day_of_the_year_is_only_a_remark(rows):
    (row,) = [row for row in rows if row["name"] == "Fatimah"]
    assert (row["verdict"], row["remarks"]) == ("ready", ["birth_date_round", "one_word_name"])


def test_every_number_is_of_the_kind_that_no_register_gives_out():
    for reading in read_dossiers(SAMPLE):
        for number in (reading.dossier.nik, reading.dossier.family_card_number):
            assert number is None or int(number[-4:]) >= 9000


def test_every_village_of_the_sample_exists():
    readings = read_dossiers(SAMPLE)
    codes = [reading.dossier.village_code for reading in readings if reading.dossier and reading.dossier.village_code]
    assert [code for code in codes if not is_village(code)] == []
    assert len(codes) == 39
