"""Views of a journey: choose a destination, try another, enter an event, hand over to protection."""

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tenun.domain.calendar import age_on
from tenun.domain.journey import EVENTS, QUESTIONS, Event
from tenun.domain.journey.guards import ADULT
from tenun.organisations.access import Ability, may
from tenun.people.actions import choose_target
from tenun.people.models import Person
from tenun.readiness.actions import AlreadyReferred, StepRefused, advance, close_referral, refer
from tenun.readiness.judged import judged_of
from tenun.readiness.models import ReferralReason
from tenun.readiness.queries import held_among, movements_of, open_referral
from tenun.shared.clock import today
from tenun.web.fields import answers_of
from tenun.web.language import say
from tenun.web.officers.file import File, page_of
from tenun.web.officers.forms import HandOverForm, OutcomeForm
from tenun.web.officers.journey import journey_page, present, role_for, step_of
from tenun.web.officers.opening import open_file, open_person
from tenun.web.officers.steps import OFFERED, StepForm
from tenun.web.officers.targets import WishForm, may_change, target_lines
from tenun.web.scope import OfficerRequest, needs


@needs(Ability.CHOOSE_TARGET)
@require_http_methods(["GET", "POST"])
def target(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Every destination with how she stands to it; choosing one is a form of its own."""
    file = open_file(request, person_id, Ability.CHOOSE_TARGET)
    if file.is_stopped():
        return redirect("berkas", person_id)
    may_choose = may_change(file.journey)
    given = {"tujuan": file.target, "berangkat": file.person.departure_on and f"{file.person.departure_on:%d-%m-%Y}"}
    form = WishForm(answers_of(request), with_day=False, initial=given)
    if form.is_valid() and may_choose:
        said = form.cleaned_data
        choose_target(person=file.person, target=said["tujuan"], departure_on=said["berangkat"], by=request.user)
        return redirect("berkas", person_id)
    context = {
        "form": form,
        "person": file.person,
        "lines": target_lines(file),
        "may_choose": may_choose,
        "back_url": reverse("berkas", args=[person_id]),
    }
    return render(request, "officers/target.html", context, status=422 if form.errors else 200)


@needs(Ability.READ_PERSON)
@require_GET
def simulation(request: OfficerRequest, person_id: int) -> HttpResponse:
    """The file under another destination, departure or day. Nothing is stored."""
    file = open_file(request, person_id)
    given = {"tujuan": file.target} | {name: request.GET[name] for name in request.GET}
    form = WishForm(given if given["tujuan"] else None, with_day=True)
    page = None
    if form.is_valid():
        said = form.cleaned_data
        page = page_of(file.wanting(said["tujuan"], said["berangkat"]), request.standing, on=said["pada"])
    context = {
        "form": form,
        "person": file.person,
        "page": page,
        "choose": reverse("target", args=[person_id]) if page and _may_choose(request, file) else "",
        "wish": form.cleaned_data if page else {},
        "back_url": reverse("berkas", args=[person_id]),
    }
    return render(request, "officers/simulation.html", context, status=422 if form.errors else 200)


def _may_choose(request: OfficerRequest, file: File) -> bool:
    return may(request.standing, Ability.CHOOSE_TARGET) and may_change(file.journey) and not file.is_stopped()


@needs(Ability.READ_PERSON)
@require_GET
def journey(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Where she stands, what can be entered, and every change."""
    file = open_file(request, person_id)
    referral = open_referral(file.person) if may(request.standing, Ability.CLOSE_REFERRAL) else None
    context = {
        "person": file.person,
        "page": journey_page(file, request.standing.roles),
        "may_enter": may(request.standing, Ability.ADVANCE_JOURNEY),
        "hand_over_url": reverse("hand-over", args=[person_id]) if may(request.standing, Ability.HAND_OVER) else "",
        "movements": movements_of(file.person),
        "referral": referral,
        "close_url": reverse("close-referral", args=[person_id]) if referral else "",
        "back_url": reverse("berkas", args=[person_id]),
    }
    return render(request, "officers/journey.html", context)


@needs(Ability.ADVANCE_JOURNEY)
@require_http_methods(["GET", "POST"])
def step(request: OfficerRequest, person_id: int, event: str) -> HttpResponse:
    """Enters one event with what was shown and why. What cannot be entered now has no form: it says why and who may.

    Where the event has sealed the file, whoever entered it reads it no more: the way leads to the desk.
    """
    entered = next((each for each in OFFERED if each.value == event.replace("-", "_")), None)
    if entered is None:
        raise Http404
    file = open_file(request, person_id, Ability.ADVANCE_JOURNEY)
    rule = EVENTS[entered]
    context = {
        "person": file.person,
        "title": say(rule.words),
        "basis": f"{rule.source.title}, {rule.source.article}" if rule.source.kind == "law" else "",
        "back_url": reverse("journey", args=[person_id]),
    }
    refused = step_of(file, entered, request.standing.roles)
    if refused.why_not:
        return render(request, "officers/step_refused.html", context | {"step": refused}, status=422)
    form = StepForm(answers_of(request), event=entered)
    if form.is_valid() and _entered(request, file, entered, form):
        return redirect("desk") if _is_closed(request, file.person) else redirect("journey", person_id)
    context |= {"form": form, "questions": _read_out() if entered is Event.SCREEN else []}
    return render(request, "officers/step.html", context, status=422 if form.errors else 200)


def _is_closed(request: OfficerRequest, person: Person) -> bool:
    return person.district_code not in request.standing.scope.cases and bool(held_among([person]))


def _read_out() -> list[tuple[str, bool]]:
    """The questions of the talk about safety, and whether a yes to each is for protection."""
    return [(say(question.words), question.is_red) for question in QUESTIONS]


def _entered(request: OfficerRequest, file: File, event: Event, form: StepForm) -> bool:
    try:
        with transaction.atomic():
            advance(
                person=file.person,
                journey=present(file),
                event=event,
                noted=form.noted(),
                judged=judged_of(file.facts, file.judged()),
                role=role_for(event, request.standing.roles),
                on=today(),
                by=request.user,
            )
    except StepRefused as refused:
        form.add_error(None, say(refused.refusal.words))
        return False
    return True


@needs(Ability.HAND_OVER)
@require_http_methods(["GET", "POST"])
def hand_over(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Hands the file to protection; from then on only protection opens it."""
    file = open_file(request, person_id, Ability.HAND_OVER)
    form = HandOverForm(answers_of(request), initial={"reason": _reason(file)})
    if form.is_valid():
        try:
            refer(person=file.person, by=request.user, **form.cleaned_data)
        except AlreadyReferred:
            form.add_error(None, _("Berkas ini sudah diserahkan. Hubungi petugas pelindungan di provinsi."))
        else:
            return redirect("desk")
    context = {"form": form, "person": file.person, "back_url": reverse("berkas", args=[person_id])}
    return render(request, "officers/hand_over.html", context, status=422 if form.errors else 200)


def _reason(file: File) -> ReferralReason:
    """What her papers say is the reason; anything else the officer chooses."""
    if not file.is_stopped():
        return ReferralReason.OTHER
    youngest = file.facts.birth_date_latest
    day = file.person.departure_on or today()
    young = youngest is not None and age_on(youngest, day) < ADULT
    return ReferralReason.UNDER_AGE if young else ReferralReason.AGE_IN_DOUBT


@needs(Ability.CLOSE_REFERRAL)
@require_http_methods(["GET", "POST"])
def close(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Protection has looked: what it found, in words that only protection reads."""
    person = open_person(request, person_id, Ability.CLOSE_REFERRAL)
    referral = open_referral(person)
    if referral is None:
        raise Http404
    form = OutcomeForm(answers_of(request))
    if form.is_valid():
        close_referral(referral=referral, outcome=form.cleaned_data["outcome"], by=request.user)
        return redirect("journey", person_id)
    context = {
        "form": form,
        "person": person,
        "referral": referral,
        "back_url": reverse("journey", args=[person_id]),
    }
    return render(request, "officers/close_referral.html", context, status=422 if form.errors else 200)
