"""The page on which a pasted text stands beside what it proposes, and a person decides on one field after the other."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tenun.formats.press_lines import sentence_end
from tenun.formats.press_text import Doubt, Part
from tenun.organisations.access import Ability, may
from tenun.organisations.enums import OrganisationKind
from tenun.organisations.models import Organisation
from tenun.organisations.register import (
    Known,
    Lookup,
    SpellingTaken,
    enter_organisation,
    keep_spelling,
    look_up,
)
from tenun.partnership.access import get_meeting_to_keep, get_proposal
from tenun.partnership.actions.meetings import AlreadyDecided, Decision, NotReadable, decide
from tenun.partnership.enums import ProposalState
from tenun.partnership.meetings import misspelt_in
from tenun.partnership.models import Meeting, PressProposal
from tenun.web import meeting_words as said
from tenun.web.language import language
from tenun.web.officers.days import say_full_day
from tenun.web.officers.meeting_forms import NEW, FieldForm
from tenun.web.officers.meetings import found_or_404
from tenun.web.parts import Mark, Piece, Sign, State, Text, Tone
from tenun.web.scope import OfficerRequest, needs

_CUT = 160
_DECIDED = {
    ProposalState.OPEN: (Sign.QUESTION, Tone.UNKNOWN),
    ProposalState.CONFIRMED: (Sign.MET, Tone.MET),
    ProposalState.CORRECTED: (Sign.DIFFERS, Tone.WEAK),
    ProposalState.DROPPED: (Sign.DASH, Tone.PLAIN),
}


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """One field in the list beside the text; the one that is open now has its form instead."""

    name: str
    value: str
    state: State
    url: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class Now:
    """The field that is open: the cut from the text, what is doubtful about it, where the answer goes."""

    name: str
    cut: Text
    doubts: tuple[str, ...]
    url: str
    form: FieldForm


@needs(Ability.KEEP_MEETINGS)
@require_GET
@found_or_404
def read_text(request: OfficerRequest, meeting_id: int) -> HttpResponse:
    """Text and fields side by side; `isian` opens one field, else it is the first that nobody decided on."""
    found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
    if not hasattr(found, "pasted"):
        return redirect("meeting", found.pk)
    waiting = [each for each in found.proposals.all() if each.state == ProposalState.OPEN]
    wanted = request.GET.get("isian", "")
    now = next((each for each in waiting if str(each.pk) == wanted), waiting[0] if waiting else None)
    form = _form(request, now) if now else None
    return _shown(request, found, now, form)


@needs(Ability.KEEP_MEETINGS)
@require_POST
@found_or_404
def decide_field(request: OfficerRequest, meeting_id: int, proposal_id: int) -> HttpResponse:
    """One field is taken over, corrected or dropped; the next one opens."""
    proposal = get_proposal(standing=request.standing, meeting_id=meeting_id, proposal_id=proposal_id)
    form = _form(request, proposal)
    try:
        if "buang" in request.POST:
            decide(proposal=proposal, decision=Decision(keep=False), by=request.user)
        elif not form.is_valid() or not _take_over(request, proposal, form):
            found = get_meeting_to_keep(standing=request.standing, meeting_id=meeting_id)
            return _shown(request, found, proposal, form)
    except AlreadyDecided:
        messages.info(request, _("Isian itu sudah diputuskan. Tidak ada yang berubah."))
    return redirect("meeting-text", meeting_id)


def _take_over(request: OfficerRequest, proposal: PressProposal, form: FieldForm) -> bool:
    """Whether it could be; what is in the way stands in the form."""
    part, answers = Part(proposal.part), form.cleaned_data
    value: str = answers.get("isi") or ""
    organisation = None
    if part is Part.GUEST:
        organisation = _organisation(request, proposal, form)
        if organisation is None:
            return False
        value = proposal.value if organisation.name == proposal.value else organisation.name
    elif part is Part.HELD_ON:
        value = answers["isi"].isoformat()
    more = answers.get("lengkap", proposal.more)
    try:
        decision = Decision(keep=True, value=value, more=more, organisation=organisation)
        decide(proposal=proposal, decision=decision, by=request.user)
    except NotReadable:
        form.add_error("isi", _("Isian ini tidak dapat dibaca. Tulis seperti contohnya."))
        return False
    return True


def _organisation(request: OfficerRequest, proposal: PressProposal, form: FieldForm) -> Organisation | None:
    """Who is meant; a spelling that was asked about is remembered, as right or as wrong."""
    answers, by = form.cleaned_data, request.user
    try:
        if answers["lembaga"] == NEW:
            kind = OrganisationKind(answers.get("jenis_baru") or OrganisationKind.PARTNER)
            return enter_organisation(name=answers["nama_baru"], kind=kind)
        meant = Organisation.objects.get(pk=answers["lembaga"])
        if "nama_baru" in form.fields:
            keep_spelling(organisation=meant, spelling=proposal.value, is_wrong=answers.get("salah_eja", False), by=by)
    except SpellingTaken:
        form.add_error("lembaga", _("Nama itu sudah berarti lembaga lain di register. Periksa pilihannya."))
        return None
    return meant


def _form(request: OfficerRequest, proposal: PressProposal) -> FieldForm:
    part = Part(proposal.part)
    lookup = look_up(proposal.value) if part is Part.GUEST else None
    sent = request.POST if request.method == "POST" and "buang" not in request.POST else None
    may_register = may(request.standing, Ability.KEEP_ORGANISATIONS)
    return FieldForm(
        sent, part=part, lookup=lookup, may_register=may_register, initial=_initial(proposal, part, lookup)
    )


def _initial(proposal: PressProposal, part: Part, lookup: Lookup | None) -> dict[str, object]:
    if lookup is not None:
        first = lookup.organisation or (lookup.offered[0] if lookup.offered else None)
        return {"lembaga": str(first.pk) if first and lookup.known is not Known.ASK else ""}
    value = proposal.value
    if part is Part.HELD_ON and proposal.doubt != Doubt.NO_SUCH_DAY:
        year, month, day = value.split("-")
        value = f"{day}-{month}-{year}"
    return {"isi": value, "lengkap": proposal.more}


def _shown(request: OfficerRequest, found: Meeting, now: PressProposal | None, form: FieldForm | None) -> HttpResponse:
    text = found.pasted.text
    context = {
        "title": found.headline or _("Konfirmasi naskah"),
        "rows": [_row(found, each, now) for each in found.proposals.all()],
        "now": _now(found, now, form, text) if now and form else None,
        "text": _marked(text, now),
        "waiting": sum(each.state == ProposalState.OPEN for each in found.proposals.all()),
        "back_url": reverse("meeting", args=[found.pk]),
    }
    return render(request, "meetings/reading.html", context, status=422 if form and form.errors else 200)


def _row(found: Meeting, each: PressProposal, now: PressProposal | None) -> ProposedRow:
    sign, tone = _DECIDED[ProposalState(each.state)]
    return ProposedRow(
        name=str(said.PARTS[Part(each.part)]),
        value=_readable(each),
        state=State(sign, tone, str(ProposalState(each.state).label)),
        url=f"{reverse('meeting-text', args=[found.pk])}?isian={each.pk}" if each.state == ProposalState.OPEN else "",
        is_now=now is not None and each.pk == now.pk,
    )


def _readable(each: PressProposal) -> str:
    if each.part == Part.KIND:
        return str(said.KINDS.get(each.value, each.value))
    if each.part == Part.HELD_ON and each.doubt != Doubt.NO_SUCH_DAY:
        return say_full_day(date.fromisoformat(each.value), language())
    short = each.value if len(each.value) <= _CUT else f"{each.value[:_CUT]}…"
    return f"{short} · {each.more}" if each.more else short


def _now(found: Meeting, each: PressProposal, form: FieldForm, text: str) -> Now:
    doubts = [str(said.DOUBTS[Doubt(each.doubt)])] if each.doubt else []
    doubts += [
        _("%(wrong)s salah eja. Yang benar: %(right)s.") % {"wrong": wrong.spelling, "right": wrong.organisation.name}
        for wrong in misspelt_in([each.value])
    ]
    if each.part == Part.GUEST and "nama_baru" in form.fields:
        doubts.append(_("Ejaan ini belum dikenal register. Pilih lembaga yang dimaksud."))
    return Now(
        name=str(said.PARTS[Part(each.part)]),
        cut=_cut(text, each),
        doubts=tuple(doubts),
        url=reverse("meeting-proposal", args=[found.pk, each.pk]),
        form=form,
    )


def _cut(text: str, each: PressProposal) -> Text:
    """The line in which it stands, not longer than a few lines of the page."""
    begin = max(text.rfind("\n", 0, each.starts) + 1, each.starts - _CUT)
    end = min(max(sentence_end(text, each.ends), each.ends), each.ends + _CUT)
    return (
        Piece(text[begin : each.starts]),
        Piece(text[each.starts : each.ends], Mark.STRONG),
        Piece(text[each.ends : end]),
    )


def _marked(text: str, now: PressProposal | None) -> tuple[str, str, str]:
    """The whole text, with the place of the field that is open in the middle."""
    if now is None:
        return text, "", ""
    return text[: now.starts], text[now.starts : now.ends], text[now.ends :]
