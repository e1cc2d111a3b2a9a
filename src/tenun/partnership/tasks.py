"""Jobs about what organisations do together."""

from django.db import connections, transaction
from procrastinate.contrib.django import app

from tenun.partnership.actions.links import forget_links
from tenun.partnership.actions.meetings import forget_texts
from tenun.partnership.actions.promises import raise_overdue
from tenun.shared.clock import now, today
from tenun.shared.tasks import AGAIN


@app.periodic(cron="20 16 * * *")
@app.task(queueing_lock="raise_overdue_promises", lock="raise_overdue_promises", retry=AGAIN)
def raise_overdue_promises(timestamp: int) -> int:
    """Every night (00.20 in NTT): promises whose day has passed rise one level; how many."""
    return raise_overdue(today())


@app.periodic(cron="50 19 * * *")
@app.task(queueing_lock="forget_together", lock="forget_together", retry=AGAIN)
def forget_together(timestamp: int) -> int:
    """Every night (03.50 in NTT): removes links and pasted texts whose time is over; how many."""
    with transaction.atomic(using="worker"):
        with connections["worker"].cursor() as cursor:
            cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        return forget_links(now()) + forget_texts(now())
