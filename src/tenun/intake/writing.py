"""A confirmed list into the tables: chunk by chunk, each whole or absent, as sets under the policies of the role.

Each chunk asks again whose its rows are, for other officers have worked since the dry run; a row that would now become
something else than what was confirmed is not written. The chunk's own marker (`is_written`) stands in the same
transaction as its rows, so a killed worker loses nothing and doubles nothing.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Q

from tenun.domain.identifiers.names import fold_name
from tenun.domain.journey import Context, Event, Evidence, Refusal, Role, advance
from tenun.formats.problems import Problem
from tenun.intake import final
from tenun.intake.comparing import Compared
from tenun.intake.enums import BatchState, Decision, Likeness, ListKind, Outcome
from tenun.intake.examining import CHUNK
from tenun.intake.kinds import SHEETS
from tenun.intake.matching import Match, Matcher
from tenun.intake.models import Batch, Row
from tenun.intake.reading import Checked
from tenun.intake.sealing import Content, seal, unseal
from tenun.intake.sisko import comparer_of
from tenun.intake.sisko_writing import SiskoSets
from tenun.intake.staging import insert, next_ids, stage
from tenun.intake.written import files_written
from tenun.people.models import Person
from tenun.shared.clock import now
from tenun.shared.encryption import encrypt_bytes, keyed_hash
from tenun.shared.history import say_why
from tenun.shared.scope import Scope, scoped

WORD = final.WORD
READY = Q(outcome__in=(Outcome.NEW, Outcome.CHANGED)) | Q(
    outcome=Outcome.DOUBTFUL, decision__in=(Decision.SAME, Decision.OTHER)
)
"""Rows that a confirmation lets be written."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who confirmed, in which role, on which day, over which connection."""

    batch: Batch
    scope: Scope
    user_id: int
    role: str
    on: date
    using: str

    def run(self) -> None:
        """Writes all that is left, chunk by chunk. Running it again goes on where it was cut off."""
        while self._chunk():
            pass
        with scoped(self.scope, self.using):
            Batch.objects.using(self.using).filter(pk=self.batch.pk).update(state=BatchState.DONE, written_at=now())

    def _chunk(self) -> bool:
        """One transaction; whether there was anything left."""
        with scoped(self.scope, self.using), connections[self.using].cursor() as cursor:
            batch = Batch.objects.using(self.using).select_for_update().get(pk=self.batch.pk)
            say_why(cursor, user_id=self.user_id, reason=f"Impor {batch.name}", view="import", batch=batch.pk)
            waiting = Row.objects.using(self.using).filter(READY, batch=batch, is_written=False)
            rows = list(waiting.order_by("number")[:CHUNK])
            if rows:
                _Chunk(self, batch, cursor, rows).write()
                Batch.objects.using(self.using).filter(pk=batch.pk).update(
                    state=BatchState.WRITING, done_rows=batch.done_rows + len(rows)
                )
        return bool(rows)


@dataclass(frozen=True, slots=True)
class _Settled:
    """What became of one row; nothing in `outcome` leaves it as it was staged."""

    outcome: str = ""
    person_id: int | None = None
    is_written: bool = False
    before: Mapping[str, Any] | None = None
    match: Match | None = None
    problem: Problem | None = None


