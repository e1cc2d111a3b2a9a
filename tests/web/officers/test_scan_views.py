"""Pictures of papers: taken with the form, encrypted on disk, shown for minutes to whoever may see them."""

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.people.conftest import TODAY, belu, malaka, maria, officer  # noqa: F401  Fixtures.

from tenun.documents.leftovers import remove_leftovers
from tenun.documents.models import Paper, Scan
from tenun.formats.scans import MOST_BYTES
from tenun.organisations.enums import Desk, Role
from tenun.organisations.models import Post
from tenun.shared import blobs
from tenun.shared.scope import Scope, scoped
from tenun.web.officers import scan_views

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
IN_BELU = Scope(districts=("53.04",))
KTP = {"ktp_bukti": "copy", "ktp_nama": "Maria Goreti Bano", "ktp_tanggal_lahir": "12-03-1999"}


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def counter(client, belu):  # noqa: F811
    client.force_login(belu)
    return client


def photo():
    made = BytesIO()
    Image.new("RGB", (60, 40), "white").save(made, "PNG")
    return SimpleUploadedFile("ktp.exe", made.getvalue(), content_type="text/html")


def send(client, person, kind="ktp", file=None, **answers):
    return client.post(reverse("paper", args=[person.pk, kind]), {**(answers or KTP), "gambar": file or photo()})


def link_in(client, person, kind="ktp"):
    found = re.search(r'src="([^"]*/gambar/[^"]+)"', client.get(reverse("paper", args=[person.pk, kind])).text)
    return found and found[1]


def test_it_is_kept_with_the_paper_and_lies_encrypted(counter, maria, files):  # noqa: F811
    assert send(counter, maria).status_code == 302
    with scoped(IN_BELU):
        scan = Scan.objects.get(person=maria)
    stored = Path(files, scan.file).read_bytes()
    assert b"JFIF" not in stored
    assert (len(blobs.read(scan.file)), scan.content_type) == (scan.size, "image/jpeg")


def test_it_stands_beside_the_form_and_on_the_card(counter, maria):  # noqa: F811
    send(counter, maria)
    answer = counter.get(link_in(counter, maria))
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    stable = reverse("scan", args=[maria.pk, "ktp"])
    assert stable in counter.get(reverse("berkas", args=[maria.pk])).text
    assert counter.get(stable).status_code == 302


def test_it_is_kept_when_an_answer_beside_it_was_wrong(counter, maria):  # noqa: F811
    answer = send(counter, maria, **KTP | {"ktp_tanggal_lahir": "31-02-1999"})
    assert (answer.status_code, "/gambar/" in answer.text) == (422, True)
    with scoped(IN_BELU):
        assert (Scan.objects.count(), Paper.objects.count()) == (1, 0)


@pytest.mark.parametrize("content", [b"<script>alert(1)</script>", b"%PDF-1.4 rusak"])
def test_what_is_no_scan_is_refused_and_nothing_is_saved(counter, maria, content):  # noqa: F811
    answer = send(counter, maria, file=SimpleUploadedFile("ktp.jpg", content))
    assert (answer.status_code, 'id="id_gambar_error"' in answer.text) == (422, True)
    with scoped(IN_BELU):
        assert (Scan.objects.count(), Paper.objects.count()) == (0, 0)


def test_what_is_too_large_is_not_even_read(counter, maria):  # noqa: F811
    answer = send(counter, maria, file=SimpleUploadedFile("ktp.jpg", b"0" * (MOST_BYTES + 100_000)))
    assert (answer.status_code, "lebih dari 10 MB" in answer.text) == (422, True)


def keep_health_picture(client, officer, person):
    Post.objects.filter(user=officer).update(desk=Desk.HEALTH)
    send(client, person, "kesehatan", kesehatan_bukti="copy", kesehatan_hasil="layak")


