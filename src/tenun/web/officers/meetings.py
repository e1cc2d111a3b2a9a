"""The pages of a meeting's record: the list, the pasted text, the record with its checks, its way to everybody."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.organisations.access import Ability, may
from tenun.organisations.models import Organisation
from tenun.partnership.access import (
    MeetingNotFound,
    get_meeting,
    get_meeting_to_keep,
    may_keep_promises,
)
from tenun.partnership.actions.meetings import (
    NotReady,
    NotThisStep,
    add_point,
    add_result,
    approve_statement,
    change_meeting,
    move_meeting,
    paste_text,
    remove_line,
)
from tenun.partnership.enums import SHOWN, MeetingState, PointKind
from tenun.partnership.meetings import meetings as all_meetings
from tenun.partnership.models import ExpectedResult, Meeting, MeetingPoint
from tenun.web import meeting_words as said
from tenun.web.fields import answers_of
from tenun.web.officers.meeting_forms import RESULT, FactsForm, LineForm, PasteForm, PublishForm, WhyForm
from tenun.web.officers.meeting_rows import MeetingPage, MeetingRow, page_of
from tenun.web.scope import OfficerRequest, needs

View = Callable[..., HttpResponse]


def found_or_404(view: View) -> View:
    """A record that is not hers is not found."""

    @wraps(view)
    def answer(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except MeetingNotFound:
            raise Http404 from None

    return answer


@needs(Ability.READ_MEETINGS)
@require_GET
def meetings(request: OfficerRequest) -> HttpResponse:
    """Every meeting; drafts for those who keep them."""
    keeps = may(request.standing, Ability.KEEP_MEETINGS)
    found = all_meetings() if keeps else all_meetings().filter(state__in=SHOWN)
    rows = [MeetingRow.of(each) for each in found]
    return render(request, "meetings/list.html", {"rows": rows, "new_url": reverse("new-meeting") if keeps else ""})


@needs(Ability.KEEP_MEETINGS)
@require_http_methods(["GET", "POST"])
def new_meeting(request: OfficerRequest) -> HttpResponse:
    """A text is pasted."""
    form = PasteForm(answers_of(request))
    if form.is_valid():
        made = paste_text(text=form.cleaned_data["naskah"], by=request.user)
        return redirect("meeting-text" if made.proposals.exists() else "change-meeting", made.pk)
    context = {"form": form, "cancel_url": reverse("meetings")}
    return render(request, "meetings/new.html", context, status=422 if form.errors else 200)


@needs(Ability.READ_MEETINGS)
@require_GET
@found_or_404
def meeting(request: OfficerRequest, meeting_id: int) -> HttpResponse:
    """The record with its checks and the next step."""
    found = get_meeting(standing=request.standing, meeting_id=meeting_id)
    return render(request, "meetings/one.html", {"page": _page(request, found)})


def _page(request: OfficerRequest, found: Meeting) -> MeetingPage:
    standing = request.standing
    return page_of(
        found,
        keeps=may(standing, Ability.KEEP_MEETINGS),
        publishes=may(standing, Ability.PUBLISH_MEETING),
        promises=may_keep_promises(standing),
    )


@needs(Ability.KEEP_MEETINGS)
@require_http_methods(["GET", "POST"])
@found_or_404
def change(request: OfficerRequest, meeting_id: int) -> HttpResponse:
    """The facts are written or corrected."""
    found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
    form = FactsForm(answers_of(request), initial=FactsForm.initial_of(found), is_public=found.state in SHOWN)
    if form.is_valid():
        change_meeting(meeting=found, facts=form.facts, by=request.user, why=form.why)
        return _back(request, found, _("Fakta rapat tersimpan."))
    return _ask(request, found, form, _("Ubah fakta rapat"), _("Simpan fakta rapat"))


@needs(Ability.KEEP_MEETINGS)
@require_http_methods(["GET", "POST"])
@found_or_404
def add_line(request: OfficerRequest, meeting_id: int) -> HttpResponse:
    """A further line of the record."""
    found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
    known = list(Organisation.objects.order_by("name"))
    start = {"jenis": request.GET.get("jenis", "")}
    form = LineForm(answers_of(request), initial=start, organisations=known, is_public=found.state in SHOWN)
    if form.is_valid():
        _add(request, found, form)
        return _back(request, found, _("Isi rapat ditambah."))
    return _ask(request, found, form, _("Tambah isi rapat"), _("Simpan isi ini"))


def _add(request: OfficerRequest, found: Meeting, form: LineForm) -> None:
    said_, by = form.cleaned_data, request.user
    if said_["jenis"] == RESULT:
        add_result(meeting=found, words=said_["isi"], by=by, why=form.why)
        return
    organisation = Organisation.objects.get(pk=said_["lembaga"]) if said_["lembaga"] else None
    kind = PointKind(said_["jenis"])
    add_point(
        meeting=found,
        kind=kind,
        words=said_["isi"] or str(organisation),
        more=said_["lengkap"],
        organisation=organisation if kind is PointKind.GUEST else None,
        measure=said_["ukuran"] if kind is PointKind.OUTPUT else "",
        by=by,
        why=form.why,
    )


@needs(Ability.KEEP_MEETINGS)
@require_http_methods(["GET", "POST"])
@found_or_404
def drop_line(request: OfficerRequest, meeting_id: int, kind: str, line_id: int) -> HttpResponse:
    """A line is taken out; of what everybody reads, with a reason."""
    found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
    lines: list[MeetingPoint | ExpectedResult] = [*(found.results if kind == RESULT else found.points).all()]
    line = next((each for each in lines if each.pk == line_id), None)
    if line is None:
        raise MeetingNotFound
    form = WhyForm(answers_of(request), is_public=found.state in SHOWN)
    if form.is_valid():
        remove_line(line=line, by=request.user, why=form.why)
        return _back(request, found, _("Satu isi rapat dihapus."))
    return _ask(request, found, form, _("Hapus isi rapat"), _("Hapus isi ini"), about=line.words)


@needs(Ability.KEEP_MEETINGS)
@require_POST
@found_or_404
def approve_quote(request: OfficerRequest, meeting_id: int, point_id: int) -> HttpResponse:
    """The office of whoever spoke agrees with the quotation."""
    found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
    quotes = (each for each in found.points.all() if each.kind == PointKind.STATEMENT and each.pk == point_id)
    quote = next(quotes, None)
    if quote is None:
        raise MeetingNotFound
    approve_statement(point=quote, by=request.user)
    return _back(request, found, _("Persetujuan kutipan dicatat atas nama Anda."))


@needs(Ability.KEEP_MEETINGS)
@require_POST
@found_or_404
def check(request: OfficerRequest, meeting_id: int) -> HttpResponse:
    """Whoever keeps the record says that it is checked."""
    found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
    return _move(request, found, MeetingState.CHECKED, _("Catatan ditandai sudah diperiksa."))


@needs(Ability.PUBLISH_MEETING)
@require_http_methods(["GET", "POST"])
@found_or_404
def publish(request: OfficerRequest, meeting_id: int) -> HttpResponse:
    """The province approves the record, and then puts it before everybody."""
    found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
    if found.state == MeetingState.CHECKED:
        form: forms.Form = forms.Form(answers_of(request))
        if form.is_valid():
            return _move(request, found, MeetingState.APPROVED, _("Catatan disetujui. Sekarang dapat diterbitkan."))
        return _ask(request, found, form, _("Setujui catatan rapat"), _("Setujui catatan ini"))
    if found.state != MeetingState.APPROVED:
        raise MeetingNotFound
    form = PublishForm(answers_of(request))
    if form.is_valid():
        return _move(request, found, MeetingState.PUBLISHED, _("Halaman hasil sudah terbit."))
    return _ask(request, found, form, _("Terbitkan halaman hasil"), _("Terbitkan halaman ini"))


@needs(Ability.PUBLISH_MEETING)
@require_http_methods(["GET", "POST"])
@found_or_404
def withdraw(request: OfficerRequest, meeting_id: int) -> HttpResponse:
    """What was published is taken back; everybody reads that and why."""
    found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
    form = WhyForm(answers_of(request), is_public=True)
    if form.is_valid():
        return _move(request, found, MeetingState.WITHDRAWN, _("Halaman hasil ditarik."), form.why)
    return _ask(request, found, form, _("Tarik halaman hasil"), _("Tarik halaman ini"), kind="line")


def _move(request: OfficerRequest, found: Meeting, after: MeetingState, done: str, why: str = "") -> HttpResponse:
    try:
        move_meeting(meeting=found, after=after, by=request.user, why=why)
    except NotReady as error:
        first = error.checks[0].check
        messages.error(request, _("Belum dapat dilanjutkan: %(why)s.") % {"why": said.CHECKS[first][1]})
        return redirect("meeting", found.pk)
    except NotThisStep:
        raise Http404 from None
    return _back(request, found, done)


def _back(request: OfficerRequest, found: Meeting, done: str) -> HttpResponse:
    messages.success(request, done, extra_tags="met")
    return redirect("meeting", found.pk)


def _ask(
    request: OfficerRequest,
    found: Meeting,
    form: forms.Form,
    title: str,
    save: str,
    *,
    about: str = "",
    kind: str = "fill",
) -> HttpResponse:
    """One form about a meeting on a page of its own."""
    context = {
        "form": form,
        "meeting": found,
        "title": title,
        "save": save,
        "about": about,
        "kind": kind,
        "back_url": reverse("meeting", args=[found.pk]),
    }
    return render(request, "meetings/form.html", context, status=422 if form.errors else 200)
