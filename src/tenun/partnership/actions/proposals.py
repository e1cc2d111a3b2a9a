"""Keeping the draft of a proposal. One transaction."""

from django.db import transaction

from tenun.domain.programmes import ServiceLine
from tenun.organisations.models import Organisation, User
from tenun.partnership.models import Proposal
from tenun.shared.clock import now


@transaction.atomic
def keep_proposal(
    *, district: str, service: ServiceLine, partner: Organisation, people: str, text: str, by: User
) -> Proposal:
    """A letter about one gap as it was drafted, with the number of people as it was shown that day."""
    return Proposal.objects.create(
        district_code=district, service=service, partner=partner, people=people, text=text, by=by, at=now()
    )
