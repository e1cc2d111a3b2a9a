"""The pages of files that look alike: side by side, decided once, made one, parted again."""

import re

import pytest
from django.urls import reverse
from tests.people.conftest import TODAY, belu, malaka, maria, officer  # noqa: F401  Fixtures.
from tests.web.officers.test_views import counter, page, send, stranger  # noqa: F401  Fixtures.

from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, register_person
from tenun.people.models import DuplicateDecision, Merge, Person, Transfer
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
NIK = "5304055203999001"
AGAIN = {"nama": "Maria Gorety Bano", "nik": NIK, "desa": "53.04.05.2001", "tujuan": "my-domestic"}
ELSEWHERE = AGAIN | {"desa": "53.21.02.2004"}
REASON = {"alasan": "ibunya lain"}
PLACE = {"desa": "53.21.02.2004", "alasan": "pindah ikut suami"}


@pytest.fixture
def second(belu, maria):  # noqa: F811
    """A second file with the same NIK, recorded past the question, as an import may do."""
    with scoped(standing_of(belu, TODAY).scope):
        person = register_person(
            new=NewPerson(full_name="Mery Bano", village_code="53.04.05.2001", target="my-domestic"), by=belu
        )
        Person.objects.filter(pk=person.pk).update(nik=NIK, nik_hash=maria.nik_hash)
    return person


def rows(model):
    with scoped(Scope(districts=("53.04", "53.21"))):
        return list(model.objects.all())


class TestRegister:
    def test_the_answers_stand_beside_the_file_that_looks_alike(self, counter, maria):  # noqa: F811
        text = send(counter, "register", **AGAIN).text
        assert "Isian Anda" in text
        assert re.search(r'<td class="differs">Maria Goreti Bano', text)
        assert f"Berkas {maria.pk:06d}" in text
        assert NIK not in text.split("<form", 2)[1]

    def test_of_another_district_only_office_and_initials_are_shown(self, stranger, maria):  # noqa: F811
        text = send(stranger, "register", **ELSEWHERE).text
        assert "M. G. B." in text
        assert re.search(r"Kab(upaten|\.)? ?Belu|Belu", text)
        for secret in ("Yuliana", "Goreti", "Maret 1999", reverse("berkas", args=[maria.pk])):
            assert secret not in text
        assert re.search(r"/pindah/minta/[0-9a-f-]{36}/", text)

    def test_it_may_be_somebody_else_all_the_same_with_a_reason(self, stranger, maria):  # noqa: F811
        assert send(stranger, "register", **ELSEWHERE, another="1").status_code == 422
        assert send(stranger, "register", **ELSEWHERE, another="1", alasan="NIK ganda").status_code == 302


class TestSimilar:
    def test_it_lists_whoever_waits_for_a_decision(self, counter, maria, second):  # noqa: F811
        assert reverse("compare", args=[maria.pk, second.pk]) in page(counter, "similar", maria.pk).text

    def test_any_two_files_can_be_compared_by_ticket(self, counter, maria, second):  # noqa: F811
        answer = page(counter, "similar", maria.pk, tiket=f"{second.pk:06d}")
        assert answer.url == reverse("compare", args=[maria.pk, second.pk])

    def test_side_by_side_the_differences_are_marked_and_numbers_hidden(self, counter, maria, second):  # noqa: F811
        text = page(counter, "compare", maria.pk, second.pk).text
        assert re.search(r'<td class="differs">.*?Mery Bano', text)
        assert re.search(r'<td class="same num">.*?•••• 9001', text)
        assert NIK not in text

    def test_looking_at_both_is_entered(self, counter, acts_on, maria, second):  # noqa: F811
        page(counter, "compare", maria.pk, second.pk)
        assert acts_on(maria) == acts_on(second) == [("open_file", "")]

    def test_a_decision_is_kept_and_the_pair_not_asked_again(self, counter, maria, second):  # noqa: F811
        assert send(counter, "compare", maria.pk, second.pk, **REASON).status_code == 302
        (kept,) = rows(DuplicateDecision)
        assert (kept.is_same, kept.reason) == (False, "ibunya lain")
        assert reverse("compare", args=[maria.pk, second.pk]) not in page(counter, "similar", maria.pk).text

    def test_a_decision_without_a_reason_is_none(self, counter, maria, second):  # noqa: F811
        assert send(counter, "compare", maria.pk, second.pk, alasan=" ").status_code == 422
        assert rows(DuplicateDecision) == []

    @pytest.mark.parametrize("view", ["compare", "merge"])
    def test_a_file_of_another_district_is_not_there_to_compare(self, stranger, malaka, maria, view):  # noqa: F811
        with scoped(standing_of(malaka, TODAY).scope):
            own = register_person(
                new=NewPerson(full_name="Yosef", village_code="53.21.02.2004", target="my-domestic"), by=malaka
            )
        assert page(stranger, view, own.pk, maria.pk).status_code == 404
        assert send(stranger, view, own.pk, maria.pk, **REASON).status_code == 404


