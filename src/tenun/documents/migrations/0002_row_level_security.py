"""Nobody sees a paper outside the scope of the transaction."""

from django.db import migrations

FORWARD = """
ALTER TABLE documents_paper ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents_paper FORCE ROW LEVEL SECURITY;
CREATE POLICY documents_paper_in_scope ON documents_paper USING (
    district_code = ANY(COALESCE(NULLIF(current_setting('tenun.districts', true), ''), '{}')::text[])
    OR village_code = ANY(COALESCE(NULLIF(current_setting('tenun.villages', true), ''), '{}')::text[])
    OR person_id = ANY(COALESCE(NULLIF(current_setting('tenun.persons', true), ''), '{}')::bigint[])
);

CREATE TRIGGER documents_paper_follows_person BEFORE INSERT OR UPDATE ON documents_paper
    FOR EACH ROW EXECUTE FUNCTION tenun_follow_person();
"""
BACKWARD = """
DROP TRIGGER documents_paper_follows_person ON documents_paper;
DROP POLICY documents_paper_in_scope ON documents_paper;
ALTER TABLE documents_paper NO FORCE ROW LEVEL SECURITY;
ALTER TABLE documents_paper DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Nobody sees a paper outside the scope of the transaction."""

    dependencies = [("documents", "0001_initial"), ("people", "0002_row_level_security")]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
