"""What is known of a person without her name and numbers, and her file on its way to protection.

Both lie under row-level security and follow the district and village of their person.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenun.domain.facts import COLUMNS
from tenun.organisations.models import User
from tenun.people.models import Person
from tenun.shared.encryption import EncryptedField
from tenun.shared.history import tracked


class Factsheet(models.Model):
    """One typed row a person: all that is judged, a column for each of `domain.facts.COLUMNS`.

    Written by `readiness.actions.record_facts` alone. Kept as long as the file of the person.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="factsheet")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()

    class Meta:
        verbose_name = _("lembar fakta")

    def __str__(self) -> str:
        return f"{self.person_id} v{self.version}"


_KINDS = {
    "DATE": models.DateField,
    "TEXT": models.TextField,
    "SMALLINT": models.SmallIntegerField,
    "INTEGER": models.IntegerField,
    "BOOLEAN": models.BooleanField,
}
for _name, _kind in COLUMNS.items():
    Factsheet.add_to_class(_name, _KINDS[_kind](null=True))


class ReferralReason(models.TextChoices):
    """Why a file waits for a protection officer."""

    UNDER_AGE = "under_age", _("umur di bawah 18 tahun")
    AGE_IN_DOUBT = "age_in_doubt", _("umur diragukan")
    RED_ANSWER = "red_answer", _("jawaban yang perlu dilihat pelindungan")
    OTHER = "other", _("alasan lain")


@tracked()
class Referral(models.Model):
    """A file handed over to protection. While one is open, no step of the journey can be entered.

    What the officer writes is encrypted and read by protection alone. Retention: as a case (close + 5 years, sealed).
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="referrals")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    reason = models.CharField(_("alasan"), max_length=20, choices=ReferralReason)
    note = EncryptedField(_("catatan"), null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = EncryptedField(_("hasil"), null=True, blank=True)

    class Meta:
        verbose_name = _("penyerahan ke pelindungan")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(closed_at__isnull=True), name="one_open_referral_a_person"
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class MovementKind(models.TextChoices):
    """What a village notes of a person who goes abroad or comes home (UU 18/2017 Art. 42)."""

    DEPARTED = "departed", _("berangkat")
    RETURNED = "returned", _("pulang")


class Movement(models.Model):
    """A departure or a return as the village saw it. Kept as the file of the person; never changed."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="movements")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    kind = models.CharField(_("apa"), max_length=10, choices=MovementKind)
    on = models.DateField(_("kapan"))
    route = models.CharField(_("lewat mana"), max_length=120, blank=True)
    told_by = models.CharField(_("kabar dari"), max_length=120, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("catatan berangkat dan pulang")

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
