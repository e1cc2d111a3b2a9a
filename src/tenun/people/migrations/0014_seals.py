"""Seals and openings in an emergency; every change of a journey is kept by trigger."""

import datetime

import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    """Seals, openings in an emergency, the history of journeys."""

    dependencies = [
        ("people", "0013_lists_are_read_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Emergency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                ("role", models.CharField(max_length=120)),
                (
                    "what",
                    models.CharField(
                        choices=[("file", "berkas yang ditahan"), ("health", "gambar surat kesehatan")], max_length=10
                    ),
                ),
                (
                    "danger",
                    models.CharField(
                        choices=[
                            ("life", "nyawa atau kesehatannya terancam"),
                            ("missing", "ia hilang atau dibawa orang"),
                            ("custody", "polisi, rumah sakit, atau imigrasi meminta sekarang"),
                            ("border", "ia dicegat di bandara, pelabuhan, atau perbatasan"),
                        ],
                        max_length=10,
                        verbose_name="keadaan darurat",
                    ),
                ),
                ("why", tenun.shared.encryption.EncryptedField(verbose_name="alasan")),
                ("at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("reviewed_at", models.DateTimeField(null=True)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("fair", "wajar"), ("unfair", "tidak wajar")],
                        max_length=10,
                        verbose_name="penilaian",
                    ),
                ),
                ("note", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="catatan")),
            ],
            options={
                "verbose_name": "akses darurat",
            },
        ),
        migrations.CreateModel(
            name="EmergencyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                ("role", models.CharField(max_length=120)),
                (
                    "what",
                    models.CharField(
                        choices=[("file", "berkas yang ditahan"), ("health", "gambar surat kesehatan")], max_length=10
                    ),
                ),
                (
                    "danger",
                    models.CharField(
                        choices=[
                            ("life", "nyawa atau kesehatannya terancam"),
                            ("missing", "ia hilang atau dibawa orang"),
                            ("custody", "polisi, rumah sakit, atau imigrasi meminta sekarang"),
                            ("border", "ia dicegat di bandara, pelabuhan, atau perbatasan"),
                        ],
                        max_length=10,
                        verbose_name="keadaan darurat",
                    ),
                ),
                ("why", tenun.shared.encryption.EncryptedField(verbose_name="alasan")),
                ("at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("reviewed_at", models.DateTimeField(null=True)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("fair", "wajar"), ("unfair", "tidak wajar")],
                        max_length=10,
                        verbose_name="penilaian",
                    ),
                ),
                ("note", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="catatan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JourneyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(max_length=13)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("CONTACTED", "contacted"),
                            ("INFORMED", "informed"),
                            ("VILLAGE_RECORDED", "village_recorded"),
                            ("REGISTERED", "registered"),
                            ("SCREENED", "screened"),
                            ("PREPARING", "preparing"),
                            ("MATCHED", "matched"),
                            ("PLACEMENT_AGREED", "placement_agreed"),
                            ("MEDICAL_FIT", "medical_fit"),
                            ("PASSPORT_OK", "passport_ok"),
                            ("CONTRACT_SIGNED", "contract_signed"),
                            ("VISA_OK", "visa_ok"),
                            ("INSURED", "insured"),
                            ("CLEARED", "cleared"),
                            ("DEPARTED", "departed"),
                            ("ARRIVED_REPORTED", "arrived_reported"),
                            ("WORKING", "working"),
                            ("IN_CASE", "in_case"),
                            ("RETURNING", "returning"),
                            ("AT_DEBARKATION", "at_debarkation"),
                            ("HOME", "home"),
                            ("REHABILITATION", "rehabilitation"),
                            ("REINTEGRATED", "reintegrated"),
                            ("DECEASED", "deceased"),
                            ("WITHDREW", "withdrew"),
                            ("REFUSED", "refused"),
                            ("NOT_ELIGIBLE_NOW", "not_eligible_now"),
                            ("UNDERAGE", "underage"),
                            ("DEPARTED_NON_PROCEDURALLY", "departed_non_procedurally"),
                            ("LOST_CONTACT", "lost_contact"),
                        ],
                        max_length=30,
                        verbose_name="tahap",
                    ),
                ),
                ("history", models.JSONField(blank=True, default=list)),
                ("is_held", models.BooleanField(default=False, verbose_name="ditahan")),
                ("red_flag", models.BooleanField(default=False, verbose_name="menunggu pelindungan")),
                ("retry_on", models.DateField(blank=True, null=True, verbose_name="boleh mencoba lagi")),
                ("started_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                (
                    "kind",
                    models.CharField(choices=[("protection", "dilihat pelindungan"), ("child", "anak")], max_length=10),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "segel",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journey",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_journeyevent" ("district_code", "history", "id", "is_held", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red_flag", "retry_on", "started_at", "state", "village_code") VALUES (NEW."district_code", NEW."history", NEW."id", NEW."is_held", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."red_flag", NEW."retry_on", NEW."started_at", NEW."state", NEW."village_code"); RETURN NULL;',
                    hash="3bb9d30f21ed5216e9a9963e7df3aba132aa1591",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8426c",
                    table="people_journey",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journey",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_journeyevent" ("district_code", "history", "id", "is_held", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red_flag", "retry_on", "started_at", "state", "village_code") VALUES (NEW."district_code", NEW."history", NEW."id", NEW."is_held", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."red_flag", NEW."retry_on", NEW."started_at", NEW."state", NEW."village_code"); RETURN NULL;',
                    hash="40f92d0de4caf3194932035ba6a08f2d23ce80e0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_652c8",
                    table="people_journey",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journey",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_journeyevent" ("district_code", "history", "id", "is_held", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red_flag", "retry_on", "started_at", "state", "village_code") VALUES (OLD."district_code", OLD."history", OLD."id", OLD."is_held", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."red_flag", OLD."retry_on", OLD."started_at", OLD."state", OLD."village_code"); RETURN NULL;',
                    hash="fe161181512cb6765c7c5c4a05f645d4b6eb2111",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1ecfc",
                    table="people_journey",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="emergency",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="emergencies", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="emergency",
            name="reviewed_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="emergency",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="emergencyevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="emergencyevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="people.emergency",
            ),
        ),
        migrations.AddField(
            model_name="emergencyevent",
            name="reviewed_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="emergencyevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="journeyevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="journeyevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="people.journey",
            ),
        ),
        migrations.AddField(
            model_name="seal",
            name="person",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="seal", to="people.person"
            ),
        ),
        migrations.AddIndex(
            model_name="emergency",
            index=models.Index(fields=["user", "ends_at"], name="emergency_by_user"),
        ),
        migrations.AddIndex(
            model_name="emergency",
            index=models.Index(fields=["district_code", "-id"], name="emergency_by_district"),
        ),
        migrations.AddConstraint(
            model_name="emergency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_at__gt", models.F("at")),
                    (
                        "ends_at__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("at"), "+", models.Value(datetime.timedelta(seconds=14400))
                        ),
                    ),
                ),
                name="emergency_ends_by_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_by", None), ("verdict", "")),
                    models.Q(
                        models.Q(("verdict", ""), _negated=True),
                        ("reviewed_by__isnull", False),
                        models.Q(("reviewed_by", models.F("user")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="emergency_reviewed_by_somebody_else",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="emergency",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_emergencyevent" ("at", "danger", "district_code", "ended_at", "ends_at", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_at", "reviewed_by_id", "role", "user_id", "verdict", "village_code", "what", "why") VALUES (NEW."at", NEW."danger", NEW."district_code", NEW."ended_at", NEW."ends_at", NEW."id", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reviewed_at", NEW."reviewed_by_id", NEW."role", NEW."user_id", NEW."verdict", NEW."village_code", NEW."what", NEW."why"); RETURN NULL;',
                    hash="73849614d4c7f4d08d87add96ff7c1becc9b2c84",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_25ea4",
                    table="people_emergency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="emergency",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_emergencyevent" ("at", "danger", "district_code", "ended_at", "ends_at", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_at", "reviewed_by_id", "role", "user_id", "verdict", "village_code", "what", "why") VALUES (NEW."at", NEW."danger", NEW."district_code", NEW."ended_at", NEW."ends_at", NEW."id", NEW."note", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reviewed_at", NEW."reviewed_by_id", NEW."role", NEW."user_id", NEW."verdict", NEW."village_code", NEW."what", NEW."why"); RETURN NULL;',
                    hash="feb13cd8afccdaa986200516c53889d28e5bcaf2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5196e",
                    table="people_emergency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="emergency",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_emergencyevent" ("at", "danger", "district_code", "ended_at", "ends_at", "id", "note", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_at", "reviewed_by_id", "role", "user_id", "verdict", "village_code", "what", "why") VALUES (OLD."at", OLD."danger", OLD."district_code", OLD."ended_at", OLD."ends_at", OLD."id", OLD."note", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reviewed_at", OLD."reviewed_by_id", OLD."role", OLD."user_id", OLD."verdict", OLD."village_code", OLD."what", OLD."why"); RETURN NULL;',
                    hash="d06cadc7a795323f752414ab33fea615b45232f7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8885e",
                    table="people_emergency",
                    when="AFTER",
                ),
            ),
        ),
    ]
