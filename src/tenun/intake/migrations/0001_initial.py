"""Uploaded lists and their rows while they are checked."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0005_missions_and_protection"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5, verbose_name="kabupaten atau kota")),
                ("uploaded_at", models.DateTimeField()),
                ("name", models.CharField(max_length=120, verbose_name="nama berkas")),
                ("file", models.CharField(blank=True, max_length=80)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "menunggu diperiksa"),
                            ("examining", "sedang diperiksa"),
                            ("columns", "menunggu kolom dicocokkan"),
                            ("examined", "sudah diperiksa"),
                            ("confirmed", "menunggu disimpan"),
                            ("writing", "sedang disimpan"),
                            ("done", "selesai"),
                            ("undoing", "sedang dibatalkan"),
                            ("undone", "dibatalkan"),
                            ("cancelled", "tidak jadi"),
                            ("failed", "tidak dapat dibaca"),
                        ],
                        default="uploaded",
                        max_length=12,
                    ),
                ),
                ("problems", models.JSONField(default=list)),
                ("mapping", models.JSONField(default=list)),
                ("mapping_is_said", models.BooleanField(default=False)),
                ("total_rows", models.PositiveIntegerField(default=0)),
                ("done_rows", models.PositiveIntegerField(default=0)),
                ("examined_at", models.DateTimeField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("written_at", models.DateTimeField(null=True)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "impor",
            },
        ),
        migrations.CreateModel(
            name="Row",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisation_id", models.BigIntegerField()),
                ("number", models.PositiveIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("new", "orang baru"),
                            ("changed", "berubah"),
                            ("same", "sama dengan yang ada"),
                            ("doubtful", "mungkin orang yang sama"),
                            ("refused", "perlu diperbaiki"),
                        ],
                        max_length=8,
                    ),
                ),
                ("sealed", models.BinaryField(null=True)),
                ("codes", models.JSONField(default=list)),
                ("row_key", models.CharField(max_length=43)),
                ("person_id", models.BigIntegerField(null=True)),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nik", "NIK sama, nama dan tanggal lahir lain"),
                            ("nik_differs", "baris yang dulu sama, NIK lain"),
                            ("name", "nama sama, tanggal lahir atau nama ibu sama"),
                            ("twin", "mirip baris lain di daftar ini"),
                            ("elsewhere", "mirip orang di wilayah lain"),
                        ],
                        max_length=12,
                    ),
                ),
                ("candidates", models.JSONField(default=list)),
                ("elsewhere", models.JSONField(default=list)),
                ("twin", models.PositiveIntegerField(null=True)),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("same", "orang yang sama"), ("other", "orang lain"), ("leave", "tidak disimpan")],
                        max_length=5,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                ("decided_by_id", models.BigIntegerField(null=True)),
                ("is_written", models.BooleanField(default=False)),
                ("before", models.BinaryField(null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="intake.batch"
                    ),
                ),
            ],
            options={
                "verbose_name": "baris impor",
            },
        ),
        migrations.AddIndex(
            model_name="batch",
            index=models.Index(fields=["organisation", "-id"], name="batch_by_office"),
        ),
        migrations.AddIndex(
            model_name="row",
            index=models.Index(fields=["organisation_id", "row_key"], name="row_by_key"),
        ),
        migrations.AddIndex(
            model_name="row",
            index=models.Index(fields=["batch", "outcome", "number"], name="row_by_outcome"),
        ),
        migrations.AddConstraint(
            model_name="row",
            constraint=models.UniqueConstraint(fields=("batch", "number"), name="row_once_a_batch"),
        ),
    ]
