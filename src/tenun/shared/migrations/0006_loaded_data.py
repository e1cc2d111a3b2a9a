"""Which packaged data the site last started with. Only the owner, who starts, writes it; the site may read it."""

from django.db import migrations, models

FORWARD = """
REVOKE ALL ON shared_loadeddata FROM tenun_site, tenun_worker;
GRANT SELECT ON shared_loadeddata TO tenun_site, tenun_worker;
"""


class Migration(migrations.Migration):
    """Which packaged data the site last started with. Only the owner, who starts, writes it; the site may read it."""

    dependencies = [("shared", "0005_jobs_are_kept_apart")]

    operations = [
        migrations.CreateModel(
            name="LoadedData",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("version", models.CharField(max_length=80)),
                ("loaded_at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(FORWARD, migrations.RunSQL.noop),
    ]
