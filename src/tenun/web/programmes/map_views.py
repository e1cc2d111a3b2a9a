"""Peta program: need beside supply, one cell of it, and the draft of a proposal to a partner."""

import json
from importlib.resources import files
from typing import Any

import typst
from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from tenun.domain.catalogue import packaged
from tenun.domain.coverage import COUNTED
from tenun.domain.identifiers.regions import ntt_districts, region_name
from tenun.domain.programmes import ServiceLine
from tenun.domain.wording import say_day
from tenun.organisations.access import Ability, may
from tenun.organisations.models import Organisation
from tenun.partnership.actions.proposals import keep_proposal
from tenun.partnership.needs import kinds_of, map_for, shown_kinds_of, shown_map
from tenun.partnership.proposals import ProposalNotFound, get_proposal, proposals_about
from tenun.shared.clock import WITA, today
from tenun.web.fields import answers_of
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.programme_words import SERVICES
from tenun.web.programmes.map_page import (
    STEPS,
    draft_of,
    gaps_of,
    kind_lines,
    lines_of,
    overlaps_of,
    short_name,
    square_of,
    squares_of,
)
from tenun.web.scope import OfficerRequest, needs

Asked = tuple[str, ServiceLine]


@needs(Ability.READ_PROGRAMMES)
@require_GET
def whole(request: OfficerRequest) -> HttpResponse:
    """Every district and service, with one service as tiles and as circles."""
    found = map_for(request.standing, today())
    asked = request.GET.get("layanan", "")
    service = ServiceLine(asked) if asked in COUNTED else ServiceLine.DOCUMENTS
    listed_gaps, gap_count = gaps_of(found)
    listed_overlaps, overlap_count = overlaps_of(found)
    context = {
        "lines": lines_of(found),
        "squares": squares_of(found, service),
        "services": [(str(each), SERVICES[each]) for each in COUNTED],
        "service": str(service),
        "service_name": SERVICES[service],
        "gaps": listed_gaps,
        "gap_count": gap_count,
        "overlaps": listed_overlaps,
        "overlap_count": overlap_count,
        "running": found.running,
        "steps": _legend(),
        "counted_at": say_moment(found.counted_at, language()) if found.counted_at else "",
        "may_propose": may(request.standing, Ability.PROPOSE_PROGRAMME),
    }
    return render(request, "programmes/map.html", context)


def _legend() -> list[tuple[str, str]]:
    ends = [*(str(step - 1) for step in STEPS[1:]), ""]
    ranges = [f"{first}–{last}" if last else f"{first}+" for first, last in zip(STEPS, ends, strict=True)]
    return [("n0", "<5"), *((f"n{place}", words) for place, words in enumerate(ranges, start=1))]


@needs(Ability.READ_PROGRAMMES)
@require_GET
def cell(request: OfficerRequest, district: str, service: str) -> HttpResponse:
    """What is behind one number: what people need there, and which programmes give it."""
    where, what = _asked(district, service)
    found = map_for(request.standing, today())
    one = found.cells[where, what]
    kinds = kinds_of(request.standing, where, what, packaged(), today())
    context = {
        "title": f"{short_name(where)} · {SERVICES[what]}",
        "square": square_of(one),
        "kinds": kind_lines(kinds),
        "offers": one.offers,
        "proposals": proposals_about(where, what),
        "counted_at": say_moment(found.counted_at, language()) if found.counted_at else "",
        "may_propose": may(request.standing, Ability.PROPOSE_PROGRAMME),
        "is_own": where in request.standing.scope.offices,
    }
    return render(request, "programmes/cell.html", context)


class ProposalForm(forms.Form):
    """To whom a proposal goes and what it says."""

    partner = forms.ModelChoiceField(
        label=gettext_lazy("Kepada"), queryset=Organisation.objects.none(), empty_label=gettext_lazy("Pilih mitra")
    )
    text = forms.CharField(label=gettext_lazy("Isi usulan"), max_length=6000, widget=forms.Textarea({"rows": 16}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = Organisation.objects.order_by("name")  # type: ignore[attr-defined]


@needs(Ability.PROPOSE_PROGRAMME)
@require_http_methods(["GET", "POST"])
def propose(request: OfficerRequest, district: str, service: str) -> HttpResponse:
    """The draft with its numbers, to be read, changed and kept; then it is printed."""
    where, what = _asked(district, service)
    found = shown_map(today())
    one = found.cells[where, what]
    counted = found.counted_at.astimezone(WITA).date() if found.counted_at else today()
    kinds = shown_kinds_of(where, what, packaged(), today())
    draft = draft_of(one, kinds, partner="", day=say_day(counted, "id"))
    form = ProposalForm(answers_of(request), initial={"text": draft})
    if form.is_valid():
        keep_proposal(
            district=where,
            service=what,
            partner=form.cleaned_data["partner"],
            people=square_of(one).need,
            text=form.cleaned_data["text"],
            by=request.user,
        )
        messages.success(request, _("Usulan disimpan. Cetak suratnya di bawah."), extra_tags="met")
        return redirect("map-cell", where, what)
    context = {"form": form, "title": f"{short_name(where)} · {SERVICES[what]}", "district": where, "service": what}
    return render(request, "programmes/propose.html", context, status=422 if form.errors else 200)


@needs(Ability.PROPOSE_PROGRAMME)
@require_GET
def letter(request: OfficerRequest, proposal_id: int) -> HttpResponse:
    """The proposal as a letter to be signed."""
    try:
        proposal = get_proposal(proposal_id)
    except ProposalNotFound:
        raise Http404 from None
    said = {
        "title": f"Usulan program: {SERVICES[ServiceLine(proposal.service)]}, {region_name(proposal.district_code)}",
        "to": proposal.partner.name,
        "place": "Kupang",
        "day": say_day(proposal.at.astimezone(WITA).date(), "id"),
        "paragraphs": [part.strip() for part in proposal.text.split("\n\n") if part.strip()],
        "hands": "Hormat kami,",
        "foot": "Tenun · draf untuk ditandatangani",
    }
    source = files("tenun.web").joinpath("print/letter.typ").read_bytes()
    made = typst.compile(
        source, format="pdf", ignore_system_fonts=True, sys_inputs={"said": json.dumps(said)}, pdf_standards=["ua-1"]
    )
    headers = {"Content-Disposition": f'inline; filename="usulan-{proposal.pk}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _asked(district: str, service: str) -> Asked:
    if district not in ntt_districts() or service not in COUNTED:
        raise Http404
    return district, ServiceLine(service)
