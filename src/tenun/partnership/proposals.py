"""Drafts to partners that were kept, by the gap they are about."""

from tenun.domain.programmes import ServiceLine
from tenun.partnership.models import Proposal


class ProposalNotFound(Exception):  # noqa: N818  There is no such proposal for whoever asks.
    """There is no such proposal, or none in the scope of whoever asks; nobody is told which."""


def proposals_about(district: str, service: ServiceLine) -> list[Proposal]:
    """Every draft about one cell of the map. One query."""
    found = Proposal.objects.filter(district_code=district, service=service)
    return list(found.select_related("partner", "by").order_by("pk"))


def get_proposal(proposal_id: int) -> Proposal:
    """One draft with its partner. Raises `ProposalNotFound`."""
    found = Proposal.objects.select_related("partner", "by").filter(pk=proposal_id).first()
    if found is None:
        raise ProposalNotFound
    return found
