"""An entry of a read can be added by the audit role and read by the site; nobody changes or removes one."""

from django.db import migrations

FORWARD = """
REVOKE ALL ON shared_readentry FROM tenun_site, tenun_worker;
GRANT SELECT ON shared_readentry TO tenun_site;
GRANT INSERT ON shared_readentry TO tenun_audit;
GRANT USAGE ON SEQUENCE shared_readentry_id_seq TO tenun_audit;
"""
BACKWARD = """
REVOKE ALL ON shared_readentry FROM tenun_audit;
REVOKE ALL ON SEQUENCE shared_readentry_id_seq FROM tenun_audit;
GRANT SELECT, INSERT, UPDATE, DELETE ON shared_readentry TO tenun_site, tenun_worker;
"""


class Migration(migrations.Migration):
    """An entry of a read can be added by the audit role and read by the site; nobody changes or removes one."""

    dependencies = [("shared", "0001_initial")]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
