"""Every change of a hand-over to protection is kept by trigger."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    """Every change of a hand-over to protection is kept by trigger."""

    dependencies = [
        ("people", "0014_seals"),
        ("readiness", "0003_movements"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReferralEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("under_age", "umur di bawah 18 tahun"),
                            ("age_in_doubt", "umur diragukan"),
                            ("red_answer", "jawaban yang perlu dilihat pelindungan"),
                            ("other", "alasan lain"),
                        ],
                        max_length=20,
                        verbose_name="alasan",
                    ),
                ),
                ("note", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="catatan")),
                ("at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("outcome", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="hasil")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "readiness_referralevent" ("at", "by_id", "closed_at", "closed_by_id", "district_code", "id", "note", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "village_code") VALUES (NEW."at", NEW."by_id", NEW."closed_at", NEW."closed_by_id", NEW."district_code", NEW."id", NEW."note", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."village_code"); RETURN NULL;',
                    hash="4590f9d07b70535c94f353085c37fdb5363a9410",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2bea7",
                    table="readiness_referral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "readiness_referralevent" ("at", "by_id", "closed_at", "closed_by_id", "district_code", "id", "note", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "village_code") VALUES (NEW."at", NEW."by_id", NEW."closed_at", NEW."closed_by_id", NEW."district_code", NEW."id", NEW."note", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."village_code"); RETURN NULL;',
                    hash="6f7fdd8e7475f4413ae95b8c8c358e048ce96019",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da1ff",
                    table="readiness_referral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "readiness_referralevent" ("at", "by_id", "closed_at", "closed_by_id", "district_code", "id", "note", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "village_code") VALUES (OLD."at", OLD."by_id", OLD."closed_at", OLD."closed_by_id", OLD."district_code", OLD."id", OLD."note", OLD."outcome", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."village_code"); RETURN NULL;',
                    hash="13f05541ff6524d66c54e4e545d090ffe1922e76",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a84f3",
                    table="readiness_referral",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="referralevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referralevent",
            name="closed_by",
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
            model_name="referralevent",
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
            model_name="referralevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="readiness.referral",
            ),
        ),
    ]
