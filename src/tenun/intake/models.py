"""An uploaded list and its rows while they are checked. Both lie under row-level security.

A list is seen by the office that uploaded it, inside the territory of whoever looks. Retention class: uploaded files
and what was read from them 30 days; that a row became which person as long as the person's file, for it is how the
same row is known again.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenun.intake.enums import BatchState, Decision, Likeness, ListKind, Outcome
from tenun.organisations.models import Organisation, User


class Batch(models.Model):
    """One uploaded file: whose, when, how far. The file itself lies encrypted outside the database, under `file`.

    `mapping` holds each header with the column that it is; guessed until an officer has said so. Of `job_rows`
    that the present job takes `done_rows` are behind it, for the progress on the page; `total_rows` are in the list.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    district_code = models.CharField(_("kabupaten atau kota"), max_length=5)
    kind = models.CharField(
        _("jenis daftar"), max_length=6, choices=ListKind, default=ListKind.OFFICE, db_default=ListKind.OFFICE
    )
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    name = models.CharField(_("nama berkas"), max_length=120)
    file = models.CharField(max_length=80, blank=True)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=BatchState, default=BatchState.UPLOADED)
    problems = models.JSONField(default=list)
    mapping = models.JSONField(default=list)
    mapping_is_said = models.BooleanField(default=False)
    total_rows = models.PositiveIntegerField(default=0)
    job_rows = models.PositiveIntegerField(default=0)
    done_rows = models.PositiveIntegerField(default=0)
    examined_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    written_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("impor")
        indexes: ClassVar = [models.Index(fields=["organisation", "-id"], name="batch_by_office")]

    def __str__(self) -> str:
        return self.name


class Row(models.Model):
    """One filled row of a list.

    `sealed` is what was read of it and what would change, encrypted; the columns beside it are those by which rows and
    persons are compared. `person_id` is whom it was or will be written to. `before` is what undoing needs, encrypted.
    `origin` is the row of an earlier list which a list that was sent back says it is (`import.row`).
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="rows")
    organisation_id = models.BigIntegerField()
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=8, choices=Outcome)
    sealed = models.BinaryField(null=True)
    codes = models.JSONField(default=list)
    row_key = models.CharField(max_length=43)
    origin = models.CharField(max_length=21, blank=True)
    person_id = models.BigIntegerField(null=True)
    why = models.CharField(max_length=12, choices=Likeness, blank=True)
    candidates = models.JSONField(default=list)
    elsewhere = models.JSONField(default=list)
    twin = models.PositiveIntegerField(null=True)
    decision = models.CharField(max_length=5, choices=Decision, blank=True)
    reason = models.CharField(_("alasan"), max_length=300, blank=True)
    decided_by_id = models.BigIntegerField(null=True)
    is_written = models.BooleanField(default=False)
    before = models.BinaryField(null=True)

    class Meta:
        verbose_name = _("baris impor")
        indexes: ClassVar = [
            models.Index(fields=["organisation_id", "row_key"], name="row_by_key"),
            models.Index(fields=["batch", "outcome", "number"], name="row_by_outcome"),
            models.Index(fields=["organisation_id", "origin"], name="row_by_origin", condition=~models.Q(origin="")),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "number"], name="row_once_a_batch"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}.{self.number}"


from tenun.intake.programme_models import ProgrammeList  # noqa: E402, F401  Django finds models of this module only.
