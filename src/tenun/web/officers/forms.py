"""Forms of the officers' pages: their fields are columns of the officers' sheet, read by the reader of the sheet.

So a page and a sheet cannot understand one answer in two ways, and what is wrong is said in one set of words. A form
saves nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tenun.documents.kinds import OTHER_KINDS
from tenun.documents.models import Paper
from tenun.documents.particulars import PARTICULARS
from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.family_card import read_family_card
from tenun.domain.identifiers.messages import explain
from tenun.domain.identifiers.nik import read_nik
from tenun.domain.identifiers.regions import ntt_villages, region_name
from tenun.domain.papers import (
    CompetenceScheme,
    Dossier,
    LanguageScale,
    MaritalStatus,
    PaperDefect,
    PaperKind,
    PaperRecord,
    Proof,
    Sex,
)
from tenun.domain.words import Words
from tenun.formats.columns import COLUMNS, Column, ColumnType, Owner
from tenun.formats.dossiers import ABSENT_SIGN, read_dossier
from tenun.formats.problems import Problem
from tenun.formats.spellings import allowed_levels, level_of
from tenun.people.actions import NewPerson
from tenun.readiness.models import ReferralReason
from tenun.shared.clock import today
from tenun.shared.encryption import masked
from tenun.shared.scope import Scope
from tenun.web.language import say
from tenun.web.officers import words
from tenun.web.officers.steps import DayField

_NOT_KNOWN = ("", _("Belum diketahui"))
_NO_DEFECT = ("", _("Tidak ada"))
_MOST_SIGNS = {"birth_place": 80, "number": 60}
_SIGNS = 120
_DISTRICT = len("53.04")
_QUOTED = re.compile("`([^`]*)`")


class SheetForm(forms.Form):
    """Some columns of one row; `dossier` is what they say, once the form is valid.

    `given` are cells that the page knows already and does not ask for.
    """

    dossier: Dossier

    def __init__(self, *args: Any, columns: Iterable[Column], given: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._given = given
        for column in columns:
            self.fields[column.name] = _field(column)

    def cells(self) -> dict[str, str]:
        """The filled cells of the row."""
        return {**self._given, **{name: text for name, text in self.cleaned_data.items() if text}}

    def clean(self) -> None:
        """Reads the row. A warning of the sheet holds the form up too: whoever typed it can mend it here."""
        dossier, problems = read_dossier(self.cells(), 0)
        for problem in problems:
            self.add_error(problem.column if problem.column in self.fields else None, _say(problem))
        if dossier is not None:
            self.dossier = dossier


def _field(column: Column) -> forms.Field:
    label = say(words.column_label(column))
    choices = [(key, _say_choice(key, value)) for key, value in (column.choices or {}).items()]
    if column.field == "proof":
        seen = Proof.ORIGINAL_SEEN.name.lower()
        return forms.ChoiceField(label=label, initial=seen, choices=[*choices, (ABSENT_SIGN, _("Surat ini tidak ada"))])
    if column.type is ColumnType.CHOICE:
        nothing = _NO_DEFECT if column.field == "defect" else _NOT_KNOWN
        return forms.ChoiceField(label=label, required=False, choices=[nothing, *choices])
    hint = _("Contoh: 12-03-1999") if column.type is ColumnType.DATE else ""
    most = _MOST_SIGNS.get(column.field, _SIGNS)
    return forms.CharField(label=label, required=False, help_text=hint, max_length=most)


def _say_choice(key: str, value: Any) -> str:
    match value:
        case Sex():
            return say(words.SEXES[value])
        case MaritalStatus():
            return say(words.MARITAL[value])
        case Proof():
            return capfirst(say(words.PROOFS[value]))
        case PaperDefect():
            return capfirst(say(packaged().lists.reasons[value]))
        case _:
            return say(words.CELLS[key]) if key in words.CELLS else key


def _say(problem: Problem) -> str:
    """The problem without its place; a column is called by its label, a value stands in quotation marks."""
    details = {
        name: say(words.column_label(COLUMNS[value])) if value in COLUMNS else value for name, value in problem.details
    }
    kind, said = problem.kind, {"value": problem.value, **details}
    line = f"{say(kind.what, **said)} {say(kind.what_to_do, **said)}"
    return _QUOTED.sub("“\\1”", line)


ASKED = (
    "nama",
    "nik",
    "no_kk",
    "tempat_lahir",
    "tanggal_lahir",
    "jenis_kelamin",
    "status_kawin",
    "nama_ibu",
    "pendidikan",
    "desa",
    "tujuan",
    "rencana_berangkat",
)


class RegisterForm(SheetForm):
    """What an officer knows of a new person; only a name and a village, or its district, are needed."""

    def __init__(self, *args: Any, scope: Scope, asked: Sequence[str] = ASKED, **kwargs: Any) -> None:
        super().__init__(*args, columns=[COLUMNS[name] for name in asked], given={}, **kwargs)
        self.fields["nama"].required = True
        self.fields["nama"].help_text = _("Seperti di KK.")
        self.fields["nik"].help_text = self.fields["no_kk"].help_text = _("16 angka. Kosongkan bila belum ada.")
        self.fields["desa"] = forms.ChoiceField(
            label=say(words.column_label(COLUMNS["desa"])),
            choices=[("", _("Pilih desa")), *district_choices(scope), *village_choices(scope)],
        )
        if "tujuan" in asked:
            targets = [(item.id, say(item.entry.title)) for item in packaged().targets(today())]
            self.fields["tujuan"] = forms.ChoiceField(
                label=say(words.column_label(COLUMNS["tujuan"])),
                required=False,
                choices=[("", _("Belum dipilih")), *targets],
            )

    def clean_nik(self) -> str:
        """A NIK of the right shape; a doubtful one is better left empty than mistyped."""
        return _sound(self.cleaned_data["nik"], lambda text: read_nik(text, on=today()).problems)

    def clean_no_kk(self) -> str:
        """As the NIK, and not the NIK typed twice."""
        nik = self.cleaned_data.get("nik")
        return _sound(self.cleaned_data["no_kk"], lambda text: read_family_card(text, nik=nik).problems)

    def cells(self) -> dict[str, str]:
        """A district in the place of the village is no cell of the sheet: she has no village yet."""
        cells = super().cells()
        if len(cells.get("desa", "")) == _DISTRICT:
            del cells["desa"]
        return cells

    def new_person(self) -> NewPerson:
        """The answer for the action."""
        return NewPerson.of(self.dossier, district_code=self.cleaned_data["desa"][:_DISTRICT])


def _sound(text: str, problems_of: Callable[[str], Sequence[str]]) -> str:
    text = text.strip()
    if text and (problems := problems_of(text)):
        raise forms.ValidationError(say(explain(problems[0])))
    return text


def district_choices(scope: Scope) -> list[tuple[str, str]]:
    """Each whole district of the territory, for a person whose village is not known yet."""
    return [(code, _("Desa belum diketahui · %s") % region_name(code)) for code in scope.districts]


def village_choices(scope: Scope) -> list[tuple[str, list[tuple[str, str]]]]:
    """The villages of the territory by sub-district, each with its Kemendagri code."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for village in ntt_villages():
        if scope.covers(village.code):
            groups.setdefault(village.code[:8], []).append((village.code, f"{village.name} · {village.code}"))
    return [(region_name(code), group) for code, group in groups.items()]


