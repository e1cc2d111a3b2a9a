"""Everybody judged where the rows lie: in ranges of numbers of persons, on one or more connections of the worker.

A range is committed whole, with a note that it is done, so that a run that was cut off goes on where it stood. The
worker sees everybody's factsheets and assessments only inside such a range (`in_place.BEGIN`), never a name.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from django.db import DatabaseError, connections, transaction
from django.db.backends.utils import CursorWrapper

from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import Catalogue, packaged
from tenun.domain.journey import Scheme, State, aims_at
from tenun.domain.states import ReadyState
from tenun.readiness import in_place
from tenun.readiness.in_place import Stamp
from tenun.readiness.models import BulkRange, BulkRun
from tenun.shared.clock import now

WORKER = "worker"
"""The connection whose role may judge in bulk."""
RANGE = 50_000
"""Numbers of persons in a range: a larger one is not faster, and is lost whole when the power goes."""
_HANDFUL = 1_000
"""So many are judged faster on one connection than another is opened."""
_LOCK = 7_402_026_011
"""The number of the lock that only one run holds."""
_MEANWHILE = frozenset({"40001", "40P01", "23505"})
"""PostgreSQL's codes for a save that came between: not serialisable, deadlock, a row that somebody else has added."""
_ATTEMPTS = 20


