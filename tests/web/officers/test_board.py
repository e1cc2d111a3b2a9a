"""Papan capaian: numbers, what is not measured, whole ones for their own office alone, one page for the Governor."""

import re
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.insight.kept import counted, kept, maker  # noqa: F401  Fixtures.
from tests.people.conftest import officer

from tenun.insight.board import Figure, Line, board_of
from tenun.insight.indicators import Kind, indicators
from tenun.insight.models import IndicatorFigure, IndicatorValue
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.shared.clock import WITA, pretending, today
from tenun.shared.scope import scoped
from tenun.web.officers.board_words import desk_rows, moved, part_rows

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
PAGES = ("board", "board-sheet", "board-paper")


def signed_in(client, role, **territory):
    user = officer("seseorang", role, **territory)
    client.force_login(user)
    return user


def shown(client):
    return client.get(reverse("board")).text


def pages_of(answer):
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(answer.content)]


def letters(text):
    """Without what a line break may add or take away."""
    return re.sub(r"\W", "", text.lower())


class TestBoard:
    def test_every_indicator_stands_with_its_number_or_with_what_it_waits_for(self, kept, client):  # noqa: F811
        signed_in(client, Role.PROVINCE, districts=("53.04", "53.21"))
        text = shown(client)
        for each in indicators():
            assert each.title in text
            assert each.definition in text
            if each.kind is Kind.UNMEASURED:
                assert f"<b>Belum terukur.</b> Menunggu {each.waits_for}." in text
        assert text.count("belum ditetapkan") == 2 * len(indicators())

    def test_the_province_reads_what_the_copy_says(self, kept, client):  # noqa: F811
        user = signed_in(client, Role.PROVINCE, districts=("53.04", "53.21", "53.71"))
        with scoped(standing_of(user, today()).scope):
            total = IndicatorValue.objects.get(indicator="competence_held", district_code="", part="")
            few = IndicatorValue.objects.filter(hidden="<5", part="").count()
        text = shown(client)
        assert f'<p class="big">{total.value:.0f} <small>orang</small></p>' in text
        assert text.count(">&lt;5</td>") >= few

    def test_a_counter_reads_the_whole_numbers_of_its_own_district_and_no_other(self, kept, client):  # noqa: F811
        user = signed_in(client, Role.COUNTER, districts=("53.04",))
        with scoped(standing_of(user, today()).scope):
            own = IndicatorFigure.objects.get(indicator="competence_held", district_code="53.04")
        text = shown(client)
        rows = text.split('<th role="rowheader"')[1:]
        assert [row.split("</th>")[0].split(">")[1] for row in rows] == ["Belu"]
        assert f'data-l="Bukti kompetensi">{own.value:.0f}</td>' in rows[0]

    def test_before_anything_was_counted_it_says_so(self, client, db):
        signed_in(client, Role.PARTNER)
        with pretending(datetime(2026, 2, 1, 9, tzinfo=WITA)):
            assert "Belum ada angka" in shown(client)
            assert all(client.get(reverse(page)).status_code == 200 for page in PAGES)

    @pytest.mark.parametrize("role", [Role.VILLAGE, Role.AGENCY, Role.AUDITOR, Role.ADMIN])
    def test_it_is_for_the_offices_that_meet(self, client, db, role):
        signed_in(client, role)
        assert {client.get(reverse(page)).status_code for page in PAGES} == {404}

    def test_it_is_light(self, kept, client):  # noqa: F811
        signed_in(client, Role.PROVINCE)
        assert len(shown(client)) < 100_000


class TestFiles:
    def test_the_page_for_the_governor_is_one_tagged_page(self, kept, client, entered):  # noqa: F811
        signed_in(client, Role.PROVINCE)
        answer = client.get(reverse("board-paper"))
        (text,) = pages_of(answer)
        with pikepdf.open(BytesIO(answer.content)) as document:
            assert document.Root.MarkInfo.Marked
            assert str(document.Root.Lang) == "id"
        for each in indicators():
            assert letters(each.title) in letters(text)
        assert "Sasaran belum ditetapkan" in text
        assert entered(act="export_outcomes") == [("export_outcomes", "pdf")]

    def test_the_workbook_holds_the_same_numbers(self, kept, client, entered):  # noqa: F811
        user = signed_in(client, Role.PROVINCE)
        answer = client.get(reverse("board-sheet"))
        flat = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_name("Data").to_python()
        said = {(row[1], row[2], row[4]): row[5] for row in flat[1:]}
        with scoped(standing_of(user, today()).scope):
            values = list(IndicatorValue.objects.filter(indicator="programmes_running", part=""))
        assert said["hasil_4", "referrals_answered", "Angka"] == "belum terukur"
        for each in values:
            key = ("programmes_running", each.district_code, "Program") if each.district_code else None
            assert said[key or ("hasil_4", "programmes_running", "Angka")] == int(each.value)
        assert entered(act="export_outcomes") == [("export_outcomes", "xlsx")]

    @pytest.mark.parametrize("is_demo", [True, False])
    def test_an_invented_board_says_so(self, client, db, settings, is_demo):
        settings.DEMO = is_demo
        signed_in(client, Role.PROVINCE)
        (text,) = pages_of(client.get(reverse("board-paper")))
        assert ("Peragaan: angka ini dari orang dan kegiatan rekaan." in text) is is_demo


def test_mended_papers_are_told_by_kind_and_desk_and_no_sum_tells_a_hidden_kind():
    mended = next(each for each in indicators() if each.parts)
    parts = {"ktp": Figure(Decimal(7)), "kk": Figure(Decimal(0)), "akta": Figure(None, hidden="<5")}
    parts["ijazah"] = Figure(Decimal(6))
    line = Line(mended, Figure(Decimal(17)), {}, parts, ())
    assert [(row.name, row.number) for row in part_rows(line) if row.name in ("KTP", "Ijazah")] == [
        ("KTP", "7"),
        ("Ijazah", "6"),
    ]
    assert len(part_rows(line)) == 3
    assert sorted(number for _, number in desk_rows(line)) == ["6", "ditutup"]


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (Figure(Decimal(9)), Figure(Decimal("12.5")), "▲ naik dari 9 pada 31 Oktober 2026"),
        (Figure(Decimal(1200)), Figure(Decimal(12)), "▼ turun dari 1.200 pada 31 Oktober 2026"),
        (Figure(Decimal(9)), Figure(Decimal(9)), "● tetap sejak 31 Oktober 2026"),
        (Figure(None, hidden="<5"), Figure(Decimal(9)), ""),
        (Figure(Decimal(9)), Figure(None, hidden="ditutup"), ""),
    ],
)
def test_how_a_number_moved_is_said_only_where_both_may_be_shown(before, now, words):
    months = ((date(2026, 10, 31), before), (date(2026, 11, 24), now))
    assert moved(Line(indicators()[0], now, {}, {}, months), "id") == words
    assert moved(Line(indicators()[0], now, {}, {}, months[1:]), "id") == ""


@pytest.mark.parametrize(("role", "asked"), [(Role.PROVINCE, 3), (Role.COUNTER, 4)])
def test_the_board_asks_as_often_as_it_says_however_much_there_is(kept, db, role, asked):  # noqa: F811
    standing = standing_of(officer("seseorang", role, districts=("53.04",)), today())
    with scoped(standing.scope), CaptureQueriesContext(connection) as queries:
        board_of(standing, today())
    assert len(queries) == asked
