"""Meja kerja: the queue of a territory as the page shows it, how many wait for whom, and what narrows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from tenun.domain.catalogue import Desk, packaged
from tenun.domain.identifiers.regions import ntt_villages, region_name
from tenun.domain.journey.states import BEFORE, EXITS, State
from tenun.people.models import Journey
from tenun.readiness.queue import PAGE, TURNS, Counts, Filters, Place
from tenun.shared.clock import WITA, today
from tenun.shared.scope import Scope
from tenun.web.language import say
from tenun.web.officers import words
from tenun.web.parts import PersonRow

_ALL = [("", _("Semua"))]
_SUBDISTRICT = 8
TURN_WORDS = {
    "": _("Semua di wilayah saya"),
    "desa": _("Tahap di desa"),
    "meja": _("Tahap di meja ini"),
    "perbaikan": _("Surat dan keterampilan"),
    "siap": _("Siap dicocokkan"),
    "pelindungan": _("Perlu pelindungan"),
}
_TONES = {"meja": "blocks", "pelindungan": "blocks", "siap": "met"}


class QueueForm(forms.Form):
    """What narrows the queue. Places are those of the territory; a village is asked once its sub-district is chosen."""

    kabupaten = forms.ChoiceField(label=_("Kabupaten atau kota"), required=False)
    kecamatan = forms.ChoiceField(label=_("Kecamatan"), required=False)
    desa = forms.ChoiceField(label=_("Desa"), required=False)
    tujuan = forms.ChoiceField(label=_("Tujuan"), required=False)
    gerbang = forms.ChoiceField(label=_("Gerbang"), required=False)
    meja = forms.ChoiceField(label=_("Menunggu di"), required=False)
    tahap = forms.ChoiceField(label=_("Tahap"), required=False)
    petugas = forms.ChoiceField(label=_("Petugas"), required=False, choices=[*_ALL, ("saya", _("Tugas saya"))])
    giliran = forms.ChoiceField(required=False, widget=forms.HiddenInput)

    def __init__(self, given: QueryDict, *, scope: Scope) -> None:
        super().__init__(given)
        self._user_id = scope.user_id
        places = _places(scope, given.get("kabupaten", ""), given.get("kecamatan", ""))
        choices: dict[str, Sequence[Any]] = {
            **places,
            "tujuan": [(target.id, say(target.entry.title)) for target in packaged().targets(today())],
            "gerbang": [(gate.value, say(name)) for gate, name in words.GATES.items()],
            "meja": _desks_and_offices(),
            "tahap": [(state.value, say(state.label)) for state in (*BEFORE, *EXITS) if state is not State.UNDERAGE],
            "giliran": [(turn, turn) for turn in TURNS],
        }
        for name, options in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*_ALL, *options]
        for name in ("kabupaten", "kecamatan", "desa"):
            if len(choices[name]) < 2:
                del self.fields[name]

    def filters(self) -> Filters:
        """What is asked; an answer that is not among the choices narrows nothing."""
        said = self.cleaned_data if self.is_valid() else {}
        return Filters(
            district=said.get("kabupaten", ""),
            subdistrict=said.get("kecamatan", ""),
            village=said.get("desa", ""),
            target=said.get("tujuan", ""),
            gate=said.get("gerbang", ""),
            waits_at=said.get("meja", ""),
            state=said.get("tahap", ""),
            turn=said.get("giliran", ""),
            handed_to=self._user_id if said.get("petugas") else None,
        )

    def said(self) -> dict[str, str]:
        """The answers that narrow, as they stand in an address."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}


def _desks_and_offices() -> list[tuple[str, str]]:
    """The eight desks, and the offices that mend what no desk does, in the order of the catalogue's list."""
    lists, asked = packaged().lists, packaged().targets(today())
    alone = {item.office for target in asked for item in target.requirements if item.desk is None}
    desks = [(desk.value, say(lists.desks[desk])) for desk in Desk]
    return [*desks, *((code, say(office.name)) for code, office in lists.offices.items() if code in alone)]


def _places(scope: Scope, district: str, subdistrict: str) -> dict[str, list[tuple[str, str]]]:
    districts = [(code, region_name(code)) for code in scope.districts]
    chosen = district if district in scope.districts else scope.districts[0] if len(scope.districts) == 1 else ""
    villages = [each for each in ntt_villages() if chosen and each.code.startswith(f"{chosen}.")]
    if not scope.districts:
        villages = [each for each in ntt_villages() if each.code in scope.villages]
    parts = dict.fromkeys(each.code[:_SUBDISTRICT] for each in villages)
    within = [each for each in villages if not scope.districts or each.code.startswith(f"{subdistrict}.")]
    return {
        "kabupaten": districts,
        "kecamatan": [(code, region_name(code)) for code in parts],
        "desa": [(each.code, each.name or each.code) for each in within],
    }


@dataclass(frozen=True, slots=True)
class Tile:
    """How many wait for somebody, and the queue of only those."""

    name: str
    number: int
    url: str
    tone: str
    is_current: bool


def tiles_of(counts: Counts, form: QueueForm) -> tuple[Tile, ...]:
    """All, then by turn. Where nobody has counted yet, none."""
    if counts.counted_at is None:
        return ()
    said = form.said()
    numbers = {"": counts.total, **counts.by_turn}
    return tuple(
        Tile(
            name=str(TURN_WORDS[turn]),
            number=number,
            url=_address({**said, "giliran": turn}),
            tone=_TONES.get(turn, "") if number else "",
            is_current=said.get("giliran", "") == turn,
        )
        for turn, number in numbers.items()
    )


def _address(said: dict[str, str]) -> str:
    return "?" + urlencode({name: value for name, value in said.items() if value})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    """One page of the list, the longest waiting first; paging is by key, so there is only a way on."""

    about: str
    rows: tuple[PersonRow, ...]
    lists_people: bool = True
    register_url: str = ""
    next_url: str = ""
    first_url: str = ""
    export_url: str = ""
    tiles: tuple[Tile, ...] = ()
    counted_at: str = ""
    form: QueueForm | None = None
    may_act: bool = False
    views_url: str = ""
    map_url: str = ""


def place_of(text: str) -> Place | None:
    """Where a page begins, from its address; nothing for what no page has written."""
    moment, _, number = text.partition("_")
    try:
        since = datetime.fromtimestamp(int(moment) / 1_000_000, WITA)
    except (ValueError, OverflowError, OSError):
        return None
    return Place(since, int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None


def following(journeys: Sequence[Journey], form: QueueForm) -> str:
    """The address of the next page; none after the last."""
    if len(journeys) < PAGE:
        return ""
    last = journeys[-1]
    mark = f"{round(last.since.timestamp() * 1_000_000)}_{last.pk}"
    return _address({**form.said(), "setelah": mark})


def address_of(form: QueueForm) -> str:
    """What narrows the queue that is shown, as it stands in an address."""
    return _address(form.said())
