"""The entry of a read can be added and read, never changed or removed, whoever asks."""

import pytest
from django.db import ProgrammingError, connections, transaction
from tests.entries import forget_entries

from tenun.shared.audit import OPEN_FILE, ReadNotEntered, enter_read
from tenun.shared.models import ReadEntry

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM shared_readentry",
        "UPDATE shared_readentry SET detail = ''",
        "TRUNCATE shared_readentry",
        "INSERT INTO shared_readentry (at, user_id, roles, act, detail) VALUES (now(), 1, '', 'x', '')",
    ],
)
def test_the_site_may_only_look(statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connections["default"].cursor().execute(statement)


@pytest.mark.parametrize("statement", ["SELECT * FROM shared_readentry", "DELETE FROM shared_readentry"])
def test_the_audit_role_may_only_add(statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(using="audit"):
        connections["audit"].cursor().execute(statement)


def test_an_entry_says_who_as_what_did_what_to_whom():
    forget_entries()
    enter_read(user_id=7, roles=["counter"], act=OPEN_FILE, person_id=9)
    with connections["audit"].cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute("SELECT 1 FROM people_person")
    assert not ReadEntry.objects.exists()  # The test's own transaction on the audit connection is not committed.


def test_a_read_that_cannot_be_entered_does_not_happen():
    with pytest.raises(ReadNotEntered):
        enter_read(user_id=2**70, roles=[], act=OPEN_FILE)
