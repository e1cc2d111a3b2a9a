"""Readiness and self-assessment for the offices that meet; a link opens the entries of its own district alone.

Entries and answers are only added: what was once said stays.
"""

from django.db import migrations

from tenun.shared.policies import closed_history, for_collaboration, only_added


class Migration(migrations.Migration):
    """Policies of `0020`. A link about readiness is made out to a district by its code without the dot."""

    dependencies = [("partnership", "0020_readiness_and_self_assessment"), ("shared", "0006_loaded_data")]
    operations = [
        for_collaboration("partnership_serviceentry", link="readiness", key="replace(district_code, '.', '')"),
        only_added("partnership_serviceentry"),
        for_collaboration("partnership_confirmationdue"),
        only_added("partnership_confirmationdue"),
        for_collaboration("partnership_selfquestion"),
        closed_history("partnership_selfquestionevent"),
        for_collaboration("partnership_selfanswer"),
        only_added("partnership_selfanswer"),
    ]
