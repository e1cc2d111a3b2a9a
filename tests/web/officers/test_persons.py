"""The pages about a person's own data: changed by one officer at a time, and every change told to whoever may know."""

import re

import pytest
from django.urls import reverse
from tests.people.conftest import TODAY, belu, malaka, maria, officer  # noqa: F401  Fixtures.
from tests.web.officers.test_views import counter, page, send, stranger  # noqa: F401  Fixtures.

from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, add_alias, add_external_id, change_person, register_person
from tenun.people.enums import System
from tenun.people.models import Alias, ExternalId, HouseholdMember, Person
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
NIK = "5304055203999001"
KEPT = {
    "nama": "Maria Goreti Bano",
    "tanggal_lahir": "12-03-1999",
    "nama_ibu": "Yuliana Seran",
    "desa": "53.04.05.2001",
    "versi": "1",
    "alasan": "menurut KK baru",
}


def now(person):
    with scoped(Scope(districts=("53.04",))):
        return Person.objects.get(pk=person.pk)


def save_first(by, person, **changes):
    """Another officer saves while the page is open."""
    with scoped(standing_of(by, TODAY).scope):
        current = Person.objects.get(pk=person.pk)
        change_person(person=current, changes=changes, version=current.version, by=by, reason="salah ketik")


class TestChange:
    def test_it_shows_what_is_known_and_no_number(self, counter, maria):  # noqa: F811
        text = page(counter, "change-person", maria.pk).text
        assert 'value="Maria Goreti Bano"' in text
        assert 'value="12-03-1999"' in text
        assert NIK not in text
        assert "•••• 9001" in text

    def test_it_saves_what_was_changed_and_leads_back(self, counter, maria):  # noqa: F811
        answer = send(counter, "change-person", maria.pk, **KEPT, tempat_lahir="Atambua", pendidikan="SMA")
        assert (answer.status_code, answer.url) == (302, reverse("berkas", args=[maria.pk]))
        person = now(maria)
        assert (person.birth_place, person.education, person.nik, person.version) == ("Atambua", 3, NIK, 2)

    def test_every_field_that_was_read_is_saved_as_it_was(self, counter, maria):  # noqa: F811
        whole = {"jenis_kelamin": "P", "status_kawin": "kawin", "pendidikan": "S1", "rencana_berangkat": "01-03-2027"}
        send(counter, "change-person", maria.pk, **KEPT, **whole, telepon="0812 3456 7890", no_kk="5304051103199002")
        text = page(counter, "change-person", maria.pk).text
        shown = dict(re.findall(r'<input type="(?:text|hidden)" name="(\w+)" value="([^"]*)"', text))
        shown |= {
            name: (re.search(r'<option value="([^"]*)" selected', choices) or [0, ""])[1]
            for name, choices in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', text, re.DOTALL)
        }
        before = now(maria)
        assert send(counter, "change-person", maria.pk, **{**shown, "alasan": "tidak ada"}).status_code == 302
        assert now(maria).version == before.version == 2
        assert (before.phone, before.family_card_number) == ("0812 3456 7890", "5304051103199002")

    def test_a_wrong_number_is_taken_away(self, counter, maria):  # noqa: F811
        assert send(counter, "change-person", maria.pk, **KEPT, hapus="nik").status_code == 302
        assert now(maria).nik is None

    @pytest.mark.parametrize(
        ("field", "value"),
        [("nama", ""), ("alasan", ""), ("nik", "123"), ("tanggal_lahir", "31-02-1999"), ("desa", "53.21.02.2004")],
    )
    def test_a_bad_answer_is_said_beside_its_field(self, counter, maria, field, value):  # noqa: F811
        answer = send(counter, "change-person", maria.pk, **(KEPT | {field: value}))
        assert (answer.status_code, f'id="id_{field}_error"' in answer.text) == (422, True)
        assert now(maria).version == 1

    def test_the_second_officer_sees_what_changed_and_keeps_his_own_text(self, counter, belu, maria):  # noqa: F811
        first = officer("rambu", districts=("53.04",))
        save_first(first, maria, birth_place="Atambua", mother_name="Yuliana Bano")
        answer = send(counter, "change-person", maria.pk, **KEPT, tempat_lahir="Kupang")
        assert answer.status_code == 409
        assert "Rambu menyimpan lebih dulu" in answer.text
        row = re.search(r">Tempat lahir</th>(.*?)</tr>", answer.text)[1]
        cells = re.sub(r"<[^>]+>", "|", row)
        assert [cell for cell in cells.split("|") if cell.strip()] == ["kosong", "Atambua", "Kupang"]
        assert 'name="tempat_lahir" value="Kupang"' in answer.text
        assert 'name="nama_ibu" value="Yuliana Bano"' in answer.text
        assert 'name="versi" value="2"' in answer.text
        assert now(maria).birth_place == "Atambua"

    def test_he_may_save_again_and_loses_nothing_of_the_first(self, counter, belu, maria):  # noqa: F811
        save_first(officer("rambu", districts=("53.04",)), maria, mother_name="Yuliana Bano")
        sent = KEPT | {"tempat_lahir": "Kupang"}
        answer = send(counter, "change-person", maria.pk, **sent)
        again = dict(re.findall(r'name="(\w+)" value="([^"]*)"', answer.text))
        sent |= {name: again[name] for name in ("versi", "nama_ibu", "tempat_lahir")}
        assert send(counter, "change-person", maria.pk, **sent).status_code == 302
        assert (now(maria).birth_place, now(maria).mother_name) == ("Kupang", "Yuliana Bano")

    def test_that_a_number_changed_is_told_without_the_number(self, counter, belu, maria):  # noqa: F811
        save_first(belu, maria, nik="5304055203999002")
        answer = send(counter, "change-person", maria.pk, **KEPT, tempat_lahir="Kupang")
        assert ">NIK</th>" in answer.text
        assert "5304055203999" not in answer.text

    def test_whoever_comes_to_look_like_another_file_is_shown_first(self, counter, belu, maria):  # noqa: F811
        with scoped(standing_of(belu, TODAY).scope):
            other = register_person(
                new=NewPerson(full_name="Mery", village_code="53.04.05.2001", target="my-domestic"), by=belu
            )
        answer = send(counter, "change-person", other.pk, **KEPT)
        assert answer.status_code == 422
        assert reverse("berkas", args=[maria.pk]) in answer.text
        assert send(counter, "change-person", other.pk, **KEPT, another="1").status_code == 302

    def test_another_district_gets_what_a_missing_person_gets(self, stranger, maria):  # noqa: F811
        found, missing = (page(stranger, "change-person", maria.pk + more) for more in (0, 1))
        assert (found.status_code, found.content) == (404, missing.content)
        assert send(stranger, "change-person", maria.pk, **KEPT).status_code == 404

    def test_the_province_reads_and_changes_nothing(self, client, maria):  # noqa: F811
        client.force_login(officer("provinsi", Role.PROVINCE, districts=("53.04",)))
        assert page(client, "change-person", maria.pk).status_code == 404


