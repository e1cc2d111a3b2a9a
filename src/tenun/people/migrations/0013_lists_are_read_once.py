"""The lists of a scope are read once a statement, not once a row."""

from django.db import migrations

from tenun.shared.policies import read_once


class Migration(migrations.Migration):
    """The same rows, at the cost of the same query filtered by hand."""

    dependencies = [("people", "0012_what_a_step_noted")]
    operations = [
        read_once("people_person", "id"),
        read_once("people_nameword"),
        read_once("people_journey"),
        read_once("people_journeyentry"),
    ]
