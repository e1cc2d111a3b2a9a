"""The pages of an emergency: a reason, an hour, reading only, and a word of those whose file it is."""

import pytest
from django.urls import reverse
from tests.people.conftest import TODAY, belu, maria, officer  # noqa: F401  Fixtures.

from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.models import Emergency
from tenun.readiness.actions import refer
from tenun.readiness.models import ReferralReason
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
CASE_TEAM = Scope(districts=("53.04",), cases=("53.04",))
WHY = {"danger": "border", "why": "Dicegat di bandara, polisi bertanya siapa keluarganya"}


@pytest.fixture
def sealed(belu, maria):  # noqa: F811
    with scoped(standing_of(belu, TODAY).scope):
        refer(person=maria, reason=ReferralReason.OTHER, note="Takut pulang", by=belu)
    return maria


@pytest.fixture
def counter(client, belu):  # noqa: F811
    client.force_login(belu)
    return client


@pytest.fixture
def protection(db):
    return officer("pelindung", Role.PROTECTION, districts=("53.04",))


def address(view, person):
    return reverse(view, args=[person.pk])


def test_the_closed_page_leads_there(counter, sealed):
    closed = counter.get(address("berkas", sealed))
    assert (closed.status_code, address("emergency", sealed) in closed.text) == (423, True)


def test_a_village_is_not_led_there(client, sealed):
    client.force_login(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)))
    closed = client.get(address("berkas", sealed))
    assert (closed.status_code, "darurat" in closed.text) == (423, False)


@pytest.mark.parametrize(
    "answers", [{}, {"danger": "border", "why": "penting"}, {"danger": "bosan", "why": WHY["why"]}]
)
def test_without_a_reason_nothing_opens(counter, sealed, answers):
    assert counter.post(address("emergency", sealed), answers).status_code == 422
    assert counter.get(address("berkas", sealed)).status_code == 423


class TestOpened:
    @pytest.fixture
    def reader(self, counter, sealed):
        answer = counter.post(address("emergency", sealed), WHY)
        assert (answer.status_code, answer.url) == (302, address("berkas", sealed))
        return counter

    def test_the_file_says_until_when_and_offers_no_act(self, reader, sealed):
        text = reader.get(address("berkas", sealed)).text
        assert "Dibuka karena darurat sampai" in text
        assert "Takut pulang" not in text
        assert f'href="{reverse("register")}"' in text, "the menu stays as it was"
        for view in ("papers", "target", "hand-over", "plan", "change-person"):
            assert f'"{address(view, sealed)}"' not in text

    @pytest.mark.parametrize("view", ["papers", "target", "hand-over", "change-person", "known", "plan", "consents"])
    def test_no_act_by_address_either(self, reader, sealed, view):
        assert reader.get(address(view, sealed)).status_code == 423

    @pytest.mark.parametrize("view", ["journey", "contacts", "readers", "history", "simulation"])
    def test_what_is_read_is_read(self, reader, sealed, view):
        assert reader.get(address(view, sealed)).status_code == 200

    def test_ending_it_closes_it(self, reader, sealed):
        assert reader.post(address("end-emergency", sealed)).status_code == 302
        assert reader.get(address("berkas", sealed)).status_code == 423

    def test_each_reading_is_entered_as_such(self, reader, sealed, acts_on):
        reader.get(address("berkas", sealed))
        assert acts_on(sealed)[-2:] == [("open_in_emergency", "border"), ("open_file", "darurat")]


class TestOwner:
    @pytest.fixture
    def told(self, client, counter, sealed, protection):
        counter.post(address("emergency", sealed), WHY)
        client.force_login(protection)
        return client

    def test_it_stands_on_the_desk_and_in_the_menu_of_protection(self, told):
        text = told.get(reverse("desk")).text
        assert "1 berkas dibuka karena darurat" in text
        assert reverse("emergencies") in text

    def test_who_why_and_until_when(self, told):
        text = told.get(reverse("emergencies")).text
        for words in ("Belu", WHY["why"], "masih terbuka sampai", "Menunggu penilaian"):
            assert words in text

    def test_it_is_judged_once(self, told):
        with scoped(CASE_TEAM):
            opening = Emergency.objects.get()
        url = reverse("review-emergency", args=[opening.pk])
        assert WHY["why"] in told.get(url).text
        assert told.post(url, {}).status_code == 422
        assert told.post(url, {"verdict": "unfair", "note": "Tidak mendesak"}).status_code == 302
        assert told.get(url).status_code == 404
        assert "tidak wajar" in told.get(reverse("emergencies")).text
        assert "dibuka karena darurat" not in told.get(reverse("desk")).text

    def test_an_unfair_one_is_closed_for_its_reader(self, client, told, sealed, belu):  # noqa: F811
        with scoped(CASE_TEAM):
            opening = Emergency.objects.get()
        told.post(reverse("review-emergency", args=[opening.pk]), {"verdict": "unfair"})
        client.force_login(belu)
        assert client.get(address("berkas", sealed)).status_code == 423

    def test_a_counter_that_looks_after_nothing_sees_none(self, client, told):
        client.force_login(officer("rekan", districts=("53.04",)))
        assert WHY["why"] not in client.get(reverse("emergencies")).text


def test_the_case_team_needs_no_emergency(client, sealed, protection):
    client.force_login(protection)
    assert client.get(address("berkas", sealed)).status_code == 200
    assert client.get(address("emergency", sealed)).status_code == 404


def test_what_is_not_sealed_and_shows_no_health_needs_none(client, maria):  # noqa: F811
    client.force_login(officer("provinsi", Role.PROVINCE, districts=("53.04",)))
    assert client.get(address("emergency", maria)).status_code == 404
