"""When the owner of a programme is asked again, and where a programme may go."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tenun.domain.programmes import (
    FOLLOWS,
    STALE_AFTER_DAYS,
    STALE_AFTER_END_DAYS,
    OrganisationNamed,
    ProgrammeRecord,
    ProgrammeStatus,
    is_stale,
)

CHECKED = date(2026, 7, 1)
RUNNING = ProgrammeRecord(
    identifier="X-1",
    title="Kelas bahasa",
    owner=OrganisationNamed(name="Kantor rekaan"),
    status=ProgrammeStatus.RUNNING,
    checked_on=CHECKED,
)


@pytest.mark.parametrize(
    ("changed", "days", "stale"),
    [
        ({}, STALE_AFTER_DAYS, False),
        ({}, STALE_AFTER_DAYS + 1, True),
        ({"checked_on": None}, 0, True),
        ({"status": ProgrammeStatus.ENDED}, 1000, False),
        ({"planned_end": CHECKED}, STALE_AFTER_END_DAYS, False),
        ({"planned_end": CHECKED}, STALE_AFTER_END_DAYS + 1, True),
        ({"planned_end": CHECKED, "actual_end": CHECKED + timedelta(90)}, STALE_AFTER_END_DAYS + 1, False),
    ],
)
def test_an_entry_goes_stale_by_itself(changed, days, stale):
    assert is_stale(replace(RUNNING, **changed), CHECKED + timedelta(days)) is stale


def test_what_is_says_itself_before_what_was_planned():
    record = replace(RUNNING, planned_start=date(2026, 1, 1), actual_start=date(2026, 2, 1))
    assert record.starts_on == date(2026, 2, 1)
    assert record.ends_on is None


def test_every_status_has_a_way_on_and_none_to_itself():
    assert set(FOLLOWS) == set(ProgrammeStatus)
    assert all(after and status not in after for status, after in FOLLOWS.items())
