"""The columns of a Sisko list by origin, and one row of it in, with the person and what the list says of her steps.

Nobody has published what a list of SISKOP2MI looks like. These are our own names, to be confirmed; which header of a
list is which column is said by an officer once for each office. A cell of a step is a day, `ya` or `tidak`; empty, or
`-`, is "not there yet".
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from tenun.domain.papers import Dossier, PaperKind, PaperRecord, Proof
from tenun.domain.sisko import SiskoEntry, SiskoStep
from tenun.domain.words import Words
from tenun.formats.cells import Cell
from tenun.formats.columns import COLUMNS, Column, ColumnType, Group, Owner
from tenun.formats.dossiers import ColumnReader, Reading, RowValues, value_of
from tenun.formats.problems import Problem
from tenun.formats.spreadsheet import NAME, Sheet
from tenun.formats.values import parser_of

NUMBER = "sisko_nomor"


def _own(name: str, kind: ColumnType, field: str, words: Words, group: Group = Group.PLACEMENT) -> Column:
    return Column(name=name, group=group, type=kind, owner=Owner.SISKO, field=field, help=words)


_STEP_HELP = Words(
    id="Langkah di Sisko: tanggalnya, ya, atau kosong bila belum ada.",
    en="A step in Sisko: its date, ya (yes), or empty while it is not there.",
)
STEP_COLUMNS: Mapping[str, SiskoStep] = MappingProxyType({f"sisko_{step}": step for step in SiskoStep})
"""The step that each column of steps tells of."""
_ALL = (
    _own(
        NUMBER,
        ColumnType.NUMBER_TEXT,
        "number",
        Words(id="Nomor orang ini di Sisko, format Teks.", en="Her number in Sisko, format Text."),
        Group.PERSON,
    ),
    *(COLUMNS[name] for name in (NAME, "nik", "tanggal_lahir", "jenis_kelamin", "desa")),
    _own(
        "sisko_paspor",
        ColumnType.NUMBER_TEXT,
        "passport",
        Words(id="Nomor paspor menurut Sisko, format Teks.", en="Passport number in Sisko, format Text."),
        Group.PAPER,
    ),
    _own(
        "sisko_tujuan",
        ColumnType.TEXT,
        "destination",
        Words(id="Negara atau jabatan tujuan seperti tertulis.", en="Country or job as it is written."),
    ),
    _own(
        "sisko_p3mi",
        ColumnType.TEXT,
        "agency",
        Words(id="Perusahaan penempatan seperti tertulis.", en="Placement agency as it is written."),
    ),
    *(_own(name, ColumnType.STEP, step, _STEP_HELP) for name, step in STEP_COLUMNS.items()),
)
SISKO_COLUMNS: Mapping[str, Column] = MappingProxyType({column.name: column for column in _ALL})
"""Every column of a Sisko list by name."""

_READERS = {
    name: ColumnReader(0, column.field, parser_of(column), name, key=False, person_field=False)
    for name, column in SISKO_COLUMNS.items()
}


def read_sisko_row(cells: Mapping[str, Cell], row: int) -> Reading:
    """One row; without a dossier and an entry when a problem is an error. Unknown columns are passed over.

    What the list says of a passport is declared, as the rest of it.
    """
    found = RowValues(row)
    said: dict[str, Any] = {}
    for name, cell in cells.items():
        reader = _READERS.get(name)
        if reader is None:
            continue
        value = value_of(found, reader, cell)
        if value is not None:
            said[reader.field] = value
    if "name" not in said:
        found.problem("row.no_name", NAME)
    if any(each.is_error for each in found.problems):
        return Reading(row, None, tuple(found.problems), cells)
    # A column of the list whose cell is empty says that the step is not there; one that the list lacks says nothing.
    steps = {step: said.pop(step, False) for name, step in STEP_COLUMNS.items() if name in cells}
    own = {name: said.pop(name, "") for name in ("number", "passport", "destination", "agency")}
    passport = PaperRecord(proof=Proof.DECLARED, number=own["passport"])
    papers = {PaperKind.PASSPORT: passport} if own["passport"] else {}
    return Reading(row, Dossier(**said, papers=papers), tuple(found.problems), cells, SiskoEntry(**own, steps=steps))


def read_sisko_sheet(sheet: Sheet) -> Iterator[Reading]:
    """Every filled row of an open list, in order; empty cells of steps stand in `cells` as empty texts.

    Raises `UnreadableFile` when damage shows only now.
    """
    asked = {name: "" for name in sheet.columns.values() if name in STEP_COLUMNS}
    for row, cells in sheet.rows():
        shifted: Problem | None = sheet.shifted.pop(row, None)
        if shifted is not None:
            yield Reading(row, None, (shifted,), cells)
        else:
            yield read_sisko_row({**asked, **cells}, row)
