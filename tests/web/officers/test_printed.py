"""The sheet that she takes home: everything she needs, nothing that could hurt her."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from tests.strategies import PAPER_NAMES, SCALE_NAMES, packaged_targets, ready_person
from tests.web.people import dossiers

from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import packaged
from tenun.domain.facts import Facts, PaperFact, ScoreFact
from tenun.domain.recording import record
from tenun.domain.repair import plan
from tenun.people.models import Person
from tenun.web.officers.file import File
from tenun.web.officers.printed import fitted, print_plan, sheet_of
from tenun.web.officers.timeline import Schedule

NIK = "5304055203999001"


def file_of(**facts):
    person = Person(
        pk=12, full_name="Maria Goreti Bano", village_code="53.04.05.2001", target="my-domestic", nik=NIK, phone="0812"
    )
    return File(person=person, facts=Facts(birth_date=date(1999, 3, 12), **facts))


def sheet(file):
    return sheet_of(file, file.judged(), officer="Yakob Seuk", office="Loket Belu")


def test_it_names_the_ticket_the_steps_and_their_desks():
    said = sheet(file_of(ktp=PaperFact(0)))
    assert said["ticket"] == "000012"
    assert [step["number"] for step in said["steps"]] == list(range(1, len(said["steps"]) + 1))
    assert all(step["title"] and step["days"] and step["cost"] for step in said["steps"])
    assert any("Dukcapil" in step["place"] for step in said["steps"])


def test_what_is_only_shown_is_shown_where_she_got_the_sheet():
    said = sheet(file_of(ktp=PaperFact(2), akta=PaperFact(2)))
    (shown,) = [step for step in said["steps"] if step["title"] == "Tunjukkan yang asli: KTP dan akta kelahiran"]
    assert shown["place"] == "Kantor ini"


def test_neither_a_number_nor_a_contact_is_on_it():
    assert NIK not in str(sheet(file_of()))
    assert "0812" not in str(sheet(file_of()))


@pytest.mark.parametrize("birth", [date(2010, 3, 12), date(2012, 1, 1)])
def test_whose_age_is_in_question_gets_no_sheet(birth):
    young = File(
        person=file_of().person, facts=Facts(birth_date=birth, birth_date_earliest=birth, birth_date_latest=birth)
    )
    assert young.judged().verdict is Verdict.STOP
    assert print_plan(young, officer="", office="") is None


READY = ready_person()
OLD = PaperFact(3, date(2010, 1, 1), date(2015, 1, 1), "rusak")
BORN = dict.fromkeys(("birth_date", "birth_date_earliest", "birth_date_latest"), READY.birth_date)
APART = {name: 4 for name in READY.agreements if "birth_date" not in name}
CROWDED = {
    "nothing is known": Facts(),
    "nothing is there": Facts(
        **BORN, **dict.fromkeys(PAPER_NAMES, PaperFact(0)), **dict.fromkeys(SCALE_NAMES, ScoreFact(0)), education=3
    ),
    "every paper is old and torn and says something else": replace(
        READY, **dict.fromkeys(PAPER_NAMES, OLD), agreements=APART
    ),
}
TARGETS = [each.entry.id for each in packaged_targets()]


def wanting(target, facts):
    person = Person(pk=12, full_name="Maria Goreti Bano", village_code="53.04.05.2001", target=target)
    return File(person=person, facts=facts)


def pages(made):
    with pikepdf.open(BytesIO(made)) as document:
        return [[float(edge) for edge in page.mediabox] for page in document.pages]


A4 = [[0.0, 0.0, pytest.approx(595.28, abs=0.1), pytest.approx(841.89, abs=0.1)]]


class TestOnePage:
    @pytest.mark.parametrize("target", TARGETS)
    @pytest.mark.parametrize("facts", CROWDED)
    def test_the_longest_plan_of_every_destination(self, target, facts):
        file = wanting(target, CROWDED[facts])
        said = sheet(file)
        shown, made = fitted(said)
        assert pages(made) == A4
        left = len(said["steps"]) - len(shown["steps"])
        assert (f"Masih ada {left} langkah lain" in shown["more"]) if left else shown["more"] == ""
        assert len(shown["steps"]) >= min(len(said["steps"]), 10)

    @pytest.mark.parametrize("name", dossiers())
    def test_everybody_of_the_sample(self, name):
        dossier = dossiers()[name]
        file = wanting(dossier.target, record(dossier, date(2026, 11, 24)).facts)
        made = print_plan(file, officer="Yakob Seuk", office="Loket Belu")
        assert (made is None) == (file.judged().verdict is Verdict.STOP)
        assert made is None or pages(made) == A4

    def test_long_names_and_places_take_the_room_of_steps_and_not_a_second_page(self):
        said = sheet(wanting("de-nurse", CROWDED["every paper is old and torn and says something else"]))
        long = {"title": "Rencana untuk " + "Maria " * 20, "by": "Yakob " * 20, "office": "Dinas " * 25}
        shown, made = fitted({**said, **long, "steps": said["steps"] * 3})
        assert pages(made) == A4
        assert 5 <= len(shown["steps"]) < len(said["steps"])

    @pytest.mark.parametrize("target", TARGETS)
    @pytest.mark.parametrize("facts", CROWDED)
    def test_no_step_waits_for_one_that_stands_below_it(self, target, facts):
        judged = wanting(target, CROWDED[facts]).judged()
        schedule = Schedule(plan(packaged(), judged))
        for line in schedule.lines:
            waits = {schedule.number[name] for step in line.steps for name in step.after if name in schedule.number}
            assert all(number <= line.number for number in waits)
