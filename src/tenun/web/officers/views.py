"""Thin views: get the thing through `access`, check the form, call one action or query, answer."""

import itertools
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.documents.actions import record_papers
from tenun.documents.queries import current_papers, papers_of
from tenun.domain.catalogue import packaged
from tenun.organisations.access import Ability, may
from tenun.organisations.enums import Role
from tenun.organisations.models import User
from tenun.people.access import get_person
from tenun.people.actions import PossibleDuplicate, register_person
from tenun.people.models import Person
from tenun.people.queries import MOST_ROWS, find_persons
from tenun.shared.audit import (
    OPEN_CONTACT,
    OPEN_FILE,
    OPEN_NUMBER,
    READ_HISTORY,
    READ_READERS,
    SEARCH,
    SEARCH_ELSEWHERE,
    enter_read,
)
from tenun.shared.models import ReadEntry
from tenun.web.officers.days import say_moment
from tenun.web.officers.desk import DeskPage
from tenun.web.officers.file import file_of, groups_of, rows_of
from tenun.web.officers.forms import KINDS, PaperForm, RegisterForm
from tenun.web.officers.person_forms import ReasonForm
from tenun.web.officers.persons import without_target
from tenun.web.officers.side_by_side import alike_of
from tenun.web.officers.transfers import told_on_desk
from tenun.web.parts import Look
from tenun.web.scope import OfficerRequest, needs


def _enter(request: OfficerRequest, act: str, person_id: int | None = None, detail: str = "") -> None:
    standing = request.standing
    enter_read(user_id=standing.user_id, roles=standing.roles, act=act, person_id=person_id, detail=detail)


@needs(Ability.OPEN_DESK)
@require_GET
def desk(request: OfficerRequest) -> HttpResponse:
    """The persons of the post's territory, the longest waiting first, or those whom a search finds."""
    text, after = request.GET.get("q", "").strip(), request.GET.get("setelah", "")
    persons: list[Person] = []
    lists_people = may(request.standing, Ability.SEARCH_PERSONS)
    if lists_people:
        persons = list(find_persons(text, after=int(after) if after.isdecimal() else 0))
    _enter(request, SEARCH, detail=f"{'cari' if text else 'daftar'}: {len(persons)}")
    page = DeskPage(
        about=request.standing.title,
        rows=rows_of(persons, papers_of(persons), request.standing),
        lists_people=lists_people,
        register_url=reverse("register") if may(request.standing, Ability.REGISTER_PERSON) else "",
        next_url="?" + urlencode({"q": text, "setelah": persons[-1].pk}) if len(persons) == MOST_ROWS else "",
    )
    return render(request, "desk.html", {"desk": page, "query": text, "told": told_on_desk(request.standing)})


@needs(Ability.REGISTER_PERSON)
@require_http_methods(["GET", "POST"])
def register(request: OfficerRequest) -> HttpResponse:
    """Records a new person; whoever looks like her is shown before anything is saved."""
    form = RegisterForm(request.POST or None, scope=request.standing.scope)
    decision = ReasonForm(request.POST) if "another" in request.POST else None
    found: PossibleDuplicate | None = None
    if form.is_valid():
        new, decided = form.new_person(), decision is not None and decision.is_valid()
        try:
            reason = decision.reason if decision is not None and decided else ""
            person = register_person(new=new, by=request.user, another=decided, reason=reason)
            return redirect("berkas", person.pk)
        except PossibleDuplicate as duplicate:
            found = duplicate
            _enter(request, SEARCH_ELSEWHERE, detail=f"{len(found.elsewhere)}")
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
    """One person: gates, findings, mismatches, plan, papers."""
    person = get_person(standing=request.standing, person_id=person_id)
    _enter(request, OPEN_FILE, person.pk)
    if not person.target:
        return without_target(request, person)
    page = file_of(person, current_papers(person), request.standing)
    return render(request, "officers/berkas.html", {"page": page})


@needs(Ability.RECORD_PAPER)
@require_GET
def papers(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Every kind of paper, to choose the one that is recorded."""
    person = get_person(standing=request.standing, person_id=person_id, ability=Ability.RECORD_PAPER)
    _enter(request, OPEN_FILE, person.pk)
    context = {"person": person, "groups": groups_of(person), "back_url": reverse("berkas", args=[person.pk])}
    return render(request, "papers.html", context)


@needs(Ability.RECORD_PAPER)
@require_http_methods(["GET", "POST"])
def paper(request: OfficerRequest, person_id: int, kind: str) -> HttpResponse:
    """Records what a paper says; the verdict is new on the next page."""
    person = get_person(standing=request.standing, person_id=person_id, ability=Ability.RECORD_PAPER)
    if kind not in itertools.chain(*KINDS.values()):
        raise Http404
    _enter(request, OPEN_FILE, person.pk)
    form = PaperForm(request.POST or None, kind=kind, name=person.full_name)
    if form.is_valid():
        record_papers(person=person, dossier=form.dossier, by=request.user)
        return redirect("berkas", person.pk)
    context = {
        "form": form,
        "person": person,
        "paper": capfirst(packaged().lists.papers[kind].id),
        "back_url": reverse("berkas", args=[person.pk]),
    }
    return render(request, "paper.html", context, status=422 if form.errors else 200)


@needs(Ability.OPEN_NUMBER)
@require_POST
def open_number(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Shows the NIK in clear; the opening is entered under the officer's name first."""
    person = get_person(standing=request.standing, person_id=person_id, ability=Ability.OPEN_NUMBER)
    _enter(request, OPEN_NUMBER, person.pk)
    return render(request, "number.html", {"person": person, "back_url": reverse("berkas", args=[person.pk])})


@needs(Ability.READ_READERS)
@require_GET
def readers(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Who looked at this file, and when."""
    person = get_person(standing=request.standing, person_id=person_id)
    _enter(request, READ_READERS, person.pk)
    entries = list(ReadEntry.objects.filter(person_id=person.pk).order_by("-at")[:200])
    names = dict(User.objects.filter(pk__in={entry.user_id for entry in entries}).values_list("pk", "full_name"))
    looks = [
        Look(names.get(entry.user_id, "—"), _roles(entry.roles), say_moment(entry.at, "id"), str(_ACTS[entry.act]))
        for entry in entries
    ]
    context = {"person": person, "looks": looks, "back_url": reverse("berkas", args=[person.pk])}
    return render(request, "readers.html", context)


def _roles(codes: str) -> str:
    return ", ".join(str(Role(code).label) for code in codes.split(",") if code)


_ACTS = {
    OPEN_FILE: _("membuka berkas"),
    OPEN_NUMBER: _("membuka nomor"),
    READ_READERS: _("melihat daftar pembaca"),
    SEARCH: _("mencari"),
    OPEN_CONTACT: _("membuka kontak"),
    READ_HISTORY: _("membaca riwayat perubahan"),
}
