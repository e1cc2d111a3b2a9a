"""A list is seen by the office that uploaded it, in the territory of whoever looks; its rows as the list itself.

An office is one at which the user of the scope holds a post today. A job may know more of lists than this in two
functions alone: which files are old enough to go, and which stored files no list names.
"""

from django.db import migrations

FORWARD = """
ALTER TABLE intake_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY intake_batch_of_office ON intake_batch USING (
    intake_batch.district_code = ANY(ARRAY(SELECT unnest(
        COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])))
    AND intake_batch.organisation_id IN (SELECT p.organisation_id FROM organisations_post p
        WHERE p.user_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
            AND p.starts_on <= (now() AT TIME ZONE 'Asia/Makassar')::date
            AND (p.ends_on IS NULL OR p.ends_on >= (now() AT TIME ZONE 'Asia/Makassar')::date))
);
CREATE POLICY intake_batch_in_function ON intake_batch TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');

ALTER TABLE intake_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_row FORCE ROW LEVEL SECURITY;
CREATE POLICY intake_row_of_batch ON intake_row USING (
    intake_row.batch_id IN (SELECT b.id FROM intake_batch b)
);
CREATE POLICY intake_row_in_function ON intake_row TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');

-- Forgets what was uploaded before a moment: the name of the file and what was read from it. How many lists those were.
CREATE FUNCTION tenun_forget_lists(moment timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
    forgotten integer;
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    UPDATE intake_row r SET sealed = NULL, before = NULL FROM intake_batch b
        WHERE r.batch_id = b.id AND b.uploaded_at < moment AND (r.sealed IS NOT NULL OR r.before IS NOT NULL);
    WITH gone AS (UPDATE intake_batch b SET file = '' WHERE b.uploaded_at < moment AND b.file <> '' RETURNING 1)
        SELECT count(*) INTO forgotten FROM gone;
    PERFORM set_config('tenun.in_function', within, true);
    RETURN forgotten;
END $$;

-- Which of these stored files no list names.
CREATE FUNCTION tenun_lists_without_row(names text[]) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    RETURN QUERY SELECT asked.name FROM unnest(names) AS asked (name)
        WHERE NOT EXISTS (SELECT 1 FROM intake_batch b WHERE b.file = asked.name);
    PERFORM set_config('tenun.in_function', within, true);
END $$;
REVOKE ALL ON FUNCTION tenun_forget_lists(timestamptz), tenun_lists_without_row(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_forget_lists(timestamptz), tenun_lists_without_row(text[]) TO tenun_worker;
GRANT EXECUTE ON FUNCTION tenun_lists_without_row(text[]) TO tenun_site;

-- A dry run asks about other districts in the name of the officer, as her pages do.
GRANT EXECUTE ON FUNCTION tenun_find_elsewhere(text, text, date, text) TO tenun_worker;
"""
BACKWARD = """
REVOKE EXECUTE ON FUNCTION tenun_find_elsewhere(text, text, date, text) FROM tenun_worker;
DROP FUNCTION tenun_lists_without_row(text[]);
DROP FUNCTION tenun_forget_lists(timestamptz);
DROP POLICY intake_row_in_function ON intake_row;
DROP POLICY intake_row_of_batch ON intake_row;
ALTER TABLE intake_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE intake_row DISABLE ROW LEVEL SECURITY;
DROP POLICY intake_batch_in_function ON intake_batch;
DROP POLICY intake_batch_of_office ON intake_batch;
ALTER TABLE intake_batch NO FORCE ROW LEVEL SECURITY;
ALTER TABLE intake_batch DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Who sees a list."""

    dependencies = [
        ("intake", "0001_initial"),
        ("people", "0017_clock_of_tenun"),
        ("documents", "0011_clock_of_tenun"),
        ("readiness", "0005_files_are_sealed"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
