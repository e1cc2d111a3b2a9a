"""A country of invented people in a PostgreSQL of its own, thrown away afterwards: the real tables, roles and policies.

Everybody is labelled as invented in her name. The rows are filled past triggers by the account that made the
database; what is measured runs as the worker, under the policies.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import psycopg

from tenun.cli.benchmarks.people import write_factsheets
from tenun.domain.facts import COLUMNS
from tenun.domain.identifiers.regions import ntt_villages

Maker = psycopg.Connection[Any]
# Numbers are given in the order in which people are recorded, wherever they live; so do they lie in the table.
_PERSONS = """
INSERT INTO people_person (id, district_code, village_code, full_name, folded_name, nik_hash, birth_place, sex,
    marital_status, mother_name, target, created_at, created_by_id, version)
SELECT i, left(code, 5), code, 'Orang rekaan ' || i, 'orang rekaan ' || i, '', '', '', '', '', 'sg-domestic',
    '2026-11-24', 1, 1
FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS i
    JOIN unnest(%(codes)s::text[]) WITH ORDINALITY AS village (code, place) ON place = 1 + i %% %(many)s
ORDER BY i
"""
_JOURNEYS = """
INSERT INTO people_journey (id, person_id, district_code, village_code, state, history, is_held, red_flag, started_at)
SELECT id, id, district_code, village_code, 'PREPARING', '[]', false, false, created_at FROM people_person
WHERE id BETWEEN %(first)s AND %(last)s ORDER BY id
"""
_SHEETS = """
COPY (SELECT person_id + 1, left(codes[1 + CAST((person_id + 1) % len(codes) AS INTEGER)], 5),
        codes[1 + CAST((person_id + 1) % len(codes) AS INTEGER)], 1, '2026-11-24', {columns}
    FROM '{parquet}', (SELECT ?::VARCHAR[] AS codes) WHERE person_id + 1 BETWEEN {first} AND {last})
TO '{csv}' (FORMAT csv, HEADER false)
"""


@contextmanager
def country() -> Iterator[Maker]:
    """A server with the site's own tables and nobody in them; a connection of the account that sees every row.

    For a process of its own: Django can be set up for one server only.
    """
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        os.environ |= {"TENUN_DATA": folder, "DATABASE_URL": "", "DEMO": "0"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenun.config.settings")
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command
        from django.db import connections

        settings.SERVER.open()
        try:
            settings.SERVER.prepare(settings.DATABASE_NAME, settings.DATABASE_PASSWORDS)
            call_command("migrate", database="owner", verbosity=0)
            with settings.SERVER.connect(settings.DATABASE_NAME) as maker:
                maker.execute("SET session_replication_role = replica")
                yield maker
        finally:
            connections.close_all()
            settings.SERVER.close()


def settle(maker: Maker, first: int, last: int) -> None:
    """Adds the people of these numbers: each with a village, a journey in preparation, a target and her facts."""
    codes = [village.code for village in ntt_villages()]
    said = {"first": first, "last": last, "codes": codes, "many": len(codes)}
    maker.execute(_PERSONS, said)
    maker.execute(_JOURNEYS, said)
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    with TemporaryDirectory() as folder:
        parquet, csv = Path(folder) / "people.parquet", Path(folder) / "people.csv"
        write_factsheets(parquet, last)
        with duckdb.connect() as connection:
            connection.execute(
                _SHEETS.format(columns=columns, parquet=parquet, csv=csv, first=first, last=last), [codes]
            )
        into = f"COPY readiness_factsheet (person_id, district_code, village_code, version, updated_at, {columns})"
        with maker.cursor().copy(f"{into} FROM STDIN (FORMAT csv)") as copy, csv.open("rb") as source:
            while piece := source.read(1 << 20):
                copy.write(piece)
    maker.execute("VACUUM ANALYZE people_person, people_journey, readiness_factsheet")
