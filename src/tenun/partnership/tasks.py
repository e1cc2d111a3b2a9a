"""Jobs about the offices that work together."""

from procrastinate.contrib.django import app

from tenun.partnership.actions.readiness import note_due
from tenun.shared.clock import today
from tenun.shared.tasks import AGAIN


@app.periodic(cron="35 17 * * *")
@app.task(queueing_lock="note_confirmations", lock="note_confirmations", retry=AGAIN)
def note_confirmations(timestamp: int) -> int:
    """Every night (01.35 in NTT): notes which districts have to be asked in the new quarter; how many."""
    return note_due(today())
