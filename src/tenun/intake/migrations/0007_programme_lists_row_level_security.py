"""Files of programmes are read by the offices that meet; nobody removes one."""

from django.db import migrations

from tenun.shared.policies import for_collaboration


class Migration(migrations.Migration):
    """For the offices that meet."""

    dependencies = [("intake", "0006_programme_lists")]
    operations = [
        for_collaboration("intake_programmelist"),
        migrations.RunSQL(
            "REVOKE DELETE ON intake_programmelist FROM tenun_site, tenun_worker;",
            "GRANT DELETE ON intake_programmelist TO tenun_site, tenun_worker;",
        ),
    ]
