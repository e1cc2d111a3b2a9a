"""Programmes in and out on the page: refused with line and reason, asked, written, taken along."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import load_workbook
from tests.formats.iati.samples import PARTNER_FILE
from tests.partnership.conftest import funder, in_scope, owner, partner, programme, province  # noqa: F401  Fixtures.
from tests.people.conftest import officer
from tests.web.officers.conftest import entered  # noqa: F401  A fixture.

from tenun.formats import iati
from tenun.intake.models import ProgrammeList
from tenun.organisations.enums import OrganisationKind, Role
from tenun.organisations.register import enter_organisation
from tenun.partnership.models import Programme
from tenun.shared.audit import EXPORT_PROGRAMMES

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def keeper(client, province):  # noqa: F811
    client.force_login(province)
    return client


def sent(client, content, name="mitra.xml"):
    return client.post(reverse("import-programmes"), {"daftar": SimpleUploadedFile(name, content.encode())})


def test_a_faulty_file_is_refused_with_line_and_reason(keeper, province):  # noqa: F811
    faulty = PARTNER_FILE.replace('<activity-status code="2"/>', "<activity-status/>").replace(
        'iso-date="2026-12-31"/>', 'iso-date="besok"/>', 1
    )
    page = sent(keeper, faulty)
    assert page.status_code == 422
    assert page.text.count("Baris ") >= 2
    with in_scope(province):
        assert ProgrammeList.objects.count() == 0


def test_what_is_no_file_of_programmes_is_refused_in_words(keeper):
    assert sent(keeper, "<x>", "salah.xml").status_code == 422
    assert sent(keeper, "", "kosong.csv").status_code == 422


class TestOne:
    @pytest.fixture
    def address(self, keeper):
        leads = sent(keeper, PARTNER_FILE)
        assert leads.status_code == 302
        return leads.url

    def test_a_name_that_nobody_knows_leads_to_the_register_and_back(self, keeper, address):
        page = keeper.get(address).text
        assert "Nama organisasi belum dikenal" in page
        assert f"{reverse('settle-spelling')}?spelling=" in page
        assert f"back={address}" in page
        assert "Simpan 1 program" not in page

    def test_it_is_asked_for_its_services_and_then_written(self, keeper, province, address):  # noqa: F811
        for name in ("Sample Agency on Migration", "Donor", "Dinas Contoh", "Onlooker"):
            enter_organisation(name=name, kind=OrganisationKind.PARTNER)
        assert "Layanan belum dikatakan" in keeper.get(address).text
        said = {"identifier": "XX-CONTOH-0001", "services": ["information"]}
        assert keeper.post(f"{address}layanan/", said).status_code == 302
        assert "Simpan 1 program" in keeper.get(address).text
        assert "1 program baru, 0 diubah." in keeper.post(f"{address}simpan/", follow=True).text
        assert "Tidak ada yang berubah" in keeper.post(f"{address}simpan/", follow=True).text
        with in_scope(province):
            assert Programme.objects.get().identifier == "XX-CONTOH-0001"

    def test_a_service_has_to_be_chosen(self, keeper, address):
        page = keeper.post(f"{address}layanan/", {"identifier": "XX-CONTOH-0001"}, follow=True)
        assert "Pilih paling sedikit satu layanan." in page.text

    def test_given_up_it_is_gone(self, keeper, address):
        assert keeper.post(f"{address}batalkan/").status_code == 302
        assert "Isi berkas ini sudah dihapus." in keeper.get(address).text
        assert "Tidak ada yang berubah" in keeper.post(f"{address}batalkan/", follow=True).text

    def test_nobody_else_opens_it(self, client, address, partner):  # noqa: F811
        client.force_login(partner)
        assert client.get(address).status_code == 404
        client.force_login(officer("loket", Role.COUNTER, districts=("53.04",)))
        assert client.post(f"{address}simpan/").status_code == 404

    def test_there_is_no_other(self, keeper):
        assert keeper.get(reverse("programme-list", args=[999])).status_code == 404


class TestDownload:
    def test_the_four_forms_hold_the_programme(self, keeper, programme, entered):  # noqa: F811
        xml = keeper.get(reverse("download-programmes", args=["iati"]))
        assert [each.title for each in iati.read(xml.content).activities] == ["Kelas bahasa rekaan"]
        csv = keeper.get(reverse("download-programmes", args=["3w-csv"]))
        assert "#adm2+code" in csv.content.decode()
        for form in ("3w-xlsx", "lembar"):
            answer = keeper.get(reverse("download-programmes", args=[form]))
            cells = [
                cell for row in load_workbook(BytesIO(answer.content)).get_sheet_by_index(0).to_python() for cell in row
            ]
            assert "Kelas bahasa rekaan" in cells
            assert answer.headers["Content-Disposition"].startswith("attachment")
        assert [detail for _, detail in entered(act=EXPORT_PROGRAMMES)] == [
            "iati 1",
            "3w-csv 1",
            "3w-xlsx 1",
            "lembar 1",
        ]

    def test_without_a_day_there_is_no_iati_yet(self, keeper, province, programme):  # noqa: F811
        with in_scope(province):
            Programme.objects.update(planned_start=None, planned_end=None)
        page = keeper.get(reverse("download-programmes", args=["iati"]), follow=True)
        assert "isi tanggal mulai atau selesai dahulu" in page.text

    def test_there_is_no_other_form(self, keeper):
        assert keeper.get(reverse("download-programmes", args=["pdf"])).status_code == 404

    def test_the_empty_sheet_can_be_sent_back(self, keeper):
        template = keeper.get(reverse("programme-template"))
        upload = SimpleUploadedFile("templat.xlsx", template.content)
        leads = keeper.post(reverse("import-programmes"), {"daftar": upload})
        assert "Tidak ada program di berkas ini" in keeper.get(leads.url).text
