"""Simulasi aturan: a changed catalogue that somebody sent, and whom it would change; nothing is switched on by it.

Whoever writes the rules and whoever answers for the province try them out, and see each other's trials.
"""

import json
from collections.abc import Mapping
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from tenun.domain.catalogue import Catalogue
from tenun.domain.catalogue.catalogue import load
from tenun.organisations.access import Ability, may
from tenun.organisations.models import User
from tenun.organisations.queries import Standing
from tenun.shared.clock import now
from tenun.shared.encryption import decrypt_bytes, encrypt_bytes


class TrialState(models.TextChoices):
    """How far a trial has come."""

    ASKED = "asked", _("menunggu giliran")
    COPYING = "copying", _("menyalin fakta tanpa nama")
    JUDGING = "judging", _("menilai dengan kedua katalog")
    DONE = "done", _("selesai")
    FAILED = "failed", _("gagal")


WAITING = frozenset({TrialState.ASKED, TrialState.COPYING, TrialState.JUDGING})
"""A job has it, or will have it soon."""


class RuleTrial(models.Model):
    """One trial: who asked, for which day, the files of the catalogue (encrypted), and what it would change.

    `result` holds counts by group, `persons` the numbers of some of each group in the same order; whether she may be
    named to a reader, the policies of persons decide. Retention: removed whole after 30 days.
    """

    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    name = models.CharField(_("nama"), max_length=120)
    on = models.DateField(_("dinilai per tanggal"))
    files = models.BinaryField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=TrialState, default=TrialState.ASKED)
    result = models.JSONField(null=True)
    persons = models.JSONField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "readiness"
        verbose_name = _("simulasi aturan")

    def __str__(self) -> str:
        return self.name


class TrialNotFound(Exception):  # noqa: N818  Not found and not allowed are one.
    """There is no such trial, or none that this post may see; nobody is told which."""


@transaction.atomic
def ask_trial(*, name: str, texts: Mapping[str, str], on: date, by: User) -> RuleTrial:
    """Keeps the files and asks a job to try them out. Raises `CatalogueError` for rules that do not load."""
    from tenun.readiness.tasks import try_rules

    catalogue = load(texts)
    trial = RuleTrial.objects.create(
        asked_by=by,
        asked_at=now(),
        name=name[:120],
        on=on,
        files=encrypt_bytes(json.dumps(dict(texts)).encode()),
        digest=catalogue.digest,
    )
    try_rules.defer(trial_id=trial.pk, user_id=by.pk)
    return trial


def get_trial(*, standing: Standing, trial_id: int) -> RuleTrial:
    """The trial; its files and the numbers of persons are read when they are asked for. Raises `TrialNotFound`."""
    if not may(standing, Ability.SIMULATE_RULES):
        raise TrialNotFound
    found = RuleTrial.objects.defer("files", "persons").select_related("asked_by").filter(pk=trial_id).first()
    if found is None:
        raise TrialNotFound
    return found


def trials_in_scope() -> list[RuleTrial]:
    """One query: the last fifty, the newest first, without what they hold."""
    found = RuleTrial.objects.defer("files", "result", "persons").select_related("asked_by")
    return list(found.order_by("-pk")[:50])


def catalogue_of(trial: RuleTrial) -> Catalogue:
    """The catalogue that is tried out."""
    return load(json.loads(decrypt_bytes(bytes(trial.files))))
