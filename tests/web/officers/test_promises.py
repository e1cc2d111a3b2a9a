"""The ledger of promises: filters, one with its history, the link that is shown once, the letter to a partner."""

import re
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from tests.partnership.conftest import (  # noqa: F401  Fixtures.
    draft,
    in_scope,
    iom,
    owner,
    partner,
    promise,
    province,
    published,
)
from tests.people.conftest import TODAY, officer

from tenun.domain.promises import PromiseState
from tenun.organisations.enums import Role
from tenun.partnership.actions.promises import NewPromise, enter_promise, move_promise
from tenun.partnership.models import Commitment, PersonalLink
from tenun.partnership.promises import promises_with
from tenun.web.officers import promise_letters, promises

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(client, province):  # noqa: F811
    """A browser of the province."""
    client.force_login(province)
    return client


def again(promise, who):  # noqa: F811
    with in_scope(who):
        return Commitment.objects.get(pk=promise.pk)


class TestLedger:
    def test_a_late_promise_says_for_how_long(self, at, promise):  # noqa: F811
        page = at.get(reverse("promises")).text
        assert "1 janji lewat tanggalnya" in page
        assert re.search(r"Lewat \d+ hari", page)

    @pytest.mark.parametrize(
        ("asked", "there"),
        [
            ({"lewat": "1"}, True),
            ({"keadaan": "kept"}, False),
            ({"keadaan": "dibuat-buat"}, True),
            ({"pemilik": "0"}, False),
            ({"pemilik": "x"}, True),
        ],
    )
    def test_it_is_narrowed(self, at, promise, asked, there):  # noqa: F811
        page = at.get(reverse("promises"), asked).text
        assert (promise.action in page) is there
        assert ("Tidak ada janji dengan saringan ini" in page) is not there

    def test_an_empty_one_says_how_a_promise_comes(self, at):
        assert "Belum ada janji" in at.get(reverse("promises")).text

    def test_a_long_ledger_says_that_there_are_more(self, at, promise, province, owner, monkeypatch):  # noqa: F811
        with in_scope(province):
            enter_promise(new=NewPromise(action="Satu lagi (rekaan)", owner=owner, promised_on=TODAY), by=province)
        assert "Saring untuk melihat yang lain" not in at.get(reverse("promises")).text
        monkeypatch.setattr(promises, "MOST_SHOWN", 1)
        page = at.get(reverse("promises")).text
        assert "Saring untuk melihat yang lain" in page
        assert "Satu lagi (rekaan)" not in page

    def test_a_letter_is_offered_for_one_owner(self, at, promise, owner):  # noqa: F811
        letter = reverse("promise-letter", args=[owner.pk])
        assert letter not in at.get(reverse("promises")).text
        assert letter in at.get(reverse("promises"), {"pemilik": owner.pk}).text


NEW = {"action": "Menyusun daftar kelas (rekaan)", "umum": "on"}


class TestNew:
    def test_of_a_meeting_it_serves_a_result(self, at, published, owner, iom, province):  # noqa: F811
        url = f"{reverse('new-promise')}?rapat={published.pk}"
        with in_scope(province):
            result = published.results.get(number=2)
        more = {"owner": owner.pk, "partner": iom.pk, "untuk": f"result:{result.pk}", "gcm": ["18", "23"]}
        at.post(url, {**NEW, **more, "paling_lambat": "15-12-2026"})
        with in_scope(province):
            made = Commitment.objects.get(action=NEW["action"])
            assert (made.expected_result, made.partner, made.meeting) == (result, iom, published)
            assert (made.due_on, made.gcm_objectives, made.promised_on) == (
                date(2026, 12, 15),
                [18, 23],
                published.held_on,
            )

    @pytest.mark.parametrize(
        ("due", "status"),
        [
            ({}, 422),
            ({"paling_lambat": "15-12-2026", "belum_ditetapkan": "on"}, 422),
            ({"paling_lambat": "31-02-2026"}, 422),
            ({"belum_ditetapkan": "on"}, 302),
        ],
    )
    def test_a_day_or_that_none_is_set_is_said(self, at, owner, province, due, status):  # noqa: F811
        answer = at.post(reverse("new-promise"), {**NEW, "owner": owner.pk, **due})
        assert answer.status_code == status
        if status == 302:
            assert "belum ditetapkan" in at.get(answer.url).text

    def test_a_partner_enters_none(self, client, partner):  # noqa: F811
        client.force_login(partner)
        assert client.get(reverse("new-promise")).status_code == 404


