"""The desk or office that mends what blocks first, and an index of who waits where few do."""

from django.db import migrations, models

# The column is filled by the next run over whoever is due; that are all who have an answer.
_ALL_ARE_DUE = """
ALTER TABLE readiness_assessment NO FORCE ROW LEVEL SECURITY;
INSERT INTO readiness_due (person_id) SELECT person_id FROM readiness_assessment
    ON CONFLICT (person_id) DO UPDATE SET person_id = EXCLUDED.person_id;
ALTER TABLE readiness_assessment FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """The desk or office that mends what blocks first, and an index of who waits where."""

    dependencies = [
        ("readiness", "0008_together"),
    ]

    operations = [
        migrations.AddField(
            model_name="assessment",
            name="waits_at",
            field=models.CharField(blank=True, db_default="", max_length=20, verbose_name="menunggu di"),
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(
                fields=["district_code", "waits_at"],
                condition=~models.Q(waits_at__in=["", "manpower", "civil_registry"]),
                name="assessment_by_desk",
            ),
        ),
        migrations.RunSQL(_ALL_ARE_DUE, migrations.RunSQL.noop),
    ]
