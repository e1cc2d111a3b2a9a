"""The PostgreSQL server: the one of the wheel when no DATABASE_URL is set, so that a fresh machine needs nothing else.

Four roles stand in every database (design, section 4): the owner migrates, the site reads and writes under
row-level security, the audit role may only add, the worker runs jobs. Each has a password of its own.
"""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import psycopg
from psycopg import sql

from tenun.config.embedded import Embedded, tool_of_the_wheel
from tenun.shared.faults import UnusableDatabase, in_words

SHORT_QUESTIONS = "-c jit=off -c max_parallel_workers_per_gather=0"
"""A page asks short questions: to compile one, or to begin helpers for it, takes longer than to answer it."""
OWNER, SITE, AUDIT, WORKER = "tenun_owner", "tenun_site", "tenun_audit", "tenun_worker"
ROLES = (OWNER, SITE, AUDIT, WORKER)


@dataclass(frozen=True, slots=True)
class Server:
    """Where a PostgreSQL answers: host (or socket folder), port, and the account that may create databases."""

    host: str
    port: str
    user: str
    password: str
    own: Embedded | None = None

    @property
    def is_made(self) -> bool:
        """Whether there is a server at all: the embedded one is made by the first start."""
        return self.own is None or self.own.is_made

    def open(self) -> None:
        """Starts the embedded server or joins it; a server of one's own must already run. Raises `UnusableDatabase`."""
        if self.own is not None:
            self.own.open()

    def close(self) -> None:
        """Ends the embedded server when nobody else uses it."""
        if self.own is not None:
            self.own.close()

    def mend(self) -> bool:
        """Starts the embedded server again when it was killed; whether that was needed."""
        return self.own is not None and self.own.mend()

    def prepare(self, name: str, passwords: Mapping[str, str]) -> None:
        """See `prepare`."""
        prepare(self, name, passwords)

    def tool(self, name: str) -> str:
        """The path of `pg_dump` or `pg_restore`: those of the wheel, else those that the machine has."""
        ours = tool_of_the_wheel(name)
        return str(ours) if ours.exists() else shutil.which(name) or name

    def settings(self, name: str, role: str, password: str) -> dict[str, Any]:
        """Django's settings for one database as one of the four roles, never as the account that made them."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": name,
            "HOST": self.host,
            "PORT": self.port,
            "USER": role,
            "PASSWORD": password,
            "OPTIONS": {"application_name": role, "options": SHORT_QUESTIONS if role == SITE else "-c jit=off"},
        }

    def connect(self, name: str) -> psycopg.Connection[Any]:
        """A connection for set-up work, committing each statement. Raises `UnusableDatabase`."""
        try:
            return psycopg.connect(
                host=self.host,
                port=self.port or None,
                user=self.user,
                password=self.password or None,
                dbname=name,
                autocommit=True,
                connect_timeout=10,
            )
        except psycopg.OperationalError as error:
            raise UnusableDatabase(in_words(error, self.host, self.user)) from error

    def environment(self) -> dict[str, str]:
        """How the tools of PostgreSQL are told where it answers; a password never stands on a command line."""
        said = {"PGHOST": self.host, "PGPORT": self.port, "PGUSER": self.user, "PGPASSWORD": self.password}
        return {**os.environ, **{name: value for name, value in said.items() if value}}


def embedded(data: Path) -> Server:
    """The embedded server of a data folder, whether it runs or not: it answers at a socket in the folder itself."""
    own = Embedded(data / "postgres")
    return Server(host=str(own.folder), port="", user="postgres", password="", own=own)


def parse(address: str) -> Server:
    """The server of a `postgresql://` address, with a socket folder in `?host=` or a host name."""
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    host = query.get("host", [parts.hostname or "localhost"])[0]
    return Server(
        host,
        str(parts.port or ""),
        unquote(parts.username or os.environ.get("USER", "")),
        unquote(parts.password or ""),
    )


_PREPARING = 7_483_650_001
"""The lock of whoever prepares a server."""


def prepare(server: Server, name: str, passwords: Mapping[str, str]) -> None:
    """Creates what is missing: the four roles and the database, owned by the owner.

    A second run changes nothing but the passwords, so that a role follows its key. Two at once wait for each other:
    PostgreSQL refuses a role that is being changed. Raises `UnusableDatabase`.
    """
    try:
        with server.connect("postgres") as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [_PREPARING])
            _make_roles(connection, passwords)
            _join_the_owner(connection)
            _make_database(connection, name)
            with server.connect(name) as within:
                _refuse_foreign_tables(within, name)
                _grant(within)
    except psycopg.Error as error:
        raise UnusableDatabase(in_words(error, server.host, server.user)) from error


def _make_roles(connection: psycopg.Connection[Any], passwords: Mapping[str, str]) -> None:
    for role in ROLES:
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        connection.execute(
            sql.SQL("{} ROLE {} LOGIN NOCREATEDB NOCREATEROLE PASSWORD {}").format(
                sql.SQL("ALTER" if known else "CREATE"), sql.Identifier(role), sql.Literal(passwords[role])
            )
        )
    mighty = connection.execute(
        "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND (rolsuper OR rolbypassrls)", [list(ROLES)]
    ).fetchone()
    if mighty:
        raise UnusableDatabase(
            f"Peran {mighty[0]} di server ini boleh melewati pembatasan baris, jadi data orang tidak terlindung. "
            f"Jalankan sebagai pengelola server: ALTER ROLE {mighty[0]} NOSUPERUSER NOBYPASSRLS"
        )


def _join_the_owner(connection: psycopg.Connection[Any]) -> None:
    """Whoever is not a superuser may give a database only to a role of which the account is a member."""
    superuser = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if superuser and not superuser[0]:
        connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(OWNER)))


def _make_database(connection: psycopg.Connection[Any], name: str) -> None:
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return
    connection.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'").format(
            sql.Identifier(name), sql.Identifier(OWNER)
        )
    )


def _refuse_foreign_tables(connection: psycopg.Connection[Any], name: str) -> None:
    """A database that somebody else filled is left alone."""
    tables = {row[0] for row in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
    if tables and "django_migrations" not in tables:
        raise UnusableDatabase(
            f"Basis data {name} sudah berisi tabel yang bukan dari Tenun ({', '.join(sorted(tables)[:3])}). "
            "Tenun tidak menyentuhnya. Pakai server PostgreSQL lain, atau pindahkan basis data itu: "
            f"ALTER DATABASE {name} RENAME TO {name}_lama"
        )


def _grant(connection: psycopg.Connection[Any]) -> None:
    connection.execute(sql.SQL("GRANT CREATE, USAGE ON SCHEMA public TO {}").format(sql.Identifier(OWNER)))
    for role in (SITE, AUDIT, WORKER):
        connection.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(sql.Identifier(role)))
    for role in (SITE, WORKER):
        for what in ("SELECT, INSERT, UPDATE, DELETE ON TABLES", "USAGE ON SEQUENCES"):
            connection.execute(
                sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {} IN SCHEMA public GRANT {} TO {}").format(
                    sql.Identifier(OWNER), sql.SQL(what), sql.Identifier(role)
                )
            )
