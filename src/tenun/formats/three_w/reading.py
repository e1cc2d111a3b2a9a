"""Reads a 3W table: finds its row of tags, and gathers the rows of each programme into one record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tenun.domain.programmes import (
    Capacity,
    Contact,
    Money,
    OrganisationNamed,
    Partner,
    PartnerRole,
    ProgrammeRecord,
    ProgrammeStatus,
)
from tenun.formats import programme_cells as cells
from tenun.formats.cells import Cell, Row, shown
from tenun.formats.districts import district_by_code, district_by_name, is_province
from tenun.formats.problems import Problem, refuse
from tenun.formats.programme_names import PHASES, PROBLEMS, SERVICES, STATUSES
from tenun.formats.programme_sheet import ProgrammeReading, ReadProgramme
from tenun.formats.spreadsheet import all_rows
from tenun.formats.three_w.tags import (
    DISTRICT_CODE,
    HARMLESS,
    ORGANISATIONS,
    OTHER_CODE,
    OWNER,
    PASSED_OVER,
    TAGS,
    Tag,
    field_of,
    tag_of,
)
from tenun.formats.values import read_date, read_integer, read_number_text

ROWS_SEARCHED = 25
"""Among how many rows the tags are looked for, as HXL says."""

_LINES = ["title", "contact_name", "contact_post", "contact_email", "source", "source_url"]
_TEXTS = ["description", "target_group", "entry_words"]
_DAYS = ["start", "end", "planned_start", "actual_start", "planned_end", "actual_end", "checked_on"]
_PARSERS: Mapping[str, cells.Parser] = {
    "identifier": read_number_text,
    "contact_telephone": read_number_text,
    "services": cells.several(cells.choice(SERVICES)),
    "sectors": cells.several(cells.read_sector),
    "gcm_objectives": cells.several(cells.read_objective),
    "phases": cells.several(cells.choice(PHASES)),
    "problem": cells.choice(PROBLEMS),
    "status": cells.choice(STATUSES),
    "places": read_integer,
    "amount": cells.read_decimal,
    "currency": cells.read_currency,
    **dict.fromkeys(_LINES, cells.read_line),
    **dict.fromkeys(_TEXTS, cells.read_words),
    **dict.fromkeys(_DAYS, read_date),
}
_WORDS_OF_THEIR_OWN = frozenset({"services", "sectors", "gcm_objectives", "phases", "problem", "status"})
"""Columns in which another agency may use other words: what is not understood there is said, and left out."""
_LISTS = ("services", "sectors", "gcm_objectives", "phases")
_NOT_COMPARED = frozenset({*_LISTS, "places"})

Columns = Mapping[int, tuple[str, str]]
"""The field and the written tag of each column."""


@dataclass(slots=True)
class _Programme:
    """What the rows of one programme say."""

    first: int
    values: dict[str, Any] = field(default_factory=dict)
    districts: set[str] = field(default_factory=set)
    owner: OrganisationNamed | None = None
    partners: dict[Partner, None] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    spoilt: bool = False


def read_three_w(path: Path) -> ProgrammeReading:
    """The programmes of a 3W file. Raises `UnreadableFile` when it has no tags, or none for what and who."""
    problems: list[Problem] = []
    rows = all_rows(path).rows
    columns = _columns(rows, problems)
    programmes: dict[str, _Programme] = {}
    for row, found in rows:
        _read_row(row, found, columns, programmes, problems)
    read = []
    for identifier, programme in programmes.items():
        record = _record(identifier, programme, problems)
        if record is not None:
            read.append(ReadProgramme(programme.first, record))
    return ProgrammeReading(tuple(read), tuple(sorted(problems, key=lambda each: each.row or 0)))


def has_tags(path: Path) -> bool:
    """Whether a spreadsheet is a 3W table and not a plain one. Raises `UnreadableFile`."""
    return _row_of_tags(all_rows(path).rows) is not None


def _row_of_tags(rows: Iterator[Row]) -> tuple[int, Mapping[int, Cell], Mapping[int, Tag]] | None:
    for row, found in rows:
        if row > ROWS_SEARCHED:
            break
        tags = {index: tag for index, cell in found.items() if (tag := tag_of(shown(cell))) is not None}
        # A line of text may begin with # too; the row of tags holds hardly anything else.
        if tags and len(tags) * 2 > len(found):
            return row, found, tags
    return None


def _columns(rows: Iterator[Row], problems: list[Problem]) -> Columns:
    row_of_tags = _row_of_tags(rows)
    if row_of_tags is None:
        raise refuse("hxl.no_tags", rows=ROWS_SEARCHED)
    row, found, tags = row_of_tags
    return _named(found, tags, row, problems)


def _named(found: Mapping[int, Cell], tags: Mapping[int, Tag], row: int, problems: list[Problem]) -> Columns:
    columns: dict[int, tuple[str, str]] = {}
    for index, tag in tags.items():
        written = " ".join(shown(found[index]).split())
        field_name = field_of(tag)
        if field_name is None:
            problems.append(Problem("hxl.unknown_tag", row, written, written))
        elif field_name != PASSED_OVER:
            columns[index] = (field_name, written)
    fields = {name for name, _ in columns.values()}
    if "title" not in fields:
        raise refuse("hxl.tag_missing", row=row, value=TAGS["title"])
    if not fields & {f"org.{OWNER}.name", "org.impl.name"}:
        raise refuse("hxl.tag_missing", row=row, value="#org+prog")
    return columns


def _read_row(
    row: int, found: Mapping[int, Cell], columns: Columns, programmes: dict[str, _Programme], problems: list[Problem]
) -> None:
    here: list[Problem] = []
    values = _values(row, found, columns, here)
    if not values:
        problems += here
        return
    if (elsewhere := _elsewhere(values)) is not None:
        problems.append(Problem("hxl.elsewhere", row, value=elsewhere))
        return
    owner, partners = _organisations(values)
    identifier = values.get("identifier") or _made_up(owner, values)
    programme = programmes.get(identifier)
    if programme is None:
        programme = programmes[identifier] = _Programme(row)
        if "identifier" not in values:
            problems.append(Problem("hxl.no_code", row))
    district = _district(row, values, here)
    problems += here
    programme.spoilt |= any(problem.is_error for problem in here)
    programme.owner = programme.owner or owner
    programme.partners |= dict.fromkeys(partners)
    if district is not None:
        programme.districts.add(district)
    _gather(row, values, district, programme, problems)


def _values(row: int, found: Mapping[int, Cell], columns: Columns, problems: list[Problem]) -> dict[str, Any]:
    """What the row says, by field; of an organisation what each of its columns says, so that names keep their codes."""
    values: dict[str, Any] = {}
    organisations: dict[str, list[str]] = {}
    for index, (name, written) in columns.items():
        value = _value(name, found[index], row, written, problems) if index in found else None
        if name.startswith("org."):
            organisations.setdefault(name, []).append(" ".join((value or "").split()))
        elif value is not None and name in _LISTS:
            values[name] = (*values.get(name, ()), *value)
        elif value is not None:
            values.setdefault(name, value)
    return values | {name: said for name, said in organisations.items() if any(said)}


def _value(name: str, cell: Cell, row: int, written: str, problems: list[Problem]) -> Any:
    # The quote that keeps a program from running a cell is no part of it.
    cell = cell[1:] if isinstance(cell, str) and cell[:1] == "'" and cell[1:2] in HARMLESS else cell
    here: list[Problem] = []
    value = cells.parsed(_PARSERS.get(name, shown), cell, row, written, here)
    problems += [_softened(name, problem) for problem in here]
    return value


def _softened(name: str, problem: Problem) -> Problem:
    if name in _WORDS_OF_THEIR_OWN and problem.is_error:
        return Problem("hxl.not_understood", problem.row, problem.column, problem.value)
    return problem


def _elsewhere(values: Mapping[str, Any]) -> str | None:
    for name in ("province_code", "province"):
        if name in values and not is_province(values[name]):
            return str(values[name])
    return None


def _made_up(owner: OrganisationNamed | None, values: Mapping[str, Any]) -> str:
    """A code that is the same each time the same file comes."""
    said = (owner.name if owner else "", values.get("title", ""), values.get("start", ""))
    return "3w-" + sha256("|".join(str(each).lower() for each in said).encode()).hexdigest()[:16]


def _organisations(values: Mapping[str, Any]) -> tuple[OrganisationNamed | None, list[Partner]]:
    def named(role: str) -> list[OrganisationNamed]:
        parts = (values.get(f"org.{role}.{part}", ()) for part in ("name", "code", "type"))
        return [
            OrganisationNamed(name=name, ref=ref, type_code=kind)
            for name, ref, kind in zip_longest(*parts, fillvalue="")
            if name or ref
        ]

    partners = [
        Partner(role=role, organisation=organisation)
        for name, role in ORGANISATIONS.items()
        for organisation in named(name)
    ]
    owners = named(OWNER)
    implementing = [each.organisation for each in partners if each.role is PartnerRole.IMPLEMENTING]
    return next(iter(owners or implementing), None), partners


def _district(row: int, values: Mapping[str, Any], problems: list[Problem]) -> str | None:
    """The district's code; empty where the row says the whole province; nothing where it says no place, or wrongly."""
    code, name, other = values.get(DISTRICT_CODE), values.get("district"), values.get(OTHER_CODE)
    by_code = None if code is None else district_by_code(code, plain=True)
    by_name = None if name is None else district_by_name(name)
    if code is not None and by_code is None:
        problems.append(Problem("hxl.place_unknown", row, TAGS[DISTRICT_CODE], code))
    elif by_code is not None and by_name not in (None, by_code):
        problems.append(
            Problem("hxl.place_differs", row, TAGS[DISTRICT_CODE], code, (("name", name),)),
        )
    elif by_code is not None or by_name is not None:
        return by_code or by_name
    elif name is not None:
        problems.append(Problem("hxl.place_unknown", row, TAGS["district"], name))
    elif other is not None:
        problems.append(Problem("hxl.other_code", row, value=other))
    else:
        return "" if "province" in values or "province_code" in values else None
    return None