class PaperForm(SheetForm):
    """What an officer reads from one paper: the columns of its kind, or that there is no such paper."""

    def __init__(self, *args: Any, kind: str, name: str, current: Paper | None = None, **kwargs: Any) -> None:
        columns, given = _columns_of(kind)
        known = cells_of(columns, current) if current is not None else {}
        secret = {column.name for column in columns if column.field in _SECRET}
        shown = {name: text for name, text in known.items() if name not in secret}
        super().__init__(*args, columns=columns, given={"nama": name, **given}, initial=shown, **kwargs)
        self._kept = {name: text for name, text in known.items() if name in secret}
        for field, text in self._kept.items():
            self.fields[field].help_text = _("Tersimpan %s. Kosongkan bila sama.") % masked(text)
        self._key = next(column.name for column in columns if column.key)
        self._proof = next(column.name for column in columns if column.field == "proof")
        self._defect = next((column.name for column in columns if column.field == "defect"), "")
        self.order_fields([self._proof])
        if kind in set(LanguageScale):
            self.fields["bahasa_tingkat"].help_text = allowed_levels(LanguageScale(kind))

    def cells(self) -> dict[str, str]:
        """As any row; a paper that does not exist has the sign of absence in its key column and nothing else."""
        cells = super().cells()
        if cells.get(self._proof) != ABSENT_SIGN:
            return self._kept | cells
        del cells[self._proof]
        filled = [name for name in cells if name in self.fields and name != self._defect]
        if filled:
            labels = ", ".join(str(self.fields[name].label) for name in filled)
            self.add_error(self._proof, _("Surat ini dikatakan tidak ada, tetapi ini terisi: %s.") % labels)
        return {name: text for name, text in cells.items() if name not in filled} | {self._key: ABSENT_SIGN}


