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


class _Figure(models.Model):
    """One figure of one indicator on one day, counted anew every hour of that day; a day that is over stays."""

    indicator = models.CharField(max_length=40)
    district_code = models.CharField(max_length=5, blank=True)
    part = models.CharField(max_length=40, blank=True)
    on = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=1, null=True)
    base = models.PositiveIntegerField(null=True)
    computed_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.indicator} {self.district_code}{self.part} {self.on}"


class IndicatorFigure(_Figure):
    """The whole number of one district. Only that district's own counter reads it, and the job that counts.

    It names no person. `base` is over how many it was counted, none where there is no such whole. Retention: kept.
    """

    class Meta:
        verbose_name = _("angka utuh indikator")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "district_code", "part", "on"], name="one_figure_a_day"),
        ]


class IndicatorValue(_Figure):
    """The copy that leaves the office: what `hidden` stands in for has no value here. `district_code` is ''
    for the province. `part` is one of the indicator's own parts, of the whole province. It names no person.
    Retention: kept.
    """

    hidden = models.CharField(max_length=10, blank=True)

    class Meta:
        verbose_name = _("angka indikator")
        indexes: ClassVar = [models.Index(fields=["on", "indicator"], name="indicator_value_by_day")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "district_code", "part", "on"], name="one_value_a_day"),
            models.CheckConstraint(
                condition=models.Q(hidden="") | models.Q(value__isnull=True), name="what_is_hidden_has_no_value"
            ),
        ]