class TestMerge:
    def test_two_become_one_and_the_old_address_leads_to_it(self, counter, maria, second):  # noqa: F811
        assert send(counter, "merge", maria.pk, second.pk, **REASON).status_code == 302
        for view in ("berkas", "change-person", "papers"):
            answer = page(counter, view, second.pk)
            assert (answer.status_code, answer.url) == (302, reverse("berkas", args=[maria.pk]))
        assert "Mery Bano" not in page(counter, "desk").text

    def test_another_district_is_led_nowhere(self, counter, client, malaka, maria, second):  # noqa: F811
        send(counter, "merge", maria.pk, second.pk, **REASON)
        client.force_login(malaka)
        assert page(client, "berkas", second.pk).status_code == 404

    def test_it_is_undone_and_both_stand_again(self, counter, maria, second):  # noqa: F811
        send(counter, "merge", maria.pk, second.pk, **REASON)
        (done,) = rows(Merge)
        assert reverse("undo-merge", args=[maria.pk, done.pk]) in page(counter, "similar", maria.pk).text
        assert page(counter, "undo-merge", maria.pk, done.pk).status_code == 200
        assert send(counter, "undo-merge", maria.pk, done.pk, **REASON).status_code == 302
        assert page(counter, "berkas", second.pk).status_code == 200

    def test_why_it_cannot_be_is_said_in_words(self, counter, maria, second):  # noqa: F811
        assert "Ini berkas yang sama." in send(counter, "merge", maria.pk, maria.pk, **REASON).text

    def test_what_is_undone_is_not_undone_again(self, counter, maria, second):  # noqa: F811
        send(counter, "merge", maria.pk, second.pk, **REASON)
        (done,) = rows(Merge)
        send(counter, "undo-merge", maria.pk, done.pk, **REASON)
        assert "sudah digabung" in send(counter, "undo-merge", maria.pk, done.pk, **REASON).text

    def test_the_history_tells_the_merging_and_its_undoing(self, counter, maria, second):  # noqa: F811
        send(counter, "merge", maria.pk, second.pk, **REASON)
        send(counter, "undo-merge", maria.pk, rows(Merge)[0].pk, **REASON)
        text = page(counter, "history", maria.pk).text
        assert f"Penggabungan berkas dicatat</b>: Berkas lain: {second.pk:06d}" in text
        assert "Dibatalkan: kosong → " in text

    def test_the_village_compares_and_merges_nothing(self, client, maria, second):  # noqa: F811
        client.force_login(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)))
        assert "Minta petugas loket" in page(client, "compare", maria.pk, second.pk).text
        assert send(client, "merge", maria.pk, second.pk, **REASON).status_code == 404

    def test_a_merging_of_other_files_is_not_undone_from_here(self, counter, maria, second):  # noqa: F811
        send(counter, "merge", maria.pk, second.pk, **REASON)
        assert send(counter, "undo-merge", maria.pk, rows(Merge)[0].pk + 1, **REASON).status_code == 404


class TestTransfer:
    @pytest.fixture
    def ask_url(self, stranger, maria):  # noqa: F811
        return re.search(r'href="(/pindah/minta/[^"]+)"', send(stranger, "register", **ELSEWHERE).text)[1]

    @pytest.fixture
    def asked(self, stranger, ask_url):  # noqa: F811
        assert stranger.get(ask_url).status_code == 200
        assert stranger.post(ask_url, PLACE).status_code == 302
        return rows(Transfer)[0]

    def test_asking_needs_a_reason_and_an_own_village(self, stranger, ask_url):  # noqa: F811
        for change in ({"alasan": ""}, {"desa": "53.04.05.2001"}):
            assert stranger.post(ask_url, PLACE | change).status_code == 422
        assert rows(Transfer) == []

    def test_a_handle_of_nobody_is_told_in_words(self, stranger):  # noqa: F811
        url = reverse("transfer-ask", args=["00000000-0000-4000-8000-000000000000"])
        assert "sudah lewat sehari" in stranger.post(url, PLACE).text

    def test_the_holding_office_is_told_on_its_desk_and_answers(self, client, belu, malaka, maria, asked):  # noqa: F811
        client.force_login(belu)
        assert "Malaka meminta berkas M. G. B." in page(client, "desk").text
        assert reverse("berkas", args=[maria.pk]) in page(client, "transfer-answer", asked.pk).text
        answer = send(client, "transfer-answer", asked.pk, keputusan="serahkan", jawaban="silakan")
        assert (answer.status_code, answer.url) == (302, reverse("transfers"))
        assert "Berkas M. G. B. sudah dipindahkan ke" in page(client, "desk").text
        assert page(client, "berkas", maria.pk).status_code == 404
        client.force_login(malaka)
        assert "menyerahkan berkas M. G. B." in page(client, "desk").text
        assert page(client, "berkas", maria.pk).status_code == 200

    def test_a_refusal_needs_its_reason_and_both_read_it(self, client, belu, malaka, maria, asked):  # noqa: F811
        client.force_login(belu)
        assert send(client, "transfer-answer", asked.pk, keputusan="tolak").status_code == 422
        assert send(client, "transfer-answer", asked.pk, keputusan="tolak", jawaban="masih di sini").status_code == 302
        assert "masih di sini" in page(client, "desk").text
        client.force_login(malaka)
        assert "masih di sini" in page(client, "desk").text
        assert page(client, "berkas", maria.pk).status_code == 404

    def test_whoever_asks_does_not_answer(self, stranger, maria, asked):  # noqa: F811
        assert "Menunggu jawaban" in page(stranger, "transfers").text
        assert page(stranger, "transfer-answer", asked.pk).status_code == 404
        assert send(stranger, "transfer-answer", asked.pk, keputusan="serahkan").status_code == 404

    def test_a_third_district_sees_no_request(self, client, asked):
        client.force_login(officer("kupang", districts=("53.01",)))
        assert "M. G. B." not in page(client, "transfers").text
        assert page(client, "transfer-answer", asked.pk).status_code == 404

    def test_what_was_answered_is_not_answered_again(self, client, belu, asked):  # noqa: F811
        client.force_login(belu)
        send(client, "transfer-answer", asked.pk, keputusan="serahkan")
        assert "sudah dijawab" in send(client, "transfer-answer", asked.pk, keputusan="serahkan").text

    def test_a_role_without_files_has_no_such_page(self, client):
        client.force_login(officer("perusahaan", Role.AGENCY))
        assert page(client, "transfers").status_code == 404
