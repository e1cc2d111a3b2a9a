"""A list of Sisko is a mirror: it adds numbers and steps beside files, and changes nothing of what is in them."""

from datetime import date

import pytest
from django.db import connection
from tests.intake.lists import nik_of
from tests.people.conftest import TODAY

from tenun.documents.actions import record_paper
from tenun.documents.models import Paper
from tenun.domain.papers import PaperRecord, Proof
from tenun.intake import writing
from tenun.intake.actions import decide_row, say_columns, undo
from tenun.intake.enums import Decision, ListKind
from tenun.intake.models import Row
from tenun.intake.sealing import unseal
from tenun.intake.tasks import run_examination, run_undoing, run_writing
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, merge_files, register_person
from tenun.people.actions.known import add_external_id
from tenun.people.enums import System
from tenun.people.models import ExternalId, Journey, NameWord, Person, SiskoListing
from tenun.readiness.actions import refer
from tenun.readiness.models import Factsheet, ReferralReason
from tenun.shared.clock import today
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
SISKO = ListKind.SISKO
ANNA = {
    "sisko_nomor": "S-100",
    "nama": "Anna Klau",
    "nik": nik_of(1, 4, 8, 1),
    "tanggal_lahir": "04-08-2001",
    "jenis_kelamin": "P",
    "desa": "53.04.05.2001",
    "sisko_paspor": "C1234567",
    "sisko_tujuan": "MALAYSIA",
    "sisko_p3mi": "PT Contoh",
    "sisko_ak1": "01-10-2026",
    "sisko_perjanjian_penempatan": "ya",
    "sisko_opp": "tidak",
    "sisko_berangkat": "",
}
WHOLE = (
    *("people_person", "people_nameword", "people_journey", "people_journeyentry", "documents_paper"),
    *("readiness_factsheet", "readiness_assessment"),
)


def of(person, **more):
    """A row about somebody who is on file."""
    return {"sisko_nomor": "S-1", "nama": person.full_name, "nik": person.nik, "sisko_ak1": "01-10-2026", **more}


def tables(desk, names=WHOLE):
    """Every row of the tables, as the database has it."""
    found = {}
    with desk.scoped(), connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"SELECT t::text FROM {name} t ORDER BY 1")
            found[name] = cursor.fetchall()
    return found


def codes(desk, batch):
    return [row.codes for row in desk.rows(batch)]


def mirror(desk):
    with desk.scoped():
        numbers = list(ExternalId.objects.order_by("id").values_list("person_id", "system", "code"))
        return numbers, [(each.person_id, each.steps) for each in SiskoListing.objects.order_by("id")]


def decided(desk, batch, decision, person_id=None):
    with desk.scoped():
        row = Row.objects.get(batch=batch, outcome="doubtful")
        decide_row(batch=batch, row=row, decision=decision, person_id=person_id, reason="KTP dilihat", by=desk.user)
    return desk.confirm(batch)


def undone(desk, batch):
    with desk.scoped():
        undo(batch=batch, by=desk.user)
    run_undoing(batch.pk, desk.user.pk, using="default")
    return desk.again(batch)


