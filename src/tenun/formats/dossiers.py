"""One spreadsheet row in, one `Dossier` out, or the problems that keep it from being read.

A row with an error gives no dossier: judged without its wrong cell it might get a wrong verdict.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tenun.domain.papers import (
    CompetenceResult,
    CompetenceScheme,
    Dossier,
    LanguageResult,
    LanguageScale,
    PaperKind,
    PaperRecord,
    Proof,
)
from tenun.domain.sisko import SiskoEntry
from tenun.formats.cells import Cell, CellError, Formula, Plain
from tenun.formats.columns import COLUMNS, Column, Owner
from tenun.formats.problems import Problem
from tenun.formats.spellings import (
    SCHEME_NAMES,
    SCHEMES,
    TEST_NAMES,
    TESTS,
    allowed_levels,
    fold,
    rank,
)
from tenun.formats.spreadsheet import NAME, Sheet, open_sheet
from tenun.formats.values import CellProblem, Parser, parser_of

ABSENT_SIGN = "-"
_Values = dict[str, Any]


class _Absent:
    """The `-` in a key column: the paper is known to be absent."""


ABSENT = _Absent()


@dataclass(frozen=True, slots=True)
class Reading:
    """One row: its number in the sheet, its dossier if it has no error, its problems, its own cells."""

    row: int
    dossier: Dossier | None
    problems: tuple[Problem, ...]
    cells: Mapping[str, Cell]
    sisko: SiskoEntry | None = None
    """What a row of a Sisko list says beside the person; `tenun.formats.sisko` reads it."""


# The slots in which the values of a row gather: the person, each paper, each skill. Their indexes are plain
# integers, for they are looked up once a cell.
_PERSON, _COMPETENCE, _LANGUAGE, _LANGUAGE_2 = range(4)
_PAPER_SLOTS = {paper: index for index, paper in enumerate(PaperKind, 4)}
_OWNER_SLOTS = {
    Owner.PERSON: _PERSON,
    Owner.ROW: _PERSON,
    Owner.COMPETENCE: _COMPETENCE,
    Owner.LANGUAGE: _LANGUAGE,
    Owner.LANGUAGE_2: _LANGUAGE_2,
}


def _slot(column: Column) -> int:
    return _OWNER_SLOTS[column.owner] if column.paper is None else _PAPER_SLOTS[column.paper]


class ColumnReader(NamedTuple):
    """What is done with a cell of one column."""

    slot: int
    field: str
    parse: Parser
    name: str
    key: bool
    person_field: bool


_READERS: Mapping[str, ColumnReader] = {
    name: ColumnReader(_slot(column), column.field, parser_of(column), name, column.key, column.person_field)
    for name, column in COLUMNS.items()
}
_NAMES = {(reader.slot, reader.field): name for name, reader in _READERS.items()}


class RowValues:
    """What the cells of a row say so far: by slot, the values by field."""

    __slots__ = ("number", "problems", "slots")

    def __init__(self, number: int) -> None:
        self.number = number
        self.slots: dict[int, _Values] = {_PERSON: {}}
        self.problems: list[Problem] = []

    def problem(self, code: str, column: str, value: str | None = None, **details: Any) -> None:
        self.problems.append(Problem(code, self.number, column, value, tuple(details.items())))


def read_dossier(cells: Mapping[str, Cell], row: int) -> tuple[Dossier | None, list[Problem]]:
    """The dossier of one row, `None` when a problem is an error. Unknown columns are passed over.

    Empty = unknown, `-` in a paper's number (or its date, where it has none) = known to be absent; a paper of
    which every column is empty has no record (contract of `tenun template`). Texts are trimmed at both ends.
    """
    found = RowValues(row)
    slots = found.slots
    for name, cell in cells.items():
        reader = _READERS.get(name)
        if reader is None:
            continue
        value = value_of(found, reader, cell)
        if value is None:
            continue
        slot = reader[0]
        if slot in slots:
            slots[slot][reader[1]] = value
        else:
            slots[slot] = {reader[1]: value}
        if reader.person_field and value is not ABSENT:
            slots[_PERSON][reader[1]] = value
    if "name" not in slots[_PERSON]:
        found.problem("row.no_name", NAME)
    return _dossier(found), found.problems


def read_sheet(sheet: Sheet) -> Iterator[Reading]:
    """Every filled row of an open sheet, in order. Raises `UnreadableFile` when damage shows only now."""
    for row, cells in sheet.rows():
        shifted = sheet.shifted.pop(row, None)
        if shifted is not None:
            yield Reading(row, None, (shifted,), cells)
        else:
            dossier, problems = read_dossier(cells, row)
            yield Reading(row, dossier, tuple(problems), cells)


def read_dossiers(path: Path) -> Iterator[Reading]:
    """Open a spreadsheet and read every filled row; `open_sheet` and `read_sheet` also give its warnings."""
    return read_sheet(open_sheet(path))


def value_of(row: RowValues, reader: ColumnReader, cell: Cell) -> Any:
    """What the cell says, `ABSENT` for a `-` that counts, or `None`, with its problem on the list."""
    plain = cell.strip() if isinstance(cell, str) else _plain(row, reader, cell)
    if plain is None or plain == "":
        return None
    if plain == ABSENT_SIGN:
        return ABSENT if reader.key else None
    try:
        return reader.parse(plain)
    except CellProblem as problem:
        row.problem(problem.code, reader.name, problem.value, **problem.details)
        return None


def _plain(row: RowValues, reader: ColumnReader, cell: Cell) -> Plain | None:
    """The cell's own value; a formula's saved result with a warning; nothing for an error value."""
    if isinstance(cell, Formula):
        if cell.value is None:
            row.problem("cell.formula_without_value", reader.name, cell.text)
            return None
        if not isinstance(cell.value, CellError):
            row.problem("cell.formula", reader.name, cell.text)
        cell = cell.value
    if isinstance(cell, CellError):
        row.problem("cell.error_value", reader.name, cell.text)
        return None
    return cell.strip() if isinstance(cell, str) else cell


def _dossier(row: RowValues) -> Dossier | None:
    slots = row.slots
    person = slots[_PERSON]
    proof = person.pop("proof", Proof.DECLARED)
    papers = {paper: _record(row, slot, slots[slot], proof) for paper, slot in _PAPER_SLOTS.items() if slot in slots}
    competences = _competences(row, proof)
    languages = _languages(row, proof)
    if row.problems and any(problem.is_error for problem in row.problems):
        return None
    return Dossier(**person, papers=papers, competences=competences, languages=languages)


_SAYS_NOTHING = frozenset({"proof", "defect"})
_PERSON_FIELDS = {
    slot: tuple(reader.field for reader in _READERS.values() if reader.slot == slot and reader.person_field)
    for slot in _PAPER_SLOTS.values()
}


def _contradicted(row: RowValues, slot: int, values: _Values, *, beside: str = "") -> None:
    """A paper that is absent has no date and no name; what an officer noted of a lost one may stand."""
    absent = [name for name, value in values.items() if value is ABSENT]
    filled = [name for name in values if name not in absent and name not in _SAYS_NOTHING and name != beside]
    if filled:
        row.problem("row.absent_but_filled", _NAMES[slot, absent[0]], "-", filled=_NAMES[slot, filled[0]])


def _is_absent(values: _Values) -> bool:
    return ABSENT in values.values()


_SPANS = (("issued_on", "valid_until"), ("contract_start", "contract_end"))


def _in_order(row: RowValues, slot: int, values: _Values) -> None:
    """Nothing ends before it begins: one of the two dates is a slip."""
    for begin, end in _SPANS:
        if begin in values and end in values and values[end] < values[begin]:
            row.problem(
                "row.ends_before_it_begins", _NAMES[slot, end], values[end].isoformat(), begin=_NAMES[slot, begin]
            )


def _record(row: RowValues, slot: int, values: _Values, proof: Proof) -> PaperRecord:
    if _is_absent(values):
        _contradicted(row, slot, values)
        return PaperRecord(proof=Proof.ABSENT, defect=values.get("defect"))
    _in_order(row, slot, values)
    for name in _PERSON_FIELDS.get(slot, ()):
        values.pop(name, None)
    if "mrz1" in values or "mrz2" in values:
        first, second = values.pop("mrz1", None), values.pop("mrz2", None)
        if first and second:
            values["mrz"] = (first, second)
        else:
            row.problem("row.mrz_half", _NAMES[slot, "mrz1" if first else "mrz2"])
    values.setdefault("proof", proof)
    return PaperRecord(**values)


def _scale(row: RowValues, slot: int) -> LanguageScale | None:
    """The scale of a language test; nothing when it is not named or not known."""
    values = row.slots[slot]
    if "test" not in values:
        first = next(iter(values))
        row.problem("row.needs_column", _NAMES[slot, first], needed=_NAMES[slot, "test"])
        return None
    found = TESTS.get(fold(values["test"]))
    if found is None:
        row.problem("cell.test_unknown", _NAMES[slot, "test"], values["test"], known=", ".join(TEST_NAMES))
    return found


def _competences(row: RowValues, proof: Proof) -> tuple[CompetenceResult, ...]:
    values = row.slots.get(_COMPETENCE)
    if not values:
        return ()
    scheme = _scheme(row, values.get("scheme"))
    if not _is_absent(values):
        return (CompetenceResult(**{"proof": proof, **values, "scheme": scheme}),)
    _contradicted(row, _COMPETENCE, values, beside="scheme")
    # Whoever is known to have no certificate, of no scheme that is named, has none of any scheme.
    schemes = tuple(CompetenceScheme) if scheme is CompetenceScheme.OTHER else (scheme,)
    return tuple(CompetenceResult(scheme=each, proof=Proof.ABSENT) for each in schemes)


def _scheme(row: RowValues, text: Any) -> CompetenceScheme:
    """The scheme a text names. LSPs write it in many ways: one we do not know is another scheme, with a warning."""
    if text is None or text is ABSENT:
        return CompetenceScheme.OTHER
    found = SCHEMES.get(fold(text))
    if found is None:
        row.problem("cell.scheme_unknown", _NAMES[_COMPETENCE, "scheme"], text, known=", ".join(SCHEME_NAMES))
    return found or CompetenceScheme.OTHER


def _languages(row: RowValues, proof: Proof) -> tuple[LanguageResult, ...]:
    first, second = _language(row, _LANGUAGE, proof), _language(row, _LANGUAGE_2, proof)
    results = tuple(result for result in (first, second) if result is not None)
    if row.slots.get(_LANGUAGE, {}).get("test") is ABSENT:
        # She is known to have no test at all, so none on any scale but that of a second column.
        taken = {result.scale for result in results}
        absent = (scale for scale in LanguageScale if scale not in taken)
        results += tuple(LanguageResult(scale=scale, proof=Proof.ABSENT) for scale in absent)
    return results


def _language(row: RowValues, slot: int, proof: Proof) -> LanguageResult | None:
    values = row.slots.get(slot)
    if not values:
        return None
    absent = _is_absent(values)
    if absent:
        _contradicted(row, slot, values, beside="test")
        if values.get("test", ABSENT) is ABSENT:
            return None
    scale = _scale(row, slot)
    if scale is None:
        return None
    if absent:
        return LanguageResult(scale=scale, proof=Proof.ABSENT)
    return LanguageResult(
        scale=scale,
        proof=values.get("proof", proof),
        rank=_rank(row, slot, values.get("level"), scale),
        tested_on=values.get("tested_on"),
    )


def _rank(row: RowValues, slot: int, text: str | None, scale: LanguageScale) -> int | None:
    if text is None:
        return None
    try:
        return rank(scale, text)
    except ValueError:
        row.problem("cell.level_unknown", _NAMES[slot, "level"], text, allowed=allowed_levels(scale))
        return None
