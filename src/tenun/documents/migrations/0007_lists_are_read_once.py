"""The lists of a scope are read once a statement, not once a row."""

from django.db import migrations

from tenun.shared.policies import read_once


class Migration(migrations.Migration):
    """The same rows, at the cost of the same query filtered by hand."""

    dependencies = [("documents", "0006_papers_follow_their_person")]
    operations = [read_once("documents_paper")]
