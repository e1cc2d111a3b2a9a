"""Jobs about accounts."""

from procrastinate.contrib.django import app

from tenun.organisations.retention import forget_old_sign_ins
from tenun.shared.clock import now
from tenun.shared.tasks import AGAIN


@app.periodic(cron="30 18 * * *")
@app.task(queueing_lock="forget_sign_ins", lock="forget_sign_ins", retry=AGAIN)
def forget_sign_ins(timestamp: int) -> int:
    """Every night (02.30 in NTT): removes what is no longer of use about sign-ins; how much."""
    return forget_old_sign_ins(now())
