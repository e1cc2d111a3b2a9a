"""An import is taken back within a day, as far as nobody has touched what it wrote."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.intake.lists import rows
from tests.people.conftest import TODAY

from tenun.documents.models import Paper
from tenun.intake.actions import NotNow, undo
from tenun.intake.models import Batch
from tenun.intake.tasks import run_undoing
from tenun.people.actions import change_person, choose_target, give_consent
from tenun.people.enums import Manner, Purpose, Tongue
from tenun.people.models import Journey, NameWord, Person
from tenun.readiness.models import Factsheet
from tenun.shared.clock import now

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def undone(desk, batch):
    with desk.scoped():
        undo(batch=batch, by=desk.user)
    run_undoing(batch.pk, desk.user.pk, using="default")
    return desk.again(batch)


def counts(desk):
    with desk.scoped():
        return [model.objects.count() for model in (Person, NameWord, Journey, Paper, Factsheet)]


class TestNewPersons:
    def test_everything_of_them_goes(self, desk):
        batch = desk.imported(rows(30))
        assert undone(desk, batch).state == "undone"
        assert counts(desk) == [0, 0, 0, 0, 0]

    def test_the_same_list_can_be_imported_again(self, desk):
        people = rows(10)
        undone(desk, desk.imported(people))
        assert set(desk.outcomes(desk.imported(people))) == {"new"}
        assert counts(desk)[0] == 10

    @pytest.mark.parametrize("touch", ["change", "target", "consent"])
    def test_whom_somebody_touched_stays_and_is_named(self, desk, touch):
        batch = desk.imported(rows(5))
        with desk.scoped():
            person = Person.objects.order_by("pk")[2]
            match touch:
                case "change":
                    change = {"birth_place": "Betun"}
                    change_person(person=person, changes=change, version=1, by=desk.user, reason="KK")
                case "target":
                    choose_target(person=person, target="hk-domestic", departure_on=None, by=desk.user)
                case "consent":
                    told = {"manner": Manner.THUMB, "tongue": Tongue.TETUN, "explained_by": "R", "witness": "K"}
                    give_consent(person=person, purpose=Purpose(next(iter(Purpose))), on=TODAY, by=desk.user, **told)
        undone(desk, batch)
        with desk.scoped():
            assert [each.pk for each in Person.objects.all()] == [person.pk]
        kept = [row for row in desk.rows(batch) if row.is_written]
        assert [(row.person_id, "import.touched" in row.codes) for row in kept] == [(person.pk, True)]


class TestChangedPersons:
    def test_cells_and_papers_stand_as_before(self, desk, maria):
        known = {"nama": maria.full_name, "nik": maria.nik}
        desk.imported([known | {"ktp_nama": "MARIA"}], name="a.csv")
        row = {"nama": "Maria Seran", "tanggal_lahir": "12-03-1999", "telepon": "0812", "kk_nama": "M"}
        batch = desk.imported([known | row | {"ktp_nama": "MARIA SERAN"}], name="b.csv")
        undone(desk, batch)
        with desk.scoped():
            person = Person.objects.get()
            words = sorted(NameWord.objects.values_list("word", flat=True))
            current = dict(Paper.objects.filter(is_current=True).values_list("kind", "name"))
        assert (person.full_name, person.phone, person.nik) == (maria.full_name, None, maria.nik)
        assert words == sorted(person.folded_name.split())
        assert current == {"ktp": "MARIA"}

    def test_what_was_changed_again_stays(self, desk, maria):
        batch = desk.imported([{"nama": maria.full_name, "nik": maria.nik, "tempat_lahir": "Atambua"}])
        with desk.scoped():
            change_person(person=maria, changes={"birth_place": "Betun"}, version=2, by=desk.user, reason="KK")
        undone(desk, batch)
        with desk.scoped():
            assert Person.objects.get().birth_place == "Betun"


class TestWhen:
    def test_after_a_day_it_stands(self, desk):
        batch = desk.imported(rows(2))
        with desk.scoped():
            Batch.objects.filter(pk=batch.pk).update(written_at=now() - timedelta(days=1, minutes=1))
            with pytest.raises(NotNow):
                undo(batch=batch, by=desk.user)

    def test_what_was_never_written_cannot_be_taken_back(self, desk):
        batch = desk.examine(rows(2))
        with desk.scoped(), pytest.raises(NotNow):
            undo(batch=batch, by=desk.user)

    def test_the_page_offers_it_and_names_what_stays(self, client, desk):
        batch = desk.imported(rows(3))
        client.force_login(desk.user)
        url = reverse("import", args=[batch.pk])
        assert "dapat dibatalkan sampai" in client.get(url).text
        with desk.scoped():
            person = Person.objects.order_by("pk").first()
            choose_target(person=person, target="hk-domestic", departure_on=None, by=desk.user)
        client.post(reverse("import-undo", args=[batch.pk]))
        assert "Membatalkan impor" in client.get(url).text
        run_undoing(batch.pk, desk.user.pk, using="default")
        page = client.get(url).text
        assert "1 baris tetap tersimpan" in page
        assert person.full_name in page
