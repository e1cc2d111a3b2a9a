"""Rows into the database as sets: COPY into a table of the session, then one INSERT … SELECT under the policies.

PostgreSQL takes no COPY into a table under row-level security, so the rows go through a table without any.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.utils import CursorWrapper


def stage(
    cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], purpose: str = "changed"
) -> str:
    """Copies rows of some columns of a table into a table of the session; its name. Empty again at the commit."""
    staged = f"{purpose}_{table}"
    names = ", ".join(columns)
    cursor.execute(
        f"CREATE TEMP TABLE IF NOT EXISTS {staged} ON COMMIT DELETE ROWS AS SELECT {names} FROM {table} WITH NO DATA"
    )
    cursor.execute(f"TRUNCATE {staged}")
    with cursor.copy(f"COPY {staged} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    return staged


def insert(cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Adds rows to a table under row-level security, in their order, with its triggers."""
    staged = stage(cursor, table, columns, rows, "new")
    names = ", ".join(columns)
    cursor.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM {staged}")


def next_ids(cursor: CursorWrapper, table: str, count: int) -> list[int]:
    """So many new numbers of a table."""
    cursor.execute(f"SELECT nextval(pg_get_serial_sequence('{table}', 'id')) FROM generate_series(1, %s)", [count])
    return [number for (number,) in cursor.fetchall()]
