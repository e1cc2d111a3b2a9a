"""Uji mandiri: begun, answered, told in words, taken in from a list; the province keeps it and the offices read it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.people.conftest import officer

from tenun.organisations.enums import Role

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
FILLED = {
    "jawaban": "partial",
    "bukti": "Perda 1/2026",
    "kantor": "Dinas",
    "tanggal": "24-11-2026",
    "kurang": "Anggaran",
}
LIST = b"id,dimensi,pertanyaan\nA.1,1,Adakah aturan?\n"


@pytest.fixture
def leader(client, db):
    client.force_login(officer("provinsi", Role.PROVINCE))
    return client


@pytest.fixture
def begun(leader):
    assert leader.post(reverse("begin-self-assessment")).status_code == 302
    return leader


def page(client, name="self-assessment", *args):
    return client.get(reverse(name, args=args)).text


def sent(client, content=LIST, **more):
    upload = SimpleUploadedFile("daftar.csv", content)
    return client.post(reverse("import-self-questions"), {"daftar": upload, **more})


def test_it_begins_with_questions_that_say_that_they_are_ours(begun):
    text = page(begun)
    assert text.count("pertanyaan awal kami") == 11
    assert "Uji mandiri, bukan penilaian resmi." in text
    assert "Dari 3 butir: 3 belum dijawab." in text


def test_an_answer_stands_with_its_evidence_and_the_one_before_in_the_history(begun):
    url = reverse("answer-self-question", args=["UM-2.1"])
    assert begun.post(url, FILLED).url == reverse("self-question", args=["UM-2.1"])
    begun.post(url, {**FILLED, "jawaban": "complete", "kurang": ""})
    text = page(begun, "self-question", "UM-2.1")
    assert ("Perda 1/2026" in text, text.count("<li><b>"), "sebagian" in text) == (True, 2, True)
    assert "Dari 3 butir: 1 lengkap, 2 belum dijawab." in page(begun)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"bukti": ""}, "Tulis bukti yang menunjukkan bahwa ini sudah ada."),
        ({"tanggal": "24-11-2099"}, "Tanggal ini belum tiba."),
        ({"kantor": ""}, "Isi"),
    ],
)
def test_an_answer_that_is_not_whole_is_asked_again(begun, change, words):
    answer = begun.post(reverse("answer-self-question", args=["UM-2.1"]), {**FILLED, **change})
    assert answer.status_code == 422
    assert words in answer.text or change == {"kantor": ""}
    assert "Belum dijawab" in page(begun, "self-question", "UM-2.1")


class TestList:
    def test_it_is_checked_first_and_saved_when_sent_again(self, leader):
        answer = sent(leader)
        assert (answer.status_code, "1 pertanyaan siap disimpan" in answer.text) == (200, True)
        assert "Belum ada pertanyaan" in page(leader)
        assert sent(leader, simpan="ya").status_code == 302
        assert "Adakah aturan?" in page(leader)

    def test_a_faulty_row_keeps_the_whole_list_out(self, leader):
        answer = sent(leader, LIST + b"A.2,9,Lagi?\n", simpan="ya")
        assert "Baris 3:" in answer.text
        assert "Belum ada pertanyaan" in page(leader)

    def test_what_is_no_list_is_refused_in_words(self, leader):
        assert sent(leader, b"\x89PNG\r\n\x00\x00").status_code == 422


def test_a_partner_reads_it_and_keeps_nothing(begun, client):
    client.force_login(officer("mitra", Role.PARTNER))
    assert "Impor daftar pertanyaan" not in page(client)
    assert "Jawab butir ini" not in page(client, "self-question", "UM-2.1")
    assert client.get(reverse("answer-self-question", args=["UM-2.1"])).status_code == 404
    assert client.get(reverse("self-question", args=["UM-9"])).status_code == 404