def _gather(
    row: int, values: Mapping[str, Any], district: str | None, programme: _Programme, problems: list[Problem]
) -> None:
    for name in _LISTS:
        programme.values[name] = tuple(dict.fromkeys((*programme.values.get(name, ()), *values.get(name, ()))))
    if "places" in values:
        place = district or ""
        programme.places[place] = programme.places.get(place, 0) + values["places"]
    for name, value in values.items():
        if name in _PARSERS and name not in _NOT_COMPARED and programme.values.setdefault(name, value) != value:
            problems.append(
                Problem("hxl.differs", row, TAGS[name], details=(("first", programme.first),)),
            )


_PLAIN = (
    *("title", "description", "services", "sectors", "gcm_objectives", "phases", "problem", "target_group"),
    *("entry_words", "source", "source_url", "checked_on"),
)


def _record(identifier: str, programme: _Programme, problems: list[Problem]) -> ProgrammeRecord | None:
    values, first = programme.values, programme.first
    before = len(problems)
    if "title" not in values:
        problems.append(Problem("programme.missing", first, TAGS["title"]))
    if programme.owner is None:
        problems.append(Problem("programme.missing", first, "#org+prog"))
    days = _days(values)
    for begin, end in (("planned_start", "planned_end"), ("actual_start", "actual_end")):
        if begin in days and end in days and days[end] < days[begin]:
            problems.append(
                Problem("row.ends_before_it_begins", first, TAGS["end"], details=(("begin", TAGS["start"]),)),
            )
    capacities = tuple(_capacities(days, programme, problems))
    if values.get("amount") is not None and "currency" not in values:
        problems.append(Problem("programme.missing", first, TAGS["currency"]))
    if programme.spoilt or programme.owner is None or any(problem.is_error for problem in problems[before:]):
        return None
    contact = {name: values.get(f"contact_{name}", "") for name in ("name", "post", "email", "telephone")}
    return ProgrammeRecord(
        identifier=identifier,
        owner=programme.owner,
        partners=tuple(programme.partners),
        # Of a programme that works in the whole province no district is more than that.
        districts=() if "" in programme.districts else tuple(sorted(programme.districts)),
        status=values.get("status", ProgrammeStatus.IDEA),
        capacities=capacities,
        money=Money(amount=values["amount"], currency=values["currency"]) if values.get("amount") is not None else None,
        contact=Contact(**contact),
        **days,
        **{name: values[name] for name in _PLAIN if name in values},
    )


def _days(values: Mapping[str, Any]) -> dict[str, Any]:
    """The four days; where only start and end are said, the status tells whether they were or are planned."""
    exact = {name: values[name] for name in _DAYS[2:6] if name in values}
    if exact:
        return exact
    status = values.get("status", ProgrammeStatus.IDEA)
    begun = status in (ProgrammeStatus.RUNNING, ProgrammeStatus.ENDED)
    names = {
        "start": "actual_start" if begun else "planned_start",
        "end": "actual_end" if status is ProgrammeStatus.ENDED else "planned_end",
    }
    return {names[name]: values[name] for name in names if name in values}


def _capacities(days: Mapping[str, Any], programme: _Programme, problems: list[Problem]) -> Iterator[Capacity]:
    starts_on = days.get("actual_start") or days.get("planned_start")
    ends_on = days.get("actual_end") or days.get("planned_end")
    if programme.places and (starts_on is None or ends_on is None):
        problems.append(Problem("hxl.places_without_dates", programme.first, TAGS["places"]))
        return
    for district, places in programme.places.items():
        if starts_on is not None and ends_on is not None:
            yield Capacity(starts_on=starts_on, ends_on=ends_on, places=places, district=district)
