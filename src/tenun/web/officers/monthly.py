"""The pages of the monthly report: the district counts, reads and sends; the province sees who has sent and reads."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tenun.domain.identifiers.regions import region_name
from tenun.formats.figures import Table
from tenun.insight.access import Found, ReportNotFound, get_report
from tenun.insight.actions import AlreadySent, MonthNotOver, send_report
from tenun.insight.month import Month, finished, last_finished
from tenun.insight.queries import sent_by, sent_in
from tenun.organisations.access import Ability, may
from tenun.shared.audit import EXPORT_MONTHLY, READ_MONTHLY
from tenun.shared.clock import today
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.officers.monthly_files import file_name, paper, say_count, workbook
from tenun.web.officers.opening import enter
from tenun.web.scope import OfficerRequest, needs

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_BASIS = "UU 18/2017 Pasal 41"


@dataclass(frozen=True, slots=True)
class MonthChoice:
    """One month to choose."""

    value: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DistrictLine:
    """One district as the province sees it; `url` leads to what was sent."""

    name: str
    when: str
    office: str
    url: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table ready to be shown: of each line label, counts by the names of their columns, meaning, is it the sum."""

    code: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[tuple[str, tuple[tuple[str, str], ...], str, bool], ...]


@needs(Ability.READ_REPORT_OF_DISTRICT)
@require_GET
def monthly(request: OfficerRequest) -> HttpResponse:
    """Leads an office to its own report; shows the province which districts have sent theirs."""
    month, districts = Month.read(request.GET.get("bulan", "")), request.standing.scope.districts
    if month is None or not month.is_over(today()):
        month = last_finished(today())
    if may(request.standing, Ability.SEND_REPORT):
        if not districts:
            raise Http404
        wanted = request.GET.get("kabupaten", "")
        return redirect("district-report", wanted if wanted in districts else districts[0], str(month))
    sent = sent_in(month)
    enter(request, READ_MONTHLY, detail=f"{month}: {len(sent)}")
    lines = [
        DistrictLine(
            name=region_name(code),
            when=say_moment(sent[code].at, language()) if code in sent else "",
            office=sent[code].office if code in sent else "",
            url=reverse("district-report", args=[code, str(month)]) if code in sent else "",
        )
        for code in districts
    ]
    context = {"lines": lines, "sent": len(sent), "month_name": _name(month), "months": _choices(month, frozenset())}
    return render(request, "officers/monthly_districts.html", context)


def _name(month: Month) -> str:
    return month.say(language())


def _choices(chosen: Month, sent: frozenset[Month]) -> list[MonthChoice]:
    months = sorted({*finished(today()), chosen}, reverse=True)
    return [
        MonthChoice(str(each), _name(each) + (f" ({_('sudah dikirim')})" if each in sent else ""), each == chosen)
        for each in months
    ]


def _found(request: OfficerRequest, district: str, month: str) -> Found:
    """The report of the address; not found when it is not this reader's. `untuk=provinsi` gives its office the copy."""
    try:
        found = get_report(standing=request.standing, district=district, month=Month.read(month), on=today())
    except ReportNotFound:
        raise Http404 from None
    if found.is_own and request.GET.get("untuk") == "provinsi":
        return replace(found, report=found.report.for_province())
    return found


@needs(Ability.READ_REPORT_OF_DISTRICT)
@require_GET
def district_report(request: OfficerRequest, district: str, month: str) -> HttpResponse:
    """One district's report on one month."""
    found = _found(request, district, month)
    enter(request, READ_MONTHLY, detail=f"{district} {month}")
    sending, chosen = found.sending, found.month
    context = {
        "report": found.report,
        "month_name": _name(chosen),
        "basis": _BASIS,
        "sent_at": say_moment(sending.at, language()) if sending else "",
        "sending": sending,
        "is_own": found.is_own,
        "tables": [_view(table) for table in found.report.tables],
        "months": _choices(chosen, sent_by(district)) if found.is_own else [],
        "sheet_url": reverse("report-sheet", args=[district, month]),
        "paper_url": reverse("report-paper", args=[district, month]),
        "send_url": reverse("send-report", args=[district, month]),
        "back_url": f"{reverse('monthly-report')}?bulan={month}",
    }
    return render(request, "officers/monthly.html", context)


def _view(table: Table) -> TableView:
    lines = tuple(
        (
            line.label,
            tuple(zip(table.columns, map(say_count, line.counts), strict=True)),
            line.meaning,
            table.stands_out(line),
        )
        for line in table.all_lines
    )
    return TableView(table.code, table.title, table.columns, lines)


@needs(Ability.READ_REPORT_OF_DISTRICT)
@require_GET
def report_sheet(request: OfficerRequest, district: str, month: str) -> HttpResponse:
    """The report as .xlsx; taking it along is entered."""
    found = _found(request, district, month)
    enter(request, EXPORT_MONTHLY, detail=f"{district} {month} xlsx")
    headers = {"Content-Disposition": f'attachment; filename="{file_name(found, "xlsx")}"'}
    return HttpResponse(workbook(found), content_type=_SHEET, headers=headers)


@needs(Ability.READ_REPORT_OF_DISTRICT)
@require_GET
def report_paper(request: OfficerRequest, district: str, month: str) -> HttpResponse:
    """The report as PDF; taking it along is entered."""
    found = _found(request, district, month)
    enter(request, EXPORT_MONTHLY, detail=f"{district} {month} pdf")
    headers = {"Content-Disposition": f'inline; filename="{file_name(found, "pdf")}"'}
    return HttpResponse(paper(found), content_type="application/pdf", headers=headers)


@needs(Ability.SEND_REPORT)
@require_POST
def send(request: OfficerRequest, district: str, month: str) -> HttpResponse:
    """Marks the report as sent, with the figures of this moment."""
    chosen = Month.read(month)
    if chosen is None or district not in request.standing.scope.districts:
        raise Http404
    try:
        send_report(district=district, month=chosen, office=request.standing.title, on=today(), by=request.user)
    except MonthNotOver:
        raise Http404 from None
    except AlreadySent:
        messages.info(request, _("Laporan bulan ini sudah dikirim sebelumnya. Tidak ada yang berubah."))
    else:
        messages.success(request, _("Laporan terkirim ke provinsi."), extra_tags="met")
    return redirect("district-report", district, month)
