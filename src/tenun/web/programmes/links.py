"""Asking somebody without an account: to whom the link goes, and what became of those that were made."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenun.domain.wording import say_day
from tenun.partnership.models import PersonalLink
from tenun.shared.clock import WITA
from tenun.web.language import language


class AskForm(forms.Form):
    """For whom a link is."""

    addressee = forms.CharField(
        label=gettext_lazy("Untuk siapa"),
        max_length=200,
        help_text=gettext_lazy("Nama dan jabatan yang akan menjawab."),
    )


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link in words; its address is not known any more."""

    addressee: str
    state: str

    @classmethod
    def of(cls, link: PersonalLink, at: datetime) -> "LinkRow":
        """What became of it."""
        if link.answered_at:
            words, day = _("Dijawab {day}"), link.answered_at
        elif link.revoked_at:
            words, day = _("Ditarik {day}"), link.revoked_at
        elif at >= link.expires_at:
            words, day = _("Habis {day}, tidak dijawab"), link.expires_at
        else:
            words, day = _("Menunggu jawaban sampai {day}"), link.expires_at
        return cls(link.addressee, words.format(day=say_day(day.astimezone(WITA).date(), language())))
