"""Nobody sees a journey outside the scope, and nobody changes a line of its log."""

from django.db import migrations

FORWARD = """
ALTER TABLE people_journey ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_journey FORCE ROW LEVEL SECURITY;
CREATE POLICY people_journey_in_scope ON people_journey USING (
    district_code = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
    OR village_code = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])
    OR person_id = ANY(COALESCE(NULLIF(current_setting('tenun.persons', true), ''), '{}')::bigint[])
);

ALTER TABLE people_journeyentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_journeyentry FORCE ROW LEVEL SECURITY;
CREATE POLICY people_journeyentry_in_scope ON people_journeyentry USING (
    district_code = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
    OR village_code = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])
    OR person_id = ANY(COALESCE(NULLIF(current_setting('tenun.persons', true), ''), '{}')::bigint[])
);

CREATE TRIGGER people_journey_follows_person BEFORE INSERT OR UPDATE ON people_journey
    FOR EACH ROW EXECUTE FUNCTION tenun_follow_person();

CREATE TRIGGER people_journeyentry_follows_person BEFORE INSERT OR UPDATE ON people_journeyentry
    FOR EACH ROW EXECUTE FUNCTION tenun_follow_person();

REVOKE UPDATE, DELETE ON people_journeyentry FROM tenun_site, tenun_worker;
"""
BACKWARD = """
GRANT UPDATE, DELETE ON people_journeyentry TO tenun_site, tenun_worker;
DROP TRIGGER people_journey_follows_person ON people_journey;
DROP TRIGGER people_journeyentry_follows_person ON people_journeyentry;
DROP POLICY people_journeyentry_in_scope ON people_journeyentry;
ALTER TABLE people_journeyentry NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people_journeyentry DISABLE ROW LEVEL SECURITY;

DROP POLICY people_journey_in_scope ON people_journey;
ALTER TABLE people_journey NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people_journey DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Nobody sees a journey outside the scope, and nobody changes a line of its log."""

    dependencies = [("people", "0003_journeys")]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
