"""Acts for many of the queue: looked through before, done for all, printed, taken back as a whole; narrowings kept."""

import re
from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from tests.people.conftest import TODAY, belu, malaka, maria, officer  # noqa: F401  Fixtures.

from tenun.domain.journey import Role as JourneyRole
from tenun.organisations.models import Post
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson
from tenun.readiness.actions import begin, refer
from tenun.readiness.models import ReferralReason
from tenun.readiness.together import MOST, DeskAct
from tenun.shared.clock import now, today
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
IN_BELU = Scope(districts=("53.04",))
TOMORROW = f"{today() + timedelta(days=1):%d-%m-%Y}"


@pytest.fixture
def counter(client, belu):  # noqa: F811
    client.force_login(belu)
    return client


@pytest.fixture
def people(belu):  # noqa: F811
    made = []
    with scoped(standing_of(belu, TODAY).scope):
        for name in ("Ana Rekaan", "Berta Rekaan", "Cia Rekaan"):
            new = NewPerson(full_name=name, village_code="53.04.05.2001", target="my-domestic")
            made.append(begin(new=new, role=JourneyRole.COUNTER, on=TODAY, by=belu, another=True))
    return made


@pytest.fixture
def rosa(belu):  # noqa: F811
    """A colleague at the same office."""
    user = officer("rosa", districts=("53.04",))
    Post.objects.filter(user=user).update(organisation=belu.posts.get().organisation)
    return user


def chosen(client, people, kind, **answers):
    return client.post(reverse("together"), {"orang": [each.pk for each in people], "tindakan": kind, **answers})


def acts():
    with scoped(IN_BELU):
        return list(DeskAct.objects.order_by("pk"))


def test_a_choice_is_looked_through_before_anything_is_kept(counter, people):
    page = chosen(counter, people[:2], "invite")
    assert (page.status_code, "2 orang ikut" in page.text, "Cia Rekaan" in page.text) == (200, True, False)
    assert acts() == []


def test_handing_over_shows_in_the_queue_and_is_the_colleagues_own(counter, client, people, rosa):
    answer = chosen(counter, people[:2], "assign", lanjut="1", kepada=rosa.pk)
    assert answer.status_code == 302
    assert counter.get(reverse("desk")).text.count("· Rosa") == 2
    client.force_login(rosa)
    text = client.get(reverse("desk"), {"petugas": "saya"}).text
    assert ("Ana Rekaan" in text, "Cia Rekaan" in text) == (True, False)


def test_who_is_handed_on_is_the_last_ones(counter, people, rosa, belu):  # noqa: F811
    chosen(counter, people[:1], "assign", lanjut="1", kepada=rosa.pk)
    chosen(counter, people[:1], "assign", lanjut="1", kepada=belu.pk)
    assert "Ana Rekaan" in counter.get(reverse("desk"), {"petugas": "saya"}).text
    counter.force_login(rosa)
    assert "Ana Rekaan" not in counter.get(reverse("desk"), {"petugas": "saya"}).text


@pytest.mark.parametrize("to", ["", "0", "x"])
def test_nobody_is_handed_to_whoever_is_no_colleague(counter, people, malaka, to):  # noqa: F811
    for answer in (to, malaka.pk):
        assert chosen(counter, people, "assign", lanjut="1", kepada=answer).status_code == 422
    assert acts() == []


class TestInvitation:
    @pytest.fixture
    def done(self, counter, people):
        answer = chosen(counter, people, "invite", lanjut="1", hari=TOMORROW, tempat="Aula Kantor Desa Kuneru")
        return answer.url

    def test_it_has_a_printed_list_with_a_box_for_who_came(self, counter, done):
        answer = counter.get(f"{done}lembar.pdf")
        with pypdfium2.PdfDocument(BytesIO(answer.content)) as sheet:
            text = sheet[0].get_textpage().get_text_range()
        for said in ("Daftar undangan", "Ana Rekaan", "Cia Rekaan", "Aula Kantor Desa Kuneru", "Hadir"):
            assert said in text

    def test_it_is_taken_back_as_a_whole(self, counter, done):
        assert counter.post(f"{done}batal/").status_code == 302
        assert all(act.undone_at for act in acts())
        assert "sudah dibatalkan" in counter.get(done).text

    def test_not_by_somebody_else_and_not_after_a_day(self, counter, done, rosa, belu, monkeypatch):  # noqa: F811
        counter.force_login(rosa)
        counter.post(f"{done}batal/")
        assert counter.get(done).status_code == 404
        counter.force_login(belu)
        later = now() + timedelta(days=2)
        monkeypatch.setattr("tenun.readiness.together.now", lambda: later)
        counter.post(f"{done}batal/")
        assert not any(act.undone_at for act in acts())

    @pytest.mark.parametrize("answers", [{"hari": "", "tempat": "Aula"}, {"hari": "01-01-2020", "tempat": "Aula"}])
    def test_without_a_day_to_come_nobody_is_invited(self, counter, people, answers):
        assert chosen(counter, people, "invite", lanjut="1", **answers).status_code == 422
        assert acts() == []


