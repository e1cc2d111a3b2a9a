"""Two more kinds of organisation: missions abroad and protection services."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0004_cache"),
    ]

    operations = [
        migrations.AlterField(
            model_name="organisation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("village", "kantor desa atau kelurahan"),
                    ("district_office", "dinas tenaga kerja kabupaten atau kota"),
                    ("province_office", "dinas provinsi"),
                    ("central", "kementerian atau badan pusat"),
                    ("agency", "perusahaan penempatan (P3MI)"),
                    ("training", "tempat pelatihan"),
                    ("protection", "layanan pelindungan"),
                    ("mission", "perwakilan RI di luar negeri"),
                    ("partner", "mitra"),
                ],
                max_length=20,
                verbose_name="jenis",
            ),
        ),
    ]
