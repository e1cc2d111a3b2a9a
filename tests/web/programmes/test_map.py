"""The map on the page: gaps named with their people, the draft with the right number, small numbers hidden."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from tests.partnership.conftest import RECORD, in_scope, owner, partner, province  # noqa: F401  Fixtures.
from tests.people.conftest import TODAY, officer
from tests.readiness.many import filled_server

from tenun.domain.coverage import Cell, cells
from tenun.domain.identifiers.regions import ntt_districts
from tenun.domain.programmes import ServiceLine
from tenun.domain.words import Words
from tenun.organisations.enums import Role
from tenun.partnership.actions.programmes import enter_programme
from tenun.partnership.models import Proposal
from tenun.partnership.needs import Kind, Map
from tenun.shared.clock import now
from tenun.web.programmes.map_page import SHORT, draft_of, gaps_of, level, lines_of, overlaps_of, squares_of

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
MALAKA, BELU = "53.21", "53.04"
DOCUMENTS = ServiceLine.DOCUMENTS


ROWS = (
    ("", "documents", "", "415"),
    (MALAKA, "documents", "", "412"),
    (BELU, "documents", "", "<5"),
    (MALAKA, "documents", "paper:akta", "300"),
    (MALAKA, "documents", "paper:kk", "<5"),
)
_ADD = (
    "INSERT INTO partnership_needshown (district_code, service, kind, shown, counted_at) VALUES (%s, %s, %s, %s, now())"
)


@pytest.fixture
def counted(db):
    """What the job left, committed as it does: 412 people of Malaka and three of Belu lack papers."""
    with filled_server() as maker:
        for row in ROWS:
            maker.execute(_ADD, row)
        yield


def map_of(needs, *records):
    return Map(cells(ntt_districts(), needs, enumerate(records), TODAY), {}, 0, now())


class TestShown:
    def test_every_district_stands_in_the_matrix_the_tiles_and_the_outline(self):
        found = map_of({})
        assert sorted(SHORT) == list(ntt_districts())
        assert len(set(SHORT.values())) == 22
        assert len(lines_of(found)) == 22
        squares = squares_of(found, DOCUMENTS)
        assert len({(square.x, square.y) for square in squares}) == 22
        assert all(0 < square.x < 792 and 0 < square.y < 384 for square in squares)

    @pytest.mark.parametrize(
        ("need", "shade"),
        [(None, 0), ("<5", 0), ("ditutup", 0), (0, 0), (5, 1), (49, 1), (50, 2), (120, 3), (220, 4)],
    )
    def test_a_hidden_number_has_the_palest_shade(self, need, shade):
        assert level(need) == shade

    def test_gaps_and_overlaps_are_named_with_their_people(self):
        classes = replace(RECORD, services=(DOCUMENTS,), districts=(BELU,))
        needs = {(MALAKA, DOCUMENTS): 412, (BELU, DOCUMENTS): 52, ("53.02", DOCUMENTS): "<5"}
        found = map_of(needs, classes, replace(classes, districts=(BELU, "53.01")))
        listed, count = gaps_of(found)
        assert [(each.title, each.about) for each in listed] == [
            ("Malaka · Dokumen", "412 orang membutuhkan, belum ada program"),
            ("Timor Tengah Selatan · Dokumen", "<5 orang membutuhkan, belum ada program"),
        ]
        assert count == 2
        (overlap,), _ = overlaps_of(found)
        assert overlap.title == "Belu · Dokumen"
        assert overlap.about == "2 program, untuk 52 orang yang membutuhkan"

    def test_the_draft_says_the_numbers_that_may_leave(self):
        kinds = [Kind("paper:akta", Words("Akta kelahiran", "x"), 300, None), Kind("b", Words("KK", "x"), "<5", None)]
        draft = draft_of(Cell(MALAKA, DOCUMENTS, 412, ()), kinds, partner="Yayasan", day="24 November 2026")
        assert "Yth. Yayasan" in draft
        assert "412 orang di Kabupaten Malaka membutuhkan layanan ini." in draft
        assert "Akta kelahiran (300); KK (<5)" in draft
        assert "belum ada program yang berjalan di sana" in draft


class TestPages:
    @pytest.fixture
    def reader(self, client, province, counted):  # noqa: F811
        client.force_login(province)
        return client

    def test_the_map_names_the_gap_with_its_people(self, reader):
        page = reader.get(reverse("programme-map"))
        assert "412 orang membutuhkan, belum ada program" in page.text
        assert page.text.count("gapcell") >= 4
        assert len(page.content) < 100_000

    def test_a_cell_says_what_is_needed_and_at_which_desk(self, reader):
        page = reader.get(reverse("map-cell", args=[MALAKA, "documents"])).text
        assert "412 orang membutuhkan" in page
        assert "Akta kelahiran" in page
        assert "Dukcapil" in page

    def test_the_proposal_is_kept_with_the_number_and_printed(self, reader, province, owner):  # noqa: F811
        url = reverse("propose", args=[MALAKA, "documents"])
        draft = reader.get(url)
        assert "412 orang di Kabupaten Malaka" in draft.text
        sent = reader.post(url, {"partner": owner.pk, "text": draft.context["form"].initial["text"]})
        assert sent.status_code == 302
        with in_scope(province):
            kept = Proposal.objects.get()
        assert (kept.people, kept.district_code, "412 orang" in kept.text) == ("412", MALAKA, True)
        assert "Kantor mitra" in reader.get(reverse("map-cell", args=[MALAKA, "documents"])).text
        letter = reader.get(reverse("proposal-letter", args=[kept.pk]))
        assert (letter.headers["Content-Type"], letter.content[:5]) == ("application/pdf", b"%PDF-")

    @pytest.mark.parametrize(("district", "service"), [("53.99", "documents"), (MALAKA, "data"), (MALAKA, "x")])
    def test_there_is_no_other_cell(self, reader, district, service):
        assert reader.get(reverse("map-cell", args=[district, service])).status_code == 404

    def test_a_partner_reads_the_map_and_proposes_nothing(self, client, partner, counted):  # noqa: F811
        client.force_login(partner)
        assert "Susun usulan" not in client.get(reverse("programme-map")).text
        assert client.get(reverse("propose", args=[MALAKA, "documents"])).status_code == 404

    def test_a_running_programme_closes_the_gap(self, reader, province, owner):  # noqa: F811
        with in_scope(province):
            enter_programme(
                record=replace(RECORD, services=(DOCUMENTS,), checked_on=date(2026, 11, 1)),
                owner=owner,
                partners=[],
                by=province,
            )
        assert "412 orang membutuhkan, belum ada program" not in reader.get(reverse("programme-map")).text
        assert "30 tempat di sini tahun ini" in reader.get(reverse("map-cell", args=[MALAKA, "documents"])).text

    def test_before_the_first_count_it_says_so(self, client):
        client.force_login(officer("loket", Role.COUNTER, districts=(BELU,)))
        assert "Kebutuhan belum dihitung" in client.get(reverse("programme-map")).text
