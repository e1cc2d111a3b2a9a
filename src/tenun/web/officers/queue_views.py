"""Meja kerja: the queue of the territory, a search in it, and the queue as a sheet."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tenun.domain.catalogue import packaged
from tenun.formats.workbooks import new_workbook
from tenun.organisations.access import Ability, may
from tenun.people.models import Journey
from tenun.people.queries import find_persons
from tenun.readiness.queue import PAGE, Place, counts_of, queue_of
from tenun.shared.audit import EXPORT_QUEUE, SEARCH
from tenun.shared.clock import WITA, today
from tenun.web.language import language, say
from tenun.web.officers import words
from tenun.web.officers.days import say_moment
from tenun.web.officers.desk import DeskPage, QueueForm, address_of, following, place_of, tiles_of
from tenun.web.officers.emergencies import told_of_emergencies
from tenun.web.officers.file import rows_for
from tenun.web.officers.opening import enter
from tenun.web.officers.queue_rows import row_of
from tenun.web.officers.transfers import told_on_desk
from tenun.web.parts import PersonRow
from tenun.web.scope import OfficerRequest, needs

MOST_EXPORTED = 5_000
"""Rows of a sheet: a district's queue, not the province's register."""


@needs(Ability.OPEN_DESK)
@require_GET
def desk(request: OfficerRequest) -> HttpResponse:
    """Whoever waits in the post's territory, the longest first, or those whom a search finds.

    A village begins with its duties instead, and comes here from one of them.
    """
    if not request.GET and may(request.standing, Ability.OPEN_VILLAGE):
        return redirect("village")
    text = request.GET.get("q", "").strip()
    if not may(request.standing, Ability.SEARCH_PERSONS):
        to_map = reverse("programme-map") if may(request.standing, Ability.READ_PROGRAMMES) else ""
        page = DeskPage(about=request.standing.title, rows=(), lists_people=False, map_url=to_map)
    elif text:
        page = _found(request, text)
    else:
        page = _queue(request)
    context = {
        "desk": page,
        "query": text,
        "told": told_on_desk(request.standing),
        "emergencies": told_of_emergencies(request.standing),
    }
    return render(request, "desk.html", context)


def _found(request: OfficerRequest, text: str) -> DeskPage:
    persons = list(find_persons(text, scope=request.standing.scope))
    enter(request, SEARCH, detail=f"cari: {len(persons)}")
    return DeskPage(about=request.standing.title, rows=rows_for(persons), register_url=_register_url(request))


def _queue(request: OfficerRequest) -> DeskPage:
    scope = request.standing.scope
    form = QueueForm(request.GET, scope=scope)
    filters, after = form.filters(), place_of(request.GET.get("setelah", ""))
    journeys = list(queue_of(scope, filters, packaged(), today(), after))
    enter(request, SEARCH, detail=f"antrean: {len(journeys)}")
    counts = counts_of(scope, filters)
    may_act = may(request.standing, Ability.ACT_TOGETHER)
    return DeskPage(
        about=request.standing.title,
        rows=tuple(row_of(journey, with_pick=may_act) for journey in journeys),
        register_url=_register_url(request),
        next_url=following(journeys, form),
        first_url=address_of(form) if after is not None else "",
        export_url=reverse("export-queue") + address_of(form) if journeys else "",
        tiles=tiles_of(counts, form),
        counted_at=say_moment(counts.counted_at, language()) if counts.counted_at else "",
        form=form,
        may_act=may_act and bool(journeys),
        views_url=reverse("queue-views") + address_of(form) if may(request.standing, Ability.KEEP_VIEWS) else "",
    )


def _register_url(request: OfficerRequest) -> str:
    return reverse("register") if may(request.standing, Ability.REGISTER_PERSON) else ""


@needs(Ability.EXPORT_QUEUE)
@require_GET
def export_queue(request: OfficerRequest) -> HttpResponse:
    """The queue as it is narrowed now, as a sheet without any number of a paper; the taking along is entered."""
    form = QueueForm(request.GET, scope=request.standing.scope)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "antrean.xlsx")
        count = _write(path, _all(request, form))
        enter(request, EXPORT_QUEUE, detail=f"{count} baris")
        content = path.read_bytes()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    headers = {"Content-Disposition": f'attachment; filename="antrean-{today():%Y-%m-%d}.xlsx"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def _all(request: OfficerRequest, form: QueueForm) -> Iterator[tuple[Journey, PersonRow]]:
    after: Place | None = None
    for _ in range(MOST_EXPORTED // PAGE):
        page = list(queue_of(request.standing.scope, form.filters(), packaged(), today(), after))
        yield from ((journey, row_of(journey)) for journey in page)
        if len(page) < PAGE:
            return
        after = Place(page[-1].since, page[-1].pk)


def _write(path: Path, lines: Iterator[tuple[Journey, PersonRow]]) -> int:
    count = 0
    with new_workbook(path) as book:
        sheet = book.add_worksheet(say(words.QUEUE))
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd-mm-yyyy"})
        for column, title in enumerate(words.QUEUE_COLUMNS):
            sheet.write_string(0, column, say(title), bold)
        for count, (journey, row) in enumerate(lines, 1):
            cells = (row.under_name, row.name, row.target, row.stage, row.blocker.word, row.more, row.turn)
            for column, text in enumerate(cells):
                sheet.write_string(count, column, text)
            sheet.write_datetime(count, len(cells), journey.since.astimezone(WITA).replace(tzinfo=None), day)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 6, 26)
    return count
