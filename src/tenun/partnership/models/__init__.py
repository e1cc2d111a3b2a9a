"""The tables of partnership, one module a thing."""

from tenun.partnership.models.links import PersonalLink
from tenun.partnership.models.needs import Need, NeedShown, Proposal
from tenun.partnership.models.programmes import (
    Programme,
    ProgrammeCapacity,
    ProgrammePartner,
    ProgrammeStep,
)
from tenun.partnership.models.readiness import ConfirmationDue, ServiceEntry
from tenun.partnership.models.self_assessment import SelfAnswer, SelfQuestion

__all__ = [
    "ConfirmationDue",
    "Need",
    "NeedShown",
    "PersonalLink",
    "Programme",
    "ProgrammeCapacity",
    "ProgrammePartner",
    "ProgrammeStep",
    "Proposal",
    "SelfAnswer",
    "SelfQuestion",
    "ServiceEntry",
]
