"""Meja kerja: whoever waits, the longest first; what narrows it, how many wait for whom, and the queue as a sheet."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.http import QueryDict
from django.urls import reverse
from python_calamine import load_workbook
from tests.people.conftest import TODAY, belu, malaka, officer  # noqa: F401  Fixtures.

from tenun.documents.actions import record_paper
from tenun.domain.catalogue import Desk, packaged
from tenun.domain.journey import Role as JourneyRole
from tenun.domain.papers import PaperKind, PaperRecord, Proof
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson
from tenun.people.models import Journey
from tenun.readiness.actions import begin, refer
from tenun.readiness.models import Assessment, QueueCount, ReferralReason
from tenun.readiness.queue import TURNS, count_queue
from tenun.shared.clock import now, pretending
from tenun.shared.scope import Scope, scoped
from tenun.web.officers.desk import QueueForm, place_of

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
NAMES = re.compile(r'<th role="rowheader"[^>]*>(?:<label.*?</label> )?<a [^>]*>([^<]*)</a>')
KUNERU, FATUBENAO = "53.04.05.2001", "53.04.01.2001"


@pytest.fixture
def counter(client, belu):  # noqa: F811
    client.force_login(belu)
    return client


@pytest.fixture
def waits(belu):  # noqa: F811
    """Somebody invented who has waited that many days."""

    def begun(name, days, *, village=KUNERU, target="my-domestic"):
        with pretending(now() - timedelta(days=days)), scoped(standing_of(belu, TODAY).scope):
            new = NewPerson(full_name=name, village_code=village, target=target, birth_date=date(1999, 3, 12))
            return begin(new=new, role=JourneyRole.COUNTER, on=TODAY, by=belu, another=True)

    return begun


def listed(client, **asked):
    """The names in the order of the page."""
    return NAMES.findall(client.get(reverse("desk"), asked).text)


def test_the_longest_waiting_stand_on_top(counter, waits):
    for name, days in (("Ana Rekaan", 3), ("Berta Rekaan", 40), ("Cia Rekaan", 12)):
        waits(name, days)
    assert listed(counter) == ["Berta Rekaan", "Cia Rekaan", "Ana Rekaan"]
    assert "40 hari" in counter.get(reverse("desk")).text


def test_a_long_queue_goes_on_by_key_without_a_gap_or_a_double(counter, waits):
    names = [f"Rekaan {chr(65 + number // 26)}{chr(65 + number % 26)}" for number in range(28)]
    for number, name in enumerate(names):
        waits(name, 100 - number)
    first = counter.get(reverse("desk")).text
    onward = re.search(r'href="(\?[^"]*setelah=[\d_]+)"', first)[1]
    second = counter.get(reverse("desk") + onward).text
    shown = [NAMES.findall(page) for page in (first, second)]
    assert (*shown[0], *shown[1]) == tuple(names)
    assert ("setelah=" in second, "Ke awal" in second) == (False, True)


@pytest.mark.parametrize("text", ["", "x", "1_", "_1", "9" * 40, "1_-3", f"{'9' * 30}_1", "1_" + "9" * 30])
def test_a_place_that_no_page_wrote_is_the_beginning(text):
    assert place_of(text) is None


class TestNarrowing:
    @pytest.fixture(autouse=True)
    def people(self, waits):
        self.ana = waits("Ana Rekaan", 30)
        self.berta = waits("Berta Rekaan", 20, village=FATUBENAO, target="hk-domestic")

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"kecamatan": "53.04.01"}, ["Berta Rekaan"]),
            ({"kecamatan": "53.04.05", "desa": KUNERU}, ["Ana Rekaan"]),
            ({"tujuan": "hk-domestic"}, ["Berta Rekaan"]),
            ({"tahap": "CONTACTED"}, ["Ana Rekaan", "Berta Rekaan"]),
            ({"tahap": "WITHDREW"}, []),
            ({"giliran": "desa"}, ["Ana Rekaan", "Berta Rekaan"]),
            ({"giliran": "siap"}, []),
            ({"gerbang": "documents"}, ["Ana Rekaan", "Berta Rekaan"]),
            ({"gerbang": "health"}, []),
            ({"meja": "civil_registry"}, ["Ana Rekaan", "Berta Rekaan"]),
            ({"meja": "bank"}, []),
            ({"kecamatan": "53.21.01"}, ["Ana Rekaan", "Berta Rekaan"]),
            ({"tujuan": "' OR 1=1"}, ["Ana Rekaan", "Berta Rekaan"]),
        ],
        ids=str,
    )
    def test_only_those_are_left(self, counter, asked, found):
        assert listed(counter, **asked) == found

    def test_every_desk_and_office_finds_those_whose_first_step_is_there(self, counter, belu):  # noqa: F811
        for name, kinds in (("Cia Rekaan", ("ktp", "kk", "akta")), ("Dina Rekaan", ("ktp",))):
            self.has_shown(belu, name, kinds)
        with scoped(standing_of(belu, TODAY).scope):
            first = {item.person.full_name: item.blocking[0] for item in Assessment.objects.select_related("person")}
        asked = {item.id: item for target in packaged().targets(TODAY) for item in target.requirements}
        places = [value for value, _ in QueueForm(QueryDict(), scope=Scope()).fields["meja"].choices if value]
        assert {*Desk} < {*places}
        assert {*first.values()} == {"ktp", "kk", "ijazah"}
        for place in places:
            expected = {name for name, item in first.items() if (asked[item].desk or asked[item].office) == place}
            assert set(listed(counter, meja=place)) == expected, place

    def has_shown(self, by, name, kinds):
        with scoped(standing_of(by, TODAY).scope):
            new = NewPerson(full_name=name, village_code=KUNERU, target="my-domestic", birth_date=date(1999, 3, 12))
            person = begin(new=new, role=JourneyRole.COUNTER, on=TODAY, by=by, another=True)
            for kind in kinds:
                record_paper(person=person, kind=kind, record=PaperRecord(proof=Proof.ORIGINAL_SEEN), by=by)

    def test_another_district_has_another_queue(self, client, malaka):  # noqa: F811
        client.force_login(malaka)
        assert listed(client) == []

    def test_the_province_sees_it_and_narrows_by_district(self, client):
        client.force_login(officer("provinsi", Role.PROVINCE, districts=("53.04", "53.21")))
        assert listed(client) == ["Ana Rekaan", "Berta Rekaan"]
        assert listed(client, kabupaten="53.21") == []

    def test_what_is_sealed_is_not_in_it_and_is_found_by_name(self, counter, belu):  # noqa: F811
        with scoped(standing_of(belu, TODAY).scope):
            refer(person=self.ana, reason=ReferralReason.OTHER, note="", by=belu)
        assert listed(counter) == ["Berta Rekaan"]
        assert "Ditahan sementara" in counter.get(reverse("desk"), {"q": "Ana"}).text

    def test_whoever_has_left_the_way_is_not_in_it(self, counter):
        with scoped(Scope(districts=("53.04",))):
            Journey.objects.filter(person=self.ana).update(state="WITHDREW")
        assert listed(counter) == ["Berta Rekaan"]
        assert listed(counter, tahap="WITHDREW") == ["Ana Rekaan"]


def test_a_line_tells_what_blocks_first_and_who_mends_it(counter, waits, belu):  # noqa: F811
    ana = waits("Ana Rekaan", 3)
    with scoped(standing_of(belu, TODAY).scope):
        record_paper(person=ana, kind=PaperKind.ID_CARD, record=PaperRecord(proof=Proof.ABSENT), by=belu)
    text = counter.get(reverse("desk")).text
    assert "KTP" in text
    assert "Dukcapil" in text
    assert "Pekerja rumah tangga di Malaysia" in text
    assert 'class="mini"' in text


def test_without_a_target_it_says_so(counter, waits):
    waits("Ana Rekaan", 3, target="")
    assert "Tujuan belum dipilih" in counter.get(reverse("desk")).text


class TestCounts:
    def test_before_anybody_has_counted_there_are_none(self, counter, waits):
        waits("Ana Rekaan", 3)
        assert "Jumlah per" not in counter.get(reverse("desk")).text

    @pytest.fixture
    def counted(self, waits):
        waits("Ana Rekaan", 3)
        waits("Berta Rekaan", 5, village=FATUBENAO)
        # The worker's own connection would not see what this test has not committed.

        with connection.cursor() as cursor:
            cursor.execute("SELECT has_function_privilege('tenun_count_queue(text[])', 'execute')")
            assert cursor.fetchone() == (False,), "a page counts nothing"
        return

    def test_the_site_writes_no_count(self, counted, belu):  # noqa: F811
        with scoped(standing_of(belu, TODAY).scope):
            assert QueueCount.objects.count() == 0

    def test_nobody_is_in_two_turns(self):
        for name, turn in TURNS.items():
            for other, more in TURNS.items():
                assert name == other or not (turn.states & more.states and turn.verdicts & more.verdicts)


class TestSheet:
    def test_it_holds_the_queue_as_it_is_narrowed_and_no_number_of_a_paper(self, counter, waits):
        waits("Ana Rekaan", 30)
        waits("=Berta Rekaan", 20, target="hk-domestic")
        answer = counter.get(reverse("export-queue"), {"tujuan": "hk-domestic"})
        rows = load_workbook(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
        assert [row[1] for row in rows] == ["Nama", "=Berta Rekaan"]
        assert answer.headers["Content-Disposition"].startswith("attachment")

    def test_taking_it_is_entered(self, counter, belu, waits):  # noqa: F811
        waits("Ana Rekaan", 3)
        assert counter.get(reverse("export-queue")).status_code == 200

    def test_a_village_takes_none(self, client):
        client.force_login(officer("desa", Role.VILLAGE, villages=(KUNERU,)))
        assert client.get(reverse("export-queue")).status_code == 404


@pytest.mark.django_db(databases=["worker"])
def test_the_job_counts_as_the_worker_and_sees_nobody():
    assert count_queue() == 0


def test_the_gates_of_a_line_are_those_of_the_file(counter, waits, belu):  # noqa: F811
    for name, proof in (("Ana Rekaan", Proof.ORIGINAL_SEEN), ("Berta Rekaan", Proof.COPY)):
        person = waits(name, 3)
        with scoped(standing_of(belu, TODAY).scope):
            record_paper(person=person, kind=PaperKind.ID_CARD, record=PaperRecord(proof=proof, name=name), by=belu)
        line = counter.get(reverse("desk")).text.split(f">{name}</a>")[1].split("</tr>")[0]
        said = re.search(r'class="mini" role="img" aria-label="([^"]*)"', line)[1]
        file = counter.get(reverse("berkas", args=[person.pk])).text
        gates = re.findall(r'<a class="g-[a-z]+" href="#g-[a-z_]+">(.*?)</a>', file, re.DOTALL)
        words = [re.sub(r"<[^>]*>", " ", gate).split() for gate in gates]
        assert [" ".join(each).replace(":", "") for each in words] == [
            each.replace(":", "") for each in said.split("; ")
        ]


@pytest.mark.parametrize(("role", "leads"), [(Role.PARTNER, True), (Role.MISSION, True), (Role.AUDITOR, False)])
def test_a_desk_without_people_leads_to_the_map_whoever_reads_it(client, role, leads):
    client.force_login(officer("seseorang", role))
    page = client.get(reverse("desk")).text
    assert "Belum ada pekerjaan untuk peran ini" in page
    assert (reverse("programme-map") in page.split("<main")[1]) is leads
