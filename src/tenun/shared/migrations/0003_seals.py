"""The seals over the entries of reads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("shared", "0002_reads_are_only_added"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadSeal",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.BigIntegerField(unique=True)),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
    ]
