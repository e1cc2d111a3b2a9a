"""The record of a meeting: its facts and its lines."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import Organisation, User
from tenun.partnership.enums import Measure, MeetingKind, MeetingState, PointKind
from tenun.partnership.models.programmes import Programme
from tenun.shared.choices import choices_of
from tenun.shared.history import tracked


@tracked()
class Meeting(models.Model):
    """One meeting. What stands here, in its points and its results is read by everybody once it is published.

    `day_said` is the name of the day that stood beside the date in the text; before publishing the two must agree.
    Retention: kept; a public act of the province, with officials by name and post alone.
    """

    state = models.CharField(_("keadaan"), max_length=9, choices=MeetingState, default=MeetingState.DRAFT)
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(_("jenis"), max_length=12, choices=MeetingKind, blank=True)
    category = models.CharField(_("kategori"), max_length=80, blank=True)
    headline = models.CharField(_("judul"), max_length=300, blank=True)
    dateline = models.CharField(_("kota"), max_length=60, blank=True)
    host_office = models.CharField(_("jabatan tuan rumah"), max_length=120, blank=True)
    host_name = models.CharField(_("nama tuan rumah"), max_length=120, blank=True)
    place = models.CharField(_("tempat"), max_length=160, blank=True)
    held_on = models.DateField(_("tanggal"), null=True, blank=True)
    starts_at = models.TimeField(_("mulai"), null=True, blank=True)
    day_said = models.CharField(_("hari menurut naskah"), max_length=6, blank=True)
    occasion = models.TextField(_("acara"), blank=True)
    source_url = models.CharField(_("alamat sumber"), max_length=300, blank=True)
    published_at = models.DateTimeField(_("terbit"), null=True, blank=True)
    is_demo = models.BooleanField(_("peragaan"), default=False)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("rapat")
        indexes: ClassVar = [models.Index(fields=["state", "-held_on"], name="meeting_by_state")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state__in=[MeetingState.PUBLISHED, MeetingState.CORRECTED])
                | (Q(published_at__isnull=False, held_on__isnull=False) & ~Q(headline="") & ~Q(host_office="")),
                name="published_meeting_is_whole",
            )
        ]

    def __str__(self) -> str:
        return self.headline or self.slug


@tracked()
class MeetingPoint(models.Model):
    """One line of the record; `kind` says what. `more` is the post of a person, or who spoke.

    A guest is an organisation of the register. A statement is shown once its speaker's office has approved it. The
    state of an output is read from `measure`. Kept as long as the meeting.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="points")
    kind = models.CharField(_("jenis"), max_length=12, choices=PointKind)
    number = models.PositiveSmallIntegerField()
    words = models.TextField(_("isi"))
    more = models.CharField(_("jabatan atau penutur"), max_length=200, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    programme = models.ForeignKey(Programme, models.SET_NULL, null=True, blank=True, related_name="+")
    measure = models.CharField(max_length=10, choices=choices_of(Measure), blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("isi rapat")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "kind", "number"], name="one_point_a_number"),
            models.CheckConstraint(
                condition=~Q(kind=PointKind.GUEST) | Q(organisation__isnull=False), name="guest_is_in_the_register"
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_by=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="approved_point_has_approver",
            ),
        ]

    def __str__(self) -> str:
        return self.words[:60]


@tracked()
class ExpectedResult(models.Model):
    """One result that the meeting expects, by number; `indicator` names what measures it, when something does.

    Kept as long as the meeting.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="results")
    number = models.PositiveSmallIntegerField()
    words = models.TextField(_("hasil yang diharapkan"))
    indicator = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = _("hasil yang diharapkan")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_expected_result_a_number")
        ]

    def __str__(self) -> str:
        return self.words[:60]
