"""Programmes on the page: listed, narrowed, entered, changed, and asked about by a link that acts on POST alone."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.partnership.conftest import funder, in_scope, owner, partner, programme, province  # noqa: F401  Fixtures.
from tests.people.conftest import TODAY, officer

from tenun.domain.papers import Education
from tenun.domain.programmes import ProgrammeStatus
from tenun.domain.rules import AgeWindow, EducationAtLeast, LanguageAtLeast, PaperPresent, ValueIn
from tenun.formats.entry_rules import entry_rules_as_json
from tenun.organisations.enums import Role
from tenun.partnership.enums import LinkKind
from tenun.partnership.links import links_about
from tenun.partnership.models import Programme, ProgrammeStep
from tenun.partnership.programmes import programmes, record_of
from tenun.shared.clock import today
from tenun.shared.history import because

ANSWERS = (
    ("still_true", "", "running", True, ""),
    ("ended", "dana habis", "ended", True, "dana habis"),
    ("changed", "tempatnya pindah", "running", False, "tempatnya pindah"),
)
"""What is answered, in which words; the status afterwards, whether it counts as checked, and what is noted."""
pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def keeper(client, province):  # noqa: F811
    client.force_login(province)
    return client


def answers(owner, **changed):  # noqa: F811
    return {
        "title": "Kelas merawat rekaan",
        "owner": owner.pk,
        "services": ["skills", "information"],
        "status": "offered",
        "source": "Surat mitra rekaan, 2 November 2026",
        "checked_on": "20-11-2026",
        "mitra-TOTAL_FORMS": "2",
        "mitra-INITIAL_FORMS": "0",
        "kapasitas-TOTAL_FORMS": "2",
        "kapasitas-INITIAL_FORMS": "0",
        "kapasitas-0-starts_on": "01-01-2026",
        "kapasitas-0-ends_on": "31-12-2026",
        "kapasitas-0-places": "25",
        "kapasitas-0-district": "53.21",
        **changed,
    }


class TestList:
    @pytest.mark.parametrize(
        ("asked", "listed"),
        [
            ({}, True),
            ({"layanan": "skills"}, True),
            ({"layanan": "documents"}, False),
            ({"keadaan": "running"}, True),
            ({"keadaan": "idea"}, False),
            ({"kabupaten": "53.21"}, True),
            ({"kabupaten": "53.04"}, False),
            ({"yang": "lama"}, False),
            ({"layanan": "apa saja"}, True),
        ],
    )
    def test_it_is_narrowed(self, keeper, programme, asked, listed):  # noqa: F811
        page = keeper.get(reverse("programmes"), asked)
        assert page.status_code == 200
        assert ("Kelas bahasa rekaan" in page.text) is listed

    def test_an_entry_that_nobody_confirmed_is_shown_as_old(self, keeper, province, programme):  # noqa: F811
        with in_scope(province):
            Programme.objects.update(checked_on=date(2026, 1, 1))
        page = keeper.get(reverse("programmes"), {"yang": "lama"})
        assert "perlu ditanyakan" in page.text

    @pytest.mark.parametrize(("role", "status"), [(Role.PARTNER, 200), (Role.VILLAGE, 404), (Role.AGENCY, 404)])
    def test_it_is_for_the_offices_that_meet(self, client, programme, role, status):  # noqa: F811
        client.force_login(officer("seseorang", role))
        assert client.get(reverse("programmes")).status_code == status


class TestForm:
    def test_a_programme_is_entered_with_rules_and_places(self, keeper, province, owner, funder):  # noqa: F811
        asked = {"age_from": "21", "age_to": "45", "sex": "P", "education": "2", "papers": ["ktp"]}
        partners = {"mitra-0-organisation": funder.pk, "mitra-0-role": "funding"}
        partners |= {"mitra-1-organisation": owner.pk, "mitra-1-role": "implementing"}
        sent = keeper.post(reverse("add-programme"), answers(owner, **asked, **partners))
        assert sent.status_code == 302, sent.text
        with in_scope(province):
            made = record_of(programmes().get(title="Kelas merawat rekaan"))
        assert made.entry_rules == (
            AgeWindow(minimum=21, below=46),
            ValueIn("sex", ("P",)),
            EducationAtLeast(Education.LOWER_SECONDARY),
            PaperPresent("ktp"),
        )
        assert [(each.places, each.district) for each in made.capacities] == [(25, "53.21")]
        assert [(each.role, each.organisation.name) for each in made.partners] == [
            ("funding", "Dana Rekaan"),
            ("implementing", "Kantor mitra"),
        ]
        assert made.status is ProgrammeStatus.OFFERED
        assert made.identifier.startswith("NTT-")

    @pytest.mark.parametrize(
        ("changed", "said"),
        [
            ({"services": []}, "Pilih paling sedikit satu layanan."),
            ({"source": ""}, "Sumber keterangan"),
            ({"planned_start": "02-01-2026", "planned_end": "01-01-2026"}, "Hari terakhir ada sebelum hari pertama"),
            ({"age_from": "40", "age_to": "30"}, "Umur paling tua lebih kecil"),
            ({"checked_on": "31-02-2026"}, "31-02-2026"),
            ({"kapasitas-0-places": ""}, "kosongkan baris ini"),
            ({"mitra-0-role": "funding"}, "Pilih organisasi dan perannya"),
            ({"actual_start": "02-01-2026", "actual_end": "01-01-2026"}, "Hari terakhir ada sebelum hari pertama"),
            ({"kapasitas-0-ends_on": "01-01-2025"}, "Hari terakhir ada sebelum hari pertama"),
            (
                {
                    "kapasitas-1-starts_on": "01-01-2026",
                    "kapasitas-1-ends_on": "31-12-2026",
                    "kapasitas-1-places": "3",
                    "kapasitas-1-district": "53.21",
                },
                "ada di dua baris",
            ),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_written(self, keeper, province, owner, changed, said):  # noqa: F811
        sent = keeper.post(reverse("add-programme"), answers(owner, **changed))
        assert (sent.status_code, said in sent.text) == (422, True)
        assert "Kelas merawat rekaan" in sent.text
        with in_scope(province):
            assert Programme.objects.count() == 0

    def test_a_change_keeps_what_the_form_does_not_ask(self, keeper, province, programme, owner):  # noqa: F811
        language = LanguageAtLeast(scale="bahasa_cefr_en", rank=2)
        with in_scope(province), because(user_id=province.pk):
            rules = entry_rules_as_json((language, AgeWindow(minimum=21, below=46)))
            Programme.objects.update(entry_rules=rules, kept="<x/>")
        shown = keeper.get(reverse("change-programme", args=[programme.pk])).text
        assert 'value="21"' in shown
        assert "selected>Dana Rekaan" in shown
        changed = answers(owner, status="running", age_from="18")
        assert keeper.post(reverse("change-programme", args=[programme.pk]), changed).status_code == 302
        with in_scope(province):
            after = programmes().get(pk=programme.pk)
            assert record_of(after).entry_rules == (AgeWindow(minimum=18), language)
        assert (after.kept, after.version, after.identifier) == ("<x/>", 2, "REKAAN-1")

    def test_a_status_goes_the_way_of_its_table(self, keeper, province, programme, owner):  # noqa: F811
        url = reverse("change-programme", args=[programme.pk])
        assert keeper.post(url, answers(owner, status="idea")).status_code == 422
        assert keeper.post(url, answers(owner, status="ended")).status_code == 302
        with in_scope(province):
            steps = list(ProgrammeStep.objects.order_by("pk").values_list("before", "after", "by__username"))
        assert steps == [("", "running", "provinsi"), ("running", "ended", "provinsi")]

    def test_a_partner_keeps_its_own_and_nobody_elses(self, client, partner, programme, funder, province):  # noqa: F811
        client.force_login(partner)
        url = reverse("change-programme", args=[programme.pk])
        assert client.get(url).status_code == 200
        with in_scope(province):
            Programme.objects.update(owner=funder)
        assert client.get(url).status_code == 404
        assert client.get(reverse("programme", args=[programme.pk])).status_code == 200
        assert client.post(reverse("add-programme"), answers(funder)).status_code == 422


class TestLink:
    @pytest.fixture
    def address(self, keeper, programme):  # noqa: F811
        page = keeper.post(reverse("ask-programme", args=[programme.pk]), {"addressee": "Ani Rekaan, ketua"})
        assert page.status_code == 200
        address = re.search(r"/tautan/[\w-]+/", page.text)[0]
        keeper.logout()
        return address

    def test_it_shows_the_entry_without_an_account_and_changes_nothing(self, client, province, programme, address):  # noqa: F811
        for _ in range(2):
            page = client.get(address)
            assert (page.status_code, "Kelas bahasa rekaan" in page.text) == (200, True)
        assert page.headers["Referrer-Policy"] == "same-origin"
        with in_scope(province):
            (link,) = links_about(LinkKind.PROGRAMME, programme.pk)
            assert (link.answered_at, Programme.objects.get().version) == (None, 1)

    @pytest.mark.parametrize("said", ANSWERS, ids=lambda said: said[0])
    def test_an_answer_is_kept_in_the_name_of_whoever_answers(self, client, province, programme, address, said):  # noqa: F811
        answer, words, status, checked, why = said
        sent = client.post(address, {"answer": answer, "words": words})
        assert (sent.status_code, "Terima kasih" in sent.text) == (200, True)
        with in_scope(province):
            after = Programme.objects.get()
            last = ProgrammeStep.objects.order_by("-pk").first()
        assert (after.status, after.checked_on == today()) == (status, checked)
        assert (last.why, last.by_link) == (why, "Ani Rekaan, ketua" if why else "")
        client.force_login(province)
        assert "Dijawab" in client.get(reverse("programme", args=[programme.pk])).text

    def test_it_is_answered_once(self, client, province, address):  # noqa: F811
        client.post(address, {"answer": "still_true"})
        for again in (client.get(address), client.post(address, {"answer": "ended"})):
            assert (again.status_code, "Tautan sudah ditutup" in again.text) == (410, True)
        with in_scope(province):
            assert Programme.objects.get().status == "running"

    def test_a_change_without_words_is_asked_for(self, client, address):
        sent = client.post(address, {"answer": "changed"})
        assert (sent.status_code, "Tulis apa yang berubah" in sent.text) == (422, True)

    def test_no_other_address_opens(self, client, address):
        assert client.get(address[:-3] + "xx/").status_code == 404

    def test_its_secret_stands_on_no_later_page(self, client, province, programme, address):  # noqa: F811
        client.force_login(province)
        token = address.split("/")[2]
        assert token not in client.get(reverse("programme", args=[programme.pk])).text

    def test_whoever_may_not_keep_it_asks_nobody(self, client, programme):  # noqa: F811
        client.force_login(officer("loket", Role.COUNTER, districts=("53.21",)))
        assert client.post(reverse("ask-programme", args=[programme.pk]), {"addressee": "x"}).status_code == 404


def test_today_is_after_the_invented_programme():
    assert TODAY.year == today().year