class TestSomebodyNew:
    def test_she_becomes_a_person_of_whom_sisko_alone_has_told(self, desk):
        desk.imported([ANNA], kind=SISKO)
        with desk.scoped():
            person = Person.objects.get()
            said = (person.full_name, person.nik, person.birth_date, person.sex, person.village_code, person.target)
            words = sorted(NameWord.objects.values_list("word", flat=True))
            paper = Paper.objects.get()
            assert Factsheet.objects.count() == 1
        assert said == ("Anna Klau", ANNA["nik"], date(2001, 8, 4), "P", "53.04.05.2001", "")
        assert words == sorted(person.folded_name.split())
        assert (paper.kind, paper.number, paper.proof) == ("paspor", "C1234567", Proof.DECLARED)

    def test_nobody_has_talked_with_her_so_no_journey_begins(self, desk):
        desk.imported([ANNA], kind=SISKO)
        with desk.scoped():
            assert (Person.objects.count(), Journey.objects.count()) == (1, 0)

    def test_her_number_and_steps_are_kept_beside_her(self, desk):
        batch = desk.imported([ANNA], kind=SISKO)
        with desk.scoped():
            number, listing = ExternalId.objects.get(), SiskoListing.objects.get()
            person = Person.objects.get()
        assert (number.person_id, number.system, number.code) == (person.pk, "sisko", "S-100")
        steps = {"ak1": "2026-10-01", "perjanjian_penempatan": True, "opp": False, "berangkat": False}
        assert (listing.steps, listing.destination, listing.agency) == (steps, "MALAYSIA", "PT Contoh")
        assert (listing.batch_id, listing.listed_on, listing.recorded_by_id) == (batch.pk, today(), desk.user.pk)
        assert (listing.district_code, listing.village_code) == ("53.04", "53.04.05.2001")

    def test_without_a_village_she_stands_in_the_district_of_the_list(self, desk):
        desk.imported([{"sisko_nomor": "S-1", "nama": "Anna Klau", "sisko_opp": "ya"}], kind=SISKO)
        with desk.scoped():
            assert (Person.objects.get().district_code, SiskoListing.objects.get().district_code) == ("53.04", "53.04")

    def test_an_office_list_still_begins_a_journey_and_knows_no_mirror(self, desk):
        desk.imported([{"nama": "Anna Klau", "sisko_nomor": "S-1"}])
        with desk.scoped():
            assert Journey.objects.count() == 1
        assert mirror(desk) == ([], [])


class TestMirror:
    def test_nothing_of_a_known_person_changes(self, desk, maria):
        with desk.scoped():
            record_paper(person=maria, kind="paspor", record=PaperRecord(proof=Proof.COPY, number="A1"), by=desk.user)
        before = tables(desk)
        other = {"tanggal_lahir": "13-03-1999", "jenis_kelamin": "L", "desa": "53.04.01.2001"}
        row = of(maria, nama="Maria Goreti Banu", sisko_paspor="B2", sisko_tujuan="BRUNEI", **other)
        batch = desk.imported([row], kind=SISKO)
        assert (desk.outcomes(batch), tables(desk)) == (["changed"], before)
        told = ["sisko.name_differs", "sisko.birth_date_differs", "sisko.passport_differs"]
        assert codes(desk, batch) == [told]
        assert mirror(desk) == ([(maria.pk, "sisko", "S-1")], [(maria.pk, {"ak1": "2026-10-01"})])

    def test_the_same_list_again_changes_nothing(self, desk, maria):
        desk.imported([ANNA, of(maria)], kind=SISKO)
        kept = (tables(desk), mirror(desk))
        again = desk.examine([ANNA, of(maria)], kind=SISKO)
        assert desk.outcomes(again) == ["same", "same"]
        renamed = desk.examine([of(maria), ANNA], name="lain.csv", kind=SISKO)
        assert desk.outcomes(renamed) == ["same", "same"]
        assert (tables(desk), mirror(desk)) == kept

    def test_the_next_list_counts_and_a_column_that_it_lacks_takes_nothing_away(self, desk, maria):
        desk.imported([of(maria, sisko_opp="02-10-2026")], kind=SISKO)
        batch = desk.imported([of(maria, sisko_ak1="", sisko_e_pmi="ya")], name="b.csv", kind=SISKO)
        content = unseal(desk.rows(batch)[0].sealed, 2)
        shown = [(each.column, each.before, each.after) for each in content.changes]
        assert shown == [("sisko_ak1", "01-10-2026", "tidak"), ("sisko_e_pmi", "", "ya")]
        assert mirror(desk)[1][-1] == (maria.pk, {"ak1": False, "opp": "2026-10-02", "e_pmi": True})

    def test_a_number_alone_is_kept_without_a_listing(self, desk, maria):
        desk.imported([{"sisko_nomor": "S-1", "nama": maria.full_name, "nik": maria.nik}], kind=SISKO)
        assert mirror(desk) == ([(maria.pk, "sisko", "S-1")], [])

    def test_another_district_sees_none_of_it(self, desk, malaka):
        desk.imported([ANNA], kind=SISKO)
        for scope in (standing_of(malaka, TODAY).scope, NOBODY):
            with scoped(scope):
                assert not SiskoListing.objects.exists()


