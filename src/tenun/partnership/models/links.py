"""Personal links: somebody without an account answers one question about one thing."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import Organisation, User
from tenun.partnership.enums import LinkKind


class PersonalLink(models.Model):
    """One question to one addressee. The link itself is shown once; only its digest is kept.

    It opens `kind:subject_id` and nothing else, until it is answered, taken back, or its time is over. `addressee` is
    the name and post of an official at work. Retention: removed a year after it ended (`links.forget_links`).
    """

    kind = models.CharField(max_length=12, choices=LinkKind)
    subject_id = models.BigIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    addressee = models.CharField(_("untuk siapa"), max_length=200)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("dibuat"))
    expires_at = models.DateTimeField(_("berlaku sampai"))
    answered_at = models.DateTimeField(_("dijawab"), null=True)
    revoked_at = models.DateTimeField(_("ditarik"), null=True)

    class Meta:
        verbose_name = _("tautan pribadi")
        indexes: ClassVar = [models.Index(fields=["kind", "subject_id", "-id"], name="link_by_subject")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="link_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(revoked_at__isnull=True), name="link_is_answered_or_revoked"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.subject_id}"

    def is_open(self, at: datetime) -> bool:
        """Whether it may still be answered."""
        return self.answered_at is None and self.revoked_at is None and at < self.expires_at
