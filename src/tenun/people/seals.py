"""What closes a file to all but its case team, and the opening of it in an emergency.

A seal is set and taken off by the database alone, from the hand-overs and the journey (readiness 0004); the policies
of everything that hangs on a person ask for it.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.people.models import Person
from tenun.shared.encryption import EncryptedField
from tenun.shared.history import tracked

LONGEST = timedelta(hours=4)
"""No opening lasts longer; the database refuses one that would."""


class SealKind(models.TextChoices):
    """Why only the case team reads a file."""

    PROTECTION = "protection", _("dilihat pelindungan")
    CHILD = "child", _("anak")


class Seal(models.Model):
    """One row for each sealed file; a child's ends by itself on her eighteenth birthday."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="seal")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    kind = models.CharField(max_length=10, choices=SealKind)
    since = models.DateTimeField()
    until = models.DateField(null=True)

    class Meta:
        app_label = "people"
        verbose_name = _("segel")

    def __str__(self) -> str:
        return self.kind


def seals_on(day: date) -> QuerySet[Seal]:
    """The seals of the scope that hold on that day."""
    return Seal.objects.filter(Q(until=None) | Q(until__gt=day))


def sealed_among(persons: Iterable[int], day: date, using: str) -> frozenset[int]:
    """One query over the connection `using`: which of these persons are sealed on that day."""
    return frozenset(seals_on(day).using(using).filter(person__in=persons).values_list("person_id", flat=True))


class EmergencyKind(models.TextChoices):
    """What an emergency opens: the whole sealed file, or the pictures of health papers of a file that is not."""

    FILE = "file", _("berkas yang ditahan")
    HEALTH = "health", _("gambar surat kesehatan")


class Danger(models.TextChoices):
    """Why it cannot wait for the office whose file it is."""

    LIFE = "life", _("nyawa atau kesehatannya terancam")
    MISSING = "missing", _("ia hilang atau dibawa orang")
    CUSTODY = "custody", _("polisi, rumah sakit, atau imigrasi meminta sekarang")
    BORDER = "border", _("ia dicegat di bandara, pelabuhan, atau perbatasan")


class Verdict(models.TextChoices):
    """What the office whose file it is thinks of an opening."""

    FAIR = "fair", _("wajar")
    UNFAIR = "unfair", _("tidak wajar")


@tracked()
class Emergency(models.Model):
    """An opening in an emergency: by whom, why, until when, and what the case team says of it afterwards.

    Row-level security itself lets the reader through until `ends_at` or `ended_at`. Why is encrypted. Retention: as the
    audit of reads (2 years at hand, 5 years kept).
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="emergencies")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    role = models.CharField(max_length=120)
    what = models.CharField(max_length=10, choices=EmergencyKind)
    danger = models.CharField(_("keadaan darurat"), max_length=10, choices=Danger)
    why = EncryptedField(_("alasan"))
    at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    verdict = models.CharField(_("penilaian"), max_length=10, choices=Verdict, blank=True)
    note = EncryptedField(_("catatan"), null=True, blank=True)

    class Meta:
        app_label = "people"
        verbose_name = _("akses darurat")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("at")) & Q(ends_at__lte=F("at") + LONGEST), name="emergency_ends_by_itself"
            ),
            models.CheckConstraint(
                condition=Q(verdict="", reviewed_by=None)
                | (~Q(verdict="") & Q(reviewed_by__isnull=False) & ~Q(reviewed_by=F("user"))),
                name="emergency_reviewed_by_somebody_else",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "ends_at"], name="emergency_by_user"),
            models.Index(fields=["district_code", "-id"], name="emergency_by_district"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.at:%Y-%m-%d %H:%M}"
