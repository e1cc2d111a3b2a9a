"""Jobs of the shared things. A job takes ids only, is whole or not at all, and does nothing the second time."""

from procrastinate.contrib.django import app

from tenun.shared.chain import seal_entries


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="seal_reads", lock="seal_reads")
def seal_reads(timestamp: int) -> int:
    """Every minute: seals the entries of reads that came since; how many. `timestamp` is the minute it is due."""
    return seal_entries()
