"""An account and a post as an admin fills them in. A form saves nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tenun.domain.identifiers.regions import dotted, in_ntt, is_village, ntt_districts, region_name
from tenun.organisations.enums import Desk, OrganisationKind, Role
from tenun.organisations.models import Organisation, User

_NEED_DISTRICTS = frozenset({Role.COUNTER, Role.BP3MI, Role.PROVINCE, Role.PROTECTION})
"""Roles whose territory opens persons: without one they would see nobody."""


def _choices(kinds: Iterable[tuple[str, Any]], empty: str = "") -> list[tuple[str, Any]]:
    chosen = [(value, capfirst(str(label))) for value, label in kinds]
    return [("", empty), *chosen] if empty else chosen


class AccountForm(forms.Form):
    """A new account."""

    username = forms.RegexField(
        r"^[a-z0-9][a-z0-9._-]{2,59}$",
        label=_("Nama pengguna"),
        help_text=_(
            "Huruf kecil, angka, titik; misalnya rambu.anamila. Bila memakai akun kantor, sama dengan di sana."
        ),
        error_messages={"invalid": _("Pakai paling sedikit 3 huruf kecil, angka, titik, atau garis; tanpa spasi.")},
    )
    full_name = forms.CharField(label=_("Nama lengkap"), max_length=120)

    def clean_username(self) -> str:
        """Names are given once."""
        username: str = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(_("Nama pengguna ini sudah dipakai. Pilih yang lain."))
        return username


class PostForm(forms.Form):
    """A post: role, office, territory, days."""

    role = forms.ChoiceField(label=_("Peran"))
    organisation = forms.CharField(
        label=_("Kantor"), max_length=200, help_text=_("Nama lengkap. Kantor yang belum dikenal dibuat.")
    )
    kind = forms.ChoiceField(label=_("Jenis kantor"))
    desk = forms.ChoiceField(label=_("Meja"), required=False, help_text=_("Hanya untuk petugas loket."))
    districts = forms.MultipleChoiceField(
        label=_("Kabupaten atau kota"), required=False, widget=forms.CheckboxSelectMultiple
    )
    villages = forms.CharField(
        label=_("Kode desa atau kelurahan"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Untuk petugas desa. Kode Kemendagri, satu per baris; misalnya 53.04.05.2001."),
    )
    starts_on = forms.DateField(label=_("Mulai"), input_formats=["%d-%m-%Y"], help_text=_("Contoh: 24-11-2026."))
    ends_on = forms.DateField(
        label=_("Selesai"),
        input_formats=["%d-%m-%Y"],
        required=False,
        help_text=_("Hari terakhir, bila sudah diketahui."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = {
            "role": _choices(Role.choices, str(_("Pilih peran"))),
            "kind": _choices(OrganisationKind.choices, str(_("Pilih jenis"))),
            "desk": _choices(Desk.choices, str(_("Tidak di meja tertentu"))),
            "districts": [(code, region_name(code)) for code in ntt_districts()],
        }
        for name, choices in lists.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # All four are choice fields.
        for name in ("starts_on", "ends_on"):
            self.fields[name].error_messages["invalid"] = _("Tanggal ini tidak ada. Tulis seperti 24-11-2026.")

    def clean_villages(self) -> tuple[str, ...]:
        """Known villages of NTT."""
        codes = [dotted(word) or word for word in self.cleaned_data["villages"].replace(",", " ").split()]
        unknown = [code for code in codes if not is_village(code) or not in_ntt(code)]
        if unknown:
            raise forms.ValidationError(_("Bukan kode desa di NTT: %(codes)s.") % {"codes": ", ".join(unknown)})
        return tuple(dict.fromkeys(codes))

    def clean(self) -> dict[str, Any]:
        """What one answer asks of another."""
        answers = super().clean() or {}
        role, starts_on, ends_on = (answers.get(name) for name in ("role", "starts_on", "ends_on"))
        if role == Role.VILLAGE and not answers.get("villages") and "villages" not in self.errors:
            self.add_error("villages", _("Petugas desa perlu paling sedikit satu desa."))
        if role in _NEED_DISTRICTS and not answers.get("districts"):
            self.add_error("districts", _("Peran ini perlu paling sedikit satu kabupaten atau kota."))
        if answers.get("desk") and role != Role.COUNTER:
            self.add_error("desk", _("Hanya petugas loket yang duduk di meja."))
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Hari terakhir tidak boleh sebelum hari mulai."))
        self._check_kind(answers)
        return answers

    def _check_kind(self, answers: dict[str, Any]) -> None:
        known = Organisation.objects.filter(name=answers.get("organisation")).first()
        if known and answers.get("kind") and known.kind != answers["kind"]:
            words = _("Kantor ini sudah tercatat sebagai %(kind)s.")
            self.add_error("kind", words % {"kind": known.get_kind_display()})

    def territory(self) -> dict[str, tuple[str, ...]]:
        """Only what the role needs: a village post has villages and no whole district."""
        role = self.cleaned_data["role"]
        return {
            "districts": () if role == Role.VILLAGE else tuple(self.cleaned_data["districts"]),
            "villages": self.cleaned_data["villages"] if role == Role.VILLAGE else (),
        }


class EndForm(forms.Form):
    """The last day of a post."""

    ends_on = forms.DateField(
        label=_("Hari terakhir"),
        input_formats=["%d-%m-%Y"],
        error_messages={"invalid": _("Tanggal ini tidak ada. Tulis seperti 24-11-2026.")},
    )
