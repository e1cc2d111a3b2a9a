"""Who a row is: by NIK, else by the file and the row it was imported from before, else a person decides.

In a list of Sisko the number in Sisko goes before all of these.

Each question is asked once for a whole chunk of rows, inside the scope of whoever asks.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import connections
from django.db.models import Q

from tenun.domain.identifiers.names import compare_names
from tenun.domain.papers import Dossier
from tenun.intake.enums import BatchState, Likeness
from tenun.intake.models import Batch, Row
from tenun.intake.reading import Checked, said_origin
from tenun.people.enums import System
from tenun.people.models import Alias, DuplicateDecision, ExternalId, Person

MOST_CANDIDATES = 5
_MOST_EARLIER = 20
Hit = dict[str, str]
"""A file of another district: `district`, `initials`, `handle`."""


@dataclass(slots=True)
class Match:
    """Whose row it is, or why that is in doubt. Nothing at all: somebody new."""

    person_id: int | None = None
    why: str = ""
    candidates: list[int] = field(default_factory=list)
    elsewhere: list[Hit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is compared of a stored person."""

    id: int
    folded_name: str
    full_name: str
    birth_date: date | None
    mother_name: str
    nik_hash: str


_FIELDS = ("id", "folded_name", "full_name", "birth_date", "mother_name", "nik_hash")


