"""Findings by gate: what blocks first, one finding a difference, red only for what is known and blocks."""

import pytest
from tests.web.people import dossiers, judged, page_of, said

from tenun.domain.assessment import FindingState
from tenun.domain.states import ReadyState
from tenun.web.officers.findings import state_of
from tenun.web.parts import Sign, Tone

EVERYBODY = sorted(dossiers())
GATES = ["Umur", "Dokumen", "Kompetensi", "Kesehatan", "Jaminan sosial", "Penempatan"]


def gates(name, **more):
    return {each.gate.name: each for each in page_of(name, **more).gates}


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_gates_are_always_the_same_six_in_the_same_order(name):
    assert list(gates(name)) == GATES


@pytest.mark.parametrize(
    ("name", "gate", "word", "tone"),
    [
        ("Adriana Rambu Lika", "Umur", "Terpenuhi", Tone.MET),
        ("Adriana Rambu Lika", "Dokumen", "Terpenuhi sejauh ini", Tone.MET),
        ("Adriana Rambu Lika", "Kesehatan", "Nanti", Tone.PLAIN),
        ("Maria Goreti Bano", "Kompetensi", "Terpenuhi, 1 perlu dikonfirmasi", Tone.MET),
        ("Welmince Atty Doko", "Dokumen", "2 menghambat", Tone.BLOCKS),
        ("Petronela Hoar Klau", "Dokumen", "1 menghambat", Tone.BLOCKS),
        ("Oktaviana Loe Bau", "Dokumen", "10 belum diketahui", Tone.UNKNOWN),
        ("Novianti Bili Dappa", "Umur", "2 menghambat", Tone.BLOCKS),
        ("Novianti Bili Dappa", "Dokumen", "Ditahan dulu", Tone.PLAIN),
        ("Halima Sulaiman Ose", "Penempatan", "1 belum diketahui", Tone.UNKNOWN),
    ],
)
def test_a_gate_says_in_words_what_its_colour_says(name, gate, word, tone):
    state = gates(name)[gate].gate.state
    assert (state.word, state.tone) == (word, tone)


def test_a_gate_where_nothing_is_asked():
    assert gates("Melkior Nabu Taek", for_state=ReadyState.MATCHED)["Umur"].summary == "3 syarat: 3 terpenuhi"


def test_a_difference_names_the_wrong_paper_and_marks_the_letter():
    finding = gates("Maria Yosefina Seran")["Dokumen"].open[0]
    assert finding.title == "Nama di KTP berbeda"
    assert said(finding.said) == (
        "KTP menulis Maria Yosefina S[a]ran (a, seharusnya e). "
        "KK, akta kelahiran dan ijazah menulis Maria Yosefina Seran."
    )
    assert finding.todo == ("Langkah 1: Betulkan nama pada KTP",)
    assert finding.law == "UU 18/2017 jo. UU 6/2023, Pasal 5 huruf e, Pasal 8"
    assert (finding.place, finding.effort) == ("Dukcapil", "5 hari kerja · gratis")


def test_the_nik_shows_a_date_and_does_not_write_it():
    finding = gates("Orpa Dethan Bessie")["Dokumen"].open[0]
    assert said(finding.said).startswith("NIK menunjukkan [14]-07-2000 (hari berbeda). ")


def test_a_paper_that_ends_says_when_it_was_issued():
    finding = gates("Welmince Atty Doko")["Dokumen"].open[1]
    assert said(finding.said) == "Sudah habis masa berlakunya. Terbit 2 Mei 2022."


def test_several_offices_stand_in_their_order():
    finding = gates("Martina Bria Luan")["Dokumen"].open[0]
    assert finding.place == "Pengadilan negeri, lalu Sekolah atau Dinas Pendidikan"
    assert finding.effort == "31 hari kerja · kira-kira Rp400.000, ditanggung sendiri"


def test_what_may_not_block_says_why():
    findings = gates("Oktaviana Loe Bau")["Kompetensi"].open
    laws = [finding.law for finding in findings if not finding.blocks]
    assert laws[0].endswith("; pasalnya belum ditemukan, jadi tidak menghambat")
    assert laws[1].endswith("; perlu dikonfirmasi, jadi tidak menghambat")


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("state", [ReadyState.MATCHED, ReadyState.DEPARTED])
def test_what_blocks_stands_first_and_only_that_is_red(name, state):
    for group in gates(name, for_state=state).values():
        order = [finding.blocks for finding in group.open]
        assert order == sorted(order, reverse=True)
        for finding in (*group.open, *group.settled):
            assert (finding.state.tone is Tone.BLOCKS) <= finding.blocks
            assert (finding.state.sign is Sign.QUESTION) <= (finding.state.tone is Tone.UNKNOWN)


@pytest.mark.parametrize("name", EVERYBODY)
def test_every_requirement_is_told_once_unless_the_case_is_a_stop(name):
    case = judged(name)
    told = [each.id for group in page_of(name).gates for each in (*group.open, *group.settled)]
    asked = {each.requirement.id for each in case.assessment.findings if each.state is not FindingState.NOT_NEEDED}
    assert len(told) == len(set(told))
    assert set(told) <= asked
    merged = sum(len({*mismatch.papers}) > 0 for mismatch in case.recorded.comparison.mismatches)
    if case.assessment.verdict != "stop":
        assert len(asked) - len(told) <= 2 * merged


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", EVERYBODY)
def test_every_finding_is_whole(name, language):
    for group in page_of(name, language=language).gates:
        for finding in group.open:
            assert finding.title
            assert said(finding.said)
            assert finding.todo
            assert finding.law


def test_an_age_is_never_called_a_thing_to_mend():
    for name in ("Novianti Bili Dappa", "Yuni Rambu Ana", "Delfina Muti Asa"):
        words = {finding.state.word for finding in gates(name)["Umur"].open if finding.blocks}
        assert words <= {"Berhenti", "Belum sesuai"}


def test_each_state_has_its_own_sign_and_word():
    found = {
        item.state: state_of(item, "id")
        for name in EVERYBODY
        for item in judged(name).assessment.findings
        if item.requirement.on_failure == "repair" and item.state is not FindingState.DEFECTIVE
    }
    assert len({(each.sign, each.word) for each in found.values()}) == len(found)
