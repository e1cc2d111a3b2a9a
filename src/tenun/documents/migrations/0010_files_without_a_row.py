"""Which stored files have no row: all that the job may know who removes what an upload that was cut off has left."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION tenun_files_without_row(names text[]) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    before text := COALESCE(current_setting('tenun.in_function', true), '');
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    RETURN QUERY SELECT asked.name FROM unnest(names) AS asked (name)
        WHERE NOT EXISTS (SELECT 1 FROM documents_scan s WHERE s.file = asked.name);
    PERFORM set_config('tenun.in_function', before, true);
END $$;
REVOKE ALL ON FUNCTION tenun_files_without_row(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_files_without_row(text[]) TO tenun_worker, tenun_site;
"""
BACKWARD = "DROP FUNCTION tenun_files_without_row(text[]);"


class Migration(migrations.Migration):
    """Which stored files have no row."""

    dependencies = [("documents", "0009_sealed_papers")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
