"""The five duties of a village, done as its officer does them."""

import pytest
from django.urls import reverse
from tests.people.conftest import TODAY, belu, maria, officer  # noqa: F401  Fixtures.

from tenun.domain.journey import BRIEFING
from tenun.organisations.enums import Role
from tenun.people.models import Journey
from tenun.protection.models import RecruiterReport
from tenun.readiness.models import Movement
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
IN_BELU = Scope(districts=("53.04",))
LEFT = {"kind": "departed", "on": "01-11-2026", "route": "Nunukan", "told_by": "kakaknya"}


@pytest.fixture
def village(client):
    client.force_login(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)))
    return client


def test_there_are_five_buttons(village):
    text = village.get(reverse("village")).text
    for name in ("village-inform", "register", "village-movement", "recruiter"):
        assert f'class="account" href="{reverse(name)}"' in text
    assert f'href="{reverse("desk")}?q="' in text


def test_a_village_begins_with_its_duties_and_finds_its_people_from_there(village, maria):  # noqa: F811
    assert village.get(reverse("desk")).url == reverse("village")
    village.post(reverse("register"), {"nama": "Yasinta Bete Nahak", "desa": "53.04.05.2001"})
    text = village.get(reverse("desk") + "?q=").text
    assert ("Yasinta Bete Nahak" in text, "Tahap di desa" in text) == (True, False)


def test_a_person_who_was_recorded_waits_for_her_explanation(village):
    new = {"nama": "Yasinta Bete Nahak", "desa": "53.04.05.2001"}
    village.post(reverse("register"), new)
    with scoped(IN_BELU):
        journey = Journey.objects.get()
    step = reverse("step", args=[journey.person_id, "inform"])
    assert step in village.get(reverse("village-inform")).text
    village.post(step, {"butir": list(BRIEFING), "bahasa": "tet", "tanggal": "24-11-2026"})
    assert step not in village.get(reverse("village-inform")).text


class TestMovement:
    def test_whoever_left_without_being_cleared_is_recorded_so(self, village, maria):  # noqa: F811
        assert reverse("movement", args=[maria.pk]) in village.get(reverse("village-movement"), {"q": "maria"}).text
        village.post(reverse("movement", args=[maria.pk]), LEFT)
        with scoped(IN_BELU):
            assert Journey.objects.get(person=maria).state == "DEPARTED_NON_PROCEDURALLY"
        text = village.get(reverse("journey", args=[maria.pk])).text
        assert "Berangkat</b>" not in text
        assert "Berangkat 01-11-2026" in text
        assert "kabar dari kakaknya" in text

    def test_whoever_was_cleared_is_only_noted(self, village, maria):  # noqa: F811
        with scoped(IN_BELU):
            Journey.objects.create(person=maria, state="CLEARED", started_at="2026-11-01T00:00:00+08:00")
        village.post(reverse("movement", args=[maria.pk]), LEFT)
        with scoped(IN_BELU):
            assert (Journey.objects.get(person=maria).state, Movement.objects.count()) == ("CLEARED", 1)

    def test_a_return_changes_no_journey(self, village, maria):  # noqa: F811
        village.post(reverse("movement", args=[maria.pk]), LEFT | {"kind": "returned"})
        with scoped(IN_BELU):
            assert (Journey.objects.exists(), Movement.objects.get().kind) == (False, "returned")

    @pytest.mark.parametrize("answers", [{"on": "01-12-2026"}, {"on": "31-02-2026"}, {"kind": "flown"}])
    def test_a_bad_answer_keeps_nothing(self, village, maria, answers):  # noqa: F811
        assert village.post(reverse("movement", args=[maria.pk]), LEFT | answers).status_code == 422
        with scoped(IN_BELU):
            assert not Movement.objects.exists()


class TestRecruiter:
    def test_a_report_reaches_those_who_act_and_names_no_reporter(self, village, client):
        told = {"village_code": "53.04.05.2001", "story": "Memberi okomama", "name": "Om Rekaan"}
        assert village.post(reverse("recruiter"), told).status_code == 302
        client.force_login(officer("gugus", Role.TASK_FORCE, districts=("53.04",)))
        text = client.get(reverse("recruiter-reports")).text
        assert ("Om Rekaan" in text, "Memberi okomama" in text, ">Desa<" in text) == (True, True, False)

    def test_a_village_reads_no_reports(self, village):
        assert village.get(reverse("recruiter-reports")).status_code == 404

    def test_another_village_cannot_be_reported_from_here(self, village):
        answer = village.post(reverse("recruiter"), {"village_code": "53.21.01.2001", "story": "x"})
        assert (answer.status_code, RecruiterReport.objects.count()) == (422, 0)
