"""What each kind of personal link asks: the page it shows, the form it takes, and what an answer does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tenun.domain.identifiers.regions import region_name
from tenun.partnership.actions.programmes import answer_about_programme
from tenun.partnership.actions.readiness import Said, answer_about_services, said_of
from tenun.partnership.enums import DistrictServiceKind, LinkKind, ProgrammeAnswer
from tenun.partnership.models import PersonalLink
from tenun.partnership.programmes import programme_behind
from tenun.partnership.readiness import district_behind, services_of
from tenun.shared.clock import today
from tenun.web.programme_words import programme_pairs
from tenun.web.readiness_words import service_name, service_pairs, state_of

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of link.

    `template` extends `public/question.html`; `about(link)` is its context; `form` takes what was sent; `answer(link,
    cleaned)` writes, inside the transaction in which the link is closed; `thanks` is said afterwards.
    """

    template: str
    about: Callable[[PersonalLink], Context]
    form: type[forms.Form]
    answer: Callable[[PersonalLink, Mapping[str, Any]], object]
    thanks: str | Promise


class ProgrammeForm(forms.Form):
    """Whether the entry about a programme is still right."""

    answer = forms.ChoiceField(
        label=_("Apakah keterangan ini masih benar?"), choices=ProgrammeAnswer.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Apa yang berubah"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Kosongkan bila masih benar."),
    )

    def clean(self) -> dict[str, Any]:
        """A change is said in words."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer") == ProgrammeAnswer.CHANGED and not cleaned.get("words"):
            self.add_error("words", _("Tulis apa yang berubah, supaya kantor dapat memperbaikinya."))
        return cleaned


def _about_programme(link: PersonalLink) -> Context:
    programme = programme_behind(link)
    return {"programme": programme, "pairs": programme_pairs(programme)}


def _answer_about_programme(link: PersonalLink, cleaned: Mapping[str, Any]) -> object:
    return answer_about_programme(link=link, answer=ProgrammeAnswer(cleaned["answer"]), words=cleaned["words"])


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


def _about_readiness(link: PersonalLink) -> Context:
    district = district_behind(link)
    services = [
        (service_name(each.kind), state_of(each), service_pairs(each.entry) if each.entry else ())
        for each in services_of(district, today())
    ]
    return {"district": region_name(district), "services": services}


def _answer_about_readiness(link: PersonalLink, cleaned: Mapping[str, Any]) -> object:
    known = {each.kind: each.entry for each in services_of(district_behind(link), today())}
    changed = []
    for kind in DistrictServiceKind:
        answer, entry = cleaned[kind.value], known[kind]
        if answer != "same":
            before = said_of(entry) if entry else Said(kind=kind, is_offered=False)
            changed.append(replace(before, is_offered=answer == "here", can_do=cleaned[f"{kind.value}_words"]))
    return answer_about_services(link=link, changed=changed)


QUESTIONS: Mapping[LinkKind, Question] = {
    LinkKind.PROGRAMME: Question(
        "public/programme_question.html",
        _about_programme,
        ProgrammeForm,
        _answer_about_programme,
        _("Terima kasih. Keterangan program ini sudah diperbarui."),
    ),
    LinkKind.READINESS: Question(
        "public/readiness_question.html",
        _about_readiness,
        ReadinessForm,
        _answer_about_readiness,
        _("Terima kasih. Kesiapan layanan sudah dicatat hari ini."),
    ),
}
