"""The tables of partnership, one module a thing."""

from tenun.partnership.models.commitments import Commitment, CommitmentEntry, CommitmentWords
from tenun.partnership.models.links import PersonalLink
from tenun.partnership.models.meeting_texts import MeetingStep, MeetingText, PressProposal
from tenun.partnership.models.meetings import ExpectedResult, Meeting, MeetingPoint
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
    "Commitment",
    "CommitmentEntry",
    "CommitmentWords",
    "ConfirmationDue",
    "ExpectedResult",
    "Meeting",
    "MeetingPoint",
    "MeetingStep",
    "MeetingText",
    "Need",
    "NeedShown",
    "PersonalLink",
    "PressProposal",
    "Programme",
    "ProgrammeCapacity",
    "ProgrammePartner",
    "ProgrammeStep",
    "Proposal",
    "SelfAnswer",
    "SelfQuestion",
    "ServiceEntry",
]
