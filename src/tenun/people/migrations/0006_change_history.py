"""The change history of a person, kept by trigger; a file may lead to the one it was merged into."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    """The change history of a person, kept by trigger; a file may lead to the one it was merged into."""

    dependencies = [
        ("people", "0005_consent_stands_on_its_paper"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("district_code", models.CharField(max_length=5, verbose_name="kabupaten atau kota")),
                ("village_code", models.CharField(blank=True, max_length=13, verbose_name="desa atau kelurahan")),
                ("full_name", models.CharField(max_length=120, verbose_name="nama lengkap")),
                ("folded_name", models.CharField(max_length=120)),
                ("nik", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="NIK")),
                ("nik_hash", models.CharField(blank=True, max_length=43)),
                (
                    "family_card_number",
                    tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="nomor KK"),
                ),
                ("birth_place", models.CharField(blank=True, max_length=80, verbose_name="tempat lahir")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="tanggal lahir")),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("L", "male"), ("P", "female")], max_length=1, verbose_name="jenis kelamin"
                    ),
                ),
                (
                    "marital_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("belum_kawin", "single"),
                            ("kawin", "married"),
                            ("cerai_hidup", "divorced"),
                            ("cerai_mati", "widowed"),
                        ],
                        max_length=12,
                        verbose_name="status kawin",
                    ),
                ),
                ("mother_name", models.CharField(blank=True, max_length=120, verbose_name="nama ibu")),
                (
                    "education",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (0, "none"),
                            (1, "primary"),
                            (2, "lower_secondary"),
                            (3, "upper_secondary"),
                            (4, "diploma_1"),
                            (5, "diploma_2"),
                            (6, "diploma_3"),
                            (7, "bachelor"),
                            (8, "master"),
                            (9, "doctor"),
                        ],
                        null=True,
                        verbose_name="pendidikan",
                    ),
                ),
                ("phone", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="telepon")),
                ("target", models.CharField(blank=True, max_length=40, verbose_name="tujuan")),
                ("departure_on", models.DateField(blank=True, null=True, verbose_name="rencana berangkat")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="person",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged_away",
                to="people.person",
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="village_code",
            field=models.CharField(blank=True, max_length=13, verbose_name="desa atau kelurahan"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personevent" ("birth_date", "birth_place", "created_at", "created_by_id", "departure_on", "district_code", "education", "family_card_number", "folded_name", "full_name", "id", "marital_status", "merged_into_id", "mother_name", "nik", "nik_hash", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "sex", "target", "version", "village_code") VALUES (NEW."birth_date", NEW."birth_place", NEW."created_at", NEW."created_by_id", NEW."departure_on", NEW."district_code", NEW."education", NEW."family_card_number", NEW."folded_name", NEW."full_name", NEW."id", NEW."marital_status", NEW."merged_into_id", NEW."mother_name", NEW."nik", NEW."nik_hash", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."sex", NEW."target", NEW."version", NEW."village_code"); RETURN NULL;',
                    hash="7780eea65240373beba2cca08c5b94faee1960cf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65688",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_personevent" ("birth_date", "birth_place", "created_at", "created_by_id", "departure_on", "district_code", "education", "family_card_number", "folded_name", "full_name", "id", "marital_status", "merged_into_id", "mother_name", "nik", "nik_hash", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "sex", "target", "version", "village_code") VALUES (NEW."birth_date", NEW."birth_place", NEW."created_at", NEW."created_by_id", NEW."departure_on", NEW."district_code", NEW."education", NEW."family_card_number", NEW."folded_name", NEW."full_name", NEW."id", NEW."marital_status", NEW."merged_into_id", NEW."mother_name", NEW."nik", NEW."nik_hash", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."sex", NEW."target", NEW."version", NEW."village_code"); RETURN NULL;',
                    hash="0cad80f4da2be522737b2a052a1f61d94b2ac172",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_de829",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personevent" ("birth_date", "birth_place", "created_at", "created_by_id", "departure_on", "district_code", "education", "family_card_number", "folded_name", "full_name", "id", "marital_status", "merged_into_id", "mother_name", "nik", "nik_hash", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "sex", "target", "version", "village_code") VALUES (OLD."birth_date", OLD."birth_place", OLD."created_at", OLD."created_by_id", OLD."departure_on", OLD."district_code", OLD."education", OLD."family_card_number", OLD."folded_name", OLD."full_name", OLD."id", OLD."marital_status", OLD."merged_into_id", OLD."mother_name", OLD."nik", OLD."nik_hash", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."sex", OLD."target", OLD."version", OLD."village_code"); RETURN NULL;',
                    hash="e0a3673cff1cd112b6c4f211434cdbc0452e8fb4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2ca2d",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="created_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="people.person",
            ),
        ),
    ]
