"""Files that an upload left behind when it was cut off between the file and its row."""

from datetime import timedelta

from django.db import connections, transaction

from tenun.shared import blobs
from tenun.shared.chain import WORKER
from tenun.shared.clock import now

SETTLED = timedelta(days=1)
"""A younger file may still be waiting for its row."""
_AT_ONCE = 1_000


def remove_leftovers(using: str = WORKER, settled: timedelta = SETTLED) -> int:
    """Removes every stored file older than `settled` that no row names; how many those were.

    The database itself says which have no row: a job sees no row of a person, and must not take that for none.
    """
    names = blobs.stored_before(now() - settled)
    removed = 0
    for start in range(0, len(names), _AT_ONCE):
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("SELECT tenun_files_without_row(%s)", [names[start : start + _AT_ONCE]])
            leftovers = [name for (name,) in cursor.fetchall()]
        for name in leftovers:
            blobs.remove(name)
        removed += len(leftovers)
    return removed
