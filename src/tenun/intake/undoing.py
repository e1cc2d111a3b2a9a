"""An import taken back within a day: whom it made is removed, what it changed is put back, unless somebody touched it.

Chunk by chunk, each whole or absent, as it was written; what stays is named with its reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connections
from django.db.backends.utils import CursorWrapper

from tenun.documents.models import Paper
from tenun.documents.queries import dossier_of
from tenun.domain.facts import flatten
from tenun.domain.recording import record as facts_from
from tenun.formats.problems import Problem
from tenun.intake.enums import BatchState
from tenun.intake.models import Batch, Row
from tenun.intake.sealing import Content, before_of, seal, unseal
from tenun.intake.sisko_writing import take_off
from tenun.intake.staging import insert
from tenun.intake.writing import WORD, put_facts, words_again
from tenun.intake.written import files_written
from tenun.people.models import Person
from tenun.shared.clock import now
from tenun.shared.history import say_why
from tenun.shared.scope import Scope, scoped

LONGEST = timedelta(days=1)
CHUNK = 500
_DATES = frozenset({"birth_date", "departure_on"})


@dataclass(frozen=True, slots=True)
class Undoer:
    """Who takes it back, over which connection."""

    batch: Batch
    scope: Scope
    user_id: int
    on: date
    using: str

    def run(self) -> None:
        """Takes back chunk by chunk. Running it again goes on where it was cut off."""
        last: int | None = 0
        while last is not None:
            last = self._chunk(last)
        with scoped(self.scope, self.using):
            Batch.objects.using(self.using).filter(pk=self.batch.pk).update(state=BatchState.UNDONE)

    def _chunk(self, after: int) -> int | None:
        """One transaction; the number of its last row, nothing when none was left."""
        with scoped(self.scope, self.using), connections[self.using].cursor() as cursor:
            batch = Batch.objects.using(self.using).select_for_update().get(pk=self.batch.pk)
            say_why(cursor, user_id=self.user_id, reason=f"Batal impor {batch.name}", view="import", batch=batch.pk)
            written = Row.objects.using(self.using).filter(batch=batch, is_written=True, number__gt=after)
            rows = list(written.order_by("number")[:CHUNK])
            if not rows:
                return None
            done = self._take_back(cursor, rows) | self._put_back(cursor, rows) | take_off(batch, rows, self.using)
            self._mark(rows, done)
            Batch.objects.using(self.using).filter(pk=batch.pk).update(done_rows=batch.done_rows + len(rows))
        return rows[-1].number

    def _take_back(self, cursor: CursorWrapper, rows: Sequence[Row]) -> set[int]:
        """The rows whose new person could be removed."""
        new = {row.person_id: row.pk for row in rows if before_of(row).get("new")}
        if not new:
            return set()
        cursor.execute("SELECT tenun_take_back(%s, %s)", [self.batch.pk, list(new)])
        return {new[person] for (person,) in cursor.fetchall()}

    def _put_back(self, cursor: CursorWrapper, rows: Sequence[Row]) -> set[int]:
        """The rows whose person stands as the import left her; each of them gets her old cells and papers again."""
        changed = {row.person_id: row for row in rows if "version" in before_of(row)}
        if not changed:
            return {row.pk for row in rows if not before_of(row)}
        known = Person.objects.using(self.using).select_for_update().in_bulk([each for each in changed if each])
        done = {row.pk for row in rows if not before_of(row)}
        for person_id, row in changed.items():
            person = known.get(person_id or 0)
            said = before_of(row)
            papers = self._papers(person_id or 0, said)
            if person is None or person.version != said["version"] or papers is None:
                continue
            self._restore(cursor, person, said["columns"], papers)
            done.add(row.pk)
        return done

    def _papers(self, person_id: int, said: dict[str, Any]) -> list[tuple[Paper, Paper | None]] | None:
        """The versions that the import made, each with the one before it; nothing when one is not current any more."""
        at = datetime.fromisoformat(said["at"])
        pairs = []
        for kind in said["kinds"]:
            versions = list(Paper.objects.using(self.using).filter(person=person_id, kind=kind).order_by("-id")[:2])
            if not versions or versions[0].recorded_at != at or not versions[0].is_current:
                return None
            pairs.append((versions[0], versions[1] if len(versions) > 1 else None))
        return pairs

    def _restore(
        self, cursor: CursorWrapper, person: Person, columns: dict[str, Any], papers: list[tuple[Paper, Paper | None]]
    ) -> None:
        for name, value in columns.items():
            setattr(person, name, date.fromisoformat(value) if name in _DATES and value else value)
        if columns:
            person.version += 1
            person.save(using=self.using, update_fields=[*columns, "version"])
        if "folded_name" in columns:
            insert(cursor, "people_nameword", WORD, words_again(cursor, [person.pk]))
        for new, old in papers:
            Paper.objects.using(self.using).filter(pk=new.pk).update(is_current=False)
            if old is not None:
                Paper.objects.using(self.using).filter(pk=old.pk).update(is_current=True)
        current = list(Paper.objects.using(self.using).filter(person=person, is_current=True).order_by("id"))
        facts = flatten(facts_from(dossier_of(person, current), self.on).facts)
        put_facts(cursor, [(person.pk, "", "", 1, now(), *facts.values())])
        files_written([person.pk], self.using)

    def _mark(self, rows: Sequence[Row], done: set[int]) -> None:
        """What was taken back is as if it had never been written; what stays says why."""
        for row in rows:
            if row.pk in done:
                row.is_written, row.person_id, row.before = False, None, None
                continue
            content = Content({}) if row.sealed is None else unseal(row.sealed, row.number)
            problem = Problem("import.touched", row.number, "nama")
            if problem.code not in row.codes:
                row.codes = [*row.codes, problem.code]
                row.sealed = seal(Content(content.cells, (*content.problems, problem), content.changes))
        fields = ["is_written", "person_id", "before", "codes", "sealed"]
        Row.objects.using(self.using).bulk_update(rows, fields, batch_size=CHUNK)
