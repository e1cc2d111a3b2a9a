"""How a person may be reached without harm, and what she has agreed to.

Retention class: placement file; a contact goes earlier, when she asks for it.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.people.enums import ContactOwner, Manner, Means, Purpose, Tongue
from tenun.people.models import Person
from tenun.shared.encryption import EncryptedField
from tenun.shared.history import TERRITORY, tracked


@tracked(exclude=TERRITORY)
class Contact(models.Model):
    """One way to reach her and its rule: whose telephone, by what means, when, and what must not be said."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="contacts")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    number = EncryptedField(_("nomor telepon"), null=True, blank=True)
    owner = models.CharField(_("milik siapa"), max_length=14, choices=ContactOwner)
    owner_name = models.CharField(_("nama pemilik"), max_length=120, blank=True)
    means = models.CharField(_("cara"), max_length=16, choices=Means)
    safe_when = models.CharField(_("kapan aman"), max_length=120, blank=True)
    not_to_say = models.CharField(_("yang tidak boleh disebut"), max_length=200, blank=True)
    do_not_call = models.BooleanField(_("jangan dihubungi"), default=False)
    confirmed_on = models.DateField(_("dipastikan tanggal"))
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "people"
        verbose_name = _("kontak")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(means=Means.VILLAGE_OFFICER.value) | Q(do_not_call=True) | Q(number__isnull=False),
                name="contact_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return self.get_means_display()


@tracked(exclude=TERRITORY)
class Consent(models.Model):
    """One giving or one withdrawing for one purpose. Never changed afterwards: the last row of a purpose counts."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    purpose = models.CharField(_("untuk apa"), max_length=16, choices=Purpose)
    is_given = models.BooleanField()
    manner = models.CharField(_("dengan cara"), max_length=8, choices=Manner)
    tongue = models.CharField(_("dijelaskan dalam bahasa"), max_length=6, choices=Tongue, blank=True)
    explained_by = models.CharField(_("dijelaskan oleh"), max_length=120, blank=True)
    witness = models.CharField(_("saksi"), max_length=120, blank=True)
    on = models.DateField(_("tanggal"))
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "people"
        verbose_name = _("persetujuan")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(is_given=False) | (~Q(explained_by="") & ~Q(tongue="")), name="consent_was_explained"
            ),
            models.CheckConstraint(
                condition=Q(is_given=False) | Q(manner=Manner.WRITTEN.value) | ~Q(witness=""),
                name="consent_unwritten_has_a_witness",
            ),
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()
