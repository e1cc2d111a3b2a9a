"""The forms of the ledger of promises: a new one, what became of it, another day, whom a link is for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenun.domain.promises import FOLLOWS, PromiseState
from tenun.organisations.models import Organisation
from tenun.partnership.actions.promises import Said
from tenun.partnership.enums import PointKind
from tenun.partnership.models import Commitment, Meeting
from tenun.web import meeting_words as said
from tenun.web.officers.steps import DayField

_LONG = forms.Textarea({"rows": 3})
_GCM = tuple(range(1, 24))
"""The objectives of the Global Compact are numbered 1 to 23."""


class DueForm(forms.Form):
    """By when: a day, or the word that none was set; one of the two is said."""

    paling_lambat = DayField(label=gettext_lazy("Paling lambat"), required=False)
    belum_ditetapkan = forms.BooleanField(label=gettext_lazy("Tanggalnya belum ditetapkan"), required=False)

    def clean(self) -> dict[str, Any]:
        """A day or no day, never nothing."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "paling_lambat" in self.errors:
            return cleaned
        day, unset = cleaned.get("paling_lambat"), cleaned.get("belum_ditetapkan")
        if not day and not unset:
            self.add_error("paling_lambat", _("Tulis tanggalnya, atau centang “belum ditetapkan”."))
        if day and unset:
            self.add_error("belum_ditetapkan", _("Pilih satu: tanggal, atau “belum ditetapkan”."))
        return cleaned


class NewDueForm(DueForm):
    """Another day, and why."""

    words = forms.CharField(label=gettext_lazy("Alasan tanggal diubah"), max_length=300)


class NewPromiseForm(DueForm):
    """What was promised, by whom, to whom, and which result it serves."""

    field_order = (
        "action",
        "owner",
        "official",
        "partner",
        "paling_lambat",
        "belum_ditetapkan",
        "untuk",
        "gcm",
        "umum",
    )

    action = forms.CharField(
        label=gettext_lazy("Yang dijanjikan"),
        max_length=500,
        widget=_LONG,
        help_text=gettext_lazy("Satu tindakan yang nanti dapat dibuktikan."),
    )
    owner = forms.ChoiceField(label=gettext_lazy("Pemilik janji"))
    official = forms.CharField(
        label=gettext_lazy("Pejabat yang bertanggung jawab"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Nama dan jabatan saja, tanpa nomor telepon."),
    )
    partner = forms.ChoiceField(label=gettext_lazy("Dijanjikan kepada"), required=False)
    untuk = forms.ChoiceField(label=gettext_lazy("Untuk keluaran atau hasil"), required=False)
    gcm = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Tujuan GCM"),
        required=False,
        coerce=int,
        choices=[(number, str(number)) for number in _GCM],
        widget=forms.SelectMultiple({"size": 4}),
    )
    umum = forms.BooleanField(label=gettext_lazy("Tampilkan di halaman hasil"), required=False, initial=True)

    def __init__(
        self, *args: Any, organisations: Sequence[Organisation], meeting: Meeting | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(each.pk), each.name) for each in organisations]
        self.fields["owner"].choices = [("", _("pilih lembaga")), *known]  # type: ignore[attr-defined]
        self.fields["partner"].choices = [("", _("tidak disebut")), *known]  # type: ignore[attr-defined]
        self.fields["untuk"].choices = [("", _("rapat pada umumnya")), *_serves(meeting)]  # type: ignore[attr-defined]
        if meeting is None:
            del self.fields["untuk"]


def _serves(meeting: Meeting | None) -> list[tuple[str, str]]:
    if meeting is None:
        return []
    outputs = [each for each in meeting.points.all() if each.kind == PointKind.OUTPUT]
    return [
        *(
            (f"output:{each.pk}", _("Keluaran %(n)s: %(what)s") % {"n": each.number, "what": each.words[:80]})
            for each in outputs
        ),
        *(
            (f"result:{each.pk}", _("Hasil %(n)s: %(what)s") % {"n": each.number, "what": each.words[:80]})
            for each in meeting.results.all()
        ),
    ]


class SaidForm(forms.Form):
    """Words, evidence in words, and where it can be seen."""

    words = forms.CharField(label=gettext_lazy("Keterangan"), required=False, max_length=500, widget=_LONG)
    evidence = forms.CharField(
        label=gettext_lazy("Bukti"),
        required=False,
        max_length=1_000,
        widget=_LONG,
        help_text=gettext_lazy("Misalnya: nomor surat, tanggal kegiatan, jumlah peserta."),
    )
    url = forms.URLField(
        label=gettext_lazy("Alamat bukti di internet"), required=False, max_length=300, assume_scheme="https"
    )

    def said(self, by_link: str = "") -> Said:
        """What was written."""
        told = self.cleaned_data
        return Said(words=told["words"], evidence=told["evidence"], url=told["url"], by_link=by_link)


class TellForm(SaidForm):
    """What became of it; the province also says how far it is."""

    def __init__(self, *args: Any, promise: Commitment, moves: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if moves:
            state = PromiseState(promise.state)
            nexts = sorted(FOLLOWS[state], key=list(PromiseState).index)
            choices = [("", _("tetap: %(state)s") % {"state": said.PROMISE_STATES[state][2]})]
            choices += [(each.value, str(said.PROMISE_STATES[each][2])) for each in nexts]
            self.fields["keadaan"] = forms.ChoiceField(label=_("Keadaan sekarang"), required=False, choices=choices)
            self.order_fields(["keadaan"])

    @property
    def after(self) -> PromiseState | None:
        """Where it goes; none when it stays."""
        chosen = self.cleaned_data.get("keadaan")
        return PromiseState(chosen) if chosen else None

    def clean(self) -> dict[str, Any]:
        """Something is said, or the state changes."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not any(cleaned.get(name) for name in ("keadaan", "words", "evidence", "url")) and not self.errors:
            self.add_error("words", _("Tulis apa yang sudah terjadi."))
        return cleaned


class AddresseeForm(forms.Form):
    """Whom the link is for."""

    kepada = forms.CharField(
        label=gettext_lazy("Untuk siapa"),
        max_length=200,
        help_text=gettext_lazy("Nama dan jabatan. Tautan lama untuk orang yang sama tidak berlaku lagi."),
    )
