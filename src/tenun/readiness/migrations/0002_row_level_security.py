"""Nobody sees a factsheet or a referral outside the scope of the transaction."""

from django.db import migrations

from tenun.shared.policies import under_scope


class Migration(migrations.Migration):
    """Nobody sees a factsheet or a referral outside the scope of the transaction."""

    dependencies = [("readiness", "0001_initial"), ("people", "0002_row_level_security")]
    operations = [under_scope("readiness_factsheet"), under_scope("readiness_referral")]
