"""Jobs about readiness."""

from django.db import close_old_connections
from procrastinate.contrib.django import app

from tenun.readiness.bulk import AlreadyJudging, assess_all
from tenun.readiness.queue import count_queue
from tenun.readiness.trying import forget_trials, run_trial
from tenun.shared.clock import today
from tenun.shared.tasks import AGAIN


@app.periodic(cron="15 16 * * *")
@app.task(queueing_lock="assess_due", lock="assess_due", retry=AGAIN)
def assess_due(timestamp: int) -> int:
    """Every night (00.15 in NTT): judges whose answer may be another on the new day; how many.

    None while somebody runs `tenun assess-all`, which judges them as well.
    """
    try:
        return assess_all(on=today(), due_only=True, workers=2).judged
    except AlreadyJudging:
        return 0


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="count_waiting", lock="count_waiting", retry=AGAIN)
def count_waiting(timestamp: int) -> int:
    """Every five minutes: counts who waits for whom, so that no page has to; how many counts that gave."""
    return count_queue()


@app.task(lock="try_rules", retry=AGAIN)
def try_rules(trial_id: int, user_id: int) -> None:
    """Tries out a catalogue that somebody sent; one after the other, for each holds everybody's facts in a file."""
    close_old_connections()
    run_trial(trial_id, user_id)


@app.periodic(cron="40 19 * * *")
@app.task(queueing_lock="forget_rule_trials", lock="forget_rule_trials", retry=AGAIN)
def forget_rule_trials(timestamp: int) -> int:
    """Every night (03.40 in NTT): removes trials of rules that were asked 30 days ago; how many."""
    return forget_trials()
