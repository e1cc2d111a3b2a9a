"""The journey states for which a person can be ready, in their order (design, section 3, *Due by*)."""

from enum import StrEnum


class ReadyState(StrEnum):
    """Agreement, medical, passport, contract, visa, insurance, clearance, departure: in this order."""

    MATCHED = "MATCHED"
    PLACEMENT_AGREED = "PLACEMENT_AGREED"
    MEDICAL_FIT = "MEDICAL_FIT"
    PASSPORT_OK = "PASSPORT_OK"
    CONTRACT_SIGNED = "CONTRACT_SIGNED"
    VISA_OK = "VISA_OK"
    INSURED = "INSURED"
    CLEARED = "CLEARED"
    DEPARTED = "DEPARTED"

    @property
    def order(self) -> int:
        """0 for MATCHED, rising to 8 for DEPARTED."""
        return READY_STATES.index(self)


READY_STATES: tuple[ReadyState, ...] = tuple(ReadyState)
