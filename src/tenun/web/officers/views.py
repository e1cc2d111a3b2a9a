"""Thin views: get the thing through `access`, check the form, call one action or query, answer."""

import itertools
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.documents.actions import record_paper, record_papers
from tenun.documents.kinds import OTHER_KINDS, is_retired
from tenun.domain.journey import Event
from tenun.organisations.access import Ability, may
from tenun.people.actions import PossibleDuplicate
from tenun.readiness.actions import begin
from tenun.shared.audit import OPEN_NUMBER, PRINT_PLAN, READ_LOG, READ_READERS, SEARCH_ELSEWHERE
from tenun.shared.clock import today
from tenun.shared.models import ReadEntry
from tenun.web.fields import answers_of
from tenun.web.gallery import Gallery
from tenun.web.officers import printed
from tenun.web.officers.emergencies import banner_of
from tenun.web.officers.file import File, groups_of, name_of, page_of
from tenun.web.officers.fitting import fitting_for
from tenun.web.officers.forms import KINDS, OtherPaperForm, PaperForm, RegisterForm
from tenun.web.officers.journey import role_for, with_way
from tenun.web.officers.opening import enter, open_file, open_person
from tenun.web.officers.paper_check import differences, name_differs, seal_of
from tenun.web.officers.person_forms import ReasonForm
from tenun.web.officers.persons import without_target
from tenun.web.officers.readings import MOST_ENTRIES, log_lines, looks_of
from tenun.web.officers.scan_views import scan_link, take_scan
from tenun.web.officers.side_by_side import alike_of
from tenun.web.officers.sisko import section_of
from tenun.web.scope import OfficerRequest, needs


@needs(Ability.REGISTER_PERSON)
@require_http_methods(["GET", "POST"])
def register(request: OfficerRequest) -> HttpResponse:
    """Records a new person; whoever looks like her is shown before anything is saved."""
    form = RegisterForm(answers_of(request), scope=request.standing.scope)
    decision = ReasonForm(request.POST) if "another" in request.POST else None
    found: PossibleDuplicate | None = None
    if form.is_valid():
        new, decided = form.new_person(), decision is not None and decision.is_valid()
        try:
            person = begin(
                new=new,
                role=role_for(Event.CONTACT, request.standing.roles),
                on=today(),
                by=request.user,
                another=decided,
                reason=decision.reason if decision is not None and decided else "",
            )
            return redirect("berkas", person.pk)
        except PossibleDuplicate as duplicate:
            found = duplicate
            enter(request, SEARCH_ELSEWHERE, detail=f"{len(found.elsewhere)}")
    status = 422 if form.errors or found else 200
    context = {
        "form": form,
        "alike": alike_of(found, request.standing, new=form.new_person(), form=decision) if found else None,
        "cancel_url": reverse("desk"),
        "digit_fields": ("nik", "no_kk"),
    }
    return render(request, "register.html", context, status=status)


@needs(Ability.READ_PERSON)
@require_GET
def berkas(request: OfficerRequest, person_id: int) -> HttpResponse:
    """One person: gates, findings, mismatches, plan, papers, and what Sisko shows."""
    file = open_file(request, person_id)
    page = page_of(file, request.standing)
    emergency, sisko = banner_of(request, file.person), section_of(file)
    if page is None:
        return without_target(request, file.person, sisko, emergency)
    shown = with_way(page, file, request.standing.roles)
    context = {
        "page": shown,
        "sisko": sisko,
        "emergency": emergency,
        "fitting": fitting_for(file),
        "may_read_programmes": may(request.standing, Ability.READ_PROGRAMMES),
    }
    return render(request, "officers/berkas.html", context)


def _waits_for_protection(request: OfficerRequest, file: File) -> bool:
    """While her age is in question only protection records papers: nobody else may mend an age."""
    return file.is_stopped() and not may(request.standing, Ability.SEE_HELD)


