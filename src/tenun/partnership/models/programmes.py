"""A programme of any organisation, as `domain.programmes.ProgrammeRecord` says it, with its history of status."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tenun.domain.programmes import Fit, PartnerRole, Problem, ProgrammeStatus
from tenun.organisations.models import Organisation, User
from tenun.shared.choices import choices_of
from tenun.shared.encryption import EncryptedField
from tenun.shared.history import tracked


@tracked(exclude=["contact_name", "contact_post", "contact_email", "contact_phone", "kept"])
class Programme(models.Model):
    """Who offers what, where and for whom. `checked_on` is the day on which somebody last said that it is so.

    `services` and `phases` hold values of the domain's lists, `districts` Kemendagri codes (empty: the whole province),
    `entry_rules` the rules in the catalogue's own kinds. `contact_*` are those of an official at work; telephone and
    e-mail are encrypted, and none of it stands in the history. `kept` is the record of the file from which it came.
    Retention: kept while the map is; the contact is removed a year after the end (`programmes.forget_contacts`).
    """

    identifier = models.CharField(_("pengenal"), max_length=120, unique=True)
    title = models.CharField(_("judul"), max_length=300)
    description = models.TextField(_("isi program"), blank=True)
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="programmes")
    services = ArrayField(models.CharField(max_length=12))
    phases = ArrayField(models.CharField(max_length=6), default=list, blank=True)
    target_group = models.CharField(_("untuk siapa"), max_length=300, blank=True)
    districts = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    status = models.CharField(_("keadaan"), max_length=8, choices=choices_of(ProgrammeStatus))
    planned_start = models.DateField(_("rencana mulai"), null=True, blank=True)
    actual_start = models.DateField(_("mulai"), null=True, blank=True)
    planned_end = models.DateField(_("rencana selesai"), null=True, blank=True)
    actual_end = models.DateField(_("selesai"), null=True, blank=True)
    entry_words = models.TextField(_("syarat masuk"), blank=True)
    entry_rules = models.JSONField(default=list, blank=True)
    money_amount = models.DecimalField(_("dana"), max_digits=18, decimal_places=2, null=True, blank=True)
    money_currency = models.CharField(_("mata uang"), max_length=3, blank=True)
    contact_name = models.CharField(_("narahubung"), max_length=120, blank=True)
    contact_post = models.CharField(_("jabatan narahubung"), max_length=120, blank=True)
    contact_email = EncryptedField(_("surel narahubung"), null=True, blank=True)
    contact_phone = EncryptedField(_("telepon narahubung"), null=True, blank=True)
    source = models.CharField(_("sumber"), max_length=300)
    source_url = models.CharField(_("alamat sumber"), max_length=300, blank=True)
    checked_on = models.DateField(_("diperiksa pada"), null=True, blank=True)
    problem = models.CharField(_("masalah yang dijawab"), max_length=9, choices=choices_of(Problem), blank=True)
    gcm_objectives = ArrayField(models.SmallIntegerField(), default=list, blank=True)
    sectors = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    counterpart = models.CharField(_("program pasangan provinsi"), max_length=300, blank=True)
    budget_code = models.CharField(_("kode anggaran"), max_length=60, blank=True)
    fit = models.CharField(_("hubungan dengan program provinsi"), max_length=10, choices=choices_of(Fit), blank=True)
    next_step = models.CharField(_("langkah berikut"), max_length=300, blank=True)
    kept = models.TextField(blank=True)
    is_demo = models.BooleanField(_("rekaan"), default=False)
    version = models.PositiveIntegerField(default=1)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("program")
        indexes: ClassVar = [models.Index(fields=["status", "checked_on"], name="programme_by_status")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(services__len__gte=1), name="programme_gives_something"),
            models.CheckConstraint(
                condition=Q(money_amount__isnull=True, money_currency="")
                | (Q(money_amount__isnull=False) & ~Q(money_currency="")),
                name="programme_money_has_currency",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ProgrammePartner(models.Model):
    """An organisation and what it does in the programme. Kept as long as the programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    role = models.CharField(_("peran"), max_length=12, choices=choices_of(PartnerRole))

    class Meta:
        verbose_name = _("mitra program")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "organisation", "role"], name="one_role_an_organisation_and_programme"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.role}"


class ProgrammeCapacity(models.Model):
    """Places for people in a period, both days inclusive; of one district, or wherever the programme works."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="capacities")
    district_code = models.CharField(_("kabupaten atau kota"), max_length=5, blank=True)
    starts_on = models.DateField(_("dari"))
    ends_on = models.DateField(_("sampai"))
    places = models.PositiveIntegerField(_("tempat"))

    class Meta:
        verbose_name = _("kapasitas")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="capacity_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["programme", "district_code", "starts_on", "ends_on"], name="one_capacity_a_period"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.places} ({self.starts_on}–{self.ends_on})"


class ProgrammeStep(models.Model):
    """One change of status: added with the change, never changed. `by` is empty when the owner said so by a link."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_link = models.CharField(max_length=200, blank=True)
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    why = models.CharField(_("alasan"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("perubahan keadaan program")

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
