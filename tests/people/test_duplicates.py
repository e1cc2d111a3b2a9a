"""Who looks alike: asked once a pair, and of another district no more than the office and the initials."""

import dataclasses
from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from tests.people.conftest import TODAY, officer

from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, PossibleDuplicate, add_alias, decide, register_person
from tenun.people.history import history_of
from tenun.people.models import DuplicateDecision, Person
from tenun.people.queries import alike
from tenun.shared.scope import NOBODY, Scope, scoped

AGAIN = {"full_name": "Maria Goreti Bano", "birth_date": date(1999, 3, 12), "target": "my-domestic"}


def within(user):
    return scoped(standing_of(user, TODAY).scope)


def register(by, village="53.04.05.2001", **more):
    return register_person(new=NewPerson(village_code=village, **{**AGAIN, **more}), by=by)


def test_the_decision_that_she_is_someone_else_is_kept_with_its_reason(belu, maria):
    with within(belu):
        new = register_person(
            new=NewPerson(village_code="53.04.05.2001", **AGAIN), by=belu, another=True, reason="saudara kembar"
        )
        kept = DuplicateDecision.objects.get()
        assert (kept.person, kept.other, kept.is_same, kept.reason, kept.by) == (
            maria,
            new,
            False,
            "saudara kembar",
            belu,
        )
        assert not alike(new).exists()
        assert not alike(maria).exists()


def test_two_files_that_look_alike_wait_until_somebody_decides(belu, maria):
    with within(belu):
        new = register_person(new=NewPerson(village_code="53.04.05.2001", **AGAIN), by=belu, another=True)
    with within(belu):
        third = register_person(
            new=NewPerson(village_code="53.04.05.2001", full_name="Lusia", target="my-domestic"), by=belu
        )
        Person.objects.filter(pk=third.pk).update(folded_name=maria.folded_name, birth_date=maria.birth_date)
        third.refresh_from_db()
        third.full_name = maria.full_name
        assert list(alike(third)) == [maria, new]
        decide(person=third, other=maria, is_same=False, by=belu, reason="ibunya lain")
        assert list(alike(third)) == [new]


def test_nobody_changes_or_removes_a_decision(belu, maria):
    for statement in ("DELETE FROM people_duplicatedecision", "UPDATE people_duplicatedecision SET is_same = true"):
        with within(belu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement)


def test_she_is_met_by_another_name_too(belu, maria):
    with within(belu):
        add_alias(person=maria, name="Mery Seran", note="", by=belu)
        with pytest.raises(PossibleDuplicate) as found:
            register(belu, full_name="Mery Seran")
    assert found.value.persons == [maria]


def test_two_officers_who_record_the_same_woman_wait_for_each_other(belu):
    with within(belu), connection.cursor() as cursor:
        register(belu, nik="5304055203999001")
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone() == (2,)


def test_an_other_name_is_met_in_another_district_too(belu, malaka, maria):
    with within(belu):
        add_alias(person=maria, name="Mery Seran", note="", by=belu)
    with within(malaka), pytest.raises(PossibleDuplicate) as found:
        register(malaka, village="53.21.02.2004", full_name="Mery Seran")
    assert [hit.initials for hit in found.value.elsewhere] == ["M. G. B."]


def vars_of(told):
    return [field.name for field in dataclasses.fields(told)]


@pytest.mark.parametrize(
    "said",
    [
        {"nik": "5304055203999001", "full_name": "Orang Lain", "birth_date": None},
        {},
        {"birth_date": None, "mother_name": "yuliana seran"},
    ],
    ids=["the same NIK", "the same name and birth date", "the same name and mother"],
)
def test_of_another_district_only_the_office_and_the_initials_are_told(malaka, maria, said):
    with within(malaka), pytest.raises(PossibleDuplicate) as found:
        register(malaka, village="53.21.02.2004", **said)
    (hit,) = found.value.elsewhere
    assert (found.value.persons, hit.district_code, hit.initials) == ([], "53.04", "M. G. B.")
    assert set(vars_of(hit)) == {"handle", "district_code", "initials"}, "no number, no name"


def test_a_similar_name_alone_is_told_to_nobody(malaka, maria):
    with within(malaka):
        other = register(malaka, village="53.21.02.2004", birth_date=date(1998, 1, 1))
    assert (other.pk != maria.pk, other.district_code) == (True, "53.21")


def test_the_office_that_holds_the_file_learns_who_met_it(belu, malaka, maria):
    with within(malaka), pytest.raises(PossibleDuplicate):
        register(malaka, village="53.21.02.2004")
    with within(belu):
        seen = [entry for entry in history_of(maria) if entry.label == "seen"]
    assert [entry.user_id for entry in seen] == [malaka.pk]


def test_another_village_of_the_district_is_elsewhere_to_a_village(maria):
    village = officer("desa", Role.VILLAGE, villages=("53.04.01.2001",))
    with within(village), pytest.raises(PossibleDuplicate) as found:
        register(village, village="53.04.01.2001")
    assert [hit.initials for hit in found.value.elsewhere] == ["M. G. B."]


def test_nobody_asks_without_a_name(maria):
    with scoped(NOBODY), pytest.raises(ProgrammingError, match="nobody asks"), transaction.atomic():
        connection.cursor().execute("SELECT * FROM tenun_find_elsewhere('', 'maria goreti bano', NULL, 'x')")


def test_whoever_records_as_nobody_meets_no_other_district(malaka, maria):
    with scoped(Scope(districts=("53.21",))):
        assert register(malaka, village="53.21.02.2004").district_code == "53.21"


def test_nobody_is_recorded_without_any_territory(belu):
    with within(belu), pytest.raises(ValueError, match="no territory"):
        register(belu, village="")


@pytest.mark.parametrize("statement", ["SELECT * FROM people_sighting", "DELETE FROM people_sighting"])
def test_the_sightings_are_closed(belu, statement):
    with within(belu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)
