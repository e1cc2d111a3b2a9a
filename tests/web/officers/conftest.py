"""What every page of the officers leaves behind: an entry of each reading."""

import pytest
from django.db import connections
from tests.entries import forget_entries
from tests.intake.handling import Desk
from tests.people.conftest import belu  # noqa: F401  A fixture.

from tenun.shared.models import ReadEntry


@pytest.fixture
def entered(db):
    """Each act entered in this test, with its detail; only the entries that a condition names."""

    def acts(**condition):
        connections["audit"].connection.commit()
        return list(ReadEntry.objects.filter(**condition).order_by("id").values_list("act", "detail"))

    forget_entries()
    yield acts
    forget_entries()


@pytest.fixture
def acts_on(entered):
    """Each act entered about a file, with its detail."""
    return lambda person: entered(person_id=person.pk)


@pytest.fixture
def desk(belu, settings, tmp_path):  # noqa: F811
    """The counter of Belu with its office, and a way to take a list through both jobs."""
    settings.MEDIA_ROOT = tmp_path
    return Desk(belu)
