"""The pages of an import: upload, result, decision, saving, the list sent back; and who must not reach them."""

import io
import zipfile
from typing import ClassVar

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.intake.lists import as_csv, nik_of
from tests.people.conftest import belu, malaka, maria, officer  # noqa: F401  Fixtures.

from tenun.intake.enums import Outcome
from tenun.intake.files import MOST_BYTES
from tenun.intake.models import Batch, Row
from tenun.intake.tasks import PostEnded, run_examination, run_writing
from tenun.organisations.enums import Role
from tenun.people.models import Person
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
ANNA = {"nama": "Anna Klau", "tanggal_lahir": "04-08-2001", "desa": "53.04.05.2001", "nama_ibu": "Rosa Klau"}
FAULTY = {"nama": "Berta Seran", "nik": "53040552039900", "telepon": "0812"}


@pytest.fixture
def counter(client, desk):
    client.force_login(desk.user)
    return client


def sent(content, name="calon.csv", kind="office"):
    return {"jenis": kind, "daftar": SimpleUploadedFile(name, content)}


def list_of(desk):
    with desk.scoped():
        return Batch.objects.latest("pk")


class TestUpload:
    def test_a_list_is_taken_and_its_page_tells_how_far_it_is(self, counter, desk):
        answer = counter.post(reverse("imports"), sent(as_csv([ANNA])))
        batch = list_of(desk)
        assert answer.url == reverse("import", args=[batch.pk])
        page = counter.get(answer.url)
        assert "Memeriksa daftar" in page.text
        assert "hx-get" in page.text
        run_examination(batch.pk, desk.user.pk, using="default")
        assert "Simpan 1 baris" in counter.get(answer.url).text

    def test_where_scripts_run_the_page_asks_and_is_loaded_again_when_done(self, counter, desk):
        counter.post(reverse("imports"), sent(as_csv([ANNA])))
        batch = list_of(desk)
        url = reverse("import", args=[batch.pk])
        part = counter.get(url, headers={"HX-Request": "true"})
        assert ("<html" in part.text, "kemajuan" in part.text) == (False, True)
        run_examination(batch.pk, desk.user.pk, using="default")
        assert counter.get(url, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"

    @pytest.mark.parametrize(
        ("content", "name", "said"),
        [
            (b"%PDF-1.7", "calon.xlsx", "adalah PDF"),
            (b"nama\n", "calon.docx", "bukan .xlsx, .ods atau .csv"),
            (b"   ", "calon.csv", "kosong"),
            (b"PK\x03\x04" + b"0" * 100, "calon.xlsx", "rusak"),
        ],
    )
    def test_what_no_reader_can_open_is_said_at_once(self, counter, content, name, said):
        answer = counter.post(reverse("imports"), sent(content, name))
        assert (answer.status_code, said in answer.text) == (422, True)

    def test_a_file_that_is_too_large_is_not_read(self, counter):
        answer = counter.post(reverse("imports"), sent(b"a" * (MOST_BYTES + 100_000)))
        assert (answer.status_code, "lebih dari 25 MB" in answer.text) == (422, True)

    def test_a_file_without_names_is_told_on_its_page(self, counter, desk):
        counter.post(reverse("imports"), sent(b"orang\nAnna\n"))
        batch = list_of(desk)
        run_examination(batch.pk, desk.user.pk, using="default")
        page = counter.get(reverse("import", args=[batch.pk]), follow=True)
        assert "Judul kolom daftar ini belum dikenal" in page.text

    def test_an_officer_for_two_districts_says_for_which(self, client, desk):
        both = officer("dua", districts=("53.04", "53.21"))
        client.force_login(both)
        page = client.get(reverse("imports"))
        assert "Untuk kantor dan wilayah" in page.text


class TestResult:
    def test_each_fault_says_what_where_and_what_to_do(self, counter, desk):
        batch = desk.examine([ANNA, FAULTY])
        page = counter.get(reverse("import", args=[batch.pk])).text
        for said in ("1 baris perlu diperbaiki", "53040552039900", "Hitung kembali", "tulis 16 angka", "import.length"):
            assert said in page

    def test_a_change_shows_before_and_after_and_hides_numbers(self, counter, desk, maria):  # noqa: F811
        row = {"nama": maria.full_name, "nik": maria.nik, "tempat_lahir": "Betun", "telepon": "081234567890"}
        page = counter.get(reverse("import", args=[desk.examine([row]).pk])).text
        assert "Betun" in page
        assert "081234567890" not in page
        assert "•••• 7890" in page

    @pytest.mark.parametrize("outcome", Outcome)
    def test_every_outcome_has_its_list(self, counter, desk, maria, outcome):  # noqa: F811
        batch = desk.examine([ANNA, FAULTY, {"nama": maria.full_name, "tanggal_lahir": "12-03-1999"}])
        assert counter.get(reverse("import", args=[batch.pk]), {"hasil": outcome}).status_code == 200

    def test_a_long_list_goes_on_by_its_rows(self, counter, desk):
        batch = desk.examine([{"nama": f"Anna {chr(65 + n // 26)}{chr(65 + n % 26)}"} for n in range(60)])
        url = reverse("import", args=[batch.pk])
        assert "setelah=51" in counter.get(url).text
        assert "Anna CH" in counter.get(url, {"hasil": "new", "setelah": "51"}).text

    def test_reading_a_list_is_entered(self, counter, desk, entered):
        batch = desk.examine([ANNA])
        counter.get(reverse("import", args=[batch.pk]))
        assert entered(act="read_list", detail__startswith=str(batch.pk))


class TestSaving:
    def test_saving_stores_what_is_ready(self, counter, desk):
        batch = desk.examine([ANNA, FAULTY])
        url = reverse("import", args=[batch.pk])
        assert counter.post(reverse("import-confirm", args=[batch.pk])).url == url
        working = counter.get(url).text
        assert "Menyimpan daftar" in working
        assert '<li aria-current="step">Simpan</li>' in working
        run_writing(batch.pk, desk.user.pk, using="default")
        assert "1 baris disimpan" in counter.get(url).text
        with desk.scoped():
            assert Person.objects.get().full_name == "Anna Klau"

    def test_saving_twice_is_told(self, counter, desk):
        batch = desk.examine([ANNA])
        for _ in range(2):
            counter.post(reverse("import-confirm", args=[batch.pk]))
        assert "sudah berubah keadaannya" in counter.get(reverse("import", args=[batch.pk])).text

    def test_a_list_can_be_dropped(self, counter, desk):
        batch = desk.examine([ANNA])
        assert counter.post(reverse("import-give-up", args=[batch.pk])).url == reverse("imports")
        assert "tidak jadi" in counter.get(reverse("imports")).text


class TestDeciding:
    @pytest.fixture
    def batch(self, desk, maria):  # noqa: F811
        return desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999", "desa": "53.04.05.2001"}])

    def test_a_doubtful_row_stands_beside_the_file(self, counter, batch, maria):  # noqa: F811
        page = counter.get(reverse("import-row", args=[batch.pk, 2])).text
        assert "Apakah ini orang yang sama?" in page
        assert f"{maria.pk:06d}" in page
        assert maria.nik not in page

    def test_a_list_in_which_every_row_waits_leads_to_them(self, counter, batch):
        page = counter.get(reverse("import", args=[batch.pk]), {"hasil": "refused"}).text
        assert '<a href="?hasil=doubtful">1 baris menunggu keputusan Anda.</a>' in page

    def test_the_officer_decides_with_a_reason(self, counter, desk, batch, maria):  # noqa: F811
        url = reverse("import-row", args=[batch.pk, 2])
        assert counter.post(url, {"keputusan": "same", "orang": maria.pk}).status_code == 422
        counter.post(url, {"keputusan": "same", "orang": maria.pk, "alasan": "KTP dilihat"})
        (row,) = desk.rows(batch)
        assert (row.decision, row.person_id, row.reason) == ("same", maria.pk, "KTP dilihat")

    def test_a_file_that_was_not_shown_cannot_be_named(self, counter, desk, batch):
        url = reverse("import-row", args=[batch.pk, 2])
        assert counter.post(url, {"keputusan": "same", "orang": 999, "alasan": "x"}).status_code == 404
        (row,) = desk.rows(batch)
        assert (row.decision, row.person_id) == ("", None)

    def test_a_rule_decides_what_it_covers(self, counter, desk, batch):
        counter.post(reverse("import-rule", args=[batch.pk]), {"aturan": "same"})
        (row,) = desk.rows(batch)
        assert row.decision == "same"


class TestSentBack:
    def sheet(self, answer):
        return CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()

    def test_the_list_comes_back_with_messages_and_is_known_again(self, counter, desk):
        batch = desk.imported([ANNA, FAULTY])
        head, anna, berta = self.sheet(counter.get(reverse("import-messages", args=[batch.pk])))
        assert head[-3:] == ["tenun_asal", "tenun_hasil", "tenun_pesan"]
        assert (anna[-3], anna[-1]) == (f"{batch.pk}.2", "")
        assert "kolom nik" in berta[-1]
        mended = [dict(zip(head, row, strict=True)) for row in (anna, berta)]
        mended[1]["nik"] = nik_of(1)
        again = desk.examine(mended, name="diperbaiki.csv")
        assert desk.outcomes(again) == ["same", "new"]


class TestOutsiders:
    """Every address of a list that exists answers like that of one that does not."""

    NAMES = ("import", "import-messages")
    PRESSED = ("import-confirm", "import-give-up", "import-rule")
    WHO: ClassVar = {
        "another district": (Role.COUNTER, {"districts": ("53.21",)}),
        "the same district, another office": (Role.COUNTER, {"districts": ("53.04",)}),
        "a village": (Role.VILLAGE, {"villages": ("53.04.05.2001",)}),
        "an agency": (Role.AGENCY, {"districts": ("53.04",)}),
        "the province": (Role.PROVINCE, {"districts": ("53.04",)}),
        "protection": (Role.PROTECTION, {"districts": ("53.04",)}),
        "an admin": (Role.ADMIN, {}),
    }

    @pytest.mark.parametrize("who", WHO)
    def test_nobody_else_reaches_a_list(self, client, desk, who):
        batch = desk.examine([ANNA, FAULTY])
        role, territory = self.WHO[who]
        client.force_login(officer("luar", role, **territory))
        for name in self.NAMES:
            hers = client.get(reverse(name, args=[batch.pk]))
            nobodys = client.get(reverse(name, args=[batch.pk + 999]))
            assert (hers.status_code, hers.content) == (404, nobodys.content)
        assert client.get(reverse("import-row", args=[batch.pk, 2])).status_code == 404
        for name in self.PRESSED:
            assert client.post(reverse(name, args=[batch.pk])).status_code == 404
        if role is Role.COUNTER:
            assert "calon.csv" not in client.get(reverse("imports")).text

    def test_without_a_scope_no_row_of_a_list_is_seen(self, desk):
        desk.examine([ANNA])
        with scoped(NOBODY):
            assert (Batch.objects.count(), Row.objects.count()) == (0, 0)

    def test_a_decision_cannot_name_a_row_of_another_list(self, client, desk, maria):  # noqa: F811
        theirs = desk.examine([{"nama": maria.full_name, "tanggal_lahir": "12-03-1999"}])
        client.force_login(officer("lain", districts=("53.04",)))
        answer = client.post(reverse("import-row", args=[theirs.pk, 2]), {"keputusan": "other", "alasan": "x"})
        assert answer.status_code == 404
        assert desk.rows(theirs)[0].decision == ""

    def test_a_job_of_somebody_elses_list_does_nothing(self, desk, malaka):  # noqa: F811
        batch = desk.examine([ANNA])
        with pytest.raises(PostEnded):
            run_writing(batch.pk, malaka.pk, using="default")


def bomb():
    """A workbook of a few kilobytes whose sheet unpacks to far more than a list can be."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return target.getvalue()


def test_a_file_that_unpacks_beyond_reason_is_refused_at_once(counter):
    content = bomb()
    answer = counter.post(reverse("imports"), sent(content, "calon.xlsx"))
    assert (len(content) < 100_000, answer.status_code) == (True, 422)
    assert "mengembang tidak wajar" in answer.text
