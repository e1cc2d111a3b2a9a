"""When a row was made is told by the one clock of Tenun."""

from django.db import migrations, models

import tenun.shared.clock


class Migration(migrations.Migration):
    """When a row was made is told by the one clock of Tenun."""

    dependencies = [
        ("documents", "0010_files_without_a_row"),
    ]

    operations = [
        migrations.AlterField(
            model_name="paper",
            name="recorded_at",
            field=models.DateTimeField(default=tenun.shared.clock.now, editable=False),
        ),
        migrations.AlterField(
            model_name="paperevent",
            name="recorded_at",
            field=models.DateTimeField(default=tenun.shared.clock.now, editable=False),
        ),
    ]