class AlreadyJudging(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """Another run over everybody is under way."""


@dataclass
class Summary:
    """What a run did: journeys judged, those that could not be, and the targets nobody knows any more."""

    on: date
    due_only: bool
    judged: int = 0
    without_target: int = 0
    unknown_targets: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Range:
    """Persons from `first` to `last` number; only those `named`, in order, when it is not None.

    `by_date`: nothing of theirs has changed, only a day has come.
    """

    first: int
    last: int
    named: Sequence[int] | None = None
    by_date: bool = False


def assess_all(
    *,
    on: date,
    due_only: bool = False,
    workers: int = 1,
    catalogue: Catalogue | None = None,
    told: Callable[[int, int], object] = lambda done, of: None,
) -> Summary:
    """Judges the latest journey of everybody on the day `on`, or with `due_only` of those whose answer may be another.

    Due is who was saved since, whose `next_change_on` has come, and everybody when the catalogue is another one, the
    last run judged a later day, or a month has passed since everybody was judged. `workers` is the number of
    connections; `told` hears how many ranges of how many are done. Raises `AlreadyJudging`.
    """
    known = catalogue or packaged()
    stamp = Stamp(on, now(), mark_of(known))
    with _alone():
        everybody = not due_only or _all_are_due(stamp)
        run = _run_of(stamp, due_only=not everybody)
        ranges = _ranges(run) if everybody else _due(stamp, workers)
        done = _Doing(known, stamp, run, Summary(on, due_only), told, len(ranges))
        _shared_out(done, ranges, workers)
        BulkRange.objects.using(WORKER).filter(run=run).delete()
        BulkRun.objects.using(WORKER).filter(pk=run.pk).update(finished_at=now())
    return done.summary


def counts() -> Counter[tuple[ReadyState, Verdict]]:
    """How many answers of each kind stand in the table now: the state that was asked for, and the verdict."""
    with in_bulk() as cursor:
        cursor.execute(in_place.COUNTS)
        return Counter({(ReadyState(aim), Verdict(verdict)): count for aim, verdict, count in cursor.fetchall()})


def mark_of(catalogue: Catalogue) -> str:
    """The beginning of the catalogue's hash, as it stands beside every answer."""
    return catalogue.digest[:16]


@contextmanager
def in_bulk() -> Iterator[CursorWrapper]:
    """One transaction of the worker that sees factsheets and assessments of everybody, as of one instant."""
    with transaction.atomic(using=WORKER), connections[WORKER].cursor() as cursor:
        cursor.execute(in_place.BEGIN)
        yield cursor


@contextmanager
def _alone() -> Iterator[None]:
    with connections[WORKER].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
        if not cursor.fetchone()[0]:
            raise AlreadyJudging
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def _all_are_due(stamp: Stamp) -> bool:
    """Whether what stands in the table is of another catalogue, of a later day, not whole, or older than a month."""
    runs = BulkRun.objects.using(WORKER).order_by("-pk")
    last, whole = runs.first(), runs.filter(due_only=False).first()
    if last is None or whole is None or whole.finished_at is None:
        return True
    return last.catalogue != stamp.catalogue or last.on > stamp.on or stamp.on >= whole.on + in_place.MONTH


def _run_of(stamp: Stamp, *, due_only: bool) -> BulkRun:
    """The run over everybody that was cut off on the same day with the same catalogue, else a new one."""
    runs = BulkRun.objects.using(WORKER)
    last = runs.order_by("-pk").first()
    if last is not None and last.finished_at is None and not (due_only or last.due_only):
        same = (last.on, last.catalogue) == (stamp.on, stamp.catalogue)
        if same:
            return last
    return runs.create(on=stamp.on, catalogue=stamp.catalogue, due_only=due_only, started_at=stamp.at)


def _ranges(run: BulkRun) -> list[Range]:
    """Every range of numbers that this run has not judged yet."""
    with in_bulk() as cursor:
        cursor.execute(in_place.LOWEST_AND_HIGHEST)
        lowest, highest = cursor.fetchone()
    if lowest is None:
        return []
    judged = set(BulkRange.objects.using(WORKER).filter(run=run).values_list("first", flat=True))
    firsts = range(lowest - lowest % RANGE, highest + 1, RANGE)
    return [Range(first, first + RANGE - 1) for first in firsts if first not in judged]


def _due(stamp: Stamp, workers: int) -> list[Range]:
    """Whoever is due, in ranges such that every connection has work, but none for a handful alone."""
    with in_bulk() as cursor:
        cursor.execute(in_place.DUE)
        changed = [row[0] for row in cursor.fetchall()]
        cursor.execute(in_place.DUE_BY_DATE, in_place.values(stamp))
        by_date = [row[0] for row in cursor.fetchall()]
    return [*_parts(changed, workers, by_date=False), *_parts(by_date, workers, by_date=True)]


def _parts(numbers: Sequence[int], workers: int, *, by_date: bool) -> Iterator[Range]:
    size = min(RANGE, max(_HANDFUL, -(-len(numbers) // workers)))
    for start in range(0, len(numbers), size):
        part = numbers[start : start + size]
        yield Range(part[0], part[-1], part, by_date)


def _shared_out(doing: "_Doing", ranges: Sequence[Range], workers: int) -> None:
    """Each worker takes the next range until none is left; the first fault ends all of them."""
    waiting = iter(ranges)
    if workers == 1 or len(ranges) < 2:
        doing.all_of(waiting)
        return
    with ThreadPoolExecutor(workers) as pool:
        for working in [pool.submit(doing.all_and_hang_up, waiting) for _ in range(workers)]:
            working.result()


class _Doing:
    """One run as its workers share it."""

    def __init__(
        self,
        catalogue: Catalogue,
        stamp: Stamp,
        run: BulkRun,
        summary: Summary,
        told: Callable[[int, int], object],
        ranges: int,
    ) -> None:
        self.summary = summary
        self._catalogue, self._stamp, self._run = catalogue, stamp, run
        self._told, self._ranges, self._done = told, ranges, 0
        self._turn = threading.Lock()
        self._texts: dict[tuple[str, ReadyState], str] = {}
        self._measured: set[int] = set()

    def all_of(self, waiting: Iterator[Range]) -> None:
        """Judges range after range, each again when somebody saved in the midst of it."""
        while (each := self._next(waiting)) is not None:
            counted = _again(partial(self._judge, each))
            with self._turn:
                self._count(counted)
                self._done += 1
                self._told(self._done, self._ranges)

    def all_and_hang_up(self, waiting: Iterator[Range]) -> None:
        """As `all_of`, in a thread of its own, whose connection nobody else would close."""
        try:
            self.all_of(waiting)
        finally:
            connections[WORKER].close()

    def _next(self, waiting: Iterator[Range]) -> Range | None:
        with self._turn:
            return next(waiting, None)

    def _judge(self, each: Range) -> Counter[tuple[str, str]]:
        named = None if each.named is None else list(each.named)
        where: dict[str, Any] = {"first": each.first, "last": each.last, "named": named}
        connections[WORKER].cursor().execute(in_place.TABLE)
        with in_bulk() as cursor:
            cursor.execute(in_place.READ_STANDING if each.by_date else in_place.READ, where)
            self._measure(cursor, each)
            cursor.execute(in_place.KINDS)
            counted = Counter({(target, state): count for target, state, count in cursor.fetchall()})
            cursor.execute(in_place.FORGET if named is None else in_place.FORGET_NAMED, where)
            for (target, aim), stages in self._kinds(counted).items():
                said = {**where, "target": target, "for_state": aim.value, "stages": stages}
                cursor.execute(self._text(target, aim), in_place.values(self._stamp, **said))
            cursor.execute(in_place.DONE if named is None else in_place.DONE_NAMED, where)
            if named is None:
                BulkRange.objects.using(WORKER).create(run=self._run, first=each.first)
        return counted

    def _measure(self, cursor: CursorWrapper, each: Range) -> None:
        """The planner is told once how such a table looks; a handful of named persons looks different each time."""
        connection = id(cursor.connection)
        if each.named is not None or connection not in self._measured:
            cursor.execute(in_place.MEASURE)
            self._measured.add(connection)

    def _kinds(self, counted: Counter[tuple[str, str]]) -> dict[tuple[str, ReadyState], list[str]]:
        """The stages of those who can be judged, by target and by what they aim at."""
        kinds: dict[tuple[str, ReadyState], list[str]] = {}
        for target, state in counted:
            aim = self._aim(target, state)
            if aim is not None:
                kinds.setdefault((target, aim), []).append(state)
        return kinds

    def _aim(self, target: str, state: str) -> ReadyState | None:
        entry = self._catalogue.entries.get(target)
        return aims_at(State(state), Scheme(entry.scheme)) if entry is not None else None

    def _text(self, target: str, aim: ReadyState) -> str:
        if (target, aim) not in self._texts:
            wanted = self._catalogue.target(target, self._stamp.on)
            self._texts[target, aim] = in_place.store_sql(wanted, self._stamp.on, aim)
        return self._texts[target, aim]

    def _count(self, counted: Counter[tuple[str, str]]) -> None:
        for (target, state), count in counted.items():
            if self._aim(target, state) is not None:
                self.summary.judged += count
            elif not target:
                self.summary.without_target += count
            elif target not in self._catalogue.entries:
                self.summary.unknown_targets[target] += count


def _again(judge: Callable[[], Counter[tuple[str, str]]]) -> Counter[tuple[str, str]]:
    for _ in range(_ATTEMPTS - 1):
        try:
            return judge()
        except DatabaseError as error:
            if getattr(error.__cause__, "sqlstate", None) not in _MEANWHILE:
                raise
    return judge()
