"""The pasted text with its proposals, the steps to publishing, and promises with what became of them."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0006_register"),
        ("partnership", "0010_meetings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("action", models.TextField(verbose_name="yang dijanjikan")),
                (
                    "official",
                    models.CharField(blank=True, max_length=200, verbose_name="pejabat yang bertanggung jawab"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                (
                    "gcm_objectives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("promised", "promised"),
                            ("begun", "begun"),
                            ("kept", "kept"),
                            ("not_kept", "not_kept"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="promised",
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                ("level", models.PositiveSmallIntegerField(default=0)),
                ("said_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("is_public", models.BooleanField(default=True, verbose_name="ditampilkan untuk umum")),
                ("is_demo", models.BooleanField(default=False, verbose_name="rekaan")),
                ("promised_on", models.DateField(verbose_name="dijanjikan")),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "expected_result",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="commitments",
                        to="partnership.expectedresult",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="partnership.meeting",
                    ),
                ),
                (
                    "output",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="commitments",
                        to="partnership.meetingpoint",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="organisations.organisation",
                        verbose_name="pemilik",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "janji",
            },
        ),
        migrations.CreateModel(
            name="CommitmentEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("is_owners", models.BooleanField(default=False)),
                ("before", models.CharField(blank=True, max_length=9)),
                ("after", models.CharField(max_length=9)),
                ("level", models.PositiveSmallIntegerField(default=0)),
                ("due_on", models.DateField(null=True)),
                ("seen", models.BooleanField(default=False)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="partnership.commitment"
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat janji",
            },
        ),
        migrations.CreateModel(
            name="CommitmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("action", models.TextField(verbose_name="yang dijanjikan")),
                (
                    "official",
                    models.CharField(blank=True, max_length=200, verbose_name="pejabat yang bertanggung jawab"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                (
                    "gcm_objectives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("promised", "promised"),
                            ("begun", "begun"),
                            ("kept", "kept"),
                            ("not_kept", "not_kept"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="promised",
                        max_length=9,
                        verbose_name="keadaan",
                    ),
                ),
                ("level", models.PositiveSmallIntegerField(default=0)),
                ("said_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("is_public", models.BooleanField(default=True, verbose_name="ditampilkan untuk umum")),
                ("is_demo", models.BooleanField(default=False, verbose_name="rekaan")),
                ("promised_on", models.DateField(verbose_name="dijanjikan")),
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
                    "expected_result",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partnership.expectedresult",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partnership.meeting",
                    ),
                ),
                (
                    "output",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partnership.meetingpoint",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organisations.organisation",
                        verbose_name="pemilik",
                    ),
                ),
                (
                    "partner",
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
                        to="partnership.commitment",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommitmentWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_link", models.CharField(blank=True, max_length=200)),
                ("words", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                ("evidence", models.TextField(blank=True, verbose_name="bukti")),
                ("url", models.CharField(blank=True, max_length=300, verbose_name="alamat bukti")),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="partnership.commitment"
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="said",
                        to="partnership.commitmententry",
                    ),
                ),
            ],
            options={
                "verbose_name": "keterangan janji",
            },
        ),
        migrations.CreateModel(
            name="MeetingStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("before", models.CharField(blank=True, max_length=9)),
                ("after", models.CharField(max_length=9)),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="partnership.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "langkah rapat",
            },
        ),
        migrations.CreateModel(
            name="MeetingText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="naskah")),
                ("pasted_at", models.DateTimeField()),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pasted", to="partnership.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "naskah",
            },
        ),
        migrations.CreateModel(
            name="PressProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.CharField(max_length=12)),
                ("value", models.TextField()),
                ("more", models.CharField(blank=True, max_length=200)),
                ("starts", models.IntegerField()),
                ("ends", models.IntegerField()),
                ("doubt", models.CharField(blank=True, max_length=12)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Belum diputuskan"),
                            ("confirmed", "Sesuai naskah"),
                            ("corrected", "Dibetulkan"),
                            ("dropped", "Tidak dipakai"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="proposals", to="partnership.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "usulan isian",
            },
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(fields=["state", "due_on"], name="commitment_by_due"),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__lte", 2)),
                name="commitment_rises_twice",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seen_at", None), ("seen_by", None)),
                    models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                    _connector="OR",
                ),
                name="seen_commitment_has_seer",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commitment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_commitmentevent" ("action", "due_on", "entered_at", "entered_by_id", "expected_result_id", "gcm_objectives", "id", "is_demo", "is_public", "level", "meeting_id", "official", "output_id", "owner_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_on", "said_at", "seen_at", "seen_by_id", "state") VALUES (NEW."action", NEW."due_on", NEW."entered_at", NEW."entered_by_id", NEW."expected_result_id", NEW."gcm_objectives", NEW."id", NEW."is_demo", NEW."is_public", NEW."level", NEW."meeting_id", NEW."official", NEW."output_id", NEW."owner_id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."promised_on", NEW."said_at", NEW."seen_at", NEW."seen_by_id", NEW."state"); RETURN NULL;',
                    hash="3ddac916f438a74bb4d26e961f2403514dfae50d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9c751",
                    table="partnership_commitment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commitment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partnership_commitmentevent" ("action", "due_on", "entered_at", "entered_by_id", "expected_result_id", "gcm_objectives", "id", "is_demo", "is_public", "level", "meeting_id", "official", "output_id", "owner_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_on", "said_at", "seen_at", "seen_by_id", "state") VALUES (NEW."action", NEW."due_on", NEW."entered_at", NEW."entered_by_id", NEW."expected_result_id", NEW."gcm_objectives", NEW."id", NEW."is_demo", NEW."is_public", NEW."level", NEW."meeting_id", NEW."official", NEW."output_id", NEW."owner_id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."promised_on", NEW."said_at", NEW."seen_at", NEW."seen_by_id", NEW."state"); RETURN NULL;',
                    hash="e4aefa465f3a93accac96d49b340e06f68f51236",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_424a8",
                    table="partnership_commitment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="commitment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_commitmentevent" ("action", "due_on", "entered_at", "entered_by_id", "expected_result_id", "gcm_objectives", "id", "is_demo", "is_public", "level", "meeting_id", "official", "output_id", "owner_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_on", "said_at", "seen_at", "seen_by_id", "state") VALUES (OLD."action", OLD."due_on", OLD."entered_at", OLD."entered_by_id", OLD."expected_result_id", OLD."gcm_objectives", OLD."id", OLD."is_demo", OLD."is_public", OLD."level", OLD."meeting_id", OLD."official", OLD."output_id", OLD."owner_id", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."promised_on", OLD."said_at", OLD."seen_at", OLD."seen_by_id", OLD."state"); RETURN NULL;',
                    hash="79afa384b3d273db9c5d60ffaf86c6c310394d8f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e3deb",
                    table="partnership_commitment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="commitmententry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("by", None), ("is_owners", False)),
                fields=("commitment", "level", "due_on"),
                name="a_promise_rises_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="pressproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="decided_proposal_has_decider",
            ),
        ),
    ]
