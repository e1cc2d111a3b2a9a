"""Who works where: organisations, users and their posts with a territory and an end."""

from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tenun.organisations.enums import AccountAct, Desk, OrganisationKind, Role


class Organisation(models.Model):
    """An office, agency or partner."""

    name = models.CharField(_("nama"), max_length=200, unique=True)
    kind = models.CharField(_("jenis"), max_length=20, choices=OrganisationKind)
    type_code = models.CharField(_("jenis menurut IATI"), max_length=3, blank=True, db_default="")

    class Meta:
        verbose_name = _("organisasi")

    def __str__(self) -> str:
        return self.name


class OrganisationRef(models.Model):
    """A reference under which the world knows an organisation: `XM-DAC-47066`, one of org-id.guide, one of ours."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="refs")
    value = models.CharField(_("rujukan"), max_length=120, unique=True)

    class Meta:
        verbose_name = _("rujukan organisasi")

    def __str__(self) -> str:
        return self.value


class OrganisationSpelling(models.Model):
    """A spelling that somebody said means this organisation; a wrong one is known, and never written by us."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="spellings")
    spelling = models.CharField(_("ejaan"), max_length=200)
    folded = models.CharField(max_length=200, unique=True)
    is_wrong = models.BooleanField(_("salah eja"), default=False)
    said_at = models.DateTimeField()
    said_by_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("ejaan organisasi")

    def __str__(self) -> str:
        return self.spelling


class UserManager(BaseUserManager["User"]):
    """Users are made by `organisations.actions`; this only finds them."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """By username, capitals apart."""
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """One person who signs in. What she may do hangs on her posts, never on the user."""

    username = models.CharField(_("nama pengguna"), max_length=60, unique=True)
    full_name = models.CharField(_("nama lengkap"), max_length=120)
    is_active = models.BooleanField(_("aktif"), default=True)
    is_demo = models.BooleanField(_("akun peragaan"), default=False)
    must_change_password = models.BooleanField(_("kata sandi harus diganti"), default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects = UserManager()

    class Meta:
        verbose_name = _("pengguna")

    def __str__(self) -> str:
        return self.full_name


class PostQuerySet(models.QuerySet["Post"]):
    """Posts as they stand on a day."""

    def held_on(self, day: date) -> "PostQuerySet":
        """Begun by that day and not yet ended."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))


class Post(models.Model):
    """A user in a role at an organisation, for a territory, from a day and perhaps until one."""

    user = models.ForeignKey(User, models.CASCADE, related_name="posts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="posts")
    role = models.CharField(_("peran"), max_length=20, choices=Role)
    desk = models.CharField(_("meja"), max_length=20, choices=Desk, blank=True)
    districts = models.JSONField(_("kabupaten atau kota"), default=list, blank=True)
    villages = models.JSONField(_("desa atau kelurahan"), default=list, blank=True)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("selesai"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("jabatan")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="post_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.organisation}"


class AccountEntry(models.Model):
    """One act of an admin on an account: added with the act in one transaction, never changed, never removed.

    It holds numbers and no names, so it may stay when an account is renamed or erased.
    """

    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    user_id = models.BigIntegerField()
    act = models.CharField(max_length=20, choices=AccountAct)
    detail = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user_id", "at"], name="account_entry_by_user")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act}"
