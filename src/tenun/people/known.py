"""What else is known of a person: other names, who lives with her, her numbers in other systems, what Sisko shows.

Retention class of all four: placement file (contract and two years, then five, then anonymised).
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.people.enums import Relation, System
from tenun.people.models import Person
from tenun.shared.clock import now
from tenun.shared.history import TERRITORY, tracked


@tracked(exclude=TERRITORY)
class Alias(models.Model):
    """Another name she is known by, as somebody told it; found by the same search as her own."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    name = models.CharField(_("nama lain"), max_length=120)
    folded_name = models.CharField(max_length=120)
    note = models.CharField(_("dipakai di mana"), max_length=120, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "people"
        verbose_name = _("nama lain")
        indexes: ClassVar = [models.Index(fields=["folded_name"], name="alias_by_name")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "folded_name"], name="alias_once_a_person"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked(exclude=TERRITORY)
class HouseholdMember(models.Model):
    """One who stands on her KK or lives with her; never with a number, only by name or as a file of her own."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="household")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    name = models.CharField(_("nama"), max_length=120)
    relation = models.CharField(_("hubungan"), max_length=12, choices=Relation)
    is_head = models.BooleanField(_("kepala keluarga"), default=False)
    file = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "people"
        verbose_name = _("anggota keluarga")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person"], condition=Q(is_head=True), name="one_head_a_household"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked(exclude=TERRITORY)
class ExternalId(models.Model):
    """The number by which another system knows her; one number belongs to one person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="external_ids")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    system = models.CharField(_("sistem"), max_length=12, choices=System)
    code = models.CharField(_("nomor"), max_length=40)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "people"
        verbose_name = _("nomor sistem lain")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["system", "code"], name="external_id_once_a_system"),
        ]

    def __str__(self) -> str:
        return f"{self.get_system_display()} {self.code}"


@tracked(exclude=TERRITORY)
class SiskoListing(models.Model):
    """What a list of Sisko showed of her; the newest counts. It says nothing of what Tenun itself holds.

    `steps` holds, by `domain.sisko.SiskoStep`, a day as ISO text, `true` for a step without one, `false` for one that
    the list did not show; steps that a list has no column for stand as the list before left them. `batch_id` is the
    import that brought it, `listed_on` the day on which that list was uploaded.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="sisko_listings")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    steps = models.JSONField(_("langkah"), default=dict)
    destination = models.CharField(_("tujuan menurut Sisko"), max_length=120, blank=True)
    agency = models.CharField(_("perusahaan penempatan menurut Sisko"), max_length=120, blank=True)
    batch_id = models.BigIntegerField()
    listed_on = models.DateField(_("tanggal daftar"))
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        app_label = "people"
        verbose_name = _("catatan Sisko")
        indexes: ClassVar = [models.Index(fields=["person", "-id"], name="sisko_listing_by_person")]

    def __str__(self) -> str:
        return f"{self.listed_on}"
