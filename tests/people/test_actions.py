"""Recording a person: nobody twice without a decision, nobody outside the own territory, a half act is none."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection
from tests.people.conftest import TODAY

from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, PossibleDuplicate, register_person
from tenun.people.models import NameWord, Person
from tenun.shared.scope import scoped


def recording(user):
    return scoped(standing_of(user, TODAY).scope)


def test_the_words_of_the_name_carry_the_district_of_the_person(belu, maria):
    with recording(belu):
        words = list(NameWord.objects.filter(person=maria).values_list("word", "district_code", "village_code"))
    assert {word for word, _, _ in words} == {"maria", "goreti", "bano"}
    assert {place for _, *place in map(list, words) for place in [tuple(place)]} == {("53.04", "53.04.05.2001")}


@pytest.mark.parametrize(
    "alike",
    [
        {"nik": "5304055203999001", "full_name": "Orang Lain"},
        {"full_name": "MARIA GORETI BANO", "birth_date": date(1999, 3, 12)},
        {"full_name": "Maria Goretti Bano", "mother_name": "yuliana seran"},
    ],
    ids=["the same NIK", "the same name and birth date", "the same folded name and mother"],
)
def test_who_looks_like_her_is_shown_before_anything_is_saved(belu, maria, alike):
    with recording(belu), pytest.raises(PossibleDuplicate) as found:
        register_person(new=NewPerson(**{"village_code": "53.04.05.2001", "target": "my-domestic", **alike}), by=belu)
    assert [person.pk for person in found.value.persons] == [maria.pk]
    with recording(belu):
        assert Person.objects.count() == 1


def test_an_officer_may_decide_that_she_is_someone_else(belu, maria):
    new = NewPerson(
        full_name="Maria Goreti Bano", village_code="53.04.05.2001", target="my-domestic", birth_date=date(1999, 3, 12)
    )
    with recording(belu):
        register_person(new=new, by=belu, another=True)
        assert Person.objects.count() == 2


def test_a_person_without_a_nik_can_be_recorded(belu):
    with recording(belu):
        person = register_person(
            new=NewPerson(full_name="Lusia Kewa", village_code="53.04.05.2001", target="my-domestic"), by=belu
        )
        person.refresh_from_db()
    assert (person.nik, person.nik_hash) == (None, "")


def test_nobody_is_recorded_outside_the_territory_of_the_post(belu):
    with recording(belu), pytest.raises(ProgrammingError, match="row-level security"):
        register_person(
            new=NewPerson(full_name="Yosef Klau", village_code="53.21.02.2004", target="my-domestic"), by=belu
        )


def test_the_number_is_never_in_the_database_in_clear(belu, maria):
    with recording(belu), connection.cursor() as cursor:
        cursor.execute("SELECT nik FROM people_person WHERE id = %s", [maria.pk])
        stored = cursor.fetchone()[0]
    assert stored.startswith("1.")
    assert "5304055203999001" not in stored
