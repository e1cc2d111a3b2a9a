"""How many people wait for what in which district, as a job counted it last: whole, and as others may read it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Need(models.Model):
    """The whole number, for the district's own office alone. It names no person; counted anew every ten minutes.

    `service` is one of `domain.programmes.ServiceLine`; `kind` is empty for everybody who needs that service, once
    each, and else what they need, where a person may stand in several. Written by a function of the database.
    """

    district_code = models.CharField(max_length=5)
    service = models.CharField(max_length=12)
    kind = models.CharField(max_length=60, blank=True)
    people = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("kebutuhan")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district_code", "service", "kind"], name="one_need_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.district_code} {self.service} {self.kind}"


class NeedShown(models.Model):
    """The same for everybody else: one to four people read `<5`, and what would tell them by a total is closed.

    An empty `district_code` is the whole province. `shown` is the number, `<5` or `ditutup`.
    """

    district_code = models.CharField(max_length=5, blank=True)
    service = models.CharField(max_length=12)
    kind = models.CharField(max_length=60, blank=True)
    shown = models.CharField(max_length=10)
    counted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("kebutuhan yang ditunjukkan")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district_code", "service", "kind"], name="one_need_shown_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.district_code} {self.service} {self.kind}: {self.shown}"


class Proposal(models.Model):
    """A draft to a partner about one gap, with the number as it was shown that day. Kept: it is a letter, of no person.

    `people` is the figure in words as anybody outside the district may read it.
    """

    district_code = models.CharField(_("kabupaten atau kota"), max_length=5)
    service = models.CharField(_("layanan"), max_length=12)
    partner = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    people = models.CharField(max_length=10)
    text = models.TextField(_("isi usulan"))
    by = models.ForeignKey("organisations.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("usulan program")

    def __str__(self) -> str:
        return f"{self.district_code} {self.service}"
