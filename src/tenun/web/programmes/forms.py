"""A programme as somebody fills it in, read into the record that every file gives too. A form saves nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.regions import ntt_districts, region_name
from tenun.domain.papers import Education, Sex
from tenun.domain.programmes import (
    Capacity,
    Contact,
    Fit,
    Money,
    OrganisationNamed,
    PartnerRole,
    Phase,
    Problem,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
)
from tenun.domain.rules import AgeWindow, EducationAtLeast, PaperPresent, Rule, ValueIn
from tenun.organisations.models import Organisation
from tenun.partnership.models import Programme
from tenun.web.language import say
from tenun.web.officers import words
from tenun.web.officers.steps import DayField
from tenun.web.programme_words import FITS, GCM, PHASES, PROBLEMS, ROLES, SERVICES, STATUSES

ASKED_PAPERS = ("ktp", "kk", "akta", "ijazah", "paspor")
LEVELS = {
    Education.PRIMARY: _("Tamat SD"),
    Education.LOWER_SECONDARY: _("Tamat SMP"),
    Education.UPPER_SECONDARY: _("Tamat SMA atau SMK"),
    Education.DIPLOMA_1: _("Tamat D1"),
    Education.DIPLOMA_3: _("Tamat D3"),
    Education.BACHELOR: _("Tamat D4 atau S1"),
}
_NOT_KNOWN = ("", _("Belum diketahui"))


def _choices(named: dict[Any, Promise]) -> list[tuple[str, Promise]]:
    return [(str(value), label) for value, label in named.items()]


def district_choices() -> list[tuple[str, str]]:
    """Every district by name."""
    return [(code, region_name(code)) for code in ntt_districts()]


def _many(label: Any, choices: Sequence[tuple[Any, Any]] = (), hint: Any = "") -> Any:
    return forms.MultipleChoiceField(
        label=label, required=False, choices=choices, widget=forms.CheckboxSelectMultiple, help_text=hint
    )


class ProgrammeForm(forms.Form):
    """Who offers what, for whom, where and when; and which people may come."""

    title = forms.CharField(label=_("Nama program"), max_length=300)
    owner = forms.ModelChoiceField(label=_("Pemilik"), queryset=Organisation.objects.none(), empty_label=_("Pilih"))
    services = forms.MultipleChoiceField(
        label=_("Layanan"),
        choices=_choices(SERVICES),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih paling sedikit satu layanan.")},
    )
    status = forms.ChoiceField(label=_("Keadaan"), choices=_choices(STATUSES))
    description = forms.CharField(
        label=_("Isi program"), required=False, max_length=4000, widget=forms.Textarea({"rows": 3})
    )
    target_group = forms.CharField(label=_("Untuk siapa"), required=False, max_length=300)
    districts = _many(_("Kabupaten atau kota"), hint=_("Kosongkan bila untuk seluruh NTT."))
    phases = _many(_("Masa migrasi"), _choices(PHASES))
    planned_start = DayField(label=_("Rencana mulai"), required=False)
    planned_end = DayField(label=_("Rencana selesai"), required=False)
    actual_start = DayField(label=_("Benar-benar mulai"), required=False)
    actual_end = DayField(label=_("Benar-benar selesai"), required=False)
    problem = forms.ChoiceField(
        label=_("Masalah yang dijawab"), required=False, choices=[_NOT_KNOWN, *_choices(PROBLEMS)]
    )
    source = forms.CharField(
        label=_("Sumber keterangan"), max_length=300, help_text=_("Siapa yang mengatakan, dan kapan.")
    )
    source_url = forms.CharField(label=_("Alamat sumber"), required=False, max_length=300)
    checked_on = DayField(label=_("Diperiksa pada"))
    entry_words = forms.CharField(
        label=_("Syarat masuk"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    age_from = forms.IntegerField(label=_("Umur paling muda"), required=False, min_value=15, max_value=80)
    age_to = forms.IntegerField(label=_("Umur paling tua"), required=False, min_value=15, max_value=80)
    sex = forms.ChoiceField(label=_("Jenis kelamin"), required=False)
    education = forms.ChoiceField(label=_("Pendidikan paling rendah"), required=False)
    papers = _many(_("Surat yang harus ada"))
    money = forms.DecimalField(label=_("Dana"), required=False, min_value=Decimal(0), max_digits=18, decimal_places=2)
    currency = forms.ChoiceField(
        label=_("Mata uang"), required=False, choices=[(code, code) for code in ("IDR", "USD", "EUR", "AUD", "JPY")]
    )
    contact_name = forms.CharField(label=_("Narahubung"), required=False, max_length=120)
    contact_post = forms.CharField(label=_("Jabatan narahubung"), required=False, max_length=120)
    contact_email = forms.EmailField(label=_("Surel"), required=False)
    contact_phone = forms.CharField(label=_("Telepon"), required=False, max_length=40)
    gcm = _many(
        _("Tujuan GCM"), [(str(each), name) for each, name in GCM.items()], _("Dari Global Compact for Migration.")
    )
    counterpart = forms.CharField(label=_("Program pasangan provinsi"), required=False, max_length=300)
    budget_code = forms.CharField(label=_("Kode anggaran"), required=False, max_length=60)
    fit = forms.ChoiceField(
        label=_("Hubungan dengan program provinsi"), required=False, choices=[_NOT_KNOWN, *_choices(FITS)]
    )
    next_step = forms.CharField(label=_("Langkah berikut"), required=False, max_length=300)

    def __init__(self, *args: Any, owners: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]
        _offer(self.fields["districts"], district_choices())
        _offer(self.fields["papers"], [(paper, say(packaged().lists.papers[paper])) for paper in ASKED_PAPERS])
        _offer(self.fields["sex"], [("", _("Siapa saja")), *((each.value, say(words.SEXES[each])) for each in Sex)])
        levels = [(str(int(level)), name) for level, name in LEVELS.items()]
        _offer(self.fields["education"], [("", _("Tidak diminta")), *levels])

    def clean(self) -> dict[str, Any]:
        """What belongs together fits together."""
        cleaned: dict[str, Any] = super().clean() or {}
        for which in ("planned", "actual"):
            starts, ends = cleaned.get(f"{which}_start"), cleaned.get(f"{which}_end")
            if starts and ends and ends < starts:
                self.add_error(f"{which}_end", _("Hari terakhir ada sebelum hari pertama. Perbaiki salah satunya."))
        youngest, oldest = cleaned.get("age_from"), cleaned.get("age_to")
        if youngest and oldest and oldest < youngest:
            self.add_error("age_to", _("Umur paling tua lebih kecil dari paling muda. Perbaiki salah satunya."))
        return cleaned

    def rules(self) -> tuple[Rule, ...]:
        """What the fields ask of a person, in the catalogue's own kinds."""
        said, asked = self.cleaned_data, list[Rule]()
        if said["age_from"] or said["age_to"]:
            below = said["age_to"] + 1 if said["age_to"] else None
            asked.append(AgeWindow(minimum=said["age_from"], below=below))
        if said["sex"]:
            asked.append(ValueIn("sex", (said["sex"],)))
        if said["education"]:
            asked.append(EducationAtLeast(Education(int(said["education"]))))
        return (*asked, *map(PaperPresent, said["papers"]))

    def record(self, identifier: str, kept: ProgrammeRecord | None, capacities: Sequence[Capacity]) -> ProgrammeRecord:
        """What was filled in as a record; what a form does not ask stays as it was kept."""
        said = self.cleaned_data
        other = tuple(rule for rule in kept.entry_rules if not _is_asked(rule)) if kept else ()
        return ProgrammeRecord(
            identifier=identifier,
            title=said["title"],
            owner=OrganisationNamed(name=said["owner"].name),
            description=said["description"],
            services=tuple(map(ServiceLine, said["services"])),
            phases=tuple(map(Phase, said["phases"])),
            target_group=said["target_group"],
            districts=tuple(said["districts"]),
            planned_start=said["planned_start"],
            actual_start=said["actual_start"],
            planned_end=said["planned_end"],
            actual_end=said["actual_end"],
            status=ProgrammeStatus(said["status"]),
            capacities=tuple(capacities),
            entry_words=said["entry_words"],
            entry_rules=(*self.rules(), *other),
            money=Money(amount=said["money"], currency=said["currency"] or "IDR") if said["money"] else None,
            contact=Contact(
                name=said["contact_name"],
                post=said["contact_post"],
                email=said["contact_email"],
                telephone=said["contact_phone"],
            ),
            source=said["source"],
            source_url=said["source_url"],
            checked_on=said["checked_on"],
            problem=Problem(said["problem"]) if said["problem"] else None,
            gcm_objectives=tuple(map(int, said["gcm"])),
            sectors=kept.sectors if kept else (),
            counterpart=said["counterpart"],
            budget_code=said["budget_code"],
            fit=Fit(said["fit"]) if said["fit"] else None,
            next_step=said["next_step"],
            kept=kept.kept if kept else "",
        )


