"""The outcome board as it leaves the site: a workbook, and one tagged PDF page for the Governor.

Its words are Indonesian whatever the page speaks, as those of the monthly report.
"""

import json
from importlib.resources import files
from typing import Any

import typst
from django.conf import settings

from tenun.domain.disclosure import Count
from tenun.domain.identifiers.regions import region_name
from tenun.domain.wording import say_day
from tenun.formats.figures import Line as SheetLine
from tenun.formats.figures import Table, workbook_of
from tenun.insight.board import Board, Figure, Line
from tenun.insight.indicators.definitions import Kind
from tenun.web.officers.board_words import NOT_SET, UNMEASURED, moved, say_figure, say_set
from tenun.web.officers.days import say_moment

TITLE = "Papan capaian tata kelola migrasi NTT"
_ABOUT = "Empat hasil yang diharapkan dari audiensi 8 Desember 2025, kata-kata kami sendiri"
_HIDDEN = (
    "Angka orang satu sampai empat ditulis <5; “ditutup” berarti dapat dihitung balik; “dasar < 20” terlalu sedikit."
)
_WAITS = "Belum terukur: belum ada catatan yang dapat menghitungnya. Tidak ada angka kira-kira di lembar ini."
_DEMO = "Peragaan: angka ini dari orang dan kegiatan rekaan."
_NOBODY = "Belum pernah dihitung."
_FOOT = "Tenun · Papan capaian · {day}"


def _when(board: Board) -> str:
    return f"Keadaan {say_moment(board.computed_at, 'id')}" if board.computed_at else _NOBODY


def _notes() -> list[str]:
    return [*([_DEMO] if settings.DEMO else []), _WAITS, _HIDDEN]


def _count(figure: Figure | None) -> Count:
    if figure is None or figure.hidden or figure.value is None or figure.value % 1:
        return say_figure(figure)
    return int(figure.value)


def workbook(board: Board) -> bytes:
    """The board as .xlsx: the results, then what each district has."""
    tables = [
        Table(
            f"hasil_{outcome.number}",
            f"Hasil {outcome.number}. {outcome.title}",
            ("Angka", "Dari"),
            tuple(map(_result, lines)),
        )
        for outcome, lines in board.outcomes()
    ]
    tables += [_districts(line) for line in board.measured() if line.districts]
    keys = (("tanggal", str(board.on or "")),)
    return workbook_of(title=TITLE, about=[_ABOUT, _when(board), *_notes()], tables=tables, keys=keys)


def _result(line: Line) -> SheetLine:
    indicator = line.indicator
    meaning = f"{indicator.definition} Sumber: {', '.join(indicator.source)}. Penanggung jawab: {indicator.owner}."
    if indicator.kind is Kind.UNMEASURED:
        return SheetLine(indicator.id, indicator.title, (UNMEASURED, ""), f"{meaning} Menunggu {indicator.waits_for}.")
    base = line.total.base if line.total is not None and line.total.base is not None else ""
    return SheetLine(indicator.id, f"{indicator.title} ({indicator.unit})", (_count(line.total), base), meaning)


def _districts(line: Line) -> Table:
    indicator = line.indicator
    rows = tuple(
        SheetLine(code, region_name(code), (_count(figure),), "angka utuh kantor sendiri" if figure.is_own else "")
        for code, figure in sorted(line.districts.items())
    )
    return Table(indicator.id, f"{indicator.title}, menurut kabupaten dan kota", (indicator.unit.capitalize(),), rows)


def paper(board: Board) -> bytes:
    """The board as one tagged PDF page."""
    source = files("tenun.web").joinpath("print/board.typ").read_bytes()
    made: bytes = typst.compile(
        source,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"said": json.dumps(paper_words(board))},
        pdf_standards=["ua-1"],
    )
    return made


def paper_words(board: Board) -> dict[str, Any]:
    """Every word of the page."""
    return {
        "title": TITLE,
        "about": _ABOUT,
        "when": _when(board),
        "outcomes": [
            {
                "title": f"{outcome.number}. {outcome.title}",
                "lines": [_printed(line) for line in lines if line.indicator.kind is not Kind.UNMEASURED],
                "waits": "; ".join(
                    f"{line.indicator.title.lower()} (menunggu {line.indicator.waits_for})"
                    for line in lines
                    if line.indicator.kind is Kind.UNMEASURED
                ),
            }
            for outcome, lines in board.outcomes()
        ],
        "waits_label": "Belum terukur:",
        "notes": _notes(),
        "foot": _FOOT.format(day=say_day(board.on, "id") if board.on else "–"),
    }


def _printed(line: Line) -> dict[str, str]:
    base = line.total.base if line.total is not None else None
    return {
        "title": line.indicator.title,
        "number": say_figure(line.total),
        "unit": line.indicator.unit if base is None else f"dari {base:,} {line.indicator.unit}".replace(",", "."),
        "moved": moved(line, "id"),
        "target": f"Sasaran: {say_set(line.indicator.target)}" if line.indicator.target else f"Sasaran {NOT_SET}",
    }
