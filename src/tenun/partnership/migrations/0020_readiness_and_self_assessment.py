"""What districts can do now, and the province's own look at how migration is governed."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0012_who_reads_them"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConfirmationDue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5, verbose_name="kabupaten atau kota")),
                ("quarter", models.DateField(verbose_name="triwulan")),
                ("noted_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "permintaan konfirmasi",
                "constraints": [
                    models.UniqueConstraint(fields=("district_code", "quarter"), name="one_confirmation_due_a_quarter"),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__day", 1), ("quarter__month__in", [1, 4, 7, 10])),
                        name="quarter_is_its_first_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SelfQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="kode")),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("1", "Hak pekerja migran dan keluarganya"),
                            ("2", "Seluruh perangkat pemerintah bekerja bersama"),
                            ("3", "Kemitraan"),
                            ("4", "Kesejahteraan sosial dan ekonomi"),
                            ("5", "Perpindahan dalam keadaan krisis"),
                            ("6", "Migrasi yang aman, tertib, dan teratur"),
                        ],
                        max_length=1,
                        verbose_name="dimensi",
                    ),
                ),
                ("text", models.TextField(verbose_name="pertanyaan")),
                (
                    "origin",
                    models.CharField(
                        choices=[("own", "pertanyaan awal kami"), ("official", "daftar yang diimpor")],
                        max_length=8,
                        verbose_name="asal",
                    ),
                ),
                (
                    "gcm_objectives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "sdg_targets",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5), blank=True, default=list, size=None
                    ),
                ),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "butir uji mandiri",
            },
        ),
        migrations.CreateModel(
            name="SelfAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("absent", "belum ada"),
                            ("partial", "sebagian"),
                            ("complete", "lengkap"),
                            ("na", "tidak berlaku"),
                        ],
                        max_length=8,
                        verbose_name="jawaban",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="bukti")),
                ("evidence_url", models.CharField(blank=True, max_length=300, verbose_name="alamat bukti")),
                ("owner_office", models.CharField(max_length=200, verbose_name="kantor penanggung jawab")),
                ("answered_on", models.DateField(verbose_name="dinilai pada")),
                ("reviewer", models.CharField(blank=True, max_length=200, verbose_name="diperiksa oleh")),
                ("gap", models.TextField(blank=True, verbose_name="yang masih kurang")),
                ("at", models.DateTimeField()),
                ("is_demo", models.BooleanField(default=False, verbose_name="rekaan")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.programme",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="partnership.selfquestion",
                    ),
                ),
            ],
            options={
                "verbose_name": "jawaban uji mandiri",
            },
        ),
        migrations.CreateModel(
            name="SelfQuestionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(max_length=20, verbose_name="kode")),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("1", "Hak pekerja migran dan keluarganya"),
                            ("2", "Seluruh perangkat pemerintah bekerja bersama"),
                            ("3", "Kemitraan"),
                            ("4", "Kesejahteraan sosial dan ekonomi"),
                            ("5", "Perpindahan dalam keadaan krisis"),
                            ("6", "Migrasi yang aman, tertib, dan teratur"),
                        ],
                        max_length=1,
                        verbose_name="dimensi",
                    ),
                ),
                ("text", models.TextField(verbose_name="pertanyaan")),
                (
                    "origin",
                    models.CharField(
                        choices=[("own", "pertanyaan awal kami"), ("official", "daftar yang diimpor")],
                        max_length=8,
                        verbose_name="asal",
                    ),
                ),
                (
                    "gcm_objectives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "sdg_targets",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5), blank=True, default=list, size=None
                    ),
                ),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partnership.selfquestion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServiceEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5, verbose_name="kabupaten atau kota")),
                (
                    "service",
                    models.CharField(
                        choices=[
                            ("placement", "penempatan"),
                            ("training", "pelatihan vokasi"),
                            ("documents", "pembenahan surat"),
                        ],
                        max_length=9,
                        verbose_name="layanan",
                    ),
                ),
                ("is_offered", models.BooleanField(verbose_name="ada")),
                ("can_do", models.TextField(blank=True, verbose_name="yang dapat dilayani")),
                ("hours", models.CharField(blank=True, max_length=120, verbose_name="jam layanan")),
                ("places", models.PositiveIntegerField(blank=True, null=True, verbose_name="tempat")),
                ("office", models.CharField(blank=True, max_length=200, verbose_name="kantor")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="alamat")),
                (
                    "contact",
                    tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="telepon kantor"),
                ),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="sumber")),
                ("said_on", models.DateField(verbose_name="dipastikan")),
                ("at", models.DateTimeField(verbose_name="dicatat")),
                ("by_link", models.CharField(blank=True, max_length=200)),
                ("is_demo", models.BooleanField(default=False, verbose_name="rekaan")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "keterangan layanan daerah",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="selfquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_selfquestionevent" ("code", "dimension", "entered_at", "entered_by_id", "gcm_objectives", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sdg_targets", "text") VALUES (NEW."code", NEW."dimension", NEW."entered_at", NEW."entered_by_id", NEW."gcm_objectives", NEW."id", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sdg_targets", NEW."text"); RETURN NULL;',
                    hash="f9e46438758902670b44f693eeeddc7f357bf815",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_39953",
                    table="partnership_selfquestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="selfquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partnership_selfquestionevent" ("code", "dimension", "entered_at", "entered_by_id", "gcm_objectives", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sdg_targets", "text") VALUES (NEW."code", NEW."dimension", NEW."entered_at", NEW."entered_by_id", NEW."gcm_objectives", NEW."id", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sdg_targets", NEW."text"); RETURN NULL;',
                    hash="d54bfcbbc229d81d017e70079d1c629260969713",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_775ec",
                    table="partnership_selfquestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="selfquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_selfquestionevent" ("code", "dimension", "entered_at", "entered_by_id", "gcm_objectives", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sdg_targets", "text") VALUES (OLD."code", OLD."dimension", OLD."entered_at", OLD."entered_by_id", OLD."gcm_objectives", OLD."id", OLD."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sdg_targets", OLD."text"); RETURN NULL;',
                    hash="258da29baada28ec998fade88a5c661bae22b123",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c26b9",
                    table="partnership_selfquestion",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="selfanswer",
            index=models.Index(fields=["question", "-id"], name="self_answer_latest"),
        ),
        migrations.AddConstraint(
            model_name="selfanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["partial", "complete"]), _negated=True),
                    models.Q(("evidence", ""), _negated=True),
                    _connector="OR",
                ),
                name="self_answer_has_evidence",
            ),
        ),
        migrations.AddIndex(
            model_name="serviceentry",
            index=models.Index(fields=["district_code", "service", "-id"], name="service_entry_latest"),
        ),
        migrations.AddConstraint(
            model_name="serviceentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("by__isnull", False), ("by_link", "")),
                    models.Q(("by__isnull", True), models.Q(("by_link", ""), _negated=True)),
                    _connector="OR",
                ),
                name="service_entry_is_said_by_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="serviceentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_offered", False), models.Q(("can_do", ""), _negated=True), _connector="OR"),
                name="service_that_is_there_says_what_it_does",
            ),
        ),
    ]
