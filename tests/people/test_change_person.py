"""Changing a person: only what was changed is written, the second of two officers sees what the first one did."""

from datetime import date

import pytest
from tests.people.conftest import TODAY

from tenun.organisations.queries import standing_of
from tenun.people.actions import ChangedMeanwhile, NewPerson, PossibleDuplicate, change_person, register_person
from tenun.people.history import history_of
from tenun.people.models import NameWord, Person
from tenun.people.queries import find_persons
from tenun.shared.scope import Scope, scoped

IN_BELU = Scope(districts=("53.04",))


@pytest.fixture
def counter(belu):
    with scoped(standing_of(belu, TODAY).scope):
        yield belu


def change(person, by, version=1, another=False, **changes):
    return change_person(person=person, changes=changes, version=version, by=by, reason="ralat", another=another)


def test_the_version_counts_and_the_search_follows_the_name(counter, maria):
    changed = change(maria, counter, full_name=" Maria Seran ")
    assert (changed.version, changed.full_name, changed.folded_name) == (2, "Maria Seran", "maria seran")
    assert set(NameWord.objects.filter(person=maria).values_list("word", flat=True)) == {"maria", "seran"}


def test_a_number_is_found_by_its_new_value_and_can_be_taken_away(counter, maria):
    change(maria, counter, nik="5304055203999002")
    assert maria in find_persons("5304055203999002", scope=IN_BELU)
    assert change(maria, counter, version=2, nik="").nik_hash == ""


def test_nothing_changed_is_no_new_version(counter, maria):
    assert change(maria, counter, full_name="Maria Goreti Bano", mother_name="Yuliana Seran").version == 1


def test_the_second_of_two_officers_is_told_what_the_first_one_saved(counter, maria):
    change(maria, counter, birth_place="Atambua")
    with pytest.raises(ChangedMeanwhile) as told:
        change(maria, counter, birth_place="Kupang")
    assert [(each.column, each.before, each.after) for each in told.value.changes] == [("birth_place", "", "Atambua")]
    assert (told.value.person.version, told.value.person.birth_place) == (2, "Atambua")


def test_the_second_may_save_on_what_the_first_has_left(counter, maria):
    change(maria, counter, birth_place="Atambua")
    assert change(maria, counter, version=2, birth_place="Kupang").birth_place == "Kupang"


def test_all_that_hangs_on_her_follows_to_another_village(counter, maria):
    change(maria, counter, village_code="53.04.01.2001")
    assert set(NameWord.objects.filter(person=maria).values_list("village_code", flat=True)) == {"53.04.01.2001"}


@pytest.mark.parametrize("changes", [{"village_code": "53.21.02.2004"}, {"district_code": "53.21"}, {"version": 9}])
def test_what_is_not_to_be_changed_here_is_refused(counter, maria, changes):
    with pytest.raises(ValueError, match=r"district|not to be changed"):
        change_person(person=maria, changes=changes, version=1, by=counter, reason="ralat")
    assert Person.objects.get(pk=maria.pk).version == 1


def test_a_nik_that_comes_later_is_looked_for_in_every_district(counter, maria, malaka):
    with scoped(standing_of(malaka, TODAY).scope):
        elsewhere = register_person(new=NewPerson(full_name="Mery", village_code="53.21.02.2004"), by=malaka)
        with pytest.raises(PossibleDuplicate) as asked:
            change(elsewhere, malaka, nik="5304055203999001")
        assert (asked.value.persons, [hit.initials for hit in asked.value.elsewhere]) == ([], ["M. G. B."])
        assert change(elsewhere, malaka, birth_place="Betun").birth_place == "Betun"
    assert [entry.user_id for entry in history_of(maria) if entry.label == "seen"] == [malaka.pk]


def test_whoever_comes_to_look_like_another_file_is_asked_about_once(counter, maria):
    other = register_person(
        new=NewPerson(full_name="Maria Bano", village_code="53.04.05.2001", target="my-domestic"), by=counter
    )
    alike = {"full_name": "Maria Goreti Bano", "birth_date": date(1999, 3, 12)}
    with pytest.raises(PossibleDuplicate) as asked:
        change(other, counter, **alike)
    assert asked.value.persons == [maria]
    assert Person.objects.get(pk=other.pk).full_name == "Maria Bano"
    change(other, counter, another=True, **alike)
    assert change(other, counter, version=2, full_name="Maria Gorety Bano").version == 3
