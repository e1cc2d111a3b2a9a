"""Acts for many of the queue: chosen, looked through, done, and taken back as a whole for a day."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.organisations.access import Ability
from tenun.organisations.queries import colleagues_of
from tenun.people.access import PersonMerged, PersonNotFound
from tenun.people.models import Person
from tenun.readiness.access import PersonHeld
from tenun.readiness.queries import held_among
from tenun.readiness.together import (
    MOST,
    ActKind,
    Asked,
    DeskAct,
    NotToUndo,
    act_together,
    forget_view,
    keep_view,
    last_batch,
    undo_together,
    views_of,
)
from tenun.shared.audit import PRINT_PLAN, SEARCH
from tenun.shared.clock import today
from tenun.web.language import language
from tenun.web.officers import printed
from tenun.web.officers.days import say_full_day, say_moment
from tenun.web.officers.desk import QueueForm, address_of
from tenun.web.officers.file import say_village
from tenun.web.officers.opening import enter, open_file
from tenun.web.officers.steps import DayField
from tenun.web.scope import OfficerRequest, needs

MOST_PRINTED = 50
"""Plans of one sheet: more take longer than a desk waits."""


class ActForm(forms.Form):
    """What is done, and what that asks: to whom, or on which day and where."""

    tindakan = forms.ChoiceField(choices=ActKind.choices, widget=forms.HiddenInput)
    kepada = forms.ChoiceField(label=gettext_lazy("Kepada petugas"))
    hari = DayField(label=gettext_lazy("Datang pada tanggal"))
    tempat = forms.CharField(label=gettext_lazy("Di mana"), max_length=120)

    def __init__(self, *args: Any, kind: ActKind, colleagues: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {ActKind.ASSIGN: ("kepada",), ActKind.INVITE: ("hari", "tempat")}.get(kind, ())
        for name in ("kepada", "hari", "tempat"):
            if name not in asked:
                del self.fields[name]
        if "kepada" in self.fields:
            field = self.fields["kepada"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", gettext_lazy("Pilih petugas")), *colleagues]

    def clean_hari(self) -> Any:
        """Nobody is invited to a day that is over."""
        day = self.cleaned_data["hari"]
        if day is not None and day < today():
            raise forms.ValidationError(_("Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya."))
        return day


@dataclass(frozen=True, slots=True)
class Chosen:
    """One person of the act, as the page lists her."""

    number: int
    name: str
    village: str


@needs(Ability.ACT_TOGETHER)
@require_http_methods(["POST"])
def together(request: OfficerRequest) -> HttpResponse:
    """Shows who is touched and asks what the act needs; does it once that is confirmed."""
    kind = _kind(request.POST.get("tindakan", ""))
    wanted = _numbers(request.POST.getlist("orang"))
    persons = _persons(wanted)
    if not persons or len(wanted) > MOST:
        wrong = _("Pilih dulu orangnya.") if not persons else _("Paling banyak %s orang sekaligus.") % MOST
        messages.warning(request, wrong, extra_tags="weak")
        return redirect("desk")
    colleagues = colleagues_of(request.user, today()) if kind is ActKind.ASSIGN else []
    choices = [(str(each.pk), each.full_name) for each in colleagues]
    form = ActForm(request.POST if "lanjut" in request.POST else None, kind=kind, colleagues=choices)
    form.initial["tindakan"] = kind
    if form.is_valid():
        said = form.cleaned_data
        to = next((each for each in colleagues if str(each.pk) == said.get("kepada")), None)
        asked = Asked(to=to, on=said.get("hari"), place=said.get("tempat", ""))
        batch = act_together(persons=persons, kind=kind, asked=asked, by=request.user)
        return redirect("together-done", batch)
    context = {
        "form": form,
        "title": kind.label,
        "chosen": [Chosen(each.pk, each.full_name, say_village(each.village_code)) for each in persons],
        "left_out": len(wanted) - len(persons),
        "back_url": reverse("desk"),
    }
    return render(request, "officers/together.html", context, status=422 if form.errors else 200)


def _kind(text: str) -> ActKind:
    try:
        return ActKind(text)
    except ValueError:
        raise Http404 from None


def _numbers(texts: Sequence[str]) -> list[int]:
    return sorted({int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 19})


def _persons(numbers: Sequence[int]) -> list[Person]:
    """Those of them whom this officer may see and whose file is open, by name."""
    found = list(Person.objects.filter(pk__in=numbers, merged_into__isnull=True).order_by("full_name", "pk"))
    held = held_among(found)
    return [person for person in found if person.pk not in held]


@needs(Ability.ACT_TOGETHER)
@require_GET
def done(request: OfficerRequest, batch: uuid.UUID) -> HttpResponse:
    """What was done for whom, its printed sheet, and the way back for a day."""
    acts = _acts(request, batch)
    enter(request, SEARCH, detail=f"tindakan bersama: {len(acts)}")
    first = acts[0]
    context = {
        "title": first.get_kind_display(),
        "about": _about(first),
        "acts": [Chosen(act.person_id, act.person.full_name, say_village(act.village_code)) for act in acts],
        "is_undone": first.undone_at is not None,
        "sheet_url": reverse("together-sheet", args=[batch]) if first.kind != ActKind.ASSIGN else "",
        "undo_url": reverse("together-undo", args=[batch]),
        "back_url": reverse("desk"),
    }
    return render(request, "officers/together_done.html", context)


def _acts(request: OfficerRequest, batch: uuid.UUID) -> list[DeskAct]:
    acts = last_batch(batch, request.user)
    if not acts:
        raise Http404
    return acts


def _about(act: DeskAct) -> str:
    said = [str(act.to) if act.to else "", say_full_day(act.on, language()) if act.on else "", act.place]
    return " · ".join(filter(None, [*said, say_moment(act.at, language())]))


@needs(Ability.ACT_TOGETHER)
@require_POST
def undo(request: OfficerRequest, batch: uuid.UUID) -> HttpResponse:
    """Takes the whole act back."""
    try:
        count = undo_together(batch=batch, by=request.user)
    except NotToUndo:
        messages.warning(request, _("Tindakan ini sudah dibatalkan atau lewat satu hari."), extra_tags="weak")
    else:
        messages.success(request, _("Dibatalkan untuk %s orang.") % count, extra_tags="met")
    return redirect("desk")


@needs(Ability.ACT_TOGETHER)
@require_GET
def sheet(request: OfficerRequest, batch: uuid.UUID) -> HttpResponse:
    """The printed sheet of an act: the list of those invited, or the plans of all of them."""
    acts = _acts(request, batch)
    match acts[0].kind:
        case ActKind.INVITE:
            enter(request, SEARCH, detail=f"daftar undangan: {len(acts)}")
            content = printed.print_invitation(acts, officer=str(request.user), office=request.standing.title)
        case ActKind.PRINT:
            content = _plans(request, acts[:MOST_PRINTED])
        case _:
            raise Http404
    headers = {"Content-Disposition": 'inline; filename="antrean.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _plans(request: OfficerRequest, acts: Sequence[DeskAct]) -> bytes:
    """Every plan that can be printed, one after the other; each printing is entered. None of them: not found."""
    made = BytesIO()
    with pikepdf.new() as whole:
        for act in acts:
            try:
                file = open_file(request, act.person_id, Ability.PRINT_PLAN)
            except (PersonNotFound, PersonMerged, PersonHeld):
                continue
            plan = printed.print_plan(file, officer=str(request.user), office=request.standing.title)
            if plan is not None:
                enter(request, PRINT_PLAN, act.person_id)
                with pikepdf.open(BytesIO(plan)) as pages:
                    whole.pages.extend(pages.pages)
        if not whole.pages:
            raise Http404
        whole.save(made)
    return made.getvalue()


@needs(Ability.KEEP_VIEWS)
@require_http_methods(["GET", "POST"])
def views(request: OfficerRequest) -> HttpResponse:
    """The narrowings an officer keeps; the one she came from can be kept under a name."""
    form = QueueForm(request.GET, scope=request.standing.scope)
    query = address_of(form).removeprefix("?")[:300]
    name = request.POST.get("nama", "").strip()[:40]
    if request.method == "POST" and name:
        if "hapus" in request.POST:
            forget_view(name=name, by=request.user)
        elif query:
            keep_view(name=name, query=query, by=request.user)
        return redirect("queue-views")
    context = {
        "views": [(view.name, f"{reverse('desk')}?{view.query}") for view in views_of(request.user)],
        "may_keep": bool(query),
        "back_url": reverse("desk") + address_of(form),
    }
    return render(request, "officers/queue_views.html", context, status=422 if request.method == "POST" else 200)
