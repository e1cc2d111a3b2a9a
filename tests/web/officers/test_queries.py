"""How many questions a page asks the database: each page's number stands here, so that a new one is noticed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.people.conftest import TODAY, belu, maria  # noqa: F401  Fixtures.

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
FRAME = ("organisations_user", "django_session", "organisations_post", "mfa_authenticator", "usersessions", "axes_")
"""Sign-in and standing: asked by every page alike, and not counted."""

PAGES = {
    "desk": 6,
    "berkas": 8,
    "target": 8,
    "simulation": 8,
    "journey": 11,
    "papers": 8,
    "readers": 3,
}
"""After sign-in and scope. The file may ask eight times, one of them for the facts."""


def counted(queries):
    asked = [query["sql"] for query in queries]
    asked = [
        sql for sql in asked if sql.startswith("SELECT") and "set_config" not in sql and "current_setting" not in sql
    ]
    return [sql for sql in asked if not any(f'FROM "{table}' in sql for table in FRAME)]


@pytest.mark.parametrize(("name", "most"), PAGES.items())
def test_each_page_asks_no_more_than_this(client, belu, maria, name, most):  # noqa: F811
    client.force_login(belu)
    address = reverse(name, args=[] if name == "desk" else [maria.pk])
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    asked = counted(captured)
    assert len(asked) <= most, "\n".join(asked)
    if name == "berkas":
        assert sum('"readiness_factsheet"' in sql and "FROM" in sql for sql in asked) == 1


def test_a_longer_list_asks_no_more(client, belu, maria):  # noqa: F811
    client.force_login(belu)
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("desk"))
    for number in range(5):
        new = {"nama": f"Rekaan {chr(65 + number)}", "desa": "53.04.05.2001", "tujuan": "my-domestic"}
        assert client.post(reverse("register"), new).status_code == 302
    with CaptureQueriesContext(connection) as six:
        client.get(reverse("desk"))
    assert len(counted(six)) == len(counted(one))


def test_the_file_is_light(client, belu, maria):  # noqa: F811
    client.force_login(belu)
    assert len(client.get(reverse("berkas", args=[maria.pk])).content) < 100_000
