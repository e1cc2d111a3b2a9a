"""The pages of an import: upload, what the dry run found, deciding, saving, done; with and without a script."""

import io
from typing import Any

from django import forms
from django.contrib import messages as notes
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.domain.identifiers.regions import region_name
from tenun.formats.container import inspect
from tenun.formats.messages import write_messages
from tenun.formats.problems import Problem, UnreadableFile
from tenun.formats.spreadsheet import open_sheet
from tenun.intake.access import BatchNotFound, get_batch, get_row, offices_of
from tenun.intake.actions import NotNow, confirm, decide_by_rule, decide_row, give_up, say_columns, undo, upload
from tenun.intake.enums import WAITING, BatchState, Decision, ListKind, Outcome
from tenun.intake.files import ENDINGS, MOST_BYTES, in_memory, opened
from tenun.intake.kinds import SHEETS
from tenun.intake.models import Batch
from tenun.intake.queries import Counts, batches_in_scope, content_of, counts_of, messages_of, rows_with
from tenun.organisations.access import Ability
from tenun.organisations.models import Organisation
from tenun.people.models import Person
from tenun.shared.audit import READ_LIST
from tenun.web.fields import answers_of
from tenun.web.language import language
from tenun.web.officers.import_mirror import View, mirror_counts, mirror_rows
from tenun.web.officers.import_pages import (
    SHOWN,
    doubts,
    kept_lines,
    list_lines,
    page_of,
    row_page,
    rows_of,
    title_of,
)
from tenun.web.officers.opening import enter
from tenun.web.scope import OfficerRequest, needs
from tenun.web.uploads import takes_up_to

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class UploadForm(forms.Form):
    """The list, of which kind it is, and for which office where an officer works for more than one."""

    jenis = forms.ChoiceField(
        label=gettext_lazy("Jenis daftar"),
        choices=ListKind.choices,
        initial=ListKind.OFFICE,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Daftar kantor mengisi berkas orang. Daftar Sisko hanya menjadi cermin: berkas yang sudah ada tidak diubah."
        ),
    )
    daftar = forms.FileField(
        label=gettext_lazy("Daftar orang"),
        help_text=gettext_lazy("Excel (.xlsx), OpenDocument (.ods), atau CSV sampai 25 MB. Satu orang satu baris."),
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )

    def __init__(self, *args: Any, offices: list[tuple[Organisation, tuple[str, ...]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offices = {f"{office.pk}.{code}": (office, code) for office, codes in offices for code in codes}
        if len(self._offices) > 1:
            named = [(key, f"{office} · {region_name(code)}") for key, (office, code) in self._offices.items()]
            self.fields["kantor"] = forms.ChoiceField(label=_("Untuk kantor dan wilayah"), choices=named)

    def place(self) -> tuple[Organisation, str]:
        """The office and the district of persons without a village."""
        chosen = self.cleaned_data.get("kantor") or next(iter(self._offices))
        return self._offices[chosen]


def _say(problem: Problem) -> str:
    return problem.message(language())


def open_batch(request: OfficerRequest, batch_id: int) -> Batch:
    """The list, or the same answer as for one that does not exist."""
    try:
        return get_batch(standing=request.standing, batch_id=batch_id)
    except BatchNotFound:
        raise Http404 from None


@takes_up_to(MOST_BYTES)
@needs(Ability.IMPORT_PEOPLE)
@require_http_methods(["GET", "POST"])
def lists(request: OfficerRequest) -> HttpResponse:
    """The lists of the office, and the form for a new one. What no reader could open is said at once."""
    offices = offices_of(request.standing)
    sent_files = request.FILES if request.method == "POST" else None
    form = UploadForm(answers_of(request), sent_files, offices=offices)
    if request.method == "POST" and getattr(request, "is_too_large", False):
        form.full_clean()
        form.add_error("daftar", _("Daftar ini lebih dari 25 MB. Bagi menjadi beberapa berkas."))
    elif form.is_valid() and offices:
        sent = form.cleaned_data["daftar"]
        content = sent.read()
        try:
            with in_memory(content, sent.name) as path:
                inspect(path)
        except UnreadableFile as refused:
            form.add_error("daftar", _say(refused.problem))
        else:
            office, district = form.place()
            batch = upload(
                name=sent.name,
                content=content,
                organisation=office,
                district_code=district,
                by=request.user,
                kind=ListKind(form.cleaned_data["jenis"]),
            )
            return redirect("import", batch.pk)
    batches = batches_in_scope()
    enter(request, READ_LIST, detail=f"daftar: {len(batches)}")
    context = {"form": form, "lines": list_lines(batches), "may_upload": bool(offices)}
    return render(request, "imports/lists.html", context, status=422 if form.errors else 200)


@needs(Ability.IMPORT_PEOPLE)
@require_GET
def one(request: OfficerRequest, batch_id: int) -> HttpResponse:
    """How far the list has come, what the dry run found, its rows by outcome."""
    batch = open_batch(request, batch_id)
    if batch.state in WAITING:
        page = page_of(batch, None)
        name = "imports/progress.html" if request.htmx else "imports/working.html"  # type: ignore[attr-defined]  # Set by its middleware.
        return render(request, name, {"page": page})
    if request.htmx:  # type: ignore[attr-defined]  # As above.
        return HttpResponse(headers={"HX-Refresh": "true"})
    if batch.state == BatchState.COLUMNS:
        return redirect("import-columns", batch.pk)
    counts = counts_of(batch)
    if batch.kind == ListKind.SISKO and request.GET.get("hasil", "") in set(View):
        return _mirror(request, batch, counts, View(request.GET["hasil"]))
    outcome, after = _chosen(request, counts.by_outcome)
    rows = list(rows_with(batch, outcome, after))
    enter(request, READ_LIST, detail=f"{batch.pk}: {outcome} {len(rows)}")
    contents = {row.number: content_of(row) for row in rows}
    known = Person.objects.in_bulk({number for row in rows for number in row.candidates})
    context = {
        "page": page_of(batch, counts, outcome, mirror_counts(batch, None)),
        "outcome": outcome,
        "heading": title_of(outcome, counts.by_outcome[outcome], batch.kind),
        "lines": rows_of(outcome, rows, contents) if outcome != Outcome.DOUBTFUL else [],
        "doubts": doubts(batch, rows, contents, known) if outcome == Outcome.DOUBTFUL else [],
        "kept": kept_lines(batch) if batch.state == BatchState.UNDONE else [],
        "next_url": f"?hasil={outcome}&setelah={rows[-1].number}" if len(rows) == SHOWN else "",
        "first_url": f"?hasil={outcome}" if after else "",
    }
    return render(request, "imports/one.html", context)


def _mirror(request: OfficerRequest, batch: Batch, counts: Counts, view: View) -> HttpResponse:
    """The rows of a list of Sisko in which something differs from what Tenun holds."""
    shown = mirror_rows(batch, view, _after(request))
    enter(request, READ_LIST, detail=f"{batch.pk}: {view} {len(shown.lines)}")
    context = {
        "page": page_of(batch, counts, None, mirror_counts(batch, view)),
        "outcome": view,
        "heading": shown.heading,
        "lines": shown.lines,
        "next_url": f"?hasil={view}&setelah={shown.last}" if shown.last else "",
        "first_url": f"?hasil={view}" if _after(request) else "",
    }
    return render(request, "imports/one.html", context)


def _after(request: OfficerRequest) -> int:
    after = request.GET.get("setelah", "")
    return int(after) if after.isdecimal() and len(after) < 9 else 0


def _chosen(request: OfficerRequest, counts: dict[str, int]) -> tuple[Outcome, int]:
    """Which rows are shown: those asked for, else the first kind that needs something of an officer."""
    asked = request.GET.get("hasil", "")
    order = (Outcome.REFUSED, Outcome.DOUBTFUL, Outcome.CHANGED, Outcome.NEW, Outcome.SAME)
    first = next((each for each in order if counts[each]), Outcome.NEW)
    return (Outcome(asked) if asked in set(Outcome) else first), _after(request)


@needs(Ability.IMPORT_PEOPLE)
@require_http_methods(["GET", "POST"])
def columns(request: OfficerRequest, batch_id: int) -> HttpResponse:
    """Which of our columns each header of the sheet is: guessed, and corrected by the officer."""
    batch = open_batch(request, batch_id)
    if batch.state != BatchState.COLUMNS and not (batch.state == BatchState.EXAMINED and batch.mapping):
        return redirect("import", batch.pk)
    form = ColumnsForm(answers_of(request), mapping=batch.mapping, columns=tuple(SHEETS[batch.kind].columns))
    if form.is_valid():
        try:
            say_columns(batch=batch, columns=form.chosen(), by=request.user)
        except NotNow:
            _not_now(request)
        return redirect("import", batch.pk)
    return render(request, "imports/columns.html", {"page": page_of(batch, None), "form": form}, status=_status(form))


def _status(form: forms.Form) -> int:
    return 422 if form.errors else 200


_NONE = "-"


class ColumnsForm(forms.Form):
    """A choice for each header, in the order of the sheet."""

    def __init__(self, *args: Any, mapping: list[list[str]], columns: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(_NONE, _("Bukan kolom yang dikenal")), *((name, name) for name in columns)]
        self._names = []
        for number, (header, guessed) in enumerate(mapping):
            name = f"kolom{number}"
            self._names.append(name)
            self.fields[name] = forms.ChoiceField(label=header, initial=guessed or _NONE, choices=choices)

    def chosen(self) -> list[str]:
        """The columns, in the order of the headers."""
        return [column if (column := self.cleaned_data[name]) != _NONE else "" for name in self._names]

    def clean(self) -> None:
        """The name must be there, and no column twice."""
        chosen = [self.cleaned_data.get(name, "") for name in self._names]
        for name, column in zip(self._names, chosen, strict=True):
            if column not in ("", _NONE) and chosen.count(column) > 1:
                self.add_error(name, _("Kolom ini dipilih dua kali. Pilih salah satu."))
        if "nama" not in chosen:
            self.add_error(None, _("Pilih kolom mana yang berisi nama orangnya."))


@needs(Ability.IMPORT_PEOPLE)
@require_GET
def messages(request: OfficerRequest, batch_id: int) -> HttpResponse:
    """The office's own list with a column of messages; the download is entered."""
    batch = open_batch(request, batch_id)
    if not batch.file or batch.state in WAITING or batch.state == BatchState.FAILED:
        raise Http404
    enter(request, READ_LIST, detail=f"{batch.pk}: unduh")
    target = io.BytesIO()
    with opened(batch.file, batch.name) as path:
        renamed = dict(batch.mapping) if batch.mapping_is_said else {}
        write_messages(target, open_sheet(path, renamed, SHEETS[batch.kind].columns), messages_of(batch))
    headers = {"Content-Disposition": f'attachment; filename="impor-{batch.pk}-pesan.xlsx"'}
    return HttpResponse(target.getvalue(), content_type=_XLSX, headers=headers)


@needs(Ability.IMPORT_PEOPLE)
@require_POST
def save(request: OfficerRequest, batch_id: int) -> HttpResponse:
    """Lets the job write what is ready."""
    batch = open_batch(request, batch_id)
    try:
        confirm(batch=batch, by=request.user)
    except NotNow:
        _not_now(request)
    return redirect("import", batch.pk)


@needs(Ability.IMPORT_PEOPLE)
@require_POST
def drop(request: OfficerRequest, batch_id: int) -> HttpResponse:
    """Gives the list up; nothing of it is stored."""
    batch = open_batch(request, batch_id)
    try:
        give_up(batch=batch)
    except NotNow:
        _not_now(request)
        return redirect("import", batch.pk)
    return redirect("imports")


@needs(Ability.IMPORT_PEOPLE)
@require_POST
def take_back(request: OfficerRequest, batch_id: int) -> HttpResponse:
    """Lets the job take back what nobody has touched since."""
    batch = open_batch(request, batch_id)
    try:
        undo(batch=batch, by=request.user)
    except NotNow:
        _not_now(request)
    return redirect("import", batch.pk)


@needs(Ability.IMPORT_PEOPLE)
@require_POST
def rule(request: OfficerRequest, batch_id: int) -> HttpResponse:
    """One decision for all rows that a rule covers."""
    batch = open_batch(request, batch_id)
    reasons = {
        Decision.SAME: _("aturan: nama, tanggal lahir, dan desa sama"),
        Decision.OTHER: _("aturan: semua orang lain"),
    }
    chosen = request.POST.get("aturan", "")
    if chosen in set(reasons):
        decision = Decision(chosen)
        try:
            count = decide_by_rule(batch=batch, decision=decision, reason=reasons[decision], by=request.user)
            notes.info(request, _("%d baris diputuskan dengan aturan ini.") % count)
        except NotNow:
            _not_now(request)
    return redirect(f"{reverse('import', args=[batch.pk])}?hasil={Outcome.DOUBTFUL}")


class DecideForm(forms.Form):
    """Whose row it is, and why the officer thinks so."""

    alasan = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=300,
        help_text=gettext_lazy("Misalnya: KTP keduanya dilihat; nama ibu lain."),
    )


@needs(Ability.IMPORT_PEOPLE)
@require_http_methods(["GET", "POST"])
def row(request: OfficerRequest, batch_id: int, number: int) -> HttpResponse:
    """One doubtful row beside the files it looks like; the officer decides."""
    batch = open_batch(request, batch_id)
    try:
        found = get_row(batch=batch, number=number)
    except BatchNotFound:
        raise Http404 from None
    if found.outcome != Outcome.DOUBTFUL or found.is_written or found.sealed is None:
        return redirect("import", batch.pk)
    form = DecideForm(request.POST or None)
    chosen, person = request.POST.get("keputusan", ""), request.POST.get("orang", "")
    if form.is_valid() and chosen in set(Decision):
        person_id = int(person) if person.isdecimal() and len(person) < 19 else None
        try:
            decide_row(
                batch=batch,
                row=found,
                decision=Decision(chosen),
                person_id=person_id,
                reason=form.cleaned_data["alasan"],
                by=request.user,
            )
            return redirect(f"{reverse('import', args=[batch.pk])}?hasil={Outcome.DOUBTFUL}")
        except NotNow:
            _not_now(request)
            return redirect("import", batch.pk)
        except ValueError:
            raise Http404 from None
    enter(request, READ_LIST, detail=f"{batch.pk}: baris {number}")
    context = {"page": row_page(batch, found, content_of(found)), "form": form}
    return render(request, "imports/row.html", context, status=422 if form.errors else 200)


def _not_now(request: OfficerRequest) -> None:
    notes.info(request, _("Daftar ini sudah berubah keadaannya. Lihat lagi di bawah."))
