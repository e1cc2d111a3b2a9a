"""Need beside supply: for each district and service the people who wait and the programmes that take them.

A cell with people and no programme is a gap, one with two programmes or more an overlap to talk about (handbook
standards 4). Both are seen without a whole number: `<5` is need too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tenun.domain.disclosure import Count
from tenun.domain.programmes import ProgrammeRecord, ProgrammeStatus, ServiceLine

COUNTED = (
    ServiceLine.INFORMATION,
    ServiceLine.DOCUMENTS,
    ServiceLine.SKILLS,
    ServiceLine.PLACEMENT,
    ServiceLine.PROTECTION,
    ServiceLine.RETURN,
)
"""Services of which people are in need; data and the training of officials serve offices."""
OVERLAP = 2


class CellState(StrEnum):
    """What a cell of the map says."""

    NOTHING = "nothing"
    COVERED = "covered"
    GAP = "gap"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class Offer:
    """A running programme at one place: which, how many it takes there this year, how many wherever it works.

    `places` is None when nobody said it; `shared` are places of several districts together.
    """

    key: int
    record: ProgrammeRecord
    places: int | None
    shared: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One district and one service. `need` is None when it was never counted."""

    district: str
    service: ServiceLine
    need: Count | None
    offers: tuple[Offer, ...]

    @property
    def state(self) -> CellState:
        """Gap, overlap, covered, or nothing to say."""
        if len(self.offers) >= OVERLAP:
            return CellState.OVERLAP
        if self.offers:
            return CellState.COVERED
        return CellState.GAP if self.need else CellState.NOTHING

    @property
    def places(self) -> int | None:
        """How many people the programmes take here this year; None when no programme said it."""
        said = [offer.places for offer in self.offers if offer.places is not None]
        return sum(said) if said else None


def runs_at(record: ProgrammeRecord, service: ServiceLine, district: str) -> bool:
    """Whether it gives that service there now; a programme without districts works in the whole province."""
    is_there = not record.districts or district in record.districts
    return record.status is ProgrammeStatus.RUNNING and service in record.services and is_there


def cells(
    districts: Sequence[str],
    needs: Mapping[tuple[str, ServiceLine], Count],
    programmes: Iterable[tuple[int, ProgrammeRecord]],
    on: date,
    counted: bool = True,
) -> dict[tuple[str, ServiceLine], Cell]:
    """Every cell of the map. A pair that is not among counted `needs` is zero."""
    known = list(programmes)
    found = {}
    for district in districts:
        for service in COUNTED:
            offers = tuple(
                Offer(key, record, *_places(record, district, on))
                for key, record in known
                if runs_at(record, service, district)
            )
            need = needs.get((district, service), 0) if counted else None
            found[district, service] = Cell(district, service, need, offers)
    return found


def _places(record: ProgrammeRecord, district: str, on: date) -> tuple[int | None, int | None]:
    """Places of the calendar year of that day, here and wherever it works."""
    first, last = date(on.year, 1, 1), date(on.year, 12, 31)
    this_year = [each for each in record.capacities if each.starts_on <= last and each.ends_on >= first]
    only_here = record.districts == (district,)
    here = [each.places for each in this_year if each.district == district or (only_here and not each.district)]
    shared = [each.places for each in this_year if not each.district and not only_here]
    return (sum(here) if here else None), (sum(shared) if shared else None)


def size_of(need: Count | None) -> int:
    """For ordering alone: a hidden number stands between zero and five, a closed one among the middle ones."""
    if isinstance(need, int):
        return need
    return 0 if need is None else 4


def gaps(found: Iterable[Cell]) -> list[Cell]:
    """Cells with people and no programme, the most people first."""
    wanted = [cell for cell in found if cell.state is CellState.GAP]
    return sorted(wanted, key=lambda cell: (-size_of(cell.need), cell.district, cell.service))


def overlaps(found: Iterable[Cell]) -> list[Cell]:
    """Cells with several programmes, the most of them first."""
    wanted = [cell for cell in found if cell.state is CellState.OVERLAP]
    return sorted(wanted, key=lambda cell: (-len(cell.offers), cell.district, cell.service))
