"""Forms of the officers' pages: they check the shape and the words of an answer, and save nothing."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tenun.domain.catalogue import Lists, packaged
from tenun.domain.identifiers.dates import DateProblem, parse_date
from tenun.domain.identifiers.messages import explain
from tenun.domain.identifiers.nik import read_nik
from tenun.domain.identifiers.regions import find_region, in_ntt, is_village
from tenun.domain.papers import Education, PaperDefect, PaperKind, PaperRecord, Proof, Sex
from tenun.people.actions import NewPerson
from tenun.shared.clock import today
from tenun.shared.scope import Scope

_NOT_KNOWN = ("", _("Belum diketahui"))
_SEXES = [_NOT_KNOWN, ("P", _("Perempuan")), ("L", _("Laki-laki"))]
_MARITAL = [
    _NOT_KNOWN,
    ("belum_kawin", _("Belum kawin")),
    ("kawin", _("Kawin")),
    ("cerai_hidup", _("Cerai hidup")),
    ("cerai_mati", _("Cerai mati")),
]
_SCHOOLS = {
    Education.NONE: _("Tidak sekolah"),
    Education.PRIMARY: "SD",
    Education.LOWER_SECONDARY: "SMP",
    Education.UPPER_SECONDARY: _("SMA atau SMK"),
    Education.DIPLOMA_1: "D1",
    Education.DIPLOMA_2: "D2",
    Education.DIPLOMA_3: "D3",
    Education.BACHELOR: _("D4 atau S1"),
    Education.MASTER: "S2",
    Education.DOCTOR: "S3",
}
_PROOFS = [
    (Proof.DECLARED.value, _("Hanya dinyatakan")),
    (Proof.COPY.value, _("Ada salinan")),
    (Proof.ORIGINAL_SEEN.value, _("Asli saya lihat")),
    (Proof.CERTIFIED.value, _("Disahkan penerbitnya")),
    (Proof.ABSENT.value, _("Surat ini tidak ada")),
]


class WrittenDate(forms.CharField):
    """A date as people in Indonesia write it; what is ambiguous is refused with its reason."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, help_text=_("Contoh: 12-03-1999"), **kwargs)

    def clean(self, value: Any) -> date | None:
        """The day, nothing for an empty answer."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_date(text)
        except DateProblem as problem:
            raise forms.ValidationError(explain(problem.code).id) from None


class RegisterForm(forms.Form):
    """What an officer knows of a new person; only name, village and target are needed."""

    full_name = forms.CharField(label=_("Nama lengkap"), help_text=_("Seperti di KK."), max_length=120)
    nik = forms.CharField(label=_("NIK"), required=False, help_text=_("16 angka. Kosongkan bila belum ada."))
    birth_place = forms.CharField(label=_("Tempat lahir"), required=False, max_length=80)
    birth_date = WrittenDate(label=_("Tanggal lahir"))
    sex = forms.ChoiceField(label=_("Jenis kelamin"), required=False, choices=_SEXES)
    marital_status = forms.ChoiceField(label=_("Status kawin"), required=False, choices=_MARITAL)
    mother_name = forms.CharField(label=_("Nama ibu"), required=False, max_length=120)
    education = forms.TypedChoiceField(
        label=_("Pendidikan"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[_NOT_KNOWN, *((level.value, words) for level, words in _SCHOOLS.items())],
    )
    village_code = forms.CharField(label=_("Kode desa"), help_text=_("Contoh: 53.04.05.2001"), max_length=13)
    target = forms.ChoiceField(label=_("Tujuan"))

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._scope = scope
        targets = [(item.id, item.entry.title.id) for item in packaged().targets(today())]
        self.fields["target"].choices = [("", _("Pilih tujuan")), *targets]  # type: ignore[attr-defined]

    def clean_nik(self) -> str | None:
        """A NIK of the right shape; a doubtful one is better left empty than mistyped."""
        text = self.cleaned_data["nik"].strip()
        if not text:
            return None
        problems = read_nik(text, on=today()).problems
        if problems:
            raise forms.ValidationError(explain(problems[0]).id)
        return str(text)

    def clean_village_code(self) -> str:
        """A village of NTT, inside the territory of the post, in the dotted form."""
        region = find_region(self.cleaned_data["village_code"])
        if region is None or not is_village(region.code) or not in_ntt(region.code):
            raise forms.ValidationError(_("Kode desa ini tidak ada di NTT. Lihat kode Kemendagri di kantor desa."))
        if not self._scope.covers(region.code):
            raise forms.ValidationError(_("Desa ini di luar wilayah Anda. Minta kantor di wilayahnya mendaftarkan."))
        return region.code

    def new_person(self) -> NewPerson:
        """The answer for the action."""
        return NewPerson(**self.cleaned_data)


class PaperForm(forms.Form):
    """What an officer reads from one paper."""

    kind = forms.ChoiceField(label=_("Surat"))
    proof = forms.TypedChoiceField(label=_("Bukti"), coerce=int, choices=_PROOFS, initial=Proof.ORIGINAL_SEEN.value)
    number = forms.CharField(label=_("Nomor"), required=False, max_length=60)
    name = forms.CharField(label=_("Nama"), required=False, max_length=120, help_text=_("Persis seperti tercetak."))
    birth_place = forms.CharField(label=_("Tempat lahir"), required=False, max_length=80)
    birth_date = WrittenDate(label=_("Tanggal lahir"))
    sex = forms.ChoiceField(label=_("Jenis kelamin"), required=False, choices=_SEXES)
    mother_name = forms.CharField(label=_("Nama ibu"), required=False, max_length=120)
    issued_on = WrittenDate(label=_("Tanggal terbit"))
    valid_until = WrittenDate(label=_("Berlaku sampai"))
    defect = forms.ChoiceField(label=_("Cacat yang terlihat"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists: Lists = packaged().lists
        self.fields["kind"].choices = [(kind, lists.papers[kind].id) for kind in PaperKind]  # type: ignore[attr-defined]
        faults = [(fault, lists.reasons[fault].id) for fault in PaperDefect]
        self.fields["defect"].choices = [("", _("Tidak ada")), *faults]  # type: ignore[attr-defined]

    def record(self) -> PaperRecord:
        """The answer for the action."""
        said = self.cleaned_data
        return PaperRecord(
            proof=Proof(said["proof"]),
            number=said["number"] or None,
            name=said["name"] or None,
            birth_place=said["birth_place"] or None,
            birth_date=said["birth_date"],
            sex=Sex(said["sex"]) if said["sex"] else None,
            mother_name=said["mother_name"] or None,
            issued_on=said["issued_on"],
            valid_until=said["valid_until"],
            defect=PaperDefect(said["defect"]) if said["defect"] else None,
        )
