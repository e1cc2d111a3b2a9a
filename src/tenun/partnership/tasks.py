"""Jobs about what organisations do together."""

from procrastinate.contrib.django import app

from tenun.domain.catalogue import packaged
from tenun.partnership.actions.links import forget_links
from tenun.partnership.actions.meetings import forget_texts
from tenun.partnership.actions.programmes import forget_contacts
from tenun.partnership.actions.promises import raise_overdue
from tenun.partnership.actions.readiness import note_due
from tenun.partnership.needs import count_needs
from tenun.shared.clock import now, today
from tenun.shared.tasks import AGAIN


@app.periodic(cron="20 16 * * *")
@app.task(queueing_lock="raise_overdue_promises", lock="raise_overdue_promises", retry=AGAIN)
def raise_overdue_promises(timestamp: int) -> int:
    """Every night (00.20 in NTT): promises whose day has passed rise one level; how many."""
    return raise_overdue(today())


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="count_needs", lock="count_needs", retry=AGAIN)
def count_what_is_needed(timestamp: int) -> int:
    """Every ten minutes: counts who needs what where, whole and as others may read it; how many numbers that gave."""
    return count_needs(packaged(), today())


@app.periodic(cron="50 18 * * *")
@app.task(queueing_lock="forget_links", lock="forget_links", retry=AGAIN)
def forget_ended_links(timestamp: int) -> int:
    """Every night (02.50 in NTT): removes links, texts and contacts whose time was over a year ago; how many."""
    return forget_links(now()) + forget_texts(now()) + forget_contacts(today())


@app.periodic(cron="35 17 * * *")
@app.task(queueing_lock="note_confirmations", lock="note_confirmations", retry=AGAIN)
def note_confirmations(timestamp: int) -> int:
    """Every night (01.35 in NTT): notes which districts have to be asked in the new quarter; how many."""
    return note_due(today())
