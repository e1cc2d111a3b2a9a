"""References and spellings of organisations, and their type in IATI."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0005_missions_and_protection"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="type_code",
            field=models.CharField(blank=True, db_default="", max_length=3, verbose_name="jenis menurut IATI"),
        ),
        migrations.CreateModel(
            name="OrganisationRef",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("value", models.CharField(max_length=120, unique=True, verbose_name="rujukan")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="refs",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "rujukan organisasi",
            },
        ),
        migrations.CreateModel(
            name="OrganisationSpelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spelling", models.CharField(max_length=200, verbose_name="ejaan")),
                ("folded", models.CharField(max_length=200, unique=True)),
                ("is_wrong", models.BooleanField(default=False, verbose_name="salah eja")),
                ("said_at", models.DateTimeField()),
                ("said_by_id", models.BigIntegerField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spellings",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "ejaan organisasi",
            },
        ),
    ]
