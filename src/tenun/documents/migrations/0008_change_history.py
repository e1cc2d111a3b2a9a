"""Every change of a paper is kept by trigger."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    """Every change of a paper is kept by trigger."""

    dependencies = [
        ("documents", "0007_lists_are_read_once"),
        ("people", "0014_seals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("ktp", "id_card"),
                            ("kk", "family_card"),
                            ("akta", "birth_certificate"),
                            ("ijazah", "school_certificate"),
                            ("nikah", "marriage_book"),
                            ("paspor", "passport"),
                            ("izin", "family_consent"),
                            ("status_kawin_surat", "marital_status_letter"),
                            ("skck", "police_record_letter"),
                            ("ak1", "job_seeker_card"),
                            ("kesehatan", "medical_certificate"),
                            ("psikologi", "psychology_certificate"),
                            ("tes_kehamilan", "pregnancy_test"),
                            ("pelatihan", "training_record"),
                            ("pengalaman", "work_experience"),
                            ("str_perawat", "nurse_registration"),
                            ("bst", "basic_safety_training"),
                            ("buku_pelaut", "seafarer_book"),
                            ("sip2mi", "recruitment_permit"),
                            ("perjanjian_penempatan", "placement_agreement"),
                            ("visa", "work_visa"),
                            ("perjanjian_kerja", "work_contract"),
                            ("bpjs_tk", "employment_insurance"),
                            ("jkn", "health_insurance"),
                            ("opp", "pre_departure_orientation"),
                            ("e_kpmi", "worker_card"),
                            ("kompetensi_rumah_tangga", "domestic_work"),
                            ("kompetensi_lansia", "elderly_care"),
                            ("kompetensi_anak", "child_care"),
                            ("kompetensi_masak", "family_cook"),
                            ("kompetensi_kebun", "plantation"),
                            ("kompetensi_pabrik", "manufacturing"),
                            ("kompetensi_eps", "eps_skill_test"),
                            ("kompetensi_kaigo", "kaigo"),
                            ("kompetensi_perawat", "nursing"),
                            ("kompetensi_pelaut", "seafarer"),
                            ("kompetensi_lain", "other"),
                            ("bahasa_jft", "jft"),
                            ("bahasa_jlpt", "jlpt"),
                            ("bahasa_eps_topik", "eps_topik"),
                            ("bahasa_tocfl", "tocfl"),
                            ("bahasa_cefr_de", "cefr_de"),
                            ("bahasa_cefr_en", "cefr_en"),
                            ("bahasa_cefr_ja", "cefr_ja"),
                            ("rekening", "bank account"),
                            ("splp", "travel letter of a mission (SPLP)"),
                            ("rekomendasi_paspor", "passport recommendation"),
                        ],
                        max_length=30,
                        verbose_name="jenis surat",
                    ),
                ),
                ("is_current", models.BooleanField(default=True)),
                (
                    "proof",
                    models.SmallIntegerField(
                        choices=[(0, "absent"), (1, "declared"), (2, "copy"), (3, "original_seen"), (4, "certified")],
                        verbose_name="bukti",
                    ),
                ),
                ("number", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="nomor")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="nama")),
                ("birth_place", models.CharField(blank=True, max_length=80, verbose_name="tempat lahir")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="tanggal lahir")),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("L", "male"), ("P", "female")], max_length=1, verbose_name="jenis kelamin"
                    ),
                ),
                ("mother_name", models.CharField(blank=True, max_length=120, verbose_name="nama ibu")),
                ("father_name", models.CharField(blank=True, max_length=120, verbose_name="nama ayah")),
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
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="tanggal terbit")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="mulai kontrak")),
                ("rank", models.SmallIntegerField(blank=True, null=True, verbose_name="tingkat bahasa")),
                ("fit", models.BooleanField(blank=True, null=True, verbose_name="layak kerja")),
                ("hours", models.PositiveIntegerField(blank=True, null=True, verbose_name="jam pelatihan")),
                ("months", models.PositiveIntegerField(blank=True, null=True, verbose_name="bulan pengalaman")),
                (
                    "giver",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("suami", "husband"),
                            ("istri", "wife"),
                            ("orang_tua", "parent"),
                            ("wali", "guardian"),
                        ],
                        max_length=10,
                        verbose_name="pemberi izin",
                    ),
                ),
                (
                    "known_by_village_head",
                    models.BooleanField(blank=True, null=True, verbose_name="izin diketahui kepala desa"),
                ),
                ("mrz", tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="dua baris MRZ")),
                (
                    "defect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nik_ganda", "nik_duplicate"),
                            ("nik_tidak_ditemukan", "nik_not_found"),
                            ("lama", "outdated"),
                            ("hilang", "lost"),
                            ("rusak", "damaged"),
                            ("diragukan", "doubted"),
                            ("belum_dicatat", "unregistered"),
                            ("mrz_salah", "mrz_invalid"),
                            ("nomor_salah", "number_invalid"),
                        ],
                        max_length=30,
                        verbose_name="cacat",
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_paperevent" ("birth_date", "birth_place", "defect", "district_code", "father_name", "fit", "giver", "hours", "id", "is_current", "issued_on", "kind", "known_by_village_head", "marital_status", "months", "mother_name", "mrz", "name", "number", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "rank", "recorded_at", "recorded_by_id", "sex", "starts_on", "valid_until", "village_code") VALUES (NEW."birth_date", NEW."birth_place", NEW."defect", NEW."district_code", NEW."father_name", NEW."fit", NEW."giver", NEW."hours", NEW."id", NEW."is_current", NEW."issued_on", NEW."kind", NEW."known_by_village_head", NEW."marital_status", NEW."months", NEW."mother_name", NEW."mrz", NEW."name", NEW."number", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proof", NEW."rank", NEW."recorded_at", NEW."recorded_by_id", NEW."sex", NEW."starts_on", NEW."valid_until", NEW."village_code"); RETURN NULL;',
                    hash="3b142e0852c73a76cbde38b9526c85704bf1e41f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_56845",
                    table="documents_paper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "documents_paperevent" ("birth_date", "birth_place", "defect", "district_code", "father_name", "fit", "giver", "hours", "id", "is_current", "issued_on", "kind", "known_by_village_head", "marital_status", "months", "mother_name", "mrz", "name", "number", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "rank", "recorded_at", "recorded_by_id", "sex", "starts_on", "valid_until", "village_code") VALUES (NEW."birth_date", NEW."birth_place", NEW."defect", NEW."district_code", NEW."father_name", NEW."fit", NEW."giver", NEW."hours", NEW."id", NEW."is_current", NEW."issued_on", NEW."kind", NEW."known_by_village_head", NEW."marital_status", NEW."months", NEW."mother_name", NEW."mrz", NEW."name", NEW."number", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proof", NEW."rank", NEW."recorded_at", NEW."recorded_by_id", NEW."sex", NEW."starts_on", NEW."valid_until", NEW."village_code"); RETURN NULL;',
                    hash="f32ac524a467c6e88fdfdce68b62769b4b0c1043",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3090c",
                    table="documents_paper",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_paperevent" ("birth_date", "birth_place", "defect", "district_code", "father_name", "fit", "giver", "hours", "id", "is_current", "issued_on", "kind", "known_by_village_head", "marital_status", "months", "mother_name", "mrz", "name", "number", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "rank", "recorded_at", "recorded_by_id", "sex", "starts_on", "valid_until", "village_code") VALUES (OLD."birth_date", OLD."birth_place", OLD."defect", OLD."district_code", OLD."father_name", OLD."fit", OLD."giver", OLD."hours", OLD."id", OLD."is_current", OLD."issued_on", OLD."kind", OLD."known_by_village_head", OLD."marital_status", OLD."months", OLD."mother_name", OLD."mrz", OLD."name", OLD."number", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proof", OLD."rank", OLD."recorded_at", OLD."recorded_by_id", OLD."sex", OLD."starts_on", OLD."valid_until", OLD."village_code"); RETURN NULL;',
                    hash="3f818129feee804bb04485d7eaf1551946a9304c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bd046",
                    table="documents_paper",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="paperevent",
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
            model_name="paperevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="documents.paper",
            ),
        ),
        migrations.AddField(
            model_name="paperevent",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
