"""An entry about an account can be added and read by the site; nobody changes or removes one."""

from django.db import migrations

FORWARD = """
REVOKE ALL ON organisations_accountentry FROM tenun_site, tenun_worker;
GRANT SELECT, INSERT ON organisations_accountentry TO tenun_site;
"""
BACKWARD = "GRANT SELECT, INSERT, UPDATE, DELETE ON organisations_accountentry TO tenun_site, tenun_worker;"


class Migration(migrations.Migration):
    """An entry about an account can be added and read by the site; nobody changes or removes one."""

    dependencies = [("organisations", "0002_sign_in")]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
