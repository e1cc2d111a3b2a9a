"""A seal can be added by the worker; nobody changes or removes one, and the site does not see them."""

from django.db import migrations

FORWARD = """
REVOKE ALL ON shared_readseal FROM tenun_site, tenun_worker;
GRANT SELECT, INSERT ON shared_readseal TO tenun_worker;
GRANT SELECT ON shared_readentry TO tenun_worker;
"""
BACKWARD = """
REVOKE SELECT ON shared_readentry FROM tenun_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON shared_readseal TO tenun_site, tenun_worker;
"""


class Migration(migrations.Migration):
    """A seal can be added by the worker; nobody changes or removes one, and the site does not see them."""

    dependencies = [("shared", "0003_seals")]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
