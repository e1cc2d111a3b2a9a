"""The functions over whole files ask for the seal as well: a history, handing over, moving rows."""

from django.db import migrations

FORWARD = """
-- Whether the reader has her in scope and, while her file is sealed, is of its case team or has opened it.
CREATE FUNCTION tenun_may_open(district text, village text, person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT tenun_in_scope(district, village, person) AND (
        NOT EXISTS (SELECT 1 FROM people_seal s WHERE s.person_id = person
            AND (s.until IS NULL OR s.until > (now() AT TIME ZONE 'Asia/Makassar')::date))
        OR district = ANY(COALESCE(NULLIF(current_setting('tenun.cases', true), ''), '{}')::text[])
        OR EXISTS (SELECT 1 FROM people_emergency e WHERE e.person_id = person AND e.what = 'file'
            AND e.user_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
            AND e.ends_at > clock_timestamp() AND e.ended_at IS NULL)
    )
$$;

-- Of a sealed value is only told whether it was and is filled.
CREATE OR REPLACE FUNCTION tenun_history_of(wanted bigint)
    RETURNS TABLE (kind text, object_id bigint, event_id bigint, at timestamptz, label text, context jsonb,
                   version integer, changes jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    each record;
    files bigint[];
    sealed text[] := ARRAY['nik', 'nik_hash', 'family_card_number', 'phone', 'number', 'mrz', 'note', 'outcome', 'why'];
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    IF EXISTS (SELECT 1 FROM people_person p WHERE p.id = wanted
               AND tenun_may_open(p.district_code, p.village_code, p.id)) THEN
        SELECT array_agg(p.id) INTO files FROM people_person p WHERE p.id = wanted OR p.merged_into_id = wanted;
        FOR each IN
            SELECT c.relname::text AS name,
                EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'person_id') AS hangs
            FROM pg_class c JOIN pg_attribute p ON p.attrelid = c.oid AND p.attname = 'pgh_obj_id'
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1
        LOOP
            RETURN QUERY EXECUTE format($sql$
                WITH said AS (
                    SELECT e.pgh_id, e.pgh_obj_id, e.pgh_created_at, e.pgh_label, e.pgh_context, to_jsonb(e) AS data
                    FROM %I e WHERE e.%I = ANY($1)
                ), paired AS (
                    SELECT *, lag(data) OVER (PARTITION BY pgh_obj_id ORDER BY pgh_id) AS before FROM said
                )
                SELECT $3, pgh_obj_id::bigint, pgh_id::bigint, pgh_created_at, pgh_label, pgh_context,
                    (data ->> 'version')::integer,
                    (SELECT COALESCE(jsonb_object_agg(key, CASE
                            WHEN key = ANY($2) THEN jsonb_build_array(
                                COALESCE(jsonb_typeof(before -> key) <> 'null', false), jsonb_typeof(value) <> 'null')
                            WHEN pgh_label = 'delete' THEN jsonb_build_array(value, NULL)
                            ELSE jsonb_build_array(before -> key, value) END), '{}'::jsonb)
                     FROM jsonb_each(data)
                     WHERE key NOT LIKE 'pgh\\_%%' AND key <> 'id'
                        AND (pgh_label = 'delete' OR before IS NULL OR before -> key IS DISTINCT FROM value))
                FROM paired
            $sql$, each.name, CASE WHEN each.hangs THEN 'person_id' ELSE 'pgh_obj_id' END)
            USING files, sealed, left(each.name, -5);
        END LOOP;
        RETURN QUERY SELECT 'people_sighting', s.person_id, 0::bigint, s.at, 'seen',
            jsonb_build_object('user', s.user_id), NULL::integer, '{}'::jsonb
            FROM people_sighting s WHERE s.person_id = ANY(files);
    END IF;
    PERFORM set_config('tenun.in_function', '', true);
END $$;

-- Hands a file over: only whoever holds the person may, and only what was asked for. Whether it was done.
CREATE OR REPLACE FUNCTION tenun_hand_over(wanted bigint, said text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    officer bigint := NULLIF(current_setting('tenun.user_id', true), '')::bigint;
    asked people_transfer%ROWTYPE;
    held boolean;
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    SELECT t.* INTO asked FROM people_transfer t WHERE t.id = wanted AND t.state = 'asked' FOR UPDATE;
    SELECT tenun_may_open(p.district_code, p.village_code, p.id) AND p.merged_into_id IS NULL INTO held
        FROM people_person p WHERE p.id = asked.person_id FOR UPDATE;
    IF COALESCE(held, false) THEN
        UPDATE people_person SET district_code = asked.to_district, village_code = asked.to_village,
            version = version + 1 WHERE id = asked.person_id;
        UPDATE people_transfer SET state = 'accepted', answer = said, answered_by_id = officer,
            answered_at = clock_timestamp() WHERE id = wanted;
    END IF;
    PERFORM set_config('tenun.in_function', '', true);
    RETURN COALESCE(held, false);
END $$;

-- Words of names, decisions, mergings and what is worked out anew (facts) stay where they are.
CREATE OR REPLACE FUNCTION tenun_move_rows(source bigint, goal bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    follower text;
    ids jsonb;
    moved jsonb := '{}';
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    IF (SELECT count(*) FROM people_person p JOIN people_person q ON q.district_code = p.district_code
            WHERE p.id = source AND q.id = goal AND tenun_may_open(p.district_code, p.village_code, p.id)
            AND tenun_may_open(q.district_code, q.village_code, q.id)) = 0 THEN
        RAISE EXCEPTION 'not both in one territory' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOR follower IN SELECT f FROM tenun_followers() f
        WHERE f <> ALL(ARRAY['people_nameword', 'people_seal', 'people_duplicatedecision', 'people_merge', 'readiness_factsheet'])
    LOOP
        EXECUTE format('WITH moved AS (UPDATE %s SET person_id = $1 WHERE person_id = $2 RETURNING id)
            SELECT COALESCE(jsonb_agg(id), ''[]'') FROM moved', follower) USING goal, source INTO ids;
        moved := moved || jsonb_build_object(follower, ids);
    END LOOP;
    PERFORM set_config('tenun.in_function', '', true);
    RETURN moved;
END $$;
"""
BACKWARD = """
-- Of a sealed value is only told whether it was and is filled.
CREATE OR REPLACE FUNCTION tenun_history_of(wanted bigint)
    RETURNS TABLE (kind text, object_id bigint, event_id bigint, at timestamptz, label text, context jsonb,
                   version integer, changes jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    each record;
    files bigint[];
    sealed text[] := ARRAY['nik', 'nik_hash', 'family_card_number', 'phone', 'number'];
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    IF EXISTS (SELECT 1 FROM people_person p WHERE p.id = wanted
               AND tenun_in_scope(p.district_code, p.village_code, p.id)) THEN
        SELECT array_agg(p.id) INTO files FROM people_person p WHERE p.id = wanted OR p.merged_into_id = wanted;
        FOR each IN
            SELECT c.relname::text AS name,
                EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'person_id') AS hangs
            FROM pg_class c JOIN pg_attribute p ON p.attrelid = c.oid AND p.attname = 'pgh_obj_id'
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1
        LOOP
            RETURN QUERY EXECUTE format($sql$
                WITH said AS (
                    SELECT e.pgh_id, e.pgh_obj_id, e.pgh_created_at, e.pgh_label, e.pgh_context, to_jsonb(e) AS data
                    FROM %I e WHERE e.%I = ANY($1)
                ), paired AS (
                    SELECT *, lag(data) OVER (PARTITION BY pgh_obj_id ORDER BY pgh_id) AS before FROM said
                )
                SELECT $3, pgh_obj_id::bigint, pgh_id::bigint, pgh_created_at, pgh_label, pgh_context,
                    (data ->> 'version')::integer,
                    (SELECT COALESCE(jsonb_object_agg(key, CASE
                            WHEN key = ANY($2) THEN jsonb_build_array(
                                COALESCE(jsonb_typeof(before -> key) <> 'null', false), jsonb_typeof(value) <> 'null')
                            WHEN pgh_label = 'delete' THEN jsonb_build_array(value, NULL)
                            ELSE jsonb_build_array(before -> key, value) END), '{}'::jsonb)
                     FROM jsonb_each(data)
                     WHERE key NOT LIKE 'pgh\\_%%' AND key <> 'id'
                        AND (pgh_label = 'delete' OR before IS NULL OR before -> key IS DISTINCT FROM value))
                FROM paired
            $sql$, each.name, CASE WHEN each.hangs THEN 'person_id' ELSE 'pgh_obj_id' END)
            USING files, sealed, left(each.name, -5);
        END LOOP;
        RETURN QUERY SELECT 'people_sighting', s.person_id, 0::bigint, s.at, 'seen',
            jsonb_build_object('user', s.user_id), NULL::integer, '{}'::jsonb
            FROM people_sighting s WHERE s.person_id = ANY(files);
    END IF;
    PERFORM set_config('tenun.in_function', '', true);
END $$;

-- Hands a file over: only whoever holds the person may, and only what was asked for. Whether it was done.
CREATE OR REPLACE FUNCTION tenun_hand_over(wanted bigint, said text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    officer bigint := NULLIF(current_setting('tenun.user_id', true), '')::bigint;
    asked people_transfer%ROWTYPE;
    held boolean;
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    SELECT t.* INTO asked FROM people_transfer t WHERE t.id = wanted AND t.state = 'asked' FOR UPDATE;
    SELECT tenun_in_scope(p.district_code, p.village_code, p.id) AND p.merged_into_id IS NULL INTO held
        FROM people_person p WHERE p.id = asked.person_id FOR UPDATE;
    IF COALESCE(held, false) THEN
        UPDATE people_person SET district_code = asked.to_district, village_code = asked.to_village,
            version = version + 1 WHERE id = asked.person_id;
        UPDATE people_transfer SET state = 'accepted', answer = said, answered_by_id = officer,
            answered_at = clock_timestamp() WHERE id = wanted;
    END IF;
    PERFORM set_config('tenun.in_function', '', true);
    RETURN COALESCE(held, false);
END $$;

-- Words of names, decisions, mergings and what is worked out anew (facts) stay where they are.
CREATE OR REPLACE FUNCTION tenun_move_rows(source bigint, goal bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    follower text;
    ids jsonb;
    moved jsonb := '{}';
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    IF (SELECT count(*) FROM people_person p JOIN people_person q ON q.district_code = p.district_code
            WHERE p.id = source AND q.id = goal AND tenun_in_scope(p.district_code, p.village_code, p.id)
            AND tenun_in_scope(q.district_code, q.village_code, q.id)) = 0 THEN
        RAISE EXCEPTION 'not both in one territory' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOR follower IN SELECT f FROM tenun_followers() f
        WHERE f <> ALL(ARRAY['people_nameword', 'people_duplicatedecision', 'people_merge', 'readiness_factsheet'])
    LOOP
        EXECUTE format('WITH moved AS (UPDATE %s SET person_id = $1 WHERE person_id = $2 RETURNING id)
            SELECT COALESCE(jsonb_agg(id), ''[]'') FROM moved', follower) USING goal, source INTO ids;
        moved := moved || jsonb_build_object(follower, ids);
    END LOOP;
    PERFORM set_config('tenun.in_function', '', true);
    RETURN moved;
END $$;

DROP FUNCTION tenun_may_open(text, text, bigint);
"""


class Migration(migrations.Migration):
    """The functions over whole files ask for the seal."""

    dependencies = [("people", "0015_sealed_files")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
