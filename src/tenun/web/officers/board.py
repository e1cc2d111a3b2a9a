"""Papan capaian: the four expected results with what can be counted of them, and what cannot yet."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tenun.domain.identifiers.regions import region_name
from tenun.insight.board import board_of
from tenun.organisations.access import Ability
from tenun.shared.audit import EXPORT_OUTCOMES
from tenun.shared.clock import today
from tenun.web.language import language
from tenun.web.officers import board_files
from tenun.web.officers.board_words import desk_rows, district_rows, part_rows, view_of
from tenun.web.officers.days import say_moment
from tenun.web.officers.opening import enter
from tenun.web.scope import OfficerRequest, needs

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(Ability.READ_OUTCOMES)
@require_GET
def board(request: OfficerRequest) -> HttpResponse:
    """The board."""
    found = board_of(request.standing, today())
    titles, rows = district_rows(found)
    context = {
        "outcomes": [(outcome, [view_of(line) for line in lines]) for outcome, lines in found.outcomes()],
        "counted": say_moment(found.computed_at, language()) if found.computed_at else "",
        "unmeasured": len(found.lines) - len(found.measured()),
        "measured": len(found.measured()),
        "titles": titles,
        "rows": rows,
        "own": ", ".join(map(region_name, found.own)),
        "parts": [(line.indicator, part_rows(line), desk_rows(line)) for line in found.lines if line.indicator.parts],
        "sheet_url": reverse("board-sheet"),
        "paper_url": reverse("board-paper"),
    }
    return render(request, "officers/board.html", context)


@needs(Ability.READ_OUTCOMES)
@require_GET
def sheet(request: OfficerRequest) -> HttpResponse:
    """The board as .xlsx; taking it along is entered."""
    found = board_of(request.standing, today())
    enter(request, EXPORT_OUTCOMES, detail="xlsx")
    headers = {"Content-Disposition": f'attachment; filename="papan-capaian-{today()}.xlsx"'}
    return HttpResponse(board_files.workbook(found), content_type=_SHEET, headers=headers)


@needs(Ability.READ_OUTCOMES)
@require_GET
def paper(request: OfficerRequest) -> HttpResponse:
    """One page for the Governor; taking it along is entered."""
    found = board_of(request.standing, today())
    enter(request, EXPORT_OUTCOMES, detail="pdf")
    headers = {"Content-Disposition": f'inline; filename="papan-capaian-{today()}.pdf"'}
    return HttpResponse(board_files.paper(found), content_type="application/pdf", headers=headers)
