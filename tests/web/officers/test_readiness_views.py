"""Kesiapan daerah: the matrix, one district, what is said of it, and the link by which its head confirms."""

import re

import pytest
from django.db import connection
from django.urls import reverse
from tests.people.conftest import belu, malaka, officer  # noqa: F401  Fixtures.

from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.partnership.actions.readiness import Said, note_due, tell_service
from tenun.partnership.enums import DistrictServiceKind
from tenun.partnership.models import ServiceEntry
from tenun.shared.clock import today
from tenun.shared.scope import scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
PLACEMENT = DistrictServiceKind.PLACEMENT
FILLED = {"ada": "ya", "layanan": "Mendaftar tiap hari", "jam": "08.00–15.00", "tempat": "20", "telepon": "0389 1"}


@pytest.fixture
def counter(client, belu):  # noqa: F811
    client.force_login(belu)
    return client


@pytest.fixture
def leader(client, db):
    client.force_login(officer("provinsi", Role.PROVINCE, districts=("53.04",)))
    return client


def address(name, *more, district="53.04"):
    return reverse(name, args=[district, *more])


def entries(user):
    with scoped(standing_of(user, today()).scope):
        return list(ServiceEntry.objects.order_by("pk"))


def test_the_matrix_shows_every_district_and_what_nobody_said_as_not_reported(leader):
    text = leader.get(reverse("readiness")).text
    assert text.count("Belum lapor") == 66 + 1
    assert text.count('<th role="rowheader"') == 22


def test_a_counter_says_what_its_district_can_do(counter, belu):  # noqa: F811
    answer = counter.post(address("change-readiness", "placement"), FILLED)
    assert (answer.status_code, answer.url) == (302, address("district-readiness"))
    (entry,) = entries(belu)
    assert (entry.can_do, entry.places, entry.contact, entry.said_on) == ("Mendaftar tiap hari", 20, "0389 1", today())
    text = counter.get(answer.url).text
    assert "Mendaftar tiap hari" in text
    assert "0389 1" in text
    assert 'value="Belum' not in counter.get(address("change-readiness", "placement")).text


def test_a_service_that_is_there_says_what_it_does(counter, belu):  # noqa: F811
    answer = counter.post(address("change-readiness", "placement"), {**FILLED, "layanan": ""})
    assert (answer.status_code, entries(belu)) == (422, [])
    assert "Tulis apa yang dapat dilayani sekarang." in answer.text


def test_confirming_adds_a_word_of_today(counter, belu):  # noqa: F811
    counter.post(address("confirm-readiness"))
    assert entries(belu) == []
    counter.post(address("change-readiness", "training"), {"ada": "belum"})
    counter.post(address("confirm-readiness"))
    assert [each.service for each in entries(belu)] == ["training", "training"]


def test_an_old_word_is_shown_as_old(counter, belu):  # noqa: F811
    with scoped(standing_of(belu, today()).scope):
        old = Said(kind=PLACEMENT, is_offered=True, can_do="Mendaftar", said_on=today().replace(year=2025))
        tell_service(district="53.04", said=old, by=belu)
    assert "Kabar lama" in counter.get(reverse("readiness")).text
    assert "Kabar lama" in counter.get(address("district-readiness")).text


@pytest.mark.parametrize("name", ["confirm-readiness", "ask-readiness"])
def test_no_counter_writes_about_another_district(counter, name):
    assert counter.post(address(name, district="53.21"), {"untuk": "x"}).status_code == 404
    assert counter.post(address("change-readiness", "training", district="53.21"), {"ada": "belum"}).status_code == 404
    text = counter.get(address("district-readiness", district="53.21")).text
    assert "Ubah keterangan" not in text


@pytest.mark.parametrize("path", ["/kesiapan/53.99/", "/kesiapan/53.04/gaji/"])
def test_there_is_no_other_district_and_no_other_service(leader, path):
    assert leader.get(path).status_code == 404


def test_the_province_sees_whom_to_ask(leader):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('tenun.together', 'on', true)")
    note_due(today(), using="default")
    assert "22 daerah belum dikonfirmasi untuk triwulan IV 2026." in leader.get(reverse("readiness")).text
    leader.post(address("ask-readiness"), {"untuk": "Kepala dinas"})
    assert "Sudah dibuat" in leader.get(reverse("readiness")).text


class TestLink:
    @pytest.fixture
    def link(self, counter):
        counter.post(address("change-readiness", "placement"), FILLED)
        text = counter.post(address("ask-readiness"), {"untuk": "Kepala Dinas Belu"}).text
        counter.logout()
        return re.search(r"http://testserver(/tautan/[^/]+/)<", text)[1]

    def test_it_shows_what_stands_without_an_account_and_a_look_changes_nothing(self, client, link, belu):  # noqa: F811
        text = client.get(link).text
        assert "Apakah layanan di Kabupaten Belu masih seperti ini?" in text
        assert "Mendaftar tiap hari" in text
        assert len(entries(belu)) == 1

    def test_its_answer_confirms_corrects_and_closes_it(self, client, link, belu):  # noqa: F811
        answer = client.post(
            link, {"placement": "same", "training": "here", "training_words": "Kelas bahasa", "documents": "gone"}
        )
        assert answer.status_code == 200
        assert "Kesiapan layanan sudah dicatat hari ini." in answer.text
        told = {each.service: each for each in entries(belu)}
        assert {(each.by_link, each.by) for each in told.values()} == {("Kepala Dinas Belu", None)}
        assert (told["placement"].can_do, told["training"].can_do) == ("Mendaftar tiap hari", "Kelas bahasa")
        assert not told["documents"].is_offered
        assert client.post(link, {}).status_code == 410

    def test_a_change_without_words_is_asked_again(self, client, link, belu):  # noqa: F811
        answer = client.post(link, {"placement": "here", "training": "same", "documents": "same"})
        assert (answer.status_code, len(entries(belu))) == (422, 1)
        assert "Tulis apa yang dapat dilayani sekarang." in answer.text
