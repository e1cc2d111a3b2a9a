"""The states a person can be ready for, in the one order of the design, for requirements to name.

The order is agreement, medical, passport, contract, visa, insurance, clearance; it stands here once.
"""

from enum import StrEnum


class ReadyState(StrEnum):
    """A journey state that papers and skills must hold for; the members stand in the order of the way."""

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
        """The place on the way, counted from 0. Compare by this: the texts themselves sort by alphabet.

        >>> ReadyState.INSURED.order < ReadyState.CLEARED.order
        True
        """
        return _ORDER[self]

    def reaches(self, other: "ReadyState") -> bool:
        """Whether someone ready for this state is also ready for `other`, because `other` is not later.

        >>> ReadyState.PASSPORT_OK.reaches(ReadyState.MEDICAL_FIT)
        True
        >>> ReadyState.PASSPORT_OK.reaches(ReadyState.CONTRACT_SIGNED)
        False
        """
        return self.order >= other.order


READY_STATES: tuple[ReadyState, ...] = tuple(ReadyState)
"""The states in their order, first to last."""

_ORDER = {state: place for place, state in enumerate(READY_STATES)}
