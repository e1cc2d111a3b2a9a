"""All destinations for one person: which she can reach, which not, and what another wish would mean."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from tenun.domain.assessment import Assessment, Verdict
from tenun.domain.catalogue import packaged
from tenun.domain.journey import State as Stage
from tenun.domain.journey.states import TRACK
from tenun.domain.wording import say_day
from tenun.people.models import Journey
from tenun.shared.clock import today
from tenun.web.language import language, say
from tenun.web.officers import words
from tenun.web.officers.file import File
from tenun.web.officers.steps import DayField
from tenun.web.parts import Sign, State, Tone

_ORDER = (Verdict.READY, Verdict.REPAIR, Verdict.NOT_THIS_TARGET, Verdict.STOP)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLine:
    """One destination: how she stands to it, and where it is looked at more closely."""

    id: str
    title: str
    state: State
    more: str
    url: str
    is_chosen: bool


def target_lines(file: File) -> tuple[TargetLine, ...]:
    """Every destination of today, what fits best first; nothing is scored, the verdict orders them."""
    judged = [
        found
        for target in packaged().targets(today())
        if (found := file.wanting(target.id, file.person.departure_on).judged()) is not None
    ]
    return tuple(_line(file, each) for each in sorted(judged, key=_place))


def _place(judged: Assessment) -> tuple[int, int, str]:
    return _ORDER.index(judged.verdict), len(judged.blocking), say(judged.target.entry.title)


def _line(file: File, judged: Assessment) -> TargetLine:
    return TargetLine(
        id=judged.target.id,
        title=say(judged.target.entry.title),
        state=_state(judged),
        more=say(words.FROM_DAY, day=say_day(judged.possible_on, language())) if judged.possible_on else "",
        url=reverse("simulation", args=[file.person.pk]) + "?" + urlencode({"tujuan": judged.target.id}),
        is_chosen=judged.target.id == file.target,
    )


def _state(judged: Assessment) -> State:
    match judged.verdict:
        case Verdict.READY:
            return State(Sign.MET, Tone.MET, say(words.READY_FOR[judged.for_state]))
        case Verdict.REPAIR:
            return State(Sign.DIFFERS, Tone.PLAIN, say(words.FITS, count=len(judged.blocking)))
        case Verdict.NOT_THIS_TARGET:
            return State(Sign.DASH, Tone.PLAIN, say(words.NOT_THIS_TARGET))
        case _:
            return State(Sign.BLOCK, Tone.BLOCKS, say(words.STOPPED))


def may_change(journey: Journey | None) -> bool:
    """A destination can be changed until a job order is found; after that the match must be taken back first."""
    if journey is None or Stage(journey.state) not in TRACK:
        return True
    return TRACK.index(Stage(journey.state)) < TRACK.index(Stage.MATCHED)


class WishForm(forms.Form):
    """Where to, when; and by the rules of which day it is judged."""

    def __init__(self, *args: Any, with_day: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        targets = [(item.id, say(item.entry.title)) for item in packaged().targets(today())]
        self.fields["tujuan"] = forms.ChoiceField(label=_("Tujuan"), choices=[("", _("Pilih tujuan")), *targets])
        self.fields["berangkat"] = DayField(
            label=_("Rencana berangkat"), required=False, help_text=_("Contoh: 01-03-2027")
        )
        if with_day:
            self.fields["pada"] = DayField(
                label=_("Dinilai menurut aturan tanggal"), required=False, help_text=_("Kosong berarti hari ini.")
            )

    def clean_berangkat(self) -> date | None:
        """A departure lies ahead."""
        day: date | None = self.cleaned_data["berangkat"]
        if day is not None and day < today():
            raise forms.ValidationError(_("Tanggal itu sudah lewat. Tulis tanggal yang akan datang."))
        return day
