"""The ability table: what a role may do at all. Written by hand, tested row by row.

Each URL names exactly one ability. Row-level security stands behind this table and does not know it.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from tenun.organisations.enums import TOGETHER, Role
from tenun.organisations.queries import Standing


class Ability(StrEnum):
    """Everything a page or an action may ask for."""

    OPEN_DESK = "open_desk"
    SEARCH_PERSONS = "search_persons"
    EXPORT_QUEUE = "export_queue"
    ACT_TOGETHER = "act_together"
    KEEP_VIEWS = "keep_views"
    READ_PERSON = "read_person"
    REGISTER_PERSON = "register_person"
    RECORD_PAPER = "record_paper"
    IMPORT_PEOPLE = "import_people"
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
    CHOOSE_TARGET = "choose_target"
    ADVANCE_JOURNEY = "advance_journey"
    HAND_OVER = "hand_over"
    SEE_HELD = "see_held"
    CLOSE_REFERRAL = "close_referral"
    OPEN_IN_EMERGENCY = "open_in_emergency"
    REVIEW_EMERGENCY = "review_emergency"
    PRINT_PLAN = "print_plan"
    READ_LOG = "read_log"
    READ_SCAN = "read_scan"
    OPEN_VILLAGE = "open_village"
    NOTE_MOVEMENT = "note_movement"
    REPORT_RECRUITER = "report_recruiter"
    READ_REPORTS = "read_reports"
    READ_REPORT_OF_DISTRICT = "read_report_of_district"
    SEND_REPORT = "send_report"
    SIMULATE_RULES = "simulate_rules"
    READ_PROGRAMMES = "read_programmes"
    KEEP_PROGRAMMES = "keep_programmes"
    IMPORT_PROGRAMMES = "import_programmes"
    KEEP_ORGANISATIONS = "keep_organisations"
    READ_OUTCOMES = "read_outcomes"
    KEEP_SELF_ASSESSMENT = "keep_self_assessment"
    READ_READINESS_OF_DISTRICTS = "read_readiness_of_districts"
    KEEP_READINESS_OF_DISTRICT = "keep_readiness_of_district"
    READ_MEETINGS = "read_meetings"
    KEEP_MEETINGS = "keep_meetings"
    PUBLISH_MEETING = "publish_meeting"
    READ_PROMISES = "read_promises"
    KEEP_PROMISES = "keep_promises"
    PROPOSE_PROGRAMME = "propose_programme"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_POSTS = "manage_posts"


_TERRITORY = frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROVINCE, Role.PROTECTION})

ABILITIES: Mapping[Ability, frozenset[Role]] = MappingProxyType(
    {
        Ability.OPEN_DESK: frozenset(Role),
        Ability.SEARCH_PERSONS: _TERRITORY,
        Ability.EXPORT_QUEUE: frozenset({Role.COUNTER, Role.BP3MI, Role.PROVINCE}),
        Ability.ACT_TOGETHER: frozenset({Role.COUNTER}),
        Ability.KEEP_VIEWS: _TERRITORY,
        Ability.READ_PERSON: _TERRITORY,
        Ability.REGISTER_PERSON: frozenset({Role.VILLAGE, Role.COUNTER}),
        Ability.RECORD_PAPER: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROTECTION}),
        Ability.IMPORT_PEOPLE: frozenset({Role.COUNTER}),
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
        Ability.READ_READERS: frozenset({Role.COUNTER, Role.PROVINCE}),
        Ability.CHOOSE_TARGET: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI}),
        Ability.ADVANCE_JOURNEY: _TERRITORY,
        Ability.HAND_OVER: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROVINCE}),
        Ability.SEE_HELD: frozenset({Role.PROTECTION}),
        Ability.CLOSE_REFERRAL: frozenset({Role.PROTECTION}),
        Ability.OPEN_IN_EMERGENCY: frozenset({Role.COUNTER, Role.BP3MI, Role.PROVINCE}),
        Ability.REVIEW_EMERGENCY: frozenset({Role.PROTECTION, Role.COUNTER}),
        Ability.PRINT_PLAN: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI}),
        Ability.READ_LOG: frozenset({Role.AUDITOR}),
        Ability.OPEN_VILLAGE: frozenset({Role.VILLAGE}),
        Ability.NOTE_MOVEMENT: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI}),
        Ability.REPORT_RECRUITER: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI}),
        Ability.READ_REPORTS: frozenset({Role.PROTECTION, Role.TASK_FORCE, Role.BP3MI}),
        Ability.READ_REPORT_OF_DISTRICT: frozenset({Role.COUNTER, Role.PROVINCE}),
        Ability.SEND_REPORT: frozenset({Role.COUNTER}),
        # Who writes the rules, and who answers for the province that they change; a district has no say in them.
        Ability.SIMULATE_RULES: frozenset({Role.EDITOR, Role.PROVINCE}),
        Ability.READ_PROGRAMMES: TOGETHER,
        # A partner keeps the programmes of its own; the province, which has the map, those of everybody.
        Ability.KEEP_PROGRAMMES: frozenset({Role.PARTNER, Role.PROVINCE}),
        Ability.IMPORT_PROGRAMMES: frozenset({Role.PROVINCE}),
        Ability.KEEP_ORGANISATIONS: frozenset({Role.PROVINCE}),
        Ability.READ_OUTCOMES: TOGETHER,
        Ability.KEEP_SELF_ASSESSMENT: frozenset({Role.PROVINCE}),
        Ability.READ_READINESS_OF_DISTRICTS: TOGETHER,
        # A counter that of its own districts, the province that of all.
        Ability.KEEP_READINESS_OF_DISTRICT: frozenset({Role.COUNTER, Role.PROVINCE}),
        Ability.READ_MEETINGS: TOGETHER,
        Ability.KEEP_MEETINGS: frozenset({Role.PROVINCE, Role.EDITOR}),
        Ability.PUBLISH_MEETING: frozenset({Role.PROVINCE}),
        Ability.READ_PROMISES: TOGETHER,
        # A partner says what became of the promises of its own organisation; the province keeps the ledger.
        Ability.KEEP_PROMISES: frozenset({Role.PARTNER, Role.PROVINCE}),
        Ability.PROPOSE_PROGRAMME: frozenset({Role.PROVINCE, Role.COUNTER}),
        Ability.READ_SCAN: frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROTECTION}),
        Ability.MANAGE_ACCOUNTS: frozenset({Role.ADMIN}),
        Ability.MANAGE_POSTS: frozenset({Role.ADMIN}),
    }
)

READING = frozenset(
    {
        Ability.READ_PERSON,
        Ability.READ_CONTACTS,
        Ability.OPEN_CONTACT,
        Ability.OPEN_NUMBER,
        Ability.READ_SCAN,
        Ability.READ_READERS,
        Ability.READ_HISTORY,
    }
)
"""What an opening in an emergency leaves of the abilities of a post: to read, and to end it."""


def may(standing: Standing, ability: Ability) -> bool:
    """Whether any of her posts carries the ability, and nothing narrows it at the moment."""
    carried = not standing.roles.isdisjoint(ABILITIES[ability])
    return carried and (standing.only is None or ability in standing.only)
