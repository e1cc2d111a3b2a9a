"""What each kind of personal link asks: the page it shows, the form it takes, and what an answer does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tenun.partnership.actions.programmes import answer_about_programme
from tenun.partnership.actions.promises import Said, answer_about_promise
from tenun.partnership.enums import LinkKind, OwnerAnswer, ProgrammeAnswer
from tenun.partnership.models import PersonalLink
from tenun.partnership.programmes import programme_behind
from tenun.partnership.promises import promise_behind
from tenun.shared.clock import today
from tenun.web.meeting_words import due_words, promise_state
from tenun.web.parts import Pair
from tenun.web.programme_words import programme_pairs
from tenun.web.public.readiness_question import ReadinessForm, about_readiness, answer_about_readiness

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


class CommitmentForm(forms.Form):
    """What became of a promise, and what shows it."""

    answer = forms.ChoiceField(label=_("Kabarnya"), choices=OwnerAnswer.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=_("Keterangan"), required=False, max_length=500, widget=forms.Textarea({"rows": 3}))
    evidence = forms.CharField(
        label=_("Bukti"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Misalnya: nomor surat, tanggal kegiatan, jumlah peserta. Jangan tulis nama pekerja."),
    )
    url = forms.URLField(label=_("Alamat bukti di internet"), required=False, max_length=300, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        """What was not done yet has a reason; what was done can be seen."""
        cleaned: dict[str, Any] = super().clean() or {}
        answer = cleaned.get("answer")
        if answer == OwnerAnswer.NOT_YET and not cleaned.get("words"):
            self.add_error("words", _("Tulis mengapa belum, supaya kantor dapat membantu."))
        if answer == OwnerAnswer.DONE and not (cleaned.get("evidence") or cleaned.get("url")) and not self.errors:
            self.add_error("evidence", _("Tulis buktinya, atau alamat tempat buktinya dapat dilihat."))
        return cleaned


def _about_commitment(link: PersonalLink) -> Context:
    promise = promise_behind(link.subject_id)
    pairs = (
        Pair(str(_("Pemilik")), promise.owner.name),
        Pair(str(_("Kepada")), promise.partner.name if promise.partner else ""),
        Pair(str(_("Paling lambat")), due_words(promise)),
    )
    shown = tuple(each for each in pairs if each.value)
    return {"promise": promise, "state": promise_state(promise, today()), "pairs": shown}


def _answer_about_commitment(link: PersonalLink, cleaned: Mapping[str, Any]) -> object:
    told = Said(words=cleaned["words"], evidence=cleaned["evidence"], url=cleaned["url"], by_link=link.addressee)
    return answer_about_promise(link=link, answer=OwnerAnswer(cleaned["answer"]), said=told)


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
        about_readiness,
        ReadinessForm,
        answer_about_readiness,
        _("Terima kasih. Kesiapan layanan sudah dicatat hari ini."),
    ),
    LinkKind.COMMITMENT: Question(
        "public/commitment_question.html",
        _about_commitment,
        CommitmentForm,
        _answer_about_commitment,
        _("Terima kasih. Kabar janji ini sudah dicatat."),
    ),
}
