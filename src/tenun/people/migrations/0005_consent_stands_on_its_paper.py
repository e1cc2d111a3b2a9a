"""The family's consent is a paper; `documents` keeps what it says."""

from django.db import migrations


class Migration(migrations.Migration):
    """The columns that documents 0003 has moved."""

    dependencies = [
        ("people", "0004_journeys_row_level_security"),
        ("documents", "0003_particulars"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="person",
            name="consent_giver",
        ),
        migrations.RemoveField(
            model_name="person",
            name="consent_known",
        ),
    ]
