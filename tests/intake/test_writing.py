"""A confirmed list is written once, whole chunk by whole chunk, and asks again what other officers did meanwhile."""

from datetime import date

import pytest
from django.db import connection
from tests.intake.lists import nik_of, rows

from tenun.documents.models import Paper
from tenun.intake import writing
from tenun.intake.actions import NotNow, confirm, decide_by_rule, decide_row, give_up, upload
from tenun.intake.enums import Decision
from tenun.intake.models import Row
from tenun.intake.tasks import PostEnded, run_examination, run_writing
from tenun.intake.written import files_written
from tenun.organisations.models import Post
from tenun.people.actions import NewPerson, change_person, register_person
from tenun.people.history import history_of
from tenun.people.models import DuplicateDecision, NameWord, Person
from tenun.people.queries import find_persons

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
ANNA = {"nama": "Anna Klau", "tanggal_lahir": "04-08-2001", "desa": "53.04.05.2001", "nama_ibu": "Rosa Klau"}


def count(desk, model=Person):
    with desk.scoped():
        return model.objects.count()


class TestWriting:
    def test_many_chunks_make_one_list(self, desk, monkeypatch):
        monkeypatch.setattr(writing, "CHUNK", 7)
        told = []
        monkeypatch.setattr(files_written, "_listeners", [lambda persons, using: told.append(len(persons))])
        batch = desk.imported(rows(30))
        assert (batch.state, batch.done_rows, count(desk)) == ("done", 30, 30)
        assert told == [7, 7, 7, 7, 2]

    def test_the_history_says_who_and_why(self, desk):
        batch = desk.imported([ANNA])
        with desk.scoped():
            entries = history_of(Person.objects.get())
        assert {(each.user_id, each.reason, each.view) for each in entries} == {
            (desk.user.pk, f"Impor {batch.name}", "import")
        }

    def test_a_change_writes_what_changed_and_leaves_the_rest(self, desk, maria):
        row = {"nama": "Maria Goreti Seran", "nik": maria.nik, "telepon": "081234567890", "ktp_nama": "MARIA"}
        batch = desk.imported([row])
        assert desk.outcomes(batch) == ["changed"]
        with desk.scoped():
            now = Person.objects.get()
            words = sorted(NameWord.objects.values_list("word", flat=True))
            (entry, *_) = [each for each in history_of(now) if each.kind == "people_person"]
            paper = Paper.objects.get()
        assert (now.full_name, now.phone, now.nik, now.version) == (row["nama"], row["telepon"], maria.nik, 2)
        assert words == sorted(now.folded_name.split())
        assert {each.column for each in entry.changes} == {"full_name", "folded_name", "phone", "version"}
        assert (paper.name, paper.is_current) == ("MARIA", True)

    def test_a_newer_paper_sets_the_older_aside_and_keeps_what_the_list_does_not_say(self, desk, maria):
        known = {"nama": maria.full_name, "nik": maria.nik}
        desk.imported([known | {"ktp_nama": "MARIA", "ktp_tempat_lahir": "Atambua"}], name="a.csv")
        desk.imported([known | {"ktp_nama": "MARIA G. BANO", "ktp_bukti": "original_seen"}], name="b.csv")
        with desk.scoped():
            old, new = Paper.objects.order_by("id")
        assert (old.is_current, new.is_current) == (False, True)
        assert (new.name, new.birth_place, new.proof) == ("MARIA G. BANO", "Atambua", 3)

    def test_running_the_job_again_doubles_nothing(self, desk):
        batch = desk.imported(rows(10))
        run_writing(batch.pk, desk.user.pk, using="default")
        run_examination(batch.pk, desk.user.pk, using="default")
        assert count(desk) == 10

    def test_a_job_that_was_cut_off_goes_on(self, desk, monkeypatch):
        monkeypatch.setattr(writing, "CHUNK", 4)
        batch = desk.examine(rows(10))
        seen = []

        def fall(persons, using):
            seen.append(persons)
            if len(seen) == 2:
                raise RuntimeError("power cut")

        monkeypatch.setattr(files_written, "_listeners", [fall])
        with pytest.raises(RuntimeError):
            desk.confirm(batch)
        assert (count(desk), desk.again(batch).state) == (4, "writing")
        run_writing(batch.pk, desk.user.pk, using="default")
        assert (count(desk), desk.again(batch).state) == (10, "done")


class TestMeanwhile:
    def test_somebody_who_was_registered_meanwhile_is_asked_about(self, desk):
        batch = desk.examine([ANNA])
        with desk.scoped():
            born = {"full_name": "Anna Klau", "birth_date": date(2001, 8, 4)}
            register_person(new=NewPerson(village_code="53.04.05.2001", **born), by=desk.user)
        desk.confirm(batch)
        (row,) = desk.rows(batch)
        assert (row.outcome, row.is_written, count(desk)) == ("doubtful", False, 1)

    def test_a_file_that_changed_meanwhile_is_left_alone(self, desk, maria):
        batch = desk.examine([{"nama": maria.full_name, "nik": maria.nik, "tempat_lahir": "Atambua"}])
        with desk.scoped():
            change_person(person=maria, changes={"birth_place": "Betun"}, version=1, by=desk.user, reason="KK")
        desk.confirm(batch)
        (row,) = desk.rows(batch)
        assert (row.outcome, row.codes) == ("refused", ["import.changed_meanwhile"])
        with desk.scoped():
            assert Person.objects.get().birth_place == "Betun"

    def test_whoever_lost_her_post_writes_nothing(self, desk):
        batch = desk.examine([ANNA])
        with desk.scoped():
            confirm(batch=batch, by=desk.user)
        Post.objects.filter(user=desk.user).update(ends_on=date(2026, 1, 2))
        with pytest.raises(PostEnded):
            run_writing(batch.pk, desk.user.pk, using="default")


