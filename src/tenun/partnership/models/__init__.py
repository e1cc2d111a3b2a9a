"""The tables of partnership, one module a thing."""

from tenun.partnership.models.links import PersonalLink
from tenun.partnership.models.programmes import (
    Programme,
    ProgrammeCapacity,
    ProgrammePartner,
    ProgrammeStep,
)

__all__ = ["PersonalLink", "Programme", "ProgrammeCapacity", "ProgrammePartner", "ProgrammeStep"]
