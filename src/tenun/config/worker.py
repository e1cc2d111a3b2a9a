"""The process that runs the jobs, signed in as the worker: `python -m tenun.config.worker`.

A job whose worker was killed is taken up again ten seconds later; see `shared.tasks` for what a job must hold.
"""

import asyncio
import logging
import os
import sys

from procrastinate import exceptions

from tenun.config.family import complain, end_with_parent

HEARTBEAT, STALLED_AFTER = 2.0, 10.0
"""Seconds: how often a worker says that it lives, and from when its silence means that it does not."""


def main() -> int:
    """Runs jobs until it is asked to end. Returns the exit code."""
    end_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenun.config.settings")
    import django

    django.setup()
    _speak_plainly()
    try:
        asyncio.run(_work())
    except exceptions.ConnectorException as error:
        complain(f"pekerja kehilangan basis data ({' '.join(str(error).split())}).")
        return 1
    return 0


def _speak_plainly() -> None:
    """That the server is gone is one line; a job that fails is told whole."""
    handler = logging.StreamHandler()
    handler.addFilter(_without_the_way_to_a_lost_server)
    logging.basicConfig(level=logging.WARNING, handlers=[handler], format="%(asctime)s %(message)s")
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)


def _without_the_way_to_a_lost_server(record: logging.LogRecord) -> bool:
    if record.exc_info and isinstance(record.exc_info[1], exceptions.ConnectorException):
        record.exc_info = None
    return True


async def _work() -> None:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.utils import connector_params
    from procrastinate.psycopg_connector import PsycopgConnector

    connector = PsycopgConnector(kwargs=connector_params("worker"), min_size=1, max_size=4, timeout=10.0)
    with app.replace_connector(connector) as working:
        async with working.open_async():
            again = asyncio.create_task(_take_up_again())
            try:
                await working.run_worker_async(
                    delete_jobs="successful",
                    update_heartbeat_interval=HEARTBEAT,
                    stalled_worker_timeout=STALLED_AFTER,
                    shutdown_graceful_timeout=20.0,
                )
            finally:
                again.cancel()


async def _take_up_again() -> None:
    """Looks every few seconds for jobs whose worker is silent, and puts them back."""
    while True:
        await take_up_stalled_jobs()
        await asyncio.sleep(STALLED_AFTER / 2)


async def take_up_stalled_jobs() -> int:
    """Puts every job of a silent worker back into the queue; how many. One whose equal already waits is closed."""
    from procrastinate.contrib.django import app
    from procrastinate.jobs import Status

    stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER))
    for job in stalled:
        try:
            await app.job_manager.retry_job(job)
        except exceptions.UniqueViolation:
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
    return len(stalled)


if __name__ == "__main__":
    sys.exit(main())
