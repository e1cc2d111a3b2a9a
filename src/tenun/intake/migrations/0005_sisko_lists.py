"""Lists of Sisko beside those of offices; what they wrote of a new person goes with her when they are taken back."""

from django.db import migrations, models

FORWARD = """
-- Removes these persons with all that their import wrote; gives back those whom it removed. Somebody is left where
-- she is when anything else hangs on her, when she was changed, judged further, merged, met by another district, or
-- when the list that made her was written more than a day ago.
CREATE OR REPLACE FUNCTION tenun_take_back(list bigint, wanted bigint[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
    follower text;
    touched bigint[];
    ids bigint[];
    worked_out text[] := ARRAY['people_nameword', 'readiness_factsheet', 'readiness_assessment'];
    written text[] := ARRAY['people_journey', 'people_journeyentry', 'documents_paper', 'people_duplicatedecision',
        'people_externalid', 'people_siskolisting'];
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    SELECT array_agg(p.id) INTO ids FROM people_person p
        WHERE p.id = ANY(wanted) AND tenun_may_open(p.district_code, p.village_code, p.id)
            AND p.version = 1 AND p.merged_into_id IS NULL
            AND EXISTS (SELECT 1 FROM intake_row r JOIN intake_batch b ON b.id = r.batch_id
                WHERE r.batch_id = list AND r.person_id = p.id AND r.is_written AND r.outcome IN ('new', 'doubtful')
                    AND p.created_at >= b.confirmed_at AND b.written_at > clock_timestamp() - interval '1 day')
            AND NOT EXISTS (SELECT 1 FROM people_person m WHERE m.merged_into_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM people_sighting s WHERE s.person_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM people_transfer t WHERE t.person_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM people_merge m WHERE m.other_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM people_householdmember h WHERE h.file_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM documents_paper d WHERE d.person_id = p.id AND d.recorded_at <> p.created_at)
            AND NOT EXISTS (SELECT 1 FROM people_externalid x WHERE x.person_id = p.id AND x.recorded_at <> p.created_at)
            AND NOT EXISTS (SELECT 1 FROM people_siskolisting s WHERE s.person_id = p.id AND s.batch_id <> list)
            AND NOT EXISTS (SELECT 1 FROM people_journeyentry e WHERE e.person_id = p.id AND e.at <> p.created_at)
            AND NOT EXISTS (SELECT 1 FROM people_duplicatedecision d
                WHERE p.id IN (d.person_id, d.other_id) AND d.at < p.created_at - interval '1 minute')
            AND NOT EXISTS (SELECT 1 FROM people_duplicatedecision d
                WHERE p.id IN (d.person_id, d.other_id) AND d.at > p.created_at + interval '1 minute');
    FOR follower IN SELECT f FROM tenun_followers() f WHERE f <> ALL(worked_out || written) LOOP
        EXECUTE format('SELECT array_agg(DISTINCT person_id) FROM %s WHERE person_id = ANY($1)', follower)
            USING ids INTO touched;
        ids := ARRAY(SELECT unnest(ids) EXCEPT SELECT unnest(touched));
    END LOOP;
    DELETE FROM people_duplicatedecision d WHERE d.person_id = ANY(ids) OR d.other_id = ANY(ids);
    DELETE FROM people_journeyentry e WHERE e.person_id = ANY(ids);
    DELETE FROM people_externalid x WHERE x.person_id = ANY(ids);
    DELETE FROM people_siskolisting s WHERE s.person_id = ANY(ids);
    DELETE FROM people_journey j WHERE j.person_id = ANY(ids);
    DELETE FROM documents_paper d WHERE d.person_id = ANY(ids);
    FOR follower IN SELECT f FROM tenun_followers() f WHERE f = ANY(worked_out) LOOP
        EXECUTE format('DELETE FROM %s WHERE person_id = ANY($1)', follower) USING ids;
    END LOOP;
    RETURN QUERY DELETE FROM people_person p WHERE p.id = ANY(ids) RETURNING p.id;
    PERFORM set_config('tenun.in_function', within, true);
END $$;
"""
BACKWARD = """
-- Removes these persons with all that their import wrote; gives back those whom it removed. Somebody is left where
-- she is when anything else hangs on her, when she was changed, judged further, merged, met by another district, or
-- when the list that made her was written more than a day ago.
CREATE OR REPLACE FUNCTION tenun_take_back(list bigint, wanted bigint[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
    follower text;
    touched bigint[];
    ids bigint[];
    worked_out text[] := ARRAY['people_nameword', 'readiness_factsheet', 'readiness_assessment'];
    written text[] := ARRAY['people_journey', 'people_journeyentry', 'documents_paper', 'people_duplicatedecision'];
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    SELECT array_agg(p.id) INTO ids FROM people_person p
        WHERE p.id = ANY(wanted) AND tenun_may_open(p.district_code, p.village_code, p.id)
            AND p.version = 1 AND p.merged_into_id IS NULL
            AND EXISTS (SELECT 1 FROM intake_row r JOIN intake_batch b ON b.id = r.batch_id
                WHERE r.batch_id = list AND r.person_id = p.id AND r.is_written AND r.outcome IN ('new', 'doubtful')
                    AND p.created_at >= b.confirmed_at AND b.written_at > clock_timestamp() - interval '1 day')
            AND NOT EXISTS (SELECT 1 FROM people_person m WHERE m.merged_into_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM people_sighting s WHERE s.person_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM people_transfer t WHERE t.person_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM people_merge m WHERE m.other_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM people_householdmember h WHERE h.file_id = p.id)
            AND NOT EXISTS (SELECT 1 FROM documents_paper d WHERE d.person_id = p.id AND d.recorded_at <> p.created_at)
            AND NOT EXISTS (SELECT 1 FROM people_journeyentry e WHERE e.person_id = p.id AND e.at <> p.created_at)
            AND NOT EXISTS (SELECT 1 FROM people_duplicatedecision d
                WHERE p.id IN (d.person_id, d.other_id) AND d.at < p.created_at - interval '1 minute')
            AND NOT EXISTS (SELECT 1 FROM people_duplicatedecision d
                WHERE p.id IN (d.person_id, d.other_id) AND d.at > p.created_at + interval '1 minute');
    FOR follower IN SELECT f FROM tenun_followers() f WHERE f <> ALL(worked_out || written) LOOP
        EXECUTE format('SELECT array_agg(DISTINCT person_id) FROM %s WHERE person_id = ANY($1)', follower)
            USING ids INTO touched;
        ids := ARRAY(SELECT unnest(ids) EXCEPT SELECT unnest(touched));
    END LOOP;
    DELETE FROM people_duplicatedecision d WHERE d.person_id = ANY(ids) OR d.other_id = ANY(ids);
    DELETE FROM people_journeyentry e WHERE e.person_id = ANY(ids);
    DELETE FROM people_journey j WHERE j.person_id = ANY(ids);
    DELETE FROM documents_paper d WHERE d.person_id = ANY(ids);
    FOR follower IN SELECT f FROM tenun_followers() f WHERE f = ANY(worked_out) LOOP
        EXECUTE format('DELETE FROM %s WHERE person_id = ANY($1)', follower) USING ids;
    END LOOP;
    RETURN QUERY DELETE FROM people_person p WHERE p.id = ANY(ids) RETURNING p.id;
    PERFORM set_config('tenun.in_function', within, true);
END $$;
"""


class Migration(migrations.Migration):
    """Lists of Sisko beside those of offices."""

    dependencies = [
        ("intake", "0004_row_origin"),
        ("people", "0019_sisko_lists"),
    ]

    operations = [
        migrations.AddField(
            model_name="batch",
            name="kind",
            field=models.CharField(
                choices=[("office", "Daftar kantor"), ("sisko", "Daftar Sisko (SISKOP2MI)")],
                db_default="office",
                default="office",
                max_length=6,
                verbose_name="jenis daftar",
            ),
        ),
        migrations.AlterField(
            model_name="row",
            name="why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("nik", "NIK sama, nama dan tanggal lahir lain"),
                    ("nik_differs", "baris yang dulu sama, NIK lain"),
                    ("sisko", "nomor Sisko dan NIK menunjuk dua orang"),
                    ("name_alone", "nama sama, daftar tidak menyebut data pembeda"),
                    ("name", "nama sama, tanggal lahir atau nama ibu sama"),
                    ("twin", "mirip baris lain di daftar ini"),
                    ("elsewhere", "mirip orang di wilayah lain"),
                ],
                max_length=12,
            ),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
