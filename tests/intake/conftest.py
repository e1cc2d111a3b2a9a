"""The counter of Belu with its office, and a way to take a list through both jobs."""

import pytest
from tests.intake.handling import Desk
from tests.people.conftest import belu, malaka, maria, officer  # noqa: F401  Fixtures.


@pytest.fixture
def desk(belu, settings, tmp_path):  # noqa: F811
    settings.MEDIA_ROOT = tmp_path
    return Desk(belu)
