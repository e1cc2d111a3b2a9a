"""Saying what a district's service can do, confirming it, and noting whom to ask. Entries are only added."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import connections, transaction

from tenun.organisations.models import User
from tenun.partnership.actions.links import make_link
from tenun.partnership.enums import DistrictServiceKind, LinkKind
from tenun.partnership.links import Made
from tenun.partnership.models import ConfirmationDue, PersonalLink, ServiceEntry
from tenun.partnership.readiness import district_behind, quarter_of, services_of, subject_of, without_word
from tenun.shared.clock import now, today


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of one service of one district."""

    kind: DistrictServiceKind
    is_offered: bool
    can_do: str = ""
    hours: str = ""
    places: int | None = None
    office: str = ""
    address: str = ""
    contact: str = ""
    source: str = ""
    said_on: date | None = None


def said_of(entry: ServiceEntry) -> Said:
    """The same words again, to be confirmed today: by whoever says so now, so the old source goes."""
    return Said(
        kind=DistrictServiceKind(entry.service),
        is_offered=entry.is_offered,
        can_do=entry.can_do,
        hours=entry.hours,
        places=entry.places,
        office=entry.office,
        address=entry.address,
        contact=entry.contact or "",
    )


@transaction.atomic
def tell_service(*, district: str, said: Said, by: User, is_demo: bool = False) -> ServiceEntry:
    """One more word about a service; `said_on` is today unless a source says when."""
    return _add(district, said, by=by, is_demo=is_demo)


@transaction.atomic
def confirm_services(*, district: str, by: User) -> int:
    """Says of every service that anything is known of that it is still so; how many."""
    return _confirm(district, by=by)


@transaction.atomic
def ask_district(*, district: str, addressee: str, by: User) -> Made:
    """A link for the head of the district's office, about its three services."""
    return make_link(kind=LinkKind.READINESS, subject_id=subject_of(district), addressee=addressee, by=by)


@transaction.atomic
def answer_about_services(*, link: PersonalLink, changed: list[Said]) -> None:
    """What the head says by the link: the services in `changed` are so, the others as they stood."""
    district = district_behind(link)
    told = {said.kind for said in changed}
    for said in changed:
        _add(district, said, link=link)
    _confirm(district, link=link, without=told)


def _confirm(
    district: str,
    *,
    by: User | None = None,
    link: PersonalLink | None = None,
    without: set[DistrictServiceKind] | None = None,
) -> int:
    known = [each.entry for each in services_of(district, today()) if each.entry and each.kind not in (without or ())]
    for entry in known:
        _add(district, said_of(entry), by=by, link=link, is_demo=entry.is_demo)
    return len(known)


def _add(
    district: str, said: Said, *, by: User | None = None, link: PersonalLink | None = None, is_demo: bool = False
) -> ServiceEntry:
    said = said if said.is_offered else replace(said, hours="", places=None)
    return ServiceEntry.objects.create(
        district_code=district,
        service=said.kind,
        is_offered=said.is_offered,
        can_do=said.can_do.strip(),
        hours=said.hours[:120],
        places=said.places,
        office=said.office[:200],
        address=said.address[:300],
        contact=said.contact or None,
        source=said.source[:300],
        said_on=said.said_on or today(),
        at=now(),
        by=by,
        by_link=link.addressee if link else "",
        is_demo=is_demo,
    )


def note_due(on: date, using: str = "worker") -> int:
    """Notes every district that has to be asked in the quarter of that day and was not noted yet; how many."""
    quarter = quarter_of(on)
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        noted = set(
            ConfirmationDue.objects.using(using).filter(quarter=quarter).values_list("district_code", flat=True)
        )
        new = sorted(without_word(quarter, using) - noted)
        ConfirmationDue.objects.using(using).bulk_create(
            [ConfirmationDue(district_code=code, quarter=quarter, noted_at=now()) for code in new]
        )
    return len(new)
