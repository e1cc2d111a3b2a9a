"""What every district can do now in the three services, whether that is still fresh, and whom to ask this quarter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from tenun.domain.identifiers.regions import ntt_districts
from tenun.organisations.access import Ability, may
from tenun.organisations.enums import Role
from tenun.organisations.queries import Standing
from tenun.partnership.enums import DistrictServiceKind, LinkKind
from tenun.partnership.models import ConfirmationDue, PersonalLink, ServiceEntry

FRESH_FOR = timedelta(days=92)
"""How long a word about a service holds: a quarter."""


class Freshness(StrEnum):
    """How sure what is said of a service is."""

    UNKNOWN = "unknown"
    FRESH = "fresh"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Service:
    """One service of one district: the latest word about it, none when nobody has said anything."""

    district: str
    kind: DistrictServiceKind
    entry: ServiceEntry | None
    freshness: Freshness


def freshness_of(entry: ServiceEntry | None, on: date) -> Freshness:
    """Whether the word still holds on that day."""
    if entry is None:
        return Freshness.UNKNOWN
    return Freshness.FRESH if on - entry.said_on <= FRESH_FOR else Freshness.STALE


def matrix(on: date) -> dict[str, tuple[Service, ...]]:
    """Every district with its three services. One query."""
    latest = ServiceEntry.objects.order_by("district_code", "service", "-pk").distinct("district_code", "service")
    return _by_district(latest.select_related("by"), ntt_districts(), on)


def services_of(district: str, on: date) -> tuple[Service, ...]:
    """The three services of one district. One query."""
    latest = ServiceEntry.objects.filter(district_code=district).order_by("service", "-pk").distinct("service")
    return _by_district(latest.select_related("by"), (district,), on)[district]


def _by_district(found: Iterable[ServiceEntry], codes: Iterable[str], on: date) -> dict[str, tuple[Service, ...]]:
    known = {(each.district_code, each.service): each for each in found}
    return {
        code: tuple(
            Service(code, kind, known.get((code, kind)), freshness_of(known.get((code, kind)), on))
            for kind in DistrictServiceKind
        )
        for code in codes
    }


def history_of(district: str) -> list[ServiceEntry]:
    """Everything that was ever said of the district, the newest first, at most 60. One query."""
    said = ServiceEntry.objects.filter(district_code=district)
    return list(said.select_related("by").order_by("-pk")[:60])


@cache
def _numbers() -> dict[int, str]:
    return {int(code.replace(".", "")): code for code in ntt_districts()}


def subject_of(district: str) -> int:
    """What a link about the district is made out to: its code without the dot."""
    return int(district.replace(".", ""))


def district_behind(link: PersonalLink) -> str:
    """The district that the link asks about."""
    return _numbers()[link.subject_id]


def quarter_of(day: date) -> date:
    """The first day of its quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A district to be asked this quarter; `link` is an open one that has gone out already."""

    district: str
    due: ConfirmationDue
    link: PersonalLink | None


def to_ask(on: date) -> list[ToAsk]:
    """Districts noted for this quarter of which a service still has no word of this quarter. Three queries."""
    quarter = quarter_of(on)
    due = ConfirmationDue.objects.filter(quarter=quarter).order_by("district_code")
    silent = without_word(quarter)
    open_links = {
        link.subject_id: link
        for link in PersonalLink.objects.filter(kind=LinkKind.READINESS, answered_at=None, revoked_at=None).order_by(
            "pk"
        )
    }
    return [
        ToAsk(each.district_code, each, open_links.get(subject_of(each.district_code)))
        for each in due
        if each.district_code in silent
    ]


def without_word(since: date, using: str = "default") -> set[str]:
    """Districts of which one service or more was not spoken of since that day. One query."""
    said = ServiceEntry.objects.using(using).filter(said_on__gte=since).values_list("district_code", "service")
    told = set(said)
    return {code for code in ntt_districts() if any((code, kind.value) not in told for kind in DistrictServiceKind)}


class DistrictNotFound(Exception):  # noqa: N818  There is no such district for whoever asks.
    """There is no such district, or none that this post may keep; nobody is told which."""


def get_district(*, standing: Standing, district: str) -> str:
    """A district to read. Raises `DistrictNotFound`."""
    if district not in ntt_districts() or not may(standing, Ability.READ_READINESS_OF_DISTRICTS):
        raise DistrictNotFound
    return district


def may_keep_district(standing: Standing, district: str) -> bool:
    """A counter keeps the readiness of its own districts, the province that of all."""
    if not may(standing, Ability.KEEP_READINESS_OF_DISTRICT):
        return False
    return Role.PROVINCE in standing.roles or district in standing.scope.districts


def get_district_to_keep(*, standing: Standing, district: str) -> str:
    """A district to write about. Raises `DistrictNotFound`."""
    if not may_keep_district(standing, get_district(standing=standing, district=district)):
        raise DistrictNotFound
    return district
