"""Who needs what, counted by a job; the map of need beside supply; and what is behind one cell of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connections, transaction

from tenun.domain.catalogue import Catalogue, Gate, Requirement
from tenun.domain.coverage import Cell, cells, size_of
from tenun.domain.disclosure import CLOSED, Count, hide_few, hide_in_nested, hide_in_parts, is_told
from tenun.domain.identifiers.regions import ntt_districts
from tenun.domain.journey.states import BEFORE, State
from tenun.domain.programmes import ProgrammeStatus, ServiceLine
from tenun.domain.words import Words
from tenun.organisations.queries import Standing
from tenun.partnership.models import Need, NeedShown
from tenun.partnership.programmes import programmes, record_of
from tenun.shared.clock import now

WORKER = "worker"
HOME = (State.RETURNING, State.AT_DEBARKATION, State.HOME, State.REHABILITATION)
"""Back from abroad and not yet on her own feet again."""
SERVICE_OF = {Gate.DOCUMENTS: ServiceLine.DOCUMENTS, Gate.COMPETENCE: ServiceLine.SKILLS}
"""Whose findings are need of which service; those of the other gates are mended by the person's own desk."""

Needs = Mapping[tuple[str, ServiceLine], Count]


def kind_of(requirement: Requirement) -> str:
    """What she needs: the paper it is about, or the rule itself."""
    return f"paper:{requirement.paper}" if requirement.paper else f"rule:{requirement.id}"


def asked_of(catalogue: Catalogue, on: date) -> list[tuple[str, str, ServiceLine, str]]:
    """For every rule that is need of a service: the target, its id there, the service, the kind of need."""
    return [
        (target.id, item.id, SERVICE_OF[item.gate], kind_of(item))
        for target in catalogue.targets(on)
        for item in target.requirements
        if item.gate in SERVICE_OF
    ]


def count_needs(catalogue: Catalogue, on: date, using: str = WORKER) -> int:
    """Counts everybody anew and writes what others may read of it, in one transaction; how many numbers that gave."""
    asked = [list(column) for column in zip(*asked_of(catalogue, on), strict=True)]
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        cursor.execute(
            "SELECT tenun_count_needs(%s, %s, %s, %s, %s, %s)",
            [*asked, [str(state) for state in BEFORE], [str(state) for state in HOME]],
        )
        whole = list(Need.objects.using(using).all())
        NeedShown.objects.using(using).all().delete()
        NeedShown.objects.using(using).bulk_create(_shown(whole, now()))
    return len(whole)


def _shown(whole: Iterable[Need], at: datetime) -> list[NeedShown]:
    """The numbers as others read them: first the kinds within a district, then the districts within the province."""
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for need in whole:
        counts[need.service, need.district_code][need.kind] = need.people
    services = {service for service, _ in counts}
    rows = []
    for service in sorted(services):
        places = {district: _within(counts.get((service, district), {})) for district in ntt_districts()}
        kinds = sorted({kind for shown in places.values() for kind in shown} | {""})
        for kind in kinds:
            # A kind that nobody of a district needs is zero, which may be shown.
            column = [counts.get((service, district), {}).get(kind, 0) for district in places]
            inside = [shown.get(kind, 0) for shown in places.values()]
            rows += _column(service, kind, column, inside, at)
    return rows


def _within(counts: Mapping[str, int]) -> dict[str, Count]:
    codes = [f"all/{kind}" if kind else "all" for kind in counts]
    return dict(zip(counts, hide_in_nested(codes, [*counts.values()]), strict=True))


def _column(service: str, kind: str, counts: list[int], inside: list[Count], at: datetime) -> list[NeedShown]:
    """One kind in every district and in the province; what is closed within its district stays closed."""
    hidden = hide_in_parts(counts)
    both = [CLOSED if CLOSED in (across, within) else across for across, within in zip(hidden, inside, strict=True)]
    (total,) = hide_few([sum(counts)])
    if is_told(counts, hidden) and isinstance(total, int):
        total = CLOSED
    return [
        NeedShown(district_code=district, service=service, kind=kind, shown=str(count), counted_at=at)
        for district, count in [("", total), *zip(ntt_districts(), both, strict=True)]
    ]


