"""A paper keeps all that it says: hours, months, the giver of a consent, the machine-readable lines."""

from django.db import migrations, models

import tenun.shared.encryption

MOVE_CONSENT = """
ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY;
ALTER TABLE documents_paper NO FORCE ROW LEVEL SECURITY;
UPDATE documents_paper SET giver = person.consent_giver, known_by_village_head = person.consent_known
    FROM people_person AS person WHERE person.id = person_id AND kind = 'izin' AND is_current;
ALTER TABLE documents_paper FORCE ROW LEVEL SECURITY;
ALTER TABLE people_person FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """What stood beside the person, or nowhere, stands on its paper."""

    dependencies = [
        ("documents", "0002_row_level_security"),
        ("people", "0004_journeys_row_level_security"),
    ]

    operations = [
        migrations.AddField(
            model_name="paper",
            name="giver",
            field=models.CharField(
                blank=True,
                choices=[("suami", "husband"), ("istri", "wife"), ("orang_tua", "parent"), ("wali", "guardian")],
                max_length=10,
                verbose_name="pemberi izin",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="hours",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="jam pelatihan"),
        ),
        migrations.AddField(
            model_name="paper",
            name="known_by_village_head",
            field=models.BooleanField(blank=True, null=True, verbose_name="izin diketahui kepala desa"),
        ),
        migrations.AddField(
            model_name="paper",
            name="months",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="bulan pengalaman"),
        ),
        migrations.AddField(
            model_name="paper",
            name="mrz",
            field=tenun.shared.encryption.EncryptedField(blank=True, null=True, verbose_name="dua baris MRZ"),
        ),
        migrations.RunSQL(MOVE_CONSENT, migrations.RunSQL.noop),
    ]