class TestLink:
    def test_it_dies_after_minutes(self, counter, maria, monkeypatch):  # noqa: F811
        send(counter, maria)
        link = link_in(counter, maria)
        monkeypatch.setattr(scan_views, "LINK_SECONDS", -1)
        assert counter.get(link).status_code == 404

    def test_it_is_of_no_use_to_somebody_else(self, counter, maria, client):  # noqa: F811
        send(counter, maria)
        link = link_in(counter, maria)
        client.force_login(officer("rekan", districts=("53.04",)))
        assert client.get(link).status_code == 404

    def test_it_cannot_be_made_up(self, counter, maria):  # noqa: F811
        send(counter, maria)
        assert counter.get(link_in(counter, maria)[:-4] + "xxx/").status_code == 404

    def test_another_district_gets_none(self, counter, maria, malaka, client):  # noqa: F811
        send(counter, maria)
        client.force_login(malaka)
        assert client.get(reverse("scan", args=[maria.pk, "ktp"])).status_code == 404

    def test_the_province_office_opens_no_picture(self, counter, maria, client):  # noqa: F811
        send(counter, maria)
        client.force_login(officer("provinsi", Role.PROVINCE, districts=("53.04",)))
        assert client.get(reverse("scan", args=[maria.pk, "ktp"])).status_code == 404


def test_a_picture_of_a_health_paper_opens_at_the_health_desk_alone(counter, maria, belu):  # noqa: F811
    keep_health_picture(counter, belu, maria)
    assert counter.get(link_in(counter, maria, "kesehatan")).status_code == 200
    Post.objects.filter(user=belu).update(desk="")
    assert link_in(counter, maria, "kesehatan") is None
    assert counter.get(reverse("scan", args=[maria.pk, "kesehatan"])).status_code == 404
    with scoped(IN_BELU):
        assert not Scan.objects.exists(), "row-level security hides it too"


def test_nor_is_one_added_elsewhere(counter, maria):  # noqa: F811
    answer = send(counter, maria, "kesehatan", kesehatan_bukti="copy", kesehatan_hasil="layak")
    assert answer.status_code == 302, "what the paper says is recorded, the picture is not"
    assert "disimpan dan dilihat di meja kesehatan" in counter.get(reverse("paper", args=[maria.pk, "kesehatan"])).text
    with scoped(Scope(districts=("53.04",), health=True)):
        assert (Scan.objects.count(), Paper.objects.count()) == (0, 1)


def test_in_an_emergency_it_opens_for_an_hour(counter, belu, maria):  # noqa: F811
    keep_health_picture(counter, belu, maria)
    Post.objects.filter(user=belu).update(desk="")
    why = {"danger": "life", "why": "Pingsan di pelabuhan, dokter bertanya obatnya"}
    assert counter.post(reverse("emergency", args=[maria.pk]), why).status_code == 302
    link = link_in(counter, maria, "kesehatan")
    assert counter.get(link).status_code == 200
    counter.post(reverse("end-emergency", args=[maria.pk]))
    assert counter.get(link).status_code == 404


def test_what_is_stored_is_shown_again_to_be_verified_and_its_number_stays_hidden(counter, maria):  # noqa: F811
    number = "5304055203999001"
    counter.post(reverse("paper", args=[maria.pk, "ktp"]), KTP | {"ktp_nomor": number})
    text = counter.get(reverse("paper", args=[maria.pk, "ktp"])).text
    assert ('value="Maria Goreti Bano"' in text, 'value="12-03-1999"' in text, number in text) == (True, True, False)
    counter.post(reverse("paper", args=[maria.pk, "ktp"]), KTP | {"ktp_bukti": "original_seen"})
    with scoped(IN_BELU):
        assert Paper.objects.get(person=maria, is_current=True).number == number


class TestLeftovers:
    """Files that an upload left behind when it was cut off."""

    def stored(self, files):
        return {f"scans/{path.name}" for path in Path(files, "scans").iterdir()}

    def test_they_are_removed_and_what_has_a_row_stays(self, counter, maria, files):  # noqa: F811
        send(counter, maria)
        kept = self.stored(files)
        blobs.keep(b"sisa")
        assert remove_leftovers(using="default", settled=timedelta(seconds=-60)) == 1
        assert self.stored(files) == kept

    def test_a_young_one_may_still_get_its_row(self, files):
        name = blobs.keep(b"baru")
        assert remove_leftovers(using="default") == 0
        assert self.stored(files) == {name}
