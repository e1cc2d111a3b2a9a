"""A card a paper: its proof, what is wrong with it, and by whom it was seen."""

import pytest
from tests.web.people import page_of

from tenun.domain.states import ReadyState


def cards(name, **more):
    return {card.name: card for card in page_of(name, **more).papers}


def test_a_paper_that_the_plan_corrects_is_wrong_and_the_others_are_not():
    words = {name: card.state.word for name, card in cards("Dorkas Manafe Lenggu").items()}
    assert words["Ijazah"] == "Perlu dibetulkan"
    assert words["KTP"] == "Terpenuhi"


def test_a_paper_says_how_far_it_is_proven_and_who_saw_it():
    card = cards("Imelda Jelita Nggai")["KTP"]
    assert (card.proof, card.proof_word, card.note) == (2, "salinan", "salinan 13 Okt oleh R. Anamila")
    assert card.state.word == "Belum diverifikasi"


@pytest.mark.parametrize(
    ("name", "paper", "note"),
    [("Oktaviana Loe Bau", "KTP", "belum ditunjukkan"), ("Lusia Kewa Beribe", "KTP", "tidak ada")],
)
def test_not_shown_is_not_absent(name, paper, note):
    assert cards(name)[paper].note == note


def test_what_is_needed_only_later_is_one_line():
    page = page_of("Adriana Rambu Lika")
    assert page.later_papers.startswith("paspor, surat sehat")
    assert "Paspor" not in cards("Adriana Rambu Lika")
    assert "Paspor" in cards("Adriana Rambu Lika", for_state=ReadyState.PASSPORT_OK)


def test_on_a_stop_no_paper_is_called_good():
    page = page_of("Novianti Bili Dappa")
    assert {card.state.word for card in page.papers} == {"Ditahan dulu"}
    assert page.later_papers == ""