class TestMatching:
    def test_the_number_goes_first(self, desk, maria):
        desk.imported([of(maria)], kind=SISKO)
        row = {"sisko_nomor": "S-1", "nama": "MARIA GORETI BANO", "sisko_opp": "ya"}
        batch = desk.imported([row], name="b.csv", kind=SISKO)
        assert [(each.outcome, each.person_id) for each in desk.rows(batch)] == [("changed", maria.pk)]

    def test_the_number_of_somebody_with_another_name_and_day_is_another_persons(self, desk, maria):
        desk.imported([of(maria)], kind=SISKO)
        row = {"sisko_nomor": "S-1", "nama": "Petrus Tei", "tanggal_lahir": "01-01-1980", "sisko_opp": "ya"}
        batch = desk.examine([row], name="b.csv", kind=SISKO)
        assert (desk.outcomes(batch), codes(desk, batch)) == (["refused"], [["sisko.number_of_another"]])

    def test_a_number_and_a_nik_of_two_people_are_asked_about(self, desk, maria):
        desk.imported([ANNA, of(maria)], kind=SISKO)
        row = ANNA | {"nik": maria.nik}
        batch = desk.examine([row], name="b.csv", kind=SISKO)
        (found,) = desk.rows(batch)
        with desk.scoped():
            both = sorted(Person.objects.values_list("pk", flat=True))
        assert (found.outcome, found.why, found.candidates) == ("doubtful", "sisko", both)
        decided(desk, batch, Decision.OTHER)
        assert codes(desk, batch)[0][-1] == "sisko.number_of_another"

    def test_a_nik_that_only_the_other_has_is_asked_about_too(self, desk, maria):
        desk.imported([ANNA | {"nik": ""}], kind=SISKO)
        batch = desk.examine([ANNA | {"nik": maria.nik}], name="b.csv", kind=SISKO)
        (found,) = desk.rows(batch)
        with desk.scoped():
            both = sorted(Person.objects.values_list("pk", flat=True))
        assert (found.outcome, found.why, found.candidates) == ("doubtful", "sisko", both)
        decided(desk, batch, Decision.SAME, maria.pk)
        assert codes(desk, batch)[0][-1] == "sisko.number_of_another"

    def test_a_number_of_another_district_is_refused_without_telling_whose(self, desk, malaka):
        with scoped(standing_of(malaka, TODAY).scope):
            born = {"full_name": "Rosa Seran", "birth_date": date(1990, 1, 1)}
            person = register_person(new=NewPerson(village_code="53.21.02.2004", **born), by=malaka)
            add_external_id(person=person, system=System.SISKO, code="S-100", by=malaka)
        batch = desk.examine([ANNA], kind=SISKO)
        assert (desk.outcomes(batch), codes(desk, batch)) == (["refused"], [["sisko.number_of_another"]])
        assert (desk.rows(batch)[0].person_id, desk.rows(batch)[0].elsewhere) == (None, [])

    def test_a_second_number_is_refused(self, desk, maria):
        desk.imported([of(maria)], kind=SISKO)
        batch = desk.examine([of(maria, sisko_nomor="S-2")], name="b.csv", kind=SISKO)
        assert (desk.outcomes(batch), codes(desk, batch)) == (["refused"], [["sisko.second_number"]])
        assert [code for _, _, code in mirror(desk)[0]] == ["S-1"]

    def test_a_number_that_another_got_meanwhile_is_refused_at_the_writing(self, desk, maria):
        batch = desk.examine([ANNA], kind=SISKO)
        with desk.scoped():
            add_external_id(person=maria, system=System.SISKO, code="S-100", by=desk.user)
        desk.confirm(batch)
        assert codes(desk, batch) == [["sisko.number_of_another"]]
        with desk.scoped():
            assert Person.objects.count() == 1

    def test_the_same_name_and_day_is_decided_by_an_officer(self, desk, maria):
        row = {"sisko_nomor": "S-1", "nama": maria.full_name, "tanggal_lahir": "12-03-1999", "sisko_opp": "ya"}
        batch = desk.examine([row], kind=SISKO)
        assert [(each.outcome, each.candidates) for each in desk.rows(batch)] == [("doubtful", [maria.pk])]
        before = tables(desk)
        decided(desk, batch, Decision.SAME, maria.pk)
        assert tables(desk) == before
        assert mirror(desk) == ([(maria.pk, "sisko", "S-1")], [(maria.pk, {"opp": True})])


