"""Nobody sees what hangs on a person outside the scope, and nobody but the functions of 0011 sees a history.

The owner of the tables is under the same policies; only inside a function of ours, which says so in
`tenun.in_function`, does a policy of its own let it through.
"""

from django.db import migrations

from tenun.shared.policies import only_added, under_scope

SCOPED = ("alias", "householdmember", "externalid", "contact", "consent", "duplicatedecision", "merge")
BEFORE = ("person", "nameword", "journey", "journeyentry")
EVENTS = ("person", *SCOPED, "transfer")
APPENDED = ("consent", "duplicatedecision")

_OPEN = """
ALTER TABLE people_{table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_{table} FORCE ROW LEVEL SECURITY;
"""
_CLOSE = """
ALTER TABLE people_{table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people_{table} DISABLE ROW LEVEL SECURITY;
"""
_FUNCTION = """
CREATE POLICY people_{table}_in_function ON people_{table} TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');
"""
_NO_FUNCTION = "DROP POLICY people_{table}_in_function ON people_{table};\n"
_BY_TRIGGER = """
REVOKE ALL ON people_{table}event FROM tenun_site, tenun_worker;
GRANT INSERT ON people_{table}event TO tenun_site, tenun_worker;
CREATE POLICY people_{table}event_by_trigger ON people_{table}event FOR INSERT WITH CHECK (pg_trigger_depth() > 0);
"""
_NOT_BY_TRIGGER = """
DROP POLICY people_{table}event_by_trigger ON people_{table}event;
GRANT SELECT, INSERT, UPDATE, DELETE ON people_{table}event TO tenun_site, tenun_worker;
"""
_BOTH_OFFICES = """
CREATE POLICY people_transfer_of_both ON people_transfer USING (
    from_district = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
    OR to_district = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
    OR to_village = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])
);
REVOKE INSERT, DELETE ON people_transfer FROM tenun_site, tenun_worker;
REVOKE ALL ON people_sighting FROM tenun_site, tenun_worker;
REVOKE ALL ON pghistory_context FROM tenun_site, tenun_worker;
"""
_NOT_BOTH_OFFICES = """
GRANT SELECT, INSERT, UPDATE, DELETE ON pghistory_context TO tenun_site, tenun_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON people_sighting TO tenun_site, tenun_worker;
GRANT INSERT, DELETE ON people_transfer TO tenun_site, tenun_worker;
DROP POLICY people_transfer_of_both ON people_transfer;
"""
_BACKFILL = """
ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY;
INSERT INTO people_personevent (id, district_code, village_code, full_name, folded_name, nik, nik_hash,
        family_card_number, birth_place, birth_date, sex, marital_status, mother_name, education, phone, target,
        departure_on, created_at, created_by_id, version, pgh_created_at, pgh_label, pgh_obj_id)
    SELECT id, district_code, village_code, full_name, folded_name, nik, nik_hash, family_card_number, birth_place,
        birth_date, sex, marital_status, mother_name, education, phone, target, departure_on, created_at,
        created_by_id, version, created_at, 'insert', id FROM people_person ORDER BY id;
ALTER TABLE people_person FORCE ROW LEVEL SECURITY;
"""


def _each(text: str, tables: tuple[str, ...]) -> str:
    return "".join(text.format(table=table) for table in tables)


_EVENT_TABLES = tuple(f"{table}event" for table in EVENTS)
_CLOSED = ("transfer", "sighting", *_EVENT_TABLES)
FORWARD = (
    _BACKFILL
    + _each(_OPEN, _CLOSED)
    + _each(_FUNCTION, (*BEFORE, *_CLOSED))
    + _each(_BY_TRIGGER, EVENTS)
    + _BOTH_OFFICES
)
BACKWARD = (
    _NOT_BOTH_OFFICES
    + _each(_NOT_BY_TRIGGER, EVENTS)
    + _each(_NO_FUNCTION, (*BEFORE, *_CLOSED))
    + _each(_CLOSE, _CLOSED)
)


class Migration(migrations.Migration):
    """Nobody sees what hangs on a person outside the scope, and nobody reads a history past its function."""

    dependencies = [("people", "0009_two_files"), ("pghistory", "0007_auto_20250421_0444")]
    operations = [
        *(under_scope(f"people_{table}") for table in SCOPED),
        *(only_added(f"people_{table}") for table in APPENDED),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
