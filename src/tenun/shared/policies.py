"""The one policy of everything that hangs on a person, as an operation of a migration.

A row is seen when its district or its village stands in the scope of the transaction, or its person is shared with it.
Only plain columns and leakproof operators are used, so an index is still reached (design, section 4).
"""

from django.db.migrations import RunSQL

_POLICY = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY {table}_in_scope ON {table} USING (
    district_code = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{{}}')::text[])
    OR village_code = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{{}}')::text[])
    OR person_id = ANY(COALESCE(NULLIF(current_setting('tenun.persons', true), ''), '{{}}')::bigint[])
);
CREATE POLICY {table}_in_function ON {table} TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');
CREATE TRIGGER {table}_follows_person BEFORE INSERT OR UPDATE ON {table}
    FOR EACH ROW EXECUTE FUNCTION tenun_follow_person();
"""
_WITHOUT = """
DROP TRIGGER {table}_follows_person ON {table};
DROP POLICY {table}_in_function ON {table};
DROP POLICY {table}_in_scope ON {table};
ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
"""
_ONLY_ADDED = "REVOKE UPDATE, DELETE ON {table} FROM tenun_site, tenun_worker;"
_FREE = "GRANT UPDATE, DELETE ON {table} TO tenun_site, tenun_worker;"


def under_scope(table: str) -> RunSQL:
    """Row-level security for a table with `person_id`, `district_code` and `village_code`; the codes follow the person.

    The migration must depend on people 0002, which makes the function of the trigger.
    """
    return RunSQL(_POLICY.format(table=table), _WITHOUT.format(table=table))


def only_added(table: str) -> RunSQL:
    """Rows can be added and read; neither the site nor a job changes or removes one."""
    return RunSQL(_ONLY_ADDED.format(table=table), _FREE.format(table=table))
