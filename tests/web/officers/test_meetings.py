"""The pages of a meeting: a text is pasted, decided on field by field, checked, published, corrected."""

import re

import pytest
from django.urls import reverse
from tests.partnership.conftest import (  # noqa: F401  Fixtures.
    decided,
    draft,
    in_scope,
    iom,
    owner,
    partner,
    promise,
    province,
    published,
)
from tests.people.conftest import officer
from tests.press_texts import AUDIENCE, WRONG_DAY

from tenun.organisations.enums import Role
from tenun.organisations.models import Organisation, OrganisationSpelling
from tenun.partnership.enums import MeetingState, PointKind, ProposalState
from tenun.partnership.models import Meeting, PressProposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(client, province):  # noqa: F811
    """A browser of the province."""
    client.force_login(province)
    return client


def waiting(at, meeting_id):
    page = at.get(reverse("meeting-text", args=[meeting_id])).text
    found = re.search(r'action="(/rapat/\d+/naskah/(\d+)/)"', page)
    return (found[1], int(found[2])) if found else (None, None)


def pasted(at, text):
    answer = at.post(reverse("new-meeting"), {"naskah": text})
    return int(re.search(r"/rapat/(\d+)/", answer.url)[1])


def again(meeting_id, who):
    with in_scope(who):
        return Meeting.objects.get(pk=meeting_id)


def the_field(meeting_id, who, part):
    with in_scope(who):
        return PressProposal.objects.filter(meeting_id=meeting_id, part=part).first()


def decide(at, field, **answers):
    return at.post(reverse("meeting-proposal", args=[field.meeting_id, field.pk]), answers)


class TestPasting:
    def test_a_text_leads_to_its_fields_beside_it(self, at, province):  # noqa: F811
        meeting_id = pasted(at, AUDIENCE)
        page = at.get(reverse("meeting-text", args=[meeting_id])).text
        assert "27 isian belum diputuskan" in page
        assert '<mark class="here">Kegiatan Wakil Gubernur - Umum</mark>' in page
        assert "Nadus Rekaan" in page

    def test_without_a_text_the_facts_are_written_by_hand(self, at):
        answer = at.post(reverse("new-meeting"), {"naskah": ""})
        assert re.fullmatch(r"/rapat/\d+/ubah/", answer.url)
        meeting_id = int(re.search(r"\d+", answer.url)[0])
        assert at.get(reverse("meeting-text", args=[meeting_id])).url == reverse("meeting", args=[meeting_id])


class TestDeciding:
    def test_one_field_after_the_other_is_saved(self, at, province):  # noqa: F811
        meeting_id = pasted(at, AUDIENCE)
        url, first = waiting(at, meeting_id)
        assert at.post(url, {"isi": "Kegiatan Wakil Gubernur - Umum"}).status_code == 302
        assert again(meeting_id, province).category == "Kegiatan Wakil Gubernur - Umum"
        assert waiting(at, meeting_id)[1] != first

    def test_any_field_may_be_opened_first(self, at, draft, province):  # noqa: F811
        field = the_field(draft.pk, province, "writer")
        page = at.get(f"{reverse('meeting-text', args=[draft.pk])}?isian={field.pk}").text
        assert '<mark class="here">Nadus Rekaan</mark>' in page

    def test_a_corrected_and_a_dropped_field_say_so(self, at, draft, province):  # noqa: F811
        place, writer = (the_field(draft.pk, province, part) for part in ("place", "writer"))
        decide(at, place, isi="Aula Besar")
        decide(at, writer, buang="1")
        assert again(draft.pk, province).place == "Aula Besar"
        assert the_field(draft.pk, province, "place").state == ProposalState.CORRECTED
        assert the_field(draft.pk, province, "writer").state == ProposalState.DROPPED
        page = at.get(reverse("meeting-text", args=[draft.pk])).text
        assert "Dibetulkan" in page
        assert "Tidak dipakai" in page

    def test_a_field_that_was_decided_meanwhile_changes_nothing(self, at, draft, province):  # noqa: F811
        place = the_field(draft.pk, province, "place")
        decide(at, place, isi="Aula Besar")
        assert (
            "sudah diputuskan"
            in at.post(reverse("meeting-proposal", args=[draft.pk, place.pk]), {"isi": "Lain"}, follow=True).text
        )
        assert again(draft.pk, province).place == "Aula Besar"

    def test_the_date_is_read_as_officers_write_it(self, at, draft, province):  # noqa: F811
        day = the_field(draft.pk, province, "held_on")
        assert decide(at, day, isi="31-02-2026", lengkap="rabu").status_code == 422
        decide(at, day, isi="04-03-2026", lengkap="rabu")
        assert str(again(draft.pk, province).held_on) == "2026-03-04"
        assert the_field(draft.pk, province, "held_on").state == ProposalState.CONFIRMED

    def test_a_day_that_differs_is_doubted_on_the_page(self, at, province):  # noqa: F811
        meeting_id = pasted(at, WRONG_DAY)
        field = the_field(meeting_id, province, "held_on")
        page = at.get(f"{reverse('meeting-text', args=[meeting_id])}?isian={field.pk}").text
        assert "Nama hari tidak sama dengan tanggalnya" in page


