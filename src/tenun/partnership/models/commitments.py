"""A promise of a meeting, everything that became of it, and what was said and shown about it."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.domain.promises import Level, PromiseState
from tenun.organisations.models import Organisation, User
from tenun.partnership.models.meetings import ExpectedResult, Meeting, MeetingPoint
from tenun.shared.choices import choices_of
from tenun.shared.history import tracked


@tracked()
class Commitment(models.Model):
    """Who promised what, to whom, by when. Without `due_on` the day is "belum ditetapkan".

    `said_at` is when the owner said that it is kept; until an officer has seen the evidence (`seen_at`) it stands as
    the owner's word. `official` is the name and post of an official at work. `level` is how high it has risen. When
    `is_public`, everybody may read the row. Retention: kept with its meeting.
    """

    action = models.TextField(_("yang dijanjikan"))
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="commitments", verbose_name=_("pemilik"))
    official = models.CharField(_("pejabat yang bertanggung jawab"), max_length=200, blank=True)
    partner = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(_("paling lambat"), null=True, blank=True)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="commitments")
    output = models.ForeignKey(MeetingPoint, models.SET_NULL, null=True, blank=True, related_name="commitments")
    expected_result = models.ForeignKey(
        ExpectedResult, models.SET_NULL, null=True, blank=True, related_name="commitments"
    )
    gcm_objectives = ArrayField(models.SmallIntegerField(), default=list, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=9, choices=choices_of(PromiseState), default=PromiseState.PROMISED.value
    )
    level = models.PositiveSmallIntegerField(default=0)
    said_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    is_public = models.BooleanField(_("ditampilkan untuk umum"), default=True)
    is_demo = models.BooleanField(_("rekaan"), default=False)
    promised_on = models.DateField(_("dijanjikan"))
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("janji")
        indexes: ClassVar = [models.Index(fields=["state", "due_on"], name="commitment_by_due")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(level__lte=max(Level).value), name="commitment_rises_twice"),
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None) | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="seen_commitment_has_seer",
            ),
        ]

    def __str__(self) -> str:
        return self.action[:60]


class CommitmentEntry(models.Model):
    """One thing that became of a promise: added, never changed. Neither an owner nor an officer: the clock said so."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="entries")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    is_owners = models.BooleanField(default=False)
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    level = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField(null=True)
    seen = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("riwayat janji")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commitment", "level", "due_on"],
                condition=Q(by=None, is_owners=False),
                name="a_promise_rises_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class CommitmentWords(models.Model):
    """What was said and shown with an entry; not public, for it may name people. Added, never changed.

    `by_link` is whom the personal link was made for.
    """

    entry = models.OneToOneField(CommitmentEntry, models.CASCADE, related_name="said")
    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="+")
    by_link = models.CharField(max_length=200, blank=True)
    words = models.CharField(_("keterangan"), max_length=500, blank=True)
    evidence = models.TextField(_("bukti"), blank=True)
    url = models.CharField(_("alamat bukti"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("keterangan janji")

    def __str__(self) -> str:
        return self.words[:60]
