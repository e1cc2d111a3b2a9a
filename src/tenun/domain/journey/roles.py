"""The roles that may enter an event, as the design names them (section 4)."""

from enum import StrEnum


class Role(StrEnum):
    """The role of a post, and the two narrow scopes of people without an account."""

    VILLAGE = "village"
    COUNTER = "counter"
    TRAINING = "training"
    AGENCY = "agency"
    PROTECTION = "protection"
    BP3MI = "bp3mi"
    MISSION = "mission"
    PARTNER = "partner"
    PROVINCE = "province"
    TASK_FORCE = "task_force"
    EDITOR = "editor"
    AUDITOR = "auditor"
    ADMIN = "admin"
    TICKET = "ticket"
    STEP_LINK = "step_link"


ANYONE = frozenset(Role)
"""A case may be reported by anyone, the worker and her family included."""

OFFICES = frozenset({Role.COUNTER, Role.BP3MI, Role.PROVINCE})
"""The offices that serve a person at a counter."""

CARE = frozenset({Role.PROTECTION, Role.BP3MI, Role.MISSION, Role.PROVINCE, Role.TASK_FORCE})
"""The offices that look after a person in trouble."""

FIELD = OFFICES | CARE | {Role.VILLAGE, Role.PARTNER}
"""Everyone who may hear, first of all, what happened to a person."""
