"""The database of the tests: the embedded server, one database a worker, the real migrations, the site's own role.

Properties are judged by what they find: how long one example takes depends on the machine and on who came first.
"""

import hypothesis
import pytest

hypothesis.settings.register_profile("tenun", deadline=None)
hypothesis.settings.load_profile("tenun")


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_blocker):
    """Prepares the worker's database as `make start` does, and lets every connection point to it."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    from tenun.config import postgres

    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    name = f"tenun_test_{worker}"
    settings.SERVER.open()
    with settings.SERVER.connect("postgres") as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    postgres.prepare(settings.SERVER, name, settings.DATABASE_PASSWORDS)
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
    with django_db_blocker.unblock():
        call_command("migrate", database="owner", verbosity=0)
    yield
    for alias in connections:
        connections[alias].close()
