"""Meetings and promises are read by the offices that meet; what is published, by everybody; a link opens one promise.

The pasted text, the proposals, what was said about a promise, and every draft stay with the offices.
"""

from django.db import migrations

from tenun.shared.policies import closed_history, for_collaboration, only_added

_SHOWN = "state IN ('published', 'corrected', 'withdrawn')"
_OF_SHOWN = """
    EXISTS (SELECT FROM partnership_meeting m WHERE m.id = {table}.meeting_id AND m.state IN ({states}))
"""
_READABLE, _KNOWN = "'published', 'corrected'", "'published', 'corrected', 'withdrawn'"
"""A record that was withdrawn is told with its steps, but no longer what stood in it."""
_PUBLIC = (
    "(is_public AND meeting_id IS NOT NULL AND EXISTS (SELECT FROM partnership_meeting m "
    "WHERE m.id = partnership_commitment.meeting_id AND m.state IN ('published', 'corrected')))"
)
_OF_PUBLIC = """
    EXISTS (SELECT FROM partnership_commitment c WHERE c.id = partnership_commitmententry.commitment_id
        AND c.is_public AND c.meeting_id IS NOT NULL)
"""


def _published(table: str, condition: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE POLICY {table}_published ON {table} FOR SELECT TO tenun_site USING ({condition});",
        f"DROP POLICY {table}_published ON {table};",
    )


_PROGRAMMES = """
-- How many programmes on the map a guest of this published meeting owns or takes part in, and how many of them run.
CREATE FUNCTION tenun_programmes_of_meeting(asked bigint) RETURNS TABLE (known bigint, running bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    RETURN QUERY
        SELECT count(*), count(*) FILTER (WHERE p.status = 'running')
        FROM partnership_programme p
        WHERE p.status IN ('offered', 'agreed', 'running', 'ended') AND EXISTS (
            SELECT FROM partnership_meetingpoint g WHERE g.meeting_id = asked AND g.kind = 'guest' AND (
                g.organisation_id = p.owner_id OR EXISTS (
                    SELECT FROM partnership_programmepartner a
                    WHERE a.programme_id = p.id AND a.organisation_id = g.organisation_id)));
    PERFORM set_config('tenun.in_function', within, true);
END $$;
REVOKE ALL ON FUNCTION tenun_programmes_of_meeting(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_programmes_of_meeting(bigint) TO tenun_site;
"""
_TRACKED = ("meeting", "meetingpoint", "expectedresult", "commitment")
_OFFICES = ("meetingtext", "pressproposal")


class Migration(migrations.Migration):
    """Who reads what of a meeting."""

    dependencies = [("partnership", "0011_commitments"), ("shared", "0006_loaded_data")]
    operations = [
        *(
            for_collaboration(f"partnership_{table}")
            for table in ("meeting", "meetingpoint", "expectedresult", "meetingstep", *_OFFICES)
        ),
        for_collaboration("partnership_commitment", link="commitment"),
        for_collaboration("partnership_commitmententry", link="commitment", key="commitment_id"),
        for_collaboration("partnership_commitmentwords", link="commitment", key="commitment_id"),
        *(closed_history(f"partnership_{table}event") for table in _TRACKED),
        *(only_added(f"partnership_{table}") for table in ("meetingstep", "commitmententry", "commitmentwords")),
        _published("partnership_meeting", _SHOWN),
        *(
            _published(f"partnership_{table}", _OF_SHOWN.format(table=f"partnership_{table}", states=states))
            for table, states in (("meetingpoint", _READABLE), ("expectedresult", _READABLE), ("meetingstep", _KNOWN))
        ),
        _published("partnership_commitment", _PUBLIC),
        _published("partnership_commitmententry", _OF_PUBLIC),
        migrations.RunSQL(_PROGRAMMES, "DROP FUNCTION tenun_programmes_of_meeting(bigint);"),
    ]
