"""The Berkas page: where am I, what is the state, what do I do now."""

from dataclasses import replace
from datetime import date

import pytest
from tests.web.people import LINKS, dossiers, judge, judged, page_of, said

from tenun.domain.comparison import Comparison
from tenun.domain.papers import PaperKind, PaperRecord, Proof
from tenun.domain.states import ReadyState
from tenun.web.officers.berkas import BerkasLinks, PersonFacts, berkas_page
from tenun.web.officers.paper_cards import PaperOnFile
from tenun.web.parts import Tone

EVERYBODY = sorted(dossiers())

VERDICTS = [
    ("Adriana Rambu Lika", Tone.MET, "Siap dicocokkan", "Tahap berikutnya: perjanjian penempatan."),
    (
        "Maria Yosefina Seran",
        Tone.BLOCKS,
        "Belum siap: 1 hal menghambat",
        "Dapat siap paling cepat Selasa, 1 Desember 2026 bila dimulai 24 November 2026.",
    ),
    (
        "Rofina Sedia Jem",
        Tone.BLOCKS,
        "Belum siap: 1 hal menghambat",
        "Dapat siap Selasa, 24 November 2026: cukup sekali datang.",
    ),
    (
        "Oktaviana Loe Bau",
        Tone.PLAIN,
        "Belum dapat dinilai: 13 hal belum diketahui",
        "Dapat dinilai Selasa, 24 November 2026: cukup sekali datang.",
    ),
    (
        "Halima Sulaiman Ose",
        Tone.PLAIN,
        "Belum dapat dinilai: 1 hal belum diketahui",
        "Langkahnya selesai paling cepat Selasa, 24 November 2026, lalu dinilai lagi.",
    ),
    ("Delfina Muti Asa", Tone.BLOCKS, "Bukan tujuan ini", "Pilih tujuan lain, atau tunggu sampai 23 tahun."),
    (
        "Novianti Bili Dappa",
        Tone.BLOCKS,
        "Berhenti: serahkan ke pelindungan",
        "Jangan tawarkan perbaikan apa pun. Serahkan kepada UPTD PPA.",
    ),
]


@pytest.mark.parametrize(("name", "tone", "title", "line"), VERDICTS)
def test_the_verdict_is_said_in_words(name, tone, title, line):
    verdict = page_of(name).verdict
    assert (verdict.tone, verdict.title, said(verdict.lines[0])) == (tone, title, line)
    assert verdict.note == "Dinilai menurut aturan 24 November 2026, untuk tahap pencocokan (surat dan keterampilan)."


def lines(name, **more):
    return [said(line) for line in page_of(name, **more).verdict.lines]


def test_what_she_pays_is_said_aloud():
    assert lines("Maria Yosefina Seran")[1] == "Gratis baginya."
    assert lines("Martina Bria Luan")[1] == "Biaya yang ia tanggung: kira-kira Rp400.000."


def test_another_destination_and_the_day_from_which_her_age_fits():
    assert lines("Delfina Muti Asa")[1] == "Mungkin mulai 18 April 2028."
    assert "Pekerja rumah tangga di Malaysia" in lines("Delfina Muti Asa")[2]


def test_what_is_known_to_block_and_what_is_not_known_are_counted_apart():
    title = page_of("Welmince Atty Doko", for_state=ReadyState.DEPARTED).verdict.title
    assert title.startswith("Belum siap: 3 hal menghambat")
    assert any(line.startswith("Selain itu ") for line in lines("Welmince Atty Doko", for_state=ReadyState.DEPARTED))


BUTTONS = [
    ("Adriana Rambu Lika", "Catat surat", "/catat"),
    ("Maria Yosefina Seran", "Catat surat", "/catat"),
    ("Delfina Muti Asa", "Pilih tujuan lain", "/tujuan"),
    ("Novianti Bili Dappa", "Serahkan ke pelindungan", "/serahkan"),
]


@pytest.mark.parametrize(("name", "label", "url"), BUTTONS)
def test_there_is_one_thing_to_press(name, label, url):
    button = page_of(name).button
    assert (button.label, button.url) == (label, url)


def test_nothing_to_press_where_no_link_is_given():
    assert page_of("Adriana Rambu Lika", links=None).button is None


def test_from_a_stop_no_way_leads_around_protection():
    page = page_of("Novianti Bili Dappa")
    offered = {name for name in type(LINKS).__slots__ if getattr(page.links, name)}
    assert offered == {"show_numbers", "hand_over"}
    assert (page.plan, page.matrix) == (None, None)
    assert "tahun" not in page.about[-1].value, "her age is what is in doubt"


def test_hand_over_is_offered_only_on_a_stop():
    assert page_of("Adriana Rambu Lika").links.hand_over == ""


NEXT = [
    ("Maria Yosefina Seran", "Betulkan nama pada KTP", "Dukcapil, 5 hari kerja.", "Bawa KTP, KK dan akta kelahiran."),
    ("Imelda Jelita Nggai", "Tunjukkan yang asli: KTP dan KK", "", ""),
    ("Adriana Rambu Lika", "Lanjut ke perjanjian penempatan", "", ""),
    ("Delfina Muti Asa", "Pilih tujuan lain, atau tunggu sampai 23 tahun", "", ""),
    ("Novianti Bili Dappa", "Serahkan kepada petugas pelindungan", "UPTD PPA (perlindungan perempuan dan anak)", ""),
]


