"""The change history: kept by trigger with who and why, closed to the site, read by whoever has her in scope."""

from datetime import date

import pghistory
import pytest
from django.apps import apps
from django.db import InternalError, ProgrammingError, connection, transaction
from tests.people.conftest import TODAY

from tenun.organisations.models import Organisation
from tenun.organisations.queries import standing_of
from tenun.partnership.models import Meeting, Programme
from tenun.people.actions import change_person
from tenun.people.history import SEALED, changes_since, history_of
from tenun.people.models import Person
from tenun.shared.clock import now
from tenun.shared.encryption import EncryptedField
from tenun.shared.scope import NOBODY, scoped

EVENTS = sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, pghistory.models.Event))


def within(user):
    return scoped(standing_of(user, TODAY).scope)


def change(person, by, reason="menurut KK baru", **changes):
    with within(by):
        current = Person.objects.get(pk=person.pk)
        return change_person(person=current, changes=changes, version=current.version, by=by, reason=reason)


def test_a_change_is_told_with_who_why_and_what_stood_before(belu, maria):
    change(maria, belu, full_name="Maria Gorety Bano", birth_place="Atambua")
    with within(belu):
        newest = history_of(maria)[0]
    assert (newest.kind, newest.label, newest.user_id, newest.reason) == (
        "people_person",
        "update",
        belu.pk,
        "menurut KK baru",
    )
    told = {each.column: (each.before, each.after) for each in newest.changes}
    assert told["full_name"] == ("Maria Goreti Bano", "Maria Gorety Bano")
    assert told["birth_place"] == ("", "Atambua")
    assert "mother_name" not in told


def test_also_a_change_past_the_application_is_kept(belu, maria):
    with within(belu), connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET birth_place = 'Kupang' WHERE id = %s", [maria.pk])
        assert [each.after for each in history_of(maria)[0].changes] == ["Kupang"]


def test_of_a_number_only_is_told_that_it_changed(belu, maria):
    change(maria, belu, nik="5304055203999002")
    with within(belu):
        newest = history_of(maria)[0]
    told = {each.column: (each.before, each.after) for each in newest.changes}
    assert told["nik"] == (True, True)
    assert "5304055203999" not in repr(history_of(maria))


def test_what_was_not_touched_is_not_told_although_it_is_encrypted(belu, maria):
    change(maria, belu, birth_place="Atambua")
    with within(belu):
        assert {each.column for each in history_of(maria)[0].changes} == {"birth_place", "version"}


def test_another_district_is_told_nothing(belu, malaka, maria):
    change(maria, belu, birth_place="Atambua")
    with within(malaka):
        assert history_of(maria) == []
    with scoped(NOBODY):
        assert history_of(maria) == []


def test_what_changed_since_a_version_is_told_once_a_column(belu, maria):
    change(maria, belu, birth_place="Atambua")
    change(maria, belu, birth_place="Kupang", birth_date=date(1999, 3, 13))
    with within(belu):
        told = {each.column: (each.before, each.after) for each in changes_since(maria, 1)}
        assert changes_since(maria, 3) == ()
    assert told == {"birth_place": ("", "Kupang"), "birth_date": ("1999-03-12", "1999-03-13")}


@pytest.mark.parametrize("table", EVENTS)
@pytest.mark.parametrize("statement", ["SELECT * FROM {}", "DELETE FROM {}", "UPDATE {} SET pgh_label = ''"])
def test_the_site_reads_changes_and_removes_no_event(belu, table, statement):
    with within(belu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement.format(table))


def test_the_site_adds_no_event_of_its_own(belu, maria):
    added = "INSERT INTO people_aliasevent (pgh_created_at, pgh_label, id, name, folded_name, note, recorded_at, "
    added += "person_id, pgh_obj_id, recorded_by_id) VALUES (now(), 'insert', 1, '', '', '', now(), %s, 1, 1)"
    with within(belu), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        connection.cursor().execute(added, [maria.pk])


@pytest.mark.django_db
def test_every_event_table_forces_its_policies():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relname = ANY(%s) AND relrowsecurity AND relforcerowsecurity", [EVENTS]
        )
        assert sorted(name for (name,) in cursor.fetchall()) == EVENTS


def test_every_encrypted_column_of_a_tracked_table_is_sealed():
    events = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
    fields = {
        field.column
        for event in events
        for field in event.pgh_tracked_model._meta.fields
        if isinstance(field, EncryptedField) and field.column in {each.column for each in event._meta.fields}
    }
    assert fields
    assert fields <= SEALED


@pytest.mark.django_db
def test_the_function_seals_the_columns_that_the_code_names():
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'tenun_history_of'")
        (source,) = cursor.fetchone()
    assert all(f"'{column}'" in source.split("sealed text[]")[1].split(";")[0] for column in SEALED)


def test_the_functions_are_not_for_everybody(belu):
    with within(belu), pytest.raises((ProgrammingError, InternalError)), transaction.atomic():
        connection.cursor().execute("SELECT tenun_carry_along()")


def test_another_thing_of_the_same_number_is_not_hers(belu, maria):
    owner = Organisation.objects.create(name="Yayasan Rekaan", kind="partner")
    entered = {"entered_at": now(), "entered_by": belu}
    with within(belu):
        before = history_of(maria)
        Programme.objects.create(
            pk=maria.pk, title="Kelas rekaan", owner=owner, status="idea", services=["skills"], source="x", **entered
        )
        Meeting.objects.create(pk=maria.pk, slug="rekaan", **entered)
        assert Programme.objects.filter(pk=maria.pk).update(title="Kelas lain") == 1
        assert history_of(maria) == before
    assert before
