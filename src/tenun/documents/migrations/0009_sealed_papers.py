"""Papers of a sealed person are the case team's; pictures of health papers are the health desk's."""

from django.db import migrations

from tenun.shared.policies import OPENED, closed_history, sealed_off

_HEALTH = f"""
CREATE POLICY documents_scan_of_health ON documents_scan AS RESTRICTIVE TO tenun_site, tenun_worker USING (
    kind NOT IN ('kesehatan', 'psikologi', 'tes_kehamilan')
    OR current_setting('tenun.health', true) = 'on'
    OR {OPENED.format(table="documents_scan", and_what="")}
);
"""
_NO_HEALTH = "DROP POLICY documents_scan_of_health ON documents_scan;"


class Migration(migrations.Migration):
    """Sealed papers, pictures of health papers, the closed history of papers."""

    dependencies = [("documents", "0008_change_history"), ("people", "0015_sealed_files")]
    operations = [
        sealed_off("documents_paper"),
        sealed_off("documents_scan"),
        migrations.RunSQL(_HEALTH, _NO_HEALTH),
        closed_history("documents_paperevent"),
    ]
