"""Programmes with partners, places and steps, and personal links."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0006_register"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identifier", models.CharField(max_length=120, unique=True, verbose_name="pengenal")),
                ("title", models.CharField(max_length=300, verbose_name="judul")),
                ("description", models.TextField(blank=True, verbose_name="isi program")),
                (
                    "services",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None),
                ),
                (
                    "phases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=6), blank=True, default=list, size=None
                    ),
                ),
                ("target_group", models.CharField(blank=True, max_length=300, verbose_name="untuk siapa")),
                (
                    "districts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5), blank=True, default=list, size=None
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("idea", "idea"),
                            ("offered", "offered"),
                            ("agreed", "agreed"),
                            ("running", "running"),
                            ("ended", "ended"),
                        ],
                        max_length=8,
                        verbose_name="keadaan",
                    ),
                ),
                ("planned_start", models.DateField(blank=True, null=True, verbose_name="rencana mulai")),
                ("actual_start", models.DateField(blank=True, null=True, verbose_name="mulai")),
                ("planned_end", models.DateField(blank=True, null=True, verbose_name="rencana selesai")),
                ("actual_end", models.DateField(blank=True, null=True, verbose_name="selesai")),
                ("entry_words", models.TextField(blank=True, verbose_name="syarat masuk")),
                ("entry_rules", models.JSONField(blank=True, default=list)),
                (
                    "money_amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="dana"),
                ),
                ("money_currency", models.CharField(blank=True, max_length=3, verbose_name="mata uang")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="narahubung")),
                ("contact_post", models.CharField(blank=True, max_length=120, verbose_name="jabatan narahubung")),
                (
                    "contact_email",
                    tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="surel narahubung"),
                ),
                (
                    "contact_phone",
                    tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="telepon narahubung"),
                ),
                ("source", models.CharField(max_length=300, verbose_name="sumber")),
                ("source_url", models.CharField(blank=True, max_length=300, verbose_name="alamat sumber")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="diperiksa pada")),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=[("skills", "skills"), ("documents", "documents"), ("other", "other")],
                        max_length=9,
                        verbose_name="masalah yang dijawab",
                    ),
                ),
                (
                    "gcm_objectives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "sectors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5), blank=True, default=list, size=None
                    ),
                ),
                ("counterpart", models.CharField(blank=True, max_length=300, verbose_name="program pasangan provinsi")),
                ("budget_code", models.CharField(blank=True, max_length=60, verbose_name="kode anggaran")),
                (
                    "fit",
                    models.CharField(
                        blank=True,
                        choices=[("supports", "supports"), ("overlaps", "overlaps"), ("fills_gap", "fills_gap")],
                        max_length=10,
                        verbose_name="hubungan dengan program provinsi",
                    ),
                ),
                ("next_step", models.CharField(blank=True, max_length=300, verbose_name="langkah berikut")),
                ("kept", models.TextField(blank=True)),
                ("is_demo", models.BooleanField(default=False, verbose_name="rekaan")),
                ("version", models.PositiveIntegerField(default=1)),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "program",
            },
        ),
        migrations.CreateModel(
            name="ProgrammeCapacity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(blank=True, max_length=5, verbose_name="kabupaten atau kota")),
                ("starts_on", models.DateField(verbose_name="dari")),
                ("ends_on", models.DateField(verbose_name="sampai")),
                ("places", models.PositiveIntegerField(verbose_name="tempat")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="capacities",
                        to="partnership.programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "kapasitas",
            },
        ),
        migrations.CreateModel(
            name="ProgrammeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("identifier", models.CharField(max_length=120, verbose_name="pengenal")),
                ("title", models.CharField(max_length=300, verbose_name="judul")),
                ("description", models.TextField(blank=True, verbose_name="isi program")),
                (
                    "services",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None),
                ),
                (
                    "phases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=6), blank=True, default=list, size=None
                    ),
                ),
                ("target_group", models.CharField(blank=True, max_length=300, verbose_name="untuk siapa")),
                (
                    "districts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5), blank=True, default=list, size=None
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("idea", "idea"),
                            ("offered", "offered"),
                            ("agreed", "agreed"),
                            ("running", "running"),
                            ("ended", "ended"),
                        ],
                        max_length=8,
                        verbose_name="keadaan",
                    ),
                ),
                ("planned_start", models.DateField(blank=True, null=True, verbose_name="rencana mulai")),
                ("actual_start", models.DateField(blank=True, null=True, verbose_name="mulai")),
                ("planned_end", models.DateField(blank=True, null=True, verbose_name="rencana selesai")),
                ("actual_end", models.DateField(blank=True, null=True, verbose_name="selesai")),
                ("entry_words", models.TextField(blank=True, verbose_name="syarat masuk")),
                ("entry_rules", models.JSONField(blank=True, default=list)),
                (
                    "money_amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="dana"),
                ),
                ("money_currency", models.CharField(blank=True, max_length=3, verbose_name="mata uang")),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="narahubung")),
                ("contact_post", models.CharField(blank=True, max_length=120, verbose_name="jabatan narahubung")),
                (
                    "contact_email",
                    tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="surel narahubung"),
                ),
                (
                    "contact_phone",
                    tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="telepon narahubung"),
                ),
                ("source", models.CharField(max_length=300, verbose_name="sumber")),
                ("source_url", models.CharField(blank=True, max_length=300, verbose_name="alamat sumber")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="diperiksa pada")),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=[("skills", "skills"), ("documents", "documents"), ("other", "other")],
                        max_length=9,
                        verbose_name="masalah yang dijawab",
                    ),
                ),
                (
                    "gcm_objectives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "sectors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5), blank=True, default=list, size=None
                    ),
                ),
                ("counterpart", models.CharField(blank=True, max_length=300, verbose_name="program pasangan provinsi")),
                ("budget_code", models.CharField(blank=True, max_length=60, verbose_name="kode anggaran")),
                (
                    "fit",
                    models.CharField(
                        blank=True,
                        choices=[("supports", "supports"), ("overlaps", "overlaps"), ("fills_gap", "fills_gap")],
                        max_length=10,
                        verbose_name="hubungan dengan program provinsi",
                    ),
                ),
                ("next_step", models.CharField(blank=True, max_length=300, verbose_name="langkah berikut")),
                ("kept", models.TextField(blank=True)),
                ("is_demo", models.BooleanField(default=False, verbose_name="rekaan")),
                ("version", models.PositiveIntegerField(default=1)),
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
                    "owner",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="partnership.programme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgrammePartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("funding", "funding"),
                            ("accountable", "accountable"),
                            ("extending", "extending"),
                            ("implementing", "implementing"),
                        ],
                        max_length=12,
                        verbose_name="peran",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="partners", to="partnership.programme"
                    ),
                ),
            ],
            options={
                "verbose_name": "mitra program",
            },
        ),
        migrations.CreateModel(
            name="ProgrammeStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("by_link", models.CharField(blank=True, max_length=200)),
                ("before", models.CharField(blank=True, max_length=8)),
                ("after", models.CharField(max_length=8)),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
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
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="partnership.programme"
                    ),
                ),
            ],
            options={
                "verbose_name": "perubahan keadaan program",
            },
        ),
        migrations.CreateModel(
            name="PersonalLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("programme", "pembaruan program"),
                            ("commitment", "kabar janji"),
                            ("readiness", "kesiapan layanan kabupaten"),
                        ],
                        max_length=12,
                    ),
                ),
                ("subject_id", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("addressee", models.CharField(max_length=200, verbose_name="untuk siapa")),
                ("made_at", models.DateTimeField(verbose_name="dibuat")),
                ("expires_at", models.DateTimeField(verbose_name="berlaku sampai")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="dijawab")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="ditarik")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "tautan pribadi",
                "indexes": [models.Index(fields=["kind", "subject_id", "-id"], name="link_by_subject")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))), name="link_ends_after_it_begins"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at__isnull", True), ("revoked_at__isnull", True), _connector="OR"
                        ),
                        name="link_is_answered_or_revoked",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="programme",
            index=models.Index(fields=["status", "checked_on"], name="programme_by_status"),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("services__len__gte", 1)), name="programme_gives_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("money_amount__isnull", True), ("money_currency", "")),
                    models.Q(("money_amount__isnull", False), models.Q(("money_currency", ""), _negated=True)),
                    _connector="OR",
                ),
                name="programme_money_has_currency",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_programmeevent" ("actual_end", "actual_start", "budget_code", "checked_on", "contact_email", "contact_name", "contact_phone", "contact_post", "counterpart", "description", "districts", "entered_at", "entered_by_id", "entry_rules", "entry_words", "fit", "gcm_objectives", "id", "identifier", "is_demo", "kept", "money_amount", "money_currency", "next_step", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phases", "planned_end", "planned_start", "problem", "sectors", "services", "source", "source_url", "status", "target_group", "title", "version") VALUES (NEW."actual_end", NEW."actual_start", NEW."budget_code", NEW."checked_on", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."contact_post", NEW."counterpart", NEW."description", NEW."districts", NEW."entered_at", NEW."entered_by_id", NEW."entry_rules", NEW."entry_words", NEW."fit", NEW."gcm_objectives", NEW."id", NEW."identifier", NEW."is_demo", NEW."kept", NEW."money_amount", NEW."money_currency", NEW."next_step", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phases", NEW."planned_end", NEW."planned_start", NEW."problem", NEW."sectors", NEW."services", NEW."source", NEW."source_url", NEW."status", NEW."target_group", NEW."title", NEW."version"); RETURN NULL;',
                    hash="102bc6e2ea2d91a22c336f934762b2cb601003d2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_112b5",
                    table="partnership_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partnership_programmeevent" ("actual_end", "actual_start", "budget_code", "checked_on", "contact_email", "contact_name", "contact_phone", "contact_post", "counterpart", "description", "districts", "entered_at", "entered_by_id", "entry_rules", "entry_words", "fit", "gcm_objectives", "id", "identifier", "is_demo", "kept", "money_amount", "money_currency", "next_step", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phases", "planned_end", "planned_start", "problem", "sectors", "services", "source", "source_url", "status", "target_group", "title", "version") VALUES (NEW."actual_end", NEW."actual_start", NEW."budget_code", NEW."checked_on", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."contact_post", NEW."counterpart", NEW."description", NEW."districts", NEW."entered_at", NEW."entered_by_id", NEW."entry_rules", NEW."entry_words", NEW."fit", NEW."gcm_objectives", NEW."id", NEW."identifier", NEW."is_demo", NEW."kept", NEW."money_amount", NEW."money_currency", NEW."next_step", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phases", NEW."planned_end", NEW."planned_start", NEW."problem", NEW."sectors", NEW."services", NEW."source", NEW."source_url", NEW."status", NEW."target_group", NEW."title", NEW."version"); RETURN NULL;',
                    hash="ea507f9f3d9efcfae79262c78420b85a3f73c06a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7babf",
                    table="partnership_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_programmeevent" ("actual_end", "actual_start", "budget_code", "checked_on", "contact_email", "contact_name", "contact_phone", "contact_post", "counterpart", "description", "districts", "entered_at", "entered_by_id", "entry_rules", "entry_words", "fit", "gcm_objectives", "id", "identifier", "is_demo", "kept", "money_amount", "money_currency", "next_step", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phases", "planned_end", "planned_start", "problem", "sectors", "services", "source", "source_url", "status", "target_group", "title", "version") VALUES (OLD."actual_end", OLD."actual_start", OLD."budget_code", OLD."checked_on", OLD."contact_email", OLD."contact_name", OLD."contact_phone", OLD."contact_post", OLD."counterpart", OLD."description", OLD."districts", OLD."entered_at", OLD."entered_by_id", OLD."entry_rules", OLD."entry_words", OLD."fit", OLD."gcm_objectives", OLD."id", OLD."identifier", OLD."is_demo", OLD."kept", OLD."money_amount", OLD."money_currency", OLD."next_step", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phases", OLD."planned_end", OLD."planned_start", OLD."problem", OLD."sectors", OLD."services", OLD."source", OLD."source_url", OLD."status", OLD."target_group", OLD."title", OLD."version"); RETURN NULL;',
                    hash="6da4a794de3b545663eab6b13e4ae995269ad954",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e9709",
                    table="partnership_programme",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="programmecapacity",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="capacity_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="programmecapacity",
            constraint=models.UniqueConstraint(
                fields=("programme", "district_code", "starts_on", "ends_on"), name="one_capacity_a_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="programmepartner",
            constraint=models.UniqueConstraint(
                fields=("programme", "organisation", "role"), name="one_role_an_organisation_and_programme"
            ),
        ),
    ]
