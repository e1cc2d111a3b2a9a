"""The papers a person has shown, version by version. Under row-level security.

Every row carries the district and village of its person, so that a policy needs no join (design, section 4).
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.documents.kinds import OTHER_KINDS
from tenun.domain.papers import (
    CompetenceScheme,
    ConsentGiver,
    LanguageScale,
    MaritalStatus,
    PaperDefect,
    PaperKind,
    Proof,
    Sex,
)
from tenun.organisations.models import User
from tenun.people.models import Person
from tenun.shared.choices import choices_of
from tenun.shared.clock import now
from tenun.shared.encryption import EncryptedField
from tenun.shared.history import tracked

KINDS = [
    *choices_of(PaperKind),
    *choices_of(CompetenceScheme),
    *choices_of(LanguageScale),
    *((kind, other.words.en) for kind, other in OTHER_KINDS.items()),
]
"""Every paper of a file: certificates and language tests are papers too (design, *The way of a fact*)."""


@tracked()
class Paper(models.Model):
    """One version of one paper of a person; the current one of a kind is unique."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="papers")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13)
    kind = models.CharField(_("jenis surat"), max_length=30, choices=KINDS)
    is_current = models.BooleanField(default=True)
    proof = models.SmallIntegerField(_("bukti"), choices=choices_of(Proof))
    number = EncryptedField(_("nomor"), null=True, blank=True)
    name = models.CharField(_("nama"), max_length=120, blank=True)
    birth_place = models.CharField(_("tempat lahir"), max_length=80, blank=True)
    birth_date = models.DateField(_("tanggal lahir"), null=True, blank=True)
    sex = models.CharField(_("jenis kelamin"), max_length=1, choices=choices_of(Sex), blank=True)
    mother_name = models.CharField(_("nama ibu"), max_length=120, blank=True)
    father_name = models.CharField(_("nama ayah"), max_length=120, blank=True)
    marital_status = models.CharField(_("status kawin"), max_length=12, choices=choices_of(MaritalStatus), blank=True)
    issued_on = models.DateField(_("tanggal terbit"), null=True, blank=True)
    valid_until = models.DateField(_("berlaku sampai"), null=True, blank=True)
    starts_on = models.DateField(_("mulai kontrak"), null=True, blank=True)
    rank = models.SmallIntegerField(_("tingkat bahasa"), null=True, blank=True)
    fit = models.BooleanField(_("layak kerja"), null=True, blank=True)
    hours = models.PositiveIntegerField(_("jam pelatihan"), null=True, blank=True)
    months = models.PositiveIntegerField(_("bulan pengalaman"), null=True, blank=True)
    giver = models.CharField(_("pemberi izin"), max_length=10, choices=choices_of(ConsentGiver), blank=True)
    known_by_village_head = models.BooleanField(_("izin diketahui kepala desa"), null=True, blank=True)
    mrz = EncryptedField(_("dua baris MRZ"), null=True, blank=True)
    defect = models.CharField(_("cacat"), max_length=30, choices=choices_of(PaperDefect), blank=True)
    recorded_at = models.DateTimeField(default=now, editable=False)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("surat")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(is_current=True), name="one_current_paper_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class Scan(models.Model):
    """A picture of a paper. The file itself lies encrypted outside the database, under `file`.

    The newest of a kind is shown. Retention: until the verified copy is no longer needed, at most departure + 1 year.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="scans")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    kind = models.CharField(_("jenis surat"), max_length=30, choices=KINDS)
    file = models.CharField(max_length=80, unique=True)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("gambar surat")
        indexes: ClassVar = [models.Index(fields=["person", "kind", "-id"], name="scan_by_person_and_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.digest[:8]}"
