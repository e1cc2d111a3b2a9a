"""An uploaded file of programmes while it is looked through and until thirty days later."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User


class ProgrammeListState(models.TextChoices):
    """How far a file of programmes has come."""

    EXAMINED = "examined", _("diperiksa")
    WRITTEN = "written", _("disimpan")
    GIVEN_UP = "given_up", _("dibatalkan")


class ProgrammeList(models.Model):
    """One file: whose, when, its content encrypted, and the services that somebody said of a programme without any.

    Read by the offices that meet. Retention: the content is removed after 30 days, that it was written stays.
    """

    name = models.CharField(_("nama berkas"), max_length=120)
    content = models.BinaryField(null=True)
    digest = models.CharField(max_length=64)
    services = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=ProgrammeListState, default=ProgrammeListState.EXAMINED)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(null=True)
    made = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("berkas program")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(written_at__isnull=True, written_by__isnull=True)
                | models.Q(written_at__isnull=False, written_by__isnull=False),
                name="programme_list_written_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.name
