"""The pages of Janji rapat: the ledger, one promise with its history, its link, the quarterly letter to a partner."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.domain.promises import PromiseState
from tenun.organisations.access import Ability, may
from tenun.organisations.models import Organisation
from tenun.partnership.access import (
    MeetingNotFound,
    PromiseNotFound,
    get_meeting_to_keep,
    get_promise,
    get_promise_to_keep,
    get_promise_to_tell,
    may_keep_promises,
    may_tell,
)
from tenun.partnership.actions.links import make_link
from tenun.partnership.actions.promises import (
    NewPromise,
    NothingToSee,
    NotThisState,
    Said,
    enter_promise,
    move_promise,
    see_evidence,
    set_due,
    tell_promise,
)
from tenun.partnership.enums import SHOWN, LinkKind
from tenun.partnership.models import Commitment, Meeting
from tenun.partnership.promises import history_of, ledger, owners
from tenun.shared.clock import today
from tenun.web import meeting_words as said
from tenun.web.fields import answers_of
from tenun.web.officers import promise_letters
from tenun.web.officers.meeting_rows import PromiseRow
from tenun.web.officers.promise_forms import AddresseeForm, NewDueForm, NewPromiseForm, TellForm
from tenun.web.officers.promise_history import EntryLine, pairs_of
from tenun.web.scope import OfficerRequest, needs

View = Callable[..., HttpResponse]
MOST_SHOWN = 200
"""More than anybody reads in one list; the filters lead to the others."""


def found_or_404(view: View) -> View:
    """A promise that is not hers is not found."""

    @wraps(view)
    def answer(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (PromiseNotFound, MeetingNotFound):
            raise Http404 from None

    return answer


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a filter."""

    value: str
    name: str
    is_chosen: bool


@needs(Ability.READ_PROMISES)
@require_GET
def ledger_page(request: OfficerRequest) -> HttpResponse:
    """The promises that the filter leaves; late ones are counted above."""
    asked, on = request.GET, today()
    state = asked.get("keadaan", "")
    owner = asked.get("pemilik", "")
    late = asked.get("lewat") == "1"
    chosen = PromiseState(state) if state in set(PromiseState) else None
    narrowed = ledger(owner=int(owner) if owner.isdigit() else None, state=chosen, overdue=late, on=on)
    found = list(narrowed[: MOST_SHOWN + 1])
    known = owners()
    keeps = may_keep_promises(request.standing)
    context = {
        "rows": [PromiseRow.of(each, on) for each in found[:MOST_SHOWN]],
        "has_more": len(found) > MOST_SHOWN,
        "late": ledger(overdue=True, on=on).count(),
        "is_late": late,
        "owners": [Choice(str(each.pk), each.name, str(each.pk) == owner) for each in known],
        "states": [Choice(each.value, str(said.PROMISE_STATES[each][2]), each is chosen) for each in PromiseState],
        "new_url": reverse("new-promise") if keeps else "",
        "letter_url": reverse("promise-letter", args=[int(owner)]) if keeps and owner.isdigit() and found else "",
        "is_narrowed": bool(state or owner or late),
    }
    return render(request, "promises/ledger.html", context)


@needs(Ability.READ_PROMISES)
@require_GET
@found_or_404
def promise(request: OfficerRequest, promise_id: int) -> HttpResponse:
    """One promise with everything that became of it."""
    found = get_promise(standing=request.standing, promise_id=promise_id)
    keeps, tells = may_keep_promises(request.standing), may_tell(request.standing, found)
    is_word = found.said_at is not None and found.seen_at is None
    to = {
        name: reverse(name, args=[found.pk]) for name in ("tell-promise", "promise-due", "promise-link", "see-evidence")
    }
    context = {
        "promise": found,
        "state": said.promise_state(found, today()),
        "risen": said.level_words(found),
        "pairs": pairs_of(found),
        "lines": [EntryLine.of(each) for each in history_of(found)],
        "meeting_url": _meeting_url(request, found),
        "tell_url": to["tell-promise"] if tells else "",
        "due_url": to["promise-due"] if keeps else "",
        "link_url": to["promise-link"] if keeps else "",
        "see_url": to["see-evidence"] if keeps and is_word else "",
    }
    return render(request, "promises/one.html", context)


def _meeting_url(request: OfficerRequest, found: Commitment) -> str:
    """Where its meeting stands, for whoever may read that."""
    meeting = found.meeting
    if meeting is None or not (meeting.state in SHOWN or may(request.standing, Ability.KEEP_MEETINGS)):
        return ""
    return reverse("meeting", args=[meeting.pk])


@needs(Ability.KEEP_PROMISES)
@require_http_methods(["GET", "POST"])
@found_or_404
def new_promise(request: OfficerRequest) -> HttpResponse:
    """A promise is entered, of a meeting (`rapat`) or by itself."""
    if not may_keep_promises(request.standing):
        raise PromiseNotFound
    asked = request.GET.get("rapat", "")
    meeting = get_meeting_to_keep(standing=request.standing, meeting_id=int(asked)) if asked.isdigit() else None
    known = list(Organisation.objects.order_by("name"))
    form = NewPromiseForm(answers_of(request), organisations=known, meeting=meeting)
    if form.is_valid():
        made = enter_promise(new=_new(form.cleaned_data, meeting), by=request.user)
        messages.success(request, _("Janji tercatat."), extra_tags="met")
        return redirect("meeting", meeting.pk) if meeting else redirect("promise", made.pk)
    back = reverse("meeting", args=[meeting.pk]) if meeting else reverse("promises")
    return _ask(request, form, _("Catat janji"), _("Simpan janji ini"), back, str(meeting or ""))


