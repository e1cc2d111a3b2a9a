"""Programmes in and out as files: an upload that is looked through first, and four forms to take along."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.domain.programmes import ServiceLine
from tenun.formats import iati
from tenun.formats.iati import FaultyFile
from tenun.formats.iati.parsing import SIZE_LIMIT
from tenun.formats.problems import Problem, UnreadableFile
from tenun.formats.programme_sheet import write_programmes, write_template
from tenun.formats.three_w import three_w_csv, write_three_w_xlsx
from tenun.intake.programme_lists import (
    Fate,
    Incoming,
    ListClosed,
    ListNotFound,
    examine,
    get_list,
    give_up_list,
    keep_list,
    lists,
    say_services,
    write_list,
)
from tenun.intake.programme_models import ProgrammeList, ProgrammeListState
from tenun.organisations.access import Ability
from tenun.partnership.programmes import programmes, record_of
from tenun.shared.audit import EXPORT_PROGRAMMES
from tenun.shared.clock import now, today
from tenun.web.fields import answers_of
from tenun.web.language import language
from tenun.web.officers.opening import enter
from tenun.web.parts import Sign, State, Tone
from tenun.web.programme_words import FIELDS, SERVICES
from tenun.web.scope import OfficerRequest, needs
from tenun.web.uploads import takes_up_to

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FATES = {
    Fate.NEW: (Sign.MET, gettext_lazy("Baru")),
    Fate.CHANGED: (Sign.DIFFERS, gettext_lazy("Berubah")),
    Fate.SAME: (Sign.DASH, gettext_lazy("Sama")),
    Fate.ASK_NAME: (Sign.QUESTION, gettext_lazy("Nama organisasi belum dikenal")),
    Fate.ASK_SERVICE: (Sign.QUESTION, gettext_lazy("Layanan belum dikatakan")),
    Fate.REFUSED: (Sign.BLOCK, gettext_lazy("Tidak dapat disimpan")),
}
_ORDER = (Fate.ASK_NAME, Fate.ASK_SERVICE, Fate.REFUSED, Fate.NEW, Fate.CHANGED, Fate.SAME)


class UploadForm(forms.Form):
    """The file."""

    daftar = forms.FileField(
        label=gettext_lazy("Berkas program"),
        max_length=200,
        help_text=gettext_lazy("IATI 2.03 (.xml), 3W dengan tanda HXL (.csv atau .xlsx), atau lembar Tenun."),
    )


class ServiceForm(forms.Form):
    """What a programme gives whose file does not say it."""

    identifier = forms.CharField(max_length=120, widget=forms.HiddenInput)
    services = forms.MultipleChoiceField(
        label=gettext_lazy("Layanan"),
        choices=[(str(value), label) for value, label in SERVICES.items()],
        widget=forms.CheckboxSelectMultiple,
    )


@needs(Ability.IMPORT_PROGRAMMES)
@takes_up_to(SIZE_LIMIT)
@require_http_methods(["GET", "POST"])
def upload(request: OfficerRequest) -> HttpResponse:
    """The files of the last weeks, and the form for a new one; a file that cannot be read is refused with reasons."""
    form = UploadForm(answers_of(request), request.FILES if request.method == "POST" else None)
    faults: list[str] = []
    if request.method == "POST" and getattr(request, "is_too_large", False):
        form.full_clean()
        form.add_error("daftar", _("Berkas ini terlalu besar. Bagi menjadi beberapa berkas."))
    elif form.is_valid():
        sent = form.cleaned_data["daftar"]
        try:
            kept = keep_list(content=sent.read(), name=sent.name, by=request.user)
        except UnreadableFile as refused:
            form.add_error("daftar", _say(refused.problem))
            faults = [_say(each) for each in refused.problems[1:]] if isinstance(refused, FaultyFile) else []
        else:
            return redirect("programme-list", kept.pk)
    context = {"form": form, "faults": faults, "lists": lists()}
    return render(request, "programmes/upload.html", context, status=422 if form.errors else 200)


@dataclass(frozen=True, slots=True)
class FateRow:
    """One programme of the file in words."""

    row: int
    title: str
    identifier: str
    state: State
    changes: str
    asked: tuple[tuple[str, str], ...]
    form: ServiceForm | None


def _row(incoming: Incoming, back: str) -> FateRow:
    sign, word = _FATES[incoming.fate]
    record = incoming.record
    asks = incoming.fate is Fate.ASK_SERVICE
    blocked = incoming.fate is Fate.REFUSED
    tone = Tone.BLOCKS if blocked else Tone.UNKNOWN if sign is Sign.QUESTION else Tone.PLAIN
    return FateRow(
        incoming.row,
        record.title,
        record.identifier,
        State(sign, tone, str(word)),
        ", ".join(str(FIELDS.get(name, name)) for name in incoming.changes),
        tuple((each.name, f"{_settle(each.name, each.ref)}&back={back}") for each in incoming.asked),
        ServiceForm(initial={"identifier": record.identifier}, auto_id=f"l{incoming.row}_%s") if asks else None,
    )


def _settle(name: str, ref: str) -> str:
    return f"{reverse('settle-spelling')}?{urlencode({'spelling': name, 'ref': ref})}"


@needs(Ability.IMPORT_PROGRAMMES)
@require_GET
def one(request: OfficerRequest, list_id: int) -> HttpResponse:
    """What would become of each programme; nothing is written yet."""
    kept = _kept(list_id)
    examined, rows = None, list[FateRow]()
    if kept.content is not None:
        examined = examine(kept)
        ordered = sorted(examined.rows, key=lambda row: (_ORDER.index(row.fate), row.row))
        rows = [_row(each, reverse("programme-list", args=[kept.pk])) for each in ordered]
    context = {
        "kept": kept,
        "is_open": kept.state == ProgrammeListState.EXAMINED and examined is not None,
        "rows": rows,
        "counts": [(str(_FATES[fate][1]), examined.count(fate)) for fate in _ORDER] if examined else [],
        "to_write": examined.count(Fate.NEW) + examined.count(Fate.CHANGED) if examined else 0,
        "problems": [_say(each) for each in examined.problems] if examined else [],
    }
    return render(request, "programmes/list_one.html", context)


@needs(Ability.IMPORT_PROGRAMMES)
@require_POST
def services(request: OfficerRequest, list_id: int) -> HttpResponse:
    """Says what a programme gives."""
    form = ServiceForm(request.POST)
    kept = _kept(list_id)
    if form.is_valid():
        said = [ServiceLine(each) for each in form.cleaned_data["services"]]
        _try(request, lambda: say_services(kept=kept, identifier=form.cleaned_data["identifier"], services=said))
    else:
        messages.info(request, _("Pilih paling sedikit satu layanan."))
    return redirect("programme-list", list_id)


@needs(Ability.IMPORT_PROGRAMMES)
@require_POST
def save(request: OfficerRequest, list_id: int) -> HttpResponse:
    """Writes what is new and what has changed."""
    kept, written = _kept(list_id), (0, 0)
    try:
        written = write_list(kept=kept, by=request.user)
    except ListClosed:
        messages.info(request, _("Berkas ini sudah disimpan atau dibatalkan. Tidak ada yang berubah."))
    else:
        made = _("{count} program baru").format(count=written[0])
        changed = _("{count} diubah").format(count=written[1])
        messages.success(request, f"{made}, {changed}.", extra_tags="met")
    return redirect("programme-list", list_id)


@needs(Ability.IMPORT_PROGRAMMES)
@require_POST
def drop(request: OfficerRequest, list_id: int) -> HttpResponse:
    """Gives the file up."""
    kept = _kept(list_id)
    _try(request, lambda: give_up_list(kept=kept))
    return redirect("import-programmes")


def _try(request: OfficerRequest, act: Any) -> None:
    try:
        act()
    except ListClosed:
        messages.info(request, _("Berkas ini sudah disimpan atau dibatalkan. Tidak ada yang berubah."))


def _kept(list_id: int) -> ProgrammeList:
    try:
        return get_list(list_id)
    except ListNotFound:
        raise Http404 from None


def _say(problem: Problem) -> str:
    return problem.message(language())


@needs(Ability.READ_PROGRAMMES)
@require_GET
def download(request: OfficerRequest, form: str) -> HttpResponse:
    """Every programme as IATI, as a 3W table, or as the sheet of Tenun; taking it along is entered.

    What IATI asks and a programme does not know keeps it out of that file alone; the page says which.
    """
    if form not in _WRITERS:
        raise Http404
    content_type, ending, write = _WRITERS[form]
    records = [record_of(each) for each in programmes()]
    content = write(records)
    if content is None:
        messages.info(request, _("Belum ada program yang lengkap untuk IATI: isi tanggal mulai atau selesai dahulu."))
        return redirect("programmes")
    enter(request, EXPORT_PROGRAMMES, detail=f"{form} {len(records)}")
    headers = {"Content-Disposition": f'attachment; filename="program-ntt-{today():%Y-%m-%d}.{ending}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _iati(records: list[Any]) -> bytes | None:
    whole = [record for record in records if not iati.missing(record)]
    return iati.write(whole, now()) if whole else None


def _into(write: Any) -> Any:
    def made(records: list[Any]) -> bytes:
        buffer = BytesIO()
        write(buffer, records)
        return buffer.getvalue()

    return made


_WRITERS: dict[str, tuple[str, str, Any]] = {
    "iati": ("application/xml", "xml", _iati),
    "3w-csv": ("text/csv; charset=utf-8", "csv", lambda records: three_w_csv(records)),
    "3w-xlsx": (_SHEET, "xlsx", _into(write_three_w_xlsx)),
    "lembar": (_SHEET, "xlsx", _into(write_programmes)),
}


@needs(Ability.READ_PROGRAMMES)
@require_GET
def template(request: OfficerRequest) -> HttpResponse:
    """The empty sheet to fill in, with an example and an explanation of each column."""
    buffer = BytesIO()
    write_template(buffer)
    headers = {"Content-Disposition": 'attachment; filename="templat-program.xlsx"'}
    return HttpResponse(buffer.getvalue(), content_type=_SHEET, headers=headers)
