"""Tables of no capability: who read what, the seals over it, and which packaged data the site last started with.

An entry of a read is added through its own connection, read by the auditor, and never changed.
"""

from typing import ClassVar

from django.db import models


class ReadEntry(models.Model):
    """One reading: a file opened, a list or search shown, a number unmasked."""

    at = models.DateTimeField()
    user_id = models.BigIntegerField()
    roles = models.CharField(max_length=120)
    act = models.CharField(max_length=30)
    person_id = models.BigIntegerField(null=True)
    detail = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person_id", "at"], name="read_by_person")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act}"


class ReadSeal(models.Model):
    """One link of the chain over the entries: the digest of an entry and of the seal before it.

    The entry itself may be erased when its time is over; its seal stays and the chain still holds.
    """

    position = models.BigIntegerField(primary_key=True)
    entry_id = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.position} {self.digest[:8]}"


class LoadedData(models.Model):
    """Packaged data as the site last started with them, so that a change is noticed and said."""

    name = models.CharField(max_length=40, primary_key=True)
    version = models.CharField(max_length=80)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.version[:12]}"
