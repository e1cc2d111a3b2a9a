"""An entry that is removed, changed or moved after it was sealed is named."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connections, transaction
from tests.entries import forget_entries

from tenun.shared.chain import seal_entries, verify

# The owner can do what an intruder with the database in his hands could; the roles of the site cannot.
OWNER = "owner"
AT_ONCE = timedelta(0)
pytestmark = pytest.mark.django_db(databases=["default", "owner", "worker"])


def run(statement, *values):
    with connections[OWNER].cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0] if cursor.description else None


@pytest.fixture
def entries():
    """Four sealed entries, and none that another test has left."""
    forget_entries()
    insert = (
        "INSERT INTO shared_readentry (at, user_id, roles, act, person_id, detail)"
        " VALUES (now(), %s, 'counter', 'open_file', 9, '') RETURNING id"
    )
    numbers = [run(insert, user) for user in range(1, 5)]
    assert seal_entries(OWNER, AT_ONCE) == 4
    return numbers


def faults():
    return [(fault.code, fault.entry_id) for fault in verify(OWNER).faults]


def test_an_untouched_chain_holds(entries):
    found = verify(OWNER)
    assert (found.sealed, found.unsealed, found.faults) == (4, 0, ())


def test_what_came_after_the_last_seal_is_told_apart_and_sealed_next(entries):
    run("INSERT INTO shared_readentry (at, user_id, roles, act, detail) VALUES (now(), 5, '', 'search', '')")
    assert verify(OWNER).unsealed == 1
    assert seal_entries(OWNER, AT_ONCE) == 1
    assert (verify(OWNER).sealed, verify(OWNER).unsealed) == (5, 0)


def test_nothing_is_sealed_past_an_entry_that_is_too_young(entries):
    """One with a lower number may still be on its way, and would never be sealed."""
    columns = "INSERT INTO shared_readentry (at, user_id, roles, act, detail)"
    insert = f"{columns} VALUES (now() - %s::interval, 5, '', '', '')"
    for age in ("1 minute", "0 seconds", "1 minute"):
        run(insert, age)
    assert seal_entries(OWNER) == 1
    assert (verify(OWNER).sealed, verify(OWNER).unsealed) == (5, 2)
    assert seal_entries(OWNER, AT_ONCE) == 2
    assert verify(OWNER).faults == ()


def test_a_removed_entry_is_named(entries):
    run("DELETE FROM shared_readentry WHERE id = %s", entries[1])
    assert faults() == [("removed", entries[1])]


def test_a_changed_entry_is_named_and_no_other(entries):
    run("UPDATE shared_readentry SET person_id = 10 WHERE id = %s", entries[2])
    assert faults() == [("changed", entries[2])]


def test_a_moved_entry_is_named(entries):
    run("UPDATE shared_readseal SET position = 99 WHERE entry_id = %s", entries[0])
    assert ("reordered", entries[0]) in faults()


def test_a_seal_that_was_made_again_does_not_hide_a_change(entries):
    run("UPDATE shared_readentry SET person_id = 10 WHERE id = %s", entries[0])
    run("UPDATE shared_readseal SET digest = repeat('a', 64) WHERE entry_id = %s", entries[0])
    assert ("changed", entries[1]) in faults()


@pytest.mark.parametrize(
    ("alias", "statement"),
    [
        ("worker", "DELETE FROM shared_readseal"),
        ("worker", "UPDATE shared_readseal SET digest = ''"),
        ("worker", "DELETE FROM shared_readentry"),
        ("default", "SELECT * FROM shared_readseal"),
    ],
)
def test_no_role_of_the_site_can_touch_the_chain(alias, statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(using=alias):
        connections[alias].cursor().execute(statement)
