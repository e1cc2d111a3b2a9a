"""How many wait for whom, counted by a job and read by every desk: a page counts nothing itself."""

from django.db import migrations, models

FORWARD = """
ALTER TABLE readiness_queuecount ENABLE ROW LEVEL SECURITY;
ALTER TABLE readiness_queuecount FORCE ROW LEVEL SECURITY;
CREATE POLICY readiness_queuecount_in_scope ON readiness_queuecount FOR SELECT USING (
    district_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])))
    OR village_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])))
);
CREATE POLICY readiness_queuecount_in_function ON readiness_queuecount TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');
REVOKE INSERT, UPDATE, DELETE ON readiness_queuecount FROM tenun_site, tenun_worker;

-- Counts everybody on the way to departure anew, what is sealed left out as in the queue itself; how many rows that is.
CREATE FUNCTION tenun_count_queue(counted_states text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    counted bigint;
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    LOCK TABLE readiness_queuecount IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM readiness_queuecount;
    INSERT INTO readiness_queuecount (district_code, village_code, state, verdict, number, counted_at)
        SELECT j.district_code, j.village_code, j.state, COALESCE(a.verdict, ''), count(*), clock_timestamp()
        FROM people_journey j LEFT JOIN readiness_assessment a ON a.person_id = j.person_id
        WHERE j.state = ANY(counted_states) AND NOT EXISTS (SELECT 1 FROM people_seal s WHERE s.person_id = j.person_id
            AND (s.until IS NULL OR s.until > (now() AT TIME ZONE 'Asia/Makassar')::date))
        GROUP BY 1, 2, 3, 4;
    GET DIAGNOSTICS counted = ROW_COUNT;
    PERFORM set_config('tenun.in_function', '', true);
    RETURN counted;
END $$;
REVOKE ALL ON FUNCTION tenun_count_queue(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_count_queue(text[]) TO tenun_worker;
"""
BACKWARD = """
DROP FUNCTION tenun_count_queue(text[]);
GRANT INSERT, UPDATE, DELETE ON readiness_queuecount TO tenun_site, tenun_worker;
DROP POLICY readiness_queuecount_in_function ON readiness_queuecount;
DROP POLICY readiness_queuecount_in_scope ON readiness_queuecount;
ALTER TABLE readiness_queuecount NO FORCE ROW LEVEL SECURITY;
ALTER TABLE readiness_queuecount DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """How many wait for whom."""

    dependencies = [
        ("readiness", "0006_assessments"),
        ("people", "0018_waiting_since"),
    ]

    operations = [
        migrations.CreateModel(
            name="QueueCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                ("state", models.CharField(max_length=30)),
                ("verdict", models.CharField(blank=True, max_length=20)),
                ("number", models.PositiveIntegerField()),
                ("counted_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "jumlah antrean",
                "indexes": [
                    models.Index(fields=["district_code"], name="queue_count_by_district"),
                    models.Index(fields=["village_code"], name="queue_count_by_village"),
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
