"""How the record of a meeting came to be: the pasted text, what it proposed, the steps until it was published."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.partnership.enums import ProposalState
from tenun.partnership.models.meetings import Meeting


class MeetingText(models.Model):
    """The text as it was pasted: somebody else's words, so it is read by those who keep the record and never published.

    Retention: removed a year after it was pasted (`actions.meetings.forget_texts`).
    """

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="pasted")
    text = models.TextField(_("naskah"))
    pasted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("naskah")

    def __str__(self) -> str:
        return self.text[:60]


class PressProposal(models.Model):
    """One field that the text proposes, and what a person decided. `part` is one of `formats.press_text.Part`.

    Retention: goes with the text.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="proposals")
    part = models.CharField(max_length=12)
    value = models.TextField()
    more = models.CharField(max_length=200, blank=True)
    starts = models.IntegerField()
    ends = models.IntegerField()
    doubt = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=9, choices=ProposalState, default=ProposalState.OPEN)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("usulan isian")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=ProposalState.OPEN, decided_by=None, decided_at=None)
                | (~Q(state=ProposalState.OPEN) & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="decided_proposal_has_decider",
            )
        ]

    def __str__(self) -> str:
        return f"{self.part}: {self.value[:40]}"


class MeetingStep(models.Model):
    """One step of the record on its way: added with the step, never changed. `why` is told to everybody."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    why = models.CharField(_("alasan"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("langkah rapat")

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
