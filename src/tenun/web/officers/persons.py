"""The pages on which a person's own data are changed, and on which every change is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.domain.identifiers.regions import region_name
from tenun.organisations.access import Ability, may
from tenun.organisations.models import User
from tenun.people.access import PersonMerged, PersonNotFound, get_person
from tenun.people.actions import (
    AlreadyKnown,
    ChangedMeanwhile,
    PossibleDuplicate,
    add_alias,
    add_external_id,
    add_member,
    change_person,
    remove_alias,
    remove_external_id,
    remove_member,
)
from tenun.people.enums import Relation, System
from tenun.people.history import HistoryEntry, history_of
from tenun.people.models import Person
from tenun.people.queries import known_of
from tenun.shared.audit import READ_HISTORY
from tenun.web.language import language, say
from tenun.web.officers import history_words
from tenun.web.officers import person_words as said
from tenun.web.officers.about import about_of
from tenun.web.officers.days import say_moment
from tenun.web.officers.opening import open_person
from tenun.web.officers.person_forms import AliasForm, ChangeForm, ExternalIdForm, MemberForm
from tenun.web.officers.side_by_side import Alike, alike_of
from tenun.web.officers.sisko import SiskoSection
from tenun.web.parts import LogLine, MenuItem
from tenun.web.scope import OfficerRequest, needs


@dataclass(frozen=True, slots=True)
class PersonFrame:
    """Where on a person's pages one is: her name, the way back to her file, the other pages about her."""

    name: str
    back_url: str
    tabs: tuple[MenuItem, ...]


_TABS = (
    ("change-person", gettext_lazy("Data"), Ability.CHANGE_PERSON),
    ("known", gettext_lazy("Nama lain dan keluarga"), Ability.CHANGE_PERSON),
    ("contacts", gettext_lazy("Kontak"), Ability.READ_CONTACTS),
    ("consents", gettext_lazy("Persetujuan"), Ability.KEEP_CONSENTS),
    ("similar", gettext_lazy("Berkas mirip"), Ability.COMPARE_FILES),
    ("history", gettext_lazy("Riwayat perubahan"), Ability.READ_HISTORY),
)


def frame_of(request: OfficerRequest, person: Person) -> PersonFrame:
    """The frame, with the pages that this post may open."""
    tabs = [
        (reverse(name, args=[person.pk]), str(label))
        for name, label, ability in _TABS
        if may(request.standing, ability)
    ]
    return PersonFrame(
        name=person.full_name,
        back_url=reverse("berkas", args=[person.pk]),
        tabs=tuple(MenuItem(label, url, current=request.path == url) for url, label in tabs),
    )


@dataclass(frozen=True, slots=True)
class TheirChange:
    """One field that another officer saved meanwhile: before, now, and what stands in the form of this one."""

    label: str
    before: str
    now: str
    mine: str


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What happened while the page was open."""

    who: str
    when: str
    changes: tuple[TheirChange, ...]


@needs(Ability.CHANGE_PERSON)
@require_http_methods(["GET", "POST"])
def change(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Changes what is known of her. Who saves second sees what the first one changed, and keeps his own text."""
    person = open_person(request, person_id, Ability.CHANGE_PERSON)
    scope = request.standing.scope
    form = ChangeForm(request.POST or None, scope=scope, person=person, initial=ChangeForm.initial_of(person))
    meanwhile: Meanwhile | None = None
    alike: Alike | None = None
    if form.is_valid():
        try:
            change_person(
                person=person,
                changes=form.changes(),
                version=form.cleaned_data["versi"],
                by=request.user,
                reason=form.cleaned_data["alasan"],
                another="another" in request.POST,
            )
            return redirect("berkas", person.pk)
        except ChangedMeanwhile as told:
            answers, changes = _answered_on(told, request.POST)
            meanwhile = Meanwhile(*_last_hand(told.person), changes)
            form = ChangeForm(answers, scope=scope, person=told.person)
        except PossibleDuplicate as found:
            alike = alike_of(found, request.standing)
    context = {
        "file": frame_of(request, person),
        "form": form,
        "meanwhile": meanwhile,
        "alike": alike,
        "digit_fields": ("nik", "no_kk", "telepon"),
    }
    return render(request, "persons/change.html", context, status=_status(form, meanwhile, alike))


def _status(form: ChangeForm, meanwhile: Meanwhile | None, alike: Alike | None) -> int:
    if meanwhile is not None:
        return 409
    return 422 if alike or form.errors else 200


def _answered_on(told: ChangedMeanwhile, sent: QueryDict) -> tuple[QueryDict, tuple[TheirChange, ...]]:
    """The officer's answers on the file as it stands now, and what was changed under him.

    A field that he left as it was before takes the new value; a field that he wrote in himself keeps his text.
    """
    answers = sent.copy()
    answers["versi"] = str(told.person.version)
    changes = []
    for each in told.changes:
        name = said.COLUMN_OF.get(each.column)
        if name is None or each.column == "target":
            continue
        mine = str(answers.get(name, "")).strip()
        if each.column in said.NUMBERS:
            before = now = ""
        else:
            unset = told.person.district_code if each.column == "village_code" else ""
            before, now = (said.cell_of(each.column, value) or unset for value in (each.before, each.after))
            if mine == before:
                answers[name] = now
                mine = ""
        changes.append(_told(each.column, each.before, each.after, "" if mine in (before, now) else mine))
    return answers, tuple(changes)


def _told(field: str, before: object, now: object, mine: str) -> TheirChange:
    return TheirChange(said.label_of(field), said.say_value(field, before), said.say_value(field, now), mine)


