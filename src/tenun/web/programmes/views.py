"""Programmes: the list, one of them, entering and changing it, and asking its owner by a personal link."""

from secrets import token_hex

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods

from tenun.domain.identifiers.regions import ntt_districts, region_name
from tenun.domain.programmes import PartnerRole, ProgrammeRecord, ProgrammeStatus, ServiceLine
from tenun.organisations.access import Ability, may
from tenun.organisations.enums import Role
from tenun.organisations.models import Organisation
from tenun.organisations.queries import Standing
from tenun.partnership.access import ProgrammeNotFound, get_programme, get_programme_to_keep, may_keep
from tenun.partnership.actions.links import make_link
from tenun.partnership.actions.programmes import ChangedMeanwhile, NotThisWay, change_programme, enter_programme
from tenun.partnership.enums import LinkKind
from tenun.partnership.links import links_about
from tenun.partnership.models import Programme
from tenun.partnership.programmes import programmes as every_programme
from tenun.partnership.programmes import record_of, steps_of
from tenun.shared.clock import now, today
from tenun.web.fields import answers_of
from tenun.web.programme_words import ROLES, SERVICES, STATUSES, programme_pairs
from tenun.web.programmes.forms import (
    Capacities,
    Partners,
    ProgrammeForm,
    capacity_lines,
    district_choices,
    initial_lines,
    initial_of,
    partner_lines,
)
from tenun.web.programmes.links import AskForm, LinkRow
from tenun.web.programmes.pages import STALE, Narrowed, history_of, rows_of, status_of
from tenun.web.scope import OfficerRequest, needs


@needs(Ability.READ_PROGRAMMES)
@require_GET
def programmes(request: OfficerRequest) -> HttpResponse:
    """Every programme, as it is narrowed."""
    asked = {name: request.GET.get(name, "") for name in ("layanan", "keadaan", "kabupaten", "yang")}
    narrowed = Narrowed(
        service=asked["layanan"] if asked["layanan"] in set(ServiceLine) else "",
        status=asked["keadaan"] if asked["keadaan"] in set(ProgrammeStatus) else "",
        district=asked["kabupaten"] if asked["kabupaten"] in ntt_districts() else "",
        which=asked["yang"],
    )
    found = list(every_programme())
    everything = rows_of(found, Narrowed(), today())
    context = {
        "rows": rows_of(found, narrowed, today()),
        "counts": {
            "running": sum(row.programme.status == ProgrammeStatus.RUNNING for row in everything),
            "offered": sum(row.programme.status == ProgrammeStatus.OFFERED for row in everything),
            "stale": sum(row.is_stale for row in everything),
        },
        "narrowed": narrowed,
        "stale": STALE,
        "services": [(str(value), label) for value, label in SERVICES.items()],
        "statuses": [(str(value), label) for value, label in STATUSES.items()],
        "districts": district_choices(),
        "may_add": may(request.standing, Ability.KEEP_PROGRAMMES),
        "may_import": may(request.standing, Ability.IMPORT_PROGRAMMES),
    }
    return render(request, "programmes/list.html", context)


@needs(Ability.READ_PROGRAMMES)
@require_GET
def one(request: OfficerRequest, programme_id: int) -> HttpResponse:
    """One programme: what is known of it, whom it takes, its history."""
    try:
        programme = get_programme(standing=request.standing, programme_id=programme_id)
    except ProgrammeNotFound:
        raise Http404 from None
    return render(request, "programmes/one.html", _about(request, programme))


def _about(request: OfficerRequest, programme: Programme) -> dict[str, object]:
    keeps = may_keep(request.standing, programme)
    links = links_about(LinkKind.PROGRAMME, programme.pk) if keeps else []
    capacities = programme.capacities.all()
    (row,) = rows_of([programme], Narrowed(), today())
    return {
        "programme": programme,
        "row": row,
        "pairs": programme_pairs(programme),
        "partners": [(ROLES[PartnerRole(each.role)], each.organisation.name) for each in programme.partners.all()],
        "status": status_of(programme),
        "history": history_of(steps_of(programme)),
        "capacities": [(each, region_name(each.district_code) if each.district_code else "") for each in capacities],
        "may_keep": keeps,
        "links": [LinkRow.of(link, now()) for link in links],
        "ask_form": AskForm(initial={"addressee": programme.contact_name or programme.owner.name}),
    }


