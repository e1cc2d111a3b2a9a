"""Who read what, entered through a connection of its own and committed before the answer leaves.

If the entry cannot be made, the reading does not happen: `ReadNotEntered` becomes an answer 503.
"""

from collections.abc import Iterable

from django.db import DatabaseError, connections

from tenun.shared.clock import now

OPEN_FILE, SEARCH, OPEN_NUMBER, READ_READERS = "open_file", "search", "open_number", "read_readers"
PRINT_PLAN, READ_LOG, OPEN_SCAN, READ_REPORTS = "print_plan", "read_log", "open_scan", "read_reports"
OPEN_CONTACT, READ_HISTORY, SEARCH_ELSEWHERE = "open_contact", "read_history", "search_elsewhere"
OPEN_IN_EMERGENCY, READ_EMERGENCIES, EXPORT_QUEUE = "open_in_emergency", "read_emergencies", "export_queue"
READ_MONTHLY, EXPORT_MONTHLY = "read_monthly", "export_monthly"
READ_LIST, EXPORT_OUTCOMES = "read_list", "export_outcomes"
SIMULATE_RULES, READ_RULE_TRIAL = "simulate_rules", "read_rule_trial"
EXPORT_PROGRAMMES = "export_programmes"


class ReadNotEntered(Exception):  # noqa: N818  The name says what did not happen.
    """The entry of a read could not be made, so nothing may be shown."""


def enter_read(*, user_id: int, roles: Iterable[str], act: str, person_id: int | None = None, detail: str = "") -> None:
    """Adds one entry. Raises `ReadNotEntered`."""
    try:
        with connections["audit"].cursor() as cursor:
            cursor.execute(
                "INSERT INTO shared_readentry (at, user_id, roles, act, person_id, detail)"
                " VALUES (%s, %s, %s, %s, %s, %s)",
                [now(), user_id, ",".join(sorted(roles))[:120], act, person_id, detail[:200]],
            )
    except DatabaseError as error:
        raise ReadNotEntered from error
