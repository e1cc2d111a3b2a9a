"""One spreadsheet row in, one `Dossier` out, or the problems that keep it from being read.

A row with an error gives no dossier: judged without its wrong cell it might get a wrong verdict.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
from tenun.formats.cells import Cell, CellError, Formula, Plain
from tenun.formats.columns import COLUMNS, Column, Owner, sheet_prefix
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


_ABSENT = _Absent()


@dataclass(frozen=True, slots=True)
class Reading:
    """One row: its number in the sheet, its dossier if it has no error, its problems, its own cells."""

    row: int
    dossier: Dossier | None
    problems: tuple[Problem, ...]
    cells: Mapping[str, Cell]


@dataclass(slots=True)
class _Row:
    """What the cells of a row say so far: the values by the thing they feed."""

    number: int
    person: _Values = field(default_factory=dict)
    papers: dict[PaperKind, _Values] = field(default_factory=dict)
    skills: dict[Owner, _Values] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    proof: Proof = Proof.DECLARED

    def problem(self, code: str, column: str, value: str | None = None, **details: Any) -> None:
        self.problems.append(Problem(code, self.number, column, value, tuple(details.items())))


_READERS: Mapping[str, tuple[Column, Parser]] = {name: (column, parser_of(column)) for name, column in COLUMNS.items()}


def read_dossier(cells: Mapping[str, Cell], row: int) -> tuple[Dossier | None, list[Problem]]:
    """The dossier of one row, `None` when a problem is an error. Unknown columns are passed over.

    Empty = unknown, `-` in a paper's number (or its date, where it has none) = known to be absent; a paper of
    which every column is empty has no record (contract of `tenun template`). Texts are trimmed at the ends only.
    """
    found = _Row(row)
    for name, cell in cells.items():
        reader = _READERS.get(name)
        if reader is not None:
            _take(found, reader[0], reader[1], cell)
    if not found.person.get("name"):
        found.problem("row.no_name", NAME)
    dossier = _dossier(found)
    return dossier, found.problems


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


def _take(row: _Row, column: Column, parse: Parser, cell: Cell) -> None:
    """Put one cell where it belongs, or its problem on the list."""
    plain = _plain(row, column, cell)
    if isinstance(plain, str):
        plain = plain.strip()
    if plain is None or plain == "":
        return
    if plain == ABSENT_SIGN:
        if column.key:
            _place(row, column, _ABSENT)
        return
    try:
        _place(row, column, parse(plain))
    except CellProblem as problem:
        row.problems.append(Problem(problem.code, row.number, column.name, problem.value, problem.details))


def _plain(row: _Row, column: Column, cell: Cell) -> Plain | None:
    """The cell's own value; a formula's saved result with a warning; nothing for an error value."""
    if isinstance(cell, Formula):
        if cell.value is None:
            row.problem("cell.formula_without_value", column.name, cell.text)
            return None
        if not isinstance(cell.value, CellError):
            row.problem("cell.formula", column.name, cell.text)
        cell = cell.value
    if isinstance(cell, CellError):
        row.problem("cell.error_value", column.name, cell.text)
        return None
    return cell


def _place(row: _Row, column: Column, value: Any) -> None:
    match column.owner:
        case Owner.PERSON:
            row.person[column.field] = value
        case Owner.ROW:
            row.proof = value
        case Owner.PAPER if column.paper is not None:
            row.papers.setdefault(column.paper, {})[column.field] = (column.name, value)
            if column.person_field and value is not _ABSENT:
                row.person[column.field] = value
        case _:
            row.skills.setdefault(column.owner, {})[column.field] = (column.name, value)


def _dossier(row: _Row) -> Dossier | None:
    papers = {kind: _record(row, kind, values) for kind, values in row.papers.items()}
    competences = _competences(row)
    languages = _languages(row)
    if any(problem.is_error for problem in row.problems):
        return None
    return Dossier(**row.person, papers=papers, competences=competences, languages=languages)


def _contradicted(row: _Row, values: _Values, *, besides: frozenset[str]) -> None:
    """A paper that is absent has no date and no name; what an officer noted of a lost one may stand."""
    for key, (name, value) in values.items():
        if value is _ABSENT:
            for other, (filled, entry) in values.items():
                if other != key and other not in besides and entry is not _ABSENT:
                    row.problem("row.absent_but_filled", name, ABSENT_SIGN, filled=filled)
                    return


_SAYS_NOTHING = frozenset({"proof", "defect"})
_PERSON_FIELDS = frozenset(column.field for column in COLUMNS.values() if column.person_field)


def _record(row: _Row, kind: PaperKind, values: _Values) -> PaperRecord:
    if any(value is _ABSENT for _, value in values.values()):
        _contradicted(row, values, besides=_SAYS_NOTHING)
        return PaperRecord(proof=Proof.ABSENT, defect=values.get("defect", ("", None))[1])
    plain = {name: value for name, (_, value) in values.items() if name not in _PERSON_FIELDS}
    first, second = plain.pop("mrz1", None), plain.pop("mrz2", None)
    if first and second:
        plain["mrz"] = (first, second)
    elif first or second:
        row.problem("row.mrz_half", f"{sheet_prefix(kind)}_mrz{1 if first else 2}")
    plain.setdefault("proof", row.proof)
    return PaperRecord(**plain)


def _named(row: _Row, values: _Values, key: str, table: Mapping[str, Any], names: tuple[str, ...], needed: str) -> Any:
    """The scheme or scale that a text names; a problem when the text is unknown or not there."""
    if key not in values:
        for name, _ in list(values.values())[:1]:
            row.problem("row.needs_column", name, needed=needed)
        return None
    name, text = values[key]
    found = table.get(fold(text))
    if found is None:
        row.problem("cell.not_a_choice", name, text, allowed=", ".join(names))
    return found


def _competences(row: _Row) -> tuple[CompetenceResult, ...]:
    values = row.skills.get(Owner.COMPETENCE)
    if not values:
        return ()
    scheme_cell = values.get("scheme", ("", None))[1]
    absent = any(value is _ABSENT for _, value in values.values())
    if absent:
        _contradicted(row, values, besides=_SAYS_NOTHING | {"scheme"})
        if scheme_cell in (None, _ABSENT):
            # She is known to have no certificate at all, so none of any scheme.
            return tuple(CompetenceResult(scheme=scheme, proof=Proof.ABSENT) for scheme in CompetenceScheme)
    scheme = _named(row, values, "scheme", SCHEMES, SCHEME_NAMES, "kompetensi_skema")
    if scheme is None:
        return ()
    if absent:
        return (CompetenceResult(scheme=scheme, proof=Proof.ABSENT),)
    plain = {name: value for name, (_, value) in values.items() if name != "scheme"}
    plain.setdefault("proof", row.proof)
    return (CompetenceResult(scheme=scheme, **plain),)


def _languages(row: _Row) -> tuple[LanguageResult, ...]:
    first = _language(row, Owner.LANGUAGE, "bahasa_tes")
    second = _language(row, Owner.LANGUAGE_2, "bahasa2_tes")
    results = tuple(result for result in (first, second) if result is not None)
    test = row.skills.get(Owner.LANGUAGE, {}).get("test", ("", None))[1]
    if test is _ABSENT:
        taken = {result.scale for result in results}
        absent = (scale for scale in LanguageScale if scale not in taken)
        results += tuple(LanguageResult(scale=scale, proof=Proof.ABSENT) for scale in absent)
    return results


def _language(row: _Row, owner: Owner, needed: str) -> LanguageResult | None:
    values = row.skills.get(owner)
    if not values:
        return None
    if any(value is _ABSENT for _, value in values.values()):
        _contradicted(row, values, besides=_SAYS_NOTHING | {"test"})
        if values.get("test", ("", _ABSENT))[1] is _ABSENT:
            return None
    scale = _named(row, values, "test", TESTS, TEST_NAMES, needed)
    if scale is None:
        return None
    tested_on = values.get("tested_on", ("", None))[1]
    if tested_on is _ABSENT:
        return LanguageResult(scale=scale, proof=Proof.ABSENT)
    proof = values.get("proof", ("", row.proof))[1]
    return LanguageResult(scale=scale, proof=proof, rank=_rank(row, values, scale), tested_on=tested_on)


def _rank(row: _Row, values: _Values, scale: LanguageScale) -> int | None:
    name, text = values.get("level", ("", None))
    if text is None:
        return None
    try:
        return rank(scale, text)
    except ValueError:
        row.problem("cell.level_unknown", name, text, allowed=allowed_levels(scale))
        return None
