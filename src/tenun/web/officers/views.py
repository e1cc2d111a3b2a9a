"""Thin views: get the thing through `access`, check the form, call one action or query, answer."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.documents.actions import record_paper
from tenun.organisations.access import Ability
from tenun.people.access import get_person
from tenun.people.actions import PossibleDuplicate, register_person
from tenun.people.queries import find_persons
from tenun.shared.audit import OPEN_FILE, OPEN_NUMBER, READ_READERS, SEARCH, enter_read
from tenun.shared.models import ReadEntry
from tenun.web.officers.file import file_of
from tenun.web.officers.forms import PaperForm, RegisterForm
from tenun.web.scope import OfficerRequest, needs


def _enter(request: OfficerRequest, act: str, person_id: int | None = None, detail: str = "") -> None:
    standing = request.standing
    enter_read(user_id=standing.user_id, roles=standing.roles, act=act, person_id=person_id, detail=detail)


@needs(Ability.OPEN_DESK)
@require_GET
def desk(request: OfficerRequest) -> HttpResponse:
    """The persons of the post's territory, newest first, or those whom a search finds."""
    text = request.GET.get("q", "").strip()
    persons = list(find_persons(text))
    _enter(request, SEARCH, detail=f"{'cari' if text else 'daftar'}: {len(persons)}")
    return render(request, "desk.html", {"persons": persons, "q": text})


@needs(Ability.REGISTER_PERSON)
@require_http_methods(["GET", "POST"])
def register(request: OfficerRequest) -> HttpResponse:
    """Records a new person; whoever looks like her is shown before anything is saved."""
    form = RegisterForm(request.POST or None)
    alike = []
    if form.is_valid():
        try:
            person = register_person(new=form.new_person(), by=request.user, another="another" in request.POST)
            return redirect("berkas", person.pk)
        except PossibleDuplicate as found:
            alike = found.persons
    status = 422 if form.errors or alike else 200
    return render(request, "register.html", {"form": form, "alike": alike}, status=status)


@needs(Ability.READ_PERSON)
@require_GET
def berkas(request: OfficerRequest, id: int) -> HttpResponse:  # noqa: A002
    """One person: gates, findings, mismatches, plan, papers."""
    person = get_person(standing=request.standing, id=id)
    _enter(request, OPEN_FILE, person.pk)
    return render(request, "berkas.html", {"page": file_of(person), "person": person})


@needs(Ability.RECORD_PAPER)
@require_http_methods(["GET", "POST"])
def paper(request: OfficerRequest, id: int) -> HttpResponse:  # noqa: A002
    """Records what a paper says; the verdict is new on the next page."""
    person = get_person(standing=request.standing, id=id, ability=Ability.RECORD_PAPER)
    _enter(request, OPEN_FILE, person.pk)
    form = PaperForm(request.POST or None, initial={"kind": request.GET.get("kind", "")})
    if form.is_valid():
        record_paper(person=person, kind=form.cleaned_data["kind"], record=form.record(), by=request.user)
        return redirect("berkas", person.pk)
    return render(request, "paper.html", {"form": form, "person": person}, status=422 if form.errors else 200)


@needs(Ability.OPEN_NUMBER)
@require_POST
def open_number(request: OfficerRequest, id: int) -> HttpResponse:  # noqa: A002
    """Shows the NIK in clear; the opening is entered under the officer's name first."""
    person = get_person(standing=request.standing, id=id, ability=Ability.OPEN_NUMBER)
    _enter(request, OPEN_NUMBER, person.pk)
    return render(request, "number.html", {"person": person})


@needs(Ability.READ_READERS)
@require_GET
def readers(request: OfficerRequest, id: int) -> HttpResponse:  # noqa: A002
    """Who looked at this file, and when."""
    person = get_person(standing=request.standing, id=id)
    _enter(request, READ_READERS, person.pk)
    entries = ReadEntry.objects.filter(person_id=person.pk).order_by("-at")[:200]
    return render(request, "readers.html", {"person": person, "entries": entries})
