"""What a dry run finds: new, same, changed, doubtful, to be mended; and the same list again changes nothing."""

import pytest
from tests.intake.lists import nik_of, rows
from tests.people.conftest import TODAY

from tenun.documents.actions import record_paper
from tenun.domain.papers import PaperRecord, Proof
from tenun.intake.sealing import unseal
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, register_person
from tenun.people.models import Person
from tenun.readiness.actions import refer
from tenun.readiness.models import ReferralReason
from tenun.shared.scope import scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
ANNA = {"nama": "Anna Klau", "tanggal_lahir": "04-08-2001", "desa": "53.04.05.2001", "nama_ibu": "Rosa Klau"}


def codes(desk, batch):
    return [row.codes for row in desk.rows(batch)]


class TestAgain:
    def test_the_same_list_changes_nothing(self, desk):
        people = rows(60)
        first = desk.imported(people)
        assert {row.is_written for row in desk.rows(first)} == {True}
        again = desk.examine(people)
        assert set(desk.outcomes(again)) == {"same"}

    def test_a_changed_cell_changes_one_cell(self, desk):
        people = rows(5)
        desk.imported(people)
        people[2]["tempat_lahir"] = "Betun"
        batch = desk.examine(people)
        assert desk.outcomes(batch) == ["same", "same", "changed", "same", "same"]
        content = unseal(desk.rows(batch)[2].sealed, 4)
        assert [(each.column, each.after) for each in content.changes] == [("tempat_lahir", "Betun")]
        desk.confirm(batch)
        assert set(desk.outcomes(desk.examine(people))) == {"same"}

    def test_an_empty_cell_takes_nothing_away(self, desk):
        people = rows(5)
        desk.imported(people)
        for row in people:
            row["telepon"] = row["tempat_lahir"] = row["ktp_nama"] = ""
        assert set(desk.outcomes(desk.examine(people))) == {"same"}

    def test_a_row_without_a_number_is_known_by_its_list_and_place(self, desk):
        desk.imported([{"nama": "Anna Klau"}, {"nama": "Berta Klau"}])
        batch = desk.examine([{"nama": "Berta Klau"}, {"nama": "Anna Klau"}])
        assert desk.outcomes(batch) == ["same", "same"]

    def test_a_name_alone_in_another_list_is_somebody_else(self, desk):
        desk.imported([{"nama": "Anna Klau"}])
        assert desk.outcomes(desk.examine([{"nama": "ANNA KLAU"}], name="lain.csv")) == ["new"]

    def test_a_list_that_was_sent_back_names_its_rows(self, desk):
        first = desk.imported([{"nama": "Anna Klau"}])
        batch = desk.examine([{"nama": "Ana Klau", "tenun_asal": f"{first.pk}.2"}], name="lain.csv")
        assert desk.outcomes(batch) == ["changed"]

    def test_a_row_that_was_mended_elsewhere_is_known_in_every_later_list(self, desk):
        first = desk.examine([{"nama": "Anna Klau", "tanggal_lahir": "31/02/2001"}])
        mended = {"nama": "Anna Klau", "tanggal_lahir": "28-02-2001", "tenun_asal": f"{first.pk}.2"}
        desk.imported([mended], name="diperbaiki.csv")
        again = [{"nama": "Rosa Bete"}, mended]
        assert desk.outcomes(desk.examine(again, name="disalin.csv")) == ["new", "same"]


