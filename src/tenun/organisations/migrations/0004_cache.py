"""The cache of the site as a table: limits on guessed codes must hold across the site's processes."""

from django.db import migrations

FORWARD = """
CREATE TABLE cache_entry (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX cache_entry_expires ON cache_entry (expires);
"""


class Migration(migrations.Migration):
    """The cache of the site as a table: limits on guessed codes must hold across the site's processes."""

    dependencies = [("organisations", "0003_account_entries_are_only_added")]
    operations = [
        migrations.RunSQL(FORWARD, "DROP TABLE cache_entry"),
    ]
