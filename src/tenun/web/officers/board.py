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
from tenun.web.officers.board_files import paper, workbook
from tenun.web.officers.board_words import desk_rows, district_rows, part_rows, view_of
from tenun.web.officers.days import say_moment
from tenun.web.officers.opening import enter
from tenun.web.scope import OfficerRequest, needs

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(Ability.READ_OUTCOMES)
@require_GET
def outcomes(request: OfficerRequest) -> HttpResponse:
    """The board."""
    board = board_of(request.standing, today())
    titles, rows = district_rows(board)
    context = {
        "outcomes": [(outcome, [view_of(line) for line in lines]) for outcome, lines in board.outcomes()],
        "counted": say_moment(board.computed_at, language()) if board.computed_at else "",
        "unmeasured": len(board.lines) - len(board.measured()),
        "measured": len(board.measured()),
        "titles": titles,
        "rows": rows,
        "own": ", ".join(map(region_name, board.own)),
        "parts": [(line.indicator, part_rows(line), desk_rows(line)) for line in board.lines if line.indicator.parts],
        "sheet_url": reverse("outcomes-sheet"),
        "paper_url": reverse("outcomes-paper"),
    }
    return render(request, "officers/outcomes.html", context)


@needs(Ability.READ_OUTCOMES)
@require_GET
def outcomes_sheet(request: OfficerRequest) -> HttpResponse:
    """The board as .xlsx; taking it along is entered."""
    board = board_of(request.standing, today())
    enter(request, EXPORT_OUTCOMES, detail="xlsx")
    headers = {"Content-Disposition": f'attachment; filename="papan-capaian-{today()}.xlsx"'}
    return HttpResponse(workbook(board), content_type=_SHEET, headers=headers)


@needs(Ability.READ_OUTCOMES)
@require_GET
def outcomes_paper(request: OfficerRequest) -> HttpResponse:
    """One page for the Governor; taking it along is entered."""
    board = board_of(request.standing, today())
    enter(request, EXPORT_OUTCOMES, detail="pdf")
    headers = {"Content-Disposition": f'inline; filename="papan-capaian-{today()}.pdf"'}
    return HttpResponse(paper(board), content_type="application/pdf", headers=headers)
