"""A report is seen by whoever wrote it and by those who act on it in that district; nobody changes or removes one."""

from django.db import migrations

from tenun.shared.policies import only_added

FORWARD = """
ALTER TABLE protection_recruiterreport ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection_recruiterreport FORCE ROW LEVEL SECURITY;
CREATE POLICY protection_recruiterreport_read ON protection_recruiterreport FOR SELECT USING (
    by_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
    OR district_code = ANY(COALESCE(NULLIF(current_setting('tenun.sealed', true), ''), '{}')::text[])
);
CREATE POLICY protection_recruiterreport_add ON protection_recruiterreport FOR INSERT WITH CHECK (
    by_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
    AND (
        district_code = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
        OR village_code = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])
    )
);
"""
BACKWARD = """
DROP POLICY protection_recruiterreport_add ON protection_recruiterreport;
DROP POLICY protection_recruiterreport_read ON protection_recruiterreport;
ALTER TABLE protection_recruiterreport NO FORCE ROW LEVEL SECURITY;
ALTER TABLE protection_recruiterreport DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Sealed: whoever wrote it and those who act on it."""

    dependencies = [("protection", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD), only_added("protection_recruiterreport")]
