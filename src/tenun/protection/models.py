"""A report about somebody who recruits: whoever told is kept safe, so its words are encrypted and few may read them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.shared.encryption import EncryptedField


class RecruiterReport(models.Model):
    """What a village saw or heard of a recruiter. Retention: as a case (close + 5 years, sealed)."""

    district_code = models.CharField(max_length=5)
    village_code = models.CharField(_("desa atau kelurahan"), max_length=13)
    name = EncryptedField(_("nama perekrut"), null=True, blank=True)
    phone = EncryptedField(_("telepon perekrut"), null=True, blank=True)
    story = EncryptedField(_("apa yang terjadi"))
    seen_on = models.DateField(_("kapan terlihat"), null=True, blank=True)
    destination = models.CharField(_("negara yang ditawarkan"), max_length=80, blank=True)
    approached = models.PositiveIntegerField(_("berapa orang didekati"), null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("laporan perekrut")
        indexes: ClassVar = [models.Index(fields=["district_code", "-id"], name="report_by_district")]

    def __str__(self) -> str:
        return f"{self.village_code} {self.at:%Y-%m-%d}"
