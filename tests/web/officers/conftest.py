"""What every page of the officers leaves behind: an entry of each reading."""

import pytest
from django.conf import settings
from django.db import connections

from tenun.shared.models import ReadEntry


@pytest.fixture
def acts_on(db):
    """Each act entered about a file, with its detail. A test must tell the audit connection to commit."""

    def acts(person):
        connections["audit"].connection.commit()
        return list(ReadEntry.objects.filter(person_id=person.pk).order_by("id").values_list("act", "detail"))

    yield acts
    with settings.SERVER.connect(connections["default"].settings_dict["NAME"]) as server:
        server.execute("DELETE FROM shared_readentry")
