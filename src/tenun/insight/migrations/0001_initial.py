"""Monthly reports that were sent."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportSending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5, verbose_name="kabupaten atau kota")),
                ("month", models.DateField(verbose_name="bulan")),
                ("at", models.DateTimeField(verbose_name="dikirim")),
                ("office", models.CharField(max_length=300, verbose_name="kantor")),
                ("digest", models.CharField(max_length=64)),
                ("figures", models.JSONField()),
                ("copy", models.JSONField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "pengiriman laporan bulanan",
                "constraints": [
                    models.UniqueConstraint(fields=("district_code", "month"), name="one_report_a_district_and_month"),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="report_month_is_its_first_day"),
                ],
            },
        ),
    ]
