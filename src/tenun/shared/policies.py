"""The one policy of everything that hangs on a person, as an operation of a migration.

A row is seen when its district or its village stands in the scope of the transaction, or its person is shared with it.
Only plain columns and leakproof operators are used, so an index is still reached (design, section 4). Each list stands
in a select of its own, which is read once a statement; a bare setting is parsed again for every row that is looked at.
"""

from django.db.migrations import RunSQL

_SCOPE = """
    district_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{{}}')::text[])))
    OR village_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{{}}')::text[])))
    OR {key} = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.persons', true), ''), '{{}}')::bigint[])))
"""
_POLICY = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY {table}_in_scope ON {table} USING ({scope});
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
    scope = _SCOPE.format(key="person_id")
    return RunSQL(_POLICY.format(table=table, scope=scope), _WITHOUT.format(table=table))


def read_once(table: str, key: str = "person_id") -> RunSQL:
    """Gives a policy that was written out by hand the lists that are read once; it lets through the same rows."""
    return RunSQL(f"ALTER POLICY {table}_in_scope ON {table} USING ({_SCOPE.format(key=key)});", RunSQL.noop)


def only_added(table: str) -> RunSQL:
    """Rows can be added and read; neither the site nor a job changes or removes one."""
    return RunSQL(_ONLY_ADDED.format(table=table), _FREE.format(table=table))
