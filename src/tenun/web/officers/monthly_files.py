"""The monthly report as it leaves the site: a workbook, and a tagged PDF of A4 pages.

Its words are Indonesian whatever the page speaks: it is a letter from one Indonesian office to another.
"""

import json
from dataclasses import asdict
from importlib.resources import files
from typing import Any

import typst

from tenun.domain.disclosure import Count
from tenun.formats.figures import MEANING, Line, Table, workbook_of
from tenun.insight.access import Found
from tenun.web.officers.days import say_moment

TITLE = "Laporan bulanan {month}"
_ABOUT = "{district} kepada Provinsi Nusa Tenggara Timur"
_BASIS = "Dasar: UU 18/2017, Pasal 41. Dihitung menurut hari pencatatan di Tenun."
_SENT, _SENT_BY = "Sudah dikirim", "{when} · {office}"
_DRAFT = ("Draf", "belum dikirim")
_COPY = "Salinan untuk provinsi: angka satu sampai empat ditulis <5. “Ditutup” berarti angka itu tidak ditunjukkan."
_OWN = "Lembar kantor sendiri dengan angka utuh. Untuk provinsi, pakai salinannya."
_HELD = "Langkah dan surat dari berkas yang ditahan tidak dihitung. Laporan ini tidak memuat nama atau nomor orang."
_LATE = "Yang dicatat terlambat masuk laporan bulan pencatatannya, jadi laporan yang sudah dikirim tidak berubah."
_FOOT = "Tenun · {district} · {month}"
_DIGEST = " · sidik salinan {digest}"
_PAGE = "Halaman"
_HANDS = ("Disusun oleh", "Mengetahui, kepala dinas")


def say_count(count: Count) -> str:
    """`1.234`; what stands in the place of a number as it is."""
    return f"{count:,}".replace(",", ".") if isinstance(count, int) else count


def file_name(found: Found, ending: str) -> str:
    """`laporan-53.04-2026-10.pdf`; the copy says that it is one."""
    kind = "laporan-salinan" if found.report.is_copy else "laporan"
    return f"{kind}-{found.report.district_code}-{found.report.month}.{ending}"


def _notes(found: Found) -> list[str]:
    return [_COPY if found.report.is_copy else _OWN, _HELD, _LATE]


def _state(found: Found) -> tuple[str, str]:
    """Whether it was sent, and when."""
    return (_SENT, say_moment(found.sending.at, "id")) if found.sending else _DRAFT


def workbook(found: Found) -> bytes:
    """The report as .xlsx."""
    report = found.report
    about = [_ABOUT.format(district=report.district), _BASIS, " · ".join(_state(found)), *_notes(found)]
    if found.sending:
        about.append(_DIGEST.format(digest=found.sending.digest).removeprefix(" · ").capitalize())
    keys = (("kode_wilayah", report.district_code), ("wilayah", report.district), ("bulan", report.month))
    return workbook_of(title=TITLE.format(month=report.month_name), about=about, tables=report.tables, keys=keys)


def paper(found: Found) -> bytes:
    """The report as a tagged PDF."""
    source = files("tenun.web").joinpath("print/report.typ").read_bytes()
    made: bytes = typst.compile(
        source,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"said": json.dumps(paper_words(found))},
        pdf_standards=["ua-1"],
    )
    return made


def paper_words(found: Found) -> dict[str, Any]:
    """Every word of the printed report."""
    report, sending = found.report, found.sending
    digest = _DIGEST.format(digest=sending.digest[:12]) if sending else ""
    state, more = _state(found)
    return {
        "title": TITLE.format(month=report.month_name),
        "about": _ABOUT.format(district=report.district),
        "basis": _BASIS,
        "state": state,
        "state_more": more,
        "main": _main(found),
        "notes": _notes(found),
        "meaning": MEANING,
        "tables": [
            {
                "title": table.title,
                "columns": table.columns,
                "lines": [_words(table, line) for line in table.lines],
                "total": _words(table, table.total) if table.total else None,
            }
            for table in report.tables
        ],
        "hands": _HANDS,
        "foot": _FOOT.format(district=report.district, month=report.month_name) + digest,
        "page": _PAGE,
    }


def _words(table: Table, line: Line) -> dict[str, Any]:
    counts = [say_count(count) for count in line.counts]
    return {**asdict(line), "counts": counts, "is_strong": table.stands_out(line)}


def _main(found: Found) -> list[dict[str, str]]:
    """The three figures at the top."""
    counts = {(table.code, line.code): line.counts for table in found.report.tables for line in table.lines}
    wanted = (
        ("orang tercatat bulan ini", ("people", "people"), 0),
        ("orang tercatat seluruhnya", ("people", "people"), 1),
        ("mulai bersiap bulan ini", ("steps", "begin_preparation"), 0),
    )
    return [{"label": label, "count": say_count(counts[key][place])} for label, key, place in wanted]
