"""The dry run: every row read, checked, known again and compared; nothing but the staging rows is written.

It is begun anew when its worker was killed: a dry run that was cut off has changed nothing.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from django.db import connections

from tenun.formats.columns import RESULT_PREFIX
from tenun.formats.problems import Problem, UnreadableFile
from tenun.formats.spreadsheet import open_sheet, read_header
from tenun.intake.columns import guess, is_known, remembered
from tenun.intake.comparing import Compared
from tenun.intake.enums import BatchState, Likeness, Outcome
from tenun.intake.files import opened
from tenun.intake.kinds import SHEETS
from tenun.intake.matching import Match, Matcher, Twins
from tenun.intake.models import Batch, Row
from tenun.intake.reading import Checked, Checker, said_origin
from tenun.intake.sealing import Content, seal
from tenun.intake.sisko import comparer_of
from tenun.intake.staging import insert
from tenun.shared.clock import now
from tenun.shared.scope import Scope, scoped

CHUNK = 1_000
T = TypeVar("T")


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    running = iter(items)
    while chunk := list(islice(running, size)):
        yield chunk


def examine(batch: Batch, scope: Scope, on: date, using: str) -> None:
    """Fills the staging rows of the batch and sets its state. A file that cannot be read is a state, no fault."""
    with scoped(scope, using):
        Row.objects.using(using).filter(batch=batch).delete()
        _set(batch, using, state=BatchState.EXAMINING, done_rows=0, total_rows=0, problems=[])
    try:
        with opened(batch.file, batch.name) as path:
            renamed = _renamed(batch, path, scope, using)
            if renamed is None:
                return
            sheet = open_sheet(path, renamed, SHEETS[batch.kind].columns)
            with scoped(scope, using):
                _set(batch, using, total_rows=sheet.rows_expected, job_rows=sheet.rows_expected)
            run = _Run(batch, scope, on, using)
            for chunk in chunks(SHEETS[batch.kind].read_sheet(sheet)):
                run.add([run.checker.check(reading) for reading in chunk])
            problems = sheet.problems
    except UnreadableFile as refused:
        with scoped(scope, using):
            Row.objects.using(using).filter(batch=batch).delete()
            _set(batch, using, state=BatchState.FAILED, problems=[told(refused.problem)])
        return
    with scoped(scope, using):
        _set(
            batch,
            using,
            state=BatchState.EXAMINED,
            examined_at=now(),
            total_rows=run.rows,
            problems=[told(each) for each in problems if each.column is None or not each.column.startswith("tenun_")],
        )


def _renamed(batch: Batch, path: Path, scope: Scope, using: str) -> dict[str, str] | None:
    """Which column each header is; nothing when an officer has to say so first, which is then the list's state.

    A sheet with our names (`nama`; in a list of Sisko its number too) is ours, whatever else stands in it. Any other is
    read as its office said before; what we added to a list that was sent back is nobody's to say.
    """
    if batch.mapping_is_said:
        return dict(batch.mapping)
    headers = [each for each in read_header(path) if not each.lower().startswith(RESULT_PREFIX)]
    if SHEETS[batch.kind].own <= {header.strip().lower() for header in headers}:
        return {}
    with scoped(scope, using):
        earlier = remembered(batch, headers, using)
        if is_known(headers, earlier):
            _set(batch, using, mapping=[[header, earlier[header]] for header in headers], mapping_is_said=True)
            return earlier
        _set(batch, using, state=BatchState.COLUMNS, mapping=guess(headers, earlier, batch.kind))
    return None


def told(problem: Problem) -> list[Any]:
    """A problem as JSON keeps it; `retold` gives it back."""
    return [problem.code, problem.row, problem.column, problem.value, [list(each) for each in problem.details]]


def retold(said: Sequence[Any]) -> Problem:
    """The problem again."""
    code, row, column, value, details = said
    return Problem(code, row, column, value, tuple((name, each) for name, each in details))


def _set(batch: Batch, using: str, **values: Any) -> None:
    Batch.objects.using(using).filter(pk=batch.pk).update(**values)


@dataclass(frozen=True, slots=True)
class _Staged:
    """One row with all that was found about it."""

    row: Checked
    match: Match
    compared: Compared
    twin: int | None

    @property
    def outcome(self) -> Outcome:
        if self.row.dossier is None or self.compared.is_refused:
            return Outcome.REFUSED
        if self.match.why:
            return Outcome.DOUBTFUL
        if self.match.person_id is None:
            return Outcome.NEW
        return Outcome.SAME if self.compared.is_same else Outcome.CHANGED


class _Run:
    """One pass over the rows, a transaction a chunk."""

    def __init__(self, batch: Batch, scope: Scope, on: date, using: str) -> None:
        self.checker = Checker(scope, on)
        self.rows = 0
        self._batch, self._scope, self._on, self._using = batch, scope, on, using
        self._twins = Twins()
        self._rows_of: dict[int, int] = {}

    def add(self, checked: Sequence[Checked]) -> None:
        """Matches, compares and stages one chunk."""
        with scoped(self._scope, self._using):
            matches = Matcher(self._batch, self._using).match(checked)
            compared = comparer_of(self._batch, self._on, self._using).compare(checked, matches)
            staged = [self._staged(row, matches.get(row.number, Match()), compared) for row in checked]
            with connections[self._using].cursor() as cursor:
                insert(cursor, "intake_row", _COLUMNS, map(self._values, staged))
            self.rows += len(checked)
            _set(self._batch, self._using, done_rows=self.rows)

    def _staged(self, row: Checked, match: Match, compared: dict[int, Compared]) -> _Staged:
        twin = self._twins.first_like(row)
        if twin is not None and match.person_id is None:
            match = replace(match, why=match.why or Likeness.TWIN)
        found = compared.get(row.number, Compared())
        if found.candidates:
            match = replace(match, why=Likeness.NAME, candidates=found.candidates)
        if match.person_id is not None:
            first = self._rows_of.setdefault(match.person_id, row.number)
            if first != row.number:
                return _Staged(row, Match(why=Likeness.TWIN, candidates=[match.person_id]), Compared(), first)
        return _Staged(row, match, found, twin)

    def _values(self, staged: _Staged) -> tuple[Any, ...]:
        row, match, compared = staged.row, staged.match, staged.compared
        content = Content(row.cells, (*row.problems, *compared.problems), compared.changes)
        return (
            self._batch.pk,
            self._batch.organisation_id,
            row.number,
            staged.outcome,
            seal(content),
            json.dumps([each.code for each in content.problems]),
            row.key,
            said_origin(row.origin),
            match.person_id,
            match.why,
            json.dumps(match.candidates),
            json.dumps(match.elsewhere),
            staged.twin,
            "",
            "",
            False,
        )


_COLUMNS = (
    "batch_id",
    "organisation_id",
    "number",
    "outcome",
    "sealed",
    "codes",
    "row_key",
    "origin",
    "person_id",
    "why",
    "candidates",
    "elsewhere",
    "twin",
    "decision",
    "reason",
    "is_written",
)
