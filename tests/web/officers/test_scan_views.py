"""Pictures of papers: taken with the form, encrypted on disk, shown for minutes to whoever may see them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.people.conftest import TODAY, belu, malaka, maria, officer  # noqa: F401  Fixtures.

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
    send(counter, maria, "kesehatan", kesehatan_bukti="copy", kesehatan_hasil="layak")
    assert link_in(counter, maria, "kesehatan") is None
    Post.objects.filter(user=belu).update(desk=Desk.HEALTH)
    assert counter.get(link_in(counter, maria, "kesehatan")).status_code == 200


def test_what_is_stored_is_shown_again_to_be_verified_and_its_number_stays_hidden(counter, maria):  # noqa: F811
    number = "5304055203999001"
    counter.post(reverse("paper", args=[maria.pk, "ktp"]), KTP | {"ktp_nomor": number})
    text = counter.get(reverse("paper", args=[maria.pk, "ktp"])).text
    assert ('value="Maria Goreti Bano"' in text, 'value="12-03-1999"' in text, number in text) == (True, True, False)
    counter.post(reverse("paper", args=[maria.pk, "ktp"]), KTP | {"ktp_bukti": "original_seen"})
    with scoped(IN_BELU):
        assert Paper.objects.get(person=maria, is_current=True).number == number


def test_leftovers_of_an_upload_that_was_cut_off_are_removed(counter, maria, files):  # noqa: F811
    send(counter, maria)
    blobs.keep(b"sisa")
    with scoped(IN_BELU):
        known = frozenset(Scan.objects.values_list("file", flat=True))
    assert blobs.remove_leftovers(known) == 1
    assert {f"scans/{path.name}" for path in Path(files, "scans").iterdir()} == known
