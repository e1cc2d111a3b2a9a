"""Forms of the village's own duties: a departure or return that was seen, a recruiter who was seen."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tenun.protection.actions import SeenRecruiter
from tenun.readiness.actions import Seen
from tenun.readiness.models import MovementKind
from tenun.shared.clock import today
from tenun.shared.scope import Scope
from tenun.web.officers.forms import village_choices
from tenun.web.officers.steps import DayField


class PastDayField(DayField):
    """A day that has been."""

    def clean(self, value: Any) -> date | None:
        """Refuses a day to come."""
        day: date | None = super().clean(value)
        if day is not None and day > today():
            raise forms.ValidationError(_("Tanggal itu belum tiba. Tulis hari kejadiannya."))
        return day


class MovementForm(forms.Form):
    """Who has left or come home."""

    kind = forms.ChoiceField(label=_("Apa yang terjadi"), choices=MovementKind.choices, widget=forms.RadioSelect)
    on = PastDayField(label=_("Kapan"))
    route = forms.CharField(
        label=_("Lewat mana"), required=False, max_length=120, help_text=_("Pelabuhan, bandara, atau kota.")
    )
    told_by = forms.CharField(label=_("Kabar dari siapa"), required=False, max_length=120)

    def seen(self) -> Seen:
        """The answers for the action."""
        said = self.cleaned_data
        return Seen(kind=MovementKind(said["kind"]), on=said["on"], route=said["route"], told_by=said["told_by"])


class RecruiterForm(forms.Form):
    """What was seen of a recruiter. Only where and what are needed; a name need not be known."""

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = village_choices(scope)
        only = [code for _group, group in choices for code, _name in group]
        self.fields["village_code"] = forms.ChoiceField(
            label=_("Di desa mana"),
            choices=[("", _("Pilih desa")), *choices],
            initial=only[0] if len(only) == 1 else "",
        )
        self.fields["story"] = forms.CharField(
            label=_("Apa yang terjadi"),
            max_length=2_000,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("Misalnya: menawarkan kerja tanpa surat, memberi uang, mengambil KTP."),
        )
        self.fields["name"] = forms.CharField(label=_("Nama atau panggilannya"), required=False, max_length=120)
        self.fields["phone"] = forms.CharField(label=_("Nomor teleponnya"), required=False, max_length=30)
        self.fields["seen_on"] = PastDayField(label=_("Kapan terlihat"), required=False)
        self.fields["destination"] = forms.CharField(label=_("Negara yang ditawarkan"), required=False, max_length=80)
        self.fields["approached"] = forms.IntegerField(
            label=_("Berapa orang didekati"), required=False, min_value=0, max_value=10_000
        )

    def seen(self) -> SeenRecruiter:
        """The answers for the action."""
        return SeenRecruiter(**self.cleaned_data)
