"""The job of Simulasi aturan: everybody's facts copied without names, judged by both catalogues, the result kept."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import DatabaseError, connections, transaction

from tenun.domain.catalogue import packaged
from tenun.organisations.access import Ability, may
from tenun.organisations.models import User
from tenun.organisations.queries import standing_of
from tenun.readiness.bulk import WORKER
from tenun.readiness.simulation import simulate
from tenun.readiness.snapshot import take_snapshot
from tenun.readiness.trial_results import result_of
from tenun.readiness.trials import WAITING, RuleTrial, TrialState, catalogue_of
from tenun.shared.clock import now, today
from tenun.shared.scope import Scope, scoped

KEPT = timedelta(days=30)


def run_trial(trial_id: int, user_id: int, using: str = WORKER) -> None:
    """Tries the rules out; does nothing for a trial that is done, gone, or whose post has ended meanwhile.

    Over from the beginning when it was cut off. What fails for another reason than the database leaves it failed.
    """
    standing = standing_of(User.objects.using(using).get(pk=user_id), today())
    if not may(standing, Ability.SIMULATE_RULES):
        return
    with scoped(standing.scope, using):
        trial = RuleTrial.objects.using(using).filter(pk=trial_id, state__in=WAITING).first()
    if trial is None:
        return
    try:
        _run(trial, standing.scope, using)
    except DatabaseError:
        raise
    except Exception:
        _keep(trial, standing.scope, using, state=TrialState.FAILED, finished_at=now())
        raise


def _run(trial: RuleTrial, scope: Scope, using: str) -> None:
    wanted = catalogue_of(trial)
    with TemporaryDirectory(prefix="tenun-") as folder:
        file = Path(folder) / "people.parquet"
        _keep(trial, scope, using, state=TrialState.COPYING)
        take_snapshot(file)
        _keep(trial, scope, using, state=TrialState.JUDGING)
        found = simulate(snapshot=file, old=packaged(), new=wanted, on=trial.on)
    counts, persons = result_of(found, packaged(), wanted)
    _keep(trial, scope, using, state=TrialState.DONE, result=counts, persons=persons, finished_at=now())


def _keep(trial: RuleTrial, scope: Scope, using: str, **values: object) -> None:
    with scoped(scope, using):
        RuleTrial.objects.using(using).filter(pk=trial.pk).update(**values)


def forget_trials(using: str = WORKER, kept: timedelta = KEPT) -> int:
    """Removes the trials that are older than that, files and results; how many. A function of the database does it."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SELECT tenun_forget_rule_trials(%s)", [now() - kept])
        (forgotten,) = cursor.fetchone()
    return int(forgotten)
