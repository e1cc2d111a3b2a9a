"""A peer of `tenun bench import`: django-import-export in its bulk mode, a dry run and then the import.

It fills one table, so it writes the persons alone: no papers, no journeys, no facts, no words of names.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import Any

from import_export.instance_loaders import CachedInstanceLoader
from import_export.resources import ModelResource
from tablib import Dataset

from tenun.cli.benchmarks.importing_peer import CHUNK
from tenun.domain.papers import Dossier
from tenun.formats.dossiers import read_dossiers
from tenun.organisations.models import User
from tenun.people.actions import NewPerson
from tenun.people.models import Person


class _Persons(ModelResource):
    """A row is the person of its NIK's hash, looked for once a thousand."""

    def __init__(self, by: User) -> None:
        super().__init__()
        self._by = by

    def before_save_instance(self, instance: Person, row: dict[str, Any], **kwargs: Any) -> None:
        """Who imports, which no sheet says."""
        instance.created_by = self._by

    def after_import(self, dataset: Dataset, result: Any, **kwargs: Any) -> None:
        """The library sets the sequence of the numbers back, which the site's account may not."""

    class Meta:
        model = Person
        exclude = ("id", "created_at", "created_by", "version", "merged_into")
        import_id_fields = ("nik_hash",)
        instance_loader_class = CachedInstanceLoader
        use_bulk = True
        batch_size = CHUNK
        skip_diff = True
        skip_html_diff = True


def import_export(source: Path, by: User, scope: Callable[[], AbstractContextManager[None]]) -> None:
    """Every readable row through the library, a transaction a thousand. A row that it refuses ends the bench."""
    dossiers = (reading.dossier for reading in read_dossiers(source) if reading.dossier is not None)
    persons = _Persons(by)
    while chunk := list(islice(dossiers, CHUNK)):
        rows = _dataset(chunk)
        with scope():
            for dry_run in (True, False):
                persons.import_data(rows, dry_run=dry_run, raise_errors=True, use_transactions=True)


def _dataset(dossiers: list[Dossier]) -> Dataset:
    found = Dataset()
    for new in map(NewPerson.of, dossiers):
        columns = {**new.columns(), "district_code": new.village_code[:5], "village_code": new.village_code}
        if not found.headers:
            found.headers = list(columns)
        found.append(list(columns.values()))
    return found
