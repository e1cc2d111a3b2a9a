"""The pages on which two files that may be one person are compared, decided about, made one, and parted again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tenun.documents.queries import papers_of
from tenun.domain.identifiers.names import fold_name
from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.access import get_merge
from tenun.people.actions import Elsewhere, NewPerson, NotMergeable, PossibleDuplicate, decide, merge_files, undo_merge
from tenun.people.models import Person
from tenun.people.queries import alike, merges_of
from tenun.shared.clock import WITA
from tenun.shared.encryption import masked
from tenun.web.officers import person_words as said
from tenun.web.officers.days import say_moment
from tenun.web.officers.file import rows_of
from tenun.web.officers.person_forms import ReasonForm
from tenun.web.officers.persons import frame_of, opened
from tenun.web.parts import Cell, Column, Matrix, PersonRow, Row, plain
from tenun.web.scope import OfficerRequest, needs

COMPARED = (
    "full_name",
    "nik",
    "family_card_number",
    "birth_place",
    "birth_date",
    "sex",
    "marital_status",
    "mother_name",
    "education",
    "village_code",
)
_NAMES = ("full_name", "mother_name")
_DIGITS = ("nik", "family_card_number")


def side_by_side(first: NewPerson | Person, title: str, others: Sequence[Person]) -> Matrix:
    """The first one's fields beside those of the others; what differs is marked, numbers stay hidden."""
    columns = [Column(title, "", is_truth=True), *(_column(other) for other in others)]
    rows = [Row(said.label_of(field), tuple(_cells(field, first, others))) for field in COMPARED]
    return Matrix(truth=title, columns=tuple(columns), rows=tuple(rows))


def _column(person: Person) -> Column:
    recorded = said.say_value("birth_date", person.created_at.astimezone(WITA).date())
    return Column(
        said.say(said.FILE_OF, ticket=f"{person.pk:06d}"), said.say(said.RECORDED_ON, day=recorded), is_truth=False
    )


def _cells(field: str, first: NewPerson | Person, others: Sequence[Person]) -> list[Cell]:
    mine = getattr(first, field)
    cells = [_cell(field, mine, "truth" if mine else "none")]
    for other in others:
        value = getattr(other, field)
        cells.append(_cell(field, value, _relation(field, mine, value)))
    return cells


def _relation(field: str, mine: Any, other: Any) -> str:
    if not mine or not other:
        return "none"
    if field in _NAMES:
        return "same" if fold_name(mine) == fold_name(other) else "differs"
    return "same" if mine == other else "differs"


def _cell(field: str, value: Any, kind: str) -> Cell:
    if not value and value != 0:
        return Cell(plain(said.say(said.SAYS_NOTHING)), kind="none")
    text = masked(value) if field in _DIGITS else said.say_value(field, value)
    notes = {"same": said.SAME, "differs": said.DIFFERENT}
    note = said.say(notes[kind]) if kind in notes else ""
    return Cell(plain(text), note, kind="same" if kind == "truth" else kind, digits=field in _DIGITS)


@dataclass(frozen=True, slots=True)
class ElsewhereHit:
    """A file of another district: what may be told of it, and where it is asked for."""

    district: str
    initials: str
    ask_url: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Whoever looks like a person who is about to be saved."""

    matrix: Matrix | None
    rows: tuple[PersonRow, ...]
    elsewhere: tuple[ElsewhereHit, ...]
    form: ReasonForm


def alike_of(found: PossibleDuplicate, new: NewPerson, decision: ReasonForm | None, standing: Standing) -> Alike:
    """What the page of registering shows before anything is saved."""
    persons = list(found.persons)
    return Alike(
        matrix=side_by_side(new, said.say(said.MY_ANSWERS), persons) if persons else None,
        rows=rows_of(persons, papers_of(persons), standing),
        elsewhere=tuple(_hit(each) for each in found.elsewhere),
        form=decision or ReasonForm(),
    )


def _hit(each: Elsewhere) -> ElsewhereHit:
    ask_url = reverse("transfer-ask", args=[each.handle])
    return ElsewhereHit(said.say_place(each.district_code), each.initials, ask_url)


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
    person = opened(request, person_id, Ability.COMPARE_FILES)
    ticket = request.GET.get("tiket", "").strip()
    if ticket.isascii() and ticket.isdecimal() and len(ticket) < 19:
        return redirect("compare", person.pk, int(ticket))
    context = {
        "file": frame_of(request, person),
        "alike": [(each, _column(each), reverse("compare", args=[person.pk, each.pk])) for each in alike(person)[:20]],
        "merges": _merge_lines(request, person),
    }
    return render(request, "persons/similar.html", context)


def _merge_lines(request: OfficerRequest, person: Person) -> list[MergeLine]:
    may_undo = may(request.standing, Ability.MERGE_FILES)
    return [
        MergeLine(
            ticket=f"{each.other_id:06d}",
            name=each.other.full_name,
            when=say_moment(each.at, said.language()),
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
    person = opened(request, person_id, Ability.COMPARE_FILES)
    other = opened(request, other_id, Ability.COMPARE_FILES)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and person.pk != other.pk:
        decide(person=person, other=other, is_same=False, by=request.user, reason=form.reason)
        return redirect("similar", person.pk)
    context = {
        "file": frame_of(request, person),
        "other": other,
        "matrix": side_by_side(person, said.say(said.THIS_FILE), [other]),
        "form": form,
        "merge_url": _merge_url(request, person, other),
    }
    return render(request, "persons/compare.html", context, status=422 if form.errors else 200)


def _merge_url(request: OfficerRequest, survivor: Person, other: Person) -> str:
    mergeable = may(request.standing, Ability.MERGE_FILES) and survivor.pk != other.pk
    return reverse("merge", args=[survivor.pk, other.pk]) if mergeable else ""


@needs(Ability.MERGE_FILES)
@require_http_methods(["GET", "POST"])
def merge(request: OfficerRequest, person_id: int, other_id: int) -> HttpResponse:
    """Makes the other file one with this one, after a last look at both."""
    person = opened(request, person_id, Ability.MERGE_FILES)
    other = opened(request, other_id, Ability.MERGE_FILES)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            merge_files(survivor=person, other=other, by=request.user, reason=form.reason)
            return redirect("berkas", person.pk)
        except NotMergeable as refused:
            form.add_error(None, said.say(said.NOT_MERGEABLE[refused.code]))
    context = {
        "file": frame_of(request, person),
        "other": other,
        "matrix": side_by_side(person, said.say(said.THIS_FILE), [other]),
        "form": form,
        "swap_url": _merge_url(request, other, person),
        "back_url": reverse("compare", args=[person.pk, other.pk]),
    }
    return render(request, "persons/merge.html", context, status=422 if form.errors else 200)


@needs(Ability.MERGE_FILES)
@require_http_methods(["GET", "POST"])
def undo(request: OfficerRequest, person_id: int, merge_id: int) -> HttpResponse:
    """Parts two files that were made one; both stand again as before."""
    person = opened(request, person_id, Ability.MERGE_FILES)
    done = get_merge(standing=request.standing, person=person, merge_id=merge_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            undo_merge(merge=done, by=request.user, reason=form.reason)
            return redirect("similar", person.pk)
        except NotMergeable as refused:
            form.add_error(None, said.say(said.NOT_MERGEABLE[refused.code]))
    context = {
        "file": frame_of(request, person),
        "other": done.other,
        "ticket": f"{done.other_id:06d}",
        "form": form,
        "back_url": reverse("similar", args=[person.pk]),
    }
    return render(request, "persons/undo_merge.html", context, status=422 if form.errors else 200)