def _read(shown: str) -> Count:
    return int(shown) if shown.isdigit() else shown


@dataclass(frozen=True, slots=True)
class Map:
    """Need beside supply as one reader may see it; `counted_at` is None before anything was ever counted."""

    cells: Mapping[tuple[str, ServiceLine], Cell]
    totals: Mapping[ServiceLine, Count]
    running: int
    counted_at: datetime | None


def map_for(standing: Standing, on: date) -> Map:
    """The whole map: her own district's numbers whole, the others' as they are shown. Seven queries."""
    return _map(
        on, {(each.district_code, ServiceLine(each.service)): each.people for each in Need.objects.filter(kind="")}
    )


def shown_map(on: date) -> Map:
    """The map as anybody outside the offices may read it: what may stand in a letter. Six queries."""
    return _map(on, {})


def _map(on: date, own: Needs) -> Map:
    shown = list(NeedShown.objects.filter(kind=""))
    needs = {(each.district_code, ServiceLine(each.service)): _read(each.shown) for each in shown}
    totals = {service: count for (district, service), count in needs.items() if not district}
    known = [(each.pk, record_of(each)) for each in programmes()]
    found = cells(ntt_districts(), {**needs, **own}, known, on, counted=bool(shown))
    running = sum(record.status is ProgrammeStatus.RUNNING for _, record in known)
    return Map(found, totals, running, min((each.counted_at for each in shown), default=None))


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing people of a cell need, how many of them, and the desk or office that gives it."""

    code: str
    title: Words
    people: Count
    where: Words | None


def kinds_of(standing: Standing, district: str, service: ServiceLine, catalogue: Catalogue, on: date) -> list[Kind]:
    """What is behind a number of the map, the most people first. One query."""
    if district not in standing.scope.offices:
        return shown_kinds_of(district, service, catalogue, on)
    rows = Need.objects.filter(district_code=district, service=service).exclude(kind="")
    return _kinds([(each.kind, each.people) for each in rows], catalogue, on)


def shown_kinds_of(district: str, service: ServiceLine, catalogue: Catalogue, on: date) -> list[Kind]:
    """The same as anybody outside the office may read it. One query."""
    rows = NeedShown.objects.filter(district_code=district, service=service).exclude(kind="").exclude(shown="0")
    return _kinds([(each.kind, _read(each.shown)) for each in rows], catalogue, on)


def _kinds(found: list[tuple[str, Count]], catalogue: Catalogue, on: date) -> list[Kind]:
    named = _Names(catalogue, on)
    kinds = [Kind(code, named.title(code), count, named.where(code)) for code, count in found]
    return sorted(kinds, key=lambda kind: (-size_of(kind.people), kind.code))


_OPEN_FILE = Words("Berkas yang menunggu pelindungan", "Files that wait for protection")


class _Names:
    """What a kind of need is called, and which desk or office gives it."""

    def __init__(self, catalogue: Catalogue, on: date) -> None:
        self._catalogue = catalogue
        asked = (item for target in catalogue.targets(on) for item in target.requirements if item.gate in SERVICE_OF)
        self._asked = {kind_of(item): item for item in asked}

    def title(self, code: str) -> Words:
        """Its plain name."""
        sort, _, name = code.partition(":")
        match sort:
            case "paper":
                return self._catalogue.lists.papers[name]
            case "target":
                return self._catalogue.entries[name].title
            case "state":
                return State(name).label
            case "rule" if code in self._asked:
                return self._asked[code].title
            case _:
                return _OPEN_FILE

    def where(self, code: str) -> Words | None:
        """The desk, else the office, that gives it."""
        item = self._asked.get(code)
        if item is None:
            return None
        lists = self._catalogue.lists
        if item.desk is not None:
            return lists.desks[item.desk]
        return lists.offices[item.office].name if item.office else None
