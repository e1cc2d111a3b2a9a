"""Who is asked about a programme, and the file it came from, do not stay in its history."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0021_readiness_row_level_security"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="programme",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="programme",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="programme",
            name="delete_delete",
        ),
        migrations.RemoveField(
            model_name="programmeevent",
            name="contact_email",
        ),
        migrations.RemoveField(
            model_name="programmeevent",
            name="contact_name",
        ),
        migrations.RemoveField(
            model_name="programmeevent",
            name="contact_phone",
        ),
        migrations.RemoveField(
            model_name="programmeevent",
            name="contact_post",
        ),
        migrations.RemoveField(
            model_name="programmeevent",
            name="kept",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_programmeevent" ("actual_end", "actual_start", "budget_code", "checked_on", "counterpart", "description", "districts", "entered_at", "entered_by_id", "entry_rules", "entry_words", "fit", "gcm_objectives", "id", "identifier", "is_demo", "money_amount", "money_currency", "next_step", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phases", "planned_end", "planned_start", "problem", "sectors", "services", "source", "source_url", "status", "target_group", "title", "version") VALUES (NEW."actual_end", NEW."actual_start", NEW."budget_code", NEW."checked_on", NEW."counterpart", NEW."description", NEW."districts", NEW."entered_at", NEW."entered_by_id", NEW."entry_rules", NEW."entry_words", NEW."fit", NEW."gcm_objectives", NEW."id", NEW."identifier", NEW."is_demo", NEW."money_amount", NEW."money_currency", NEW."next_step", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phases", NEW."planned_end", NEW."planned_start", NEW."problem", NEW."sectors", NEW."services", NEW."source", NEW."source_url", NEW."status", NEW."target_group", NEW."title", NEW."version"); RETURN NULL;',
                    hash="bcba449bc9d8f174643b0b577854589e8037c1fb",
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
                    condition='WHEN (OLD."actual_end" IS DISTINCT FROM (NEW."actual_end") OR OLD."actual_start" IS DISTINCT FROM (NEW."actual_start") OR OLD."budget_code" IS DISTINCT FROM (NEW."budget_code") OR OLD."checked_on" IS DISTINCT FROM (NEW."checked_on") OR OLD."counterpart" IS DISTINCT FROM (NEW."counterpart") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."districts" IS DISTINCT FROM (NEW."districts") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entry_rules" IS DISTINCT FROM (NEW."entry_rules") OR OLD."entry_words" IS DISTINCT FROM (NEW."entry_words") OR OLD."fit" IS DISTINCT FROM (NEW."fit") OR OLD."gcm_objectives" IS DISTINCT FROM (NEW."gcm_objectives") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."identifier" IS DISTINCT FROM (NEW."identifier") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."money_amount" IS DISTINCT FROM (NEW."money_amount") OR OLD."money_currency" IS DISTINCT FROM (NEW."money_currency") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."phases" IS DISTINCT FROM (NEW."phases") OR OLD."planned_end" IS DISTINCT FROM (NEW."planned_end") OR OLD."planned_start" IS DISTINCT FROM (NEW."planned_start") OR OLD."problem" IS DISTINCT FROM (NEW."problem") OR OLD."sectors" IS DISTINCT FROM (NEW."sectors") OR OLD."services" IS DISTINCT FROM (NEW."services") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."target_group" IS DISTINCT FROM (NEW."target_group") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "partnership_programmeevent" ("actual_end", "actual_start", "budget_code", "checked_on", "counterpart", "description", "districts", "entered_at", "entered_by_id", "entry_rules", "entry_words", "fit", "gcm_objectives", "id", "identifier", "is_demo", "money_amount", "money_currency", "next_step", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phases", "planned_end", "planned_start", "problem", "sectors", "services", "source", "source_url", "status", "target_group", "title", "version") VALUES (NEW."actual_end", NEW."actual_start", NEW."budget_code", NEW."checked_on", NEW."counterpart", NEW."description", NEW."districts", NEW."entered_at", NEW."entered_by_id", NEW."entry_rules", NEW."entry_words", NEW."fit", NEW."gcm_objectives", NEW."id", NEW."identifier", NEW."is_demo", NEW."money_amount", NEW."money_currency", NEW."next_step", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phases", NEW."planned_end", NEW."planned_start", NEW."problem", NEW."sectors", NEW."services", NEW."source", NEW."source_url", NEW."status", NEW."target_group", NEW."title", NEW."version"); RETURN NULL;',
                    hash="f2c496109684f17da8c656c2154a186f9c5c8a40",
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
                    func='INSERT INTO "partnership_programmeevent" ("actual_end", "actual_start", "budget_code", "checked_on", "counterpart", "description", "districts", "entered_at", "entered_by_id", "entry_rules", "entry_words", "fit", "gcm_objectives", "id", "identifier", "is_demo", "money_amount", "money_currency", "next_step", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phases", "planned_end", "planned_start", "problem", "sectors", "services", "source", "source_url", "status", "target_group", "title", "version") VALUES (OLD."actual_end", OLD."actual_start", OLD."budget_code", OLD."checked_on", OLD."counterpart", OLD."description", OLD."districts", OLD."entered_at", OLD."entered_by_id", OLD."entry_rules", OLD."entry_words", OLD."fit", OLD."gcm_objectives", OLD."id", OLD."identifier", OLD."is_demo", OLD."money_amount", OLD."money_currency", OLD."next_step", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phases", OLD."planned_end", OLD."planned_start", OLD."problem", OLD."sectors", OLD."services", OLD."source", OLD."source_url", OLD."status", OLD."target_group", OLD."title", OLD."version"); RETURN NULL;',
                    hash="0784b6211b75ba1eb7fec7ffcd7269aee32edb2f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e9709",
                    table="partnership_programme",
                    when="AFTER",
                ),
            ),
        ),
    ]
