"""Pictures of papers, under the scope of their person."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenun.shared.policies import under_scope


class Migration(migrations.Migration):
    """Pictures of papers; nobody sees one outside the scope."""

    dependencies = [
        ("documents", "0004_other_kinds"),
        ("people", "0012_what_a_step_noted"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Scan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("district_code", models.CharField(max_length=5)),
                ("village_code", models.CharField(blank=True, max_length=13)),
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
                ("file", models.CharField(max_length=80, unique=True)),
                ("content_type", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scans", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "gambar surat",
                "indexes": [models.Index(fields=["person", "kind", "-id"], name="scan_by_person_and_kind")],
            },
        ),
        under_scope("documents_scan"),
    ]
