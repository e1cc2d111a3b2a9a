"""On 200,000 persons a list under row-level security reads what the query filtered by hand reads, 1.3 times at most.

The cost is counted in pages of the database, which no busy machine changes. By hand means: by an account that no policy
binds, with the territory written into the query.
"""

from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from tests.people.conftest import officer

from tenun.domain.identifiers.regions import ntt_villages
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people.queries import find_persons
from tenun.shared.scope import Scope, scoped

PERSONS, MOST = 200_000, 1.3
BELU, KUNERU = "53.04", "53.04.05.2001"
NTT = (*(f"53.{number:02d}" for number in range(1, 22)), "53.71")
ROLES = {
    "village": (Role.VILLAGE, {"villages": (KUNERU,)}),
    "counter": (Role.COUNTER, {"districts": (BELU,)}),
    "protection": (Role.PROTECTION, {"districts": (BELU, "53.21")}),
    "bp3mi": (Role.BP3MI, {"districts": NTT}),
    "province": (Role.PROVINCE, {"districts": NTT}),
}
_FILL = """
INSERT INTO people_person (district_code, village_code, full_name, folded_name, nik_hash, birth_place, sex,
    marital_status, mother_name, target, created_at, created_by_id, version)
SELECT left(code, 5), code, 'Orang ' || i, 'orang ' || i, '', '', '', '', '', 'my-domestic', '2026-11-24', 1, 1
FROM generate_series(1, %s) AS i JOIN unnest(%s::text[]) WITH ORDINALITY AS village (code, place)
    ON place = 1 + (hashint4(i) & 2147483647) %% %s
"""


@pytest.fixture(scope="module")
def server(django_db_setup, django_db_blocker):
    """The database as its maker sees it, filled without triggers and emptied again."""
    codes = [village.code for village in ntt_villages()]
    with settings.SERVER.connect(connection.settings_dict["NAME"]) as maker:
        maker.execute("SET session_replication_role = replica")
        maker.execute(_FILL, [PERSONS, codes, len(codes)])
        maker.execute("VACUUM ANALYZE people_person")
        yield maker
        maker.execute("DELETE FROM people_person")
        maker.execute("VACUUM people_person")


def pages(run, query):
    """How many pages a query looks at, and how many rows it gives."""
    sql, given = query.query.sql_with_params()
    run.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", given)
    plan = run.fetchone()[0][0]["Plan"]
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"], plan["Actual Rows"]


def compared(server, scope):
    query = find_persons("", scope=scope)
    by_hand, rows = pages(server.execute("SELECT 1"), query)
    with scoped(scope), connection.cursor() as site:
        under_policy, same = pages(site, query)
    assert same == rows > 0
    return under_policy / by_hand


@pytest.mark.django_db
@pytest.mark.parametrize("who", ROLES)
def test_the_list_of_a_role_costs_what_it_costs_by_hand(server, who):
    role, territory = ROLES[who]
    assert compared(server, standing_of(officer(who, role, **territory), date(2026, 11, 24)).scope) <= MOST


@pytest.mark.django_db
def test_so_does_a_list_of_persons_who_are_shared(server):
    ids = [row[0] for row in server.execute("SELECT id FROM people_person ORDER BY full_name LIMIT 300").fetchall()]
    assert compared(server, Scope(user_id=1, persons=tuple(ids))) <= MOST
