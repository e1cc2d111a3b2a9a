"""The tables of partnership, one module a thing."""

from tenun.partnership.models.links import PersonalLink
from tenun.partnership.models.needs import Need, NeedShown, Proposal
from tenun.partnership.models.programmes import (
    Programme,
    ProgrammeCapacity,
    ProgrammePartner,
    ProgrammeStep,
)

__all__ = [
    "Need",
    "NeedShown",
    "PersonalLink",
    "Programme",
    "ProgrammeCapacity",
    "ProgrammePartner",
    "ProgrammeStep",
    "Proposal",
]
