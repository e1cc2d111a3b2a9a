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
    "export_queue": "counter bp3mi province",
    "act_together": "counter",
    "keep_views": "village counter protection bp3mi province",
    "read_person": "village counter protection bp3mi province",
    "register_person": "village counter",
    "record_paper": "village counter bp3mi protection",
    "import_people": "counter",
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
    "read_readers": "counter province",
    "choose_target": "village counter bp3mi",
    "advance_journey": "village counter protection bp3mi province",
    "hand_over": "village counter bp3mi province",
    "see_held": "protection",
    "close_referral": "protection",
    "open_in_emergency": "counter bp3mi province",
    "review_emergency": "protection counter",
    "print_plan": "village counter bp3mi",
    "read_log": "auditor",
    "open_village": "village",
    "note_movement": "village counter bp3mi",
    "report_recruiter": "village counter bp3mi",
    "read_reports": "protection task_force bp3mi",
    "read_report_of_district": "counter province",
    "send_report": "counter",
    "simulate_rules": "editor province",
    "read_programmes": "counter training protection bp3mi mission partner province task_force editor",
    "keep_programmes": "partner province",
    "import_programmes": "province",
    "keep_organisations": "province",
    "read_outcomes": "counter training protection bp3mi mission partner province task_force editor",
    "keep_self_assessment": "province",
    "read_readiness_of_districts": "counter training protection bp3mi mission partner province task_force editor",
    "keep_readiness_of_district": "counter province",
    "read_meetings": "counter training protection bp3mi mission partner province task_force editor",
    "keep_meetings": "province editor",
    "publish_meeting": "province",
    "read_promises": "counter training protection bp3mi mission partner province task_force editor",
    "keep_promises": "partner province",
    "propose_programme": "counter province",
    "read_scan": "village counter bp3mi protection",
    "manage_accounts": "admin",
    "manage_posts": "admin",
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


OPEN_TO_ANYBODY = {
    "sign-in": "whoever is not signed in yet",
    "sign-in-demo": "one click for an invented account; not found outside the demonstration",
    "personal-link": "whoever holds the link, for the one thing that it asks about",
    "outcomes": "what was published of the meetings, for everybody",
    "outcome": "the page of one published meeting, for everybody",
    "sign-out": "also for whoever has not finished signing in",
    "account_login": "the name under which allauth looks for sign-in",
    "account_logout": "the name under which allauth looks for sign-out",
    "account_inactive": "tells whoever may not sign in any more",
    "mfa_authenticate": "the second step, before anybody is signed in; only after the right password",
    "openid_connect_login": "leads to the office's provider",
    "openid_connect_callback": "the provider's answer, checked against the state of the session",
    "socialaccount_login_cancelled": "tells whoever turned back at the provider",
}
ONES_OWN_ACCOUNT = {
    "mfa_index": "one's own security, also before it is complete",
    "account_change_password": "one's own password, also the first one",
    "account_reauthenticate": "the password once more",
    "mfa_reauthenticate": "a code once more",
    "mfa_reauthenticate_webauthn": "the key once more",
    "mfa_activate_totp": "sets up the second factor that everything else waits for",
    "mfa_deactivate_totp": "one's own phone",
    "mfa_list_webauthn": "one's own keys",
    "mfa_add_webauthn": "sets up the second factor that everything else waits for",
    "mfa_remove_webauthn": "one's own keys",
    "mfa_view_recovery_codes": "one's own sheet, shown once",
    "mfa_generate_recovery_codes": "sets up the second factor of a village",
    "usersessions_list": "one's own devices",
    "end-session": "one's own devices",
}
"""These run without a scope, so they reach no person's row, and name no ability, for they belong to every role."""


@pytest.mark.parametrize("address", list(addresses(get_resolver().url_patterns)), ids=lambda address: address.name)
def test_every_address_names_one_ability_or_is_open_to_anybody_on_purpose(address):
    ability = getattr(address.callback, "ability", None)
    if address.name in OPEN_TO_ANYBODY:
        assert ability is None
        assert address.callback.login_required is False
    elif address.name in ONES_OWN_ACCOUNT:
        assert ability is None
        assert address.callback.own_account
        assert getattr(address.callback, "login_required", True)
    else:
        assert ability in ABILITIES
        assert getattr(address.callback, "login_required", True)


def test_every_exception_has_its_address_and_its_reason():
    names = {address.name for address in addresses(get_resolver().url_patterns)}
    assert {*OPEN_TO_ANYBODY, *ONES_OWN_ACCOUNT} <= names
    assert all([*OPEN_TO_ANYBODY.values(), *ONES_OWN_ACCOUNT.values()])
