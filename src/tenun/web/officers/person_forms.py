"""Forms of the pages about a person. What a sheet asks too is read as the sheet is; the rest are plain fields."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tenun.domain.identifiers.phone import read_phone
from tenun.domain.identifiers.regions import region_name
from tenun.people.actions import ContactRule
from tenun.people.enums import ContactOwner, Manner, Means, Purpose, Relation, System, Tongue
from tenun.people.models import Person
from tenun.shared.clock import today
from tenun.shared.encryption import masked
from tenun.shared.scope import Scope
from tenun.web.officers.forms import ASKED, RegisterForm
from tenun.web.officers.person_words import COLUMN_OF, NUMBERS, cell_of

_KEPT = {"nik": _("NIK"), "family_card_number": _("Nomor KK"), "phone": _("Telepon")}


class ReasonForm(forms.Form):
    """Why: one line, kept beside what was done."""

    alasan = forms.CharField(label=_("Alasan"), max_length=300)

    @property
    def reason(self) -> str:
        """What was written."""
        return str(self.cleaned_data["alasan"])


class ChangeForm(RegisterForm):
    """Everything about a person but her target. A number is never shown: it is typed anew or stays as it is."""

    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, scope: Scope, person: Person, **kwargs: Any) -> None:
        asked = [name for name in (*ASKED, "telepon") if name != "tujuan"]
        super().__init__(*args, scope=scope, asked=asked, **kwargs)
        self._person = person
        for field in NUMBERS:
            if number := getattr(person, field):
                hint = _("Tersimpan %s. Kosongkan bila tidak berubah.") % masked(number)
                self.fields[COLUMN_OF[field]].help_text = hint
        self._keep_village(person.village_code or person.district_code)
        kept = [(field, _KEPT[field]) for field in NUMBERS if getattr(person, field)]
        if kept:
            self.fields["hapus"] = forms.MultipleChoiceField(
                label=_("Hapus nomor yang salah"), required=False, choices=kept, widget=forms.CheckboxSelectMultiple
            )
        self.fields["alasan"] = forms.CharField(
            label=_("Alasan perubahan"), max_length=300, help_text=_("Misalnya: salah ketik, menurut KK baru.")
        )

    def _keep_village(self, code: str) -> None:
        """Her own village stays a choice although the decree does not have it or it is not known yet."""
        field = self.fields["desa"]
        if isinstance(field, forms.ChoiceField) and code and not field.valid_value(code):
            field.choices = [*field.widget.choices, (code, region_name(code))]

    @classmethod
    def initial_of(cls, person: Person) -> dict[str, str]:
        """The person as the form holds her, without her numbers."""
        shown = {name: field for field, name in COLUMN_OF.items() if field not in (*NUMBERS, "target")}
        cells = {name: cell_of(field, getattr(person, field)) for name, field in shown.items()}
        return cells | {"desa": person.village_code or person.district_code, "versi": str(person.version)}

    def changes(self) -> dict[str, Any]:
        """What the answers say of each field; a number only when it was typed or is to go."""
        said = self.dossier
        removed = self.cleaned_data.get("hapus", [])
        typed = {"nik": said.nik, "family_card_number": said.family_card_number, "phone": said.phone}
        return {
            "full_name": said.name,
            "birth_place": said.birth_place or "",
            "birth_date": said.birth_date,
            "sex": said.sex or "",
            "marital_status": said.marital_status or "",
            "mother_name": said.mother_name or "",
            "education": said.education,
            "village_code": said.village_code or "",
            "departure_on": said.departure_on,
            **{name: value for name, value in typed.items() if value},
            **{name: "" for name in removed if not typed[name]},
        }


class AliasForm(forms.Form):
    """Another name."""

    nama = forms.CharField(label=_("Nama lain"), max_length=120)
    keterangan = forms.CharField(
        label=_("Dipakai di mana"), max_length=120, required=False, help_text=_("Misalnya: di kampung, di paspor lama.")
    )


class MemberForm(forms.Form):
    """One of the household."""

    nama = forms.CharField(label=_("Nama"), max_length=120)
    hubungan = forms.ChoiceField(label=_("Hubungan"), choices=Relation.choices)
    kepala = forms.BooleanField(label=_("Kepala keluarga di KK"), required=False)
    tiket = forms.IntegerField(
        label=_("Nomor tiket berkasnya"), required=False, min_value=1, help_text=_("Bila ia juga terdaftar.")
    )


class ExternalIdForm(forms.Form):
    """A number in another system."""

    sistem = forms.ChoiceField(label=_("Sistem"), choices=System.choices)
    nomor = forms.CharField(label=_("Nomor"), max_length=40)


class ContactForm(forms.Form):
    """One way to reach her."""

    milik = forms.ChoiceField(label=_("Nomor milik siapa"), choices=ContactOwner.choices)
    nama_pemilik = forms.CharField(label=_("Nama pemilik"), max_length=120, required=False)
    cara = forms.ChoiceField(label=_("Cara menghubungi"), choices=Means.choices)
    nomor = forms.CharField(label=_("Nomor telepon"), max_length=30, required=False)
    kapan = forms.CharField(
        label=_("Kapan aman"),
        max_length=120,
        required=False,
        help_text=_("Misalnya: setelah jam 17, bukan hari pasar."),
    )
    jangan_sebut = forms.CharField(
        label=_("Yang tidak boleh disebut"),
        max_length=200,
        required=False,
        help_text=_("Misalnya: nama kantor, rencana berangkat."),
    )
    jangan_hubungi = forms.BooleanField(label=_("Jangan hubungi nomor ini"), required=False)

    def clean_nomor(self) -> str:
        """The number in one form; what no telephone can be is said at once."""
        text = self.cleaned_data["nomor"].strip()
        if not text:
            return ""
        phone = read_phone(text)
        if phone.problems:
            raise forms.ValidationError(_("Nomor ini tidak dapat dibaca. Tulis seperti 0812 3456 7890."))
        return phone.e164 or text

    def clean(self) -> None:
        """Only the village officer can be a way without a number."""
        said = self.cleaned_data
        needless = said.get("cara") == Means.VILLAGE_OFFICER or said.get("jangan_hubungi")
        if not needless and "nomor" in said and not said["nomor"]:
            self.add_error("nomor", _("Tulis nomornya, atau pilih lewat petugas desa."))

    def rule(self) -> ContactRule:
        """The answer for the action; she has just confirmed it."""
        said = self.cleaned_data
        return ContactRule(
            owner=ContactOwner(said["milik"]),
            owner_name=said["nama_pemilik"],
            means=Means(said["cara"]),
            number=said["nomor"] or None,
            safe_when=said["kapan"],
            not_to_say=said["jangan_sebut"],
            do_not_call=said["jangan_hubungi"],
            confirmed_on=today(),
        )


def _past(day: date) -> date:
    if day > today():
        raise forms.ValidationError(_("Tanggal ini belum tiba."))
    return day


class ConsentForm(forms.Form):
    """A yes: after explaining, in her language, before a witness where nothing is signed."""

    untuk = forms.ChoiceField(label=_("Ia setuju untuk apa"), choices=Purpose.choices)
    cara = forms.ChoiceField(label=_("Dengan cara"), choices=Manner.choices)
    bahasa = forms.ChoiceField(label=_("Dijelaskan dalam bahasa"), choices=Tongue.choices)
    penjelas = forms.CharField(label=_("Dijelaskan oleh"), max_length=120)
    saksi = forms.CharField(
        label=_("Saksi"), max_length=120, required=False, help_text=_("Perlu untuk lisan dan cap jempol.")
    )
    tanggal = forms.DateField(label=_("Tanggal"), input_formats=["%d-%m-%Y"], help_text=_("Contoh: 12-03-1999"))

    def clean_tanggal(self) -> date:
        """Not before it happens."""
        return _past(self.cleaned_data["tanggal"])

    def clean(self) -> None:
        """What is not written needs somebody who heard it."""
        said = self.cleaned_data
        if said.get("cara") in (Manner.SPOKEN, Manner.THUMB) and not said.get("saksi", "").strip():
            self.add_error("saksi", _("Tulis siapa yang menyaksikan."))


class WithdrawForm(forms.Form):
    """A no, which needs nothing but itself."""

    untuk = forms.ChoiceField(label=_("Ia menarik persetujuan untuk apa"), choices=Purpose.choices)
    cara = forms.ChoiceField(label=_("Dengan cara"), choices=Manner.choices)
    tanggal = forms.DateField(label=_("Tanggal"), input_formats=["%d-%m-%Y"], help_text=_("Contoh: 12-03-1999"))

    def clean_tanggal(self) -> date:
        """Not before it happens."""
        return _past(self.cleaned_data["tanggal"])


class AskForm(ReasonForm):
    """Whereto the file is asked, and why."""

    def __init__(self, *args: Any, places: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["desa"] = forms.ChoiceField(label=_("Desa tempat ia tinggal sekarang"), choices=places)
        self.order_fields(["desa", "alasan"])


class AnswerForm(forms.Form):
    """What the office that holds the file says."""

    jawaban = forms.CharField(
        label=_("Jawaban"), max_length=300, required=False, help_text=_("Perlu bila Anda menolak.")
    )

    def __init__(self, *args: Any, refuses: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._refuses = refuses

    def clean_jawaban(self) -> str:
        """A refusal has a reason that a person can read."""
        said = str(self.cleaned_data["jawaban"]).strip()
        if self._refuses and not said:
            raise forms.ValidationError(_("Tulis mengapa berkasnya tetap di sini."))
        return said
