"""The one catalogue of problems that are shown to people: what is wrong, where, and what to do about it.

A problem is named by its code; its sentences stand here once, in Indonesian and in English, and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from tenun.domain.words import Language, Words
from tenun.formats.catalogue_words import RULES
from tenun.formats.problem_words import CELLS, CHECKS, FILES, HEADERS, IMPORTS, ROWS, SISKO
from tenun.formats.programme_words import HXL, IATI, SHEETS


class Severity(StrEnum):
    """An error takes its row or file out of the run; a warning leaves it in and asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem. The sentences may use {row}, {column}, {value} and the kind's own details."""

    code: str
    severity: Severity
    what: Words
    what_to_do: Words


def _kinds(severity: Severity, table: Mapping[str, tuple[Words, Words]]) -> dict[str, ProblemKind]:
    return {code: ProblemKind(code, severity, what, to_do) for code, (what, to_do) in table.items()}


PROBLEMS: Mapping[str, ProblemKind] = MappingProxyType(
    {
        **_kinds(Severity.ERROR, FILES.errors),
        **_kinds(Severity.WARNING, FILES.warnings),
        **_kinds(Severity.ERROR, HEADERS.errors),
        **_kinds(Severity.WARNING, HEADERS.warnings),
        **_kinds(Severity.ERROR, ROWS.errors),
        **_kinds(Severity.WARNING, ROWS.warnings),
        **_kinds(Severity.ERROR, CELLS.errors),
        **_kinds(Severity.WARNING, CELLS.warnings),
        **_kinds(Severity.ERROR, CHECKS.errors),
        **_kinds(Severity.WARNING, CHECKS.warnings),
        **_kinds(Severity.ERROR, IMPORTS.errors),
        **_kinds(Severity.WARNING, IMPORTS.warnings),
        **_kinds(Severity.ERROR, SISKO.errors),
        **_kinds(Severity.WARNING, SISKO.warnings),
        **_kinds(Severity.ERROR, RULES.errors),
        **_kinds(Severity.ERROR, IATI.errors),
        **_kinds(Severity.WARNING, IATI.warnings),
        **_kinds(Severity.ERROR, SHEETS.errors),
        **_kinds(Severity.ERROR, HXL.errors),
        **_kinds(Severity.WARNING, HXL.warnings),
    }
)
"""Every kind of problem by its code."""

_ROW = Words(id="Baris {row}", en="Row {row}")
_ROW_AND_COLUMN = Words(id="Baris {row}, kolom {column}", en="Row {row}, column {column}")
_COLUMN = Words(id="Kolom {column}", en="Column {column}")


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place; `row` is the spreadsheet's own row number (the header is row 1)."""

    code: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    details: tuple[tuple[str, Any], ...] = ()

    @property
    def kind(self) -> ProblemKind:
        """The kind, with its sentences. An unknown code is a fault of the program: `KeyError`."""
        return PROBLEMS[self.code]

    @property
    def is_error(self) -> bool:
        """Whether the row or the file was left out because of this problem."""
        return self.kind.severity is Severity.ERROR

    def where(self, language: Language) -> str:
        """The place in words, or an empty text when the problem is the whole file's."""
        if self.row is not None:
            words = _ROW if self.column is None else _ROW_AND_COLUMN
        elif self.column is not None:
            words = _COLUMN
        else:
            return ""
        return words.say(language, row=self.row, column=self.column)

    def message(self, language: Language) -> str:
        """One line: where, what, what to do."""
        values = {"row": self.row, "column": self.column, "value": self.value, **dict(self.details)}
        where = self.where(language)
        what = self.kind.what.say(language, **values)
        to_do = self.kind.what_to_do.say(language, **values)
        line = f"{where}: {what} {to_do}" if where else f"{what} {to_do}"
        # A value from a cell may hold line breaks or control signs; the promise is one line.
        return " ".join(line.split())


class UnreadableFile(Exception):  # noqa: N818  The name says what happened to the file.
    """The file as a whole cannot be read; it carries the one problem to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message("en"))
        self.problem = problem


def refuse(code: str, **places: Any) -> UnreadableFile:
    """The refusal of a whole file; names other than `row`, `column` and `value` are the kind's details."""
    row, column, value = (places.pop(name, None) for name in ("row", "column", "value"))
    return UnreadableFile(Problem(code, row, column, value, tuple(places.items())))