class TestGuests:
    def guest(self, draft, province):  # noqa: F811
        with in_scope(province):
            return PressProposal.objects.get(meeting=draft, part="guest", value__contains="Migration")

    def test_an_unknown_spelling_is_asked_and_remembered_as_wrong(self, at, draft, province, iom):  # noqa: F811
        field = self.guest(draft, province)
        page = at.get(f"{reverse('meeting-text', args=[draft.pk])}?isian={field.pk}").text
        assert "Ejaan ini belum dikenal register" in page
        assert "International Organization for Migration (IOM)" in page
        assert "Yang benar: International Organization for Migration (IOM)." in page
        assert decide(at, field).status_code == 422
        decide(at, field, lembaga=str(iom.pk), salah_eja="on")
        with in_scope(province):
            point = draft.points.get(kind=PointKind.GUEST)
        assert (point.organisation, point.words) == (iom, iom.name)
        assert OrganisationSpelling.objects.get(spelling=field.value).is_wrong

    def test_a_new_organisation_is_entered_under_its_own_name(self, at, draft, province):  # noqa: F811
        with in_scope(province):
            field = PressProposal.objects.get(meeting=draft, part="guest", value="Kementerian Contoh RI")
        assert decide(at, field, lembaga="baru", nama_baru="").status_code == 422
        decide(at, field, lembaga="baru", nama_baru="Kementerian Contoh RI", jenis_baru="central")
        assert Organisation.objects.get(name="Kementerian Contoh RI").kind == "central"

    def test_an_editor_chooses_and_does_not_change_the_register(self, client, draft, province, iom):  # noqa: F811
        client.force_login(officer("penyunting", Role.EDITOR))
        field = self.guest(draft, province)
        page = client.get(f"{reverse('meeting-text', args=[draft.pk])}?isian={field.pk}").text
        assert "Lembaga lain, belum ada di register" not in page
        decide(client, field, lembaga=str(iom.pk))
        assert not OrganisationSpelling.objects.filter(spelling=field.value).exists()


class TestTheRecord:
    def test_a_draft_says_what_is_missing(self, at, draft):  # noqa: F811
        page = at.get(reverse("meeting", args=[draft.pk])).text
        assert "Masih ada isian yang belum diputuskan" in page
        assert "Lanjutkan konfirmasi naskah" in page

    def test_what_is_published_is_corrected_with_a_reason(self, at, published, province):  # noqa: F811
        url = reverse("add-line", args=[published.pk])
        line = {"jenis": "problem", "isi": "Jarak ke kantor jauh"}
        assert at.post(url, line).status_code == 422
        at.post(url, {**line, "alasan": "Terlewat"})
        found = again(published.pk, province)
        assert found.state == MeetingState.CORRECTED
        assert "Jarak ke kantor jauh" in at.get(reverse("meeting", args=[published.pk])).text

    @pytest.mark.parametrize(
        ("line", "problem"),
        [
            ({"jenis": "guest"}, "Pilih lembaga tamu"),
            ({"jenis": "output"}, "Tulis isinya"),
        ],
    )
    def test_a_line_without_its_words_is_refused(self, at, draft, line, problem):  # noqa: F811
        answer = at.post(reverse("add-line", args=[draft.pk]), line)
        assert answer.status_code == 422
        assert problem in answer.text

    def test_lines_of_every_kind_are_added_and_taken_out(self, at, draft, province, iom):  # noqa: F811
        url = reverse("add-line", args=[draft.pk])
        at.post(url, {"jenis": "guest", "lembaga": str(iom.pk)})
        at.post(url, {"jenis": "result", "isi": "Lebih aman"})
        at.post(url, {"jenis": "output", "isi": "Daftar mitra", "ukuran": "programmes"})
        with in_scope(province):
            result, output = draft.results.get(), draft.points.get(kind=PointKind.OUTPUT)
            assert (output.measure, draft.points.get(kind=PointKind.GUEST).organisation) == ("programmes", iom)
        drop = reverse("drop-line", args=[draft.pk, "result", result.pk])
        assert "Lebih aman" in at.get(drop).text
        at.post(drop)
        at.post(reverse("drop-line", args=[draft.pk, "isi", output.pk]))
        with in_scope(province):
            assert (draft.results.count(), draft.points.filter(kind=PointKind.OUTPUT).count()) == (0, 0)
        assert at.get(drop).status_code == 404

    def test_the_facts_are_written(self, at, draft, province):  # noqa: F811
        facts = {
            "headline": "Rapat rekaan",
            "kind": "visit",
            "host_office": "Sekda NTT",
            "place": "Aula",
            "held_on": "04-03-2026",
            "day_said": "rabu",
            "starts_at": "09:30",
        }
        assert at.post(reverse("change-meeting", args=[draft.pk]), {**facts, "held_on": "x"}).status_code == 422
        at.post(reverse("change-meeting", args=[draft.pk]), facts)
        page = at.get(reverse("meeting", args=[draft.pk])).text
        assert "Rabu, 4 Maret 2026, 09.30 WITA" in page
        assert "Rapat rekaan" in page