class TestMerging:
    def test_of_two_files_in_one_list_the_survivor_has_both_numbers_and_the_newest_listing(self, desk, maria):
        desk.imported([ANNA, of(maria)], kind=SISKO)
        with desk.scoped():
            anna = Person.objects.get(full_name="Anna Klau")
            merge_files(survivor=maria, other=anna, by=desk.user, reason="satu orang")
            assert {each.person_id for each in ExternalId.objects.all()} == {maria.pk}
            newest = SiskoListing.objects.filter(person=maria).latest("id")
        not_there = dict.fromkeys(("perjanjian_penempatan", "opp", "berangkat"), False)
        assert newest.steps == {"ak1": "2026-10-01", **not_there}
        (row,) = desk.rows(desk.examine([ANNA], name="b.csv", kind=SISKO))
        assert (row.why, row.candidates) == ("nik", [maria.pk])


class TestRefusals:
    @pytest.mark.parametrize(
        ("cells", "code"),
        [
            ({"desa": "53.21.02.2004"}, "import.outside"),
            ({"nik": "53040552039900"}, "import.length"),
            ({"sisko_ak1": "mungkin"}, "cell.not_a_step"),
            ({"sisko_nomor": "9" * 41}, "import.too_long"),
            ({"sisko_p3mi": "P" * 121}, "import.too_long"),
        ],
    )
    def test_a_row_that_cannot_be_kept_says_why(self, desk, cells, code):
        batch = desk.examine([ANNA | cells], kind=SISKO)
        assert (desk.outcomes(batch), codes(desk, batch)) == (["refused"], [[code]])

    def test_a_number_twice_in_a_list_is_taken_once(self, desk):
        other = {"sisko_nomor": "S-100", "nama": "Berta Seran"}
        batch = desk.imported([ANNA, other], kind=SISKO)
        assert (desk.outcomes(batch), codes(desk, batch)[1]) == (["new", "refused"], ["sisko.number_repeated"])

    def test_a_held_file_is_told_as_held(self, desk, maria):
        with desk.scoped():
            refer(person=maria, reason=ReferralReason.OTHER, note="takut", by=desk.user)
        assert codes(desk, desk.examine([of(maria)], kind=SISKO)) == [["import.held"]]


class TestColumns:
    OTHERS = ({"No": "1", "ID PMI": "S-1", "Nama Lengkap": "Anna Klau", "Tgl OPP": "02-10-2026", "OPP": "ya"},)
    SAID = ("", "sisko_nomor", "nama", "sisko_opp", "")

    def said(self, desk, batch):
        with desk.scoped():
            say_columns(batch=batch, columns=list(self.SAID), by=desk.user)
        run_examination(batch.pk, desk.user.pk, using="default")
        return desk.again(batch)

    def test_an_officer_says_once_which_header_is_which(self, desk):
        batch = desk.examine(self.OTHERS, kind=SISKO)
        assert (batch.state, [column for _, column in batch.mapping][:3]) == ("columns", ["", "sisko_nomor", "nama"])
        assert desk.outcomes(self.said(desk, batch)) == ["new"]
        next_one = desk.examine(self.OTHERS, name="desember.csv", kind=SISKO)
        assert (next_one.state, desk.outcomes(next_one)) == ("examined", ["new"])

    def test_what_was_said_of_a_sisko_list_does_not_hold_for_an_office_list(self, desk):
        self.said(desk, desk.examine(self.OTHERS, kind=SISKO))
        assert desk.examine(self.OTHERS, name="kantor.csv").state == "columns"

    def test_a_list_with_a_name_but_without_our_number_is_asked_about(self, desk):
        assert desk.examine([{"nama": "Anna", "ID": "S-1"}], kind=SISKO).state == "columns"

    def test_a_column_of_the_other_kind_is_refused(self, desk):
        batch = desk.examine(self.OTHERS, kind=SISKO)
        with desk.scoped(), pytest.raises(ValueError, match="columns"):
            say_columns(batch=batch, columns=["", "", "nama", "ktp_nomor", ""], by=desk.user)

    def test_a_list_that_was_sent_back_names_its_rows_and_is_read_without_asking(self, desk):
        first = desk.confirm(self.said(desk, desk.examine(self.OTHERS, kind=SISKO)))
        row = {**self.OTHERS[0], "Nama Lengkap": "Ana Klauu", "ID PMI": "", "tenun_asal": f"{first.pk}.2"}
        batch = desk.examine([row], name="kembali.csv", kind=SISKO)
        with desk.scoped():
            assert [each.person_id for each in desk.rows(batch)] == [Person.objects.get().pk]


