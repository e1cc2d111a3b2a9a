"""Contacts with their rules, and consents, each with its change history."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    """Contacts with their rules, and consents, each with its change history."""

    dependencies = [
        ("people", "0007_other_names_household_numbers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("keep_file", "menyimpan berkasnya"),
                            ("contact", "menghubunginya lewat telepon"),
                            ("share_agency", "membagi berkas kepada perusahaan penempatan"),
                            ("share_training", "membagi berkas kepada tempat pelatihan"),
                            ("share_mission", "membagi berkas kepada perwakilan RI"),
                            ("share_partner", "membagi berkas kepada mitra (IOM, LSM, gereja)"),
                            ("publish_photo", "memuat fotonya dalam berita"),
                        ],
                        max_length=16,
                        verbose_name="untuk apa",
                    ),
                ),
                ("is_given", models.BooleanField()),
                (
                    "manner",
                    models.CharField(
                        choices=[("spoken", "lisan"), ("thumb", "cap jempol"), ("written", "tertulis")],
                        max_length=8,
                        verbose_name="dengan cara",
                    ),
                ),
                (
                    "tongue",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("id", "Indonesia"),
                            ("mkn", "Melayu Kupang"),
                            ("tet", "Tetun"),
                            ("aoz", "Dawan"),
                            ("slp", "Lamaholot"),
                            ("mqy", "Manggarai"),
                            ("xbr", "Sumba"),
                            ("other", "lainnya"),
                        ],
                        max_length=6,
                        verbose_name="dijelaskan dalam bahasa",
                    ),
                ),
                ("explained_by", models.CharField(blank=True, max_length=120, verbose_name="dijelaskan oleh")),
                ("witness", models.CharField(blank=True, max_length=120, verbose_name="saksi")),
                ("on", models.DateField(verbose_name="tanggal")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="people.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "persetujuan",
            },
        ),
        migrations.CreateModel(
            name="ConsentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("keep_file", "menyimpan berkasnya"),
                            ("contact", "menghubunginya lewat telepon"),
                            ("share_agency", "membagi berkas kepada perusahaan penempatan"),
                            ("share_training", "membagi berkas kepada tempat pelatihan"),
                            ("share_mission", "membagi berkas kepada perwakilan RI"),
                            ("share_partner", "membagi berkas kepada mitra (IOM, LSM, gereja)"),
                            ("publish_photo", "memuat fotonya dalam berita"),
                        ],
                        max_length=16,
                        verbose_name="untuk apa",
                    ),
                ),
                ("is_given", models.BooleanField()),
                (
                    "manner",
                    models.CharField(
                        choices=[("spoken", "lisan"), ("thumb", "cap jempol"), ("written", "tertulis")],
                        max_length=8,
                        verbose_name="dengan cara",
                    ),
                ),
                (
                    "tongue",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("id", "Indonesia"),
                            ("mkn", "Melayu Kupang"),
                            ("tet", "Tetun"),
                            ("aoz", "Dawan"),
                            ("slp", "Lamaholot"),
                            ("mqy", "Manggarai"),
                            ("xbr", "Sumba"),
                            ("other", "lainnya"),
                        ],
                        max_length=6,
                        verbose_name="dijelaskan dalam bahasa",
                    ),
                ),
                ("explained_by", models.CharField(blank=True, max_length=120, verbose_name="dijelaskan oleh")),
                ("witness", models.CharField(blank=True, max_length=120, verbose_name="saksi")),
                ("on", models.DateField(verbose_name="tanggal")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.consent",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                ("number", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="nomor telepon")),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("own", "milik sendiri"),
                            ("family", "milik keluarga"),
                            ("neighbour", "milik tetangga"),
                            ("village_office", "milik kantor desa"),
                        ],
                        max_length=14,
                        verbose_name="milik siapa",
                    ),
                ),
                ("owner_name", models.CharField(blank=True, max_length=120, verbose_name="nama pemilik")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("call", "telepon"),
                            ("sms", "SMS"),
                            ("whatsapp", "WhatsApp"),
                            ("village_officer", "lewat petugas desa"),
                        ],
                        max_length=16,
                        verbose_name="cara",
                    ),
                ),
                ("safe_when", models.CharField(blank=True, max_length=120, verbose_name="kapan aman")),
                ("not_to_say", models.CharField(blank=True, max_length=200, verbose_name="yang tidak boleh disebut")),
                ("do_not_call", models.BooleanField(default=False, verbose_name="jangan dihubungi")),
                ("confirmed_on", models.DateField(verbose_name="dipastikan tanggal")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contacts", to="people.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "kontak",
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("number", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="nomor telepon")),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("own", "milik sendiri"),
                            ("family", "milik keluarga"),
                            ("neighbour", "milik tetangga"),
                            ("village_office", "milik kantor desa"),
                        ],
                        max_length=14,
                        verbose_name="milik siapa",
                    ),
                ),
                ("owner_name", models.CharField(blank=True, max_length=120, verbose_name="nama pemilik")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("call", "telepon"),
                            ("sms", "SMS"),
                            ("whatsapp", "WhatsApp"),
                            ("village_officer", "lewat petugas desa"),
                        ],
                        max_length=16,
                        verbose_name="cara",
                    ),
                ),
                ("safe_when", models.CharField(blank=True, max_length=120, verbose_name="kapan aman")),
                ("not_to_say", models.CharField(blank=True, max_length=200, verbose_name="yang tidak boleh disebut")),
                ("do_not_call", models.BooleanField(default=False, verbose_name="jangan dihubungi")),
                ("confirmed_on", models.DateField(verbose_name="dipastikan tanggal")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.contact",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
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
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_given", False),
                    models.Q(models.Q(("explained_by", ""), _negated=True), models.Q(("tongue", ""), _negated=True)),
                    _connector="OR",
                ),
                name="consent_was_explained",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_given", False),
                    ("manner", "written"),
                    models.Q(("witness", ""), _negated=True),
                    _connector="OR",
                ),
                name="consent_unwritten_has_a_witness",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_consentevent" ("explained_by", "id", "is_given", "manner", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "tongue", "witness") VALUES (NEW."explained_by", NEW."id", NEW."is_given", NEW."manner", NEW."on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."tongue", NEW."witness"); RETURN NULL;',
                    hash="6c6b24503888ab734204f47d742ab0ca30ce1783",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_91c75",
                    table="people_consent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."explained_by" IS DISTINCT FROM (NEW."explained_by") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_given" IS DISTINCT FROM (NEW."is_given") OR OLD."manner" IS DISTINCT FROM (NEW."manner") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."tongue" IS DISTINCT FROM (NEW."tongue") OR OLD."witness" IS DISTINCT FROM (NEW."witness"))',
                    func='INSERT INTO "people_consentevent" ("explained_by", "id", "is_given", "manner", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "tongue", "witness") VALUES (NEW."explained_by", NEW."id", NEW."is_given", NEW."manner", NEW."on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."tongue", NEW."witness"); RETURN NULL;',
                    hash="156e6672d6738d9dd58ad74298871210ccae4f92",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8387f",
                    table="people_consent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_consentevent" ("explained_by", "id", "is_given", "manner", "on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "tongue", "witness") VALUES (OLD."explained_by", OLD."id", OLD."is_given", OLD."manner", OLD."on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."purpose", OLD."recorded_at", OLD."recorded_by_id", OLD."tongue", OLD."witness"); RETURN NULL;',
                    hash="8ef5d9d65e8baf4883b7498b3372c2b53a8bba96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ee4b6",
                    table="people_consent",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("means", "village_officer"), ("do_not_call", True), ("number__isnull", False), _connector="OR"
                ),
                name="contact_has_a_number",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_contactevent" ("confirmed_on", "do_not_call", "id", "means", "not_to_say", "number", "owner", "owner_name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "safe_when") VALUES (NEW."confirmed_on", NEW."do_not_call", NEW."id", NEW."means", NEW."not_to_say", NEW."number", NEW."owner", NEW."owner_name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."safe_when"); RETURN NULL;',
                    hash="a76814a0a575edc4ade19f6342f25327a200d9ca",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_58971",
                    table="people_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_on" IS DISTINCT FROM (NEW."confirmed_on") OR OLD."do_not_call" IS DISTINCT FROM (NEW."do_not_call") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."means" IS DISTINCT FROM (NEW."means") OR OLD."not_to_say" IS DISTINCT FROM (NEW."not_to_say") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."owner" IS DISTINCT FROM (NEW."owner") OR OLD."owner_name" IS DISTINCT FROM (NEW."owner_name") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."safe_when" IS DISTINCT FROM (NEW."safe_when"))',
                    func='INSERT INTO "people_contactevent" ("confirmed_on", "do_not_call", "id", "means", "not_to_say", "number", "owner", "owner_name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "safe_when") VALUES (NEW."confirmed_on", NEW."do_not_call", NEW."id", NEW."means", NEW."not_to_say", NEW."number", NEW."owner", NEW."owner_name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."safe_when"); RETURN NULL;',
                    hash="fe05abaf6d45259a16712c9399b821c77db4beda",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_daf96",
                    table="people_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_contactevent" ("confirmed_on", "do_not_call", "id", "means", "not_to_say", "number", "owner", "owner_name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "safe_when") VALUES (OLD."confirmed_on", OLD."do_not_call", OLD."id", OLD."means", OLD."not_to_say", OLD."number", OLD."owner", OLD."owner_name", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."safe_when"); RETURN NULL;',
                    hash="61fb766c0eb9e607e87e49a3a21a223affed8b88",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1f145",
                    table="people_contact",
                    when="AFTER",
                ),
            ),
        ),
    ]
