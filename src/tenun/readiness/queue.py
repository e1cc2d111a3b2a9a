"""The queue of a desk: whoever is on the way to departure, the longest at her stage first, inside the scope.

One query a page, on an index of the territory that asks; how she stands comes from the stored answer, not from judging.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import connections, transaction
from django.db.models import Q, QuerySet

from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import Catalogue
from tenun.domain.journey.states import BEFORE, State
from tenun.people.models import Journey
from tenun.people.queries import within
from tenun.readiness.bulk import WORKER
from tenun.readiness.models import WHERE_MOST_WAIT, QueueCount
from tenun.readiness.together import assigned_to, handed_to
from tenun.shared.scope import Scope

PAGE = 25
"""How many persons stand on one page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is, by stage and verdict; the empty verdict is that of whoever cannot be judged yet."""

    states: frozenset[str]
    verdicts: frozenset[str]

    def of_journey(self) -> Q:
        """The condition over journeys, which read their verdict through the stored answer."""
        judged = Q(person__assessment__verdict__in=sorted(self.verdicts - {""}))
        unjudged = Q(person__assessment=None) if "" in self.verdicts else Q(pk__in=())
        return Q(state__in=sorted(self.states)) & (judged | unjudged)

    def holds(self, state: str, verdict: str) -> bool:
        """The same for one maintained count."""
        return state in self.states and verdict in self.verdicts


_ANY = frozenset(str(state) for state in BEFORE)
_NOT_STOPPED = frozenset({"", *map(str, Verdict)}) - {Verdict.STOP.value}
TURNS: Mapping[str, Turn] = MappingProxyType(
    {
        "desa": Turn(frozenset({State.CONTACTED.value, State.INFORMED.value}), _NOT_STOPPED),
        "meja": Turn(
            frozenset({State.VILLAGE_RECORDED.value, State.REGISTERED.value, State.SCREENED.value}), _NOT_STOPPED
        ),
        "perbaikan": Turn(frozenset({State.PREPARING.value}), _NOT_STOPPED - {Verdict.READY.value}),
        "siap": Turn(frozenset({State.PREPARING.value}), frozenset({Verdict.READY.value})),
        "pelindungan": Turn(_ANY, frozenset({Verdict.STOP.value})),
    }
)
"""The village's, this desk's, hers and other offices', whoever matches, protection's; nobody is in two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What an officer has narrowed the queue to; empty means everything."""

    district: str = ""
    subdistrict: str = ""
    village: str = ""
    target: str = ""
    gate: str = ""
    waits_at: str = ""
    state: str = ""
    turn: str = ""
    handed_to: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of the queue begins: after the journey of this number, which has waited since that moment."""

    since: datetime
    journey_id: int


def queue_of(scope: Scope, filters: Filters, catalogue: Catalogue, on: date, after: Place | None = None) -> Any:
    """The journeys of the next page with person and stored answer, longest waiting first. One query.

    What is sealed is not in it; a search by name finds her.
    """
    found = _waiting(filters).filter(within(scope, "person"), _narrowed(scope, filters, catalogue, on))
    if after is not None:
        found = found.filter(Q(since__gte=after.since) & (Q(since__gt=after.since) | Q(pk__gt=after.journey_id)))
    found = found.select_related("person", "person__assessment").only(*_READ).annotate(officer=assigned_to())
    return found.order_by("since", "pk")[:PAGE]


_READ = (
    *("state", "since", "person_id", "district_code", "village_code"),
    *("person__full_name", "person__target", "person__village_code", "person__district_code"),
    *("person__assessment__target", "person__assessment__verdict", "person__assessment__for_state"),
    *("person__assessment__states", "person__assessment__blocking", "person__assessment__catalogue"),
    "person__assessment__judged_on",
)


def _waiting(filters: Filters) -> QuerySet[Journey]:
    if filters.state:
        return Journey.objects.filter(state=filters.state)
    return Journey.objects.filter(state__in=[state.value for state in BEFORE])


def _narrowed(scope: Scope, filters: Filters, catalogue: Catalogue, on: date) -> Q:
    told = _placed(filters)
    if filters.target:
        told &= Q(person__target=filters.target)
    if filters.gate:
        told &= Q(person__assessment__blocking__0__in=_asked_by(filters.gate, catalogue, on))
    if filters.waits_at:
        told &= _waits_at(scope, filters.waits_at)
    if filters.handed_to is not None:
        told &= Q(person__in=handed_to(filters.handed_to).values("person"))
    if filters.turn:
        told &= TURNS[filters.turn].of_journey()
    return told


def _waits_at(scope: Scope, where: str) -> Q:
    """Whoever waits there. At most desks few do: the territory, told once more, leads to the index of those few.

    At the others (`WHERE_MOST_WAIT`) the list itself meets enough of them before long.
    """
    answer = "person__assessment"
    waits = Q(**{f"{answer}__waits_at": where})
    if where in WHERE_MOST_WAIT:
        return waits
    place = Q(**{f"{answer}__district_code__in": scope.districts}) if scope.districts else Q(pk__in=())
    if scope.villages:
        place |= Q(**{f"{answer}__village_code__in": scope.villages})
    if scope.persons:
        place |= Q(person__in=scope.persons)
    return waits & place


def _asked_by(gate: str, catalogue: Catalogue, on: date) -> list[str]:
    """The requirements of that gate, over all targets."""
    return sorted({item.id for target in catalogue.targets(on) for item in target.requirements if item.gate == gate})


@dataclass(frozen=True, slots=True)
class Counts:
    """How many wait for whom, and when that was counted; nothing while nobody has counted."""

    counted_at: datetime | None
    by_turn: Mapping[str, int]
    total: int


def counts_of(scope: Scope, filters: Filters) -> Counts:
    """One query: the maintained counts of the territory, narrowed by place alone."""
    rows = QueueCount.objects.filter(_territory(scope), _placed(filters))
    found = list(rows.values_list("state", "verdict", "number", "counted_at"))
    by_turn = {
        name: sum(number for state, verdict, number, _ in found if turn.holds(state, verdict))
        for name, turn in TURNS.items()
    }
    return Counts(max((row[3] for row in found), default=None), by_turn, sum(row[2] for row in found))


def _territory(scope: Scope) -> Q:
    """The territory as the counts know it: they have no person."""
    return Q(district_code__in=scope.districts) | Q(village_code__in=scope.villages)


def _placed(filters: Filters) -> Q:
    told = Q()
    if filters.district:
        told &= Q(district_code=filters.district)
    if filters.subdistrict:
        told &= Q(village_code__startswith=f"{filters.subdistrict}.")
    if filters.village:
        told &= Q(village_code=filters.village)
    return told


def count_queue(using: str = WORKER) -> int:
    """Counts everybody anew, in one statement of the database; how many rows of counts that gave."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SELECT tenun_count_queue(%s)", [[state.value for state in BEFORE]])
        (counted,) = cursor.fetchone()
    return int(counted)