def _last_hand(person: Person) -> tuple[str, str]:
    """Who changed the person last, and when."""
    last = next(entry for entry in history_of(person) if entry.kind == "people_person")
    return _names([last]).get(last.user_id, say(said.UNKNOWN_OFFICER)), say_moment(last.at, language())


def _names(entries: Sequence[HistoryEntry]) -> dict[int | None, str]:
    numbers = {entry.user_id for entry in entries if entry.user_id is not None}
    return dict(User.objects.filter(pk__in=numbers).values_list("pk", "full_name"))


def without_target(
    request: OfficerRequest, person: Person, sisko: SiskoSection | None, emergency: Mapping[str, str] | None
) -> HttpResponse:
    """Her file while no destination is chosen: nothing can be judged, everything else can be done."""
    context = {
        "file": frame_of(request, person),
        "person": person,
        "about": about_of(person),
        "place": region_name(person.village_code or person.district_code),
        "sisko": sisko,
        "emergency": emergency,
        "may_record": may(request.standing, Ability.RECORD_PAPER),
    }
    return render(request, "persons/without_target.html", context)


@needs(Ability.READ_HISTORY)
@require_GET
def history(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Every change of the person and of what hangs on her: what, when, by whom, why."""
    person = open_person(request, person_id, Ability.READ_HISTORY, READ_HISTORY)
    entries = history_of(person)
    names = _names(entries)
    lines = [_line(entry, names) for entry in entries]
    context = {"file": frame_of(request, person), "lines": [line for line in lines if line is not None]}
    return render(request, "persons/history.html", context)


def _line(entry: HistoryEntry, names: dict[int | None, str]) -> LogLine | None:
    """The entry in words; nothing for one that changed only what no person reads."""
    told = [
        text
        for each in entry.changes
        if (text := history_words.say_change(entry.kind, entry.label, each.column, each.before, each.after))
    ]
    if entry.label == "update" and not told:
        return None
    why = [say(history_words.REASON, why=entry.reason)] if entry.reason else []
    return LogLine(
        what=f"{say(history_words.KINDS[entry.kind])} {say(history_words.LABELS[entry.label])}",
        when=say_moment(entry.at, language()),
        who=names.get(entry.user_id, say(said.UNKNOWN_OFFICER)),
        reason="; ".join([*told, *why]),
    )


@needs(Ability.CHANGE_PERSON)
@require_http_methods(["GET", "POST"])
def known(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Other names, household, numbers in other systems."""
    person = open_person(request, person_id, Ability.CHANGE_PERSON)
    kind = request.POST.get("jenis", "")
    forms: dict[str, AliasForm | MemberForm | ExternalIdForm] = {
        name: form(request.POST if kind == name else None, prefix=name) for name, form in _KNOWN.items()
    }
    sent = forms.get(kind)
    if sent is not None and sent.is_valid() and _added(request, person, sent):
        return redirect("known", person.pk)
    aliases, household, numbers = known_of(person)
    context = {
        "file": frame_of(request, person),
        "forms": forms,
        "aliases": [(each, _forget_url(person, "nama", each.pk)) for each in aliases],
        "household": [(each, _forget_url(person, "keluarga", each.pk)) for each in household],
        "numbers": [(each, _forget_url(person, "nomor", each.pk)) for each in numbers],
    }
    return render(request, "persons/known.html", context, status=422 if sent is not None else 200)


_KNOWN: Mapping[str, type[AliasForm | MemberForm | ExternalIdForm]] = {
    "nama": AliasForm,
    "keluarga": MemberForm,
    "nomor": ExternalIdForm,
}


def _forget_url(person: Person, kind: str, number: int) -> str:
    return reverse("forget-known", args=[person.pk, kind, number])


def _added(request: OfficerRequest, person: Person, form: AliasForm | MemberForm | ExternalIdForm) -> bool:
    """Whether the answer could be kept; else the form says why not."""
    answers = form.cleaned_data
    try:
        match form:
            case AliasForm():
                add_alias(person=person, name=answers["nama"], note=answers["keterangan"], by=request.user)
            case ExternalIdForm():
                add_external_id(person=person, system=System(answers["sistem"]), code=answers["nomor"], by=request.user)
            case MemberForm():
                add_member(
                    person=person,
                    name=answers["nama"],
                    relation=Relation(answers["hubungan"]),
                    is_head=answers["kepala"],
                    file=_member_file(request, answers["tiket"]),
                    by=request.user,
                )
    except AlreadyKnown:
        field = "nama" if isinstance(form, AliasForm) else "nomor"
        form.add_error(field, _("Ini sudah tercatat, di berkas ini atau berkas lain. Periksa lagi."))
        return False
    except (PersonNotFound, PersonMerged):
        form.add_error("tiket", _("Tiket ini di luar wilayah Anda, atau tidak ada."))
        return False
    return True


def _member_file(request: OfficerRequest, ticket: int | None) -> Person | None:
    return get_person(standing=request.standing, person_id=ticket) if ticket else None


@needs(Ability.CHANGE_PERSON)
@require_POST
def forget_known(request: OfficerRequest, person_id: int, kind: str, row_id: int) -> HttpResponse:
    """Takes one of them off; the history keeps that it was there."""
    person = open_person(request, person_id, Ability.CHANGE_PERSON)
    aliases, household, numbers = known_of(person)
    reason = request.POST.get("alasan", "")[:300]
    for alias in aliases:
        if kind == "nama" and alias.pk == row_id:
            remove_alias(alias=alias, by=request.user, reason=reason)
    for member in household:
        if kind == "keluarga" and member.pk == row_id:
            remove_member(member=member, by=request.user, reason=reason)
    for external_id in numbers:
        if kind == "nomor" and external_id.pk == row_id:
            remove_external_id(external_id=external_id, by=request.user, reason=reason)
    return redirect("known", person.pk)
