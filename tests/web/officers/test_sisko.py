"""Lists of Sisko on the pages: their kind at the upload, what differs on their page, and the mirror on Berkas."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.intake.lists import as_csv
from tests.people.conftest import TODAY, belu, maria  # noqa: F401  Fixtures.

from tenun.documents.actions import record_paper
from tenun.domain.journey import Role
from tenun.domain.papers import PaperRecord, Proof
from tenun.intake.enums import ListKind
from tenun.intake.models import Batch
from tenun.people.models import Person
from tenun.readiness.actions import Seen, note_movement
from tenun.readiness.models import MovementKind
from tenun.readiness.queries import journey_of

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
SISKO = ListKind.SISKO
ANNA = {"sisko_nomor": "S-100", "nama": "Anna Klau", "tanggal_lahir": "04-08-2001", "sisko_tujuan": "BRUNEI"}
STEPS = {
    "sisko_ak1": "01-10-2026",
    "sisko_perjanjian_penempatan": "03-10-2026",
    "sisko_bpjs_tk": "",
    "sisko_opp": "ya",
    "sisko_berangkat": "",
}


@pytest.fixture
def counter(client, desk):
    client.force_login(desk.user)
    return client


def of(person, **more):
    return {"sisko_nomor": "S-1", "nama": person.full_name, "nik": person.nik, **STEPS, **more}


def holds(desk, person, kind, issued_on=None):
    with desk.scoped():
        seen = PaperRecord(proof=Proof.ORIGINAL_SEEN, issued_on=issued_on)
        record_paper(person=person, kind=kind, record=seen, by=desk.user)


@pytest.fixture
def mirrored(desk, maria):  # noqa: F811
    """Maria: AK1 on the same day, agreement on another, insured here alone, oriented in Sisko alone."""
    for kind, day in (("ak1", 1), ("perjanjian_penempatan", 4), ("bpjs_tk", 5)):
        holds(desk, maria, kind, date(2026, 10, day))
    return desk.imported([of(maria)], kind=SISKO)


class TestUpload:
    def test_the_kind_is_chosen_and_an_office_list_stands_first(self, counter, desk):
        page = counter.get(reverse("imports")).text
        assert 'value="office"' in page
        assert page.index('value="office"') < page.index('value="sisko"')
        assert "perlu dikonfirmasi" in page
        file = SimpleUploadedFile("sisko.csv", as_csv([ANNA]))
        counter.post(reverse("imports"), {"jenis": "sisko", "daftar": file})
        with desk.scoped():
            assert Batch.objects.get().kind == SISKO
        assert "Daftar Sisko (SISKOP2MI)" in counter.get(reverse("imports")).text

    @pytest.mark.parametrize("kind", ["", "lain"])
    def test_a_kind_that_does_not_exist_is_refused(self, counter, kind):
        file = SimpleUploadedFile("sisko.csv", as_csv([ANNA]))
        assert counter.post(reverse("imports"), {"jenis": kind, "daftar": file}).status_code == 422

    def test_its_headers_are_matched_with_the_columns_of_sisko(self, counter, desk):
        batch = desk.examine([{"ID PMI": "S-1", "Nama": "Anna", "OPP": "ya"}], kind=SISKO)
        url = reverse("import-columns", args=[batch.pk])
        page = counter.get(url).text
        assert "Nama kolom Sisko belum pernah diumumkan" in page
        assert ("sisko_e_pmi" in page, "ktp_nomor" in page) == (True, False)
        answers = {"kolom0": "sisko_nomor", "kolom1": "nama", "kolom2": "sisko_opp"}
        assert counter.post(url, answers).url == reverse("import", args=[batch.pk])


class TestPageOfTheList:
    def test_it_says_that_nothing_of_a_file_changes(self, counter, desk):
        page = counter.get(reverse("import", args=[desk.examine([ANNA], kind=SISKO).pk])).text
        for said in ("Daftar Sisko hanya cermin", "Catatan Sisko baru", "Simpan 1 baris", "BRUNEI"):
            assert said in page
        assert "Langkah berbeda" not in page

    def test_whose_steps_differ_is_counted_and_told_once_it_was_saved(self, counter, desk, mirrored, maria):  # noqa: F811
        url = reverse("import", args=[mirrored.pk])
        assert "<b>1</b>Langkah berbeda" in counter.get(url).text
        page = counter.get(url, {"hasil": "langkah"}).text
        assert "1 orang dengan langkah yang berbeda" in page
        assert reverse("berkas", args=[maria.pk]) in page
        for said in (
            "Perjanjian penempatan",
            "4 Oktober 2026",
            "3 Oktober 2026",
            "Orientasi (OPP)",
            "ada, tanpa tanggal",
        ):
            assert said in page
        assert "BPJS Ketenagakerjaan" not in page

    def test_nobody_differs_where_both_hold_the_same(self, counter, desk, maria):  # noqa: F811
        holds(desk, maria, "ak1", date(2026, 10, 1))
        row = {"sisko_nomor": "S-1", "nama": maria.full_name, "nik": maria.nik, "sisko_ak1": "01-10-2026"}
        batch = desk.imported([row], kind=SISKO)
        assert "<b>0</b>Langkah berbeda" in counter.get(reverse("import", args=[batch.pk])).text

    def test_whose_data_differ_is_told_and_numbers_are_not(self, counter, desk, maria):  # noqa: F811
        holds(desk, maria, "paspor")
        with desk.scoped():
            record = PaperRecord(proof=Proof.COPY, number="A7654321")
            record_paper(person=maria, kind="paspor", record=record, by=desk.user)
        batch = desk.examine([of(maria, tanggal_lahir="13-03-1999", sisko_paspor="B1234567")], kind=SISKO)
        page = counter.get(reverse("import", args=[batch.pk]), {"hasil": "data"}).text
        for said in ("<b>1</b>Data berbeda", "12-03-1999", "13-03-1999", "sisko_paspor", "tidak ditampilkan"):
            assert said in page
        assert ("A7654321" in page, "B1234567" in page) == (False, False)

    def test_a_long_list_goes_on_by_its_rows(self, counter, desk):
        people = [
            {"sisko_nomor": f"S-{n}", "nama": f"Anna {chr(65 + n // 26)}{chr(65 + n % 26)}x", "sisko_opp": "ya"}
            for n in range(60)
        ]
        url = reverse("import", args=[desk.imported(people, kind=SISKO).pk])
        assert "hasil=langkah&amp;setelah=51" in counter.get(url, {"hasil": "langkah"}).text
        last = counter.get(url, {"hasil": "langkah", "setelah": "51"}).text
        found = [said in last for said in ("60 orang dengan langkah yang berbeda", "Anna CHx", "Anna AAx")]
        assert found == [True, True, False]

    def test_an_office_list_has_none_of_these_views(self, counter, desk):
        batch = desk.examine([{"nama": "Anna Klau"}])
        page = counter.get(reverse("import", args=[batch.pk]), {"hasil": "langkah"}).text
        assert ("1 orang baru" in page, "Langkah berbeda" in page) == (True, False)

    def test_a_doubtful_row_stands_beside_the_file(self, counter, desk, maria):  # noqa: F811
        row = {"sisko_nomor": "S-1", "nama": maria.full_name, "tanggal_lahir": "12-03-1999"}
        batch = desk.examine([row], kind=SISKO)
        page = counter.get(reverse("import-row", args=[batch.pk, 2])).text
        assert "Apakah ini orang yang sama?" in page
        counter.post(reverse("import-rule", args=[batch.pk]), {"aturan": "other"})
        assert desk.rows(batch)[0].decision == "other"

    def test_the_list_comes_back_with_its_warnings(self, counter, desk, maria):  # noqa: F811
        batch = desk.imported([of(maria, tanggal_lahir="13-03-1999")], kind=SISKO)
        answer = counter.get(reverse("import-messages", args=[batch.pk]))
        assert answer.status_code == 200


def line_of(page, step):
    """The row of a step in the table of the section, without its tags."""
    start = page.index(f">{step}<")
    return page[start : page.index("</tr>", start)]


class TestBerkas:
    def test_a_line_a_step_says_how_both_sides_stand(self, counter, mirrored, maria):  # noqa: F811
        page = counter.get(reverse("berkas", args=[maria.pk])).text
        section = page[page.index('id="sisko"') :]
        for step, said in {
            "Pendaftaran (AK1)": "diterima",
            "Perjanjian penempatan": "berbeda: tanggalnya lain",
            "BPJS Ketenagakerjaan": "terkirim, belum tampak di Sisko",
            "Orientasi (OPP)": "berbeda: hanya ada di Sisko",
            "Keberangkatan": "belum ada",
        }.items():
            assert said in line_of(section, step)
        assert "Kartu E-PMI" not in section[: section.index("</section>")]
        assert ("S-1" in section, "Hanya cermin" in section) == (True, True)

    def test_of_whom_sisko_has_told_nothing_there_is_no_section(self, counter, maria):  # noqa: F811
        assert 'id="sisko"' not in counter.get(reverse("berkas", args=[maria.pk])).text

    def test_a_number_alone_is_shown(self, counter, desk, maria):  # noqa: F811
        desk.imported([{"sisko_nomor": "S-1", "nama": maria.full_name, "nik": maria.nik}], kind=SISKO)
        page = counter.get(reverse("berkas", args=[maria.pk])).text
        assert ('id="sisko"' in page, "Langkah di Tenun dan di Sisko" in page) == (True, False)

    def test_a_departure_that_the_village_told_of_is_held_with_its_day(self, counter, desk, maria):  # noqa: F811
        with desk.scoped():
            seen = Seen(kind=MovementKind.DEPARTED, on=date(2026, 10, 9), told_by="Ibu RT")
            note_movement(person=maria, journey=journey_of(maria), seen=seen, role=Role.VILLAGE, on=TODAY, by=desk.user)
        desk.imported([of(maria, sisko_berangkat="10-10-2026")], kind=SISKO)
        section = counter.get(reverse("berkas", args=[maria.pk])).text
        line = line_of(section, "Keberangkatan")
        for said in ("9 Oktober 2026", "10 Oktober 2026", "berbeda: tanggalnya lain"):
            assert said in line

    def test_while_her_age_is_in_question_it_is_not_shown(self, counter, desk, maria):  # noqa: F811
        desk.imported([of(maria)], kind=SISKO)
        child = PaperRecord(proof=Proof.ORIGINAL_SEEN, name=maria.full_name, birth_date=TODAY.replace(year=2010))
        with desk.scoped():
            record_paper(person=maria, kind="akta", record=child, by=desk.user)
        assert 'id="sisko"' not in counter.get(reverse("berkas", args=[maria.pk])).text

    def test_somebody_whom_only_sisko_has_told_of_is_found_and_read(self, counter, desk):
        desk.imported([ANNA | STEPS], kind=SISKO)
        with desk.scoped():
            person = Person.objects.get()
        page = counter.get(reverse("berkas", args=[person.pk])).text
        assert "Tujuan belum dipilih" in page
        assert "berbeda: hanya ada di Sisko" in page
        assert reverse("berkas", args=[person.pk]) in counter.get(reverse("desk"), {"q": "Anna Klau"}).text
        assert person.full_name not in counter.get(reverse("desk")).text
        assert counter.get(reverse("journey", args=[person.pk])).status_code == 200

    def test_the_history_tells_which_list_and_which_steps(self, counter, mirrored, maria):  # noqa: F811
        page = counter.get(reverse("history", args=[maria.pk])).text
        for said in ("Catatan Sisko", "Pendaftaran (AK1), Perjanjian penempatan, Orientasi (OPP)", "Impor calon.csv"):
            assert said in page

    def test_an_office_goes_on_with_her_from_there(self, counter, desk):
        desk.imported([ANNA | STEPS], kind=SISKO)
        with desk.scoped():
            person = Person.objects.get()
        url = reverse("berkas", args=[person.pk])
        assert counter.post(reverse("target", args=[person.pk]), {"tujuan": "my-domestic"}).url == url
        page = counter.get(url).text
        assert "Rencana perbaikan" in page
        assert "berbeda: hanya ada di Sisko" in page
        talked = {"bukti_first_talk": "on"}
        assert counter.post(reverse("step", args=[person.pk, "contact"]), talked).status_code == 302
        with desk.scoped():
            assert journey_of(person).state == "CONTACTED"
        assert person.full_name in counter.get(reverse("desk")).text