def _new(told: dict[str, Any], meeting: Meeting | None) -> NewPromise:
    by_pk = Organisation.objects.in_bulk([int(told[name]) for name in ("owner", "partner") if told[name]])
    which, _sep, number = told.get("untuk", "").partition(":")
    points, results = (meeting.points.all(), meeting.results.all()) if meeting else ((), ())
    return NewPromise(
        action=told["action"],
        owner=by_pk[int(told["owner"])],
        official=told["official"],
        partner=by_pk[int(told["partner"])] if told["partner"] else None,
        due_on=told["paling_lambat"],
        promised_on=(meeting.held_on if meeting else None) or today(),
        meeting=meeting,
        output=next((each for each in points if which == "output" and str(each.pk) == number), None),
        expected_result=next((each for each in results if which == "result" and str(each.pk) == number), None),
        gcm_objectives=tuple(told["gcm"]),
        is_public=told["umum"],
    )


@needs(Ability.KEEP_PROMISES)
@require_http_methods(["GET", "POST"])
@found_or_404
def tell(request: OfficerRequest, promise_id: int) -> HttpResponse:
    """Somebody says what became of it; the province also how far it is."""
    found = get_promise_to_tell(standing=request.standing, promise_id=promise_id)
    form = TellForm(answers_of(request), promise=found, moves=may_keep_promises(request.standing))
    if form.is_valid():
        try:
            _tell(request, found, form)
        except NotThisState:
            messages.info(request, _("Keadaannya sudah berubah sementara itu. Tidak ada yang ditulis."))
        else:
            messages.success(request, _("Kabar tercatat."), extra_tags="met")
        return redirect("promise", found.pk)
    return _about(request, found, form, _("Catat kabar janji"), _("Simpan kabar ini"))


def _tell(request: OfficerRequest, found: Commitment, form: TellForm) -> None:
    if form.after is None:
        tell_promise(promise=found, by=request.user, said=form.said())
    else:
        move_promise(promise=found, after=form.after, by=request.user, said=form.said())


@needs(Ability.KEEP_PROMISES)
@require_http_methods(["GET", "POST"])
@found_or_404
def due(request: OfficerRequest, promise_id: int) -> HttpResponse:
    """Another day is agreed."""
    found = get_promise_to_keep(standing=request.standing, promise_id=promise_id)
    form = NewDueForm(answers_of(request))
    if form.is_valid():
        told = form.cleaned_data
        set_due(promise=found, due_on=told["paling_lambat"], by=request.user, said=Said(words=told["words"]))
        messages.success(request, _("Tanggal janji diubah."), extra_tags="met")
        return redirect("promise", found.pk)
    return _about(request, found, form, _("Ubah tanggal janji"), _("Simpan tanggal ini"))


@needs(Ability.KEEP_PROMISES)
@require_POST
@found_or_404
def seen(request: OfficerRequest, promise_id: int) -> HttpResponse:
    """An officer has seen the evidence of what its owner said."""
    found = get_promise_to_keep(standing=request.standing, promise_id=promise_id)
    try:
        see_evidence(promise=found, by=request.user)
    except NothingToSee:
        messages.info(request, _("Bukti itu sudah dicatat, atau belum ada yang dilaporkan pemiliknya."))
    else:
        messages.success(request, _("Tercatat: Anda sudah melihat buktinya."), extra_tags="met")
    return redirect("promise", found.pk)


@needs(Ability.KEEP_PROMISES)
@require_http_methods(["GET", "POST"])
@found_or_404
@sensitive_variables("made", "context")
def link(request: OfficerRequest, promise_id: int) -> HttpResponse:
    """A personal link is made and shown this once, to be copied or printed."""
    found = get_promise_to_keep(standing=request.standing, promise_id=promise_id)
    form = AddresseeForm(answers_of(request), initial={"kepada": found.official})
    if not form.is_valid():
        return _about(request, found, form, _("Buat tautan untuk pemilik janji"), _("Buat tautan"))
    made = make_link(
        kind=LinkKind.COMMITMENT,
        subject_id=found.pk,
        addressee=form.cleaned_data["kepada"],
        organisation=found.owner,
        by=request.user,
    )
    context = {
        "title": found.action,
        "question": _("Bagaimana kabar janji ini?"),
        "link": made.link,
        "url": request.build_absolute_uri(reverse("personal-link", args=[made.token])),
        "back_url": reverse("promise", args=[found.pk]),
    }
    return render(request, "link_made.html", context)


@needs(Ability.KEEP_PROMISES)
@require_GET
@found_or_404
def letter(request: OfficerRequest, organisation_id: int) -> HttpResponse:
    """The quarterly letter to a partner, drafted from the ledger, for a person to sign."""
    partner = Organisation.objects.filter(pk=organisation_id).first()
    if partner is None or not may_keep_promises(request.standing):
        raise PromiseNotFound
    drafted = promise_letters.draft(partner, today(), office=request.standing.title)
    headers = {"Content-Disposition": f'inline; filename="{promise_letters.file_name(partner, today())}"'}
    return HttpResponse(drafted, content_type="application/pdf", headers=headers)


def _about(request: OfficerRequest, found: Commitment, form: forms.Form, title: str, save: str) -> HttpResponse:
    return _ask(request, form, title, save, reverse("promise", args=[found.pk]), found.action)


def _ask(request: OfficerRequest, form: forms.Form, title: str, save: str, back: str, about: str) -> HttpResponse:
    context = {"form": form, "title": title, "save": save, "back_url": back, "about": about}
    return render(request, "promises/form.html", context, status=422 if form.errors else 200)