@pytest.mark.parametrize(("name", "title", "place", "bring"), NEXT)
def test_the_next_step(name, title, place, bring):
    step = page_of(name).next_step
    assert (step.title, step.place, step.bring) == (title, place, bring)


def test_who_she_is():
    about = {pair.name: pair.value for pair in page_of("Maria Yosefina Seran").about}
    assert about == {
        "Tiket": "MLK-26-004072",
        "Tujuan": "Pekerja rumah tangga di Malaysia",
        "Orang": "Perempuan, 28 tahun · Desa Kletek, Malaka Tengah",
    }


def test_a_person_of_whom_only_the_name_is_known():
    case = judged("Oktaviana Loe Bau")
    page = berkas_page(
        person=PersonFacts(name="Oktaviana Loe Bau", stage="Tercatat", external_numbers=(("SIAPkerja", "SK-771"),)),
        judged=case.assessment,
        plan=case.plan,
        comparison=Comparison(),
        start=date(2026, 11, 28),
    )
    assert [(pair.name, pair.value) for pair in page.about][1:] == [("Tahap", "Tercatat")]
    assert [(pair.name, pair.value) for pair in page.numbers] == [("SIAPkerja", "SK-771")]
    assert said(page.verdict.lines[0]).startswith("Dapat dinilai Senin, 30 November 2026")
    assert not page.has_scans


def test_pictures_are_shown_where_there_is_one():
    case = judged("Adriana Rambu Lika")
    (kind, record), *_ = case.dossier.papers.items()
    page = berkas_page(
        person=PersonFacts(name="Adriana"),
        judged=case.assessment,
        plan=case.plan,
        comparison=case.recorded.comparison,
        papers=[PaperOnFile(kind=kind, record=record, scan_url="/gambar", checked_on=date(2026, 10, 13))],
    )
    assert page.has_scans
    assert page.papers[0].note == "asli dilihat 13 Okt"


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("state", [ReadyState.MATCHED, ReadyState.DEPARTED])
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_number_stands_anywhere_in_clear(name, state, language):
    text = repr(page_of(name, language=language, for_state=state))
    dossier = dossiers()[name]
    numbers = {dossier.nik, dossier.family_card_number}
    numbers |= {paper.number for kind, paper in dossier.papers.items() if kind in ("ktp", "kk", "paspor")}
    assert [number for number in numbers if number and number in text] == []


def dossier_with(name, papers, **changes):
    known = dossiers()[name]
    return replace(known, papers={**known.papers, **papers}, **changes)


def page_with(case, **more):
    return berkas_page(
        person=PersonFacts(name=case.dossier.name, **more),
        judged=case.assessment,
        plan=case.plan,
        comparison=case.recorded.comparison,
        papers=[PaperOnFile(kind=kind, record=record) for kind, record in case.dossier.papers.items()],
    )


@pytest.fixture
def ending():
    """Ready to be matched, with a passport that ends before she leaves."""
    known = dossiers()["Adriana Rambu Lika"]
    printed = known.papers[PaperKind.ID_CARD]
    passport = PaperRecord(
        proof=Proof.ORIGINAL_SEEN,
        name=printed.name,
        birth_place=printed.birth_place,
        birth_date=printed.birth_date,
        sex=printed.sex,
        valid_until=date(2026, 12, 20),
    )
    return judge(dossier_with(known.name, {PaperKind.PASSPORT: passport}, departure_on=date(2027, 2, 1)))


def test_what_will_expire_is_turmeric_and_does_not_hold_her_back(ending):
    page = page_with(ending)
    assert (page.verdict.title, page.verdict.tone) == ("Siap dicocokkan, 1 hampir habis", Tone.EXPIRES)
    papers = page.gates[1]
    assert (papers.gate.state.word, papers.gate.state.tone) == ("1 akan kedaluwarsa", Tone.EXPIRES)
    finding = papers.open[0]
    assert (finding.state.word, finding.blocks) == ("Akan kedaluwarsa", False)
    assert said(finding.said).endswith("Berlaku sampai 20 Desember 2026.")
    assert {card.name: card.state.tone for card in page.papers}["Paspor"] is Tone.EXPIRES


def test_who_is_ready_for_everything():
    there = PaperRecord(proof=Proof.ORIGINAL_SEEN, issued_on=date(2026, 11, 20), number="9000")
    kinds = (PaperKind.PRE_DEPARTURE_ORIENTATION, PaperKind.WORKER_CARD, PaperKind.PREGNANCY_TEST)
    case = judge(dossier_with("Ester Ndapa Mbali", dict.fromkeys(kinds, there)), ReadyState.DEPARTED)
    page = page_with(case)
    assert page.verdict.title == "Siap berangkat"
    assert said(page.verdict.lines[0]) == "Semua tahap terpenuhi."
    assert page.next_step.title == "Tidak ada yang menghambat"
    assert [pair.name for pair in page.about] == ["Tujuan"]


def test_a_state_between_matching_and_departure_is_named():
    page = page_of("Ester Ndapa Mbali", for_state=ReadyState.PASSPORT_OK)
    assert page.verdict.title == "Siap sampai tahap paspor"


def test_a_card_and_the_button_lead_to_the_page_of_their_paper():
    links = BerkasLinks(record_paper="/surat", record_each={"ktp": "/surat/ktp", "kk": "/surat/kk"})
    shown = page_of("Maria Yosefina Seran", links=links)
    assert {card.name: card.url for card in shown.papers if card.url} == {"KTP": "/surat/ktp", "KK": "/surat/kk"}
    assert shown.button.url == "/surat/ktp"