_SECRET = frozenset({"number", "mrz1", "mrz2"})
"""Fields that no page shows in clear: what is stored stays when the field is left empty."""


def cells_of(columns: Iterable[Column], paper: Paper) -> dict[str, str]:
    """What a stored paper says, as the cells of its columns; empty ones left out."""
    cells = {column.name: _cell(column, paper) for column in columns}
    return {name: text for name, text in cells.items() if text}


def _cell(column: Column, paper: Paper) -> str:
    value = _stored(column, paper)
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if column.choices is not None:
        return next((name for name, choice in column.choices.items() if choice == value), "")
    return str(value)


def _stored(column: Column, paper: Paper) -> Any:
    match column.field:
        case "mrz1" | "mrz2":
            return paper.mrz.split("\n")[int(column.field[-1]) - 1] if paper.mrz else None
        case "level":
            return level_of(LanguageScale(paper.kind), paper.rank) if paper.rank is not None else None
        case "tested_on":
            return paper.issued_on
        case field if field in PARTICULARS:
            return getattr(paper, PARTICULARS[field][1])
        case field:
            return getattr(paper, field)


def _columns_of(kind: str) -> tuple[list[Column], dict[str, str]]:
    """The columns that are asked for, and the cells that the kind itself fills in."""
    if kind in set(CompetenceScheme):
        owner, given = Owner.COMPETENCE, {"kompetensi_skema": kind}
    elif kind in set(LanguageScale):
        owner, given = Owner.LANGUAGE, {"bahasa_tes": kind}
    else:
        return [column for column in COLUMNS.values() if column.paper == kind], {}
    return [column for column in COLUMNS.values() if column.owner is owner and column.name not in given], given


class OtherPaperForm(forms.Form):
    """A paper that no rule judges: what is printed on it, and how far it is proven."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        proofs = [(proof.name.lower(), _say_choice("", proof)) for proof in Proof if proof is not Proof.ABSENT]
        self.fields["bukti"] = forms.ChoiceField(
            label=_("Bukti"), initial=Proof.ORIGINAL_SEEN.name.lower(), choices=proofs
        )
        self.fields["nomor"] = forms.CharField(label=_("Nomor"), required=False, max_length=60)
        self.fields["nama"] = forms.CharField(label=_("Nama, persis seperti tercetak"), required=False, max_length=120)
        self.fields["terbit"] = DayField(label=_("Tanggal surat"), required=False)
        self.fields["berlaku_sampai"] = DayField(label=_("Berlaku sampai"), required=False)

    def cells(self) -> dict[str, str]:
        """The answers as they were typed."""
        return {name: self.data.get(name, "") for name in self.fields}

    def record(self) -> PaperRecord:
        """The answers as a paper."""
        said = self.cleaned_data
        return PaperRecord(
            proof=Proof[said["bukti"].upper()],
            number=said["nomor"] or None,
            name=said["nama"] or None,
            issued_on=said["terbit"],
            valid_until=said["berlaku_sampai"],
        )


KINDS: Mapping[Words, tuple[str, ...]] = {
    words.GROUPS[group]: tuple(
        kind for kind in PaperKind if next(c.group for c in COLUMNS.values() if c.paper is kind) is group
    )
    for group in words.GROUPS
} | {
    words.CERTIFICATES: tuple(scheme for scheme in CompetenceScheme if scheme is not CompetenceScheme.OTHER),
    words.TESTS: tuple(LanguageScale),
    words.OTHERS_KEPT: tuple(OTHER_KINDS),
}
"""Every kind of paper that can be recorded, under the titles of the page on which one is chosen."""


class HandOverForm(forms.Form):
    """Why a file goes to protection. What is written here only protection reads."""

    reason = forms.ChoiceField(label=_("Alasan"), choices=ReferralReason.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Yang perlu diketahui pelindungan"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Hanya petugas pelindungan yang dapat membacanya."),
    )


class OutcomeForm(forms.Form):
    """What protection found."""

    outcome = forms.CharField(
        label=_("Hasil"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Hanya petugas pelindungan yang dapat membacanya."),
    )