class Matcher:
    """Finds the persons of rows of one batch, as the role and the scope of the connection `using`."""

    def __init__(self, batch: Batch, using: str) -> None:
        self._batch = batch
        self._using = using

    def match(self, rows: Sequence[Checked], told: Collection[int] = ()) -> dict[int, Match]:
        """A match for each row that has a dossier, by its number. Of those in `told` no other office is asked."""
        asked = [row for row in rows if row.dossier is not None]
        found = {row.number: Match() for row in asked}
        self._by_sisko_number([row for row in asked if row.sisko is not None], found)
        self._by_nik(asked, found)
        self._by_earlier_row([row for row in asked if _is_open(found[row.number])], found)
        rest = [row for row in asked if _is_open(found[row.number])]
        self._by_name(rest, found)
        self._elsewhere([row for row in rest if row.number not in told], found)
        return found

    def alike(self, row: Checked, person_id: int) -> list[int]:
        """Who else looks like a person once she is what the row says, and was not decided about yet."""
        found = {row.number: Match()}
        self._by_name([row], found, niks=True)
        others = set(found[row.number].candidates) - {person_id}
        pairs = DuplicateDecision.objects.using(self._using).filter(Q(person=person_id) | Q(other=person_id))
        decided = {number for pair in pairs.values_list("person_id", "other_id") for number in pair}
        return sorted(others - decided)

    def _persons(self, condition: Q) -> list[tuple[_Known, int | None]]:
        rows = Person.objects.using(self._using).filter(condition).order_by("id")
        return [(_Known(*values), merged) for *values, merged in rows.values_list(*_FIELDS, "merged_into_id")]

    def _survivors(self, condition: Q) -> list[tuple[str, _Known]]:
        """Persons under the condition, with the NIK by which each was found; a merged file leads to its survivor."""
        found = self._persons(condition)
        leads = {merged for _, merged in found if merged is not None}
        heads = {each.id: each for each, _ in self._persons(Q(pk__in=leads))} if leads else {}
        return [
            (each.nik_hash, each if merged is None else heads[merged])
            for each, merged in found
            if merged is None or merged in heads
        ]

    def _by_sisko_number(self, rows: Sequence[Checked], found: dict[int, Match]) -> None:
        """Whose number it is, if nothing but the number contradicts; a NIK that does is asked about."""
        numbers = {row.sisko.number for row in rows if row.sisko is not None} - {""}
        if not numbers:
            return
        stored = ExternalId.objects.using(self._using).filter(system=System.SISKO, code__in=numbers)
        owners = dict(stored.values_list("code", "person_id"))
        persons = {known.id: known for known, _ in self._persons(Q(pk__in=set(owners.values())))}
        for row in rows:
            known = persons.get(owners.get(row.sisko.number if row.sisko is not None else "", 0))
            if known is None or row.dossier is None:
                continue
            if row.nik_hash and known.nik_hash == row.nik_hash:
                found[row.number].person_id = known.id
            elif _is_she(row, row.dossier, known):
                self._take(row, known, None, found)

    def _by_nik(self, rows: Sequence[Checked], found: dict[int, Match]) -> None:
        hashes = {row.nik_hash for row in rows if row.nik_hash}
        if not hashes:
            return
        persons: defaultdict[str, dict[int, _Known]] = defaultdict(dict)
        for nik_hash, known in self._survivors(Q(nik_hash__in=hashes)):
            persons[nik_hash][known.id] = known
        for row in rows:
            met = persons.get(row.nik_hash)
            if not met or row.dossier is None:
                continue
            if numbered := {found[row.number].person_id, *found[row.number].candidates} - {None}:
                if not numbered & set(met):
                    both = sorted(each for each in {*numbered, *met} if each is not None)
                    found[row.number] = Match(why=Likeness.SISKO, candidates=both[:MOST_CANDIDATES])
                continue
            only = next(iter(met.values()))
            if len(met) == 1 and _is_she(row, row.dossier, only):
                found[row.number].person_id = only.id
            else:
                found[row.number] = Match(why=Likeness.NIK, candidates=sorted(met)[:MOST_CANDIDATES])

    def _by_earlier_row(self, rows: Sequence[Checked], found: dict[int, Match]) -> None:
        """By the row itself in an earlier upload of the same list, or in the list that was sent back."""
        earlier = self._earlier()
        origins = {row.origin for row in rows if row.origin is not None}
        if not rows or not (earlier or origins):
            return
        numbers, keys = [row.number for row in rows], [row.key for row in rows]
        same_list = Q(batch__in=earlier) & (Q(row_key__in=keys) | Q(number__in=numbers))
        sent_back = Q(batch__in={batch for batch, _ in origins}, number__in={number for _, number in origins})
        came_again = Q(organisation_id=self._batch.organisation_id, origin__in=set(map(said_origin, origins)))
        known = Row.objects.using(self._using).filter(
            same_list | sent_back | came_again, person_id__isnull=False, batch__state=BatchState.DONE
        )
        places: dict[str, int] = {}
        by_key: dict[str, int] = {}
        by_number: dict[int, int] = {}
        for each in known.order_by("id").only("batch_id", "number", "row_key", "origin", "person_id"):
            if each.person_id is not None:
                places[said_origin((each.batch_id, each.number))] = each.person_id
                if each.origin:
                    places[each.origin] = each.person_id
                if each.batch_id in earlier:
                    by_key[each.row_key] = by_number[each.number] = each.person_id
        wanted = {*places.values()}
        persons = {each.id: (each, head) for each, head in self._persons(Q(pk__in=wanted))}
        for row in rows:
            by_words = (places.get(said_origin(row.origin)), by_key.get(row.key))
            if not any(person in persons and self._take(row, *persons[person], found) for person in by_words):
                last = persons.get(by_number.get(row.number, 0))
                if last is not None and _agrees(row, row.dossier, last[0]):
                    self._take(row, *last, found)

    def _take(self, row: Checked, known: _Known, merged: int | None, found: dict[int, Match]) -> bool:
        """Whether the earlier row's person is still the one; a NIK that contradicts is asked about."""
        if row.dossier is None or not _is_she(row, row.dossier, known):
            return False
        if row.nik_hash and known.nik_hash and row.nik_hash != known.nik_hash:
            found[row.number] = Match(why=Likeness.NIK_DIFFERS, candidates=[merged or known.id])
        else:
            found[row.number].person_id = merged or known.id
        return True

    def _earlier(self) -> list[int]:
        same = Q(name=self._batch.name) | Q(digest=self._batch.digest)
        done = Batch.objects.using(self._using).filter(
            same, organisation=self._batch.organisation_id, kind=self._batch.kind
        )
        done = done.filter(state=BatchState.DONE).exclude(pk=self._batch.pk)
        return list(done.order_by("-id").values_list("pk", flat=True)[:_MOST_EARLIER])

    def _by_name(self, rows: Sequence[Checked], found: dict[int, Match], *, niks: bool = False) -> None:
        """The same folded name, her own or another one, and the birth date or the mother; as a page asks.

        Of a list of Sisko the name is enough where nothing tells the two apart.
        """
        names = {row.folded_name for row in rows}
        if not names:
            return
        named: defaultdict[str, dict[int, _Known]] = defaultdict(dict)
        for known, merged in self._persons(Q(folded_name__in=names)):
            if merged is None:
                named[known.folded_name][known.id] = known
        aliases = Alias.objects.using(self._using).filter(folded_name__in=names)
        other_names = list(aliases.values_list("folded_name", "person_id"))
        if other_names:
            theirs = {
                known.id: known for known, merged in self._persons(Q(pk__in={p for _, p in other_names})) if not merged
            }
            for name, person_id in other_names:
                if person_id in theirs:
                    named[name][person_id] = theirs[person_id]
        same_nik = self._survivors(Q(nik_hash__in={row.nik_hash for row in rows if row.nik_hash})) if niks else []
        for row in rows:
            alike = {known.id for known in named[row.folded_name].values() if _one_more(row, known)}
            alike |= {known.id for nik_hash, known in same_nik if nik_hash == row.nik_hash}
            untold = [] if alike else _not_told_apart(row, named[row.folded_name].values())
            if alike or untold:
                why = Likeness.NAME if alike else Likeness.NAME_ALONE
                found[row.number] = Match(why=why, candidates=sorted(alike or untold)[:MOST_CANDIDATES])

    def _elsewhere(self, rows: Sequence[Checked], found: dict[int, Match]) -> None:
        """What may be told of files outside the scope; each that is met is told to its own office."""
        if not rows:
            return
        asked: Any = [
            [row.number for row in rows],
            [row.nik_hash for row in rows],
            [row.folded_name for row in rows],
            [row.dossier.birth_date if row.dossier else None for row in rows],
            [(row.dossier.mother_name or "").strip() if row.dossier else "" for row in rows],
        ]
        with connections[self._using].cursor() as cursor:
            cursor.execute(
                "SELECT a.number, f.handle, f.district, f.initials"
                " FROM unnest(%s::int[], %s::text[], %s::text[], %s::date[], %s::text[])"
                " AS a (number, hashed, folded, born, mother),"
                " LATERAL tenun_find_elsewhere(a.hashed, a.folded, a.born, a.mother) f",
                asked,
            )
            for number, handle, district, initials in cursor.fetchall():
                met = found[number]
                met.elsewhere.append({"handle": str(handle), "district": district, "initials": initials})
                found[number] = replace(met, why=met.why or Likeness.ELSEWHERE)


