"""What a press text proposes, field by field, in texts of different shapes; whatever is pasted, nothing breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press_texts import ALL, AUDIENCE, DASHES, NO_SUCH_DAY, ONLY_WORDS, PLAIN, TWO_QUOTES, WRONG_DAY

from tenun.formats.press_text import ONCE, Doubt, Part, read_press_text


def said(text, part):
    return [each.value for each in read_press_text(text) if each.part is part]


def both(text, part):
    return [(each.value, each.more) for each in read_press_text(text) if each.part is part]


class TestAnAudienceWithEverything:
    @pytest.mark.parametrize(
        ("part", "values"),
        [
            (Part.CATEGORY, ["Kegiatan Wakil Gubernur - Umum"]),
            (Part.DATELINE, ["Kupang"]),
            (Part.KIND, ["audience"]),
            (Part.PLACE, ["Ruang Rapat Wakil Gubernur"]),
            (Part.OCCASION, ["Studi Banding Layanan Migrasi di Pulau Timor"]),
            (Part.GUEST, ["Kementerian Contoh RI", "International Organization on Migration (IOM)"]),
            (
                Part.PROBLEM,
                [
                    "banyak yang pergi tanpa sertifikat kerja",
                    "nama pada surat-surat berbeda satu dengan yang lain",
                ],
            ),
            (Part.READINESS, ["siap membuka kelas bahasa di tiga kabupaten", "kesiapan layanan daerah"]),
            (Part.PROGRAMME, ["Desa Aman Rekaan"]),
            (
                Part.OUTPUT,
                [
                    "Dua kendala dicatat bersama",
                    "Daftar program mitra disusun",
                    "Janji awal kerja sama disampaikan",
                ],
            ),
            (Part.WRITER, ["Nadus Rekaan"]),
            (Part.PHOTOGRAPHER, ["Lusia Rekaan"]),
        ],
    )
    def test_it_says(self, part, values):
        assert said(AUDIENCE, part) == values

    def test_its_four_results_are_counted_apart_from_the_outputs(self):
        assert len(said(AUDIENCE, Part.EXPECTED)) == 4

    def test_a_day_comes_with_the_name_that_stood_beside_it(self):
        assert both(AUDIENCE, Part.HELD_ON) == [("2026-03-04", "rabu")]

    def test_the_host_and_who_stood_beside_him(self):
        assert both(AUDIENCE, Part.HOST) == [("Wakil Gubernur NTT", "Yosef Rekaan")]
        assert both(AUDIENCE, Part.COMPANION) == [
            ("Rosa R. Bria, S.H.", "Kepala Dinas Contoh Provinsi NTT"),
            ("Anton T. Seran, SE", "Kepala Biro Rekaan Setda NTT"),
        ]

    def test_a_quotation_is_the_hosts_when_nobody_else_is_named(self):
        ((quote, speaker),) = both(AUDIENCE, Part.STATEMENT)
        assert speaker == "Yosef Rekaan"
        assert quote.startswith("Ada dua kendala")
        assert quote.endswith("Mari kita selesaikan berdua")


class TestOtherShapes:
    def test_without_headings_months_are_written_out(self):
        assert both(PLAIN, Part.HELD_ON) == [("2026-02-12", "kamis")]
        assert said(PLAIN, Part.KIND) == ["coordination"]
        assert said(PLAIN, Part.DATELINE) == ["KUPANG"]
        assert said(PLAIN, Part.PLACE) == ["Aula Fernandez"]
        assert said(PLAIN, Part.GUEST) == ["Badan Contoh Pelindungan", "Dinas Contoh Belu"]
        assert said(PLAIN, Part.PROBLEM) == ["surat nikah yang hilang", "ijazah yang rusak"]
        assert said(PLAIN, Part.WRITER) == said(PLAIN, Part.OUTPUT) == []

    def test_each_of_two_quotations_has_its_speaker(self):
        assert [speaker for _, speaker in both(TWO_QUOTES, Part.STATEMENT)] == ["Agus Rekaan", "Beta Contoh"]
        assert said(TWO_QUOTES, Part.KIND) == ["signing"]
        assert said(TWO_QUOTES, Part.REPORTER) == ["Mikhael Rekaan"]
        assert said(TWO_QUOTES, Part.EDITOR) == ["Yanti Rekaan"]

    def test_lists_with_dashes_numbers_and_stars(self):
        assert said(DASHES, Part.PROBLEM) == ["Kursi pelatihan kurang", "Jarak ke kantor terlalu jauh"]
        assert said(DASHES, Part.READINESS) == ["Dua puluh kursi las", "Satu mobil layanan"]
        assert said(DASHES, Part.OUTPUT) == ["Jadwal kelas disepakati"]
        assert said(DASHES, Part.HEADLINE) == ["Kunjungan Sekda NTT Paulus Contoh ke Malaka"]
        assert said(DASHES, Part.KIND) == ["visit"]

    def test_a_day_that_differs_from_its_name_is_a_named_doubt(self):
        (day,) = [each for each in read_press_text(WRONG_DAY) if each.part is Part.HELD_ON]
        assert (day.value, day.more, day.doubt) == ("2026-06-10", "jumat", Doubt.DAY_DIFFERS)

    def test_a_day_that_does_not_exist_is_one_too(self):
        (day,) = [each for each in read_press_text(NO_SUCH_DAY) if each.part is Part.HELD_ON]
        assert day.doubt is Doubt.NO_SUCH_DAY

    def test_what_is_no_press_text_proposes_a_headline_at_most(self):
        assert {each.part for each in read_press_text(ONLY_WORDS)} <= {Part.HEADLINE}
        assert read_press_text("") == read_press_text(" \n\n ") == ()


@pytest.mark.parametrize("text", ALL)
def test_a_proposal_stands_where_it_says(text):
    for each in read_press_text(text):
        there = " ".join(text[each.start : each.end].split())
        if each.part not in (Part.KIND, Part.HELD_ON):
            assert each.value.split()[0] in there, each


@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from([*"".join(ALL).splitlines(), "- ", "•", ":", '"', "“", "Penulis :"]), max_size=12).map(
        "\n".join
    )
)
def test_nothing_breaks_and_every_place_is_inside(text):
    found = read_press_text(text)
    assert all(0 <= each.start <= each.end <= len(text) and each.value.strip() for each in found)
    once = [each.part for each in found if each.part in ONCE]
    assert len(once) == len(set(once))


@pytest.mark.parametrize(
    "text", ["di Ruang " * 4000, '"' * 9000, "Kementerian A " * 3000, "(" * 9000, "Pertama, " * 3000]
)
def test_a_hostile_text_is_read_in_a_moment(text):
    read_press_text(text)
