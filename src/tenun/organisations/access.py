"""The ability table: what a role may do at all. Written by hand, tested row by row.

Each URL names exactly one ability. Row-level security stands behind this table and does not know it.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from tenun.organisations.enums import Role
from tenun.organisations.queries import Standing


class Ability(StrEnum):
    """Everything a page or an action may ask for."""

    OPEN_DESK = "open_desk"
    SEARCH_PERSONS = "search_persons"
    READ_PERSON = "read_person"
    REGISTER_PERSON = "register_person"
    RECORD_PAPER = "record_paper"
    CHANGE_PERSON = "change_person"
    READ_CONTACTS = "read_contacts"
    KEEP_CONTACTS = "keep_contacts"
    OPEN_CONTACT = "open_contact"
    KEEP_CONSENTS = "keep_consents"
    COMPARE_FILES = "compare_files"
    MERGE_FILES = "merge_files"
    ASK_TRANSFER = "ask_transfer"
    ANSWER_TRANSFER = "answer_transfer"
    READ_HISTORY = "read_history"
    OPEN_NUMBER = "open_number"
    READ_READERS = "read_readers"


_TERRITORY = frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROVINCE, Role.PROTECTION})

ABILITIES: Mapping[Ability, frozenset[Role]] = MappingProxyType(
    {
        Ability.OPEN_DESK: frozenset(Role),
        Ability.SEARCH_PERSONS: _TERRITORY,
        Ability.READ_PERSON: _TERRITORY,
        Ability.REGISTER_PERSON: frozenset({Role.VILLAGE, Role.COUNTER}),
        Ability.RECORD_PAPER: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI}),
        Ability.CHANGE_PERSON: frozenset({Role.VILLAGE, Role.COUNTER}),
        Ability.READ_CONTACTS: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROTECTION}),
        Ability.KEEP_CONTACTS: frozenset({Role.VILLAGE, Role.COUNTER, Role.PROTECTION}),
        Ability.OPEN_CONTACT: frozenset({Role.COUNTER, Role.BP3MI, Role.PROTECTION}),
        Ability.KEEP_CONSENTS: frozenset({Role.VILLAGE, Role.COUNTER}),
        Ability.COMPARE_FILES: frozenset({Role.VILLAGE, Role.COUNTER}),
        Ability.MERGE_FILES: frozenset({Role.COUNTER}),
        Ability.ASK_TRANSFER: frozenset({Role.VILLAGE, Role.COUNTER}),
        Ability.ANSWER_TRANSFER: frozenset({Role.COUNTER}),
        Ability.READ_HISTORY: frozenset({Role.COUNTER, Role.PROVINCE}),
        Ability.OPEN_NUMBER: frozenset({Role.COUNTER, Role.BP3MI}),
        Ability.READ_READERS: frozenset({Role.AUDITOR, Role.COUNTER, Role.PROVINCE}),
    }
)


def may(standing: Standing, ability: Ability) -> bool:
    """Whether any of her posts carries the ability."""
    return not standing.roles.isdisjoint(ABILITIES[ability])