class TestHistory:
    def test_it_tells_what_when_who_and_why(self, counter, belu, maria):  # noqa: F811
        send(counter, "change-person", maria.pk, **KEPT, tempat_lahir="Atambua", nik="5304055203999002")
        text = page(counter, "history", maria.pk).text
        assert "Tempat lahir: kosong → Atambua" in text
        assert "menurut KK baru" in text
        assert "Belu" in text
        assert "NIK: diubah" in text
        assert not re.search(r"\d{16}", text)

    def test_every_field_is_told_in_words(self, counter, maria):  # noqa: F811
        said = {"jenis_kelamin": "P", "status_kawin": "kawin", "pendidikan": "S1", "rencana_berangkat": "01-03-2027"}
        send(counter, "change-person", maria.pk, **KEPT, **said)
        send(counter, "known", maria.pk, jenis="nomor", **{"nomor-sistem": "sisko", "nomor-nomor": "S-7"})
        text = page(counter, "history", maria.pk).text
        for words in ("Perempuan", "Kawin", "D4/S1", "1 Maret 2027", "Sistem: SISKOP2MI", "Pekerja rumah tangga"):
            assert words in text

    def test_reading_it_is_entered(self, counter, acts_on, maria):  # noqa: F811
        page(counter, "history", maria.pk)
        assert acts_on(maria) == [("read_history", "")]

    @pytest.mark.parametrize("role", [Role.VILLAGE, Role.AUDITOR, Role.AGENCY])
    def test_a_role_without_it_gets_not_found(self, client, maria, role):  # noqa: F811
        client.force_login(officer("lain", role, districts=("53.04",)))
        assert page(client, "history", maria.pk).status_code == 404

    def test_another_district_gets_not_found(self, stranger, maria):  # noqa: F811
        assert page(stranger, "history", maria.pk).status_code == 404


