"""Reports about recruiters."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    """Reports about recruiters."""

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RecruiterReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(max_length=13, verbose_name="desa atau kelurahan")),
                ("name", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="nama perekrut")),
                (
                    "phone",
                    tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="telepon perekrut"),
                ),
                ("story", tenun.shared.encryption.EncryptedField(verbose_name="apa yang terjadi")),
                ("seen_on", models.DateField(blank=True, null=True, verbose_name="kapan terlihat")),
                ("destination", models.CharField(blank=True, max_length=80, verbose_name="negara yang ditawarkan")),
                (
                    "approached",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="berapa orang didekati"),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "laporan perekrut",
                "indexes": [models.Index(fields=["district_code", "-id"], name="report_by_district")],
            },
        ),
    ]
