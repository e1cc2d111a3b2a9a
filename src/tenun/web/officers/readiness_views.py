"""Kesiapan daerah: what each district can do now in three services, who last said so, and asking its head by a link."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.domain.identifiers.regions import region_name
from tenun.domain.wording import say_day
from tenun.organisations.access import Ability
from tenun.organisations.enums import Role
from tenun.partnership.actions.readiness import Said, ask_district, confirm_services, tell_service
from tenun.partnership.enums import DistrictServiceKind
from tenun.partnership.models import PersonalLink
from tenun.partnership.readiness import (
    DistrictNotFound,
    Freshness,
    Service,
    get_district,
    get_district_to_keep,
    history_of,
    matrix,
    may_keep_district,
    quarter_of,
    services_of,
    to_ask,
)
from tenun.shared.clock import today
from tenun.web.fields import answers_of
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.parts import LogLine, Pair, State
from tenun.web.readiness_words import quarter_name, said_by, service_name, service_pairs, speaker_of, state_of
from tenun.web.scope import OfficerRequest, needs


class ServiceForm(forms.Form):
    """What is said of one service of a district."""

    ada = forms.ChoiceField(
        label=gettext_lazy("Apakah layanan ini ada sekarang?"),
        choices=[("ya", gettext_lazy("Ada")), ("belum", gettext_lazy("Belum ada"))],
        widget=forms.RadioSelect,
    )
    layanan = forms.CharField(
        label=gettext_lazy("Yang dapat dilayani"),
        required=False,
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Satu atau dua kalimat, seperti dikatakan kepada warga."),
    )
    jam = forms.CharField(label=gettext_lazy("Jam layanan"), required=False, max_length=120)
    tempat = forms.IntegerField(
        label=gettext_lazy("Berapa orang sekaligus"),
        required=False,
        min_value=0,
        max_value=100_000,
        help_text=gettext_lazy("Kosongkan bila belum diketahui. Nol berarti penuh."),
    )
    kantor = forms.CharField(label=gettext_lazy("Kantor"), required=False, max_length=200)
    alamat = forms.CharField(label=gettext_lazy("Alamat"), required=False, max_length=300)
    telepon = forms.CharField(
        label=gettext_lazy("Telepon kantor"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Nomor kantor, bukan nomor pribadi."),
    )

    def clean(self) -> dict[str, object]:
        """A service that is there says what it does."""
        cleaned = super().clean() or {}
        if cleaned.get("ada") == "ya" and not cleaned.get("layanan"):
            self.add_error("layanan", _("Tulis apa yang dapat dilayani sekarang."))
        return cleaned

    def said(self, kind: DistrictServiceKind) -> Said:
        """The answer."""
        told = self.cleaned_data
        return Said(
            kind=kind,
            is_offered=told["ada"] == "ya",
            can_do=told["layanan"],
            hours=told["jam"],
            places=told["tempat"],
            office=told["kantor"],
            address=told["alamat"],
            contact=told["telepon"],
        )


class AskForm(forms.Form):
    """Whom the link is for."""

    untuk = forms.CharField(
        label=gettext_lazy("Untuk siapa"),
        max_length=200,
        help_text=gettext_lazy("Nama dan jabatan, misalnya Kepala Dinas Nakertrans Belu."),
    )


@dataclass(frozen=True, slots=True)
class ServiceView:
    """One service ready to be shown."""

    name: str
    state: State
    said: str
    pairs: tuple[Pair, ...]
    is_invented: bool
    change_url: str


def _view(service: Service, *, keeps: bool) -> ServiceView:
    entry = service.entry
    change = reverse("change-readiness", args=[service.district, service.kind.value])
    return ServiceView(
        name=service_name(service.kind),
        state=state_of(service),
        said=said_by(entry) if entry else "",
        pairs=service_pairs(entry) if entry else (),
        is_invented=bool(entry and entry.is_demo),
        change_url=change if keeps else "",
    )


@needs(Ability.READ_READINESS_OF_DISTRICTS)
@require_GET
def districts(request: OfficerRequest) -> HttpResponse:
    """Every district with its three services; for the province also whom to ask this quarter."""
    found = matrix(today())
    asks = Role.PROVINCE in request.standing.roles
    waiting = {each.district: each.link for each in to_ask(today())} if asks else {}
    rows = [
        (
            region_name(code),
            reverse("district-readiness", args=[code]),
            [_view(each, keeps=False) for each in services],
            reverse("ask-readiness", args=[code]) if code in waiting else "",
            _when_made(waiting.get(code)),
        )
        for code, services in found.items()
    ]
    states = [each.freshness for services in found.values() for each in services]
    context = {
        "rows": rows,
        "names": [service_name(kind) for kind in DistrictServiceKind],
        "fresh": states.count(Freshness.FRESH),
        "stale": states.count(Freshness.STALE),
        "unknown": states.count(Freshness.UNKNOWN),
        "waiting": waiting,
        "asks": asks,
        "quarter": quarter_name(quarter_of(today())),
    }
    return render(request, "officers/readiness.html", context)


def _when_made(link: PersonalLink | None) -> str:
    return say_moment(link.made_at, language()) if link else ""


def _district(request: OfficerRequest, district: str, *, to_keep: bool) -> str:
    try:
        get = get_district_to_keep if to_keep else get_district
        return get(standing=request.standing, district=district)
    except DistrictNotFound:
        raise Http404 from None


@needs(Ability.READ_READINESS_OF_DISTRICTS)
@require_GET
def one(request: OfficerRequest, district: str) -> HttpResponse:
    """One district: its services, what was said of them before."""
    code = _district(request, district, to_keep=False)
    keeps = may_keep_district(request.standing, code)
    services = services_of(code, today())
    context = {
        "name": region_name(code),
        "services": [_view(each, keeps=keeps) for each in services],
        "keeps": keeps,
        "is_known": any(each.entry for each in services),
        "log": [
            LogLine(
                f"{service_name(DistrictServiceKind(each.service))}: "
                + (each.can_do if each.is_offered else _("belum ada layanan")),
                say_day(each.said_on, language()),
                speaker_of(each),
            )
            for each in history_of(code)
        ],
        "confirm_url": reverse("confirm-readiness", args=[code]),
        "ask_url": reverse("ask-readiness", args=[code]),
        "list_url": reverse("readiness"),
    }
    return render(request, "officers/district_readiness.html", context)


@needs(Ability.KEEP_READINESS_OF_DISTRICT)
@require_http_methods(["GET", "POST"])
def change(request: OfficerRequest, district: str, service: str) -> HttpResponse:
    """What is said of one service, to be changed."""
    code = _district(request, district, to_keep=True)
    if service not in DistrictServiceKind.values:
        raise Http404
    kind = DistrictServiceKind(service)
    known = next(each for each in services_of(code, today()) if each.kind is kind)
    form = ServiceForm(answers_of(request), initial=_initial(known))
    if form.is_valid():
        tell_service(district=code, said=form.said(kind), by=request.user)
        messages.success(request, _("Keterangan disimpan dan dipastikan hari ini."), extra_tags="met")
        return redirect("district-readiness", code)
    context = {
        "form": form,
        "name": region_name(code),
        "service": service_name(kind),
        "back_url": reverse("district-readiness", args=[code]),
    }
    return render(request, "officers/change_readiness.html", context, status=422 if form.errors else 200)


def _initial(service: Service) -> dict[str, object]:
    entry = service.entry
    if entry is None:
        return {}
    return {
        "ada": "ya" if entry.is_offered else "belum",
        "layanan": entry.can_do,
        "jam": entry.hours,
        "tempat": entry.places,
        "kantor": entry.office,
        "alamat": entry.address,
        "telepon": entry.contact or "",
    }


@needs(Ability.KEEP_READINESS_OF_DISTRICT)
@require_POST
def confirm(request: OfficerRequest, district: str) -> HttpResponse:
    """Says of everything known that it is still so."""
    code = _district(request, district, to_keep=True)
    if confirm_services(district=code, by=request.user):
        messages.success(request, _("Keterangan dipastikan masih benar hari ini."), extra_tags="met")
    else:
        messages.info(request, _("Belum ada keterangan untuk dipastikan. Isi dahulu satu layanan."))
    return redirect("district-readiness", code)


@needs(Ability.KEEP_READINESS_OF_DISTRICT)
@require_http_methods(["GET", "POST"])
@sensitive_variables("made")
def ask(request: OfficerRequest, district: str) -> HttpResponse:
    """Makes the link for the head of the district's office, and shows it this once."""
    code = _district(request, district, to_keep=True)
    form = AskForm(answers_of(request))
    context = {"form": form, "name": region_name(code), "back_url": reverse("district-readiness", args=[code])}
    if form.is_valid():
        made = ask_district(district=code, addressee=form.cleaned_data["untuk"], by=request.user)
        told = {
            "title": _("Kesiapan layanan {district}").format(district=region_name(code)),
            "question": _("Apakah layanan di {district} masih seperti ini?").format(district=region_name(code)),
            "link": made.link,
            "url": request.build_absolute_uri(reverse("personal-link", args=[made.token])),
            "back_url": context["back_url"],
        }
        return render(request, "link_made.html", told)
    return render(request, "officers/ask_readiness.html", context, status=422 if form.errors else 200)
