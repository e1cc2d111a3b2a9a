"""The chain over the entries of reads: a removed, changed or reordered entry is named when somebody looks.

One job seals; it runs as the worker, which may add seals and change nothing. What came after the last seal is
told apart as the unsealed tail.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from typing import Any

from django.db import transaction

from tenun.shared.clock import now
from tenun.shared.models import ReadEntry, ReadSeal

_FIRST = "0" * 64
_AT_ONCE = 10_000
SETTLED = timedelta(seconds=10)
"""An entry is sealed no younger than this: by then none with a lower number can still be on its way."""
WORKER = "worker"
"""The connection whose role may read the entries and add seals, and nothing else."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where the chain does not hold: `removed`, `changed` or `reordered`."""

    code: str
    position: int
    entry_id: int


@dataclass(frozen=True, slots=True)
class Verification:
    """The whole chain looked through."""

    sealed: int
    unsealed: int
    faults: tuple[Fault, ...]


def seal_entries(using: str = WORKER, settled: timedelta = SETTLED) -> int:
    """Seals what is new, in the order of its numbers, up to the first entry that is too young; how many that were."""
    until = now() - settled
    with transaction.atomic(using=using):
        last = ReadSeal.objects.using(using).order_by("-position").first()
        position, digest, after = (last.position, last.digest, last.entry_id) if last else (0, _FIRST, 0)
        entries = ReadEntry.objects.using(using).filter(pk__gt=after).order_by("pk")[:_AT_ONCE]
        seals = []
        for entry in takewhile(lambda entry: entry.at <= until, entries):
            position, digest = position + 1, _digest(digest, entry)
            seals.append(ReadSeal(position=position, entry_id=entry.pk, digest=digest))
        ReadSeal.objects.using(using).bulk_create(seals)
    return len(seals)


def verify(using: str = WORKER) -> Verification:
    """Walks the chain from its beginning and names every entry that does not fit."""
    seals = list(ReadSeal.objects.using(using).order_by("position"))
    sealed = {seal.entry_id for seal in seals}
    unsealed = ReadEntry.objects.using(using).exclude(pk__in=sealed).count()
    return Verification(len(seals), unsealed, tuple(_faults(seals, using)))


def _faults(seals: list[ReadSeal], using: str) -> Iterator[Fault]:
    entries = ReadEntry.objects.using(using).in_bulk([seal.entry_id for seal in seals])
    digest, highest = _FIRST, 0
    for seal in seals:
        entry = entries.get(seal.entry_id)
        if entry is None:
            yield Fault("removed", seal.position, seal.entry_id)
        elif _digest(digest, entry) != seal.digest:
            yield Fault("changed", seal.position, seal.entry_id)
        if seal.entry_id < highest:
            yield Fault("reordered", seal.position, seal.entry_id)
        highest = max(highest, seal.entry_id)
        digest = seal.digest


def _digest(before: str, entry: ReadEntry) -> str:
    said: list[Any] = [
        entry.pk,
        entry.at.isoformat(),
        entry.user_id,
        entry.roles,
        entry.act,
        entry.person_id,
        entry.detail,
    ]
    return hashlib.sha256((before + json.dumps(said)).encode()).hexdigest()