class TestKnown:
    @pytest.mark.parametrize(
        ("kind", "answers", "model", "shown"),
        [
            ("nama", {"nama-nama": "Mery Kaka", "nama-keterangan": "di kapal"}, Alias, "Mery Kaka"),
            (
                "keluarga",
                {"keluarga-nama": "Yosef Bano", "keluarga-hubungan": "father", "keluarga-kepala": "on"},
                HouseholdMember,
                "kepala keluarga",
            ),
            ("nomor", {"nomor-sistem": "sisko", "nomor-nomor": "S-77"}, ExternalId, "S-77"),
        ],
    )
    def test_it_is_added_shown_and_taken_away(self, counter, maria, kind, answers, model, shown):  # noqa: F811
        assert send(counter, "known", maria.pk, jenis=kind, **answers).status_code == 302
        assert shown in page(counter, "known", maria.pk).text
        with scoped(Scope(districts=("53.04",))):
            row = model.objects.get()
        assert send(counter, "forget-known", maria.pk, kind, row.pk).status_code == 302
        with scoped(Scope(districts=("53.04",))):
            assert not model.objects.exists()

    @pytest.mark.parametrize(
        ("kind", "answers", "field"),
        [
            ("nama", {"nama-nama": ""}, "nama-nama"),
            ("nama", {"nama-nama": "Mery"}, "nama-nama"),
            (
                "keluarga",
                {"keluarga-nama": "X", "keluarga-hubungan": "father", "keluarga-tiket": "9"},
                "keluarga-tiket",
            ),
            ("nomor", {"nomor-sistem": "sisko", "nomor-nomor": "S-1"}, "nomor-nomor"),
        ],
    )
    def test_a_bad_answer_is_said_beside_its_field(self, counter, belu, maria, kind, answers, field):  # noqa: F811
        with scoped(standing_of(belu, TODAY).scope):
            add_alias(person=maria, name="Mery", note="", by=belu)
            add_external_id(person=maria, system=System.SISKO, code="S-1", by=belu)
        answer = send(counter, "known", maria.pk, jenis=kind, **answers)
        assert (answer.status_code, f'id="id_{field}_error"' in answer.text) == (422, True)

    def test_the_file_shows_other_names_and_numbers(self, counter, belu, maria):  # noqa: F811
        with scoped(standing_of(belu, TODAY).scope):
            add_alias(person=maria, name="Mery Kaka", note="", by=belu)
            add_external_id(person=maria, system=System.PEDULI_WNI, code="PW-9", by=belu)
        text = page(counter, "berkas", maria.pk).text
        assert "Mery Kaka" in text
        assert "PW-9" in text
        assert reverse("change-person", args=[maria.pk]) in text

    def test_another_district_gets_not_found(self, stranger, maria):  # noqa: F811
        assert page(stranger, "known", maria.pk).status_code == 404
        assert send(stranger, "forget-known", maria.pk, "nama", 1).status_code == 404


class TestStart:
    NAME = "Yasinta Bete"

    def start(self, client, **answers):
        assert send(client, "register", nama=self.NAME, **answers).status_code == 302
        with scoped(Scope(districts=("53.04",))):
            return Person.objects.get(full_name=self.NAME)

    def test_a_name_and_a_village_are_enough(self, counter):  # noqa: F811
        person = self.start(counter, desa="53.04.05.2001")
        assert (person.target, person.nik) == ("", None)
        text = page(counter, "berkas", person.pk).text
        assert "Tujuan belum dipilih" in text
        assert reverse("papers", args=[person.pk]) in text
        assert "Tujuan belum dipilih" in page(counter, "desk").text

    def test_a_name_and_a_district_are_enough(self, counter):  # noqa: F811
        person = self.start(counter, desa="53.04", tujuan="my-domestic")
        assert (person.district_code, person.village_code) == ("53.04", "")
        assert "Desa belum diketahui" in page(counter, "berkas", person.pk).text

    def test_the_village_is_added_later_on_the_page_of_changes(self, counter):  # noqa: F811
        person = self.start(counter, desa="53.04")
        shown = page(counter, "change-person", person.pk).text
        assert re.search(r'<option value="53.04" selected', shown)
        sent = {"nama": self.NAME, "versi": "1", "alasan": "menurut KTP"}
        assert send(counter, "change-person", person.pk, **sent, desa="53.04").status_code == 302
        assert now(person).village_code == ""
        assert send(counter, "change-person", person.pk, **sent, desa="53.04.05.2001").status_code == 302
        assert now(person).village_code == "53.04.05.2001"

    def test_a_village_officer_knows_the_village(self, client):
        client.force_login(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)))
        assert send(client, "register", nama=self.NAME, desa="53.04").status_code == 422
        assert send(client, "register", nama=self.NAME, desa="53.04.05.2001").status_code == 302

    def test_a_record_of_a_district_is_not_of_any_village(self, counter, client):  # noqa: F811
        person = self.start(counter, desa="53.04")
        client.force_login(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)))
        assert page(client, "berkas", person.pk).status_code == 404
