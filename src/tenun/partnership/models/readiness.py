"""What a district can do now in placement, training and document repair, as it was last said and by whom."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.partnership.enums import DistrictServiceKind
from tenun.shared.encryption import EncryptedField


class ServiceEntry(models.Model):
    """One service of one district as somebody said it on a day: only added, the latest one stands.

    `can_do` may tell why a service is not there; a district that said nothing has no entry at all. `by` is empty
    when the head of the office said so by a personal link, whose addressee is `by_link`. `contact` is the telephone of
    an office, encrypted. `source` names where a fact was read that no office of ours has said. Retention: kept.
    """

    district_code = models.CharField(_("kabupaten atau kota"), max_length=5)
    service = models.CharField(_("layanan"), max_length=9, choices=DistrictServiceKind)
    is_offered = models.BooleanField(_("ada"))
    can_do = models.TextField(_("yang dapat dilayani"), blank=True)
    hours = models.CharField(_("jam layanan"), max_length=120, blank=True)
    places = models.PositiveIntegerField(_("tempat"), null=True, blank=True)
    office = models.CharField(_("kantor"), max_length=200, blank=True)
    address = models.CharField(_("alamat"), max_length=300, blank=True)
    contact = EncryptedField(_("telepon kantor"), null=True, blank=True)
    source = models.CharField(_("sumber"), max_length=300, blank=True)
    said_on = models.DateField(_("dipastikan"))
    at = models.DateTimeField(_("dicatat"))
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_link = models.CharField(max_length=200, blank=True)
    is_demo = models.BooleanField(_("rekaan"), default=False)

    class Meta:
        verbose_name = _("keterangan layanan daerah")
        indexes: ClassVar = [models.Index(fields=["district_code", "service", "-id"], name="service_entry_latest")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(by__isnull=False) & Q(by_link="")) | (Q(by__isnull=True) & ~Q(by_link="")),
                name="service_entry_is_said_by_one",
            ),
            models.CheckConstraint(
                condition=Q(is_offered=False) | ~Q(can_do=""), name="service_that_is_there_says_what_it_does"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.district_code} {self.service} {self.said_on}"


class ConfirmationDue(models.Model):
    """A district that was to be asked in a quarter, noted by a job on the day it was found. Retention: kept."""

    district_code = models.CharField(_("kabupaten atau kota"), max_length=5)
    quarter = models.DateField(_("triwulan"))
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("permintaan konfirmasi")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district_code", "quarter"], name="one_confirmation_due_a_quarter"),
            models.CheckConstraint(
                condition=Q(quarter__day=1) & Q(quarter__month__in=[1, 4, 7, 10]), name="quarter_is_its_first_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.district_code} {self.quarter}"
