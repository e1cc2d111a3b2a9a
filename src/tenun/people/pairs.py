"""Two files that may be one person: the decision, the merging, the file asked for by another district.

Retention class: audit log for decisions and sightings, placement file for mergings and transfers.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.people.enums import TransferState
from tenun.people.models import Person
from tenun.shared.history import TERRITORY, tracked


@tracked(exclude=TERRITORY)
class DuplicateDecision(models.Model):
    """What an officer decided about two files that look alike. `person` is the older file; the last decision counts."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, models.CASCADE, related_name="+")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    is_same = models.BooleanField()
    reason = models.CharField(_("alasan"), max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "people"
        verbose_name = _("keputusan tentang berkas mirip")
        indexes: ClassVar = [models.Index(fields=["other"], name="decision_by_other")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(person__lt=F("other")), name="decision_names_the_older_first"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {'=' if self.is_same else '≠'} {self.other_id}"


@tracked(exclude=(*TERRITORY, "moved", "set_aside", "filled"))
class Merge(models.Model):
    """Two files made one. `moved`, `set_aside` and `filled` hold what `undo_merge` needs to take it back exactly."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    moved = models.JSONField(default=dict)
    set_aside = models.JSONField(default=dict)
    filled = models.JSONField(default=list)
    reason = models.CharField(_("alasan"), max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undo_reason = models.CharField(_("alasan pembatalan"), max_length=300, blank=True)

    class Meta:
        app_label = "people"
        verbose_name = _("penggabungan")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="merge_undone_at_and_by_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.other_id} → {self.person_id}"


class Sighting(models.Model):
    """Another district's duplicate check has met this file. The site reads none; the function that adds one, does.

    `handle` is all that the finding office gets: with it a transfer can be asked for, and nothing opened.
    """

    handle = models.UUIDField(primary_key=True, default=uuid.uuid4)
    # Only the database guards these two: Django would look into the table before removing either, and may not.
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="+")
    user = models.ForeignKey(User, models.DO_NOTHING, related_name="+")
    at = models.DateTimeField()

    class Meta:
        app_label = "people"
        verbose_name = _("temuan dari wilayah lain")

    def __str__(self) -> str:
        return str(self.handle)


@tracked()
class Transfer(models.Model):
    """A file that one office asks another for. Both see this row; the file itself only whoever holds it.

    Of the place where she lives the asking office is told the district and no more.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    initials = models.CharField(max_length=40)
    from_district = models.CharField(max_length=5)
    to_district = models.CharField(max_length=5)
    to_village = models.CharField(max_length=13, blank=True)
    state = models.CharField(max_length=8, choices=TransferState, default=TransferState.ASKED)
    reason = models.CharField(_("alasan"), max_length=300)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(_("jawaban"), max_length=300, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "people"
        verbose_name = _("pindah wilayah")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "to_district"], condition=Q(state="asked"), name="one_open_transfer_a_district"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(state="asked") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="transfer_answered_at_and_by_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_district} → {self.to_district}"
