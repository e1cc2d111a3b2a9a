"""Acts for many of a queue, and narrowings kept under a name."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenun.shared.policies import sealed_off, under_scope


class Migration(migrations.Migration):
    """Acts for many of a queue, and narrowings kept under a name."""

    dependencies = [
        ("people", "0018_waiting_since"),
        ("readiness", "0007_queue_counts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DeskAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                ("batch", models.UUIDField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("assign", "tugaskan kepada petugas"),
                            ("invite", "undang datang"),
                            ("print", "cetak rencana"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField(null=True)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="desk_acts", to="people.person"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "tindakan bersama",
                "indexes": [
                    models.Index(fields=["person", "kind", "-id"], name="desk_act_by_person"),
                    models.Index(fields=["batch"], name="desk_act_by_batch"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, verbose_name="nama")),
                ("query", models.CharField(max_length=300)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "saringan tersimpan",
                "constraints": [models.UniqueConstraint(fields=("user", "name"), name="one_view_a_name")],
            },
        ),
        under_scope("readiness_deskact"),
        sealed_off("readiness_deskact"),
        migrations.RunSQL(
            """
            REVOKE UPDATE, DELETE ON readiness_deskact FROM tenun_site, tenun_worker;
            GRANT UPDATE (undone_at) ON readiness_deskact TO tenun_site;
            ALTER TABLE readiness_savedview ENABLE ROW LEVEL SECURITY;
            ALTER TABLE readiness_savedview FORCE ROW LEVEL SECURITY;
            CREATE POLICY readiness_savedview_own ON readiness_savedview USING (
                user_id = NULLIF(current_setting('tenun.user_id', true), '')::bigint
            );
            """,
            """
            DROP POLICY readiness_savedview_own ON readiness_savedview;
            ALTER TABLE readiness_savedview NO FORCE ROW LEVEL SECURITY;
            ALTER TABLE readiness_savedview DISABLE ROW LEVEL SECURITY;
            GRANT UPDATE, DELETE ON readiness_deskact TO tenun_site, tenun_worker;
            """,
        ),
    ]
