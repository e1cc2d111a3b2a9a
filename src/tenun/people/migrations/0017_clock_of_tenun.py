"""When a row was made is told by the one clock of Tenun."""

from django.db import migrations, models

import tenun.shared.clock


class Migration(migrations.Migration):
    """When a row was made is told by the one clock of Tenun."""

    dependencies = [
        ("people", "0016_functions_ask_for_the_seal"),
    ]

    operations = [
        migrations.AlterField(
            model_name="person",
            name="created_at",
            field=models.DateTimeField(default=tenun.shared.clock.now, editable=False),
        ),
        migrations.AlterField(
            model_name="personevent",
            name="created_at",
            field=models.DateTimeField(default=tenun.shared.clock.now, editable=False),
        ),
    ]
