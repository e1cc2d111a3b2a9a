"""The ability table, read aloud: every role against every ability, and every address with exactly one of them."""

import pytest
from django.urls import URLPattern, get_resolver

from tenun.organisations.access import ABILITIES, Ability, may
from tenun.organisations.enums import Role
from tenun.organisations.queries import Standing
from tenun.shared.scope import NOBODY

# Columns: the roles that may. Whoever is not named may not.
TABLE = {
    "open_desk": (
        "village counter training agency protection bp3mi mission partner province task_force editor auditor admin"
    ),
    "search_persons": "village counter protection bp3mi province",
    "read_person": "village counter protection bp3mi province",
    "register_person": "village counter",
    "record_paper": "village counter bp3mi",
    "change_person": "village counter",
    "read_contacts": "village counter bp3mi protection",
    "keep_contacts": "village counter protection",
    "open_contact": "counter bp3mi protection",
    "keep_consents": "village counter",
    "compare_files": "village counter",
    "merge_files": "counter",
    "ask_transfer": "village counter",
    "answer_transfer": "counter",
    "read_history": "counter province",
    "open_number": "counter bp3mi",
    "read_readers": "counter province auditor",
}


@pytest.mark.parametrize("ability", Ability)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_nothing_else(role, ability):
    standing = Standing(user_id=1, roles=frozenset({role}), scope=NOBODY, title="")
    assert may(standing, ability) is (role.value in TABLE[ability.value].split())


def test_the_table_of_the_test_knows_every_ability():
    assert set(TABLE) == {ability.value for ability in ABILITIES} == {ability.value for ability in Ability}


def test_whoever_holds_no_post_may_nothing():
    nobody = Standing(user_id=1, roles=frozenset(), scope=NOBODY, title="")
    assert not any(may(nobody, ability) for ability in Ability)


def addresses(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from addresses(pattern.url_patterns)


OPEN_TO_ANYBODY = {"sign-in", "sign-in-demo", "sign-out"}


@pytest.mark.parametrize("address", list(addresses(get_resolver().url_patterns)), ids=lambda address: address.name)
def test_every_address_names_one_ability_or_is_open_to_anybody_on_purpose(address):
    ability = getattr(address.callback, "ability", None)
    if address.name in OPEN_TO_ANYBODY:
        assert ability is None
        assert address.callback.login_required is False
    else:
        assert ability in ABILITIES
        assert getattr(address.callback, "login_required", True)
