"""The process that `tenun bench page` measures: a country, its desks, and their pages by the whole way of a request."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tenun.cli.benchmarks.country import Maker, country, settle
from tenun.cli.benchmarks.desk import Figures
from tenun.cli.benchmarks.measure import cpu_of
from tenun.cli.benchmarks.people import ON
from tenun.domain.catalogue import Desk

ROUNDS = 9
_TERRITORIES: dict[str, dict[str, Any]] = {
    "village": {"villages": ("53.04.05.2001",)},
    "counter": {"districts": ("53.04",)},
    "protection": {"districts": ("53.04", "53.21")},
    "bp3mi": {"districts": (*(f"53.{number:02d}" for number in range(1, 22)), "53.71")},
    "province": {"districts": (*(f"53.{number:02d}" for number in range(1, 22)), "53.71")},
}
_SPREAD = """
UPDATE people_journey SET since = TIMESTAMPTZ '2026-01-05 08:00+08'
    + (id * 7919 %% 320) * INTERVAL '1 day' + (id %% 86400) * INTERVAL '1 second' WHERE %(all)s
"""

_SEALED = """
INSERT INTO people_seal (person_id, district_code, village_code, kind, since)
SELECT id, district_code, village_code, 'protection', '2026-11-24' FROM people_person WHERE id % 1000 = 0
"""
"""One file in a thousand is with protection, far more than any year has seen."""


def main(report: Path, people: int) -> None:
    """Fills the country, has everybody judged and counted, and measures."""
    with country() as maker:
        settle(maker, 1, people)
        maker.execute(_SPREAD, {"all": True})
        maker.execute(_SEALED)
        found = Figures(people=people)
        _judge(maker)
        users = _users()
        for role, user in users.items():
            found.seconds[role] = _seconds_of(role, user, found)
        for role in ("counter", "province"):
            found.waiting[role] = max(_seconds_of(role, users[role], found, where) for where in Desk)
        _pages(users["counter"], found)
    report.write_text(json.dumps(asdict(found)), encoding="utf-8")


def _judge(maker: Maker) -> None:
    from tenun.readiness.bulk import assess_all
    from tenun.readiness.queue import count_queue

    assess_all(on=ON, workers=2)
    count_queue()
    tables = "people_person, people_journey, people_seal, readiness_assessment, readiness_queuecount"
    maker.execute(f"VACUUM ANALYZE {tables}")


def _users() -> dict[str, Any]:
    from allauth.mfa.totp.internal.auth import TOTP

    from tenun.organisations.actions import appoint, create_user
    from tenun.organisations.enums import OrganisationKind, Role

    users = {}
    for role, territory in _TERRITORIES.items():
        user = create_user(username=f"ukur-{role}", full_name=f"Pengukur {role}", password=None)
        appoint(
            user=user,
            organisation=f"Kantor ukur {role}",
            kind=OrganisationKind.DISTRICT_OFFICE,
            role=Role(role),
            starts_on=ON,
            **territory,
        )
        TOTP.activate(user, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
        users[role] = user
    return users


def _seconds_of(role: str, user: Any, found: Figures, waits_at: str = "") -> float:
    """The fastest of some, as PostgreSQL itself counts them, without planning."""
    from django.db import connection

    from tenun.domain.catalogue import packaged
    from tenun.organisations.queries import standing_of
    from tenun.readiness.queue import Filters, queue_of
    from tenun.shared.scope import scoped

    scope, fastest = standing_of(user, ON).scope, float("inf")
    with scoped(scope), connection.cursor() as cursor:
        sql, given = queue_of(scope, Filters(waits_at=waits_at), packaged(), ON).query.sql_with_params()
        for _ in range(ROUNDS):
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", given)
            told = cursor.fetchone()[0]
            plan = (json.loads(told) if isinstance(told, str) else told)[0]
            fastest = min(fastest, plan["Execution Time"] / 1000)
            tables = ("people_journey", "readiness_assessment") if waits_at else ("people_journey",)
            if any(node["Node Type"] == "Seq Scan" for table in tables for node in _nodes(plan["Plan"], table)):
                found.scanned.append(f"{role} {waits_at}".strip())
    return fastest


def _nodes(plan: dict[str, Any], table: str) -> Iterator[dict[str, Any]]:
    if plan.get("Relation Name") == table:
        yield plan
    for part in plan.get("Plans", ()):
        yield from _nodes(part, table)


def _pages(user: Any, found: Figures) -> None:
    """The processor time of this process for the desk and for nothing, by the whole way of a request."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, override_settings

    settings.ALLOWED_HOSTS = ["testserver"]
    with override_settings(ROOT_URLCONF="tenun.config.empty"):
        client = Client()
        client.force_login(user, backend="tenun.organisations.backends.OfficerBackend")
        for path in ("/", "/kosong/"):
            answer = client.get(path)
            if answer.status_code != 200:
                raise RuntimeError(f"{path} answers {answer.status_code}")
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        began = max(index for index, each in enumerate(asked) if "tenun.user_id" in each["sql"])
        found.queries = sum(each["sql"].startswith("SELECT") for each in asked.captured_queries[began + 1 :])
        found.page = cpu_of(ROUNDS, lambda: client.get("/"))
        found.empty = cpu_of(ROUNDS, lambda: client.get("/kosong/"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