class TestUndoing:
    def test_somebody_new_goes_with_her_number_and_steps(self, desk):
        batch = desk.imported([ANNA], kind=SISKO)
        assert undone(desk, batch).state == "undone"
        assert {name: found for name, found in tables(desk).items() if found} == {}
        assert mirror(desk) == ([], [])

    def test_number_and_steps_of_a_known_person_are_taken_off(self, desk, maria):
        desk.imported([{"sisko_nomor": "S-1", "nama": maria.full_name, "nik": maria.nik}], name="a.csv", kind=SISKO)
        before, kept = tables(desk), mirror(desk)
        batch = desk.imported([of(maria)], name="b.csv", kind=SISKO)
        undone(desk, batch)
        assert (tables(desk), mirror(desk)) == (before, kept)
        assert [row.is_written for row in desk.rows(batch)] == [False]

    def test_what_a_later_list_stands_on_stays_and_is_named(self, desk, maria):
        batch = desk.imported([of(maria)], name="a.csv", kind=SISKO)
        desk.imported([of(maria, sisko_opp="ya")], name="b.csv", kind=SISKO)
        kept = mirror(desk)
        undone(desk, batch)
        assert (mirror(desk), codes(desk, batch)) == (kept, [["import.touched"]])

    def test_somebody_new_whom_an_office_list_has_filled_since_stays(self, desk):
        batch = desk.imported([ANNA], kind=SISKO)
        desk.imported([{"nama": "Anna Klau", "nik": ANNA["nik"], "tempat_lahir": "Atambua"}], name="kantor.csv")
        undone(desk, batch)
        with desk.scoped():
            assert (Person.objects.count(), ExternalId.objects.count()) == (1, 1)


class TestKilled:
    def people(self):
        return [
            {"sisko_nomor": f"S-{n}", "nama": f"Anna {chr(65 + n)}x Klau", "sisko_ak1": "ya", "sisko_opp": ""}
            for n in range(10)
        ]

    def test_a_job_that_was_cut_off_goes_on_and_doubles_nothing(self, desk, monkeypatch):
        monkeypatch.setattr(writing, "CHUNK", 4)
        batch = desk.examine(self.people(), kind=SISKO)
        seen = []

        def fall(persons, using):
            seen.append(persons)
            if len(seen) == 2:
                raise RuntimeError("power cut")

        monkeypatch.setattr(writing.files_written, "_listeners", [fall])
        with pytest.raises(RuntimeError):
            desk.confirm(batch)
        assert [len(each) for each in mirror(desk)] == [4, 4]
        run_writing(batch.pk, desk.user.pk, using="default")
        run_writing(batch.pk, desk.user.pk, using="default")
        assert [len(each) for each in mirror(desk)] == [10, 10]
        with desk.scoped():
            assert Person.objects.count() == 10


class TestANameAlone:
    """A Sisko list often says little: nobody is doubled because of it."""

    def test_it_is_asked_about(self, desk, maria):
        batch = desk.examine([{"sisko_nomor": "S-9", "nama": maria.full_name}], kind=SISKO)
        (row,) = desk.rows(batch)
        assert (row.outcome, row.why, row.candidates) == ("doubtful", "name_alone", [maria.pk])

    def test_another_birth_date_tells_them_apart(self, desk, maria):
        row = {"sisko_nomor": "S-9", "nama": maria.full_name, "tanggal_lahir": "01-02-1990"}
        assert desk.outcomes(desk.examine([row], kind=SISKO)) == ["new"]