class PartnerForm(forms.Form):
    """An organisation and what it does in the programme; a line that is empty says nothing."""

    organisation = forms.ModelChoiceField(
        label=_("Organisasi"), queryset=Organisation.objects.none(), required=False, empty_label=_("Pilih")
    )
    role = forms.ChoiceField(label=_("Peran"), required=False, choices=[("", _("Pilih")), *_choices(ROLES)])

    def __init__(self, *args: Any, everybody: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = everybody  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A line is whole or empty."""
        cleaned: dict[str, Any] = super().clean() or {}
        if bool(cleaned.get("organisation")) is not bool(cleaned.get("role")) and not self.errors:
            self.add_error("role", _("Pilih organisasi dan perannya; atau kosongkan baris ini."))
        return cleaned


class CapacityForm(forms.Form):
    """Places in one period; a line that is empty says nothing."""

    district = forms.ChoiceField(label=_("Di mana"), required=False)
    starts_on = DayField(label=_("Dari"), required=False)
    ends_on = DayField(label=_("Sampai"), required=False)
    places = forms.IntegerField(label=_("Berapa orang"), required=False, min_value=0, max_value=1_000_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["district"], [("", _("Semua tempat program ini")), *district_choices()])

    def clean(self) -> dict[str, Any]:
        """A line is whole or empty."""
        cleaned: dict[str, Any] = super().clean() or {}
        said = [cleaned.get(name) is not None for name in ("starts_on", "ends_on", "places")]
        if any(said) and not all(said) and not self.errors:
            self.add_error("places", _("Isi tanggal dari, tanggal sampai, dan berapa orang; atau kosongkan baris ini."))
        elif all(said) and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", _("Hari terakhir ada sebelum hari pertama. Perbaiki salah satunya."))
        return cleaned

    def capacity(self) -> Capacity | None:
        """The line, or nothing when it is empty."""
        said = self.cleaned_data
        if said.get("places") is None:
            return None
        return Capacity(
            starts_on=said["starts_on"], ends_on=said["ends_on"], places=said["places"], district=said["district"]
        )


if TYPE_CHECKING:
    _CapacitySet = forms.BaseFormSet[CapacityForm]
    _PartnerSet = forms.BaseFormSet[PartnerForm]
else:
    _CapacitySet = _PartnerSet = forms.BaseFormSet


class Partners(_PartnerSet):
    """The partners of a programme."""

    def read(self) -> list[tuple[PartnerRole, Organisation]]:
        """Every line that says something, once."""
        said = [form.cleaned_data for form in self.forms]
        return list(
            dict.fromkeys((PartnerRole(each["role"]), each["organisation"]) for each in said if each.get("role"))
        )


class Capacities(_CapacitySet):
    """The lines of a programme; one place and period stands in one line."""

    def clean(self) -> None:
        """Refuses a period that stands twice."""
        if any(self.errors):
            return
        seen = [(each.district, each.starts_on, each.ends_on) for each in self.read()]
        if len(seen) != len(set(seen)):
            raise forms.ValidationError(_("Tempat dan masa yang sama ada di dua baris. Jadikan satu."))

    def read(self) -> list[Capacity]:
        """Every line that says something."""
        return [capacity for form in self.forms if (capacity := form.capacity())]


_Partners = forms.formset_factory(PartnerForm, formset=Partners, extra=2, max_num=40)
_Lines = forms.formset_factory(CapacityForm, formset=Capacities, extra=2, max_num=60)


def capacity_lines(answers: QueryDict | None, initial: Sequence[dict[str, Any]] = ()) -> Capacities:
    """The lines of one programme, and two empty ones."""
    return cast("Capacities", _Lines(answers, prefix="kapasitas", initial=list(initial)))


def partner_lines(answers: QueryDict | None, programme: Programme | None = None) -> Partners:
    """The partners of one programme, and two empty lines."""
    kept = programme.partners.all() if programme else ()
    initial = [{"organisation": each.organisation, "role": each.role} for each in kept]
    everybody = {"everybody": Organisation.objects.order_by("name")}
    return cast("Partners", _Partners(answers, prefix="mitra", initial=initial, form_kwargs=everybody))


def initial_of(record: ProgrammeRecord) -> dict[str, Any]:
    """A record as the form shows it."""
    asked: dict[str, Any] = {"papers": []}
    for rule in record.entry_rules:
        match rule:
            case AgeWindow() if _is_asked(rule):
                asked |= {"age_from": rule.minimum, "age_to": rule.below - 1 if rule.below else None}
            case ValueIn(field="sex") if _is_asked(rule):
                asked["sex"] = rule.values[0]
            case EducationAtLeast() if _is_asked(rule):
                asked["education"] = str(int(rule.level))
            case PaperPresent() if _is_asked(rule):
                asked["papers"].append(rule.paper)
    names = (
        *("title", "description", "services", "status", "target_group", "districts", "phases", "problem", "source"),
        *("source_url", "entry_words", "counterpart", "budget_code", "fit", "next_step"),
    )
    return {
        **{name: getattr(record, name) for name in names},
        "planned_start": _day(record.planned_start),
        "planned_end": _day(record.planned_end),
        "actual_start": _day(record.actual_start),
        "actual_end": _day(record.actual_end),
        "checked_on": _day(record.checked_on),
        "money": record.money.amount if record.money else None,
        "currency": record.money.currency if record.money else "IDR",
        "contact_name": record.contact.name,
        "contact_post": record.contact.post,
        "contact_email": record.contact.email,
        "contact_phone": record.contact.telephone,
        "gcm": [str(each) for each in record.gcm_objectives],
        **asked,
    }


def initial_lines(record: ProgrammeRecord) -> list[dict[str, Any]]:
    """Its capacities as the lines show them."""
    return [
        {
            "district": each.district,
            "starts_on": _day(each.starts_on),
            "ends_on": _day(each.ends_on),
            "places": each.places,
        }
        for each in record.capacities
    ]


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""


def _is_asked(rule: Rule) -> bool:
    """Whether the form has fields for it; another one stays as a file gave it."""
    match rule:
        case AgeWindow():
            return rule == AgeWindow(minimum=rule.minimum, below=rule.below)
        case ValueIn():
            return rule.field == "sex" and len(rule.values) == 1
        case PaperPresent():
            return rule.paper in ASKED_PAPERS
        case _:
            return isinstance(rule, EducationAtLeast) and rule.level in LEVELS


def _offer(field: forms.Field, choices: Any) -> None:
    field.choices = choices  # type: ignore[attr-defined]  # Fields with choices share no type.
