"""What is judged of everybody as one parquet file, without a name or a number, for questions of "what if".

Taken by the worker as of one instant, in ranges, so that its memory stays flat. The file holds a person by her number
alone; it is still about people, and lies where nobody else may read.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import duckdb
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from tenun.domain.facts import COLUMNS
from tenun.readiness import in_place
from tenun.readiness.bulk import RANGE, WORKER

ABOUT = {"person_id": "BIGINT", "district_code": "VARCHAR", "target": "VARCHAR", "stage": "VARCHAR"}
"""What stands beside the facts; `stage` is the state of the latest journey."""

_BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ WRITE; SET LOCAL tenun.in_bulk = 'on'"
_NEXT = "DELETE FROM readiness_judging"
_OUT = """
COPY (SELECT journey.person_id, journey.district_code, journey.target, journey.stage, {columns}
    FROM readiness_judging AS journey LEFT JOIN readiness_factsheet AS sheet ON sheet.person_id = journey.person_id
    ORDER BY journey.person_id) TO STDOUT (FORMAT csv)
"""
_PARQUET = """
COPY (SELECT * FROM read_csv('{csv}', header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
    columns = {columns})) TO '{parquet}' (FORMAT parquet, USE_TMP_FILE false)
"""


def take_snapshot(file: Path) -> None:
    """Writes everybody with a journey to a new parquet file that only its owner may read."""
    file.touch(mode=0o600)
    columns = ABOUT | dict(COLUMNS)
    with TemporaryDirectory() as folder:
        csv = Path(folder) / "people.csv"
        with csv.open("wb") as out:
            _write(out)
        with duckdb.connect() as database:
            database.execute(_PARQUET.format(csv=csv, parquet=file, columns=columns))


def _write(out: IO[bytes]) -> None:
    text = _OUT.format(columns=", ".join(f"sheet.{name}" for name in COLUMNS))
    connections[WORKER].cursor().execute(in_place.TABLE)
    with transaction.atomic(using=WORKER), connections[WORKER].cursor() as cursor:
        cursor.execute(_BEGIN)
        for first in _firsts(cursor):
            cursor.execute(_NEXT)
            cursor.execute(in_place.READ, {"first": first, "last": first + RANGE - 1, "named": None})
            with cursor.copy(text) as copy:
                for piece in copy:
                    out.write(piece)


def _firsts(cursor: CursorWrapper) -> Iterator[int]:
    cursor.execute(in_place.LOWEST_AND_HIGHEST)
    lowest, highest = cursor.fetchone()
    return iter(() if lowest is None else range(lowest, highest + 1, RANGE))
