"""The pages on which a file is asked from another district, given or kept, and both offices are told."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tenun.domain.identifiers.regions import region_name
from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.access import PersonMerged, PersonNotFound, get_person, get_transfer, holds
from tenun.people.actions import NotTransferable, accept_transfer, ask_transfer, refuse_transfer
from tenun.people.enums import TransferState
from tenun.people.models import Transfer
from tenun.people.queries import transfers_in_scope
from tenun.shared.clock import now
from tenun.web.language import language, say
from tenun.web.officers import person_words as said
from tenun.web.officers.days import say_moment
from tenun.web.officers.forms import village_choices
from tenun.web.officers.person_forms import AnswerForm, AskForm
from tenun.web.scope import OfficerRequest, needs

_NEWS = timedelta(days=14)
"""How long an answer stands on the desk of both offices."""


@dataclass(frozen=True, slots=True)
class TransferLine:
    """One request as an office reads it: what it is about, when, by whom, why, the answer; `waits` for this office."""

    title: str
    when: str
    who: str
    reason: str
    answer: str
    waits: bool
    url: str


def _line(transfer: Transfer, standing: Standing) -> TransferLine:
    ours = holds(standing, transfer)
    other = region_name(transfer.to_district if ours else transfer.from_district)
    words = {
        TransferState.ASKED: said.ASKS if ours else said.WE_ASK,
        TransferState.ACCEPTED: said.GIVEN_AWAY if ours else said.RECEIVED,
        TransferState.REFUSED: said.WE_REFUSED if ours else said.REFUSED,
    }
    waits = ours and transfer.state == TransferState.ASKED and may(standing, Ability.ANSWER_TRANSFER)
    return TransferLine(
        title=say(words[TransferState(transfer.state)], place=other, initials=transfer.initials),
        when=say_moment(transfer.answered_at or transfer.asked_at, language()),
        who=str(transfer.answered_by or transfer.asked_by),
        reason=transfer.reason,
        answer=transfer.answer,
        waits=waits,
        url=reverse("transfer-answer", args=[transfer.pk]) if waits else "",
    )


def told_on_desk(standing: Standing) -> list[TransferLine]:
    """What an office is told on its desk: requests that wait for it, and answers of the last two weeks."""
    if not may(standing, Ability.ASK_TRANSFER):
        return []
    since = now() - _NEWS
    return [
        _line(each, standing)
        for each in transfers_in_scope()
        if (each.answered_at is not None and each.answered_at > since)
        or (each.answered_at is None and holds(standing, each))
    ]


@needs(Ability.ASK_TRANSFER)
@require_GET
def transfers(request: OfficerRequest) -> HttpResponse:
    """Every request of this office and to it."""
    lines = [_line(each, request.standing) for each in transfers_in_scope()]
    context = {
        "waiting": [line for line in lines if line.waits],
        "others": [line for line in lines if not line.waits],
    }
    return render(request, "persons/transfers.html", context)


@needs(Ability.ASK_TRANSFER)
@require_http_methods(["GET", "POST"])
def ask(request: OfficerRequest, handle: UUID) -> HttpResponse:
    """Asks the office that holds the file which a duplicate check has met."""
    form = AskForm(request.POST or None, places=village_choices(request.standing.scope))
    if form.is_valid():
        village = form.cleaned_data["desa"]
        try:
            ask_transfer(
                handle=handle, district_code=village[:5], village_code=village, by=request.user, reason=form.reason
            )
            return redirect("transfers")
        except NotTransferable:
            form.add_error(None, _("Temuan ini sudah lewat sehari. Daftarkan lagi untuk memeriksanya."))
    return render(request, "persons/ask.html", {"form": form}, status=422 if form.errors else 200)


@needs(Ability.ANSWER_TRANSFER)
@require_http_methods(["GET", "POST"])
def answer(request: OfficerRequest, transfer_id: int) -> HttpResponse:
    """Gives the file to the office that asks, or keeps it and says why."""
    transfer = get_transfer(standing=request.standing, transfer_id=transfer_id, ability=Ability.ANSWER_TRANSFER)
    if not holds(request.standing, transfer):
        raise PersonNotFound
    refuses = request.POST.get("keputusan") == "tolak"
    form = AnswerForm(request.POST or None, refuses=refuses)
    if form.is_valid():
        act = refuse_transfer if refuses else accept_transfer
        try:
            act(transfer=transfer, by=request.user, answer=form.cleaned_data["jawaban"])
            return redirect("transfers")
        except NotTransferable:
            form.add_error(None, _("Permintaan ini sudah dijawab, atau berkasnya tidak lagi di kantor ini."))
    context = {
        "line": _line(transfer, request.standing),
        "place": region_name(transfer.to_village or transfer.to_district),
        "district": region_name(transfer.to_district),
        "file_url": _file_url(request, transfer),
        "form": form,
    }
    return render(request, "persons/answer.html", context, status=422 if form.errors else 200)


def _file_url(request: OfficerRequest, transfer: Transfer) -> str:
    """Where the file itself is, while this office holds it."""
    try:
        person = get_person(standing=request.standing, person_id=transfer.person_id)
    except (PersonNotFound, PersonMerged):
        return ""
    return reverse("berkas", args=[person.pk])
