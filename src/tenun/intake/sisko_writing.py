"""What a Sisko list adds beside files, as sets of a chunk; and how it is taken off again within a day."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.backends.utils import CursorWrapper

from tenun.domain.sisko import SiskoEntry
from tenun.intake.changes import SiskoAddition
from tenun.intake.models import Batch, Row
from tenun.intake.sealing import before_of
from tenun.intake.sisko import listing_said, newest_listings
from tenun.intake.staging import insert
from tenun.people.enums import System
from tenun.people.models import ExternalId, SiskoListing
from tenun.shared.clock import WITA

_NUMBER = ("person_id", "district_code", "village_code", "system", "code", "recorded_by_id", "recorded_at")
_LISTING = (
    *("person_id", "district_code", "village_code", "steps", "destination", "agency"),
    *("batch_id", "listed_on", "recorded_by_id", "recorded_at"),
)


class SiskoSets:
    """The numbers and listings of one chunk; district and village of each row follow her person by trigger."""

    def __init__(self, batch: Batch, by: int, at: datetime) -> None:
        self._batch, self._by, self._at = batch, by, at
        self._listed_on = batch.uploaded_at.astimezone(WITA).date()
        self._numbers: list[tuple[Any, ...]] = []
        self._listings: list[tuple[Any, ...]] = []

    def new(self, person_id: int, entry: SiskoEntry | None) -> None:
        """All that the list says of somebody who becomes a person by it; nothing of an office's own list."""
        if entry is not None:
            said = listing_said(entry, None)
            self.add(person_id, SiskoAddition(number=entry.number, listing=said if any(said.values()) else None))

    def add(self, person_id: int, addition: SiskoAddition) -> dict[str, Any]:
        """What is added beside a file; what taking it off needs."""
        if addition.number:
            system = System.SISKO.value
            self._numbers.append((person_id, "", "", system, addition.number, self._by, self._at))
        if addition.listing is not None:
            steps = json.dumps(addition.listing["steps"])
            texts = (addition.listing["destination"], addition.listing["agency"])
            whose = (self._batch.pk, self._listed_on, self._by, self._at)
            self._listings.append((person_id, "", "", steps, *texts, *whose))
        return {"sisko": addition.number, "listed": addition.listing is not None, "at": self._at.isoformat()}

    def put(self, cursor: CursorWrapper) -> None:
        """Writes both sets. A number that another got meanwhile undoes the whole chunk, which is then asked anew."""
        if self._numbers:
            insert(cursor, "people_externalid", _NUMBER, self._numbers)
        if self._listings:
            insert(cursor, "people_siskolisting", _LISTING, self._listings)


def take_off(batch: Batch, rows: Sequence[Row], using: str) -> set[int]:
    """The rows whose number and steps could be taken off again: a later list has not built on them."""
    added = [(row, said) for row in rows if "sisko" in (said := before_of(row)) and row.person_id is not None]
    newest = newest_listings({row.person_id for row, _ in added if row.person_id is not None}, using)
    done: set[int] = set()
    for row, said in added:
        last = newest.get(row.person_id or 0)
        if said["listed"] and (last is None or last.batch_id != batch.pk):
            continue
        hers = {"person": row.person_id, "recorded_at": datetime.fromisoformat(said["at"])}
        if said["listed"]:
            SiskoListing.objects.using(using).filter(batch_id=batch.pk, **hers).delete()
        if said["sisko"]:
            ExternalId.objects.using(using).filter(system=System.SISKO, code=said["sisko"], **hers).delete()
        done.add(row.pk)
    return done
