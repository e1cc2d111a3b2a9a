"""The forms of a meeting's record: the pasted text, one proposed field, the facts, a line."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenun.formats.press_text import Part
from tenun.organisations.enums import OrganisationKind
from tenun.organisations.models import Organisation
from tenun.organisations.register import Known, Lookup
from tenun.partnership.enums import Measure, PointKind
from tenun.partnership.models import Meeting
from tenun.web import meeting_words as said
from tenun.web.officers.steps import DayField

NEW = "baru"
_EMPTY = [("", gettext_lazy("tidak tertulis"))]
_LONG = forms.Textarea({"rows": 4})
_MORE = {
    Part.HOST: gettext_lazy("Nama pejabatnya"),
    Part.COMPANION: gettext_lazy("Jabatan"),
    Part.STATEMENT: gettext_lazy("Siapa yang mengatakannya"),
}
_LABELS = {
    Part.HOST: gettext_lazy("Jabatan"),
    Part.COMPANION: gettext_lazy("Nama"),
    Part.STATEMENT: gettext_lazy("Kutipan, kata demi kata"),
}
_SHORT = frozenset({Part.CATEGORY, Part.DATELINE, Part.HOST, Part.PLACE, Part.COMPANION, Part.PROGRAMME})
_SHORT_TOO = frozenset({Part.WRITER, Part.PHOTOGRAPHER, Part.EDITOR, Part.REPORTER})
KINDS_OF_ORGANISATION = (
    *(OrganisationKind.PARTNER, OrganisationKind.CENTRAL, OrganisationKind.PROVINCE_OFFICE),
    *(OrganisationKind.DISTRICT_OFFICE, OrganisationKind.MISSION, OrganisationKind.TRAINING),
)


class PasteForm(forms.Form):
    """The text of a release; without one the record is filled by hand."""

    naskah = forms.CharField(
        label=gettext_lazy("Naskah berita"),
        required=False,
        max_length=40_000,
        widget=forms.Textarea({"rows": 16}),
        help_text=gettext_lazy("Tempel seluruhnya. Kosongkan bila tidak ada naskah; isiannya lalu ditulis sendiri."),
    )


class FieldForm(forms.Form):
    """One proposed field: its value, and what belongs to it."""

    def __init__(self, *args: Any, part: Part, lookup: Lookup | None = None, may_register: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.part = part
        if part is Part.GUEST and lookup is not None:
            self._ask_who(lookup, may_register)
        else:
            self.fields["isi"] = self._value()
        if part is Part.HELD_ON:
            self.fields["lengkap"] = forms.ChoiceField(
                label=_("Nama hari di naskah"), required=False, choices=[*_EMPTY, *said.DAY_NAMES.items()]
            )
        elif part in _MORE:
            self.fields["lengkap"] = forms.CharField(label=_MORE[part], required=False, max_length=200)

    def _value(self) -> forms.Field:
        label = str(_LABELS.get(self.part, said.PARTS[self.part]))
        if self.part is Part.HELD_ON:
            return DayField(label=label)
        if self.part is Part.KIND:
            return forms.ChoiceField(label=label, choices=list(said.KINDS.items()))
        short = self.part in _SHORT | _SHORT_TOO
        return forms.CharField(label=label, max_length=2_000, widget=forms.TextInput() if short else _LONG)

    def _ask_who(self, lookup: Lookup, may_register: bool) -> None:
        known = [lookup.organisation] if lookup.organisation else list(lookup.offered)
        choices: list[tuple[str, str]] = [(str(each.pk), each.name) for each in known]
        if may_register and lookup.known is Known.ASK:
            choices.append((NEW, _("Lembaga lain, belum ada di register")))
        self.fields["lembaga"] = forms.ChoiceField(
            label=_("Lembaga yang dimaksud"), choices=choices, widget=forms.RadioSelect
        )
        if not may_register or lookup.known is not Known.ASK:
            return
        if known:
            self.fields["salah_eja"] = forms.BooleanField(
                label=_("Ejaan di naskah salah"),
                required=False,
                help_text=_("Ejaan ini diingat sebagai salah. Yang terbit memakai nama dari register."),
            )
        self.fields["nama_baru"] = forms.CharField(
            label=_("Nama lembaga yang baru"), required=False, max_length=200, initial=lookup.name
        )
        self.fields["jenis_baru"] = forms.ChoiceField(
            label=_("Jenis lembaga yang baru"),
            required=False,
            choices=[(each.value, each.label) for each in KINDS_OF_ORGANISATION],
        )

    def clean(self) -> dict[str, Any]:
        """A new organisation has a name."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("lembaga") == NEW and not cleaned.get("nama_baru"):
            self.add_error("nama_baru", _("Tulis nama lembaganya seperti di kop suratnya."))
        return cleaned


