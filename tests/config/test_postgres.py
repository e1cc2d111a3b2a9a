"""The roles of a database: who may what, and an address read rightly."""

from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections, transaction

from tenun.config.postgres import AUDIT, OWNER, SITE, WORKER, Server, embedded, parse


@pytest.mark.django_db(databases=["default", "owner", "audit"])
@pytest.mark.parametrize(("alias", "role"), [("default", SITE), ("owner", OWNER), ("audit", AUDIT)])
def test_each_connection_is_its_own_role_that_can_do_nothing_special(alias, role):
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles"
            " WHERE rolname = session_user"
        )
        assert cursor.fetchone() == (role, False, False, False, False)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [OWNER, AUDIT, WORKER, "postgres"])
def test_the_site_cannot_become_anybody_else(role):
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        connections["default"].cursor().execute(f"SET ROLE {role}")


@pytest.mark.django_db
def test_two_who_prepare_a_server_at_once_wait_for_each_other():
    name = "tenun_prepared_at_once"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: settings.SERVER.prepare(name, settings.DATABASE_PASSWORDS), range(24)))
    with settings.SERVER.connect("postgres") as server:
        assert server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        server.execute(f"DROP DATABASE {name}")


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("postgresql://ada:s%40fe@db.example:5433/tenun", Server("db.example", "5433", "ada", "s@fe")),
        ("postgresql://postgres:@/postgres?host=/srv/data", Server("/srv/data", "", "postgres", "")),
    ],
)
def test_an_address_is_read(address, server):
    assert parse(address) == server


def test_the_embedded_server_answers_in_its_own_folder(tmp_path):
    assert embedded(tmp_path).host == str(tmp_path / "postgres")


@pytest.mark.django_db(databases=["default", "owner"])
def test_no_model_waits_for_a_migration():
    said = StringIO()
    call_command("makemigrations", "--dry-run", stdout=said)
    assert said.getvalue().strip() == "No changes detected"


def test_the_demonstration_is_off_in_production():
    assert settings.DEMO is not settings.ENVIRONMENT.production