class TestOne:
    def test_news_is_told_and_the_state_moves(self, at, promise, province):  # noqa: F811
        url = reverse("tell-promise", args=[promise.pk])
        assert at.post(url, {"words": ""}).status_code == 422
        told = {"keadaan": "begun", "words": "Kelas dibuka", "evidence": "SK 1", "url": "https://contoh.example/sk"}
        at.post(url, told)
        page = at.get(reverse("promise", args=[promise.pk])).text
        assert again(promise, province).state == "begun"
        assert all(words in page for words in ("Kelas dibuka", "SK 1", "contoh.example/sk"))

    def test_a_partner_tells_of_its_own_without_moving_it(self, client, promise, partner, province):  # noqa: F811
        client.force_login(partner)
        url = reverse("tell-promise", args=[promise.pk])
        assert 'name="keadaan"' not in client.get(url).text
        client.post(url, {"words": "Sedang disusun", "keadaan": "kept"})
        page = client.get(reverse("promise", args=[promise.pk])).text
        assert "Sedang disusun" in page
        assert again(promise, province).state == "promised"
        assert client.get(reverse("promise-link", args=[promise.pk])).status_code == 404

    def test_another_partner_only_reads(self, client, promise):  # noqa: F811
        client.force_login(officer("mitra-lain", Role.PARTNER))
        assert "Catat kabar janji" not in client.get(reverse("promise", args=[promise.pk])).text
        assert client.get(reverse("tell-promise", args=[promise.pk])).status_code == 404

    def test_another_day_is_agreed_with_a_reason(self, at, promise, province):  # noqa: F811
        url = reverse("promise-due", args=[promise.pk])
        assert at.post(url, {"paling_lambat": "15-12-2026"}).status_code == 422
        at.post(url, {"paling_lambat": "15-12-2026", "words": "Anggaran baru"})
        assert again(promise, province).due_on == date(2026, 12, 15)

    def test_what_nobody_reported_cannot_be_seen(self, at, promise):  # noqa: F811
        answer = at.post(reverse("see-evidence", args=[promise.pk]), follow=True)
        assert "belum ada yang dilaporkan" in answer.text


class TestLink:
    def test_it_is_shown_once_and_answered_without_account(self, at, client, promise, province):  # noqa: F811
        page = at.post(reverse("promise-link", args=[promise.pk]), {"kepada": "Ani Rekaan, ketua"}).text
        address = re.search(r"/tautan/[\w-]+/", page)[0]
        client.logout()
        assert promise.action in client.get(address).text
        assert client.post(address, {"answer": "not_yet"}).status_code == 422
        assert client.post(address, {"answer": "done"}).status_code == 422
        thanks = client.post(address, {"answer": "done", "evidence": "Daftar hadir 12 Oktober"})
        assert "Kabar janji ini sudah dicatat" in thanks.text
        assert client.get(address).status_code == 410
        client.force_login(province)
        page = client.get(reverse("promise", args=[promise.pk])).text
        assert "Ditepati menurut pemilik" in page
        assert "Ani Rekaan, ketua, lewat tautan" in page
        client.post(reverse("see-evidence", args=[promise.pk]))
        page = client.get(reverse("promise", args=[promise.pk])).text
        assert "Buktinya sudah dilihat" in page
        assert "Saya sudah melihat buktinya" not in page

    def test_no_link_is_made_by_looking(self, at, promise, province):  # noqa: F811
        at.get(reverse("promise-link", args=[promise.pk]))
        with in_scope(province):
            assert not PersonalLink.objects.exists()


class TestLetter:
    def test_it_says_what_is_owed_and_asks(self, promise, owner, province):  # noqa: F811
        with in_scope(province):
            enter_promise(new=NewPromise(action="Tanpa hari", owner=owner, promised_on=TODAY), by=province)
            done = enter_promise(new=NewPromise(action="Selesai", owner=owner, promised_on=TODAY), by=province)
            move_promise(promise=done, after=PromiseState.KEPT, by=province)
            said = promise_letters.words_of(owner, promises_with(owner), TODAY, office="Dinas")
        assert "1 dari 3 janji sudah ditepati; 1 sudah lewat tanggalnya." in said["opening"]
        assert [row[2] for row in said["rows"]] == ["31 Oktober 2026", "belum ditetapkan", "belum ditetapkan"]
        assert len(said["asks"]) == 2
        assert said["title"] == "Kabar janji triwulan 4 tahun 2026"

    def test_with_nothing_open_it_asks_nothing(self, owner, province):  # noqa: F811
        with in_scope(province):
            said = promise_letters.words_of(owner, [], TODAY, office="Dinas")
        assert said["asks"] == [promise_letters._ASK_NOTHING]

    def test_it_is_a_tagged_page(self, at, promise, owner):  # noqa: F811
        answer = at.get(reverse("promise-letter", args=[owner.pk]))
        assert answer["Content-Type"] == "application/pdf"
        with pikepdf.open(BytesIO(answer.content)) as document:
            assert document.Root.MarkInfo.Marked
            assert len(document.pages) == 1

    @pytest.mark.parametrize("number", [0])
    def test_there_is_none_for_nobody(self, at, number):
        assert at.get(reverse("promise-letter", args=[number])).status_code == 404