class WhyForm(forms.Form):
    """Asks for a reason once everybody reads the record."""

    def __init__(self, *args: Any, is_public: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_public:
            self.fields["alasan"] = forms.CharField(
                label=_("Alasan perubahan"),
                max_length=300,
                help_text=_("Dibaca umum di halaman hasil, bersama tanggalnya."),
            )

    @property
    def why(self) -> str:
        """What was written; empty while the record is a draft."""
        return str(self.cleaned_data.get("alasan", ""))


class FactsForm(WhyForm):
    """The facts of the meeting itself."""

    headline = forms.CharField(label=gettext_lazy("Judul"), max_length=300, widget=forms.Textarea({"rows": 2}))
    kind = forms.ChoiceField(label=gettext_lazy("Jenis pertemuan"), choices=list(said.KINDS.items()))
    category = forms.CharField(label=gettext_lazy("Kategori"), max_length=80, required=False)
    dateline = forms.CharField(label=gettext_lazy("Kota"), max_length=60, required=False)
    host_office = forms.CharField(label=gettext_lazy("Jabatan tuan rumah"), max_length=120)
    host_name = forms.CharField(label=gettext_lazy("Nama tuan rumah"), max_length=120, required=False)
    place = forms.CharField(label=gettext_lazy("Tempat"), max_length=160)
    held_on = DayField(label=gettext_lazy("Tanggal"))
    day_said = forms.ChoiceField(
        label=gettext_lazy("Nama hari di naskah"), required=False, choices=[*_EMPTY, *said.DAY_NAMES.items()]
    )
    starts_at = forms.TimeField(
        label=gettext_lazy("Mulai pukul"),
        required=False,
        help_text=gettext_lazy("Contoh: 09:30"),
        input_formats=["%H:%M"],
    )
    occasion = forms.CharField(label=gettext_lazy("Acara"), required=False, max_length=2_000, widget=_LONG)
    source_url = forms.URLField(
        label=gettext_lazy("Alamat berita asli"), required=False, max_length=300, assume_scheme="https"
    )

    @staticmethod
    def initial_of(meeting: Meeting) -> dict[str, Any]:
        """The facts as they stand."""
        day = f"{meeting.held_on:%d-%m-%Y}" if meeting.held_on else ""
        starts = f"{meeting.starts_at:%H:%M}" if meeting.starts_at else ""
        return {
            **{name: getattr(meeting, name) for name in FactsForm.base_fields},
            "held_on": day,
            "starts_at": starts,
        }

    @property
    def facts(self) -> dict[str, Any]:
        """What is written to the row."""
        return {name: self.cleaned_data[name] for name in FactsForm.base_fields}


RESULT = "result"
_PLAIN_LINES = [each for each in PointKind if each is not PointKind.GUEST]


class LineForm(WhyForm):
    """A further line of the record."""

    jenis = forms.ChoiceField(label=gettext_lazy("Jenis isi"))
    lembaga = forms.ChoiceField(label=gettext_lazy("Lembaga dari register"), required=False)
    isi = forms.CharField(label=gettext_lazy("Isi atau nama"), required=False, max_length=2_000, widget=_LONG)
    lengkap = forms.CharField(
        label=gettext_lazy("Jabatan atau penutur"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Untuk pendamping dan kutipan."),
    )
    ukuran = forms.ChoiceField(
        label=gettext_lazy("Keadaannya dibaca dari"),
        required=False,
        choices=[
            ("", gettext_lazy("janji yang ditautkan")),
            (Measure.NOTED.value, gettext_lazy("rapat ini sendiri: sudah tercatat")),
            (Measure.PROGRAMMES.value, gettext_lazy("program para tamu di peta")),
        ],
        help_text=gettext_lazy("Hanya untuk keluaran."),
    )

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(PointKind.GUEST.value, said.POINTS[PointKind.GUEST])]
        kinds += [(each.value, said.POINTS[each]) for each in _PLAIN_LINES]
        self.fields["jenis"].choices = [*kinds, (RESULT, said.PARTS[Part.EXPECTED])]  # type: ignore[attr-defined]
        offered = [("", _("bukan lembaga")), *((str(each.pk), each.name) for each in organisations)]
        self.fields["lembaga"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A guest is of the register; everything else has words."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("jenis") == PointKind.GUEST and not cleaned.get("lembaga"):
            self.add_error("lembaga", _("Pilih lembaga tamu. Yang belum ada didaftarkan dulu di register."))
        if cleaned.get("jenis") != PointKind.GUEST and not cleaned.get("isi"):
            self.add_error("isi", _("Tulis isinya."))
        return cleaned


class PublishForm(forms.Form):
    """The word of whoever publishes, for what no check can see."""

    aman = forms.BooleanField(
        label=gettext_lazy("Tidak ada pekerja migran yang dapat dikenali"),
        help_text=gettext_lazy("Baca sekali lagi nama, kampung, dan cerita di catatan ini."),
    )
