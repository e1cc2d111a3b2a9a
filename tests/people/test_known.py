"""Other names, household, numbers elsewhere, contacts, consents: kept, found, and closed to every other district."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.people.conftest import TODAY

from tenun.organisations.queries import standing_of
from tenun.people.actions import (
    AlreadyKnown,
    ContactRule,
    NewPerson,
    add_alias,
    add_contact,
    add_external_id,
    add_member,
    give_consent,
    register_person,
    remove_alias,
    remove_contact,
    remove_external_id,
    remove_member,
    withdraw_consent,
)
from tenun.people.enums import ContactOwner, Manner, Means, Purpose, Relation, System, Tongue
from tenun.people.history import history_of
from tenun.people.models import Alias, Consent, Contact, ExternalId, HouseholdMember
from tenun.people.queries import consents_of, contacts_of, find_persons, has_consent, known_of
from tenun.shared.scope import NOBODY, Scope, scoped

IN_BELU = Scope(districts=("53.04",))

CALL = ContactRule(
    owner=ContactOwner.NEIGHBOUR,
    means=Means.CALL,
    number="+6281234567890",
    safe_when="setelah jam 17",
    not_to_say="kata 'agen'",
    confirmed_on=TODAY,
)
SPOKEN = {
    "manner": Manner.SPOKEN,
    "tongue": Tongue.TETUN,
    "explained_by": "Rosa Seran",
    "witness": "Kepala dusun",
    "on": TODAY,
}


@pytest.fixture
def counter(belu):
    with scoped(standing_of(belu, TODAY).scope):
        yield belu


def all_of(person, by):
    add_alias(person=person, name="Mery", note="di kampung", by=by)
    add_member(person=person, name="Yosef Bano", relation=Relation.FATHER, is_head=True, by=by)
    add_external_id(person=person, system=System.SISKO, code="S-1", by=by)
    add_contact(person=person, rule=CALL, by=by)
    give_consent(person=person, purpose=Purpose.KEEP_FILE, by=by, **SPOKEN)


@pytest.mark.parametrize("model", [Alias, HouseholdMember, ExternalId, Contact, Consent])
def test_another_district_sees_nothing_of_it(belu, malaka, maria, model):
    with scoped(standing_of(belu, TODAY).scope):
        all_of(maria, belu)
        assert model.objects.get().village_code == maria.village_code
    for scope in (standing_of(malaka, TODAY).scope, NOBODY):
        with scoped(scope):
            assert not model.objects.exists()


@pytest.mark.parametrize("model", [Alias, HouseholdMember, ExternalId, Contact, Consent])
def test_its_table_forces_its_policy(db, model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = %s", [model._meta.db_table]
        )
        assert cursor.fetchone() == (True,)


def test_another_name_finds_her_until_it_is_taken_away(counter, maria):
    alias = add_alias(person=maria, name="Mery Kaka", note="di kapal", by=counter)
    assert list(find_persons("kaka", scope=IN_BELU)) == [maria]
    with pytest.raises(AlreadyKnown):
        add_alias(person=maria, name="MERY KAKA", note="", by=counter)
    remove_alias(alias=alias, by=counter, reason="salah")
    assert not find_persons("kaka", scope=IN_BELU).exists()


def test_a_household_has_one_head_and_may_lead_to_a_file(counter, maria):
    father = register_person(
        new=NewPerson(full_name="Yosef Bano", village_code="53.04.05.2001", target="my-domestic"), by=counter
    )
    first = add_member(person=maria, name="Ibu", relation=Relation.MOTHER, is_head=True, by=counter)
    add_member(person=maria, name="Yosef Bano", relation=Relation.FATHER, is_head=True, file=father, by=counter)
    _, household, _ = known_of(maria)
    assert [(member.name, member.is_head, member.file) for member in household] == [
        ("Yosef Bano", True, father),
        ("Ibu", False, None),
    ]
    remove_member(member=first, by=counter, reason="salah")
    assert len(known_of(maria)[1]) == 1


def test_a_number_of_another_system_is_one_persons(counter, maria):
    kept = add_external_id(person=maria, system=System.SISKO, code="S-1", by=counter)
    other = register_person(
        new=NewPerson(full_name="Lusia", village_code="53.04.05.2001", target="my-domestic"), by=counter
    )
    with pytest.raises(AlreadyKnown):
        add_external_id(person=other, system=System.SISKO, code="S-1", by=counter)
    add_external_id(person=other, system=System.SIAPKERJA, code="S-1", by=counter)
    remove_external_id(external_id=kept, by=counter, reason="salah orang")
    add_external_id(person=other, system=System.SISKO, code="S-1", by=counter)


def test_a_contact_keeps_its_rule_and_hides_its_number(counter, maria):
    contact = add_contact(person=maria, rule=CALL, by=counter)
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM people_contact")
        assert "81234567890" not in cursor.fetchone()[0]
    assert Contact.objects.get().number == "+6281234567890"
    remove_contact(contact=contact, by=counter, reason="diminta olehnya")
    assert "81234567890" not in repr(history_of(maria))


def test_where_she_must_not_be_called_stands_first(counter, maria):
    add_contact(person=maria, rule=CALL, by=counter)
    never = ContactRule(
        owner=ContactOwner.FAMILY, means=Means.CALL, do_not_call=True, confirmed_on=TODAY.replace(day=1)
    )
    add_contact(person=maria, rule=never, by=counter)
    assert [contact.do_not_call for contact in contacts_of(maria)] == [True, False]


def test_a_way_without_a_number_needs_the_village_officer(counter, maria):
    add_contact(
        person=maria,
        rule=ContactRule(owner=ContactOwner.VILLAGE_OFFICE, means=Means.VILLAGE_OFFICER, confirmed_on=TODAY),
        by=counter,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        add_contact(
            person=maria,
            rule=ContactRule(owner=ContactOwner.OWN, means=Means.SMS, confirmed_on=TODAY),
            by=counter,
        )


def test_the_last_word_on_a_purpose_counts_and_every_purpose_is_its_own(counter, maria):
    assert not has_consent(maria, Purpose.SHARE_AGENCY)
    give_consent(person=maria, purpose=Purpose.SHARE_AGENCY, by=counter, **SPOKEN)
    assert has_consent(maria, Purpose.SHARE_AGENCY)
    assert not has_consent(maria, Purpose.SHARE_PARTNER)
    withdraw_consent(person=maria, purpose=Purpose.SHARE_AGENCY, manner=Manner.SPOKEN, on=TODAY, by=counter)
    assert not has_consent(maria, Purpose.SHARE_AGENCY)
    assert len(consents_of(maria)) == 2


@pytest.mark.parametrize(
    "missing", [{"explained_by": ""}, {"tongue": ""}, {"witness": ""}, {"manner": Manner.THUMB, "witness": ""}]
)
def test_a_yes_was_explained_and_an_unwritten_one_has_a_witness(counter, maria, missing):
    with pytest.raises(IntegrityError), transaction.atomic():
        give_consent(person=maria, purpose=Purpose.CONTACT, by=counter, **{**SPOKEN, **missing})


def test_a_written_yes_needs_no_witness(counter, maria):
    written = {**SPOKEN, "manner": Manner.WRITTEN, "witness": "", "on": date(2026, 11, 1)}
    give_consent(person=maria, purpose=Purpose.CONTACT, by=counter, **written)
    assert has_consent(maria, Purpose.CONTACT)


@pytest.mark.parametrize("statement", ["DELETE FROM people_consent", "UPDATE people_consent SET is_given = true"])
def test_nobody_changes_or_removes_a_consent(counter, statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)
