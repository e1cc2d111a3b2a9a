"""The pages on which two files that may be one person are compared, decided about, made one, and parted again."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tenun.organisations.access import Ability, may
from tenun.people.access import get_merge
from tenun.people.actions import NotMergeable, decide, merge_files, undo_merge
from tenun.people.models import Person
from tenun.people.queries import alike, merges_of
from tenun.web.language import language, say
from tenun.web.officers import person_words as said
from tenun.web.officers.days import say_moment
from tenun.web.officers.opening import open_person
from tenun.web.officers.person_forms import ReasonForm
from tenun.web.officers.persons import frame_of
from tenun.web.officers.side_by_side import column_of, side_by_side
from tenun.web.scope import OfficerRequest, needs


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One merging of this file: which other one, when, by whom, why, and where it is undone."""

    ticket: str
    name: str
    when: str
    who: str
    reason: str
    undone: bool
    undo_url: str


@needs(Ability.COMPARE_FILES)
@require_GET
def similar(request: OfficerRequest, person_id: int) -> HttpResponse:
    """The files that look like hers and wait for a decision, and those that were made one with it."""
    person = open_person(request, person_id, Ability.COMPARE_FILES)
    ticket = request.GET.get("tiket", "").strip()
    if ticket.isascii() and ticket.isdecimal() and len(ticket) < 19:
        return redirect("compare", person.pk, int(ticket))
    context = {
        "file": frame_of(request, person),
        "alike": [
            (each, column_of(each), reverse("compare", args=[person.pk, each.pk])) for each in alike(person)[:20]
        ],
        "merges": _merge_lines(request, person),
    }
    return render(request, "persons/similar.html", context)


def _merge_lines(request: OfficerRequest, person: Person) -> list[MergeLine]:
    may_undo = may(request.standing, Ability.MERGE_FILES)
    return [
        MergeLine(
            ticket=f"{each.other_id:06d}",
            name=each.other.full_name,
            when=say_moment(each.at, language()),
            who=str(each.by),
            reason=each.reason,
            undone=each.undone_at is not None,
            undo_url=reverse("undo-merge", args=[person.pk, each.pk]) if may_undo and not each.undone_at else "",
        )
        for each in merges_of(person)
    ]


@needs(Ability.COMPARE_FILES)
@require_http_methods(["GET", "POST"])
def compare(request: OfficerRequest, person_id: int, other_id: int) -> HttpResponse:
    """Two files side by side; that they are two persons is decided here, that they are one on the next page."""
    person = open_person(request, person_id, Ability.COMPARE_FILES)
    other = open_person(request, other_id, Ability.COMPARE_FILES)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and person.pk != other.pk:
        decide(person=person, other=other, is_same=False, by=request.user, reason=form.reason)
        return redirect("similar", person.pk)
    context = _two_files(request, person, other, form) | {"merge_url": _merge_url(request, person, other)}
    return render(request, "persons/compare.html", context, status=422 if form.errors else 200)


def _two_files(request: OfficerRequest, person: Person, other: Person, form: ReasonForm) -> dict[str, Any]:
    """What both pages about two files show."""
    return {
        "file": frame_of(request, person),
        "other": other,
        "matrix": side_by_side(person, say(said.THIS_FILE), [other]),
        "form": form,
    }


def _merge_url(request: OfficerRequest, survivor: Person, other: Person) -> str:
    mergeable = may(request.standing, Ability.MERGE_FILES) and survivor.pk != other.pk
    return reverse("merge", args=[survivor.pk, other.pk]) if mergeable else ""


@needs(Ability.MERGE_FILES)
@require_http_methods(["GET", "POST"])
def merge(request: OfficerRequest, person_id: int, other_id: int) -> HttpResponse:
    """Makes the other file one with this one, after a last look at both."""
    person = open_person(request, person_id, Ability.MERGE_FILES)
    other = open_person(request, other_id, Ability.MERGE_FILES)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            merge_files(survivor=person, other=other, by=request.user, reason=form.reason)
            return redirect("berkas", person.pk)
        except NotMergeable as refused:
            form.add_error(None, say(said.NOT_MERGEABLE[refused.code]))
    context = _two_files(request, person, other, form) | {
        "swap_url": _merge_url(request, other, person),
        "back_url": reverse("compare", args=[person.pk, other.pk]),
    }
    return render(request, "persons/merge.html", context, status=422 if form.errors else 200)


@needs(Ability.MERGE_FILES)
@require_http_methods(["GET", "POST"])
def undo(request: OfficerRequest, person_id: int, merge_id: int) -> HttpResponse:
    """Parts two files that were made one; both stand again as before."""
    person = open_person(request, person_id, Ability.MERGE_FILES)
    done = get_merge(standing=request.standing, person=person, merge_id=merge_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            undo_merge(merge=done, by=request.user, reason=form.reason)
            return redirect("similar", person.pk)
        except NotMergeable as refused:
            form.add_error(None, say(said.NOT_MERGEABLE[refused.code]))
    context = {
        "file": frame_of(request, person),
        "other": done.other,
        "ticket": f"{done.other_id:06d}",
        "form": form,
        "back_url": reverse("similar", args=[person.pk]),
    }
    return render(request, "persons/undo_merge.html", context, status=422 if form.errors else 200)
