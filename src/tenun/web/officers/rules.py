"""Simulasi aturan: changed rules are sent, a job tries them out, and the page tells whom they would change.

Nothing is switched on here: the rules in force are those of the program alone.
"""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from tenun.domain.catalogue import REFUSALS, CatalogueError
from tenun.domain.catalogue.catalogue import load, packaged_texts
from tenun.domain.identifiers.regions import region_name
from tenun.domain.wording import say_day
from tenun.formats.catalogues import MOST_BYTES, texts_of
from tenun.formats.problems import UnreadableFile, refuse
from tenun.organisations.access import Ability
from tenun.people.queries import persons_named
from tenun.readiness.trial_results import Group, outcome_of
from tenun.readiness.trials import (
    WAITING,
    RuleTrial,
    TrialNotFound,
    TrialState,
    ask_trial,
    get_trial,
    trials_in_scope,
)
from tenun.shared.audit import READ_RULE_TRIAL, SIMULATE_RULES
from tenun.shared.clock import today
from tenun.web.fields import answers_of
from tenun.web.language import language
from tenun.web.officers.file import rows_for
from tenun.web.officers.opening import enter
from tenun.web.officers.rule_pages import head_of, may_name, result_for, state_of, title_of, trial_lines
from tenun.web.officers.steps import DayField
from tenun.web.scope import OfficerRequest, needs
from tenun.web.uploads import takes_up_to


class _Files(forms.FileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """Several files at once; the cleaned value is the list of them."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each file as one alone would be."""
        return [super(_FilesField, self).clean(each, initial) for each in data or [None]]


class TrialForm(forms.Form):
    """The files, and the day as of which everybody is judged; `texts` are those of a catalogue that loads."""

    berkas = _FilesField(
        label=gettext_lazy("Berkas aturan"),
        help_text=gettext_lazy("Berkas .toml yang diubah, atau seluruh folder katalog sebagai .zip, sampai 2 MB."),
        widget=_Files(attrs={"accept": ".toml,.zip"}),
    )
    pada = DayField(
        label=gettext_lazy("Dinilai menurut aturan tanggal"),
        required=False,
        help_text=gettext_lazy("Kosong berarti hari ini. Aturan yang baru berlaku nanti perlu tanggal itu."),
    )
    nama = forms.CharField(
        label=gettext_lazy("Nama simulasi"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Misalnya: umur Singapura 25 tahun. Kosong berarti nama berkasnya."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts: dict[str, str] = {}

    def clean(self) -> None:
        """Rules that do not load are told with their code, where it stands, and what to do."""
        sent = self.cleaned_data.get("berkas")
        if not sent:
            return
        try:
            self.texts = texts_of([(each.name, each.read()) for each in sent], packaged_texts())
            first = load(self.texts).first_day
            if self.on < first:
                raise refuse("rules.too_early", day=say_day(first, language()))
        except UnreadableFile as refused:
            self.add_error("berkas", f"{refused.problem.message(language())} ({refused.problem.code})")
        except CatalogueError as refused:
            self.add_error("berkas", _said(refused))

    @property
    def on(self) -> date:
        """The day as of which everybody is judged."""
        return self.cleaned_data.get("pada") or today()

    @property
    def name(self) -> str:
        """What the trial is called."""
        return self.cleaned_data["nama"] or ", ".join(each.name for each in self.cleaned_data["berkas"])[:120]


def _said(refused: CatalogueError) -> str:
    what = REFUSALS[refused.code].say(language(), **refused.values)
    place = _("%(file)s baris %(line)d") % {"file": refused.file, "line": refused.line}
    return f"{place}: {what} ({refused.code})"


@takes_up_to(MOST_BYTES)
@needs(Ability.SIMULATE_RULES)
@require_http_methods(["GET", "POST"])
def trials(request: OfficerRequest) -> HttpResponse:
    """The trials, and the form for a new one. Rules that do not load are refused at once."""
    form = TrialForm(answers_of(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and getattr(request, "is_too_large", False):
        form.full_clean()
        form.add_error("berkas", _("Berkas ini lebih dari 2 MB. Kirim hanya folder katalog."))
    elif form.is_valid():
        trial = ask_trial(name=form.name, texts=form.texts, on=form.on, by=request.user)
        enter(request, SIMULATE_RULES, detail=f"{trial.pk}: {trial.digest[:16]}")
        return redirect("rule-trial", trial.pk)
    found = trials_in_scope()
    enter(request, READ_RULE_TRIAL, detail=f"daftar: {len(found)}")
    context = {"form": form, "lines": trial_lines(found)}
    return render(request, "rules/trials.html", context, status=422 if form.errors else 200)


def _trial(request: OfficerRequest, trial_id: int) -> RuleTrial:
    try:
        return get_trial(standing=request.standing, trial_id=trial_id)
    except TrialNotFound:
        raise Http404 from None


@needs(Ability.SIMULATE_RULES)
@require_GET
def one(request: OfficerRequest, trial_id: int) -> HttpResponse:
    """How far a trial is, then whom the rules would change."""
    trial = _trial(request, trial_id)
    head = head_of(trial)
    if trial.state in WAITING:
        name = "rules/progress.html" if request.htmx else "rules/working.html"  # type: ignore[attr-defined]  # Set by its middleware.
        return render(request, name, {"head": head})
    if request.htmx:  # type: ignore[attr-defined]  # As above.
        return HttpResponse(headers={"HX-Refresh": "true"})
    result = result_for(trial, request.standing) if trial.state == TrialState.DONE else None
    enter(request, READ_RULE_TRIAL, detail=f"{trial.pk}: {len(result.lines) if result else 0} baris")
    return render(request, "rules/one.html", {"head": head, "result": result})


@needs(Ability.SIMULATE_RULES)
@require_GET
def people(request: OfficerRequest, trial_id: int, group: int) -> HttpResponse:
    """Who some of a group are, for whoever reads files there; at most fifty, and nobody outside her territory."""
    trial = _trial(request, trial_id)
    if trial.state != TrialState.DONE:
        raise Http404
    outcome = outcome_of(trial)
    chosen: Group | None = outcome.groups[group] if group < len(outcome.groups) else None
    if chosen is None or not may_name(chosen, request.standing):
        raise Http404
    kept: Any = trial.persons
    persons = persons_named(kept[group])
    enter(request, READ_RULE_TRIAL, detail=f"{trial.pk}.{group}: {len(persons)} orang")
    context = {
        "head": head_of(trial),
        "target": title_of(outcome, chosen.target),
        "before": state_of(chosen.before),
        "after": state_of(chosen.after),
        "district": region_name(chosen.district_code),
        "count": chosen.count,
        "rows": rows_for(persons),
    }
    return render(request, "rules/people.html", context)
