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

_CASE_TEAM = """
    district_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.cases', true), ''), '{}')::text[])))
"""
_NOT_SEALED = f"""
    {{table}}.person_id NOT IN (SELECT s.person_id FROM people_seal s
        WHERE s.until IS NULL OR s.until > (now() AT TIME ZONE 'Asia/Makassar')::date)
    OR {_CASE_TEAM}
    OR (current_user = 'tenun_worker' AND current_setting('tenun.in_bulk', true) = 'on')
"""
OPENED = """
    {table}.person_id IN (SELECT e.person_id FROM people_emergency e
        WHERE e.user_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint {and_what}
            AND e.ends_at > clock_timestamp() AND e.ended_at IS NULL)
"""
_SEALED = """
CREATE POLICY {table}_read_unsealed ON {table} AS RESTRICTIVE FOR SELECT TO {roles} USING ({unsealed} OR {opened});
CREATE POLICY {table}_add_unsealed ON {table} AS RESTRICTIVE FOR INSERT TO {roles} WITH CHECK ({unsealed});
CREATE POLICY {table}_change_unsealed ON {table} AS RESTRICTIVE FOR UPDATE TO {roles} USING ({unsealed});
CREATE POLICY {table}_remove_unsealed ON {table} AS RESTRICTIVE FOR DELETE TO {roles} USING ({unsealed});
"""
_UNSEALED = "".join(
    f"DROP POLICY {{table}}_{act}_unsealed ON {{table}};\n" for act in ("remove", "change", "add", "read")
)
_CLOSED = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY {table}_in_function ON {table} TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');
CREATE POLICY {table}_by_trigger ON {table} FOR INSERT WITH CHECK (pg_trigger_depth() > 0);
REVOKE ALL ON {table} FROM tenun_site, tenun_worker;
GRANT INSERT ON {table} TO tenun_site, tenun_worker;
"""
_NOT_CLOSED = """
GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO tenun_site, tenun_worker;
DROP POLICY {table}_by_trigger ON {table};
DROP POLICY {table}_in_function ON {table};
ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
"""


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


def sealed_off(table: str) -> RunSQL:
    """What hangs on a sealed person is the case team's alone; whoever opened her file in an emergency may read it.

    A run over everybody (readiness 0006) judges sealed files too; it tells nobody about one of them.

    The table has `person_id` and `district_code`. The migration must depend on people 0015.
    """
    unsealed = _NOT_SEALED.replace("{table}", table)
    opened = OPENED.format(table=table, and_what="AND e.what = 'file'")
    return RunSQL(
        _SEALED.format(table=table, roles="tenun_site, tenun_worker", unsealed=unsealed, opened=opened),
        _UNSEALED.format(table=table),
    )


def closed_history(table: str) -> RunSQL:
    """An event table: rows are added by its trigger alone, and read by a function that asks the scope first."""
    return RunSQL(_CLOSED.format(table=table), _NOT_CLOSED.format(table=table))


_SIGNED_IN = "COALESCE(current_setting('tenun.user_id', true), '') <> ''"
_TOGETHER = "current_setting('tenun.together', true) = 'on'"
_OPEN_TO = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY {table}_in_scope ON {table} USING ({who} {by_link});
CREATE POLICY {table}_in_bulk ON {table} TO tenun_worker USING (current_setting('tenun.in_bulk', true) = 'on');
CREATE POLICY {table}_in_function ON {table} TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');
"""
_NOT_OPEN = """
DROP POLICY {table}_in_function ON {table};
DROP POLICY {table}_in_bulk ON {table};
DROP POLICY {table}_in_scope ON {table};
ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
"""


def for_signed_in(table: str, *, link: str = "", key: str = "id") -> RunSQL:
    """A table without persons of the province: read by whoever is signed in, and by the personal link to that thing.

    `link` is the kind of link that opens the row whose `key` it names. Without a scope there are no rows.
    """
    return _open_to(_SIGNED_IN, table, link, key)


def for_collaboration(table: str, *, link: str = "", key: str = "id") -> RunSQL:
    """As `for_signed_in`, for the roles of the offices that meet (`Scope.together`) alone."""
    return _open_to(_TOGETHER, table, link, key)


def _open_to(who: str, table: str, link: str, key: str) -> RunSQL:
    by_link = f"OR current_setting('tenun.link', true) = '{link}:' || {key}" if link else ""
    return RunSQL(_OPEN_TO.format(table=table, who=who, by_link=by_link), _NOT_OPEN.format(table=table))
