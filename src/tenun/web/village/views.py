"""Views of a village office. Every list here is the village's own territory; every look is entered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tenun.domain.facts import Facts
from tenun.domain.journey import Event, State
from tenun.organisations.access import Ability
from tenun.people.models import Person
from tenun.people.queries import find_persons
from tenun.protection.actions import report_recruiter
from tenun.protection.queries import latest_reports
from tenun.readiness.actions import note_movement
from tenun.readiness.queries import at_stage, journey_of
from tenun.shared.audit import READ_REPORTS, SEARCH
from tenun.shared.clock import today
from tenun.web.fields import answers_of
from tenun.web.officers.file import File, say_village
from tenun.web.officers.journey import present, role_for
from tenun.web.officers.opening import enter, open_person
from tenun.web.scope import OfficerRequest, needs
from tenun.web.village.forms import MovementForm, RecruiterForm


@dataclass(frozen=True, slots=True)
class Duty:
    """One button: what it does and for what."""

    name: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One person to choose."""

    name: str
    about: str
    url: str


@needs(Ability.OPEN_VILLAGE)
@require_GET
def village(request: OfficerRequest) -> HttpResponse:
    """The five duties of a village, a button each."""
    duties = (
        Duty(_("Beri penjelasan"), _("Bacakan butir demi butir sebelum ia memutuskan."), reverse("village-inform")),
        Duty(_("Catat orang"), _("Orang baru yang ingin bekerja ke luar negeri."), reverse("register")),
        Duty(_("Bantu surat"), _("Lihat surat apa yang kurang dan catat yang ada."), reverse("desk") + "?q="),
        Duty(_("Catat berangkat atau pulang"), _("Siapa yang pergi, siapa yang kembali."), reverse("village-movement")),
        Duty(_("Laporkan perekrut"), _("Orang yang menawarkan kerja dengan cara mencurigakan."), reverse("recruiter")),
    )
    return render(request, "village/village.html", {"duties": duties, "about": request.standing.title})


@needs(Ability.NOTE_MOVEMENT)
@require_GET
def choose_movement(request: OfficerRequest) -> HttpResponse:
    """Whose departure or return is noted."""
    text = request.GET.get("q", "").strip()
    persons = list(find_persons(text, scope=request.standing.scope))
    enter(request, SEARCH, detail=f"berangkat dan pulang: {len(persons)}")
    context = {
        "title": _("Siapa yang berangkat atau pulang?"),
        "choices": _choices(persons, "movement"),
        "text": text,
        "with_search": True,
        "new_url": reverse("register"),
    }
    return render(request, "village/choose.html", context)


@needs(Ability.OPEN_VILLAGE)
@require_GET
def choose_inform(request: OfficerRequest) -> HttpResponse:
    """Who is still to be told what the law asks."""
    persons = at_stage(State.CONTACTED)
    enter(request, SEARCH, detail=f"belum diberi penjelasan: {len(persons)}")
    context = {
        "title": _("Siapa yang diberi penjelasan?"),
        "choices": _choices(persons, "step", Event.INFORM.value),
        "new_url": reverse("register"),
    }
    return render(request, "village/choose.html", context)


def _choices(persons: Iterable[Person], view: str, *args: str) -> list[Choice]:
    return [
        Choice(person.full_name, say_village(person.village_code), reverse(view, args=[person.pk, *args]))
        for person in persons
    ]


@needs(Ability.NOTE_MOVEMENT)
@require_http_methods(["GET", "POST"])
def movement(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Notes a departure or a return."""
    person = open_person(request, person_id, Ability.NOTE_MOVEMENT)
    form = MovementForm(answers_of(request))
    if form.is_valid():
        note_movement(
            person=person,
            journey=present(File(person=person, facts=Facts(), journey=journey_of(person))),
            seen=form.seen(),
            role=role_for(Event.RECORD_NON_PROCEDURAL, request.standing.roles),
            on=today(),
            by=request.user,
        )
        messages.success(request, _("Tersimpan."), extra_tags="met")
        return redirect("journey", person_id)
    context = {
        "form": form,
        "person": person,
        "title": _("Catat berangkat atau pulang"),
        "basis": "UU 18/2017, 42",
        "back_url": reverse("berkas", args=[person_id]),
    }
    return render(request, "officers/step.html", context, status=422 if form.errors else 200)


@needs(Ability.REPORT_RECRUITER)
@require_http_methods(["GET", "POST"])
def recruiter(request: OfficerRequest) -> HttpResponse:
    """Reports somebody who recruits; the report is read by protection, the task force and BP3MI alone."""
    form = RecruiterForm(answers_of(request), scope=request.standing.scope)
    if form.is_valid():
        report_recruiter(seen=form.seen(), by=request.user)
        messages.success(request, _("Laporan tersimpan. Jangan menghubungi perekrutnya sendiri."), extra_tags="met")
        return redirect("recruiter")
    return render(request, "village/recruiter.html", {"form": form}, status=422 if form.errors else 200)


@needs(Ability.READ_REPORTS)
@require_GET
def reports(request: OfficerRequest) -> HttpResponse:
    """The reports about recruiters of the districts on which this post acts."""
    found = latest_reports()
    enter(request, READ_REPORTS, detail=f"{len(found)} laporan")
    lines = [(report, say_village(report.village_code)) for report in found]
    return render(request, "village/reports.html", {"lines": lines})