class TestTheWayOut:
    def test_it_is_checked_approved_and_published(self, at, draft, province, iom):  # noqa: F811
        with in_scope(province):
            decided(draft, province, **{"International Organization on Migration (IOM)": iom})
            quote = draft.points.get(kind=PointKind.STATEMENT)
        check = reverse("check-meeting", args=[draft.pk])
        assert "kutipan yang belum disetujui" in at.post(check, follow=True).text
        at.post(reverse("approve-quote", args=[draft.pk, quote.pk]))
        assert "sudah diperiksa" in at.post(check, follow=True).text
        publish = reverse("publish-meeting", args=[draft.pk])
        assert "Setujui catatan ini" in at.get(publish).text
        at.post(publish)
        assert at.post(publish).status_code == 422
        assert "sudah terbit" in at.post(publish, {"aman": "on"}, follow=True).text
        assert at.post(publish, {"aman": "on"}).status_code == 404
        assert again(draft.pk, province).state == MeetingState.PUBLISHED

    def test_what_was_checked_and_changed_is_a_draft_again(self, at, draft, province, iom):  # noqa: F811
        with in_scope(province):
            decided(draft, province, **{"International Organization on Migration (IOM)": iom})
            quote = draft.points.get(kind=PointKind.STATEMENT)
        at.post(reverse("approve-quote", args=[draft.pk, quote.pk]))
        at.post(reverse("check-meeting", args=[draft.pk]))
        at.post(reverse("add-line", args=[draft.pk]), {"jenis": "problem", "isi": "Satu lagi"})
        assert again(draft.pk, province).state == MeetingState.DRAFT

    def test_it_is_withdrawn_in_words(self, at, published, province):  # noqa: F811
        url = reverse("withdraw-meeting", args=[published.pk])
        assert at.post(url, {"alasan": ""}).status_code == 422
        at.post(url, {"alasan": "Bukan kegiatan resmi"})
        assert again(published.pk, province).state == MeetingState.WITHDRAWN
        assert "Bukan kegiatan resmi" in at.get(reverse("meeting", args=[published.pk])).text


class TestWhoSeesIt:
    def test_a_partner_sees_what_is_published_and_no_way_to_change_it(self, client, published, partner, province):  # noqa: F811
        client.force_login(partner)
        page = client.get(reverse("meeting", args=[published.pk])).text
        assert "Ubah fakta rapat" not in page
        assert "Catat janji" not in page
        assert published.headline in client.get(reverse("meetings")).text
        assert client.get(reverse("change-meeting", args=[published.pk])).status_code == 404

    def test_a_draft_is_not_there_for_a_partner(self, client, draft, partner):  # noqa: F811
        client.force_login(partner)
        assert client.get(reverse("meeting", args=[draft.pk])).status_code == 404
        assert "Belum ada rapat" in client.get(reverse("meetings")).text

    def test_an_editor_checks_and_does_not_publish(self, client, draft):  # noqa: F811
        client.force_login(officer("penyunting", Role.EDITOR))
        assert client.get(reverse("meeting", args=[draft.pk])).status_code == 200
        assert client.get(reverse("publish-meeting", args=[draft.pk])).status_code == 404

    def test_a_quotation_of_another_meeting_is_not_approved(self, at, draft, published, province):  # noqa: F811
        with in_scope(province):
            quote = published.points.get(kind=PointKind.STATEMENT)
            other = Meeting.objects.create(
                slug="lain", entered_at=published.entered_at, entered_by=province, headline="Lain"
            )
        assert at.post(reverse("approve-quote", args=[other.pk, quote.pk])).status_code == 404
