"""The pages of an emergency: opening what is sealed, ending it, and what those whose file it is think of it."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.organisations.access import Ability, may
from tenun.organisations.enums import Role
from tenun.organisations.queries import Standing
from tenun.people.access import get_person
from tenun.people.actions import NotToReview, TooManyOpen, end_emergency, open_in_emergency, review_emergency
from tenun.people.emergencies import live, looks_after, opened_by, openings_of_territory, openings_to_review
from tenun.people.models import Emergency, Person
from tenun.people.seals import Danger, EmergencyKind, Verdict
from tenun.readiness.queries import held_among
from tenun.shared.audit import OPEN_IN_EMERGENCY, READ_EMERGENCIES
from tenun.web.fields import answers_of
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.officers.opening import enter
from tenun.web.scope import OfficerRequest, needs

SHORTEST = 20
"""Letters of a reason: fewer say nothing to whoever reads it afterwards."""


class EmergencyForm(forms.Form):
    """Why it cannot wait."""

    danger = forms.ChoiceField(label=gettext_lazy("Keadaan darurat"), choices=Danger.choices, widget=forms.RadioSelect)
    why = forms.CharField(
        label=gettext_lazy("Apa yang terjadi, dan siapa yang meminta"),
        min_length=SHORTEST,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Dibaca oleh petugas yang memegang berkas ini."),
    )


class ReviewForm(forms.Form):
    """What those whose file it is think of an opening."""

    verdict = forms.ChoiceField(label=gettext_lazy("Penilaian"), choices=Verdict.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=gettext_lazy("Catatan"), required=False, max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )


@needs(Ability.OPEN_IN_EMERGENCY)
@require_http_methods(["GET", "POST"])
def emergency(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Opens a sealed file, or the pictures of health papers of one that is not, for an hour and to read only."""
    person = get_person(standing=request.standing, person_id=person_id, ability=Ability.OPEN_IN_EMERGENCY)
    what = _what(request.standing, person)
    form = EmergencyForm(answers_of(request))
    if form.is_valid():
        enter(request, OPEN_IN_EMERGENCY, person.pk, detail=form.cleaned_data["danger"])
        try:
            open_in_emergency(
                person=person,
                what=what,
                danger=Danger(form.cleaned_data["danger"]),
                why=form.cleaned_data["why"],
                roles=request.standing.roles,
                by=request.user,
            )
        except TooManyOpen:
            form.add_error(None, _("Anda sedang membuka tiga berkas darurat. Selesaikan salah satunya dulu."))
        else:
            return redirect("berkas", person.pk)
    context = {
        "form": form,
        "person": person,
        "whole_file": what is EmergencyKind.FILE,
        "back_url": reverse("desk") if what is EmergencyKind.FILE else reverse("berkas", args=[person.pk]),
    }
    return render(request, "officers/emergency.html", context, status=422 if form.errors else 200)


def _what(standing: Standing, person: Person) -> EmergencyKind:
    """What there is to open; nothing for whoever sees all of it already. Raises `Http404`."""
    own_case = person.district_code in standing.scope.cases
    if not own_case and held_among([person]):
        return EmergencyKind.FILE
    if standing.scope.health or not may(standing, Ability.READ_SCAN):
        raise Http404
    return EmergencyKind.HEALTH


@needs(Ability.OPEN_IN_EMERGENCY)
@require_POST
def end(request: OfficerRequest, person_id: int) -> HttpResponse:
    """The officer needs it no more."""
    person = get_person(standing=request.standing, person_id=person_id, ability=Ability.OPEN_IN_EMERGENCY)
    end_emergency(person=person, by=request.user)
    messages.success(request, _("Akses darurat selesai."), extra_tags="met")
    return redirect("desk")


def banner_of(request: OfficerRequest, person: Person) -> dict[str, str] | None:
    """What stands above a file that is read because of an emergency: until when, and where it is ended."""
    found = opened_by(request.standing, person, EmergencyKind.FILE) if person.is_opened else None
    if found is None:
        return None
    return {"until": say_moment(found.ends_at, language()), "url": reverse("end-emergency", args=[person.pk])}


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening as those whose file it is read it."""

    title: str
    who: str
    when: str
    danger: str
    why: str
    outcome: str
    url: str


def told_of_emergencies(standing: Standing) -> int:
    """How many openings wait for this reader's word. One query, for those whose files they are."""
    return openings_to_review(standing).count() if looks_after(standing) else 0


@needs(Ability.REVIEW_EMERGENCY)
@require_GET
def emergencies(request: OfficerRequest) -> HttpResponse:
    """Every opening by others of the files that are this reader's to look after."""
    found = openings_of_territory(request.standing)
    enter(request, READ_EMERGENCIES, detail=f"{len(found)}")
    lasting = frozenset(live().values_list("pk", flat=True))
    lines = [_line(each, lasts=each.pk in lasting) for each in found]
    context = {
        "waiting": [line for line in lines if line.url],
        "reviewed": [line for line in lines if not line.url],
    }
    return render(request, "officers/emergencies.html", context)


def _line(opening: Emergency, *, lasts: bool) -> Opening:
    until = say_moment(opening.ended_at or opening.ends_at, language())
    ending = gettext("masih terbuka sampai %s") if lasts else gettext("berakhir %s")
    verdict = f"{opening.get_verdict_display()} ({opening.reviewed_by})" if opening.verdict else ""
    roles = ", ".join(str(Role(code).label) for code in opening.role.split(",") if code)
    return Opening(
        title=f"{opening.person.full_name} · {opening.get_what_display()}",
        who=f"{opening.user}, {roles}",
        when=f"{say_moment(opening.at, language())}, {ending % until}",
        danger=opening.get_danger_display(),
        why=opening.why or "",
        outcome=". ".join(filter(None, (verdict, opening.note))),
        url="" if opening.verdict else reverse("review-emergency", args=[opening.pk]),
    )


@needs(Ability.REVIEW_EMERGENCY)
@require_http_methods(["GET", "POST"])
def review(request: OfficerRequest, emergency_id: int) -> HttpResponse:
    """Keeps what the reader thinks of one opening; an unfair one ends at once."""
    opening = openings_to_review(request.standing).filter(pk=emergency_id).select_related("user", "person").first()
    if opening is None:
        raise Http404
    enter(request, READ_EMERGENCIES, opening.person_id)
    form = ReviewForm(answers_of(request))
    if form.is_valid():
        answers = form.cleaned_data
        try:
            review_emergency(
                emergency=opening, verdict=Verdict(answers["verdict"]), note=answers["note"], by=request.user
            )
        except NotToReview:
            raise Http404 from None
        messages.success(request, _("Tersimpan."), extra_tags="met")
        return redirect("emergencies")
    lasts = live().filter(pk=opening.pk).exists()
    context = {"form": form, "line": _line(opening, lasts=lasts), "back_url": reverse("emergencies")}
    return render(request, "officers/review_emergency.html", context, status=422 if form.errors else 200)
