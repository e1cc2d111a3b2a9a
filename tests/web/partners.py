"""What offices and partners of the world of the tests do together: two of everything that a page can list."""

from dataclasses import replace
from io import BytesIO

from tests.partnership.conftest import RECORD, in_scope

from tenun.domain.programmes import Capacity, OrganisationNamed, PartnerRole, ServiceLine
from tenun.formats.programme_sheet import write_programmes
from tenun.intake.programme_lists import keep_list
from tenun.organisations.enums import OrganisationKind
from tenun.organisations.register import enter_organisation, keep_spelling
from tenun.partnership.actions.links import make_link
from tenun.partnership.actions.programmes import enter_programme
from tenun.partnership.actions.proposals import keep_proposal
from tenun.partnership.enums import LinkKind


def named(organisation):
    """An organisation as a file names it."""
    return OrganisationNamed(name=organisation.name)


def about_programmes(world, letter):
    """A further programme with a partner, a capacity and a link; a further organisation, spelling and proposal."""
    by = world.users["province"]
    with in_scope(by):
        owner = enter_organisation(name=f"Yayasan Rekaan {letter}", kind=OrganisationKind.PARTNER, ref=f"XX-{letter}")
        keep_spelling(organisation=owner, spelling=f"Yys. Rekaan {letter}", is_wrong=True, by=by)
        districts = ("53.04", "53.21")[: world.rounds + 1]
        record = replace(
            RECORD,
            identifier=f"REKAAN-{letter}",
            districts=(),
            services=(ServiceLine.DOCUMENTS, ServiceLine.SKILLS),
            entry_rules=(),
            capacities=tuple(
                Capacity(
                    starts_on=RECORD.capacities[0].starts_on,
                    ends_on=RECORD.capacities[0].ends_on,
                    places=9,
                    district=each,
                )
                for each in districts
            ),
        )
        made = enter_programme(record=record, owner=owner, partners=[(PartnerRole.FUNDING, owner)], by=by)
        world.programme = world.programme or made
        subject = world.programme.pk
        world.link = make_link(kind=LinkKind.PROGRAMME, subject_id=subject, addressee=f"Ani {letter}", by=by)
        others = [
            replace(record, identifier=f"R-{letter}-{each}", owner=named(owner)) for each in range(world.rounds + 1)
        ]
        buffer = BytesIO()
        write_programmes(buffer, others)
        world.file = keep_list(content=buffer.getvalue(), name=f"program-{letter}.xlsx", by=by)
        world.proposal = keep_proposal(
            district="53.04", service=ServiceLine.SKILLS, partner=owner, people="<5", text="Usulan rekaan", by=by
        )
