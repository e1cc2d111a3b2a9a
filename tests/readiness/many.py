"""Persons by the hundred as a country has them: committed, since the worker judges on connections of its own.

They are filled by the account that made the database, past triggers and policies, and are taken away again by it.
"""

from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from tests.strategies import TODAY

from tenun.domain.facts import COLUMNS, flatten

BELU, MALAKA = "53.04.05.2001", "53.21.01.2001"
TABLES = (
    "partnership_needshown",
    "partnership_need",
    "people_seal",
    "readiness_bulkrange",
    "readiness_bulkrun",
    "readiness_due",
    "readiness_assessment",
    "readiness_factsheet",
    "people_journeyentry",
    "people_journey",
    "people_person",
)
_PERSON = """
INSERT INTO people_person (id, district_code, village_code, full_name, folded_name, nik_hash, birth_place, sex,
    marital_status, mother_name, target, created_at, created_by_id, version)
VALUES (%s, left(%s, 5), %s, 'Rekaan', 'rekaan', '', '', '', '', '', %s, '2026-11-24', 1, 1)
"""
_JOURNEY = """
INSERT INTO people_journey (id, person_id, district_code, village_code, state, history, is_held, red_flag, started_at)
VALUES (%s, %s, left(%s, 5), %s, %s, '[]', false, false, '2026-11-24')
"""


@contextmanager
def filled_server():
    """A connection of the maker that sees every row; at its end all persons are gone."""
    with settings.SERVER.connect(connection.settings_dict["NAME"]) as maker:
        maker.execute("SET session_replication_role = replica")
        try:
            yield maker
        finally:
            for table in TABLES:
                maker.execute(f"DELETE FROM {table}")


def add_person(maker, number, facts, *, target, state, village=BELU):
    """One person with her facts and a journey of the same number plus 1000."""
    maker.execute(_PERSON, [number, village, village, target])
    add_journey(maker, number + 1000, number, state, village)
    if facts is not None:
        row = flatten(facts)
        names = ", ".join(COLUMNS)
        marks = ", ".join(["%s"] * len(COLUMNS))
        maker.execute(
            f"INSERT INTO readiness_factsheet (person_id, district_code, village_code, version, updated_at, {names})"
            f" VALUES (%s, left(%s, 5), %s, 1, %s, {marks})",
            [number, village, village, TODAY, *(row[name] for name in COLUMNS)],
        )


def add_journey(maker, number, person, state, village=BELU):
    """One more journey of a person."""
    maker.execute(_JOURNEY, [number, person, village, village, state])


def answers(maker):
    """What stands in the table, by person: all but when it was judged."""
    found = maker.execute(
        "SELECT person_id, id, district_code, village_code, target, for_state, verdict, ready_for, states, blocking,"
        " facts_version, catalogue, next_change_on, waits_at FROM readiness_assessment ORDER BY person_id"
    )
    return {row[0]: row[1:] for row in found.fetchall()}
