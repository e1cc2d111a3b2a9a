"""The pages of Simulasi aturan: sending rules, how far they are, and to whom how much of the result is told."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.urls import reverse
from tests.catalogues import packaged_texts
from tests.entries import forget_entries
from tests.people.conftest import belu, malaka, officer  # noqa: F401  Fixtures.

from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import packaged
from tenun.formats.catalogues import MOST_BYTES
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, register_person
from tenun.readiness.simulation import Change, Shift, Simulation
from tenun.readiness.trial_results import result_of
from tenun.readiness.trials import RuleTrial, TrialState
from tenun.shared.clock import now, today
from tenun.shared.models import ReadEntry
from tenun.shared.scope import scoped
from tenun.web.officers.rule_pages import result_for

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
SINGAPORE = "targets/sg-domestic.toml"
SOURCE = "source = {"


@pytest.fixture
def editor(db):
    return officer("rini", Role.EDITOR)


@pytest.fixture
def province(db):
    return officer("provinsi", Role.PROVINCE, districts=("53.04", "53.21"))


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def changed(old="minimum = 23", new="minimum = 30"):
    text = packaged_texts()[SINGAPORE]
    assert old in text
    return text.replace(old, new).encode()


def sent(*files, **more):
    return {"berkas": [SimpleUploadedFile(name, content) for name, content in files], **more}


def trial_of(user):
    with scoped(standing_of(user, today()).scope):
        return RuleTrial.objects.latest("pk")


def kept(by, found):
    """A trial that is done, as the job leaves it."""
    counts, persons = result_of(found, packaged(), packaged())
    done = {"state": TrialState.DONE, "result": counts, "persons": persons, "finished_at": now()}
    with scoped(standing_of(by, today()).scope):
        return RuleTrial.objects.create(
            asked_by=by, asked_at=now(), name="umur 30", on=found.on, files=b"x", digest="d", **done
        )


class TestSending:
    def test_changed_rules_are_taken_and_the_page_tells_how_far_they_are(self, desk, editor):
        answer = desk.post(reverse("rule-trials"), sent(("sg-domestic.toml", changed()), nama="umur 30"))
        trial = trial_of(editor)
        assert answer.url == reverse("rule-trial", args=[trial.pk])
        page = desk.get(answer.url)
        assert ("Menunggu giliran." in page.text, "umur 30" in page.text, "hx-get" in page.text) == (True, True, True)
        part = desk.get(answer.url, headers={"HX-Request": "true"})
        assert ("<html" in part.text, "kemajuan" in part.text) == (False, True)
        assert "umur 30" in desk.get(reverse("rule-trials")).text

    def test_a_whole_folder_and_a_coming_day(self, desk, editor):
        folder = BytesIO()
        with ZipFile(folder, "w") as out:
            for name, text in packaged_texts().items():
                out.writestr(f"katalog/{name}", text)
        desk.post(reverse("rule-trials"), sent(("katalog.zip", folder.getvalue()), pada="01-03-2027"))
        trial = trial_of(editor)
        assert (trial.name, trial.on, trial.digest) == ("katalog.zip", date(2027, 3, 1), packaged().digest)

    @pytest.mark.parametrize(
        ("files", "more", "said"),
        [
            ((), {}, "Bidang ini tidak boleh kosong"),
            ((("sg-domestic.toml", changed(SOURCE, "sumber = {")),), {}, "(catalogue.no_source)"),
            ((("sg-domestic.toml", b"a = ["),), {}, "targets/sg-domestic.toml baris 1: Berkas aturan bukan TOML"),
            (
                (("sg-domestic.toml", changed('id = "sg-domestic"', 'id = "x\' OR 1=1 --"')),),
                {},
                "(catalogue.bad_value)",
            ),
            ((("lain.toml", changed()),), {}, "(catalogue.duplicate)"),
            ((("aturan.xlsx", b"PK"),), {}, "bukan .toml atau .zip"),
            ((("sg-domestic.toml", changed()),), {"pada": "01-01-1990"}, "(rules.too_early)"),
            ((("sg-domestic.toml", changed()),), {"pada": "besok"}, "besok"),
            ((("besar.toml", b"#" * (MOST_BYTES + 100_000)),), {}, "lebih dari 2 MB"),
        ],
    )
    def test_what_does_not_load_is_refused_with_code_place_and_what_to_do(self, desk, editor, files, more, said):
        answer = desk.post(reverse("rule-trials"), sent(*files, **more))
        assert (answer.status_code, said in answer.text) == (422, True), answer.text
        with scoped(standing_of(editor, today()).scope):
            assert not RuleTrial.objects.exists()

    @pytest.mark.parametrize("role", [Role.COUNTER, Role.BP3MI, Role.AUDITOR, Role.ADMIN, Role.VILLAGE])
    def test_nobody_else_finds_the_pages(self, desk, client, editor, role):
        desk.post(reverse("rule-trials"), sent(("sg-domestic.toml", changed())))
        trial = trial_of(editor)
        more = {"villages": ("53.04.05.2001",)} if role is Role.VILLAGE else {"districts": ("53.04",)}
        client.force_login(officer("lain", role, **more))
        for name, args in (("rule-trials", []), ("rule-trial", [trial.pk]), ("rule-trial-people", [trial.pk, 0])):
            assert client.get(reverse(name, args=args)).status_code == 404


CHANGES = (
    Change("sg-domestic", "53.04", Verdict.READY, Verdict.NOT_THIS_TARGET, (1, 2), {"sg_age": Shift(2, 0)}),
    Change(
        "sg-domestic",
        "53.21",
        Verdict.READY,
        Verdict.NOT_THIS_TARGET,
        tuple(range(10, 1020)),
        {"sg_age": Shift(1010, 0)},
    ),
    Change("my-domestic", "53.04", Verdict.REPAIR, Verdict.REPAIR, (3, 4, 5, 6, 7), {"ktp": Shift(5, 3)}),
    Change("my-domestic", "53.21", Verdict.STOP, None, (8,), {}),
)
"""Groups in two districts; three of them are small or about small ones."""


class TestTheResult:
    """Told to an editor, who has no territory, and to a province of Belu and Malaka."""

    @pytest.fixture
    def trial(self, editor):
        found = Simulation(today(), 2013, CHANGES, {})
        return kept(editor, found)

    def told(self, trial, user):
        return result_for(trial, standing_of(user, today()))

    def test_whoever_has_the_territory_reads_whole_counts(self, trial, province):
        result = self.told(trial, province)
        assert (result.changed, result.people, result.hidden) == ("1.018", "2.013", 0)
        assert [(line.count, [(place.name, place.count) for place in line.places]) for line in result.lines] == [
            ("1.012", [("Belu", "2"), ("Malaka", "1.010")]),
            ("5", [("Belu", "5")]),
            ("1", [("Malaka", "1")]),
        ]
        assert [(each.id, each.newly, each.no_more) for each in result.shifts] == [
            ("sg_age", "1.012", "0"),
            ("ktp", "5", "3"),
        ]
        assert all(place.url for line in result.lines for place in line.places)

    def test_whoever_has_none_reads_no_small_count_and_no_sum_that_tells_one(self, trial, editor):
        result = self.told(trial, editor)
        assert (result.changed, result.hidden) == ("1.015 + 2 kelompok kecil", 2)
        assert [(line.count, [place.count for place in line.places]) for line in result.lines] == [
            ("1.010 + 1 kelompok kecil", ["<5", "1.010"]),
            ("5", ["5"]),
            ("<5", ["<5"]),
        ]
        assert [(each.id, each.newly, each.no_more) for each in result.shifts] == [
            ("sg_age", "1.010", "0"),
            ("ktp", "5", "<5"),
        ]
        assert not any(place.url for line in result.lines for place in line.places)

    def test_a_district_of_somebody_else_is_told_as_to_whoever_has_none(self, trial):
        result = self.told(trial, officer("barat", Role.PROVINCE, districts=("53.04",)))
        assert [[place.count for place in line.places] for line in result.lines] == [["2", "1.010"], ["5"], ["<5"]]
        assert [[bool(place.url) for place in line.places] for line in result.lines] == [[True, False], [True], [False]]

    def test_verdicts_are_told_in_the_words_and_tones_of_a_file(self, trial, province):
        lines = self.told(trial, province).lines
        told = [(line.before.word, line.before.tone, line.after.word, line.after.tone) for line in lines]
        assert told == [
            ("Siap", "met", "Bukan tujuan ini", "blocks"),
            ("Belum siap", "blocks", "Belum siap", "blocks"),
            ("Berhenti", "blocks", "Tujuan tidak ada", "plain"),
        ]
        assert [line.is_same for line in lines] == [False, True, False]

    def test_the_page_says_that_nothing_was_switched_on(self, trial, desk):
        text = desk.get(reverse("rule-trial", args=[trial.pk])).text
        for said in (
            "Belum ada yang diberlakukan",
            "Dari 2.013 orang yang dinilai, yang berubah: 1.015 + 2 kelompok kecil",
            "&lt;5",
        ):
            assert said in text
        assert desk.get(reverse("rule-trial", args=[trial.pk]), headers={"HX-Request": "true"})["HX-Refresh"] == "true"

    def test_a_trial_that_failed_says_so(self, desk, editor):
        trial = kept(editor, Simulation(today(), 0, (), {}))
        with scoped(standing_of(editor, today()).scope):
            failed = {"state": TrialState.FAILED, "files": b"x", "on": today(), "asked_at": now()}
            trial = RuleTrial.objects.create(asked_by=editor, name="gagal", digest="d", **failed)
        assert "Simulasi ini gagal" in desk.get(reverse("rule-trial", args=[trial.pk])).text


class TestNames:
    @pytest.fixture
    def trial(self, editor, belu, malaka):  # noqa: F811
        """Somebody of Belu, and somebody of Malaka whom a group of Belu names as well: she has moved since."""
        numbers = []
        for user, village, name in ((belu, "53.04.05.2001", "Ana Rekaan"), (malaka, "53.21.02.2004", "Wati Rekaan")):
            with scoped(standing_of(user, today()).scope):
                new = NewPerson(full_name=name, village_code=village, target="sg-domestic")
                numbers.append(register_person(new=new, by=user).pk)
        change = Change("sg-domestic", "53.04", Verdict.READY, Verdict.NOT_THIS_TARGET, tuple(numbers), {})
        return kept(editor, Simulation(today(), 40, (change,), {}))

    def page(self, client, user, trial, group=0):
        client.force_login(user)
        return client.get(reverse("rule-trial-people", args=[trial.pk, group]))

    def test_a_province_reads_who_they_are_inside_its_territory_alone(self, client, trial):
        answer = self.page(client, officer("timur", Role.PROVINCE, districts=("53.04",)), trial)
        assert ("Ana Rekaan" in answer.text, "Wati Rekaan" in answer.text) == (True, False)
        assert "1 dari 2 orang ditunjukkan" in answer.text

    def test_whoever_reads_no_files_is_told_no_name(self, client, trial, editor, province):
        assert self.page(client, editor, trial).status_code == 404
        assert self.page(client, officer("barat", Role.PROVINCE, districts=("53.21",)), trial).status_code == 404
        assert self.page(client, province, trial, group=9).status_code == 404

    def test_reading_names_is_entered(self, client, trial, province):
        self.page(client, province, trial)
        connections["audit"].connection.commit()
        try:
            assert ("read_rule_trial", f"{trial.pk}.0: 2 orang") in ReadEntry.objects.values_list("act", "detail")
        finally:
            forget_entries()
