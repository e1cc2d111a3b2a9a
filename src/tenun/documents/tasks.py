"""Jobs about papers."""

from procrastinate.contrib.django import app

from tenun.documents.leftovers import remove_leftovers
from tenun.shared.tasks import AGAIN


@app.periodic(cron="0 19 * * *")
@app.task(queueing_lock="remove_leftovers", lock="remove_leftovers", retry=AGAIN)
def remove_leftover_files(timestamp: int) -> int:
    """Every night (03.00 in NTT): removes files that an upload left without a row; how many."""
    return remove_leftovers()
