"""A row keeps which row of an earlier list it says it is, so that it is known again in any later list; a list what its job takes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0003_taking_back")]

    operations = [
        migrations.AddField("batch", "job_rows", models.PositiveIntegerField(default=0)),
        migrations.AddField("row", "origin", models.CharField(blank=True, max_length=21)),
        migrations.AddIndex(
            "row",
            models.Index(
                condition=models.Q(("origin", ""), _negated=True),
                fields=["organisation_id", "origin"],
                name="row_by_origin",
            ),
        ),
    ]
