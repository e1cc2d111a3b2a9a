"""The pages of the monthly report: read, taken along and sent by the district, read by the province."""

from datetime import datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.insight.conftest import belu, october, province, standing  # noqa: F401  Fixtures.
from tests.people.conftest import officer

from tenun.organisations.enums import Role
from tenun.shared.clock import WITA, pretending

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
BELU, MONTH = "53.04", "2026-10"
PAGES = ("district-report", "report-sheet", "report-paper")
NAMES = ("Ana Seran", "Bea", "Edi Nahak", "Fin Luan", "Gus Mau", "Hana", "takut", "Menawarkan")


@pytest.fixture(autouse=True)
def _november():
    with pretending(datetime(2026, 11, 24, 10, tzinfo=WITA)):
        yield


@pytest.fixture
def counter(client, october, belu):  # noqa: F811
    client.force_login(belu)
    return client


def address(name, month=MONTH, district=BELU):
    return reverse(name, args=[district, month])


def pdf_text(answer):
    document = pypdfium2.PdfDocument(answer.content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def sent(client):
    assert client.post(address("send-report")).status_code == 302
    return client


class TestDistrict:
    def test_it_is_led_to_its_last_finished_month(self, counter):
        for query in ("", "?bulan=2027-01", "?bulan=x", "?kabupaten=53.21"):
            answer = counter.get(reverse("monthly-report") + query)
            assert (answer.status_code, answer.url) == (302, address("district-report"))
        assert counter.get(reverse("monthly-report") + "?bulan=2026-08").url == address("district-report", "2026-08")

    def test_the_page_shows_the_figures_and_offers_to_send(self, counter):
        text = counter.get(address("district-report")).text
        assert "Laporan bulanan Oktober 2026" in text
        assert '<th scope="row" class="full">Orang</th><td class="r" data-l="Bulan ini">3</td>' in text
        assert address("send-report") in text
        assert [name for name in NAMES if name in text] == []

    def test_the_menu_leads_there(self, counter):
        assert f'href="{reverse("monthly-report")}"' in counter.get(reverse("register")).text

    def test_a_month_that_is_not_over_has_no_page(self, counter):
        for name in PAGES:
            assert counter.get(address(name, "2026-11")).status_code == 404
        assert counter.post(address("send-report", "2026-11")).status_code == 404

    def test_once_sent_it_says_so_and_cannot_be_sent_again(self, counter):
        text = sent(counter).get(address("district-report")).text
        assert "Sudah dikirim ke provinsi" in text
        assert "24 Nov 2026, 10.00" in text
        assert "Kirim laporan" not in text
        assert "Oktober 2026 (sudah dikirim)" in text
        assert "sudah dikirim sebelumnya" in counter.post(address("send-report"), follow=True).text


class TestTakenAlong:
    def test_the_workbook_holds_the_same_figures(self, counter):
        answer = counter.get(address("report-sheet"))
        assert 'filename="laporan-53.04-2026-10.xlsx"' in answer["Content-Disposition"]
        rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_name("Data").to_python()
        assert ["53.04", "Kabupaten Belu", "2026-10", "people", "people", "Orang", "Seluruhnya", 6] in rows
        assert [name for name in NAMES if name in str(rows)] == []

    def test_the_paper_is_tagged_and_says_the_same(self, counter):
        answer = counter.get(address("report-paper"))
        assert answer["Content-Type"] == "application/pdf"
        text = pdf_text(answer)
        for words in ("Laporan bulanan Oktober 2026", "Kabupaten Belu kepada Provinsi", "3 orang tercatat bulan ini"):
            assert words in text
        assert "Draf" in text
        assert [name for name in NAMES if name in text] == []
        with pikepdf.open(BytesIO(answer.content)) as document:
            assert document.Root.MarkInfo.Marked
            assert document.Root.Lang == "id"

    def test_its_copy_for_the_province_hides_what_is_small(self, counter):
        answer = counter.get(address("report-paper") + "?untuk=provinsi")
        assert 'filename="laporan-salinan-53.04-2026-10.pdf"' in answer["Content-Disposition"]
        assert "<5 orang tercatat bulan ini" in pdf_text(answer)

    def test_reading_and_taking_along_are_entered(self, counter, entered):
        for name in PAGES:
            counter.get(address(name))
        assert entered() == [
            ("read_monthly", "53.04 2026-10"),
            ("export_monthly", "53.04 2026-10 xlsx"),
            ("export_monthly", "53.04 2026-10 pdf"),
        ]


class TestProvince:
    @pytest.fixture
    def reader(self, counter, client, province):  # noqa: F811
        client.force_login(province)
        return client

    def test_it_sees_who_has_not_sent_and_reads_nothing(self, reader):
        text = reader.get(reverse("monthly-report")).text
        assert "0 dari 2 kabupaten" in text
        assert text.count("Belum lapor") == 2
        for name in PAGES:
            assert reader.get(address(name)).status_code == 404

    def test_it_reads_the_copy_that_was_sent(self, counter, province):  # noqa: F811
        sent(counter).force_login(province)
        text = counter.get(reverse("monthly-report")).text
        assert "1 dari 2 kabupaten" in text
        for name in PAGES:
            assert address(name) in text
        page = counter.get(address("district-report")).text
        assert '<th scope="row" class="full">Orang</th><td class="r" data-l="Bulan ini">&lt;5</td>' in page
        assert "Kirim laporan" not in page
        assert "<5 orang tercatat bulan ini" in pdf_text(counter.get(address("report-paper")))

    def test_it_does_not_send_for_a_district(self, reader):
        assert reader.post(address("send-report")).status_code == 404


OUTSIDERS = {
    "another district": (Role.COUNTER, {"districts": ("53.21",)}),
    "a village": (Role.VILLAGE, {"villages": ("53.04.05.2001",)}),
    "an agency": (Role.AGENCY, {"districts": ("53.04",)}),
    "protection": (Role.PROTECTION, {"districts": ("53.04",)}),
    "BP3MI": (Role.BP3MI, {"districts": ("53.04",)}),
    "the auditor": (Role.AUDITOR, {"districts": ("53.04",)}),
    "an admin": (Role.ADMIN, {"districts": ("53.04",)}),
}


@pytest.mark.parametrize("who", OUTSIDERS)
def test_whoever_it_is_not_for_finds_nothing(counter, who):
    sent(counter)
    role, territory = OUTSIDERS[who]
    counter.force_login(officer("luar", role, **territory))
    assert [counter.get(address(name)).status_code for name in PAGES] == [404] * 3
    assert counter.post(address("send-report")).status_code == 404
    assert counter.get(address("district-report"), {"kabupaten": BELU, "untuk": "provinsi"}).status_code == 404
