"""The database in and out of a backup, by PostgreSQL's own tools, as the account that sees every row.

The tables of people refuse even their owner every row that no scope names; so the owner cannot make a backup.
"""

import hashlib
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any, Protocol

import psycopg
from psycopg import sql

from tenun.shared.backup.parts import TableSum
from tenun.shared.backup.sealed import CHUNK


class Server(Protocol):
    """What a backup needs of the server (the site's own is `settings.SERVER`)."""

    def connect(self, name: str) -> psycopg.Connection[Any]:
        """A connection as the account that made the database."""
        ...

    def environment(self) -> dict[str, str]:
        """How the tools are told where the server answers."""
        ...

    def tool(self, name: str) -> str:
        """The path of one of PostgreSQL's tools."""
        ...


class ToolFailed(Exception):  # noqa: N818  The name says what happened.
    """`pg_dump` or `pg_restore` ended with an error; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One instant of a database, for the dump and for the counts alike."""

    connection: psycopg.Connection[Any]
    name: str
    id: str


@contextmanager
def snapshot(server: Server, name: str) -> Iterator[Snapshot]:
    """Holds one instant while the site goes on working."""
    with server.connect(name) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        try:
            yield Snapshot(connection, name, row[0] if row else "")
        finally:
            connection.execute("ROLLBACK")


def sees_every_row(connection: psycopg.Connection[Any]) -> bool:
    """Whether this account is not held back by the policies of rows."""
    query = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    row = connection.execute(query).fetchone()
    return bool(row and row[0])


def tables(connection: psycopg.Connection[Any]) -> list[str]:
    """Every table, by name."""
    query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
    return [row[0] for row in connection.execute(query)]


_PLAIN = (
    "SET row_security TO off; SET timezone TO 'UTC'; SET datestyle TO 'ISO, YMD'; SET intervalstyle TO 'postgres'; "
    "SET extra_float_digits TO 1; SET bytea_output TO 'hex'"
)
"""Under these the same row always has the same text."""


def sums(connection: psycopg.Connection[Any]) -> dict[str, TableSum]:
    """Count and hash of every table, its rows in the order of their own text."""
    connection.execute(_PLAIN)
    return {name: _sum(connection, name) for name in tables(connection)}


def _sum(connection: psycopg.Connection[Any], table: str) -> TableSum:
    query = sql.SQL('COPY (SELECT t::text FROM {} t ORDER BY t::text COLLATE "C") TO STDOUT')
    digest, rows = hashlib.sha256(), 0
    with connection.cursor().copy(query.format(sql.Identifier(table))) as copy:
        for piece in copy:
            digest.update(piece)
            rows += bytes(piece).count(b"\n")
    return TableSum(rows, digest.hexdigest())


def dump(server: Server, taken: Snapshot) -> Iterator[bytes]:
    """The database of one instant in PostgreSQL's own archive format. Raises `ToolFailed`."""
    command = [server.tool("pg_dump"), "--format=custom", f"--snapshot={taken.id}", f"--dbname={taken.name}"]
    with subprocess.Popen(
        command, env=server.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    ) as process:
        out, err = _streams(process)
        while piece := out.read(CHUNK):
            yield piece
        said = err.read()
    _check(process, said)


def load(server: Server, name: str, pieces: Iterator[bytes]) -> None:
    """Fills an empty database from such an archive: whole or not at all. Raises `ToolFailed`."""
    command = [server.tool("pg_restore"), "--single-transaction", "--exit-on-error", f"--dbname={name}"]
    with subprocess.Popen(
        command, env=server.environment(), stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        try:
            if process.stdin is not None:
                with process.stdin as into:
                    for piece in pieces:
                        into.write(piece)
        except BrokenPipeError:
            pass  # It ended early; what it said is read below.
        said = process.stderr.read() if process.stderr else b""
    _check(process, said)


def _streams(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdout is None or process.stderr is None:
        raise ToolFailed("no output")
    return process.stdout, process.stderr


def _check(process: subprocess.Popen[bytes], said: bytes) -> None:
    if process.returncode != 0:
        raise ToolFailed(" ".join(said.decode(errors="replace").split()) or f"exit {process.returncode}")