class _Chunk:
    """The rows of one transaction."""

    def __init__(self, writer: Writer, batch: Batch, cursor: CursorWrapper, rows: Sequence[Row]) -> None:
        self._writer, self._batch, self._cursor = writer, batch, cursor
        self._staged = {row.number: row for row in rows}
        self._contents = {row.number: unseal(row.sealed, row.number) for row in rows if row.sealed is not None}
        self._checked = [
            _again(batch.kind, row, self._contents[row.number]) for row in rows if row.number in self._contents
        ]
        self._settled = {row.number: _Settled() for row in rows}
        self._later: set[int] = set()
        """Rows that are to be one with an earlier row of this chunk: the next one compares them with what it became."""
        self._maker = final.Maker(writer.user_id, writer.on, now(), batch.district_code)
        self._whole = final.Whole()
        self._sisko = SiskoSets(batch, writer.user_id, self._maker.at)

    def write(self) -> None:
        """All of it, or an exception that undoes all of it."""
        self._wait_for_others()
        writer, twins = self._writer, self._persons_of_twins()
        decided = {number for number, row in self._staged.items() if row.decision}
        matches = Matcher(self._batch, writer.using).match(self._checked, told=decided)
        for row in self._checked:
            self._follow_decision(row.number, matches, twins)
        compared = comparer_of(self._batch, writer.on, writer.using).compare(self._checked, matches)
        for row in self._checked:
            self._settle(row.number, matches.get(row.number, Match()), compared.get(row.number, Compared()))
        self._make(matches, compared)
        self._put()
        self._keep_decisions(twins)
        self._mark()
        files_written(sorted({row[0] for row in self._whole.facts}), writer.using)

    def _wait_for_others(self) -> None:
        """As `one_at_a_time`: whoever records one of these women by a page meanwhile waits, or is waited for."""
        keys = sorted({key for row in self._checked for key in (row.folded_name, row.nik_hash, _number(row))} - {""})
        self._cursor.execute(
            "SELECT count(pg_advisory_xact_lock(hashtextextended(k, 0))) FROM unnest(%s::text[]) k", [keys]
        )

    def _persons_of_twins(self) -> dict[int, int]:
        """The persons whom earlier rows of the list have become."""
        wanted = {row.twin for row in self._staged.values() if row.twin is not None}
        earlier = Row.objects.using(self._writer.using).filter(batch=self._batch, number__in=wanted)
        pairs = earlier.filter(person_id__isnull=False).values_list("number", "person_id")
        return {number: person for number, person in pairs if person is not None}

    def _follow_decision(self, number: int, matches: dict[int, Match], twins: Mapping[int, int]) -> None:
        """Puts what an officer decided in the place of what is found; what she was not asked about stays a doubt."""
        staged, found = self._staged[number], matches.get(number, Match())
        if staged.decision == Decision.SAME:
            matches[number] = Match(person_id=staged.person_id or twins.get(staged.twin or 0))
        elif staged.decision == Decision.OTHER:
            known = {*staged.candidates, *twins.values(), staged.person_id}
            if known >= {*found.candidates, found.person_id} - {None}:
                matches[number] = Match(person_id=staged.person_id)

    def _settle(self, number: int, match: Match, found: Compared) -> None:
        """Sets a row back that would now become something else than what was confirmed."""
        staged = self._staged[number]
        if staged.decision == Decision.SAME and match.person_id is None and staged.twin in self._staged:
            self._later.add(number)
            return
        expected = staged.person_id if staged.decision != Decision.SAME else match.person_id
        asked = found.candidates if staged.decision != Decision.OTHER else []
        if match.why or set(asked) - set(staged.candidates):
            again = match if match.why else Match(match.person_id, Likeness.NAME, asked)
            self._settled[number] = _Settled(Outcome.DOUBTFUL, again.person_id, match=again)
        elif found.is_refused:
            error = next(each for each in found.problems if each.is_error)
            self._settled[number] = _Settled(Outcome.REFUSED, problem=error)
        elif match.person_id != expected or (staged.decision == Decision.SAME and match.person_id is None):
            self._refuse(number)
        elif match.person_id is not None and found.is_same:
            self._settled[number] = _Settled(Outcome.SAME, match.person_id, is_written=True)
        elif staged.outcome == Outcome.CHANGED and found.changes != self._contents[number].changes:
            self._refuse(number)

    def _refuse(self, number: int) -> None:
        self._settled[number] = _Settled(Outcome.REFUSED, problem=Problem("import.changed_meanwhile", number, "nama"))

    def _make(self, matches: Mapping[int, Match], compared: Mapping[int, Compared]) -> None:
        """The rows of every set, and what undoing them needs."""
        left = [row for row in self._checked if not self._settled[row.number].outcome and row.number not in self._later]
        new = [row for row in left if matches[row.number].person_id is None]
        for row, person_id in zip(new, next_ids(self._cursor, "people_person", len(new)), strict=True):
            if row.dossier is not None:
                self._maker.new(self._whole, person_id, row.dossier)
                self._sisko.new(person_id, row.sisko)
                self._settled[row.number] = _Settled("", person_id, is_written=True, before={"new": True})
        taken: set[int] = set()
        for row in left:
            found = compared.get(row.number)
            # A second row of one file waits for the next chunk, which compares it with what the first has left.
            if found is not None and found.person is not None and found.person.pk not in taken:
                taken.add(found.person.pk)
                before = self._change(found, found.person)
                self._settled[row.number] = _Settled("", found.person.pk, is_written=True, before=before)

    def _change(self, found: Compared, person: Person) -> dict[str, Any]:
        """Puts what changes of a file into the sets; what undoing it needs."""
        if found.difference.sisko is not None:
            return self._sisko.add(person.pk, found.difference.sisko)
        before = {
            "columns": {name: _plain(getattr(person, name)) for name in found.difference.columns},
            "version": person.version + bool(found.difference.columns),
            "kinds": sorted({kind for kind, _ in found.difference.versions}),
            "at": self._maker.at.isoformat(),
        }
        self._maker.change(self._whole, found)
        return before

    def _put(self) -> None:
        """The sets, in the order in which a page's act writes them."""
        cursor, whole = self._cursor, self._whole
        insert(cursor, "people_person", final.PERSON, whole.persons)
        if whole.changed:
            self._change_persons()
        insert(cursor, "people_nameword", final.WORD, whole.words)
        self._begin_journeys()
        papers = list(whole.papers_under(next_ids(cursor, "documents_paper", whole.count_of_papers()), self._maker))
        if len(whole.facts) > len(whole.persons):
            _set_older_aside(cursor, papers)
        insert(cursor, "documents_paper", final.PAPER, papers)
        put_facts(cursor, whole.facts)
        self._sisko.put(cursor)

    def _change_persons(self) -> None:
        """An import fills and corrects; a column without a value stays as it is."""
        cursor, whole = self._cursor, self._whole
        staged = stage(cursor, "people_person", final.CHANGED, whole.changed)
        columns = ", ".join(f"{name} = COALESCE(s.{name}, p.{name})" for name in final.CHANGED[1:])
        cursor.execute(
            f"UPDATE people_person p SET {columns}, version = p.version + 1 FROM {staged} s WHERE p.id = s.id"
        )
        renamed = [row[0] for row in whole.changed if row[_FOLDED] is not None]
        if renamed:
            whole.words += words_again(cursor, renamed)

    def _begin_journeys(self) -> None:
        """Somebody has talked with each new person, as at the counter; with whom Sisko lists nobody has."""
        persons = self._whole.persons
        if not persons or self._batch.kind == ListKind.SISKO:
            return
        writer, cursor, at = self._writer, self._cursor, self._maker.at
        context = Context(on=writer.on, role=Role(writer.role), evidence=frozenset({Evidence.FIRST_TALK}))
        opened = advance(None, Event.CONTACT, context)
        if isinstance(opened, Refusal):
            raise TypeError(f"a first talk was refused: {opened.code}")
        ids = next_ids(cursor, "people_journey", len(persons))
        history = json.dumps([str(state) for state in opened.history])
        insert(
            cursor,
            "people_journey",
            ("id", *_TERRITORY, "state", "history", "is_held", "red_flag", "started_at"),
            [
                (number, *row[:3], opened.after, history, opened.held, False, at)
                for number, row in zip(ids, persons, strict=True)
            ],
        )
        said = (at, writer.user_id, writer.role, Event.CONTACT, "", opened.after, '["first_talk"]', "{}", "")
        insert(
            cursor,
            "people_journeyentry",
            ("journey_id", *_TERRITORY, *_SAID),
            [(number, *row[:3], *said) for number, row in zip(ids, persons, strict=True)],
        )

    def _keep_decisions(self, twins: Mapping[int, int]) -> None:
        """That two files are not one person, as `decide_apart` keeps it."""
        became = {number: each.person_id for number, each in self._settled.items() if each.person_id} | dict(twins)
        pairs = []
        for number, settled in self._settled.items():
            row = self._staged[number]
            if row.decision != Decision.OTHER or not settled.is_written or settled.person_id is None:
                continue
            others = {*row.candidates, became.get(row.twin or 0)} - {None, settled.person_id}
            for other in sorted(others):
                older, newer = sorted((other, settled.person_id))
                by = row.decided_by_id or self._writer.user_id
                pairs.append((older, newer, "", "", False, row.reason, by, self._maker.at))
        if pairs:
            columns = ("person_id", "other_id", "district_code", "village_code", "is_same", "reason", "by_id", "at")
            insert(self._cursor, "people_duplicatedecision", columns, pairs)

    def _mark(self) -> None:
        """What became of each row, in the transaction of what it became."""
        done = {number: each for number, each in self._settled.items() if each.outcome or each.is_written}
        rows = [self._marked(self._staged[number], settled) for number, settled in done.items()]
        columns = ("id", "outcome", "person_id", "is_written", "before", "why", "candidates", "elsewhere")
        staged = stage(self._cursor, "intake_row", (*columns, "decision", "sealed", "codes"), rows)
        plain = ", ".join(f"{name} = s.{name}" for name in (*columns[1:], "decision"))
        self._cursor.execute(
            f"UPDATE intake_row r SET {plain}, sealed = COALESCE(s.sealed, r.sealed),"
            f" codes = COALESCE(s.codes, r.codes) FROM {staged} s WHERE r.id = s.id"
        )

    def _marked(self, row: Row, settled: _Settled) -> tuple[Any, ...]:
        match = settled.match or Match(why=row.why, candidates=row.candidates, elsewhere=row.elsewhere)
        sealed = codes = None
        if settled.problem is not None:
            content = self._contents[row.number]
            problems = (*content.problems, settled.problem)
            sealed = seal(Content(content.cells, problems, content.changes))
            codes = json.dumps([each.code for each in problems])
        before = None if settled.before is None else encrypt_bytes(json.dumps(settled.before).encode())
        return (
            row.pk,
            settled.outcome or row.outcome,
            settled.person_id,
            settled.is_written,
            before,
            match.why,
            json.dumps(match.candidates),
            json.dumps(match.elsewhere),
            "" if settled.match is not None else row.decision,
            sealed,
            codes,
        )


