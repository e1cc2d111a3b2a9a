"""Entries of reads are committed past the transaction of a test; whoever makes some takes them away again."""

from django.conf import settings
from django.db import connections


def forget_entries():
    """Removes every entry and seal, as nobody but the maker of the database can."""
    with settings.SERVER.connect(connections["default"].settings_dict["NAME"]) as server:
        server.execute("DELETE FROM shared_readseal")
        server.execute("DELETE FROM shared_readentry")