def test_the_plans_of_all_come_as_one_sheet_and_each_is_entered(counter, people, acts_on):
    done = chosen(counter, people[:2], "print", lanjut="1").url
    answer = counter.get(f"{done}lembar.pdf")
    with pypdfium2.PdfDocument(BytesIO(answer.content)) as sheet:
        assert len(sheet) == 2
    assert ("print_plan", "") in acts_on(people[0])


class TestWhoIsTouched:
    def test_what_is_sealed_or_elsewhere_is_left_out_and_said(self, counter, people, belu, malaka):  # noqa: F811
        with scoped(standing_of(belu, TODAY).scope):
            refer(person=people[0], reason=ReferralReason.OTHER, note="", by=belu)
        with scoped(standing_of(malaka, TODAY).scope):
            new = NewPerson(full_name="Dewi Jauh", village_code="53.21.01.2001")
            away = begin(new=new, role=JourneyRole.COUNTER, on=TODAY, by=malaka, another=True)
        page = chosen(counter, [*people, away], "invite")
        assert ("2 orang ikut" in page.text, "2 lainnya tidak dapat diikutkan" in page.text) == (True, True)
        assert "Dewi" not in page.text

    @pytest.mark.parametrize("sent", [[], ["x"], ["-1"], [str(number) for number in range(1, MOST + 2)]], ids=len)
    def test_nobody_or_too_many_leads_back(self, counter, people, sent):
        answer = counter.post(reverse("together"), {"orang": sent, "tindakan": "invite"})
        assert (answer.status_code, answer.url) == (302, reverse("desk"))

    def test_an_act_there_is_not_is_not_found(self, counter, people):
        assert chosen(counter, people, "delete").status_code == 404

    def test_the_site_changes_no_act_but_takes_it_back(self, counter, people, belu):  # noqa: F811
        chosen(counter, people, "assign", lanjut="1", kepada=belu.pk)
        for act in (lambda rows: rows.update(place="x"), lambda rows: rows.delete()):
            with scoped(IN_BELU), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                act(DeskAct.objects.all())


class TestKeptNarrowings:
    def test_one_is_kept_under_a_name_used_and_forgotten(self, counter):
        counter.post(reverse("queue-views") + "?tujuan=hk-domestic&giliran=siap&tipu=1", {"nama": "Hong Kong siap"})
        text = counter.get(reverse("queue-views")).text
        link = re.search(r'href="([^"]*tujuan=hk-domestic[^"]*)"', text)[1].replace("&amp;", "&")
        assert ("giliran=siap" in link, "tipu" in link) == (True, False)
        assert counter.get(link).status_code == 200
        counter.post(reverse("queue-views"), {"nama": "Hong Kong siap", "hapus": "1"})
        assert "Hong Kong siap" not in counter.get(reverse("queue-views")).text

    def test_nobody_else_sees_it(self, counter, rosa):
        counter.post(reverse("queue-views") + "?tujuan=hk-domestic", {"nama": "Punya saya"})
        counter.force_login(rosa)
        assert "Punya saya" not in counter.get(reverse("queue-views")).text

    def test_without_a_name_none_is_kept(self, counter):
        assert counter.post(reverse("queue-views") + "?tujuan=hk-domestic", {"nama": " "}).status_code == 422


def test_today_is_still_a_day_to_come(counter, people):
    answer = chosen(counter, people, "invite", lanjut="1", hari=f"{today():%d-%m-%Y}", tempat="Aula")
    assert answer.status_code == 302
