"""What an officer does for many of her queue at once: hand them to a colleague, invite them, print their plans.

An act is one batch: previewed before, undone as a whole for a day.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from django.db import models, transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.people.models import Person
from tenun.shared.clock import now

MOST = 200
"""Persons of one act: what an officer can still look through."""
UNDO = timedelta(days=1)


class ActKind(models.TextChoices):
    """What can be done for many."""

    ASSIGN = "assign", _("tugaskan kepada petugas")
    INVITE = "invite", _("undang datang")
    PRINT = "print", _("cetak rencana")


class DeskAct(models.Model):
    """One person in one act for many; the acts of a batch belong together. Kept as long as the file of the person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="desk_acts")
    district_code = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, blank=True)
    batch = models.UUIDField()
    kind = models.CharField(max_length=10, choices=ActKind)
    to = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    on = models.DateField(null=True)
    place = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "readiness"
        verbose_name = _("tindakan bersama")
        indexes: ClassVar = [
            models.Index(fields=["person", "kind", "-id"], name="desk_act_by_person"),
            models.Index(fields=["batch"], name="desk_act_by_batch"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.person_id}"


class NotToUndo(Exception):  # noqa: N818  The name says what a person reads.
    """There is no such act of this officer, or a day has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an act asks besides the persons: to whom, or on which day and where."""

    to: User | None = None
    on: date | None = None
    place: str = ""


@transaction.atomic
def act_together(*, persons: Sequence[Person], kind: ActKind, asked: Asked, by: User) -> uuid.UUID:
    """Keeps the act for all of them or for none; its number. Raises `ValueError` for nobody or more than `MOST`."""
    if not 0 < len(persons) <= MOST:
        raise ValueError(f"{len(persons)} persons")
    batch, at = uuid.uuid4(), now()
    said = {"kind": kind, "to": asked.to, "on": asked.on, "place": asked.place}
    DeskAct.objects.bulk_create(DeskAct(person=person, batch=batch, by=by, at=at, **said) for person in persons)
    return batch


@transaction.atomic
def undo_together(*, batch: uuid.UUID, by: User) -> int:
    """Takes a whole act back; how many persons that were. Raises `NotToUndo`."""
    mine = DeskAct.objects.filter(batch=batch, by=by, undone_at=None, at__gt=now() - UNDO)
    count = mine.update(undone_at=now())
    if not count:
        raise NotToUndo
    return count


def assigned_to(key: str = "person_id") -> Subquery:
    """To whom somebody was handed last, by name; for a column of a list."""
    standing = DeskAct.objects.filter(person=OuterRef(key), kind=ActKind.ASSIGN, undone_at=None)
    return Subquery(standing.order_by("-pk").values("to__full_name")[:1])


def handed_to(user_id: int) -> QuerySet[DeskAct]:
    """The standing assignments to one officer that nobody has handed on since."""
    later = DeskAct.objects.filter(person=OuterRef("person"), kind=ActKind.ASSIGN, undone_at=None).order_by("-pk")
    return DeskAct.objects.annotate(last=Subquery(later.values("pk")[:1])).filter(
        to=user_id, kind=ActKind.ASSIGN, undone_at=None, pk=models.F("last")
    )


def last_batch(batch: uuid.UUID, by: User) -> list[DeskAct]:
    """One query: the persons of one act of this officer."""
    return list(DeskAct.objects.filter(batch=batch, by=by).select_related("person", "to").order_by("person_id"))


class SavedView(models.Model):
    """A narrowing of the queue that an officer keeps under a name. It holds no person."""

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_views")
    name = models.CharField(_("nama"), max_length=40)
    query = models.CharField(max_length=300)

    class Meta:
        app_label = "readiness"
        verbose_name = _("saringan tersimpan")
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "name"], name="one_view_a_name")]

    def __str__(self) -> str:
        return self.name


MOST_VIEWS = 12


def views_of(user: User) -> list[SavedView]:
    """One query: the narrowings that she keeps, by name."""
    return list(SavedView.objects.filter(user=user).order_by("name")[:MOST_VIEWS])


@transaction.atomic
def keep_view(*, name: str, query: str, by: User) -> SavedView:
    """Keeps a narrowing; the same name is that narrowing from now on."""
    view, _made = SavedView.objects.update_or_create(user=by, name=name, defaults={"query": query})
    return view


@transaction.atomic
def forget_view(*, name: str, by: User) -> None:
    """Takes it off; twice is the same as once."""
    SavedView.objects.filter(user=by, name=name).delete()
