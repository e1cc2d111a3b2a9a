"""Jobs about figures."""

from procrastinate.contrib.django import app

from tenun.insight.indicators.keeping import keep_figures
from tenun.shared.clock import today
from tenun.shared.tasks import AGAIN


@app.periodic(cron="5 * * * *")
@app.task(queueing_lock="keep_figures", lock="keep_figures", retry=AGAIN)
def count_indicators(timestamp: int) -> int:
    """Every hour: counts every indicator of the board, so that no page has to; how many figures that gave."""
    return keep_figures(today())
