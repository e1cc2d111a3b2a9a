"""Fills a database portion by portion, each whole or not at all, as the account that made it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from time import perf_counter
from typing import Any

import psycopg
from django.conf import settings

from tenun.config.demo import make_accounts
from tenun.config.demo.accounts import district_officer
from tenun.config.many.people import COLUMNS, Inventor, districts
from tenun.config.many.statements import PREPARE, SEQUENCE, TABLES, portion, steps
from tenun.organisations.models import User
from tenun.shared.clock import now, today

PORTION = 20_000
Say = Callable[[int, int, float], None]
"""Told how many are made, of how many, in how many seconds."""


class NotForBenches(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """This database must not be filled with invented people; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def make_many(people: int, say: Say, name: str | None = None) -> float:
    """Fills the database of this installation, or the one of that name; the seconds it took.

    Raises `NotForBenches` outside the demonstration, where somebody real has an account, or when the account of the
    server may not switch its triggers off.
    """
    if not settings.DEMO:
        raise NotForBenches("not_demo")
    if User.objects.filter(is_demo=False).exists():
        raise NotForBenches("real_accounts")
    make_accounts(today())
    officers = {district: district_officer(district, today()).pk for district in districts()[0]}
    with settings.SERVER.connect(name or settings.DATABASE_NAME) as maker:
        return fill(maker, people, officers=officers, at=now(), say=say)


def fill(maker: psycopg.Connection[Any], people: int, *, officers: Mapping[str, int], at: datetime, say: Say) -> float:
    """Adds that many persons of all districts with names, facts, journeys and seals; the seconds it took.

    `maker` commits each statement and belongs to whoever made the database (`Server.connect`); `officers` are the user
    ids by district under which everything is recorded; nobody is younger in the database than `at`.
    """
    started = perf_counter()
    try:
        _prepare(maker)
    except psycopg.errors.InsufficientPrivilege as error:
        raise NotForBenches("no_right") from error
    first, taken = _beginning(maker)
    inventor = Inventor(people, first, at, officers, taken)
    for since in range(0, people, PORTION):
        until = min(people, since + PORTION)
        _portion(maker, inventor, since, until)
        say(until, people, perf_counter() - started)
    maker.execute(SEQUENCE)
    for table in TABLES:
        maker.execute(f"ANALYZE {table}")
    return perf_counter() - started


def _prepare(maker: psycopg.Connection[Any]) -> None:
    for statement in PREPARE:
        maker.execute(statement)
    with maker.cursor() as cursor:
        cursor.executemany("INSERT INTO many_step VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)", steps())


def _beginning(maker: psycopg.Connection[Any]) -> tuple[int, dict[str, int]]:
    """The first free number of a person, and how many persons each sub-district has."""
    highest = maker.execute("SELECT COALESCE(max(id), 0) FROM people_person").fetchone()
    found = maker.execute("SELECT left(village_code, 8), count(*) FROM people_person GROUP BY 1").fetchall()
    return (highest[0] if highest else 0) + 1, dict(found)


def _portion(maker: psycopg.Connection[Any], inventor: Inventor, since: int, until: int) -> None:
    with maker.transaction(), maker.cursor() as cursor:
        cursor.execute("TRUNCATE many")
        columns = ", ".join((*COLUMNS, "story"))
        with cursor.copy(f"COPY many ({columns}) FROM STDIN") as copy:
            for row in inventor.rows(since, until):
                copy.write_row(row)
        for statement in portion():
            cursor.execute(statement)
