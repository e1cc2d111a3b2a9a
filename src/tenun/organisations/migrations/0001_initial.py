"""Organisations, users and their posts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=60, unique=True, verbose_name="nama pengguna")),
                ("full_name", models.CharField(max_length=120, verbose_name="nama lengkap")),
                ("is_active", models.BooleanField(default=True, verbose_name="aktif")),
                ("is_demo", models.BooleanField(default=False, verbose_name="akun peragaan")),
            ],
            options={
                "verbose_name": "pengguna",
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="nama")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("village", "kantor desa atau kelurahan"),
                            ("district_office", "dinas tenaga kerja kabupaten atau kota"),
                            ("province_office", "dinas provinsi"),
                            ("central", "kementerian atau badan pusat"),
                            ("agency", "perusahaan penempatan (P3MI)"),
                            ("training", "tempat pelatihan"),
                            ("partner", "mitra"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisasi",
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("village", "petugas desa"),
                            ("counter", "petugas loket"),
                            ("training", "pelatih"),
                            ("agency", "perusahaan penempatan"),
                            ("protection", "petugas pelindungan"),
                            ("bp3mi", "petugas BP3MI"),
                            ("mission", "petugas perwakilan"),
                            ("partner", "mitra"),
                            ("province", "petugas provinsi"),
                            ("task_force", "gugus tugas"),
                            ("editor", "penyunting"),
                            ("auditor", "pemeriksa"),
                            ("admin", "admin"),
                        ],
                        max_length=20,
                        verbose_name="peran",
                    ),
                ),
                (
                    "desk",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("manpower", "ketenagakerjaan"),
                            ("information", "informasi dan pengaduan"),
                            ("civil_registry", "Dukcapil"),
                            ("health", "kesehatan"),
                            ("immigration", "imigrasi"),
                            ("police", "kepolisian"),
                            ("bank", "perbankan"),
                            ("social_security", "jaminan sosial"),
                        ],
                        max_length=20,
                        verbose_name="meja",
                    ),
                ),
                ("districts", models.JSONField(blank=True, default=list, verbose_name="kabupaten atau kota")),
                ("villages", models.JSONField(blank=True, default=list, verbose_name="desa atau kelurahan")),
                ("starts_on", models.DateField(verbose_name="mulai")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="selesai")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="posts", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "jabatan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="post_ends_after_it_starts",
                    )
                ],
            },
        ),
    ]
