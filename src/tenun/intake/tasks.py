"""Jobs of an import. Each runs in the scope that whoever asked has at that time, over the worker's own connection.

A job that is taken up again after a killed worker goes on where the last whole chunk ended.
"""

from contextlib import suppress

from django.db import close_old_connections
from procrastinate.contrib.django import app

from tenun.domain.journey import Role
from tenun.intake.enums import BatchState
from tenun.intake.examining import examine
from tenun.intake.models import Batch
from tenun.intake.programme_lists import forget_programme_lists
from tenun.intake.retention import forget_lists
from tenun.intake.undoing import Undoer
from tenun.intake.writing import Writer
from tenun.organisations.access import Ability, may
from tenun.organisations.models import User
from tenun.organisations.queries import Standing, standing_of
from tenun.readiness.bulk import AlreadyJudging, assess_all
from tenun.readiness.queue import count_queue
from tenun.shared.chain import WORKER
from tenun.shared.clock import today
from tenun.shared.scope import scoped
from tenun.shared.tasks import AGAIN


class PostEnded(Exception):  # noqa: N818  The name says what happened meanwhile.
    """Whoever asked may not import any more; nothing is done."""


def _asked_by(batch_id: int, user_id: int, using: str) -> tuple[Batch, Standing]:
    """The list and what the officer may do now. Raises `PostEnded`, also for a list outside her territory now."""
    standing = standing_of(User.objects.get(pk=user_id), today())
    if not may(standing, Ability.IMPORT_PEOPLE):
        raise PostEnded
    with scoped(standing.scope, using):
        found = Batch.objects.using(using).filter(pk=batch_id).first()
    if found is None:
        raise PostEnded
    return found, standing


@app.task(retry=AGAIN)
def examine_list(batch_id: int, user_id: int) -> None:
    """The dry run of an uploaded list."""
    close_old_connections()
    run_examination(batch_id, user_id)


def run_examination(batch_id: int, user_id: int, using: str = WORKER) -> None:
    """As the job; does nothing for a list that was examined or given up meanwhile."""
    batch, standing = _asked_by(batch_id, user_id, using)
    if batch.state in (BatchState.UPLOADED, BatchState.EXAMINING):
        examine(batch, standing.scope, today(), using)


@app.task(retry=AGAIN)
def write_list(batch_id: int, user_id: int) -> None:
    """Writes a confirmed list."""
    close_old_connections()
    run_writing(batch_id, user_id)
    _judge_and_count()


def run_writing(batch_id: int, user_id: int, using: str = WORKER) -> None:
    """As the job; does nothing for a list that is not confirmed."""
    batch, standing = _asked_by(batch_id, user_id, using)
    if batch.state in (BatchState.CONFIRMED, BatchState.WRITING):
        Writer(batch, standing.scope, user_id, Role.COUNTER, today(), using).run()


def _judge_and_count() -> None:
    """The queue shows at once who came and how she stands; the triggers of her facts have noted her as due."""
    with suppress(AlreadyJudging):  # That run judges them as well.
        assess_all(on=today(), due_only=True)
    count_queue()


@app.task(retry=AGAIN)
def undo_list(batch_id: int, user_id: int) -> None:
    """Takes an import back."""
    close_old_connections()
    run_undoing(batch_id, user_id)
    _judge_and_count()


def run_undoing(batch_id: int, user_id: int, using: str = WORKER) -> None:
    """As the job; does nothing for a list that nobody asked to take back."""
    batch, standing = _asked_by(batch_id, user_id, using)
    if batch.state == BatchState.UNDOING:
        Undoer(batch, standing.scope, user_id, today(), using).run()


@app.periodic(cron="30 19 * * *")
@app.task(queueing_lock="forget_lists", lock="forget_lists")
def forget_uploaded_lists(timestamp: int) -> int:
    """Every night (03.30 in NTT): forgets lists that were uploaded 30 days ago; how many files were removed."""
    return forget_lists()


@app.periodic(cron="35 19 * * *")
@app.task(queueing_lock="forget_programme_lists", lock="forget_programme_lists", retry=AGAIN)
def forget_uploaded_programmes(timestamp: int) -> int:
    """Every night (03.35 in NTT): removes the content of files of programmes that are 30 days old; how many."""
    return forget_programme_lists()