class TestDoubts:
    def test_the_same_number_is_the_same_person(self, desk, maria):
        batch = desk.examine([{"nama": "Maria Bano", "nik": maria.nik, "tempat_lahir": "Atambua"}])
        (row,) = desk.rows(batch)
        assert (row.outcome, row.person_id) == ("changed", maria.pk)

    def test_the_same_number_under_another_name_and_day_is_asked_about(self, desk, maria):
        (row,) = desk.rows(desk.examine([{"nama": "Petrus Tei", "nik": maria.nik, "tanggal_lahir": "12-03-1989"}]))
        assert (row.outcome, row.why, row.candidates) == ("doubtful", "nik", [maria.pk])

    def test_the_same_name_and_day_is_asked_about(self, desk, maria):
        (row,) = desk.rows(desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999"}]))
        assert (row.outcome, row.why, row.candidates) == ("doubtful", "name", [maria.pk])

    def test_somebody_of_another_district_is_told_by_office_and_initials(self, desk, malaka):
        with scoped(standing_of(malaka, TODAY).scope):
            born = {"full_name": "Anna Klau", "birth_date": TODAY.replace(year=2001, month=8, day=4)}
            register_person(new=NewPerson(village_code="53.21.02.2004", **born), by=malaka)
        (row,) = desk.rows(desk.examine([ANNA]))
        assert (row.outcome, row.why, row.candidates) == ("doubtful", "elsewhere", [])
        assert [(each["district"], each["initials"]) for each in row.elsewhere] == [("53.21", "A. K.")]

    def test_two_rows_alike_are_asked_about_and_two_with_one_number_refused(self, desk):
        numbered = ANNA | {"nik": nik_of(1, 4, 8, 1)}
        batch = desk.examine([ANNA, ANNA | {"tempat_lahir": "Atambua"}, numbered, numbered])
        assert desk.outcomes(batch) == ["new", "doubtful", "doubtful", "refused"]
        assert desk.rows(batch)[1].twin == 2
        assert codes(desk, batch)[3] == ["import.nik_repeated"]


class TestRefusals:
    @pytest.mark.parametrize(
        ("cells", "code"),
        [
            ({"nik": "530405520399000"}, "import.length"),
            ({"nik": "5304055203990000"}, "import.serial_zero"),
            ({"nik": "5.30406E+15"}, "cell.digits_lost"),
            ({"nik": nik_of(1), "no_kk": nik_of(1)}, "import.same_as_nik"),
            ({"tanggal_lahir": "31/02/2001"}, "date.date_impossible"),
            ({"tujuan": "malaysa"}, "row.unknown_target"),
            ({"desa": "53.21.02.2004"}, "import.outside"),
            ({"desa": "53.04.05.9999"}, "import.village_unknown"),
            ({"nama": ""}, "row.no_name"),
            ({"nama": "A" * 121}, "import.too_long"),
            ({"ktp_nama": "A" * 121}, "import.too_long"),
            ({"pengalaman_bulan": "9999999999"}, "import.too_long"),
        ],
    )
    def test_what_a_page_would_refuse_is_refused(self, desk, cells, code):
        batch = desk.examine([{"nama": "Anna Klau", "telepon": "0812", **cells}])
        assert (desk.outcomes(batch), codes(desk, batch)) == (["refused"], [[code]])

    def test_a_held_file_is_told_as_held_and_nothing_else(self, desk, belu, maria):
        with scoped(standing_of(belu, TODAY).scope):
            refer(person=maria, reason=ReferralReason.OTHER, note="takut", by=belu)
        batch = desk.examine([{"nama": maria.full_name, "nik": maria.nik, "tempat_lahir": "Atambua"}])
        assert codes(desk, batch) == [["import.held"]]

    def test_a_list_does_not_mend_an_age(self, desk, belu, maria):
        child = PaperRecord(proof=Proof.ORIGINAL_SEEN, name=maria.full_name, birth_date=TODAY.replace(year=2010))
        with scoped(standing_of(belu, TODAY).scope):
            record_paper(person=maria, kind="akta", record=child, by=belu)
        row = {"nama": maria.full_name, "nik": maria.nik, "akta_tanggal_lahir": "12-03-1999", "akta_bukti": "certified"}
        assert codes(desk, desk.examine([row])) == [["import.age_in_question"]]

    def test_what_was_seen_is_not_replaced_by_what_is_declared(self, desk, belu, maria):
        seen = PaperRecord(proof=Proof.ORIGINAL_SEEN, name=maria.full_name)
        with scoped(standing_of(belu, TODAY).scope):
            record_paper(person=maria, kind="akta", record=seen, by=belu)
        batch = desk.examine([{"nama": maria.full_name, "nik": maria.nik, "akta_nama": "Maria G. Bano"}])
        assert (desk.outcomes(batch), codes(desk, batch)) == (["same"], [["import.weaker_proof"]])

    def test_a_damaged_list_is_refused_as_a_whole(self, desk):
        batch = desk.examine(b"nama\nAnna \xff\n")
        assert (batch.state, batch.problems[0][0]) == ("failed", "file.encoding")

    def test_a_list_without_our_names_waits_for_its_columns(self, desk):
        batch = desk.examine(b"kolom\nisi\n")
        assert (batch.state, batch.problems) == ("columns", [])


def test_a_dry_run_stores_nobody(desk):
    desk.examine(rows(10))
    with desk.scoped():
        assert Person.objects.count() == 0
