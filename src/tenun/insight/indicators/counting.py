"""Every measured indicator, counted from the rows as they stand: of each district, of the province, of its own parts.

The worker counts in bulk. What hangs on persons is counted inside the database by one function, which gives no person.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from tenun.domain.catalogue import Gate, packaged
from tenun.domain.identifiers.regions import ntt_districts
from tenun.domain.papers import CompetenceScheme
from tenun.domain.programmes import ProgrammeStatus
from tenun.domain.promises import PromiseState
from tenun.insight.blocking import asked_of
from tenun.partnership.enums import DistrictServiceKind, SelfState
from tenun.partnership.readiness import FRESH_FOR

WORKER = "worker"
PROVINCE = ""
"""Stands for the whole province where a district's code stands otherwise."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure; `part` is a part of the province's figure, `base` over how many it was counted."""

    indicator: str
    district: str
    part: str
    value: Decimal | None
    base: int | None


_PERSONS = "SELECT * FROM tenun_indicator_counts(%(on)s, %(stages)s, %(documents)s, %(competences)s)"
OF_PERSONS = ("papers_in_order", "days_to_ready", "competence_held", "defects_mended", "non_procedural")
_LATEST = """
SELECT district_code, count(*) FILTER (WHERE said_on > %(since)s) FROM (
    SELECT DISTINCT ON (district_code, service) district_code, said_on
    FROM partnership_serviceentry ORDER BY district_code, service, id DESC
) latest GROUP BY district_code
"""
_ANSWERS = """
SELECT count(*) FILTER (WHERE answer.state = %(complete)s), count(*) FILTER (WHERE answer.state IS DISTINCT FROM %(na)s)
FROM partnership_selfquestion question LEFT JOIN LATERAL (
    SELECT state FROM partnership_selfanswer WHERE question_id = question.id ORDER BY id DESC LIMIT 1
) answer ON true
"""
_PROGRAMMES = "SELECT districts FROM partnership_programme WHERE status = %(running)s"
_PROMISES = """
SELECT count(*) FILTER (WHERE state = %(kept)s AND (said_at AT TIME ZONE 'Asia/Makassar')::date <= due_on), count(*)
FROM partnership_commitment
WHERE due_on IS NOT NULL AND state <> %(withdrawn)s AND (due_on < %(on)s OR state = %(kept)s)
"""


@contextmanager
def in_bulk() -> Iterator[CursorWrapper]:
    """One transaction of the worker that sees everybody, as of one instant; inside another one, as that one does."""
    is_inside = connections[WORKER].in_atomic_block
    with transaction.atomic(using=WORKER), connections[WORKER].cursor() as cursor:
        if not is_inside:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        yield cursor


def count_all(cursor: CursorWrapper, on: date) -> list[Counted]:
    """Every figure of the day. One statement for what hangs on persons, one for each of the others."""
    found = _of_persons(cursor, on)
    for count in OTHERS.values():
        found.extend(count(cursor, on))
    return found


def _of_persons(cursor: CursorWrapper, on: date) -> list[Counted]:
    asked = asked_of(packaged(), on)
    gates = zip(asked["ids"], asked["gates"], strict=True)
    cursor.execute(
        _PERSONS,
        {
            "on": on,
            "stages": asked["stages"],
            "documents": [name for name, gate in gates if gate == Gate.DOCUMENTS.value],
            "competences": [scheme.value for scheme in CompetenceScheme],
        },
    )
    found = {(each, district, part): (value, base) for each, district, part, value, base in cursor.fetchall()}
    everywhere = [PROVINCE, *ntt_districts()]
    # A district without rows has a zero of its own, so that nobody reads a missing row as a small number.
    for name in OF_PERSONS:
        for district in everywhere:
            has_base = found.get((name, PROVINCE, ""), (0, None))[1] is not None
            found.setdefault((name, district, ""), (None if name == "days_to_ready" else 0, 0 if has_base else None))
    return [
        Counted(name, district, part, None if value is None else round(Decimal(value), 1), base)
        for (name, district, part), (value, base) in found.items()
    ]


def _readiness(cursor: CursorWrapper, on: date) -> list[Counted]:
    cursor.execute(_LATEST, {"since": on - timedelta(days=FRESH_FOR.days + 1)})
    fresh = dict(cursor.fetchall())
    kinds, name = len(DistrictServiceKind), "readiness_confirmed"
    lines = [Counted(name, code, "", Decimal(fresh.get(code, 0)), kinds) for code in ntt_districts()]
    return [*lines, Counted(name, PROVINCE, "", Decimal(sum(fresh.values())), kinds * len(ntt_districts()))]


def _self_assessment(cursor: CursorWrapper, on: date) -> list[Counted]:
    cursor.execute(_ANSWERS, {"complete": SelfState.COMPLETE.value, "na": SelfState.NOT_APPLICABLE.value})
    complete, asked = cursor.fetchone()
    return [Counted("self_assessment", PROVINCE, "", Decimal(complete), asked)]


def _programmes(cursor: CursorWrapper, on: date) -> list[Counted]:
    cursor.execute(_PROGRAMMES, {"running": ProgrammeStatus.RUNNING.value})
    places = [row[0] for row in cursor.fetchall()]
    name = "programmes_running"
    lines = [
        Counted(name, code, "", Decimal(sum(not listed or code in listed for listed in places)), None)
        for code in ntt_districts()
    ]
    return [*lines, Counted(name, PROVINCE, "", Decimal(len(places)), None)]


def _promises(cursor: CursorWrapper, on: date) -> list[Counted]:
    states = {"kept": PromiseState.KEPT.value, "withdrawn": PromiseState.WITHDRAWN.value}
    cursor.execute(_PROMISES, {"on": on, **states})
    kept, due = cursor.fetchone()
    return [Counted("commitments_on_time", PROVINCE, "", Decimal(kept), due)]


OTHERS: Mapping[str, Callable[[CursorWrapper, date], list[Counted]]] = {
    "readiness_confirmed": _readiness,
    "self_assessment": _self_assessment,
    "programmes_running": _programmes,
    "commitments_on_time": _promises,
}
"""Indicators behind which nobody's life stands, by the function that counts them."""
