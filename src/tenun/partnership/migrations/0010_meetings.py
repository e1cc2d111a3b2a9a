"""The record of a meeting: its facts, lines and expected results, each change kept by trigger."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0006_register"),
        ("partnership", "0004_needs_row_level_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ExpectedResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("words", models.TextField(verbose_name="hasil yang diharapkan")),
                ("indicator", models.CharField(blank=True, max_length=60)),
            ],
            options={
                "verbose_name": "hasil yang diharapkan",
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draf"),
                            ("checked", "Sudah diperiksa"),
                            ("approved", "Disetujui"),
                            ("published", "Terbit"),
                            ("corrected", "Terbit, pernah diperbaiki"),
                            ("withdrawn", "Ditarik"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("audience", "audiensi"),
                            ("coordination", "rapat koordinasi"),
                            ("visit", "kunjungan"),
                            ("signing", "penandatanganan"),
                            ("other", "pertemuan lain"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("category", models.CharField(blank=True, max_length=80, verbose_name="kategori")),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="judul")),
                ("dateline", models.CharField(blank=True, max_length=60, verbose_name="kota")),
                ("host_office", models.CharField(blank=True, max_length=120, verbose_name="jabatan tuan rumah")),
                ("host_name", models.CharField(blank=True, max_length=120, verbose_name="nama tuan rumah")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="tempat")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="tanggal")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="mulai")),
                ("day_said", models.CharField(blank=True, max_length=6, verbose_name="hari menurut naskah")),
                ("occasion", models.TextField(blank=True, verbose_name="acara")),
                ("source_url", models.CharField(blank=True, max_length=300, verbose_name="alamat sumber")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="terbit")),
                ("is_demo", models.BooleanField(default=False, verbose_name="peragaan")),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "rapat",
            },
        ),
        migrations.CreateModel(
            name="ExpectedResultEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("words", models.TextField(verbose_name="hasil yang diharapkan")),
                ("indicator", models.CharField(blank=True, max_length=60)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partnership.expectedresult",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partnership.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="expectedresult",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="results", to="partnership.meeting"
            ),
        ),
        migrations.CreateModel(
            name="MeetingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draf"),
                            ("checked", "Sudah diperiksa"),
                            ("approved", "Disetujui"),
                            ("published", "Terbit"),
                            ("corrected", "Terbit, pernah diperbaiki"),
                            ("withdrawn", "Ditarik"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("audience", "audiensi"),
                            ("coordination", "rapat koordinasi"),
                            ("visit", "kunjungan"),
                            ("signing", "penandatanganan"),
                            ("other", "pertemuan lain"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("category", models.CharField(blank=True, max_length=80, verbose_name="kategori")),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="judul")),
                ("dateline", models.CharField(blank=True, max_length=60, verbose_name="kota")),
                ("host_office", models.CharField(blank=True, max_length=120, verbose_name="jabatan tuan rumah")),
                ("host_name", models.CharField(blank=True, max_length=120, verbose_name="nama tuan rumah")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="tempat")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="tanggal")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="mulai")),
                ("day_said", models.CharField(blank=True, max_length=6, verbose_name="hari menurut naskah")),
                ("occasion", models.TextField(blank=True, verbose_name="acara")),
                ("source_url", models.CharField(blank=True, max_length=300, verbose_name="alamat sumber")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="terbit")),
                ("is_demo", models.BooleanField(default=False, verbose_name="peragaan")),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partnership.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MeetingPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("guest", "tamu"),
                            ("companion", "pendamping"),
                            ("problem", "masalah yang disebut"),
                            ("statement", "kutipan"),
                            ("readiness", "kesiapan yang ditawarkan"),
                            ("programme", "program yang disebut"),
                            ("output", "keluaran"),
                            ("writer", "penulis"),
                            ("photographer", "foto"),
                            ("editor", "penyunting"),
                            ("reporter", "pewarta"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("words", models.TextField(verbose_name="isi")),
                ("more", models.CharField(blank=True, max_length=200, verbose_name="jabatan atau penutur")),
                (
                    "measure",
                    models.CharField(
                        blank=True,
                        choices=[("noted", "noted"), ("programmes", "programmes"), ("promises", "promises")],
                        max_length=10,
                    ),
                ),
                ("approved_at", models.DateTimeField(null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="points", to="partnership.meeting"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="partnership.programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "isi rapat",
            },
        ),
        migrations.CreateModel(
            name="MeetingPointEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("guest", "tamu"),
                            ("companion", "pendamping"),
                            ("problem", "masalah yang disebut"),
                            ("statement", "kutipan"),
                            ("readiness", "kesiapan yang ditawarkan"),
                            ("programme", "program yang disebut"),
                            ("output", "keluaran"),
                            ("writer", "penulis"),
                            ("photographer", "foto"),
                            ("editor", "penyunting"),
                            ("reporter", "pewarta"),
                        ],
                        max_length=12,
                        verbose_name="jenis",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("words", models.TextField(verbose_name="isi")),
                ("more", models.CharField(blank=True, max_length=200, verbose_name="jabatan atau penutur")),
                (
                    "measure",
                    models.CharField(
                        blank=True,
                        choices=[("noted", "noted"), ("programmes", "programmes"), ("promises", "promises")],
                        max_length=10,
                    ),
                ),
                ("approved_at", models.DateTimeField(null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partnership.meeting",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partnership.meetingpoint",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partnership.programme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["state", "-held_on"], name="meeting_by_state"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["published", "corrected"]), _negated=True),
                    models.Q(
                        ("held_on__isnull", False),
                        ("published_at__isnull", False),
                        models.Q(("headline", ""), _negated=True),
                        models.Q(("host_office", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="published_meeting_is_whole",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_meetingevent" ("category", "dateline", "day_said", "entered_at", "entered_by_id", "headline", "held_on", "host_name", "host_office", "id", "is_demo", "kind", "occasion", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "slug", "source_url", "starts_at", "state") VALUES (NEW."category", NEW."dateline", NEW."day_said", NEW."entered_at", NEW."entered_by_id", NEW."headline", NEW."held_on", NEW."host_name", NEW."host_office", NEW."id", NEW."is_demo", NEW."kind", NEW."occasion", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."published_at", NEW."slug", NEW."source_url", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="b9ffbd88c723a67687569a9e60a58572e52a4bd1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_55da1",
                    table="partnership_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partnership_meetingevent" ("category", "dateline", "day_said", "entered_at", "entered_by_id", "headline", "held_on", "host_name", "host_office", "id", "is_demo", "kind", "occasion", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "slug", "source_url", "starts_at", "state") VALUES (NEW."category", NEW."dateline", NEW."day_said", NEW."entered_at", NEW."entered_by_id", NEW."headline", NEW."held_on", NEW."host_name", NEW."host_office", NEW."id", NEW."is_demo", NEW."kind", NEW."occasion", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."published_at", NEW."slug", NEW."source_url", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="598264e1b23b84eb156dd92c43049b378078d8b7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b861a",
                    table="partnership_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_meetingevent" ("category", "dateline", "day_said", "entered_at", "entered_by_id", "headline", "held_on", "host_name", "host_office", "id", "is_demo", "kind", "occasion", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "slug", "source_url", "starts_at", "state") VALUES (OLD."category", OLD."dateline", OLD."day_said", OLD."entered_at", OLD."entered_by_id", OLD."headline", OLD."held_on", OLD."host_name", OLD."host_office", OLD."id", OLD."is_demo", OLD."kind", OLD."occasion", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."published_at", OLD."slug", OLD."source_url", OLD."starts_at", OLD."state"); RETURN NULL;',
                    hash="8335cf8599edbe81f17b650e4bd7860e3ac44272",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9507c",
                    table="partnership_meeting",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="expectedresult",
            constraint=models.UniqueConstraint(fields=("meeting", "number"), name="one_expected_result_a_number"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="expectedresult",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_expectedresultevent" ("id", "indicator", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."id", NEW."indicator", NEW."meeting_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."words"); RETURN NULL;',
                    hash="47752a33b92cbce39e96fb3ab167905106d3c69b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f3b83",
                    table="partnership_expectedresult",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="expectedresult",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partnership_expectedresultevent" ("id", "indicator", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."id", NEW."indicator", NEW."meeting_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."words"); RETURN NULL;',
                    hash="c8aebb5eae3b94bc7df85a53acf47d1f71ab8482",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23694",
                    table="partnership_expectedresult",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="expectedresult",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_expectedresultevent" ("id", "indicator", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (OLD."id", OLD."indicator", OLD."meeting_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."words"); RETURN NULL;',
                    hash="ce4bb1bf461871a707bdb7b85e42e338d8c5ec77",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7de2c",
                    table="partnership_expectedresult",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingpoint",
            constraint=models.UniqueConstraint(fields=("meeting", "kind", "number"), name="one_point_a_number"),
        ),
        migrations.AddConstraint(
            model_name="meetingpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "guest"), _negated=True), ("organisation__isnull", False), _connector="OR"
                ),
                name="guest_is_in_the_register",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at", None), ("approved_by", None)),
                    models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                    _connector="OR",
                ),
                name="approved_point_has_approver",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_meetingpointevent" ("approved_at", "approved_by_id", "id", "kind", "measure", "meeting_id", "more", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "words") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."id", NEW."kind", NEW."measure", NEW."meeting_id", NEW."more", NEW."number", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."words"); RETURN NULL;',
                    hash="fd89fb02fd5e93ac1f94add6c73e4b9195316219",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61992",
                    table="partnership_meetingpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partnership_meetingpointevent" ("approved_at", "approved_by_id", "id", "kind", "measure", "meeting_id", "more", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "words") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."id", NEW."kind", NEW."measure", NEW."meeting_id", NEW."more", NEW."number", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id", NEW."words"); RETURN NULL;',
                    hash="7cc26ae1d45b3005684effa01066d28bf987f844",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cd26e",
                    table="partnership_meetingpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_meetingpointevent" ("approved_at", "approved_by_id", "id", "kind", "measure", "meeting_id", "more", "number", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "words") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."id", OLD."kind", OLD."measure", OLD."meeting_id", OLD."more", OLD."number", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."words"); RETURN NULL;',
                    hash="192ddb02f53b5670a3ffe345508307a6eff936fb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eb5f9",
                    table="partnership_meetingpoint",
                    when="AFTER",
                ),
            ),
        ),
    ]
