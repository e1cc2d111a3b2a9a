"""Since when a journey stands where it stands, and an index for every desk's queue, the longest waiting first."""

import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import tenun.shared.clock


class Migration(migrations.Migration):
    """Since when a journey stands where it stands."""

    dependencies = [
        ("people", "0017_clock_of_tenun"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="journey",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="journey",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="journey",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="journey",
            name="since",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(),
                default=tenun.shared.clock.now,
                verbose_name="pada tahap ini sejak",
            ),
        ),
        migrations.AddField(
            model_name="journeyevent",
            name="since",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(),
                default=tenun.shared.clock.now,
                verbose_name="pada tahap ini sejak",
            ),
        ),
        migrations.AddIndex(
            model_name="journey",
            index=models.Index(
                models.F("district_code"),
                models.F("since"),
                models.F("id"),
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "CONTACTED",
                            "INFORMED",
                            "VILLAGE_RECORDED",
                            "REGISTERED",
                            "SCREENED",
                            "PREPARING",
                            "MATCHED",
                            "PLACEMENT_AGREED",
                            "MEDICAL_FIT",
                            "PASSPORT_OK",
                            "CONTRACT_SIGNED",
                            "VISA_OK",
                            "INSURED",
                            "CLEARED",
                        ],
                    )
                ),
                name="waiting_by_district",
            ),
        ),
        migrations.AddIndex(
            model_name="journey",
            index=models.Index(
                models.F("village_code"),
                models.F("since"),
                models.F("id"),
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "CONTACTED",
                            "INFORMED",
                            "VILLAGE_RECORDED",
                            "REGISTERED",
                            "SCREENED",
                            "PREPARING",
                            "MATCHED",
                            "PLACEMENT_AGREED",
                            "MEDICAL_FIT",
                            "PASSPORT_OK",
                            "CONTRACT_SIGNED",
                            "VISA_OK",
                            "INSURED",
                            "CLEARED",
                        ],
                    )
                ),
                name="waiting_by_village",
            ),
        ),
        migrations.AddIndex(
            model_name="journey",
            index=models.Index(
                models.F("since"),
                models.F("id"),
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "CONTACTED",
                            "INFORMED",
                            "VILLAGE_RECORDED",
                            "REGISTERED",
                            "SCREENED",
                            "PREPARING",
                            "MATCHED",
                            "PLACEMENT_AGREED",
                            "MEDICAL_FIT",
                            "PASSPORT_OK",
                            "CONTRACT_SIGNED",
                            "VISA_OK",
                            "INSURED",
                            "CLEARED",
                        ],
                    )
                ),
                name="waiting_everywhere",
            ),
        ),
        migrations.AddIndex(
            model_name="journey",
            index=models.Index(
                models.F("district_code"),
                models.F("state"),
                models.F("since"),
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "CONTACTED",
                            "INFORMED",
                            "VILLAGE_RECORDED",
                            "REGISTERED",
                            "SCREENED",
                            "PREPARING",
                            "MATCHED",
                            "PLACEMENT_AGREED",
                            "MEDICAL_FIT",
                            "PASSPORT_OK",
                            "CONTRACT_SIGNED",
                            "VISA_OK",
                            "INSURED",
                            "CLEARED",
                        ],
                    ),
                    _negated=True,
                ),
                name="off_the_way_by_district",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journey",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_journeyevent" ("district_code", "history", "id", "is_held", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red_flag", "retry_on", "since", "started_at", "state", "village_code") VALUES (NEW."district_code", NEW."history", NEW."id", NEW."is_held", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."red_flag", NEW."retry_on", NEW."since", NEW."started_at", NEW."state", NEW."village_code"); RETURN NULL;',
                    hash="d933376db7fa4fc6f467fc4332fe3929536b3080",
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
                    func='INSERT INTO "people_journeyevent" ("district_code", "history", "id", "is_held", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red_flag", "retry_on", "since", "started_at", "state", "village_code") VALUES (NEW."district_code", NEW."history", NEW."id", NEW."is_held", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."red_flag", NEW."retry_on", NEW."since", NEW."started_at", NEW."state", NEW."village_code"); RETURN NULL;',
                    hash="35053998b8fb45fd9d582a54d14499bae821de6a",
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
                    func='INSERT INTO "people_journeyevent" ("district_code", "history", "id", "is_held", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red_flag", "retry_on", "since", "started_at", "state", "village_code") VALUES (OLD."district_code", OLD."history", OLD."id", OLD."is_held", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."red_flag", OLD."retry_on", OLD."since", OLD."started_at", OLD."state", OLD."village_code"); RETURN NULL;',
                    hash="e93d7d9cdecd50cf274759bb8e3cc6fe1c868320",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1ecfc",
                    table="people_journey",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(
            """
            SELECT set_config('tenun.in_function', 'on', true);
            UPDATE people_journey j SET since = COALESCE(
                (SELECT max(e.at) FROM people_journeyentry e WHERE e.journey_id = j.id AND e.before <> e.after),
                j.started_at);
            SELECT set_config('tenun.in_function', '', true);
            """,
            migrations.RunSQL.noop,
        ),
    ]
