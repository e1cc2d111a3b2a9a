"""The officers' pages as a browser asks for them: what is shown, to whom, and what is entered about the look."""

import re
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from tests.people.conftest import TODAY, belu, malaka, maria, officer  # noqa: F401  Fixtures.
from tests.web.officers.acts import seal_in, seen_and_saved

from tenun.documents.models import Paper
from tenun.domain.papers import Proof
from tenun.organisations.enums import Role
from tenun.people.models import Journey, Person
from tenun.shared.scope import Scope, scoped

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
NIK = "5304055203999001"
NEW = {"nama": "Yasinta Bete Nahak", "tanggal_lahir": "12-03-1999", "desa": "53.04.05.2001", "tujuan": "my-domestic"}
KTP = {"ktp_bukti": "original_seen", "ktp_nama": "Maria Goreti Bano", "ktp_tanggal_lahir": "12-03-1999"}


BIRTH = {"akta_bukti": "original_seen", "akta_nama": "Maria Gorety Bano", "akta_tanggal_lahir": "12-03-1999"}


def page(client, view, *args, **query):
    return client.get(reverse(view, args=args), query)


def send(client, view, *args, **data):
    return client.post(reverse(view, args=args), data)


@pytest.fixture
def counter(client, belu):  # noqa: F811
    client.force_login(belu)
    return client


@pytest.fixture
def stranger(client, malaka):  # noqa: F811
    client.force_login(malaka)
    return client


class TestDesk:
    def test_whoever_is_not_signed_in_is_sent_to_sign_in(self, client):
        answer = page(client, "desk")
        assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("sign-in"))

    def test_another_district_sees_nobody(self, stranger, maria):  # noqa: F811
        assert "Maria Goreti Bano" not in page(stranger, "desk").text

    @pytest.mark.parametrize(("text", "found"), [("gore ban", True), (NIK, True), ("Bete", False), (NIK[:8], False)])
    def test_it_searches_by_beginnings_of_a_name_or_by_the_whole_number(self, counter, maria, text, found):  # noqa: F811
        assert ("Maria Goreti Bano" in page(counter, "desk", q=text).text) is found

    def test_it_finds_her_by_the_number_of_her_ticket(self, counter, maria):  # noqa: F811
        assert "Maria Goreti Bano" in page(counter, "desk", q=f"{maria.pk:06d}").text
        assert "Maria Goreti Bano" not in page(counter, "desk", q=f"{maria.pk + 1:06d}").text

    def test_a_number_no_ticket_can_have_finds_nobody(self, counter, maria):  # noqa: F811
        assert page(counter, "desk", q="9" * 40).status_code == 200

    def test_a_role_that_opens_no_list_is_told_so(self, client):
        client.force_login(officer("perusahaan", Role.AGENCY))
        assert "Peran Anda tidak membuka daftar orang" in page(client, "desk").text


class TestBerkas:
    def test_it_shows_the_gates_and_masks_the_number(self, counter, maria):  # noqa: F811
        text = page(counter, "berkas", maria.pk).text
        assert "Maria Goreti Bano" in text
        assert NIK not in text
        assert not re.search(r"\d{16}", text)

    def test_another_district_gets_what_a_missing_person_gets(self, stranger, maria):  # noqa: F811
        found, missing = page(stranger, "berkas", maria.pk), page(stranger, "berkas", maria.pk + 1)
        assert (found.status_code, found.content) == (404, missing.content)

    @pytest.mark.parametrize("role", [Role.AGENCY, Role.AUDITOR])
    def test_a_role_without_files_gets_not_found(self, client, maria, role):  # noqa: F811
        client.force_login(officer("lain", role))
        assert page(client, "berkas", maria.pk).status_code == 404

    def test_it_leads_to_each_paper_and_to_whoever_looked(self, counter, maria):  # noqa: F811
        text = page(counter, "berkas", maria.pk).text
        for name, *kind in (["papers"], ["paper", "ktp"], ["readers"]):
            assert f'href="{reverse(name, args=[maria.pk, *kind])}"' in text

    def test_a_look_is_entered(self, counter, acts_on, maria):  # noqa: F811
        page(counter, "berkas", maria.pk)
        assert acts_on(maria) == [("open_file", "")]

    def test_no_cache_keeps_the_page(self, counter, maria):  # noqa: F811
        assert "no-store" in page(counter, "berkas", maria.pk).headers["Cache-Control"]


