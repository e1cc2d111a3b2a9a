"""The register of organisations: names, references, spellings; and what somebody says of an unknown spelling."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from tenun.organisations.access import Ability
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
from tenun.partnership.programmes import organisations_named
from tenun.web.fields import answers_of
from tenun.web.scope import OfficerRequest, needs

NEW, WRONG, RIGHT = "baru", "salah", "benar"


@needs(Ability.KEEP_ORGANISATIONS)
@require_GET
def register(request: OfficerRequest) -> HttpResponse:
    """Every organisation with its references and spellings; a name may be asked about."""
    name = request.GET.get("nama", "").strip()
    context = {"organisations": organisations_named(name), "name": name}
    return render(request, "programmes/organisations.html", context)


class SpellingForm(forms.Form):
    """What an unknown spelling means: one that is known, spelt rightly or wrongly, or a new organisation."""

    spelling = forms.CharField(max_length=200, widget=forms.HiddenInput)
    ref = forms.CharField(max_length=120, required=False, widget=forms.HiddenInput)
    back = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)
    means = forms.ChoiceField(label=gettext_lazy("Siapa yang dimaksud?"), widget=forms.RadioSelect)
    other = forms.ModelChoiceField(
        label=gettext_lazy("Organisasi di daftar"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=gettext_lazy("Pilih"),
    )
    sort = forms.ChoiceField(label=gettext_lazy("Jenis, bila organisasi baru"), required=False)

    def __init__(self, *args: Any, lookup: Lookup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, str]] = []
        for each in lookup.offered:
            choices.append((f"{WRONG}:{each.pk}", _("{name}, ditulis salah").format(name=each.name)))
            choices.append((f"{RIGHT}:{each.pk}", _("{name}, ini nama lainnya").format(name=each.name)))
        choices.append((f"{WRONG}:", _("Organisasi lain di daftar, ditulis salah")))
        choices.append((f"{RIGHT}:", _("Organisasi lain di daftar, ini nama lainnya")))
        choices.append((NEW, _("Organisasi baru dengan nama ini")))
        self.fields["means"].choices = choices  # type: ignore[attr-defined]
        self.fields["other"].queryset = Organisation.objects.order_by("name")  # type: ignore[attr-defined]
        kinds = [(str(kind), capfirst(str(kind.label))) for kind in OrganisationKind]
        self.fields["sort"].choices = [("", _("Pilih")), *kinds]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A new organisation has a kind; another one of the register is chosen there."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("means") == NEW and not cleaned.get("sort"):
            self.add_error("sort", _("Pilih jenis organisasi yang baru ini."))
        if str(cleaned.get("means", "")).endswith(":") and not cleaned.get("other"):
            self.add_error("other", _("Pilih organisasinya dari daftar."))
        return cleaned


@needs(Ability.KEEP_ORGANISATIONS)
@require_http_methods(["GET", "POST"])
def settle(request: OfficerRequest) -> HttpResponse:
    """Asks about a spelling, and keeps what was said of it."""
    asked = request.POST if request.method == "POST" else request.GET
    spelling, ref = asked.get("spelling", "").strip()[:200], asked.get("ref", "").strip()[:120]
    lookup = look_up(spelling, ref)
    back = _inside(asked.get("back", ""))
    if not spelling or (lookup.known is not Known.ASK and request.method == "GET"):
        return redirect(back or "organisations")
    form = SpellingForm(answers_of(request), lookup=lookup, initial={"spelling": spelling, "ref": ref, "back": back})
    if form.is_valid():
        try:
            _keep(form.cleaned_data, spelling, ref, request)
        except SpellingTaken:
            form.add_error(None, _("Ejaan atau rujukan ini sudah dipakai organisasi lain. Pilih organisasi itu."))
        else:
            messages.success(request, _("Ejaan dicatat. Lain kali tidak ditanyakan lagi."), extra_tags="met")
            return redirect(back or "organisations")
    context = {"form": form, "spelling": spelling, "ref": ref, "lookup": lookup}
    return render(request, "programmes/spelling.html", context, status=422 if form.errors else 200)


def _keep(said: dict[str, Any], spelling: str, ref: str, request: OfficerRequest) -> None:
    if said["means"] == NEW:
        enter_organisation(name=spelling, kind=OrganisationKind(said["sort"]), ref=ref)
        return
    how, _colon, number = said["means"].partition(":")
    organisation = Organisation.objects.get(pk=int(number)) if number else said["other"]
    keep_spelling(organisation=organisation, spelling=spelling, is_wrong=how == WRONG, by=request.user, ref=ref)


def _inside(address: str) -> str:
    """A way back inside the site, or nothing."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else ""
