"""A journey on its pages: a destination is chosen, steps are entered, a file goes to protection and comes back."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from tests.people.conftest import TODAY, belu, malaka, maria, officer  # noqa: F401  Fixtures.
from tests.strategies import good_paper, ready_person
from tests.web.officers.acts import seen_and_saved

from tenun.domain.facts import flatten
from tenun.domain.journey import BRIEFING
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.models import Journey, JourneyEntry, Person
from tenun.readiness.models import Factsheet, Referral
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
IN_BELU = Scope(districts=("53.04",))
OTHERS, NOT_NOW = "Langkah ini dicatat oleh petugas lain.", "Langkah ini tidak berlaku pada tahap sekarang."
TOLD = {"butir": list(BRIEFING), "bahasa": "tet", "tanggal": "20-11-2026", "keluarga": "on"}


@pytest.fixture
def counter(client, belu):  # noqa: F811
    client.force_login(belu)
    return client


@pytest.fixture
def signed_in(client):
    """Signs in somebody in a role over the whole district."""

    def as_role(role):
        user = officer(f"petugas-{role}", role, districts=("53.04",))
        client.force_login(user)
        return client

    return as_role


def address(view, person, *args):
    return reverse(view, args=[person.pk, *args])


def states(person):
    with scoped(IN_BELU):
        entries = JourneyEntry.objects.filter(person=person).order_by("id")
        return [entry.after for entry in entries]


def enter(client, person, event, **answers):
    return client.post(address("step", person, event), answers)


@pytest.fixture
def ready(maria):  # noqa: F811
    """Maria with nothing of her papers left to mend."""
    with scoped(IN_BELU):
        Person.objects.filter(pk=maria.pk).update(target="my-domestic")
        Factsheet.objects.filter(person=maria).update(**flatten(ready_person()))
        Journey.objects.create(person=maria, state="CONTACTED", started_at="2026-11-01T00:00:00+08:00")
    return maria


class TestWhatIsNext:
    def test_where_nothing_is_to_be_mended_it_is_the_next_step_of_her_journey(self, counter, ready):
        text = counter.get(address("berkas", ready)).text
        assert f'href="{address("step", ready, "inform")}">Beri penjelasan</a>' in text
        assert "Lanjut ke" not in text

    def test_whoever_may_not_enter_it_reads_who_does(self, counter, ready):
        with scoped(IN_BELU):
            Journey.objects.filter(person=ready).update(state="INFORMED")
        text = counter.get(address("berkas", ready)).text
        assert address("step", ready, "record-in-village") not in text
        assert "Petugas desa, di kantor desa atau kelurahan." in text

    def test_where_a_paper_is_wrong_it_is_the_paper(self, counter, ready):
        with scoped(IN_BELU):
            Factsheet.objects.filter(person=ready).update(
                **flatten(replace(ready_person(), kk=replace(good_paper(), proof=0)))
            )
        assert address("step", ready, "inform") not in counter.get(address("berkas", ready)).text


class TestTarget:
    def test_every_destination_is_shown_with_how_she_stands_to_it(self, counter, maria):  # noqa: F811
        text = counter.get(address("target", maria)).text
        assert text.count("?tujuan=") == 15
        assert "tujuan sekarang" in text

    def test_choosing_one_changes_the_file(self, counter, maria):  # noqa: F811
        answer = counter.post(address("target", maria), {"tujuan": "hk-domestic", "berangkat": "01-06-2027"})
        assert (answer.status_code, answer.url) == (302, address("berkas", maria))
        with scoped(IN_BELU):
            found = Person.objects.get(pk=maria.pk)
        assert (found.target, found.departure_on, found.version) == ("hk-domestic", date(2027, 6, 1), 2)
        assert "Hong Kong" in counter.get(address("berkas", maria)).text

    @pytest.mark.parametrize("answers", [{"tujuan": "bulan"}, {"tujuan": "hk-domestic", "berangkat": "01-06-2020"}])
    def test_a_bad_wish_is_refused(self, counter, maria, answers):  # noqa: F811
        assert counter.post(address("target", maria), answers).status_code == 422

    def test_whoever_is_matched_keeps_her_destination(self, counter, maria):  # noqa: F811
        with scoped(IN_BELU):
            Journey.objects.create(person=maria, state="MATCHED", started_at="2026-11-01T00:00:00+08:00")
        answer = counter.post(address("target", maria), {"tujuan": "hk-domestic"})
        assert "Batalkan dahulu pencocokannya" in answer.text


class TestSimulation:
    def test_another_destination_and_day_are_judged_and_nothing_is_saved(self, counter, maria):  # noqa: F811
        answer = counter.get(address("simulation", maria), {"tujuan": "kr-eps", "pada": "01-06-2025"})
        assert "Dinilai menurut aturan 1 Juni 2025" in answer.text
        with scoped(IN_BELU):
            assert Person.objects.get(pk=maria.pk).target == "my-domestic"

    def test_it_begins_with_her_own_wish(self, counter, maria):  # noqa: F811
        assert "Dinilai menurut aturan" in counter.get(address("simulation", maria)).text


class TestStep:
    def test_the_way_of_a_village_and_a_counter(self, signed_in, maria):  # noqa: F811
        village = signed_in(Role.VILLAGE)
        enter(village, maria, "contact", bukti_first_talk="on")
        enter(village, maria, "inform", **TOLD)
        enter(village, maria, "register-village", bukti_village_register="on", register="12/2026")
        counter = signed_in(Role.COUNTER)
        enter(counter, maria, "enrol", bukti_job_seeker_card="on", ak1="5304/1", sisko="")
        enter(counter, maria, "screen", bukti_screening_form="on", merah="tidak")
        enter(counter, maria, "begin-preparation", bukti_consent_to_start="on")
        assert states(maria)[-3:] == ["REGISTERED", "SCREENED", "PREPARING"]
        text = counter.get(address("journey", maria)).text
        assert "Bahasa: Tetun" in text
        assert "Nomor register desa: 12/2026" in text

    def test_what_was_not_explained_is_named(self, signed_in, maria):  # noqa: F811
        village = signed_in(Role.VILLAGE)
        enter(village, maria, "contact", bukti_first_talk="on")
        answer = enter(village, maria, "inform", **TOLD | {"butir": list(BRIEFING)[1:]})
        assert (answer.status_code, "Belum dijelaskan: Hak dan kewajiban" in answer.text) == (422, True)

    def test_a_step_of_another_office_is_refused_in_words(self, counter, maria):  # noqa: F811
        answer = enter(counter, maria, "register-village", bukti_village_register="on", register="1")
        assert answer.status_code == 422
        assert "tidak berlaku pada tahap sekarang" in answer.text
        assert states(maria) == []

    @pytest.mark.parametrize(
        ("role", "state", "event", "words", "who"),
        [
            (Role.COUNTER, "INFORMED", "register-village", OTHERS, "petugas desa, di kantor desa"),
            (Role.VILLAGE, "VILLAGE_RECORDED", "enrol", OTHERS, "petugas loket, di dinas tenaga kerja"),
            (Role.VILLAGE, "INFORMED", "enrol", NOT_NOW, "petugas loket, di dinas tenaga kerja"),
            (Role.COUNTER, "INFORMED", "screen", NOT_NOW, ""),
        ],
    )
    def test_what_cannot_be_entered_has_no_form_and_says_who_enters_it(
        self,
        signed_in,
        maria,  # noqa: F811
        role,
        state,
        event,
        words,
        who,
    ):
        with scoped(IN_BELU):
            Journey.objects.create(person=maria, state=state, started_at="2026-11-01T00:00:00+08:00")
        client = signed_in(role)
        for answer in (client.get(address("step", maria, event)), enter(client, maria, event, alasan="x")):
            assert (answer.status_code, words in answer.text) == (422, True)
            assert ("Yang mencatat langkah ini" in answer.text, who in answer.text) == (bool(who), True)
            assert 'name="alasan"' not in answer.text
        assert states(maria) == []

    def test_the_journey_says_who_enters_the_next_step(self, signed_in, maria):  # noqa: F811
        counter = signed_in(Role.COUNTER)
        enter(counter, maria, "contact", bukti_first_talk="on")
        enter(counter, maria, "inform", **TOLD)
        text = counter.get(address("journey", maria)).text
        assert OTHERS in text
        assert "petugas desa, di kantor desa atau kelurahan" in text

    def test_a_wrong_entry_is_undone_with_its_reason(self, counter, maria):  # noqa: F811
        enter(counter, maria, "contact", bukti_first_talk="on")
        enter(counter, maria, "inform", **TOLD)
        assert enter(counter, maria, "undo").status_code == 422
        enter(counter, maria, "undo", alasan="Salah orang")
        assert states(maria) == ["CONTACTED", "INFORMED", "CONTACTED"]
        assert "Salah orang" in counter.get(address("berkas", maria)).text

    def test_an_event_that_has_no_page_is_not_found(self, counter, maria):  # noqa: F811
        assert counter.get(address("step", maria, "match")).status_code == 404

    def test_the_questions_are_read_out(self, counter, maria):  # noqa: F811
        with scoped(IN_BELU):
            Journey.objects.create(person=maria, state="REGISTERED", started_at="2026-11-01T00:00:00+08:00")
        assert counter.get(address("step", maria, "screen")).text.count("bertanda</b>") == 5


class TestProtection:
    @pytest.fixture
    def referred(self, signed_in, maria):  # noqa: F811
        signed_in(Role.COUNTER).post(address("hand-over", maria), {"reason": "other", "note": "Takut pulang"})
        return maria

    def test_a_file_that_is_handed_over_is_closed_to_everybody_else(self, signed_in, referred):
        counter = signed_in(Role.PROVINCE)
        for view in ("berkas", "journey", "simulation"):
            answer = counter.get(address(view, referred))
            assert (answer.status_code, "Ditahan sementara" in answer.text) == (423, True)
            assert "Takut pulang" not in answer.text
        assert "Ditahan sementara, hubungi provinsi" in counter.get(reverse("desk"), {"q": "Maria"}).text

    def test_protection_reads_why_and_opens_it_again(self, signed_in, referred):
        protection = signed_in(Role.PROTECTION)
        assert "Takut pulang" in protection.get(address("journey", referred)).text
        assert protection.post(address("close-referral", referred), {"outcome": "Aman"}).status_code == 302
        with scoped(Scope(districts=("53.04",), cases=("53.04",))):
            assert Referral.objects.get(person=referred).outcome == "Aman"
        assert signed_in(Role.BP3MI).get(address("berkas", referred)).status_code == 200

    def test_a_red_answer_hands_the_file_over_at_once(self, signed_in, maria):  # noqa: F811
        with scoped(IN_BELU):
            Journey.objects.create(person=maria, state="REGISTERED", started_at="2026-11-01T00:00:00+08:00")
        counter = signed_in(Role.COUNTER)
        answer = enter(counter, maria, "screen", bukti_screening_form="on", merah="ada")
        assert (answer.status_code, answer.url) == (302, reverse("desk"))
        assert counter.get(address("berkas", maria)).status_code == 423

    def test_a_hold_stays_when_the_hand_over_is_closed(self, signed_in, maria):  # noqa: F811
        enter(signed_in(Role.COUNTER), maria, "contact", bukti_first_talk="on")
        protection = signed_in(Role.PROTECTION)
        enter(protection, maria, "place-hold", alasan="Menunggu polisi")
        assert signed_in(Role.BP3MI).get(address("berkas", maria)).status_code == 423

    def test_who_is_referred_cannot_be_referred_again(self, signed_in, referred):
        answer = signed_in(Role.BP3MI).post(address("hand-over", referred), {"reason": "other"})
        assert answer.status_code == 423


class TestStop:
    @pytest.fixture
    def young(self, counter, maria):  # noqa: F811
        ktp = {"ktp_bukti": "original_seen", "ktp_nama": "Maria Goreti Bano", "ktp_tanggal_lahir": "12-03-2010"}
        seen_and_saved(counter, maria, "ktp", ktp)
        return maria

    def test_the_only_way_leads_to_protection(self, counter, young):
        text = counter.get(address("berkas", young)).text
        assert f'href="{address("hand-over", young)}"' in text
        for view in ("target", "papers"):
            assert address(view, young) not in text

    @pytest.mark.parametrize(("view", "args"), [("papers", ()), ("paper", ("akta",)), ("target", ())])
    def test_no_paper_and_no_other_wish_by_address(self, counter, young, view, args):
        answer = counter.get(address(view, young, *args))
        assert (answer.status_code, answer.url) == (302, address("berkas", young))

    def test_protection_itself_may_mend_it(self, signed_in, young):
        assert signed_in(Role.PROTECTION).get(address("paper", young, "ktp")).status_code == 200


def test_another_district_gets_not_found_everywhere(client, malaka, maria):  # noqa: F811
    client.force_login(malaka)
    for view, *args in (("target",), ("simulation",), ("journey",), ("step", "contact"), ("hand-over",)):
        assert client.get(address(view, maria, *args)).status_code == 404
        assert client.post(address(view, maria, *args)).status_code in (404, 405)
    assert standing_of(malaka, TODAY).scope.districts == ("53.21",)
