"""Programmes in a plain spreadsheet: read with every problem by its row, written, and a template to fill.

A row is a programme; further rows of the same code add places of another period. A programme with an error in any of
its rows is left out: half of it would look like all of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from tenun.domain.programmes import (
    Capacity,
    Contact,
    Money,
    OrganisationNamed,
    Partner,
    ProgrammeRecord,
    ProgrammeStatus,
)
from tenun.formats.cells import Cell
from tenun.formats.entry_rules import entry_rules_as_text
from tenun.formats.problems import Problem
from tenun.formats.programme_cells import SEPARATOR, UNKNOWN_AMOUNT, amount_text, parsed
from tenun.formats.programme_columns import (
    AMOUNT,
    CURRENCY,
    IDENTIFIER,
    OWNER,
    PARTNER_COLUMNS,
    PLACES,
    PLACES_AT,
    PLACES_FROM,
    PLACES_TO,
    PROGRAMME_COLUMNS,
    TITLE,
    ProgrammeColumn,
)
from tenun.formats.programme_names import FITS, PHASES, PROBLEMS, SERVICES, STATUSES
from tenun.formats.spreadsheet import EXAMPLE_SHEET, EXPLANATION_SHEET, open_sheet
from tenun.formats.workbooks import PLAIN_TEXTS, TEXT_FORMAT

SHEET = "Program"
_ROWS = 2_000
_WIDEST = 32_767


@dataclass(frozen=True, slots=True)
class ReadProgramme:
    """One programme and the row in which it begins."""

    row: int
    record: ProgrammeRecord


@dataclass(frozen=True, slots=True)
class ProgrammeReading:
    """The programmes without an error, and every problem: of the sheet, then of the rows."""

    programmes: tuple[ReadProgramme, ...]
    problems: tuple[Problem, ...]

    @property
    def records(self) -> tuple[ProgrammeRecord, ...]:
        """The records alone."""
        return tuple(each.record for each in self.programmes)


_Values = dict[str, Any]


def read_programmes(path: Path) -> ProgrammeReading:
    """Read a sheet of programmes. Raises `UnreadableFile` for a file that cannot be read at all."""
    sheet = open_sheet(path, known=PROGRAMME_COLUMNS, key=IDENTIFIER)
    problems: list[Problem] = []
    found: dict[str, list[tuple[int, _Values]]] = {}
    spoilt: set[str] = set()
    for row, cells in sheet.rows():
        here: list[Problem] = []
        values = _values(cells, row, here)
        if (shifted := sheet.shifted.pop(row, None)) is not None:
            here = [shifted]
        identifier = values.get("identifier", "")
        if not identifier and shifted is None:
            here.append(Problem("programme.no_identifier", row, IDENTIFIER))
        else:
            found.setdefault(identifier, []).append((row, values))
        if any(problem.is_error for problem in here):
            spoilt.add(identifier)
        problems += here
    programmes = []
    for identifier, rows in found.items():
        here = []
        record = _record(rows, here)
        problems += here
        if record is not None and identifier not in spoilt and not any(problem.is_error for problem in here):
            programmes.append(ReadProgramme(rows[0][0], record))
    return ProgrammeReading(tuple(programmes), (*sheet.problems, *sorted(problems, key=lambda each: each.row or 0)))


def _values(cells: Mapping[str, Cell], row: int, problems: list[Problem]) -> _Values:
    values = {}
    for name, cell in cells.items():
        column = PROGRAMME_COLUMNS.get(name)
        if column is not None and (value := parsed(column.parse, cell, row, name, problems)) is not None:
            values[column.feeds] = value
    return values


_NOT_PLAIN = frozenset({PLACES, PLACES_FROM, PLACES_TO, PLACES_AT})
_COLUMN_OF = {column.feeds: column.name for column in PROGRAMME_COLUMNS.values()}


def _record(rows: list[tuple[int, _Values]], problems: list[Problem]) -> ProgrammeRecord | None:
    """One programme of its rows; what the first row says, a later one may repeat but not change."""
    first, values = rows[0]
    for row, more in rows[1:]:
        for field, value in more.items():
            if field not in _NOT_PLAIN and values.setdefault(field, value) != value:
                problems.append(Problem("programme.differs", row, _COLUMN_OF[field], details=(("first", first),)))
    for name, field in ((TITLE, "title"), (OWNER, "owner")):
        if field not in values:
            problems.append(Problem("programme.missing", first, name))
    capacities = [_capacity(row, each, problems) for row, each in rows]
    money = _money(first, values, problems)
    _in_order(first, values, problems)
    if any(problem.is_error for problem in problems):
        return None
    return record_of(values, money, tuple(each for each in capacities if each is not None))


def record_of(values: Mapping[str, Any], money: Money | None, capacities: tuple[Capacity, ...]) -> ProgrammeRecord:
    """The record of the values of a row, by the names of its fields."""
    plain = {name: values[name] for name in _PLAIN_FIELDS if name in values}
    contact = {name: values.get(f"contact_{name}", "") for name in ("name", "post", "email", "telephone")}
    return ProgrammeRecord(
        **plain,
        owner=OrganisationNamed(
            name=values["owner"], ref=values.get("owner_ref", ""), type_code=values.get("owner_type", "")
        ),
        partners=tuple(
            Partner(role=role, organisation=OrganisationNamed(name=name))
            for field, role in PARTNER_COLUMNS.items()
            for name in values.get(field, ())
        ),
        districts=tuple(sorted(code for code in values.get("districts", ()) if code)),
        status=values.get("status", ProgrammeStatus.IDEA),
        capacities=capacities,
        money=money,
        contact=Contact(**contact),
    )


_PLAIN_FIELDS = (
    *("identifier", "title", "description", "services", "phases", "target_group"),
    *("planned_start", "actual_start", "planned_end", "actual_end", "entry_words", "entry_rules"),
    *("source", "source_url", "checked_on", "problem", "gcm_objectives", "sectors"),
    *("counterpart", "budget_code", "fit", "next_step"),
)


def _capacity(row: int, values: _Values, problems: list[Problem]) -> Capacity | None:
    places, starts_on, ends_on = values.get(PLACES), values.get(PLACES_FROM), values.get(PLACES_TO)
    if places is None and starts_on is None and ends_on is None:
        return None
    for name, value in ((PLACES, places), (PLACES_FROM, starts_on), (PLACES_TO, ends_on)):
        if value is None:
            problems.append(Problem("programme.missing", row, name))
    if places is None or starts_on is None or ends_on is None:
        return None
    if ends_on < starts_on:
        problems.append(Problem("row.ends_before_it_begins", row, PLACES_TO, details=(("begin", PLACES_FROM),)))
    return Capacity(starts_on=starts_on, ends_on=ends_on, places=places, district=values.get(PLACES_AT, ""))


def _money(row: int, values: _Values, problems: list[Problem]) -> Money | None:
    amount: Decimal | None = values.get(AMOUNT)
    if amount is None:
        return None
    if CURRENCY not in values:
        problems.append(Problem("programme.missing", row, CURRENCY))
        return None
    return Money(amount=amount, currency=values[CURRENCY])


def _in_order(row: int, values: _Values, problems: list[Problem]) -> None:
    for begin, end in (("planned_start", "planned_end"), ("actual_start", "actual_end")):
        if begin in values and end in values and values[end] < values[begin]:
            details = (("begin", _COLUMN_OF[begin]),)
            problems.append(Problem("row.ends_before_it_begins", row, _COLUMN_OF[end], details=details))


def write_programmes(target: IO[bytes], records: Iterable[ProgrammeRecord]) -> None:
    """The programmes as a sheet that `read_programmes` takes again."""
    with xlsxwriter.Workbook(target, {**PLAIN_TEXTS, "in_memory": True}) as book:
        sheet, text = _fill_sheet(book, SHEET)
        line = 0
        for record in records:
            for cells in _rows(record):
                line += 1
                for index, name in enumerate(PROGRAMME_COLUMNS):
                    if cells.get(name):
                        sheet.write_string(line, index, cells[name][:_WIDEST], text)
        _explanations(book)


def _rows(record: ProgrammeRecord) -> Iterable[dict[str, str]]:
    """One row, and another one for each further period; they all begin with the code."""
    first = {IDENTIFIER: record.identifier, **_cells(record)}
    periods = [_period(capacity) for capacity in record.capacities] or [{}]
    yield {**first, **periods[0]}
    for period in periods[1:]:
        yield {IDENTIFIER: record.identifier, **period}


def _period(capacity: Capacity) -> dict[str, str]:
    return {
        PLACES: str(capacity.places),
        PLACES_FROM: capacity.starts_on.isoformat(),
        PLACES_TO: capacity.ends_on.isoformat(),
        PLACES_AT: capacity.district,
    }


def _joined(texts: Iterable[object]) -> str:
    return f"{SEPARATOR} ".join(str(text) for text in texts)


def _alone(name: str) -> str:
    """A name that stays one among several."""
    return name.replace(SEPARATOR, ",")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _cells(record: ProgrammeRecord) -> dict[str, str]:
    by_role = {
        name: _joined(_alone(each.organisation.name) for each in record.partners if each.role is role)
        for name, role in PARTNER_COLUMNS.items()
    }
    money = record.money
    return {
        TITLE: record.title,
        OWNER: record.owner.name,
        "pemilik_ref": record.owner.ref,
        "pemilik_jenis": record.owner.type_code,
        "uraian": record.description,
        "layanan": _joined(SERVICES[each].id for each in record.services),
        "tahap": _joined(PHASES[each].id for each in record.phases),
        "sasaran": record.target_group,
        "kabupaten": _joined(record.districts),
        "status": STATUSES[record.status].id,
        "rencana_mulai": _day(record.planned_start),
        "mulai": _day(record.actual_start),
        "rencana_selesai": _day(record.planned_end),
        "selesai": _day(record.actual_end),
        **by_role,
        "syarat": record.entry_words,
        "aturan_masuk": entry_rules_as_text(record.entry_rules),
        AMOUNT: amount_text(money.amount) if money else UNKNOWN_AMOUNT,
        CURRENCY: money.currency if money else "",
        "kontak_nama": record.contact.name,
        "kontak_jabatan": record.contact.post,
        "kontak_surel": record.contact.email,
        "kontak_telepon": record.contact.telephone,
        "sumber": record.source,
        "alamat_sumber": record.source_url,
        "diperiksa_pada": _day(record.checked_on),
        "masalah": PROBLEMS[record.problem].id if record.problem else "",
        "tujuan_gcm": _joined(record.gcm_objectives),
        "sektor": _joined(record.sectors),
        "program_daerah": record.counterpart,
        "kode_anggaran": record.budget_code,
        "kesesuaian": FITS[record.fit].id if record.fit else "",
        "langkah_berikut": record.next_step,
    }


def write_template(target: IO[bytes]) -> None:
    """The sheet to fill, a sheet with one invented example, and one that explains each column."""
    with xlsxwriter.Workbook(target, {**PLAIN_TEXTS, "in_memory": True}) as book:
        _fill_sheet(book, SHEET)
        _explanations(book)
        sheet, text = _fill_sheet(book, EXAMPLE_SHEET)
        for index, column in enumerate(PROGRAMME_COLUMNS.values()):
            if column.example:
                sheet.write_string(1, index, column.example, text)


def _fill_sheet(book: Any, name: str) -> tuple[Any, Any]:
    """The header with its drop-down lists. The format Text keeps a code and a date as they are typed."""
    sheet = book.add_worksheet(name)
    head, needed = book.add_format({"bold": True, "border": 1}), book.add_format({"bold": True, "border": 2})
    text = book.add_format({"num_format": TEXT_FORMAT, "valign": "top"})
    for index, column in enumerate(PROGRAMME_COLUMNS.values()):
        sheet.set_column(index, index, max(len(column.name) + 2, 14), text)
        sheet.write_string(0, index, column.name, needed if column.required else head)
        if column.offers:
            sheet.data_validation(1, index, _ROWS, index, _offer(column))
    sheet.freeze_panes(1, 2)
    return sheet, text


def _offer(column: ProgrammeColumn) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": list(column.offers),
        # A warning, not a refusal: several choices with ; between them are understood too.
        "error_type": "warning",
        "error_title": column.name,
        "error_message": "Pilih dari daftar; bila beberapa, pisahkan dengan titik koma.",
    }


def _explanations(book: Any) -> None:
    sheet = book.add_worksheet(EXPLANATION_SHEET)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for index, (title, width) in enumerate((("kolom", 20), ("isi", 70), ("meaning", 70), ("pilihan", 50))):
        sheet.set_column(index, index, width, wrapped)
        sheet.write_string(0, index, title, bold)
    for line, column in enumerate(PROGRAMME_COLUMNS.values(), 1):
        for index, said in enumerate((column.name, column.asks.id, column.asks.en, ", ".join(column.offers))):
            sheet.write_string(line, index, said, wrapped)
