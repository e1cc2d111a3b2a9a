"""The sheets that are known: an office's own list, and a list of Sisko by origin. One table says how each is read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tenun.formats.cells import Cell
from tenun.formats.columns import COLUMNS, Column
from tenun.formats.dossiers import Reading, read_dossier, read_sheet
from tenun.formats.sisko import NUMBER, SISKO_COLUMNS, read_sisko_row, read_sisko_sheet
from tenun.formats.spreadsheet import NAME, Sheet
from tenun.intake.enums import ListKind


def _office_row(cells: Mapping[str, Cell], row: int) -> Reading:
    dossier, problems = read_dossier(cells, row)
    return Reading(row, dossier, tuple(problems), cells)


@dataclass(frozen=True, slots=True)
class KnownSheet:
    """A kind of sheet. A header that has all of `own` is one of ours and is read without asking."""

    columns: Mapping[str, Column]
    own: frozenset[str]
    read_row: Callable[[Mapping[str, Cell], int], Reading]
    read_sheet: Callable[[Sheet], Iterator[Reading]]


SHEETS: Mapping[str, KnownSheet] = MappingProxyType(
    {
        ListKind.OFFICE: KnownSheet(COLUMNS, frozenset({NAME}), _office_row, read_sheet),
        ListKind.SISKO: KnownSheet(SISKO_COLUMNS, frozenset({NAME, NUMBER}), read_sisko_row, read_sisko_sheet),
    }
)
"""How each kind of list is read."""
