"""A file is sealed while it waits for protection, is held by it, or is a child's; the database sees to it by itself.

So no act can forget to seal or to unseal. A child's seal ends on her eighteenth birthday by the youngest date that
any paper says; one born on 29 February has it on 1 March.
"""

from django.db import migrations

from tenun.shared.policies import closed_history, sealed_off

FORWARD = """
-- Sets, changes or takes off the seal of one person by what stands now. The row of the person is locked.
CREATE FUNCTION tenun_settle_seal(wanted bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    before text := COALESCE(current_setting('tenun.in_function', true), '');
    why text;
    born date;
    grown date;
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    SELECT p.birth_date INTO born FROM people_person p WHERE p.id = wanted FOR UPDATE;
    IF EXISTS (SELECT 1 FROM readiness_referral r WHERE r.person_id = wanted AND r.closed_at IS NULL)
        OR EXISTS (SELECT 1 FROM people_journey j WHERE j.person_id = wanted AND j.is_held) THEN
        why := 'protection';
    ELSIF (SELECT j.state FROM people_journey j WHERE j.person_id = wanted ORDER BY j.id DESC LIMIT 1)
        = 'UNDERAGE' THEN
        why := 'child';
        SELECT COALESCE(f.birth_date_latest, born) INTO born
            FROM (SELECT 1) one LEFT JOIN readiness_factsheet f ON f.person_id = wanted;
        grown := (born + interval '18 years')::date;
        IF extract(day FROM grown) <> extract(day FROM born) THEN
            grown := grown + 1;
        END IF;
    END IF;
    IF why IS NULL THEN
        DELETE FROM people_seal s WHERE s.person_id = wanted;
    ELSE
        INSERT INTO people_seal AS s (person_id, district_code, village_code, kind, since, until)
            VALUES (wanted, '', '', why, clock_timestamp(), grown)
        ON CONFLICT (person_id) DO UPDATE SET kind = EXCLUDED.kind, until = EXCLUDED.until,
            since = CASE WHEN s.kind = EXCLUDED.kind THEN s.since ELSE EXCLUDED.since END;
    END IF;
    PERFORM set_config('tenun.in_function', before, true);
END $$;

-- Asks whether the seal may change before it does the work: most journeys and facts touch none.
CREATE FUNCTION tenun_seal_of_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    before text := COALESCE(current_setting('tenun.in_function', true), '');
    concerned bigint[];
    each bigint;
    seals boolean := TG_TABLE_NAME = 'readiness_referral';
BEGIN
    IF TG_OP <> 'INSERT' THEN
        concerned := concerned || OLD.person_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        concerned := concerned || NEW.person_id;
        IF TG_TABLE_NAME = 'people_journey' THEN
            seals := NEW.is_held OR NEW.state = 'UNDERAGE';
        END IF;
    END IF;
    FOR each IN SELECT DISTINCT unnest(concerned) LOOP
        PERFORM set_config('tenun.in_function', 'on', true);
        IF seals OR EXISTS (SELECT 1 FROM people_seal s WHERE s.person_id = each) THEN
            PERFORM tenun_settle_seal(each);
        END IF;
        PERFORM set_config('tenun.in_function', before, true);
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER people_journey_settles_seal AFTER INSERT OR DELETE OR UPDATE OF person_id, state, is_held
    ON people_journey FOR EACH ROW EXECUTE FUNCTION tenun_seal_of_row();
CREATE TRIGGER readiness_referral_settles_seal AFTER INSERT OR DELETE OR UPDATE OF person_id, closed_at
    ON readiness_referral FOR EACH ROW EXECUTE FUNCTION tenun_seal_of_row();
CREATE TRIGGER readiness_factsheet_settles_seal AFTER UPDATE OF birth_date_latest
    ON readiness_factsheet FOR EACH ROW WHEN (OLD.birth_date_latest IS DISTINCT FROM NEW.birth_date_latest)
    EXECUTE FUNCTION tenun_seal_of_row();
REVOKE ALL ON FUNCTION tenun_settle_seal(bigint), tenun_seal_of_row() FROM PUBLIC;

-- What is written with a hand-over is read by whoever wrote it and by the case team.
CREATE POLICY readiness_referral_of_case_team ON readiness_referral AS RESTRICTIVE FOR SELECT
    TO tenun_site, tenun_worker USING (
        by_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
        OR district_code = ANY(COALESCE(NULLIF(current_setting('tenun.cases', true), ''), '{}')::text[])
    );

SELECT set_config('tenun.in_function', 'on', true);
SELECT tenun_settle_seal(j.person_id) FROM people_journey j WHERE j.is_held OR j.state = 'UNDERAGE';
SELECT tenun_settle_seal(r.person_id) FROM readiness_referral r WHERE r.closed_at IS NULL;
SELECT set_config('tenun.in_function', '', true);
"""
BACKWARD = """
DROP POLICY readiness_referral_of_case_team ON readiness_referral;
DROP TRIGGER readiness_factsheet_settles_seal ON readiness_factsheet;
DROP TRIGGER readiness_referral_settles_seal ON readiness_referral;
DROP TRIGGER people_journey_settles_seal ON people_journey;
DROP FUNCTION tenun_seal_of_row();
DROP FUNCTION tenun_settle_seal(bigint);
"""


class Migration(migrations.Migration):
    """Files are sealed by the database itself."""

    dependencies = [("readiness", "0004_change_history"), ("people", "0015_sealed_files")]
    operations = [
        sealed_off("readiness_factsheet"),
        sealed_off("readiness_referral"),
        sealed_off("readiness_movement"),
        closed_history("readiness_referralevent"),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
