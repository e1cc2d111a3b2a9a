"""The mismatch matrix: papers against fields, the paper taken as right on the left, differing letters marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from tenun.domain.catalogue import REISSUES, Action, Lists
from tenun.domain.comparison import TRUTH_ORDER, Comparison
from tenun.domain.facts import AGREEMENT_SOURCES, IDENTITY, Agreement, agreement_column
from tenun.domain.papers import PaperKind, PaperRecord
from tenun.domain.repair import Plan
from tenun.domain.words import Language
from tenun.web.officers import words
from tenun.web.officers.letters import DAYS, PRIVATE, mark_difference, said_by, say_value
from tenun.web.parts import Cell, Column, Matrix, Row, plain

_NUMBERS = {"nik": "ktp", "kk_number": "kk", "passport_number": "paspor"}
_RANK = {source: rank for rank, source in enumerate(TRUTH_ORDER)}
_ASIDE = ("isian", "nik", "mrz")


@dataclass(frozen=True)
class _Table:
    """Everything a cell is made of."""

    records: Mapping[str, PaperRecord]
    comparison: Comparison
    plan: Plan
    lists: Lists
    language: Language

    def stated(self, field: str) -> dict[str, str]:
        """What each source says in one field, as plain text."""
        values = {source: _printed(field, source, record) for source, record in self.records.items()}
        found = {source: value for source, value in values.items() if value is not None}
        if field == "birth_date":
            found.update((source, day.isoformat()) for source, day in self.comparison.birth_dates.items())
        found |= said_by(self.comparison, field)
        return found | self._same_as_others(field, found)

    def _same_as_others(self, field: str, found: Mapping[str, str]) -> dict[str, str]:
        """What the NIK, the machine lines and the entry say, where it is only known to be what a paper says."""
        asides = [source for source in _ASIDE if source in AGREEMENT_SOURCES[field] and source not in found]
        codes = self.comparison.agreements
        return {
            aside: value
            for aside in asides
            for source, value in found.items()
            if codes.get(agreement_column(field, aside, source)) == Agreement.SAME
        }

    def differs(self, field: str, source: str, truth: str) -> bool:
        if source == truth:
            return False
        code = self.comparison.agreements.get(agreement_column(field, source, truth))
        return code is not None and code >= Agreement.FIX_NEEDED

    def truth(self, field: str, said: Mapping[str, str]) -> str:
        chosen = self.plan.truths.get(field)
        return chosen if chosen is not None and chosen in said else min(said, key=_RANK.__getitem__)


def _printed(field: str, source: str, record: PaperRecord) -> str | None:
    if source not in AGREEMENT_SOURCES[field]:
        return None
    if field in _NUMBERS:
        return record.number if _NUMBERS[field] == source else None
    if field == "passport_expiry":
        return record.valid_until.isoformat() if record.valid_until else None
    value = getattr(record, field)
    return None if value is None else value.isoformat() if field in DAYS else str(value)


def build_matrix(
    *,
    records: Mapping[PaperKind, PaperRecord],
    comparison: Comparison,
    plan: Plan,
    lists: Lists,
    language: Language,
) -> Matrix | None:
    """The matrix of all papers that say who she is; `None` when no two papers differ."""
    if not comparison.mismatches:
        return None
    there = {str(kind): record for kind, record in records.items() if kind in IDENTITY and record.proof}
    table = _Table(there, comparison, plan, lists, language)
    fields = [field for field in AGREEMENT_SOURCES if len(table.stated(field)) > 1]
    sources = _sources(table, fields)
    return Matrix(
        truth=lists.papers[sources[0]].say(language),
        columns=tuple(_column(table, source, fields, is_truth=source == sources[0]) for source in sources),
        rows=tuple(_row(table, field, sources) for field in fields if _can_compare(table, field, sources)),
    )


def _can_compare(table: _Table, field: str, sources: list[str]) -> bool:
    said = table.stated(field)
    return sum(source in said for source in sources) > 1


def _sources(table: _Table, fields: list[str]) -> list[str]:
    """The paper taken as right, then those that differ, then the others; each group in the order of trust.

    The NIK, the machine lines and the file's own entry are columns only where they differ.
    """
    differing = {source for field in fields for source in _differing(table, field)}
    shown = sorted({*table.records, *(source for source in _ASIDE if source in differing)}, key=_RANK.__getitem__)
    return [shown[0], *sorted(shown[1:], key=lambda source: source not in differing)]


def _differing(table: _Table, field: str) -> list[str]:
    said = table.stated(field)
    truth = table.truth(field, said)
    return [source for source in said if table.differs(field, source, truth)]


def _column(table: _Table, source: str, fields: list[str], *, is_truth: bool) -> Column:
    if is_truth:
        note = words.TRUTH
    elif (changing := _change(table, source)) is not None:
        note = words.NEEDS_LETTER if changing else words.MUST_CHANGE
    elif any(source in _differing(table, field) for field in fields):
        note = words.DISAGREES
    else:
        note = words.AGREES
    name = table.lists.papers[source].say(table.language)
    return Column(name[:1].upper() + name[1:], note.say(table.language), is_truth)


def _change(table: _Table, source: str) -> bool | None:
    """Whether the plan answers a difference of this paper, and if so whether by a letter beside the old paper."""
    for step in table.plan.steps:
        if step.paper == source and step.fields and step.step.action in (*REISSUES, Action.CORRECT):
            return not step.step.reprints and step.step.action is Action.CORRECT and source == "ijazah"
    return None


def _row(table: _Table, field: str, sources: list[str]) -> Row:
    said = table.stated(field)
    truth = table.truth(field, said)
    name = table.lists.fields[field].say(table.language)
    return Row(name[:1].upper() + name[1:], tuple(_cell(table, field, source, said, truth) for source in sources))


def _cell(table: _Table, field: str, source: str, said: Mapping[str, str], truth: str) -> Cell:
    digits = field in DAYS or field in PRIVATE
    if source not in said:
        silent = words.NOT_READ if _could_say(field, source) else words.NOT_PRINTED
        return Cell(plain(silent.say(table.language)), kind="none")
    if table.differs(field, source, truth):
        pieces, note = mark_difference(field, said[source], said[truth], table.language)
        return Cell(pieces, note, "differs", digits)
    return Cell(plain(say_value(field, said[source], table.language)), kind="same", digits=digits)


def _could_say(field: str, source: str) -> bool:
    return source in (*IDENTITY, "mrz") and source in AGREEMENT_SOURCES[field] and field in ("name", "birth_date")
