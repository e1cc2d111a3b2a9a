"""Whoever asks for a person outside her scope gets the same answer as for one who does not exist."""

import pytest
from django.db import connection
from tests.people.conftest import TODAY, officer

from tenun.documents.models import Paper
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.access import PersonNotFound, get_person
from tenun.people.models import (
    Alias,
    Consent,
    Contact,
    DuplicateDecision,
    ExternalId,
    HouseholdMember,
    Journey,
    JourneyEntry,
    Merge,
    NameWord,
    Person,
    SiskoListing,
    Transfer,
)
from tenun.people.queries import find_persons
from tenun.shared.scope import NOBODY, Scope, scoped

IN_BELU = Scope(districts=("53.04",))

PROTECTED = (
    *(Person, NameWord, Journey, JourneyEntry, Paper),
    *(Alias, HouseholdMember, ExternalId, SiskoListing, Contact, Consent),
    *(DuplicateDecision, Merge, Transfer),
)


@pytest.mark.django_db
@pytest.mark.parametrize("model", PROTECTED, ids=lambda model: model.__name__)
def test_without_a_scope_there_are_no_rows(maria, model):
    with scoped(NOBODY):
        assert not model.objects.exists()


@pytest.mark.django_db
def test_every_protected_table_forces_its_policy_also_on_its_owner():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relname = ANY(%s) AND relrowsecurity AND relforcerowsecurity",
            [[model._meta.db_table for model in PROTECTED]],
        )
        assert {name for (name,) in cursor.fetchall()} == {model._meta.db_table for model in PROTECTED}


def test_the_own_district_sees_her(belu, maria):
    standing = standing_of(belu, TODAY)
    with scoped(standing.scope):
        assert get_person(standing=standing, person_id=maria.pk) == maria


@pytest.mark.parametrize(
    ("role", "territory"),
    [
        (Role.COUNTER, {"districts": ("53.21",)}),
        (Role.VILLAGE, {"villages": ("53.04.06.2010",)}),
        (Role.AGENCY, {"districts": ("53.04",)}),
        (Role.PARTNER, {"districts": ("53.04",)}),
        (Role.TRAINING, {"districts": ("53.04",)}),
        (Role.AUDITOR, {"districts": ("53.04",)}),
    ],
)
def test_nobody_else_does(maria, role, territory):
    standing = standing_of(officer("lain", role, **territory), TODAY)
    with scoped(standing.scope), pytest.raises(PersonNotFound):
        get_person(standing=standing, person_id=maria.pk)
    with scoped(standing.scope):
        assert not find_persons("maria", scope=IN_BELU).exists()
        assert not find_persons("5304055203999001", scope=IN_BELU).exists()


def test_her_own_village_sees_her_and_no_other(maria):
    standing = standing_of(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)), TODAY)
    with scoped(standing.scope):
        assert get_person(standing=standing, person_id=maria.pk) == maria


@pytest.mark.django_db
def test_a_single_person_can_be_shared(maria):
    with scoped(Scope(persons=(maria.pk,))):
        assert list(Person.objects.all()) == [maria]


@pytest.mark.django_db
def test_the_scope_ends_with_its_block(maria):
    with scoped(Scope(districts=("53.04",))):
        assert Person.objects.exists()
    assert not Person.objects.exists()


def test_a_post_that_has_ended_opens_nothing(belu, maria):
    belu.posts.update(ends_on=TODAY.replace(day=23))
    assert standing_of(belu, TODAY).scope.districts == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("maria", True),
        ("goret ban", True),
        ("BANO maria", True),
        ("mario", False),
        ("5304055203999001", True),
        ("", True),
    ],
)
def test_she_is_found_by_the_beginnings_of_her_names_or_by_her_whole_nik(belu, maria, text, found):
    with scoped(standing_of(belu, TODAY).scope):
        assert (maria in find_persons(text, scope=IN_BELU)) is found
