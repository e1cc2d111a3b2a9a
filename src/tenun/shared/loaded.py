"""Notices that packaged data are not those of the last start."""

from dataclasses import dataclass
from datetime import datetime

from tenun.shared.clock import now
from tenun.shared.models import LoadedData


@dataclass(frozen=True, slots=True)
class Change:
    """Data that changed, and since when the former stood."""

    name: str
    since: datetime


def note_loaded(name: str, version: str, using: str = "owner") -> Change | None:
    """Keeps the version of these data; the change, if they were others at the last start."""
    known = LoadedData.objects.using(using).filter(pk=name).first()
    if known is not None and known.version == version:
        return None
    LoadedData.objects.using(using).update_or_create(pk=name, defaults={"version": version, "loaded_at": now()})
    return Change(name, known.loaded_at) if known else None