def _is_open(match: Match) -> bool:
    return match.person_id is None and not match.why


def _is_she(row: Checked, dossier: Dossier, known: _Known) -> bool:
    """Whether name or birth date say that it is the same person; a number alone may be a slip."""
    return _agrees(row, dossier, known) or compare_names(dossier.name, known.full_name).verdict != "different"


def _agrees(row: Checked, dossier: Dossier | None, known: _Known) -> bool:
    """Whether the name or the birth date is the same: a row that only moved in its list has neither."""
    born = dossier.birth_date if dossier is not None else None
    return row.folded_name == known.folded_name or (born is not None and known.birth_date == born)


def _one_more(row: Checked, known: _Known) -> bool:
    """Whether beside the name the birth date or the mother is the same too."""
    if row.dossier is None:
        return False
    mother = (row.dossier.mother_name or "").strip()
    same_day = row.dossier.birth_date is not None and known.birth_date == row.dossier.birth_date
    return same_day or (mother != "" and known.mother_name.casefold() == mother.casefold())


def _not_told_apart(row: Checked, alike: Iterable[_Known]) -> list[int]:
    """Of those with the name of a row of Sisko, whom it says nothing against; a mirror must not double a file."""
    return [known.id for known in alike if row.sisko is not None and not _is_told_apart(row, known)]


def _is_told_apart(row: Checked, known: _Known) -> bool:
    """Whether both sides have a birth date or a NIK, by which they would have been known as one."""
    days = row.dossier is not None and row.dossier.birth_date is not None and known.birth_date is not None
    return days or bool(row.nik_hash and known.nik_hash)


class Twins:
    """Which rows of one list look like an earlier row of it, as a page would find the second after the first."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], int] = {}

    def first_like(self, row: Checked) -> int | None:
        """The earlier row that looks like this one, if any; the row is remembered."""
        if row.dossier is None:
            return None
        said = [f"d{row.dossier.birth_date}"] if row.dossier.birth_date else []
        said += [f"m{row.dossier.mother_name.strip().casefold()}"] if row.dossier.mother_name else []
        earlier = [self._seen.setdefault((row.folded_name, each), row.number) for each in said]
        return min((number for number in earlier if number != row.number), default=None)
