"""Uploaded lists are forgotten after thirty days: the file, and what was read from it."""

from datetime import timedelta

from django.db import connections, transaction

from tenun.shared import blobs
from tenun.shared.chain import WORKER
from tenun.shared.clock import now

KEPT = timedelta(days=30)
SETTLED = timedelta(days=1)
"""A younger file may still be waiting for its row."""
_AT_ONCE = 1_000


def forget_lists(using: str = WORKER, kept: timedelta = KEPT, settled: timedelta = SETTLED) -> int:
    """Forgets what is older than `kept`, then removes every stored list that no row names; how many files.

    The database itself says which those are: a job sees no list of any office, and must not take that for none.
    """
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SELECT tenun_forget_lists(%s)", [now() - kept])
    names = blobs.stored_before(now() - settled, blobs.IMPORTS)
    removed = 0
    for start in range(0, len(names), _AT_ONCE):
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("SELECT tenun_lists_without_row(%s)", [names[start : start + _AT_ONCE]])
            leftovers = [name for (name,) in cursor.fetchall()]
        for name in leftovers:
            blobs.remove(name)
        removed += len(leftovers)
    return removed