class TestOpenNumber:
    def test_it_shows_the_number_and_enters_the_opening(self, counter, acts_on, maria):  # noqa: F811
        assert re.sub(r"\D", "", NIK) in re.sub(r"[ \u00a0\u202f]", "", send(counter, "open-number", maria.pk).text)
        assert acts_on(maria) == [("open_number", "")]

    def test_a_link_does_not_open_it(self, counter, maria):  # noqa: F811
        assert page(counter, "open-number", maria.pk).status_code == 405

    def test_another_district_does_not_open_it(self, stranger, acts_on, maria):  # noqa: F811
        assert send(stranger, "open-number", maria.pk).status_code == 404
        assert acts_on(maria) == []


class TestReaders:
    def test_it_names_whoever_looked(self, counter, acts_on, belu, maria):  # noqa: F811
        page(counter, "berkas", maria.pk)
        assert acts_on(maria) == [("open_file", "")]
        text = page(counter, "readers", maria.pk).text
        assert "petugas loket: membuka berkas" in text.replace("  ", " ")

    def test_the_auditor_sees_it_by_ticket_and_nothing_of_the_file(self, client, belu, acts_on, maria):  # noqa: F811
        client.force_login(belu)
        page(client, "berkas", maria.pk)
        assert acts_on(maria) == [("open_file", "")]
        client.force_login(officer("pemeriksa", Role.AUDITOR))
        text = page(client, "read-log", tiket=f"{maria.pk:06d}").text
        assert ("<td>membuka berkas</td>" in text, "Belu" in text, "Maria" in text) == (True, True, False)
        assert "<td>membuka" not in page(client, "read-log", tiket="999999").text


class TestRegister:
    def test_the_first_talk_opens_her_journey_and_a_destination_comes_later(self, counter):
        answer = send(counter, "register", **NEW | {"tujuan": ""})
        with scoped(Scope(districts=("53.04",))):
            assert Journey.objects.get(person__full_name="Yasinta Bete Nahak").state == "CONTACTED"
        assert "Pilih tujuan" in counter.get(answer.url).text
        assert "Tujuan belum dipilih" in page(counter, "desk").text

    def test_it_saves_and_opens_the_file(self, counter):
        answer = send(counter, "register", **NEW)
        with scoped(Scope(districts=("53.04",))):
            person = Person.objects.get(full_name="Yasinta Bete Nahak")
        assert (answer.status_code, answer.url) == (302, reverse("berkas", args=[person.pk]))
        assert (person.birth_date, person.district_code) == (date(1999, 3, 12), "53.04")

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("tanggal_lahir", "31-02-1999"),
            ("nik", "5304055203"),
            ("desa", "31.71.01.1001"),
            ("nama", ""),
            ("pendidikan", "99"),
            ("tujuan", "bulan"),
            ("desa", ""),
            ("desa", "53.21"),
        ],
    )
    def test_a_bad_answer_is_said_beside_its_field_and_nothing_is_saved(self, counter, field, value):
        answer = send(counter, "register", **(NEW | {field: value}))
        assert answer.status_code == 422
        assert f'id="id_{field}_error"' in answer.text
        with scoped(Scope(districts=("53.04",))):
            assert not Person.objects.exists()

    def test_whoever_looks_like_her_is_shown_first(self, counter, maria):  # noqa: F811
        again = NEW | {"nama": "Maria Goreti Bano"}
        answer = send(counter, "register", **again)
        assert answer.status_code == 422
        assert reverse("berkas", args=[maria.pk]) in answer.text
        assert 'name="another"' in answer.text
        assert send(counter, "register", **again, another="1").status_code == 422
        assert send(counter, "register", **again, another="1", alasan="saudara kembar").status_code == 302

    def test_a_village_of_another_district_is_not_hers_to_register(self, stranger):
        assert send(stranger, "register", **NEW).status_code == 422


