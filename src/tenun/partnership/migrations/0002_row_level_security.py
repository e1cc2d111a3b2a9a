"""Programmes are read by whoever is signed in; a personal link opens the one thing that it asks about.

Who holds a link has no scope yet, so what the link opens is told by one function, which asks for its digest.
"""

from django.db import migrations

from tenun.shared.policies import closed_history, for_signed_in, only_added

_LINKS = """
ALTER TABLE partnership_personallink ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership_personallink FORCE ROW LEVEL SECURITY;
CREATE POLICY partnership_personallink_in_scope ON partnership_personallink USING (
    current_setting('tenun.together', true) = 'on'
    OR current_setting('tenun.link', true) = kind || ':' || subject_id
);
CREATE POLICY partnership_personallink_in_bulk ON partnership_personallink TO tenun_worker
    USING (current_setting('tenun.in_bulk', true) = 'on');
CREATE POLICY partnership_personallink_in_function ON partnership_personallink TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');

-- The link of this digest, whether it is still open or not; nothing of any other.
CREATE FUNCTION tenun_link(asked text) RETURNS SETOF partnership_personallink
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    RETURN QUERY SELECT * FROM partnership_personallink WHERE digest = asked;
    PERFORM set_config('tenun.in_function', within, true);
END $$;
REVOKE ALL ON FUNCTION tenun_link(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_link(text) TO tenun_site;
"""
_NO_LINKS = """
DROP FUNCTION tenun_link(text);
DROP POLICY partnership_personallink_in_function ON partnership_personallink;
DROP POLICY partnership_personallink_in_bulk ON partnership_personallink;
DROP POLICY partnership_personallink_in_scope ON partnership_personallink;
ALTER TABLE partnership_personallink NO FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership_personallink DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Programmes for whoever is signed in, links for whoever holds one."""

    dependencies = [("partnership", "0001_register"), ("shared", "0006_loaded_data")]
    operations = [
        for_signed_in("partnership_programme", link="programme"),
        closed_history("partnership_programmeevent"),
        *(
            for_signed_in(f"partnership_{table}", link="programme", key="programme_id")
            for table in ("programmepartner", "programmecapacity", "programmestep")
        ),
        only_added("partnership_programmestep"),
        migrations.RunSQL(_LINKS, _NO_LINKS),
    ]
