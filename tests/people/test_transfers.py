"""A file moves between districts: asked for by handle, given by whoever holds it, told to both, and all of it goes."""

import pytest
from django.db import ProgrammingError, connection, transaction
from tests.people.conftest import TODAY, officer

from tenun.documents.actions import record_paper
from tenun.documents.models import Paper
from tenun.domain.papers import PaperKind, PaperRecord, Proof
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.access import PersonNotFound, get_person, holds
from tenun.people.actions import (
    NewPerson,
    NotMergeable,
    NotTransferable,
    PossibleDuplicate,
    accept_transfer,
    add_alias,
    ask_transfer,
    merge_files,
    refuse_transfer,
    register_person,
)
from tenun.people.models import Alias, NameWord, Person
from tenun.people.queries import transfers_in_scope, transfers_waiting
from tenun.shared.scope import scoped

PLACE = {"district_code": "53.21", "village_code": "53.21.02.2004"}


def within(user):
    return scoped(standing_of(user, TODAY).scope)


def met(by):
    new = NewPerson(
        full_name="Maria Goreti Bano",
        village_code="53.21.02.2004",
        target="my-domestic",
        nik="5304055203999001",
    )
    with within(by), pytest.raises(PossibleDuplicate) as found:
        register_person(new=new, by=by)
    return found.value.elsewhere[0].handle


@pytest.fixture
def asked(malaka, maria):
    handle = met(malaka)
    with within(malaka):
        return ask_transfer(handle=handle, by=malaka, reason="pindah ikut suami", **PLACE)


def test_both_offices_see_the_request_and_no_third_one(belu, malaka, asked):
    for user in (belu, malaka):
        with within(user):
            assert transfers_in_scope() == [asked]
    with within(officer("kupang", districts=("53.01",))):
        assert transfers_in_scope() == []
    assert (asked.initials, asked.from_district, asked.to_district) == ("M. G. B.", "53.04", "53.21")


def test_asking_opens_nothing(malaka, maria, asked):
    standing = standing_of(malaka, TODAY)
    with within(malaka), pytest.raises(PersonNotFound):
        get_person(standing=standing, person_id=maria.pk)


def test_the_answer_belongs_to_whoever_holds_the_file(belu, malaka, asked):
    assert holds(standing_of(belu, TODAY), asked)
    assert not holds(standing_of(malaka, TODAY), asked)
    with within(malaka), pytest.raises(NotTransferable):
        accept_transfer(transfer=asked, by=malaka, answer="")
    with within(belu):
        assert transfers_waiting(("53.04",)) == 1
    with within(malaka):
        assert transfers_waiting(("53.21",)) == 0


def test_on_acceptance_she_moves_with_all_that_hangs_on_her(belu, malaka, maria, asked):
    with within(belu):
        record_paper(person=maria, kind=PaperKind.ID_CARD, record=PaperRecord(proof=Proof.COPY), by=belu)
        add_alias(person=maria, name="Mery", note="", by=belu)
        accept_transfer(transfer=asked, by=belu, answer="silakan")
        assert not Person.objects.exists()
        assert transfers_in_scope()[0].state == "accepted"
    with within(malaka):
        person = Person.objects.get(pk=maria.pk)
        assert (person.district_code, person.village_code, person.version) == ("53.21", "53.21.02.2004", 2)
        assert (Paper.objects.get().person, Alias.objects.get().person) == (person, person)
        assert NameWord.objects.filter(person=person).count() == 4
        assert transfers_in_scope()[0].answer == "silakan"


def test_the_files_merged_into_hers_go_along(belu, malaka, maria, asked):
    with within(belu):
        refuse_transfer(transfer=asked, by=belu, answer="dua berkas")
        second = register_person(
            new=NewPerson(full_name="Mery", village_code="53.04.01.2001", target="my-domestic"), by=belu
        )
        merge_files(survivor=maria, other=second, by=belu, reason="sama")
    handle = met(malaka)
    with within(malaka):
        again = ask_transfer(handle=handle, by=malaka, reason="pindah", **PLACE)
    with within(belu):
        accept_transfer(transfer=again, by=belu, answer="")
        assert not Person.objects.exists()
    with within(malaka):
        assert Person.objects.get(pk=second.pk).district_code == "53.21"


def test_a_refusal_is_told_with_its_reason_and_moves_nothing(belu, malaka, maria, asked):
    with within(belu):
        refuse_transfer(transfer=asked, by=belu, answer="masih tinggal di sini")
        assert Person.objects.get(pk=maria.pk).district_code == "53.04"
    with within(malaka):
        assert (transfers_in_scope()[0].state, transfers_in_scope()[0].answer) == ("refused", "masih tinggal di sini")
    with within(belu), pytest.raises(NotTransferable):
        accept_transfer(transfer=asked, by=belu, answer="")
    with within(belu), pytest.raises(NotTransferable):
        refuse_transfer(transfer=asked, by=belu, answer="")


def test_asking_twice_is_one_request(malaka, maria, asked):
    handle = met(malaka)
    with within(malaka):
        assert ask_transfer(handle=handle, by=malaka, reason="lagi", **PLACE) == asked


def test_a_handle_serves_only_whoever_met_the_file(malaka, maria):
    handle = met(malaka)
    other = officer("lain", districts=("53.21",))
    with within(other), pytest.raises(NotTransferable):
        ask_transfer(handle=handle, by=other, reason="", **PLACE)


def test_a_file_is_asked_into_the_own_territory_only(malaka, maria):
    handle = met(malaka)
    with within(malaka), pytest.raises(ProgrammingError, match="not the own territory"), transaction.atomic():
        ask_transfer(handle=handle, by=malaka, reason="", district_code="53.01", village_code="")


def test_a_village_may_ask_and_sees_its_request(maria):
    village = officer("desa", Role.VILLAGE, villages=("53.21.02.2004",))
    handle = met(village)
    with within(village):
        asked = ask_transfer(handle=handle, by=village, reason="pindah", **PLACE)
        assert transfers_in_scope() == [asked]


def test_nobody_writes_or_removes_a_request_past_the_function(malaka, maria):
    for statement in ("DELETE FROM people_transfer", "INSERT INTO people_transfer DEFAULT VALUES"):
        with within(malaka), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement)


def test_a_file_that_is_asked_for_is_not_merged_away(belu, maria, asked):
    with within(belu):
        second = register_person(
            new=NewPerson(full_name="Mery", village_code="53.04.01.2001", target="my-domestic"), by=belu
        )
        with pytest.raises(NotMergeable):
            merge_files(survivor=second, other=maria, by=belu, reason="sama")


@pytest.mark.django_db
def test_every_table_that_follows_a_person_may_be_touched_by_the_functions():
    """A table that forgets its policy would stay behind in the old district when she moves."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tenun_followers()")
        followers = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT tablename FROM pg_policies WHERE policyname LIKE '%in\\_function'")
        assert followers <= {name for (name,) in cursor.fetchall()}
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'person_id'"
            " JOIN pg_attribute AS code ON code.attrelid = pg_class.oid AND code.attname = 'district_code'"
            " WHERE relkind = 'r' AND relname NOT LIKE '%event'"
        )
        assert {name for (name,) in cursor.fetchall()} == followers
