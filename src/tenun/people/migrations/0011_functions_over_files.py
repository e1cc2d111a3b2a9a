"""The few things that need more than the scope of whoever asks, each a function that looks at that scope itself.

They run as the owner of the tables. `tenun_in_scope` says what the policies say; every function begins with it or
with the number of the officer, and gives back no more than its comment names.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION tenun_in_scope(district text, village text, person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT district = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
        OR village = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])
        OR person = ANY(COALESCE(NULLIF(current_setting('tenun.persons', true), ''), '{}')::bigint[])
$$;

-- The tables whose rows carry the district and village of their person.
CREATE FUNCTION tenun_followers() RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgfoid = 'tenun_follow_person'::regproc ORDER BY 1
$$;

-- When a person's district or village changes, all that hangs on her follows, and the files merged into hers.
CREATE FUNCTION tenun_carry_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
DECLARE
    follower text;
    before text := COALESCE(current_setting('tenun.in_function', true), '');
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    FOR follower IN SELECT tenun_followers() LOOP
        EXECUTE format('UPDATE %s SET person_id = person_id WHERE person_id = $1', follower) USING NEW.id;
    END LOOP;
    UPDATE people_person SET district_code = NEW.district_code, village_code = NEW.village_code
        WHERE merged_into_id = NEW.id;
    PERFORM set_config('tenun.in_function', before, true);
    RETURN NULL;
END $$;
CREATE TRIGGER people_person_carries_along AFTER UPDATE OF district_code, village_code ON people_person
    FOR EACH ROW WHEN (OLD.district_code <> NEW.district_code OR OLD.village_code <> NEW.village_code)
    EXECUTE FUNCTION tenun_carry_along();

-- What changed about a person and who met her file in a duplicate check, for whoever has her in scope; else nothing.
-- Of a sealed value is only told whether it was and is filled.
CREATE FUNCTION tenun_history_of(wanted bigint)
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

-- At most five files outside the scope that look like her: district, initials, and a handle that opens nothing.
CREATE FUNCTION tenun_find_elsewhere(hashed text, folded text, born date, mother text)
    RETURNS TABLE (handle uuid, district text, initials text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    officer bigint := NULLIF(current_setting('tenun.user_id', true), '')::bigint;
    found record;
BEGIN
    IF officer IS NULL THEN
        RAISE EXCEPTION 'nobody asks' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('tenun.in_function', 'on', true);
    FOR found IN
        -- By an index each: one condition for all of them would read every person of the province.
        WITH met (id) AS MATERIALIZED (
            SELECT p.id FROM people_person p WHERE hashed <> '' AND p.nik_hash = hashed
        ), named (id) AS MATERIALIZED (
            SELECT p.id FROM people_person p WHERE p.folded_name = folded
            UNION SELECT a.person_id FROM people_alias a WHERE a.folded_name = folded
        )
        SELECT p.id, p.district_code, p.full_name FROM people_person p
        WHERE p.merged_into_id IS NULL AND NOT tenun_in_scope(p.district_code, p.village_code, p.id)
            AND p.id IN (SELECT id FROM met UNION SELECT id FROM named)
            AND (p.id IN (SELECT id FROM met) OR p.birth_date = born
                OR (mother <> '' AND lower(p.mother_name) = lower(mother)))
        ORDER BY p.id LIMIT 5
    LOOP
        handle := gen_random_uuid();
        district := found.district_code;
        SELECT string_agg(upper(left(word, 1)) || '.', ' ' ORDER BY place) INTO initials
            FROM regexp_split_to_table(trim(found.full_name), '\\s+') WITH ORDINALITY AS words (word, place);
        INSERT INTO people_sighting (handle, person_id, user_id, at)
            VALUES (handle, found.id, officer, clock_timestamp());
        RETURN NEXT;
    END LOOP;
    PERFORM set_config('tenun.in_function', '', true);
END $$;

-- Asks the office that holds the file behind a handle; the number of the request, the same one when asked again.
-- Nothing for a handle of somebody else or older than a day.
CREATE FUNCTION tenun_ask_transfer(wanted uuid, district text, village text, why text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    officer bigint := NULLIF(current_setting('tenun.user_id', true), '')::bigint;
    file people_person%ROWTYPE;
    asked bigint;
BEGIN
    IF NOT tenun_in_scope(district, village, 0) THEN
        RAISE EXCEPTION 'not the own territory' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('tenun.in_function', 'on', true);
    SELECT p.* INTO file FROM people_person p JOIN people_sighting s ON s.person_id = p.id
        WHERE s.handle = wanted AND s.user_id = officer AND s.at > clock_timestamp() - interval '1 day'
        FOR UPDATE OF p;
    IF file.id IS NOT NULL AND file.district_code <> district THEN
        INSERT INTO people_transfer (person_id, initials, from_district, to_district, to_village, state,
                reason, asked_by_id, asked_at, answer)
            SELECT file.id, string_agg(upper(left(word, 1)) || '.', ' ' ORDER BY place), file.district_code,
                district, village, 'asked', why, officer, clock_timestamp(), ''
            FROM regexp_split_to_table(trim(file.full_name), '\\s+') WITH ORDINALITY AS words (word, place)
        ON CONFLICT (person_id, to_district) WHERE state = 'asked' DO NOTHING;
        SELECT t.id INTO asked FROM people_transfer t
            WHERE t.person_id = file.id AND t.to_district = district AND t.state = 'asked';
    END IF;
    PERFORM set_config('tenun.in_function', '', true);
    RETURN asked;
END $$;

-- Hands a file over: only whoever holds the person may, and only what was asked for. Whether it was done.
CREATE FUNCTION tenun_hand_over(wanted bigint, said text) RETURNS boolean
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

-- Gives every row of one file to another of the same district; table by table the numbers of the rows that moved.
-- Words of names, decisions, mergings and what is worked out anew (facts) stay where they are.
CREATE FUNCTION tenun_move_rows(source bigint, goal bigint) RETURNS jsonb
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

-- Gives exactly the named rows back.
CREATE FUNCTION tenun_move_rows_back(moved jsonb, source bigint, goal bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    follower text;
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    IF (SELECT count(*) FROM people_person p WHERE p.id IN (source, goal)
            AND tenun_in_scope(p.district_code, p.village_code, p.id)) < 2 THEN
        RAISE EXCEPTION 'not both in the own territory' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOR follower IN SELECT f FROM tenun_followers() f WHERE moved ? f LOOP
        EXECUTE format('UPDATE %s SET person_id = $1 WHERE person_id = $2
            AND id IN (SELECT value::bigint FROM jsonb_array_elements_text($3))', follower)
            USING goal, source, moved -> follower;
    END LOOP;
    PERFORM set_config('tenun.in_function', '', true);
END $$;

REVOKE ALL ON FUNCTION tenun_history_of(bigint), tenun_find_elsewhere(text, text, date, text),
    tenun_ask_transfer(uuid, text, text, text), tenun_hand_over(bigint, text), tenun_move_rows(bigint, bigint),
    tenun_move_rows_back(jsonb, bigint, bigint), tenun_carry_along() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_history_of(bigint), tenun_find_elsewhere(text, text, date, text),
    tenun_ask_transfer(uuid, text, text, text), tenun_hand_over(bigint, text), tenun_move_rows(bigint, bigint),
    tenun_move_rows_back(jsonb, bigint, bigint) TO tenun_site;
"""
BACKWARD = """
DROP FUNCTION tenun_move_rows_back(jsonb, bigint, bigint);
DROP FUNCTION tenun_move_rows(bigint, bigint);
DROP FUNCTION tenun_hand_over(bigint, text);
DROP FUNCTION tenun_ask_transfer(uuid, text, text, text);
DROP FUNCTION tenun_find_elsewhere(text, text, date, text);
DROP FUNCTION tenun_history_of(bigint);
DROP TRIGGER people_person_carries_along ON people_person;
DROP FUNCTION tenun_carry_along();
DROP FUNCTION tenun_followers();
DROP FUNCTION tenun_in_scope(text, text, bigint);
"""


class Migration(migrations.Migration):
    """The few things that need more than the scope of whoever asks."""

    dependencies = [("people", "0010_persons_row_level_security")]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
