"""Halaman hasil: every fact and what became of it, light, whole without a script, following each change."""

import re

import pytest
from django.urls import reverse
from tests.partnership.conftest import (  # noqa: F401  Fixtures.
    draft,
    funder,
    in_scope,
    iom,
    owner,
    partner,
    programme,
    promise,
    province,
    published,
)
from tests.web.test_pages import Page

from tenun.domain.promises import PromiseState
from tenun.partnership.actions.meetings import add_point, change_meeting, move_meeting
from tenun.partnership.actions.promises import Said, move_promise, tell_promise
from tenun.partnership.enums import Measure, MeetingState, PointKind
from tenun.partnership.models import MeetingPoint

pytestmark = pytest.mark.django_db

FACTS = (
    *("Wakil Gubernur NTT Yosef Rekaan", "Rabu, 4 Maret 2026", "Ruang Rapat Wakil Gubernur", "Kupang"),
    *("Studi Banding Layanan Migrasi di Pulau Timor", "International Organization for Migration (IOM)"),
    *("banyak yang pergi tanpa sertifikat kerja", "nama pada surat-surat berbeda satu dengan yang lain"),
    *("siap membuka kelas bahasa di tiga kabupaten", "Ada dua kendala yang kita lihat.", "Desa Aman Rekaan"),
    *("Rosa R. Bria, S.H.", "Kepala Dinas Contoh Provinsi NTT", "Anton T. Seran, SE"),
    *("Dua kendala dicatat bersama", "Daftar program mitra disusun", "Janji awal kerja sama disampaikan"),
    *("Layanan migrasi yang tertib", "Calon pekerja lebih terampil", "Keberangkatan tanpa surat berkurang"),
    *("Kerja sama yang bertahan lama", "Nadus Rekaan", "Lusia Rekaan"),
)


def page_of(client, meeting):
    answer = client.get(reverse("outcome", args=[meeting.slug]))
    assert answer.status_code == 200
    return answer


class TestFacts:
    def test_every_fact_of_the_text_is_there(self, client, published):  # noqa: F811
        text = page_of(client, published).text
        assert [fact for fact in FACTS if fact not in text] == []
        assert "on Migration" not in text

    def test_what_nothing_measures_says_so(self, client, published):  # noqa: F811
        assert page_of(client, published).text.count("Belum terukur") == 7

    def test_it_is_in_the_list_and_a_draft_is_not(self, client, published, draft):  # noqa: F811
        text = client.get(reverse("outcomes")).text
        assert reverse("outcome", args=[published.slug]) in text
        assert client.get("/hasil/tidak-ada/").status_code == 404

    def test_a_draft_has_no_page(self, client, draft):  # noqa: F811
        assert client.get(reverse("outcome", args=[draft.slug])).status_code == 404
        assert "Belum ada hasil rapat yang terbit" in client.get(reverse("outcomes")).text


class TestToday:
    def test_a_result_counts_the_promises_that_serve_it(self, client, published, promise, province):  # noqa: F811
        assert "0 dari 1 janji ditepati" in page_of(client, published).text
        with in_scope(province):
            move_promise(promise=promise, after=PromiseState.KEPT, by=province)
        text = page_of(client, published).text
        assert "1 dari 1 janji ditepati" in text
        assert f"Ditepati: {promise.action}" in text

    def test_what_was_said_about_a_promise_stays_inside(self, client, published, promise, province):  # noqa: F811
        with in_scope(province):
            tell_promise(promise=promise, by=province, said=Said(words="Ani belum membayar", evidence="Nota"))
        text = page_of(client, published).text
        assert "Ani belum membayar" not in text
        assert "Nota" not in text
        assert "Ani Rekaan" not in text

    def test_an_output_may_be_noted_or_read_from_the_map(self, client, published, programme, owner, province):  # noqa: F811
        with in_scope(province):
            first, second = MeetingPoint.objects.filter(kind=PointKind.OUTPUT).order_by("number")[:2]
            MeetingPoint.objects.filter(pk=first.pk).update(measure=Measure.NOTED)
            MeetingPoint.objects.filter(pk=second.pk).update(measure=Measure.PROGRAMMES)
        text = page_of(client, published).text
        assert "Tercatat" in text
        assert "Belum ada program di peta" in text
        with in_scope(province):
            guest = {"kind": PointKind.GUEST, "words": owner.name, "organisation": owner, "why": "tamu terlewat"}
            add_point(meeting=published, by=province, **guest)
        assert "1 program, 1 berjalan" in page_of(client, published).text

    def test_a_correction_is_told_with_its_day(self, client, published, province):  # noqa: F811
        with in_scope(province):
            change_meeting(meeting=published, facts={"place": "Aula Besar"}, by=province, why="Tempat salah tulis")
        text = page_of(client, published).text
        assert "Diperbaiki: Tempat salah tulis" in text
        assert "Aula Besar" in text

    def test_one_that_was_withdrawn_says_why_and_nothing_else(self, client, published, province):  # noqa: F811
        with in_scope(province):
            move_meeting(meeting=published, after=MeetingState.WITHDRAWN, by=province, why="Bukan kegiatan resmi")
        answer = client.get(reverse("outcome", args=[published.slug]))
        assert answer.status_code == 410
        assert "Bukan kegiatan resmi" in answer.text
        assert "Yosef Rekaan" not in answer.text
        assert published.slug not in client.get(reverse("outcomes")).text


class TestShape:
    def test_it_is_kept_by_no_cache_longer_than_a_minute_and_sets_nothing(self, client, published):  # noqa: F811
        answer = page_of(client, published)
        assert answer["Cache-Control"] == "public, max-age=60"
        assert not answer.cookies

    def test_it_is_light_and_has_no_script(self, client, published, promise):  # noqa: F811
        answer = page_of(client, published)
        found = Page(answer.text)
        assert len(answer.content) < 100_000
        assert (found.wrong, found.open) == ([], [])
        assert not {"script", "style", "iframe", "img"} & {tag for tag, _ in found.tags}
        assert found.values("style") == []

    def test_what_leads_out_is_pressed_and_never_loaded(self, client, published):  # noqa: F811
        found = Page(page_of(client, published).text)
        out = [attrs for tag, attrs in found.tags if re.match(r"https:", attrs.get("href", ""))]
        assert len(out) == 3
        assert all("noreferrer" in attrs["rel"] for attrs in out)
        assert {re.match(r"https://([^/]+)", attrs["href"])[1] for attrs in out} == {
            "wa.me",
            "www.facebook.com",
            "x.com",
        }
        assert all("fbclid" not in attrs["href"] and "utm_" not in attrs["href"] for attrs in out)

    def test_it_tells_others_what_it_is(self, client, published):  # noqa: F811
        text = page_of(client, published).text
        address = f"http://testserver{reverse('outcome', args=[published.slug])}"
        assert f'<link rel="canonical" href="{address}">' in text
        assert f'<meta property="og:url" content="{address}">' in text
        assert '<meta property="og:title"' in text

    def test_nothing_is_written_by_looking(self, client, published):  # noqa: F811
        assert client.post(reverse("outcome", args=[published.slug])).status_code == 405
        assert client.head(reverse("outcomes")).status_code == 200
