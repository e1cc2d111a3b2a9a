"""Persons and the words of their names."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5, verbose_name="kabupaten atau kota")),
                ("village_code", models.CharField(max_length=13, verbose_name="desa atau kelurahan")),
                ("full_name", models.CharField(max_length=120, verbose_name="nama lengkap")),
                ("folded_name", models.CharField(db_index=True, max_length=120)),
                ("nik", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="NIK")),
                ("nik_hash", models.CharField(blank=True, db_index=True, max_length=43)),
                (
                    "family_card_number",
                    tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="nomor KK"),
                ),
                ("birth_place", models.CharField(blank=True, max_length=80, verbose_name="tempat lahir")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="tanggal lahir")),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("L", "male"), ("P", "female")], max_length=1, verbose_name="jenis kelamin"
                    ),
                ),
                (
                    "marital_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("belum_kawin", "single"),
                            ("kawin", "married"),
                            ("cerai_hidup", "divorced"),
                            ("cerai_mati", "widowed"),
                        ],
                        max_length=12,
                        verbose_name="status kawin",
                    ),
                ),
                ("mother_name", models.CharField(blank=True, max_length=120, verbose_name="nama ibu")),
                (
                    "education",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (0, "none"),
                            (1, "primary"),
                            (2, "lower_secondary"),
                            (3, "upper_secondary"),
                            (4, "diploma_1"),
                            (5, "diploma_2"),
                            (6, "diploma_3"),
                            (7, "bachelor"),
                            (8, "master"),
                            (9, "doctor"),
                        ],
                        null=True,
                        verbose_name="pendidikan",
                    ),
                ),
                ("phone", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="telepon")),
                (
                    "consent_giver",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("suami", "husband"),
                            ("istri", "wife"),
                            ("orang_tua", "parent"),
                            ("wali", "guardian"),
                        ],
                        max_length=10,
                        verbose_name="pemberi izin",
                    ),
                ),
                (
                    "consent_known",
                    models.BooleanField(blank=True, null=True, verbose_name="izin diketahui kepala desa"),
                ),
                ("target", models.CharField(blank=True, max_length=40, verbose_name="tujuan")),
                ("departure_on", models.DateField(blank=True, null=True, verbose_name="rencana berangkat")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "orang",
            },
        ),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(max_length=13)),
                ("word", models.CharField(db_collation="C", max_length=120)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="name_words", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["district_code", "id"], name="person_by_district"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["village_code", "id"], name="person_by_village"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("nik__isnull", True), ("nik_hash", "")),
                    models.Q(("nik__isnull", False), models.Q(("nik_hash", ""), _negated=True)),
                    _connector="OR",
                ),
                name="person_nik_and_hash_together",
            ),
        ),
        migrations.AddIndex(
            model_name="nameword",
            index=models.Index(fields=["district_code", "word"], name="name_word_by_district"),
        ),
    ]