class TestPaper:
    def test_the_kind_is_chosen_first(self, counter, maria):  # noqa: F811
        text = page(counter, "papers", maria.pk).text
        for kind in ("ktp", "perjanjian_kerja", "kompetensi_kaigo", "bahasa_jlpt"):
            assert reverse("paper", args=[maria.pk, kind]) in text

    def test_it_is_recorded_and_the_verdict_follows(self, counter, maria):  # noqa: F811
        answer = send(counter, "paper", maria.pk, "ktp", **KTP)
        assert (answer.status_code, answer.url) == (302, reverse("berkas", args=[maria.pk]))
        assert "asli dilihat" in page(counter, "berkas", maria.pk).text

    def test_two_papers_that_differ_are_shown_side_by_side(self, counter, maria):  # noqa: F811
        send(counter, "paper", maria.pk, "ktp", **KTP)
        seen_and_saved(counter, maria, "akta", BIRTH)
        assert "ketidakcocokan" in page(counter, "berkas", maria.pk).text

    def test_a_difference_is_shown_before_anything_is_saved(self, counter, maria):  # noqa: F811
        send(counter, "paper", maria.pk, "ktp", **KTP)
        answer = send(counter, "paper", maria.pk, "akta", **BIRTH)
        assert (answer.status_code, "Gorety" in re.sub("<[^>]*>", "", answer.text)) == (200, True)
        assert 'class="diff"' in answer.text
        with scoped(Scope(districts=("53.04",))):
            assert not Paper.objects.filter(kind="akta").exists()

    def test_what_was_changed_after_the_look_is_compared_again(self, counter, maria):  # noqa: F811
        send(counter, "paper", maria.pk, "ktp", **KTP)
        seal = seal_in(send(counter, "paper", maria.pk, "akta", **BIRTH))
        other = send(counter, "paper", maria.pk, "akta", **BIRTH | {"akta_nama": "Marya Goreti Bano"}, seen=seal)
        assert (other.status_code, seal_in(other) != seal) == (200, True)
        assert send(counter, "paper", maria.pk, "akta", **BIRTH | {"akta_nama": KTP["ktp_nama"]}).status_code == 302

    @pytest.mark.parametrize(
        ("kind", "answers", "field"),
        [
            pytest.param("ktp", KTP | {"ktp_tanggal_lahir": "31-02-1999"}, "ktp_tanggal_lahir", id="no such day"),
            pytest.param("ktp", KTP | {"ktp_bukti": "-"}, "ktp_bukti", id="absent but filled"),
            pytest.param(
                "ktp",
                KTP | {"ktp_terbit": "01-02-2026", "ktp_berlaku_sampai": "01-02-2025"},
                "ktp_berlaku_sampai",
                id="ends before it begins",
            ),
            pytest.param(
                "bahasa_jlpt", {"bahasa_bukti": "copy", "bahasa_tingkat": "B2"}, "bahasa_tingkat", id="no such level"
            ),
            pytest.param("paspor", {"paspor_bukti": "copy", "paspor_mrz1": "P<IDN"}, "paspor_mrz1", id="half an MRZ"),
            pytest.param("pelatihan", {"pelatihan_bukti": "copy", "pelatihan_jam": "dua"}, "pelatihan_jam", id="words"),
        ],
    )
    def test_a_bad_answer_is_said_beside_its_field(self, counter, maria, kind, answers, field):  # noqa: F811
        answer = send(counter, "paper", maria.pk, kind, **answers)
        assert (answer.status_code, f'id="id_{field}_error"' in answer.text) == (422, True)
        with scoped(Scope(districts=("53.04",))):
            assert not Paper.objects.exists()

    def test_a_paper_that_does_not_exist_is_recorded_as_absent(self, counter, maria):  # noqa: F811
        assert send(counter, "paper", maria.pk, "ktp", ktp_bukti="-").status_code == 302
        with scoped(Scope(districts=("53.04",))):
            assert Paper.objects.get(person=maria).proof == Proof.ABSENT

    @pytest.mark.parametrize(
        ("kind", "answers", "column", "value"),
        [
            ("kesehatan", {"kesehatan_bukti": "copy", "kesehatan_hasil": "tidak_layak"}, "fit", False),
            ("izin", {"izin_bukti": "copy", "izin_diketahui_kades": "ya"}, "known_by_village_head", True),
            ("pelatihan", {"pelatihan_bukti": "copy", "pelatihan_jam": "200"}, "hours", 200),
            ("bahasa_jlpt", {"bahasa_bukti": "copy", "bahasa_tingkat": "n4"}, "rank", 2),
            ("kompetensi_kaigo", {"kompetensi_bukti": "copy", "kompetensi_nomor": "K1"}, "number", "K1"),
            ("paspor", {"paspor_bukti": "copy", "paspor_mrz1": "P<IDN", "paspor_mrz2": "X0"}, "mrz", "P<IDN\nX0"),
        ],
    )
    def test_each_kind_keeps_what_only_it_says(self, counter, maria, kind, answers, column, value):  # noqa: F811
        assert send(counter, "paper", maria.pk, kind, **answers).status_code == 302
        with scoped(Scope(districts=("53.04",))):
            assert getattr(Paper.objects.get(person=maria, kind=kind), column) == value

    def test_a_paper_that_no_rule_judges_is_kept_and_shown(self, counter, maria):  # noqa: F811
        send(counter, "paper", maria.pk, "rekening", bukti="copy", nomor="123")
        with scoped(Scope(districts=("53.04",))):
            assert Paper.objects.get(person=maria).number == "123"
        assert "Rekening bank" in page(counter, "berkas", maria.pk).text
        assert send(counter, "paper", maria.pk, "splp", bukti="copy", terbit="31-02-2026").status_code == 422

    @pytest.mark.parametrize("truth", [None, "ktp"])
    def test_another_name_on_it_is_shown_before_it_is_saved(self, counter, maria, truth):  # noqa: F811
        if truth:
            send(counter, "paper", maria.pk, truth, **KTP)
        told = send(counter, "paper", maria.pk, "rekening", bukti="copy", nama="Maria Goretti Bano")
        assert (told.status_code, "huruf t lebih" in told.text) == (200, True)
        with scoped(Scope(districts=("53.04",))):
            assert not Paper.objects.filter(kind="rekening").exists()
        seen_and_saved(counter, maria, "rekening", {"bukti": "copy", "nama": "Maria Goretti Bano"})
        same = {"bukti": "copy", "nama": "MARIA GORETI BANO"}
        assert send(counter, "paper", maria.pk, "splp", **same).status_code == 302

    def test_a_paper_that_is_no_longer_asked_says_so_and_has_no_page(self, counter, maria):  # noqa: F811
        text = page(counter, "papers", maria.pk).text
        assert "Surat rekomendasi paspor (tidak diminta lagi)" in text
        assert page(counter, "paper", maria.pk, "rekomendasi_paspor").status_code == 404

    def test_certificates_and_tests_have_their_cards(self, counter, maria):  # noqa: F811
        send(counter, "paper", maria.pk, "bahasa_jlpt", bahasa_bukti="copy", bahasa_tingkat="n4")
        assert reverse("paper", args=[maria.pk, "bahasa_jlpt"]) in page(counter, "berkas", maria.pk).text

    def test_there_is_no_page_for_an_unknown_kind(self, counter, maria):  # noqa: F811
        assert page(counter, "paper", maria.pk, "sim").status_code == 404

    def test_another_district_records_nothing(self, stranger, maria):  # noqa: F811
        assert send(stranger, "paper", maria.pk, "ktp", **KTP).status_code == 404


class TestPrintPlan:
    def test_it_is_one_page_for_her_and_its_printing_is_entered(self, counter, acts_on, maria):  # noqa: F811
        answer = page(counter, "plan", maria.pk)
        with pikepdf.open(BytesIO(answer.content)) as sheet:
            assert (len(sheet.pages), str(sheet.Root.Lang)) == (1, "id")
        assert answer.headers["Content-Type"] == "application/pdf"
        assert [act for act, _ in acts_on(maria)] == ["open_file", "print_plan"]

    def test_whoever_has_no_destination_gets_none(self, counter, maria):  # noqa: F811
        with scoped(Scope(districts=("53.04",))):
            Person.objects.filter(pk=maria.pk).update(target="")
        assert page(counter, "plan", maria.pk).status_code == 302


def test_the_gallery_has_an_address(counter):
    assert "Galeri komponen" in page(counter, "gallery").text