class TestDeciding:
    def decided(self, desk, batch, decision, person_id=None):
        with desk.scoped():
            row = Row.objects.get(batch=batch, outcome="doubtful")
            decide_row(
                batch=batch, row=row, decision=decision, person_id=person_id, reason="dilihat di KTP", by=desk.user
            )
        return desk.confirm(batch)

    def test_the_same_person_is_changed(self, desk, maria):
        batch = desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999", "tempat_lahir": "Atambua"}])
        self.decided(desk, batch, Decision.SAME, maria.pk)
        with desk.scoped():
            assert Person.objects.get().birth_place == "Atambua"
        assert desk.outcomes(desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999"}])) == ["same"]

    def test_somebody_else_is_new_and_the_pair_is_not_asked_about_again(self, desk, maria):
        batch = desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999", "tempat_lahir": "Atambua"}])
        self.decided(desk, batch, Decision.OTHER)
        assert count(desk) == 2
        with desk.scoped():
            pair = DuplicateDecision.objects.get()
        assert (pair.person_id, pair.is_same, pair.reason, pair.by_id) == (
            maria.pk,
            False,
            "dilihat di KTP",
            desk.user.pk,
        )

    def test_a_person_whom_the_row_was_not_compared_with_is_refused(self, desk, maria):
        batch = desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999"}])
        with pytest.raises(ValueError, match="compared"):
            self.decided(desk, batch, Decision.SAME, maria.pk + 1)

    def test_what_is_left_out_is_left_out(self, desk, maria):
        batch = desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999"}, ANNA])
        self.decided(desk, batch, Decision.LEAVE)
        assert count(desk) == 2

    @pytest.mark.parametrize(("village", "found"), [("53.04.05.2001", 1), ("53.04.05.2002", 0)])
    def test_the_rule_takes_who_agrees_in_name_day_and_village(self, desk, maria, village, found):
        batch = desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999", "desa": village}])
        with desk.scoped():
            assert decide_by_rule(batch=batch, decision=Decision.SAME, reason="satu desa", by=desk.user) == found

    def test_the_rule_that_all_are_others(self, desk):
        batch = desk.examine([ANNA, ANNA | {"tempat_lahir": "Kupang"}, ANNA | {"tempat_lahir": "Atambua"}])
        with desk.scoped():
            assert decide_by_rule(batch=batch, decision=Decision.OTHER, reason="lain", by=desk.user) == 2
        desk.confirm(batch)
        assert count(desk) == 3
        assert count(desk, DuplicateDecision) == 2

    def test_a_twin_that_is_the_same_person_is_not_stored_twice(self, desk):
        batch = desk.examine([ANNA, ANNA | {"tempat_lahir": "Kupang"}])
        self.decided(desk, batch, Decision.SAME)
        assert count(desk) == 1
        with desk.scoped():
            assert Person.objects.get().birth_place == "Kupang"


class TestStates:
    def test_a_list_is_confirmed_once(self, desk):
        batch = desk.examine([ANNA])
        with desk.scoped():
            confirm(batch=batch, by=desk.user)
            with pytest.raises(NotNow):
                confirm(batch=batch, by=desk.user)

    def test_nothing_to_write_is_not_confirmed(self, desk):
        batch = desk.examine([{"nama": ""}, {"telepon": "0812"}])
        with desk.scoped(), pytest.raises(NotNow):
            confirm(batch=batch, by=desk.user)

    def test_a_list_that_was_given_up_holds_nothing_any_more(self, desk):
        batch = desk.examine([ANNA])
        with desk.scoped():
            give_up(batch=batch)
        assert (desk.rows(batch), desk.again(batch).file) == ([], "")

    def test_the_uploaded_file_is_not_readable(self, desk, settings):
        batch = desk.examine([ANNA])
        stored = (settings.MEDIA_ROOT / batch.file).read_bytes()
        assert b"Anna" not in stored

    def test_what_was_read_is_not_readable(self, desk):
        batch = desk.examine([ANNA | {"nik": nik_of(1, 4, 8, 1)}])
        with desk.scoped(), connection.cursor() as cursor:
            cursor.execute("SELECT r::text FROM intake_row r WHERE batch_id = %s", [batch.pk])
            (said,) = cursor.fetchone()
        assert "Anna" not in said
        assert nik_of(1, 4, 8, 1) not in said


def test_she_is_found_by_her_name(desk):
    desk.imported([ANNA])
    with desk.scoped():
        assert [each.full_name for each in find_persons("klau", scope=desk.standing.scope)] == ["Anna Klau"]


def test_a_job_is_asked_for_with_the_upload(desk):
    with desk.scoped(), connection.cursor() as cursor:
        office = Post.objects.get(user=desk.user).organisation
        cursor.execute("SELECT count(id) FROM procrastinate_jobs")
        (before,) = cursor.fetchone()
        upload(name="a.csv", content=b"nama\n", organisation=office, district_code="53.04", by=desk.user)
        cursor.execute("SELECT count(id) FROM procrastinate_jobs")
        assert cursor.fetchone() == (before + 1,)
