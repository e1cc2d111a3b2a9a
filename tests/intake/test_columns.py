"""Any other sheet: its headers are guessed, said once by an officer, and remembered by her office."""

import pytest
from django.urls import reverse
from tests.intake.handling import Desk
from tests.people.conftest import officer

from tenun.intake.actions import say_columns
from tenun.intake.columns import guess
from tenun.intake.sealing import unseal
from tenun.intake.tasks import run_examination

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
OTHERS = [{"No": "1", "Nama Lengkap": "Anna Klau", "Tgl Lahir": "04-08-2001", "JK": "P", "Ibu": "Rosa", "Umur": "25"}]
SAID = ["", "nama", "tanggal_lahir", "jenis_kelamin", "nama_ibu", ""]


def said(desk, batch, columns=SAID):
    with desk.scoped():
        say_columns(batch=batch, columns=columns, by=desk.user)
    run_examination(batch.pk, desk.user.pk, using="default")
    return desk.again(batch)


class TestGuessing:
    @pytest.mark.parametrize(
        ("header", "column"),
        [
            ("NAMA LENGKAP", "nama"),
            ("No. KTP", "nik"),
            ("Tgl. Lahir", "tanggal_lahir"),
            ("L/P", "jenis_kelamin"),
            ("No HP", "telepon"),
            ("tempat lahir", "tempat_lahir"),
            ("ktp_nomer", "ktp_nomor"),
            ("Umur", ""),
            ("Keterangan", ""),
            ("tenun_pesan", ""),
        ],
    )
    def test_a_header_is_taken_for_what_offices_write(self, header, column):
        assert guess([header]) == [[header, column]]

    def test_a_column_is_guessed_once_and_what_was_said_before_goes_first(self):
        assert guess(["Nama", "Nama Lengkap"]) == [["Nama", "nama"], ["Nama Lengkap", ""]]
        assert guess(["Nama", "Alias"], {"Alias": "nama"}) == [["Nama", ""], ["Alias", "nama"]]


class TestSaying:
    def test_a_sheet_without_our_name_waits_for_an_officer(self, desk):
        batch = desk.examine(OTHERS)
        assert (batch.state, [column for _, column in batch.mapping]) == ("columns", SAID)

    def test_then_it_is_read_so(self, desk):
        batch = said(desk, desk.examine(OTHERS))
        (row,) = desk.rows(batch)
        cells = unseal(row.sealed, 2).cells
        assert (batch.state, row.outcome) == ("examined", "new")
        assert (cells["nama"], cells["tanggal_lahir"], cells["nama_ibu"]) == ("Anna Klau", "04-08-2001", "Rosa")

    def test_the_offices_next_list_is_read_without_asking(self, desk):
        said(desk, desk.examine(OTHERS))
        batch = desk.examine([{**OTHERS[0], "Nama Lengkap": "Berta Klau"}], name="desember.csv")
        assert (batch.state, desk.outcomes(batch)) == ("examined", ["new"])

    def test_another_office_is_asked_itself(self, desk):
        said(desk, desk.examine(OTHERS))
        other = Desk(officer("lain", districts=("53.04",)))
        assert other.examine(OTHERS).state == "columns"

    @pytest.mark.parametrize(
        "columns", [["", "", *SAID[2:]], ["nama", *SAID[1:]], SAID[:-1], ["tak_ada", *SAID[1:]]], ids=str
    )
    def test_columns_that_make_no_sense_are_refused(self, desk, columns):
        batch = desk.examine(OTHERS)
        with pytest.raises(ValueError, match="columns"):
            said(desk, batch, columns)

    def test_our_own_sheet_is_never_asked_about(self, desk):
        assert desk.examine([{"nama": "Anna", "Umur": "20"}]).state == "examined"


class TestPage:
    def test_the_officer_corrects_and_goes_on(self, client, desk):
        batch = desk.examine(OTHERS)
        client.force_login(desk.user)
        url = reverse("import-columns", args=[batch.pk])
        assert client.get(reverse("import", args=[batch.pk])).url == url
        assert "Nama Lengkap" in client.get(url).text
        answers = {f"kolom{number}": column or "-" for number, column in enumerate(SAID)}
        assert client.post(url, {**answers, "kolom1": "-"}).status_code == 422
        assert client.post(url, {**answers, "kolom0": "nama"}).status_code == 422
        client.post(url, answers)
        run_examination(batch.pk, desk.user.pk, using="default")
        assert "Simpan 1 baris" in client.get(reverse("import", args=[batch.pk])).text

    def test_the_list_comes_back_with_its_own_headers(self, client, desk):
        batch = said(desk, desk.examine(OTHERS))
        client.force_login(desk.user)
        assert client.get(reverse("import-messages", args=[batch.pk])).status_code == 200
