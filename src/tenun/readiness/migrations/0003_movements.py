"""What a village notes of departures and returns."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenun.shared.policies import only_added, under_scope


class Migration(migrations.Migration):
    """What a village notes of departures and returns."""

    dependencies = [
        ("people", "0012_what_a_step_noted"),
        ("readiness", "0002_row_level_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Movement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                (
                    "kind",
                    models.CharField(
                        choices=[("departed", "berangkat"), ("returned", "pulang")], max_length=10, verbose_name="apa"
                    ),
                ),
                ("on", models.DateField(verbose_name="kapan")),
                ("route", models.CharField(blank=True, max_length=120, verbose_name="lewat mana")),
                ("told_by", models.CharField(blank=True, max_length=120, verbose_name="kabar dari")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="movements", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "catatan berangkat dan pulang",
            },
        ),
        under_scope("readiness_movement"),
        only_added("readiness_movement"),
    ]
