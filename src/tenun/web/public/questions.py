"""What each kind of personal link asks: the page it shows, the form it takes, and what an answer does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tenun.partnership.actions.programmes import answer_about_programme
from tenun.partnership.enums import LinkKind, ProgrammeAnswer
from tenun.partnership.models import PersonalLink
from tenun.partnership.programmes import programme_behind
from tenun.web.programme_words import programme_pairs

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


QUESTIONS: Mapping[LinkKind, Question] = {
    LinkKind.PROGRAMME: Question(
        "public/programme_question.html",
        _about_programme,
        ProgrammeForm,
        _answer_about_programme,
        _("Terima kasih. Keterangan program ini sudah diperbarui."),
    ),
}
