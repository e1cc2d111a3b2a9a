"""What a personal link asks the head of a district's office: whether its three services are still as they stand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tenun.domain.identifiers.regions import region_name
from tenun.partnership.actions.readiness import Said, answer_about_services, said_of
from tenun.partnership.enums import DistrictServiceKind
from tenun.partnership.models import PersonalLink
from tenun.partnership.readiness import district_behind, services_of
from tenun.shared.clock import today
from tenun.web.readiness_words import service_name, service_pairs, state_of


class ReadinessForm(forms.Form):
    """Whether what stands about the three services is still right; a change is said for one service at a time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in DistrictServiceKind:
            name = service_name(kind)
            self.fields[kind.value] = forms.ChoiceField(
                label=_("{service}: masih benar?").format(service=name),
                choices=[
                    ("same", _("Masih seperti tertulis")),
                    ("here", _("Ada, keterangannya berubah")),
                    ("gone", _("Belum ada atau sedang tutup")),
                ],
                widget=forms.RadioSelect,
            )
            self.fields[f"{kind.value}_words"] = forms.CharField(
                label=_("{service}: yang dapat dilayani sekarang").format(service=name),
                required=False,
                max_length=600,
                widget=forms.Textarea({"rows": 2}),
                help_text=_("Isi hanya bila berubah."),
            )

    def clean(self) -> dict[str, Any]:
        """A changed service is said in words."""
        cleaned: dict[str, Any] = super().clean() or {}
        for kind in DistrictServiceKind:
            if cleaned.get(kind.value) == "here" and not cleaned.get(f"{kind.value}_words"):
                self.add_error(f"{kind.value}_words", _("Tulis apa yang dapat dilayani sekarang."))
        return cleaned


def about_readiness(link: PersonalLink) -> dict[str, Any]:
    """What stands about the three services of the district."""
    district = district_behind(link)
    services = [
        (service_name(each.kind), state_of(each), service_pairs(each.entry) if each.entry else ())
        for each in services_of(district, today())
    ]
    return {"district": region_name(district), "services": services}


def answer_about_readiness(link: PersonalLink, cleaned: Mapping[str, Any]) -> object:
    """Confirms and corrects, in the name of the addressee."""
    known = {each.kind: each.entry for each in services_of(district_behind(link), today())}
    changed = []
    for kind in DistrictServiceKind:
        answer, entry = cleaned[kind.value], known[kind]
        if answer != "same":
            before = said_of(entry) if entry else Said(kind=kind, is_offered=False)
            changed.append(replace(before, is_offered=answer == "here", can_do=cleaned[f"{kind.value}_words"]))
    return answer_about_services(link=link, changed=changed)
