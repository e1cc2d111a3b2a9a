"""What lists of Sisko showed of a person, and whether a number stands on any file at all."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tenun.shared.clock
from tenun.shared.policies import closed_history, sealed_off, under_scope

_FORWARD = """
-- Of these numbers of a system those that stand on a file, wherever it is; not on which. A number is one person's, so
-- whoever adds it would learn the same from the constraint, and an import asks for a thousand rows at once.
CREATE FUNCTION tenun_numbers_taken(asked text, codes text[]) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    within text := COALESCE(current_setting('tenun.in_function', true), '');
BEGIN
    PERFORM set_config('tenun.in_function', 'on', true);
    RETURN QUERY SELECT e.code::text FROM people_externalid e WHERE e.system = asked AND e.code = ANY(codes);
    PERFORM set_config('tenun.in_function', within, true);
END $$;
REVOKE ALL ON FUNCTION tenun_numbers_taken(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenun_numbers_taken(text, text[]) TO tenun_site, tenun_worker;
"""
_BACKWARD = "DROP FUNCTION tenun_numbers_taken(text, text[]);"


class Migration(migrations.Migration):
    """What lists of Sisko showed of a person."""

    dependencies = [
        ("people", "0018_waiting_since"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SiskoListing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
                ("steps", models.JSONField(default=dict, verbose_name="langkah")),
                ("destination", models.CharField(blank=True, max_length=120, verbose_name="tujuan menurut Sisko")),
                (
                    "agency",
                    models.CharField(blank=True, max_length=120, verbose_name="perusahaan penempatan menurut Sisko"),
                ),
                ("batch_id", models.BigIntegerField()),
                ("listed_on", models.DateField(verbose_name="tanggal daftar")),
                ("recorded_at", models.DateTimeField(default=tenun.shared.clock.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sisko_listings", to="people.person"
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
                "verbose_name": "catatan Sisko",
            },
        ),
        migrations.CreateModel(
            name="SiskoListingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("steps", models.JSONField(default=dict, verbose_name="langkah")),
                ("destination", models.CharField(blank=True, max_length=120, verbose_name="tujuan menurut Sisko")),
                (
                    "agency",
                    models.CharField(blank=True, max_length=120, verbose_name="perusahaan penempatan menurut Sisko"),
                ),
                ("batch_id", models.BigIntegerField()),
                ("listed_on", models.DateField(verbose_name="tanggal daftar")),
                ("recorded_at", models.DateTimeField(default=tenun.shared.clock.now, editable=False)),
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
                        to="people.siskolisting",
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
        migrations.AddIndex(
            model_name="siskolisting",
            index=models.Index(fields=["person", "-id"], name="sisko_listing_by_person"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="siskolisting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_siskolistingevent" ("agency", "batch_id", "destination", "id", "listed_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "steps") VALUES (NEW."agency", NEW."batch_id", NEW."destination", NEW."id", NEW."listed_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."steps"); RETURN NULL;',
                    hash="4375518b23f9daacfbab152ff2d5c4c072cc1ca3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_74bb0",
                    table="people_siskolisting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="siskolisting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency" IS DISTINCT FROM (NEW."agency") OR OLD."batch_id" IS DISTINCT FROM (NEW."batch_id") OR OLD."destination" IS DISTINCT FROM (NEW."destination") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."listed_on" IS DISTINCT FROM (NEW."listed_on") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."steps" IS DISTINCT FROM (NEW."steps"))',
                    func='INSERT INTO "people_siskolistingevent" ("agency", "batch_id", "destination", "id", "listed_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "steps") VALUES (NEW."agency", NEW."batch_id", NEW."destination", NEW."id", NEW."listed_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."steps"); RETURN NULL;',
                    hash="56e7f7d0bac0ef5a6377cefb4f9c16db2f095dfc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2812",
                    table="people_siskolisting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="siskolisting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_siskolistingevent" ("agency", "batch_id", "destination", "id", "listed_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "steps") VALUES (OLD."agency", OLD."batch_id", OLD."destination", OLD."id", OLD."listed_on", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."steps"); RETURN NULL;',
                    hash="218e57c7f63af1d6f38d66eae15e04b38f497ce3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b4d48",
                    table="people_siskolisting",
                    when="AFTER",
                ),
            ),
        ),
        under_scope("people_siskolisting"),
        sealed_off("people_siskolisting"),
        closed_history("people_siskolistingevent"),
        migrations.RunSQL(_FORWARD, _BACKWARD),
    ]
