"""One attempt of one person to migrate, and every change of it. Written by `readiness.actions.advance` alone."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from tenun.domain.journey import Event, State
from tenun.domain.journey.states import BEFORE
from tenun.organisations.models import User
from tenun.people.models import Person
from tenun.shared.choices import choices_of
from tenun.shared.clock import now
from tenun.shared.history import tracked

_ON_THE_WAY = Q(state__in=[state.value for state in BEFORE])
"""Those before departure: the ones for whom a desk has something to do."""


@tracked()
class Journey(models.Model):
    """The present state of an attempt; `history` holds the states before it, undone ones taken out."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="journeys")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13)
    state = models.CharField(_("tahap"), max_length=30, choices=choices_of(State))
    history = models.JSONField(default=list, blank=True)
    is_held = models.BooleanField(_("ditahan"), default=False)
    red_flag = models.BooleanField(_("menunggu pelindungan"), default=False)
    retry_on = models.DateField(_("boleh mencoba lagi"), null=True, blank=True)
    started_at = models.DateTimeField()
    since = models.DateTimeField(_("pada tahap ini sejak"), default=now, db_default=Now())

    class Meta:
        app_label = "people"
        verbose_name = _("perjalanan")
        indexes: ClassVar = [
            models.Index("district_code", "since", "id", condition=_ON_THE_WAY, name="waiting_by_district"),
            models.Index("village_code", "since", "id", condition=_ON_THE_WAY, name="waiting_by_village"),
            models.Index("since", "id", condition=_ON_THE_WAY, name="waiting_everywhere"),
            models.Index("district_code", "state", "since", condition=~_ON_THE_WAY, name="off_the_way_by_district"),
        ]

    def __str__(self) -> str:
        return self.state


class JourneyEntry(models.Model):
    """One change: who, in which role, when, from, to, by which event, why. Never changed afterwards."""

    journey = models.ForeignKey(Journey, models.CASCADE, related_name="entries")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    event = models.CharField(max_length=30, choices=choices_of(Event))
    before = models.CharField(max_length=30, blank=True)
    after = models.CharField(max_length=30)
    evidence = models.JSONField(default=list, blank=True)
    details = models.JSONField(default=dict, blank=True)
    reason = models.CharField(_("alasan"), max_length=300, blank=True)

    class Meta:
        app_label = "people"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(event=Event.UNDO.value) | ~Q(reason=""), name="undo_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