_TERRITORY = ("person_id", "district_code", "village_code")
_SAID = ("at", "by_id", "role", "event", "before", "after", "evidence", "details", "reason")
_FOLDED = final.CHANGED.index("folded_name")
_NAMES_OF = """
    SELECT id, folded_name FROM people_person WHERE id = ANY(%s)
    UNION ALL SELECT person_id, folded_name FROM people_alias WHERE person_id = ANY(%s)
    UNION ALL SELECT merged_into_id, folded_name FROM people_person WHERE merged_into_id = ANY(%s)
"""


def _again(kind: str, row: Row, content: Content) -> Checked:
    """A staged row as it was checked."""
    read = SHEETS[kind].read_row(content.cells, row.number)
    dossier = read.dossier
    folded = fold_name(dossier.name) if dossier is not None else ""
    nik_hash = keyed_hash(dossier.nik) if dossier is not None and dossier.nik else ""
    return Checked(row.number, dossier, read.problems, content.cells, row.row_key, folded, nik_hash, sisko=read.sisko)


def _number(row: Checked) -> str:
    return f"sisko {row.sisko.number}" if row.sisko is not None and row.sisko.number else ""


def words_again(cursor: CursorWrapper, persons: Sequence[int]) -> list[tuple[Any, ...]]:
    """Takes off the words of these persons and gives those of all their names, as `index_names` writes them."""
    cursor.execute("DELETE FROM people_nameword WHERE person_id = ANY(%s)", [list(persons)])
    cursor.execute(_NAMES_OF, [list(persons)] * 3)
    names: dict[int, list[str]] = {}
    for person_id, folded in cursor.fetchall():
        names.setdefault(person_id, []).append(folded)
    return [word for person_id, folded in names.items() for word in final.words_of(person_id, "", "", folded)]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _set_older_aside(cursor: CursorWrapper, papers: Sequence[tuple[Any, ...]]) -> None:
    """Of each kind that comes anew the version before stays, and is not the current one any more."""
    cursor.execute(
        "UPDATE documents_paper p SET is_current = false FROM unnest(%s::bigint[], %s::text[]) AS n (person_id, kind)"
        " WHERE p.is_current AND p.person_id = n.person_id AND p.kind = n.kind",
        [[row[1] for row in papers], [row[4] for row in papers]],
    )


def put_facts(cursor: CursorWrapper, facts: Sequence[tuple[Any, ...]]) -> None:
    """One factsheet a person, whole; a new version of one that stands."""
    staged = stage(cursor, "readiness_factsheet", final.FACTS, facts)
    names = ", ".join(f'"{name}"' for name in final.FACTS)
    replaced = ", ".join(f'"{name}" = EXCLUDED."{name}"' for name in final.FACTS[4:])
    cursor.execute(
        f"INSERT INTO readiness_factsheet AS f ({names}) SELECT {names} FROM {staged}"
        f" ON CONFLICT (person_id) DO UPDATE SET version = f.version + 1, {replaced}"
    )
