"""The form of one event of a journey: what must be shown, what is noted, and why. A form saves nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tenun.domain.identifiers.dates import DateProblem, parse_date
from tenun.domain.identifiers.messages import explain
from tenun.domain.journey import BRIEFING, EVENTS, Event, Evidence, Kind, Rule
from tenun.people.enums import Tongue
from tenun.readiness.actions import Noted
from tenun.shared.clock import today
from tenun.web.language import say

OFFERED = (
    Event.CONTACT,
    Event.RESTART,
    Event.INFORM,
    Event.REGISTER_VILLAGE,
    Event.ENROL,
    Event.SCREEN,
    Event.BEGIN_PREPARATION,
    Event.WITHDRAW,
    Event.POSTPONE,
    Event.RETRY,
    Event.REFUSE,
    Event.UPHOLD_APPEAL,
    Event.FIND_UNDER_AGE,
    Event.RECORD_NON_PROCEDURAL,
    Event.LOSE_CONTACT,
    Event.FIND_AGAIN,
    Event.PLACE_HOLD,
    Event.LIFT_HOLD,
    Event.UNDO,
)
"""The events of these pages: S0 to S4 and the exits. What needs a job order or a case has pages of its own."""

CORRECTIONS = frozenset({Event.UNDO, Event.PLACE_HOLD, Event.LIFT_HOLD})
_NEEDS_REASON = CORRECTIONS | {Event.REFUSE, Event.UPHOLD_APPEAL, Event.POSTPONE, Event.FIND_UNDER_AGE}
_TOLD = frozenset({Event.INFORM, Event.RESTART})


class DayField(forms.CharField):
    """A day as people write it in the officers' sheet; the cleaned value is a `date`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, help_text=kwargs.pop("help_text", _("Contoh: 24-11-2026")), **kwargs)

    def clean(self, value: Any) -> Any:
        """Reads the day; what is no day is said in words."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_date(text)
        except DateProblem as problem:
            raise forms.ValidationError(say(explain(problem.code))) from None


def _text(label: Any, *, required: bool = False, hint: Any = "") -> Callable[[], forms.Field]:
    return lambda: forms.CharField(label=label, required=required, help_text=hint, max_length=120)


_ASKED: Mapping[Event, Mapping[str, Callable[[], forms.Field]]] = {
    Event.REGISTER_VILLAGE: {"register": _text(_("Nomor register desa"), required=True)},
    Event.ENROL: {
        "ak1": _text(_("Nomor kartu AK1"), required=True),
        "sisko": _text(_("Nomor Sisko"), hint=_("Kosongkan bila belum keluar.")),
    },
    Event.SCREEN: {
        "merah": lambda: forms.ChoiceField(
            label=_("Adakah jawaban yang perlu dilihat pelindungan?"),
            choices=[("tidak", _("Tidak ada")), ("ada", _("Ada"))],
            widget=forms.RadioSelect,
            help_text=_("Lihat yang bertanda. Bila ada, berkas langsung diserahkan; jawabannya tidak disimpan."),
        )
    },
    Event.POSTPONE: {"coba_lagi": lambda: DayField(label=_("Boleh mencoba lagi mulai"))},
    Event.RECORD_NON_PROCEDURAL: {
        "berangkat": lambda: DayField(label=_("Kapan berangkat"), required=False),
        "lewat": _text(_("Lewat mana"), hint=_("Pelabuhan, bandara, atau kota yang dilewati.")),
        "kabar": _text(_("Siapa yang memberi tahu"), required=True),
    },
}


class StepForm(forms.Form):
    """The questions of one event. `noted` is what the action gets, once the form is valid."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._event, self._rule = event, EVENTS[event]
        if event in _TOLD:
            self.fields.update(_briefing_fields())
        else:
            for item in self._ticked:
                self.fields[f"bukti_{item}"] = forms.BooleanField(
                    label=say(item.words), required=_must_show(self._rule)
                )
        for name, build in _ASKED.get(event, {}).items():
            self.fields[name] = build()
        needs_reason = event in _NEEDS_REASON
        self.fields["alasan"] = forms.CharField(
            label=_("Alasan") if needs_reason else _("Catatan"),
            required=needs_reason,
            max_length=300,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    @property
    def _ticked(self) -> tuple[Evidence, ...]:
        """What is shown and ticked; a reason and an officer's name are not shown but written and known."""
        return tuple(item for item in self._rule.evidence if item is not Evidence.REASON_AND_OFFICER)

    def clean_butir(self) -> list[str]:
        """Everything must have been told; what is missing is named."""
        told = set(self.cleaned_data["butir"])
        missing = [say(words) for item, words in BRIEFING.items() if item not in told]
        if missing:
            raise forms.ValidationError(_("Belum dijelaskan: %s.") % "; ".join(missing))
        return sorted(told)

    def noted(self) -> Noted:
        """The answers for the action."""
        said = dict(self.cleaned_data)
        reason = said.pop("alasan").strip()
        shown = {item for item in self._ticked if said.pop(f"bukti_{item}", False)}
        if self._event in _TOLD:
            shown |= set(self._rule.evidence)
        if reason and Evidence.REASON_AND_OFFICER in self._rule.evidence:
            shown.add(Evidence.REASON_AND_OFFICER)
        return Noted(
            evidence=frozenset(shown),
            reason=reason,
            retry_on=said.pop("coba_lagi", None),
            red_answer=said.pop("merah", "") == "ada",
            details={name: _plain(value) for name, value in said.items() if value},
        )


def _plain(value: Any) -> Any:
    return value if isinstance(value, list | bool) else str(value)


def _must_show(rule: Rule) -> bool:
    """What has happened is recorded also while its proof is still to be brought."""
    return rule.kind is not Kind.FACT


def _briefing_fields() -> dict[str, forms.Field]:
    return {
        "butir": forms.MultipleChoiceField(
            label=_("Yang sudah dijelaskan"),
            choices=[(item.value, say(words)) for item, words in BRIEFING.items()],
            widget=forms.CheckboxSelectMultiple,
            help_text=_("PP 59/2021 Pasal 4. Beri tanda satu per satu sesudah dijelaskan."),
            error_messages={"required": _("Belum ada yang diberi tanda.")},
        ),
        "bahasa": forms.ChoiceField(label=_("Bahasa yang dipakai"), choices=Tongue.choices),
        "tanggal": DayField(label=_("Tanggal penjelasan"), initial=lambda: f"{today():%d-%m-%Y}"),
        "keluarga": forms.BooleanField(label=_("Keluarga hadir"), required=False),
    }


_SAID: Mapping[str, Any] = {
    "bahasa": _("Bahasa"),
    "tanggal": _("Tanggal"),
    "keluarga": _("Keluarga hadir"),
    "register": _("Nomor register desa"),
    "ak1": _("AK1"),
    "sisko": _("Sisko"),
    "berangkat": _("Berangkat"),
    "lewat": _("Lewat"),
    "kabar": _("Kabar dari"),
}


def say_details(details: Mapping[str, Any]) -> str:
    """What was noted with an event, in one line of the log. A whole checklist is said in one word."""
    languages = dict(Tongue.choices)
    said = [
        str(_SAID[name]) if value is True else f"{_SAID[name]}: {languages.get(value, value)}"
        for name, value in details.items()
        if name in _SAID
    ]
    return "; ".join([*([str(_("Semua butir dijelaskan"))] if details.get("butir") else []), *said])
