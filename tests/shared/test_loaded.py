"""Packaged data that are not those of the last start are noticed; only whoever starts writes that down."""

import pytest
from django.db import ProgrammingError, connections, transaction

from tenun.shared.loaded import note_loaded
from tenun.shared.models import LoadedData

pytestmark = pytest.mark.django_db(databases=["default", "owner", "worker"])


def test_the_first_time_is_no_change():
    assert note_loaded("catalogue", "a") is None
    assert str(LoadedData.objects.using("owner").get()) == "catalogue a"


def test_the_same_again_is_no_change_and_keeps_its_time():
    note_loaded("catalogue", "a")
    before = LoadedData.objects.using("owner").get().loaded_at
    assert note_loaded("catalogue", "a") is None
    assert LoadedData.objects.using("owner").get().loaded_at == before


def test_another_version_is_a_change_since_the_former():
    note_loaded("catalogue", "a")
    before = LoadedData.objects.using("owner").get().loaded_at
    change = note_loaded("catalogue", "b")
    assert (change.name, change.since) == ("catalogue", before)


@pytest.mark.parametrize("alias", ["default", "worker"])
def test_neither_site_nor_worker_writes_it(alias):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(using=alias):
        connections[alias].cursor().execute("DELETE FROM shared_loadeddata")