@needs(Ability.RECORD_PAPER)
@require_GET
def papers(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Every kind of paper, to choose the one that is recorded."""
    file = open_file(request, person_id, Ability.RECORD_PAPER)
    person = file.person
    if _waits_for_protection(request, file):
        return redirect("berkas", person_id)
    context = {"person": person, "groups": groups_of(person), "back_url": reverse("berkas", args=[person.pk])}
    return render(request, "papers.html", context)


@needs(Ability.RECORD_PAPER)
@require_http_methods(["GET", "POST"])
def paper(request: OfficerRequest, person_id: int, kind: str) -> HttpResponse:
    """Records what a paper says. Where it differs from another paper, the difference is shown before it is saved."""
    file = open_file(request, person_id, Ability.RECORD_PAPER)
    if _waits_for_protection(request, file):
        return redirect("berkas", person_id)
    if kind not in itertools.chain(*KINDS.values()) or is_retired(kind, today()):
        raise Http404
    scan_form = take_scan(request, file.person, kind)
    read = _other_paper if kind in OTHER_KINDS else _judged_paper
    spoilt = scan_form is not None and bool(scan_form.errors)
    shown = read(request, file, kind, may_save=not spoilt)
    if shown is None:
        return redirect("berkas", person_id)
    context = {
        "matrix": None,
        **shown,
        **scan_link(request, file.person, kind),
        "scan_form": scan_form,
        "person": file.person,
        "paper": name_of(kind),
        "back_url": reverse("berkas", args=[person_id]),
    }
    return render(request, "paper.html", context, status=422 if shown["form"].errors or spoilt else 200)


def _judged_paper(request: OfficerRequest, file: File, kind: str, *, may_save: bool) -> dict[str, Any] | None:
    """What the page shows while the paper is not saved; nothing once it is."""
    current = next((each for each in file.papers if each.kind == kind), None)
    form = PaperForm(answers_of(request), kind=kind, name=file.person.full_name, current=current)
    if not form.is_valid() or not may_save:
        return {"form": form}
    matrix, seal = differences(file, kind, form.dossier), seal_of(form.cells())
    if matrix is not None and request.POST.get("seen") != seal:
        return {"form": form, "matrix": matrix, "seal": seal}
    record_papers(person=file.person, dossier=form.dossier, by=request.user)
    return None


def _other_paper(request: OfficerRequest, file: File, kind: str, *, may_save: bool) -> dict[str, Any] | None:
    form = OtherPaperForm(answers_of(request))
    if not form.is_valid() or not may_save:
        return {"form": form}
    matrix, seal = name_differs(file, kind, form.cleaned_data["nama"]), seal_of(form.cells())
    if matrix is not None and request.POST.get("seen") != seal:
        return {"form": form, "matrix": matrix, "seal": seal}
    record_paper(person=file.person, kind=kind, record=form.record(), by=request.user)
    return None


@needs(Ability.PRINT_PLAN)
@require_GET
def print_plan(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Her plan and ticket as one printed page; the printing is entered."""
    file = open_file(request, person_id, Ability.PRINT_PLAN)
    enter(request, PRINT_PLAN, person_id)
    sheet = printed.print_plan(file, officer=str(request.user), office=request.standing.title)
    if sheet is None:
        return redirect("berkas", person_id)
    headers = {"Content-Disposition": f'inline; filename="rencana-{person_id:06d}.pdf"'}
    return HttpResponse(sheet, content_type="application/pdf", headers=headers)


@needs(Ability.OPEN_NUMBER)
@require_POST
def open_number(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Shows the NIK in clear; the opening is entered under the officer's name first."""
    person = open_person(request, person_id, Ability.OPEN_NUMBER, OPEN_NUMBER)
    return render(request, "number.html", {"person": person, "back_url": reverse("berkas", args=[person.pk])})


@needs(Ability.READ_READERS)
@require_GET
def readers(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Who looked at this file, and when."""
    person = open_person(request, person_id, Ability.READ_READERS, READ_READERS)
    entries = list(ReadEntry.objects.filter(person_id=person.pk).order_by("-pk")[:MOST_ENTRIES])
    context = {"person": person, "looks": looks_of(entries), "back_url": reverse("berkas", args=[person.pk])}
    return render(request, "readers.html", context)


@needs(Ability.OPEN_DESK)
@require_GET
def gallery(request: OfficerRequest) -> HttpResponse:
    """Every component in every state, with invented content."""
    return render(request, "gallery.html", {"gallery": Gallery()})


@needs(Ability.READ_LOG)
@require_GET
def read_log(request: OfficerRequest) -> HttpResponse:
    """The auditor's page: who opened what and when, by ticket number. It names no person of a file."""
    text = request.GET.get("tiket", "").strip()
    entries = ReadEntry.objects.order_by("-pk")
    if text.isascii() and text.isdigit() and len(text) < 19:
        entries = entries.filter(person_id=int(text))
    found = list(entries[:MOST_ENTRIES])
    enter(request, READ_LOG, detail=f"{len(found)} catatan")
    return render(request, "read_log.html", {"lines": log_lines(found), "ticket": text})
