"""Nobody sees a person, or a word of her name, outside the scope of the transaction."""

from django.db import migrations

FORWARD = """
ALTER TABLE people_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_person FORCE ROW LEVEL SECURITY;
CREATE POLICY people_person_in_scope ON people_person USING (
    district_code = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
    OR village_code = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])
    OR id = ANY(COALESCE(NULLIF(current_setting('tenun.persons', true), ''), '{}')::bigint[])
);

ALTER TABLE people_nameword ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_nameword FORCE ROW LEVEL SECURITY;
CREATE POLICY people_nameword_in_scope ON people_nameword USING (
    district_code = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
    OR village_code = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])
    OR person_id = ANY(COALESCE(NULLIF(current_setting('tenun.persons', true), ''), '{}')::bigint[])
);

CREATE FUNCTION tenun_follow_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT district_code, village_code INTO STRICT NEW.district_code, NEW.village_code
        FROM people_person WHERE id = NEW.person_id;
    RETURN NEW;
END $$;

CREATE TRIGGER people_nameword_follows_person BEFORE INSERT OR UPDATE ON people_nameword
    FOR EACH ROW EXECUTE FUNCTION tenun_follow_person();
"""
BACKWARD = """
DROP TRIGGER people_nameword_follows_person ON people_nameword;
DROP FUNCTION tenun_follow_person();
DROP POLICY people_nameword_in_scope ON people_nameword;
ALTER TABLE people_nameword NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people_nameword DISABLE ROW LEVEL SECURITY;

DROP POLICY people_person_in_scope ON people_person;
ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people_person DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Nobody sees a person, or a word of her name, outside the scope of the transaction."""

    dependencies = [("people", "0001_initial")]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
