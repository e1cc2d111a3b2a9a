"""Writes a 3W table: a row of headers, a row of tags, and a row for each programme, district and service."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO
from typing import IO

import xlsxwriter

from tenun.domain.identifiers.regions import NTT, region_name
from tenun.domain.programmes import OrganisationNamed, PartnerRole, ProgrammeRecord
from tenun.formats.programme_cells import SEPARATOR, amount_text
from tenun.formats.programme_names import PHASES, PROBLEMS, SERVICES, STATUSES
from tenun.formats.three_w.tags import HARMLESS, ORGANISATIONS, OWNER, TAGS
from tenun.formats.workbooks import PLAIN_TEXTS, TEXT_FORMAT

_HEADERS = {
    "identifier": "Kode program",
    "title": "Program",
    "description": "Uraian",
    "services": "Layanan",
    "sectors": "Sektor DAC",
    "gcm_objectives": "Tujuan GCM",
    "phases": "Tahap",
    "problem": "Masalah",
    "target_group": "Sasaran",
    "province": "Provinsi",
    "province_code": "Kode provinsi (Kemendagri)",
    "district": "Kabupaten atau kota",
    "district_code": "Kode kabupaten (Kemendagri)",
    "start": "Mulai",
    "end": "Selesai",
    "planned_start": "Rencana mulai",
    "actual_start": "Mulai sebenarnya",
    "planned_end": "Rencana selesai",
    "actual_end": "Selesai sebenarnya",
    "status": "Status",
    "places": "Daya tampung",
    "amount": "Anggaran",
    "currency": "Mata uang",
    "entry_words": "Syarat masuk",
    "contact_name": "Narahubung",
    "contact_post": "Jabatan",
    "contact_email": "Surel",
    "contact_telephone": "Telepon",
    "source": "Sumber",
    "source_url": "Alamat sumber",
    "checked_on": "Diperiksa",
}
_ORGANISATION_HEADERS = {
    OWNER: "Pemilik",
    "impl": "Pelaksana",
    "funder": "Pendana",
    "accountable": "Penanggung jawab",
    "extending": "Penyalur",
}
_PARTS = (("name", "", ""), ("code", "+code", "kode "), ("type", "+type", "jenis "))

Column = tuple[str, str, str]
"""Header, tag, and the field it is filled from."""


def _columns(records: tuple[ProgrammeRecord, ...]) -> list[Column]:
    """As many columns of each role as the programme with the most partners needs; who works and who pays always."""
    columns = [(_HEADERS[name], tag, name) for name, tag in TAGS.items()]
    organisations = []
    for name, header in _ORGANISATION_HEADERS.items():
        most = max((len(_named(record, name)) for record in records), default=0)
        for number in range(max(most, 1 if name in (OWNER, "impl", "funder") else 0)):
            for part, attribute, before in _PARTS:
                said = f"{before}{header.lower()}".capitalize() if before else header
                organisations.append((said, f"#org+{name}{attribute}", f"org.{name}.{part}.{number}"))
    return [*columns[:2], *organisations, *columns[2:]]


def _named(record: ProgrammeRecord, name: str) -> list[OrganisationNamed]:
    if name == OWNER:
        return [record.owner]
    role: PartnerRole = ORGANISATIONS[name]
    return [each.organisation for each in record.partners if each.role is role]


def _rows(record: ProgrammeRecord) -> Iterator[dict[str, str]]:
    """People are counted once for each district, money once; places of no one district have a row without a place."""
    places = _places(record)
    money = record.money
    once = {"amount": amount_text(money.amount, "."), "currency": money.currency} if money else {}
    same = _same(record)
    for district in record.districts or ("",):
        first = {"places": places.pop(district, "")}
        for service in record.services or (None,):
            said = {"services": SERVICES[service].id} if service else {}
            yield {**same, **_place(district), **said, **first, **once}
            once, first = {}, {}
    if "" in places:
        yield {**same, "places": places[""], **once}


def _places(record: ProgrammeRecord) -> dict[str, str]:
    """How many people in all periods, by district; empty for anywhere."""
    totals: dict[str, int] = {}
    for capacity in record.capacities:
        district = capacity.district if capacity.district in record.districts else ""
        totals[district] = totals.get(district, 0) + capacity.places
    return {district: str(total) for district, total in totals.items()}


def _place(district: str) -> dict[str, str]:
    province = {"province": region_name(NTT), "province_code": NTT}
    if not district:
        return province
    return {**province, "district": region_name(district), "district_code": district}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _joined(texts: Iterable[object]) -> str:
    return f"{SEPARATOR} ".join(str(text) for text in texts)


def _same(record: ProgrammeRecord) -> dict[str, str]:
    organisations = {
        f"org.{name}.{part}.{number}": value
        for name in _ORGANISATION_HEADERS
        for number, each in enumerate(_named(record, name))
        for part, value in (("name", each.name), ("code", each.ref), ("type", each.type_code))
    }
    return {
        **organisations,
        "identifier": record.identifier,
        "title": record.title,
        "description": record.description,
        "sectors": _joined(record.sectors),
        "gcm_objectives": _joined(record.gcm_objectives),
        "phases": _joined(PHASES[each].id for each in record.phases),
        "problem": PROBLEMS[record.problem].id if record.problem else "",
        "target_group": record.target_group,
        "start": _day(record.starts_on),
        "end": _day(record.ends_on),
        "planned_start": _day(record.planned_start),
        "actual_start": _day(record.actual_start),
        "planned_end": _day(record.planned_end),
        "actual_end": _day(record.actual_end),
        "status": STATUSES[record.status].id,
        "entry_words": record.entry_words,
        "contact_name": record.contact.name,
        "contact_post": record.contact.post,
        "contact_email": record.contact.email,
        "contact_telephone": record.contact.telephone,
        "source": record.source,
        "source_url": record.source_url,
        "checked_on": _day(record.checked_on),
    }


def _lines(records: Iterable[ProgrammeRecord]) -> Iterator[list[str]]:
    records = tuple(records)
    columns = _columns(records)
    yield [header for header, _, _ in columns]
    yield [tag for _, tag, _ in columns]
    for record in records:
        for row in _rows(record):
            yield [row.get(name, "") for _, _, name in columns]


def three_w_csv(records: Iterable[ProgrammeRecord]) -> bytes:
    """The table as CSV in UTF-8; what a program would run as a formula has a quote in front."""
    text = StringIO()
    writer = csv.writer(text)
    for line in _lines(records):
        writer.writerow([f"'{each}" if each[:1] in HARMLESS else each for each in line])
    return text.getvalue().encode()


def write_three_w_xlsx(target: IO[bytes], records: Iterable[ProgrammeRecord]) -> None:
    """The table as .xlsx, every cell a text."""
    with xlsxwriter.Workbook(target, {**PLAIN_TEXTS, "in_memory": True}) as book:
        sheet = book.add_worksheet("3W")
        text, head = book.add_format({"num_format": TEXT_FORMAT}), book.add_format({"bold": True, "text_wrap": True})
        sheet.set_column(0, 0, 18, text)
        sheet.set_column(1, 80, 22, text)
        sheet.freeze_panes(2, 2)
        for line, row in enumerate(_lines(records)):
            for index, each in enumerate(row):
                if each:
                    sheet.write_string(line, index, each[:32_767], text if line > 1 else head)
