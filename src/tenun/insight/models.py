"""A monthly report that was sent: kept as it was, and read by the district and the province."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User


class ReportSending(models.Model):
    """One sending: added once for a district and a month, never changed, never removed. It names no person.

    `figures` are the office's own whole numbers, `copy` is what the province gets and `digest` belongs to. The digest
    is not made of the whole numbers: out of it the few that the copy hides could be tried out. Retention: kept.
    """

    district_code = models.CharField(_("kabupaten atau kota"), max_length=5)
    month = models.DateField(_("bulan"))
    at = models.DateTimeField(_("dikirim"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    office = models.CharField(_("kantor"), max_length=300)
    digest = models.CharField(max_length=64)
    figures = models.JSONField()
    copy = models.JSONField()

    class Meta:
        verbose_name = _("pengiriman laporan bulanan")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district_code", "month"], name="one_report_a_district_and_month"),
            models.CheckConstraint(condition=models.Q(month__day=1), name="report_month_is_its_first_day"),
        ]

    def __str__(self) -> str:
        return f"{self.district_code} {self.month:%Y-%m}"
