"""Jobs of the shared things. A job takes ids only, is whole or not at all, and does nothing the second time."""

from django.db import DatabaseError, InterfaceError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from tenun.shared.chain import seal_entries

AGAIN = RetryStrategy(max_attempts=20, wait=3, retry_exceptions={DatabaseError, InterfaceError})
"""A job that lost its database is taken up again until that is back; what fails for a minute stays to be seen."""


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="seal_reads", lock="seal_reads", retry=AGAIN)
def seal_reads(timestamp: int) -> int:
    """Every minute: seals the entries of reads that came since; how many. `timestamp` is the minute it is due."""
    return seal_entries()
