"""What our words are in IATI, and what IATI has no word for.

IATI has codes for roles, kinds of dates and a coarse status. The rest is said by tags of our own vocabularies (99, told
apart by their address) and by elements of our own namespace; a reader who knows neither loses nothing else.
"""

from collections.abc import Mapping
from types import MappingProxyType

from tenun.domain.programmes import PartnerRole, ProgrammeStatus

NAMESPACE = "urn:tenun:programme"
"""The namespace of our own elements and attributes."""
PREFIX = "tenun"
OWN_VOCABULARY = "99"
"""A vocabulary of the publisher's own (IATI codelist TagVocabulary)."""

SERVICE = "urn:tenun:service-line"
PHASE = "urn:tenun:phase"
STATUS = "urn:tenun:programme-status"
PROBLEM = "urn:tenun:problem"
GCM = "urn:tenun:gcm-objective"
CAPACITY = "urn:tenun:capacity"
PLACES = "places"
KEMENDAGRI = "kemendagri:"
"""What stands before a Kemendagri code in the name of a location; no codelist of IATI has a vocabulary for it."""
DAC = "1"
COUNTRY = "ID"
GENERAL, TARGET_GROUP = "1", "3"
"""Kinds of description (codelist DescriptionType)."""

ROLES: Mapping[str, PartnerRole] = MappingProxyType(
    {
        "1": PartnerRole.FUNDING,
        "2": PartnerRole.ACCOUNTABLE,
        "3": PartnerRole.EXTENDING,
        "4": PartnerRole.IMPLEMENTING,
    }
)
ROLE_CODES = {role: code for code, role in ROLES.items()}

STATUSES: Mapping[str, ProgrammeStatus] = MappingProxyType(
    {
        "1": ProgrammeStatus.IDEA,
        "2": ProgrammeStatus.RUNNING,
        "3": ProgrammeStatus.ENDED,
        "4": ProgrammeStatus.ENDED,
        "5": ProgrammeStatus.ENDED,
        "6": ProgrammeStatus.ENDED,
    }
)
"""What a coarse status says at least: a pipeline is no more than an idea, a suspended programme takes nobody."""
STATUS_CODES: Mapping[ProgrammeStatus, str] = MappingProxyType(
    {
        ProgrammeStatus.IDEA: "1",
        ProgrammeStatus.OFFERED: "1",
        ProgrammeStatus.AGREED: "1",
        ProgrammeStatus.RUNNING: "2",
        ProgrammeStatus.ENDED: "4",
    }
)
NOT_ON_TIME: Mapping[str, str] = MappingProxyType({"5": "cancelled", "6": "suspended"})

DATES: Mapping[str, str] = MappingProxyType(
    {"1": "planned_start", "2": "actual_start", "3": "planned_end", "4": "actual_end"}
)
"""The field of each kind of date."""
