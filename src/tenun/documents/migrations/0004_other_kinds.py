"""Papers that no rule judges are kept too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Papers that no rule judges are kept too."""

    dependencies = [
        ("documents", "0003_particulars"),
    ]

    operations = [
        migrations.AlterField(
            model_name="paper",
            name="kind",
            field=models.CharField(
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
    ]
