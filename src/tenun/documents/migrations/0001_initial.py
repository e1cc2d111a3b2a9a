"""Papers, version by version."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import tenun.shared.encryption


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0002_row_level_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="people.person"
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
                "verbose_name": "surat",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("person", "kind"),
                        name="one_current_paper_a_kind",
                    )
                ],
            },
        ),
    ]
