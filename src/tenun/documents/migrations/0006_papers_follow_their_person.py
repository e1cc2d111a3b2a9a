"""Papers go along when a file is handed over or merged: the functions of people 0011 may touch them."""

from django.db import migrations

FORWARD = """
CREATE POLICY documents_paper_in_function ON documents_paper TO tenun_owner
    USING (current_setting('tenun.in_function', true) = 'on');
"""
BACKWARD = "DROP POLICY documents_paper_in_function ON documents_paper;"


class Migration(migrations.Migration):
    """Papers go along when a file is handed over or merged."""

    dependencies = [
        ("documents", "0005_scans"),
        ("people", "0011_functions_over_files"),
    ]
    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
