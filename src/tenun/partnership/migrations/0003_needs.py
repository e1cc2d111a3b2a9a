"""Who needs what, whole and as it is shown, and drafts of proposals."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0006_register"),
        ("partnership", "0002_row_level_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Need",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("service", models.CharField(max_length=12)),
                ("kind", models.CharField(blank=True, max_length=60)),
                ("people", models.PositiveIntegerField()),
                ("counted_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "kebutuhan",
                "constraints": [
                    models.UniqueConstraint(fields=("district_code", "service", "kind"), name="one_need_a_kind")
                ],
            },
        ),
        migrations.CreateModel(
            name="NeedShown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(blank=True, max_length=5)),
                ("service", models.CharField(max_length=12)),
                ("kind", models.CharField(blank=True, max_length=60)),
                ("shown", models.CharField(max_length=10)),
                ("counted_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "kebutuhan yang ditunjukkan",
                "constraints": [
                    models.UniqueConstraint(fields=("district_code", "service", "kind"), name="one_need_shown_a_kind")
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5, verbose_name="kabupaten atau kota")),
                ("service", models.CharField(max_length=12, verbose_name="layanan")),
                ("people", models.CharField(max_length=10)),
                ("text", models.TextField(verbose_name="isi usulan")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
            ],
            options={
                "verbose_name": "usulan program",
            },
        ),
    ]
