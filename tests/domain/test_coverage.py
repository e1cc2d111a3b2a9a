"""Which cell of the map is a gap, which an overlap, and how many people its programmes take."""

from dataclasses import replace
from datetime import date

import pytest

from tenun.domain.coverage import COUNTED, Cell, CellState, cells, gaps, overlaps, size_of
from tenun.domain.disclosure import CLOSED, FEW
from tenun.domain.programmes import Capacity, OrganisationNamed, ProgrammeRecord, ProgrammeStatus, ServiceLine

ON = date(2026, 11, 24)
MALAKA, BELU = "53.21", "53.04"
YEAR = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
CLASSES = ProgrammeRecord(
    identifier="X-1",
    title="Kelas",
    owner=OrganisationNamed(name="Kantor"),
    services=(ServiceLine.SKILLS,),
    districts=(MALAKA,),
    status=ProgrammeStatus.RUNNING,
)


def cell(need, *records, district=MALAKA, service=ServiceLine.SKILLS):
    found = cells([district], {(district, service): need}, enumerate(records), ON)
    return found[district, service]


@pytest.mark.parametrize(
    ("need", "records", "state"),
    [
        (0, [], CellState.NOTHING),
        (12, [], CellState.GAP),
        (FEW, [], CellState.GAP),
        (CLOSED, [], CellState.GAP),
        (12, [CLASSES], CellState.COVERED),
        (0, [CLASSES, CLASSES], CellState.OVERLAP),
        (12, [replace(CLASSES, districts=())], CellState.COVERED),
        (12, [replace(CLASSES, districts=(BELU,))], CellState.GAP),
        (12, [replace(CLASSES, services=(ServiceLine.DATA,))], CellState.GAP),
        *[
            (12, [replace(CLASSES, status=status)], CellState.GAP)
            for status in ProgrammeStatus
            if status is not ProgrammeStatus.RUNNING
        ],
    ],
)
def test_what_a_cell_says(need, records, state):
    assert cell(need, *records).state is state


@pytest.mark.parametrize(
    ("districts", "capacities", "places", "shared"),
    [
        ((MALAKA,), [], None, None),
        ((MALAKA,), [Capacity(**YEAR, places=30)], 30, None),
        ((MALAKA, BELU), [Capacity(**YEAR, places=30)], None, 30),
        ((MALAKA, BELU), [Capacity(**YEAR, places=30, district=MALAKA), Capacity(**YEAR, places=9)], 30, 9),
        ((), [Capacity(**YEAR, places=30, district=BELU)], None, None),
        ((MALAKA,), [Capacity(starts_on=date(2025, 1, 1), ends_on=date(2025, 12, 31), places=30)], None, None),
        ((MALAKA,), [Capacity(starts_on=date(2025, 7, 1), ends_on=date(2026, 1, 1), places=30)], 30, None),
        ((MALAKA,), [Capacity(**YEAR, places=30), Capacity(**YEAR, places=5, district=MALAKA)], 35, None),
    ],
)
def test_how_many_it_takes_there_this_year(districts, capacities, places, shared):
    (offer,) = cell(12, replace(CLASSES, districts=districts, capacities=tuple(capacities))).offers
    assert (offer.places, offer.shared) == (places, shared)


def test_the_places_of_a_cell_are_those_that_somebody_said():
    takes = replace(CLASSES, capacities=(Capacity(**YEAR, places=30),))
    assert cell(12, CLASSES).places is None
    assert cell(12, CLASSES, takes, takes).places == 60


def test_what_was_never_counted_is_not_zero():
    found = cells([MALAKA], {}, [], ON, counted=False)
    assert {each.need for each in found.values()} == {None}
    assert gaps(found.values()) == []


def test_every_district_has_every_counted_service():
    found = cells([MALAKA, BELU], {}, [], ON)
    assert set(found) == {(district, service) for district in (MALAKA, BELU) for service in COUNTED}


def test_the_most_people_come_first():
    made = [Cell(MALAKA, ServiceLine.SKILLS, need, ()) for need in (FEW, 9, 412, 0)]
    assert [each.need for each in gaps(made)] == [412, 9, FEW]
    assert [size_of(need) for need in (None, 0, FEW, CLOSED, 7)] == [0, 0, 4, 4, 7]


def test_overlaps_are_told_apart():
    made = [cell(5, CLASSES), cell(5, CLASSES, CLASSES), cell(5, CLASSES, CLASSES, CLASSES)]
    assert [len(each.offers) for each in overlaps(made)] == [3, 2]
