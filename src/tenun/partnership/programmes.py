"""Reading programmes: one with all that hangs on it, all of them as records, those whose owner has to be asked."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from tenun.domain.programmes import (
    Capacity,
    Contact,
    Fit,
    Money,
    OrganisationNamed,
    Partner,
    PartnerRole,
    Phase,
    Problem,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
    is_stale,
)
from tenun.formats.entry_rules import read_entry_rules
from tenun.organisations.models import Organisation, OrganisationSpelling
from tenun.partnership.models import PersonalLink, Programme, ProgrammeStep


def programmes() -> QuerySet[Programme]:
    """Every programme with owner, partners and capacities. Five queries."""
    together = ("owner__refs", "partners__organisation__refs", "capacities")
    return Programme.objects.select_related("owner").prefetch_related(*together).order_by("title", "pk")


def programme_behind(link: PersonalLink) -> Programme:
    """The programme that the link asks about."""
    return programmes().get(pk=link.subject_id)


def record_of(programme: Programme) -> ProgrammeRecord:
    """The programme as every file writes it; needs what `programmes` fetches."""
    money = Money(amount=programme.money_amount, currency=programme.money_currency) if programme.money_amount else None
    return ProgrammeRecord(
        identifier=programme.identifier,
        title=programme.title,
        owner=_named(programme.owner),
        description=programme.description,
        partners=tuple(
            Partner(role=PartnerRole(each.role), organisation=_named(each.organisation))
            for each in programme.partners.all()
        ),
        services=tuple(ServiceLine(each) for each in programme.services),
        phases=tuple(Phase(each) for each in programme.phases),
        target_group=programme.target_group,
        districts=tuple(programme.districts),
        planned_start=programme.planned_start,
        actual_start=programme.actual_start,
        planned_end=programme.planned_end,
        actual_end=programme.actual_end,
        status=ProgrammeStatus(programme.status),
        capacities=tuple(
            Capacity(starts_on=each.starts_on, ends_on=each.ends_on, places=each.places, district=each.district_code)
            for each in programme.capacities.all()
        ),
        entry_words=programme.entry_words,
        entry_rules=read_entry_rules(programme.entry_rules),
        money=money,
        contact=Contact(
            name=programme.contact_name,
            post=programme.contact_post,
            email=programme.contact_email or "",
            telephone=programme.contact_phone or "",
        ),
        source=programme.source,
        source_url=programme.source_url,
        checked_on=programme.checked_on,
        problem=Problem(programme.problem) if programme.problem else None,
        gcm_objectives=tuple(programme.gcm_objectives),
        sectors=tuple(programme.sectors),
        counterpart=programme.counterpart,
        budget_code=programme.budget_code,
        fit=Fit(programme.fit) if programme.fit else None,
        next_step=programme.next_step,
        kept=programme.kept,
    )


def _named(organisation: Organisation) -> OrganisationNamed:
    ref = next((each.value for each in organisation.refs.all()), "")
    return OrganisationNamed(name=organisation.name, ref=ref, type_code=organisation.type_code)


def stale_among(found: Iterable[Programme], on: date) -> list[Programme]:
    """Those whose owner has to be asked again."""
    return [each for each in found if is_stale(record_of(each), on)]


def steps_of(programme: Programme) -> list[ProgrammeStep]:
    """Its changes of status and the words of its owner, the newest first. One query."""
    return list(programme.steps.select_related("by").order_by("-pk"))


def taking_people_of(district: str) -> list[Programme]:
    """Running and agreed programmes that work in that district, with their owners. One query."""
    here = Q(districts=[]) | Q(districts__contains=[district])
    taking = Programme.objects.filter(here, status__in=[ProgrammeStatus.RUNNING, ProgrammeStatus.AGREED])
    return list(taking.select_related("owner").order_by("title", "pk"))


def organisations_named(name: str) -> QuerySet[Organisation]:
    """Every organisation whose name holds these letters, with references, spellings and `owns`, its programmes.

    Three queries.
    """
    spellings = Prefetch("spellings", OrganisationSpelling.objects.order_by("spelling"))
    found = Organisation.objects.filter(name__icontains=name) if name else Organisation.objects.all()
    return found.prefetch_related("refs", spellings).annotate(owns=Count("programmes")).order_by("name")
