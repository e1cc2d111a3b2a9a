"""A person and the words by which she is found. All under row-level security.

Every row carries the district and village of its person, so that a policy needs no join (design, section 4).
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenun.domain.papers import Education, MaritalStatus, Sex
from tenun.organisations.models import User
from tenun.shared.choices import choices_of
from tenun.shared.clock import now
from tenun.shared.encryption import EncryptedField
from tenun.shared.history import tracked


@tracked()
class Person(models.Model):
    """One person for life. Names stand as on the KK; numbers are encrypted, with a keyed hash for search."""

    district_code = models.CharField(_("kabupaten atau kota"), max_length=5)
    village_code = models.CharField(_("desa atau kelurahan"), max_length=13, blank=True)
    full_name = models.CharField(_("nama lengkap"), max_length=120)
    folded_name = models.CharField(max_length=120, db_index=True)
    nik = EncryptedField(_("NIK"), null=True, blank=True)
    nik_hash = models.CharField(max_length=43, blank=True, db_index=True)
    family_card_number = EncryptedField(_("nomor KK"), null=True, blank=True)
    birth_place = models.CharField(_("tempat lahir"), max_length=80, blank=True)
    birth_date = models.DateField(_("tanggal lahir"), null=True, blank=True)
    sex = models.CharField(_("jenis kelamin"), max_length=1, choices=choices_of(Sex), blank=True)
    marital_status = models.CharField(_("status kawin"), max_length=12, choices=choices_of(MaritalStatus), blank=True)
    mother_name = models.CharField(_("nama ibu"), max_length=120, blank=True)
    education = models.SmallIntegerField(_("pendidikan"), choices=choices_of(Education), null=True, blank=True)
    phone = EncryptedField(_("telepon"), null=True, blank=True)
    target = models.CharField(_("tujuan"), max_length=40, blank=True)
    departure_on = models.DateField(_("rencana berangkat"), null=True, blank=True)
    created_at = models.DateTimeField(default=now, editable=False)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_away")

    is_opened = False
    """Whether whoever asked reads her sealed file because of an emergency; set by `readiness.access.get_file`."""

    class Meta:
        verbose_name = _("orang")
        indexes: ClassVar = [
            models.Index(fields=["district_code", "id"], name="person_by_district"),
            models.Index(fields=["village_code", "id"], name="person_by_village"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(nik__isnull=True, nik_hash="") | (Q(nik__isnull=False) & ~Q(nik_hash="")),
                name="person_nik_and_hash_together",
            )
        ]

    def __str__(self) -> str:
        return self.full_name


class NameWord(models.Model):
    """One word of a folded name, for search by its beginning with operators that row-level security lets pass."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="name_words")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13)
    word = models.CharField(max_length=120, db_collation="C")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["district_code", "word"], name="name_word_by_district")]

    def __str__(self) -> str:
        return self.word


from tenun.people.contacts import Consent, Contact  # noqa: E402  Django finds models of this module only.
from tenun.people.journeys import Journey, JourneyEntry  # noqa: E402  As above.
from tenun.people.known import Alias, ExternalId, HouseholdMember, SiskoListing  # noqa: E402  As above.
from tenun.people.pairs import DuplicateDecision, Merge, Sighting, Transfer  # noqa: E402  As above.
from tenun.people.seals import Emergency, Seal  # noqa: E402  As above.

__all__ = [
    "Alias",
    "Consent",
    "Contact",
    "DuplicateDecision",
    "Emergency",
    "ExternalId",
    "HouseholdMember",
    "Journey",
    "JourneyEntry",
    "Merge",
    "NameWord",
    "Person",
    "Seal",
    "Sighting",
    "SiskoListing",
    "Transfer",
]
