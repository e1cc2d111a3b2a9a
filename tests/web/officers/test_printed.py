"""The sheet that she takes home: everything she needs, nothing that could hurt her."""

from datetime import date

import pytest

from tenun.domain.assessment import Verdict
from tenun.domain.facts import Facts, PaperFact
from tenun.people.models import Person
from tenun.web.officers.file import File
from tenun.web.officers.printed import print_plan, sheet_of

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