@needs(Ability.KEEP_PROGRAMMES)
@require_http_methods(["GET", "POST"])
def add(request: OfficerRequest) -> HttpResponse:
    """A new programme."""
    owners = _owners(request.standing)
    form = ProgrammeForm(answers_of(request), owners=owners)
    lines, partners = capacity_lines(answers_of(request)), partner_lines(answers_of(request))
    if request.method == "POST" and form.is_valid() and lines.is_valid() and partners.is_valid():
        programme = enter_programme(
            record=form.record(f"NTT-{today().year}-{token_hex(4).upper()}", None, lines.read()),
            owner=form.cleaned_data["owner"],
            partners=partners.read(),
            by=request.user,
        )
        messages.success(request, _("Program dicatat."), extra_tags="met")
        return redirect("programme", programme.pk)
    return _form(request, form, lines, partners, None)


@needs(Ability.KEEP_PROGRAMMES)
@require_http_methods(["GET", "POST"])
def change(request: OfficerRequest, programme_id: int) -> HttpResponse:
    """The same form over what is kept."""
    try:
        programme = get_programme_to_keep(standing=request.standing, programme_id=programme_id)
    except ProgrammeNotFound:
        raise Http404 from None
    kept = record_of(programme)
    form = ProgrammeForm(
        answers_of(request),
        initial={**initial_of(kept), "owner": programme.owner},
        owners=_owners(request.standing),
    )
    lines = capacity_lines(answers_of(request), initial_lines(kept))
    partners = partner_lines(answers_of(request), programme)
    if request.method == "POST" and form.is_valid() and lines.is_valid() and partners.is_valid():
        record = form.record(programme.identifier, kept, lines.read())
        if _is_written(request, programme, form, record, partners):
            return redirect("programme", programme.pk)
    return _form(request, form, lines, partners, programme)


def _is_written(
    request: OfficerRequest, programme: Programme, form: ProgrammeForm, record: ProgrammeRecord, partners: Partners
) -> bool:
    try:
        change_programme(
            programme=programme,
            record=record,
            owner=form.cleaned_data["owner"],
            partners=partners.read(),
            by=request.user,
            version=programme.version,
        )
    except NotThisWay:
        form.add_error("status", _("Dari keadaan yang tercatat tidak dapat langsung ke sini. Pilih yang lain."))
        return False
    except ChangedMeanwhile:
        form.add_error(None, _("Orang lain baru saja mengubah program ini. Buka lagi, lalu isi perubahan Anda."))
        return False
    messages.success(request, _("Perubahan disimpan."), extra_tags="met")
    return True


def _form(
    request: OfficerRequest, form: ProgrammeForm, lines: Capacities, partners: Partners, programme: Programme | None
) -> HttpResponse:
    back = reverse("programme", args=[programme.pk]) if programme else reverse("programmes")
    context = {"form": form, "lines": lines, "partners": partners, "programme": programme, "cancel_url": back}
    return render(request, "programmes/form.html", context, status=422 if request.method == "POST" else 200)


def _owners(standing: Standing) -> QuerySet[Organisation]:
    """Whose programmes she may enter: of everybody for the province, of her own organisation for a partner."""
    everybody = Organisation.objects.order_by("name")
    return everybody if Role.PROVINCE in standing.roles else everybody.filter(pk__in=standing.organisations)


@needs(Ability.KEEP_PROGRAMMES)
@require_http_methods(["POST"])
@sensitive_variables("made")
def ask(request: OfficerRequest, programme_id: int) -> HttpResponse:
    """A personal link to the owner, shown this once to be copied or printed."""
    try:
        programme = get_programme_to_keep(standing=request.standing, programme_id=programme_id)
    except ProgrammeNotFound:
        raise Http404 from None
    form = AskForm(request.POST)
    if not form.is_valid():
        return render(request, "programmes/one.html", {**_about(request, programme), "ask_form": form}, status=422)
    made = make_link(
        kind=LinkKind.PROGRAMME,
        subject_id=programme.pk,
        addressee=form.cleaned_data["addressee"],
        organisation=programme.owner,
        by=request.user,
    )
    context = {
        "title": programme.title,
        "question": _("Apakah keterangan program ini masih benar?"),
        "link": made.link,
        "url": request.build_absolute_uri(reverse("personal-link", args=[made.token])),
        "back_url": reverse("programme", args=[programme.pk]),
    }
    return render(request, "link_made.html", context)
