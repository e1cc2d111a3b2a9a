"""Uji mandiri: the province's own look at how migration is governed, by six dimensions, and nobody's official grade."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.domain.wording import say_day
from tenun.formats.problems import UnreadableFile
from tenun.intake.files import in_memory
from tenun.organisations.access import Ability, may
from tenun.partnership.actions.self_assessment import Answered, answer_question, take_in
from tenun.partnership.enums import QuestionOrigin, SelfState
from tenun.partnership.models import SelfAnswer, SelfQuestion
from tenun.partnership.programmes import programmes
from tenun.partnership.self_assessment import (
    ANSWERED,
    Asked,
    Dimension,
    QuestionNotFound,
    answers_to,
    assessment,
    get_question,
    starter_questions,
)
from tenun.partnership.self_lists import Read, read_questions
from tenun.shared.clock import today
from tenun.web.fields import answers_of
from tenun.web.language import language
from tenun.web.officers.steps import DayField
from tenun.web.parts import LogLine, Sign, State, Tone
from tenun.web.scope import OfficerRequest, needs
from tenun.web.uploads import takes_up_to

_MOST_BYTES = 2 * 1024 * 1024
_STATES = {
    SelfState.COMPLETE: (Sign.MET, Tone.MET),
    SelfState.PARTIAL: (Sign.DIFFERS, Tone.PLAIN),
    SelfState.ABSENT: (Sign.EMPTY, Tone.PLAIN),
    SelfState.NOT_APPLICABLE: (Sign.DASH, Tone.PLAIN),
}


class AnswerForm(forms.Form):
    """One answer; what is partly or wholly there names what shows it."""

    jawaban = forms.ChoiceField(
        label=gettext_lazy("Seberapa jauh ini sudah ada?"), choices=SelfState.choices, widget=forms.RadioSelect
    )
    bukti = forms.CharField(
        label=gettext_lazy("Bukti"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Peraturan, dokumen, atau data yang menunjukkannya."),
    )
    alamat = forms.URLField(label=gettext_lazy("Alamat bukti"), required=False, max_length=300, assume_scheme="https")
    kantor = forms.CharField(label=gettext_lazy("Kantor penanggung jawab"), max_length=200)
    tanggal = DayField(label=gettext_lazy("Dinilai pada"))
    pemeriksa = forms.CharField(label=gettext_lazy("Diperiksa oleh"), required=False, max_length=200)
    kurang = forms.CharField(
        label=gettext_lazy("Yang masih kurang"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3})
    )
    program = forms.ChoiceField(label=gettext_lazy("Program yang menutupnya"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # As they come.
        self._programmes = {str(each.pk): each for each in programmes()}
        named = [(key, each.title) for key, each in self._programmes.items()]
        self.fields["program"].choices = [("", _("Belum ada")), *named]  # type: ignore[attr-defined]  # A ChoiceField.

    def clean(self) -> dict[str, object]:
        """Evidence where something is said to be there; no day to come."""
        cleaned = super().clean() or {}
        if cleaned.get("jawaban") in (SelfState.PARTIAL, SelfState.COMPLETE) and not cleaned.get("bukti"):
            self.add_error("bukti", _("Tulis bukti yang menunjukkan bahwa ini sudah ada."))
        day = cleaned.get("tanggal")
        if day is not None and day > today():
            self.add_error("tanggal", _("Tanggal ini belum tiba. Tulis hari penilaiannya."))
        return cleaned

    def answered(self) -> Answered:
        """The answer."""
        told = self.cleaned_data
        return Answered(
            state=SelfState(told["jawaban"]),
            owner_office=told["kantor"],
            answered_on=told["tanggal"],
            evidence=told["bukti"],
            evidence_url=told["alamat"],
            reviewer=told["pemeriksa"],
            gap=told["kurang"],
            programme=self._programmes.get(told["program"]),
        )


class ListForm(forms.Form):
    """A list of questions to be taken in."""

    daftar = forms.FileField(
        label=gettext_lazy("Daftar pertanyaan"),
        help_text=gettext_lazy("Excel, OpenDocument, atau CSV dengan kolom id, dimensi (1–6), dan pertanyaan."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv"}),
    )


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question ready to be shown."""

    code: str
    text: str
    state: State
    about: str
    tags: str
    is_own: bool
    is_invented: bool
    url: str


def _state(answer: SelfAnswer | None) -> State:
    if answer is None:
        return State(Sign.QUESTION, Tone.UNKNOWN, _("belum dijawab"))
    state = SelfState(answer.state)
    return State(*_STATES[state], str(state.label))


def _view(asked: Asked) -> QuestionView:
    question, answer = asked.question, asked.answer
    gcm = ", ".join(map(str, question.gcm_objectives))
    sdg = ", ".join(question.sdg_targets)
    return QuestionView(
        code=question.code,
        text=question.text,
        state=_state(answer),
        about=f"{answer.owner_office} · {say_day(answer.answered_on, language())}" if answer else "",
        tags=" · ".join(said for said in (f"GCM {gcm}" if gcm else "", f"SDG {sdg}" if sdg else "") if said),
        is_own=question.origin == QuestionOrigin.OWN,
        is_invented=bool(answer and answer.is_demo),
        url=reverse("self-question", args=[question.code]),
    )


def summary_of(dimension: Dimension) -> str:
    """`2 butir lengkap, 1 sebagian, 1 belum dijawab.`; counts and words, never a score."""
    if not dimension.asked:
        return _("Belum ada pertanyaan untuk dimensi ini.")
    told = [f"{dimension.counts[state]} {state.label}" for state in ANSWERED if dimension.counts[state]]
    if dimension.counts[""]:
        told.append(_("{count} belum dijawab").format(count=dimension.counts[""]))
    count = len(dimension.asked)
    return ngettext("Dari {count} butir: {told}.", "Dari {count} butir: {told}.", count).format(
        count=count, told=", ".join(told)
    )


@needs(Ability.READ_OUTCOMES)
@require_GET
def assess(request: OfficerRequest) -> HttpResponse:
    """All six dimensions with their questions."""
    dimensions = assessment()
    keeps = may(request.standing, Ability.KEEP_SELF_ASSESSMENT)
    context = {
        "dimensions": [
            (each.kind.value, str(each.kind.label), summary_of(each), [_view(asked) for asked in each.asked])
            for each in dimensions
        ],
        "is_empty": not any(each.asked for each in dimensions),
        "keeps": keeps,
        "starter": len(starter_questions()),
    }
    return render(request, "officers/self_assessment.html", context)


@needs(Ability.KEEP_SELF_ASSESSMENT)
@require_POST
def begin(request: OfficerRequest) -> HttpResponse:
    """Takes in the questions of our own."""
    added, _changed = take_in(questions=starter_questions(), origin=QuestionOrigin.OWN, by=request.user)
    messages.success(request, _("{count} pertanyaan awal siap dijawab.").format(count=added), extra_tags="met")
    return redirect("self-assessment")


def _question(code: str) -> SelfQuestion:
    try:
        return get_question(code)
    except QuestionNotFound:
        raise Http404 from None


@needs(Ability.READ_OUTCOMES)
@require_GET
def question(request: OfficerRequest, code: str) -> HttpResponse:
    """One question with every answer that was given."""
    found = _question(code)
    answers = answers_to(found)
    context = {
        "question": found,
        "view": _view(Asked(found, answers[0] if answers else None)),
        "dimension": found.get_dimension_display(),
        "answers": [(_state(each), each) for each in answers],
        "log": [
            LogLine(_state(each).word, say_day(each.answered_on, language()), f"{each.owner_office} · {each.by}")
            for each in answers
        ],
        "keeps": may(request.standing, Ability.KEEP_SELF_ASSESSMENT),
        "answer_url": reverse("answer-self-question", args=[code]),
        "list_url": reverse("self-assessment"),
    }
    return render(request, "officers/self_question.html", context)


@needs(Ability.KEEP_SELF_ASSESSMENT)
@require_http_methods(["GET", "POST"])
def answer(request: OfficerRequest, code: str) -> HttpResponse:
    """One more answer to a question."""
    found = _question(code)
    last = next(iter(answers_to(found)), None)
    initial = {"tanggal": f"{today():%d-%m-%Y}", "kantor": last.owner_office if last else ""}
    form = AnswerForm(answers_of(request), initial=initial)
    if form.is_valid():
        answer_question(question=found, answered=form.answered(), by=request.user)
        messages.success(request, _("Jawaban disimpan. Jawaban sebelumnya tetap di riwayat."), extra_tags="met")
        return redirect("self-question", code)
    context = {"form": form, "question": found, "back_url": reverse("self-question", args=[code])}
    return render(request, "officers/answer_question.html", context, status=422 if form.errors else 200)


@takes_up_to(_MOST_BYTES)
@needs(Ability.KEEP_SELF_ASSESSMENT)
@require_http_methods(["GET", "POST"])
def take(request: OfficerRequest) -> HttpResponse:
    """A list of questions: checked first, and taken in when the same list is sent with that wish and has no fault."""
    sent = request.FILES if request.method == "POST" else None
    form = ListForm(answers_of(request), sent)
    read: Read | None = None
    if form.is_valid():
        upload = form.cleaned_data["daftar"]
        try:
            with in_memory(upload.read(), upload.name) as path:
                read = read_questions(path)
        except UnreadableFile as error:
            form.add_error("daftar", error.problem.message(language()))
    if read is not None and not read.faults and "simpan" in request.POST:
        added, changed = take_in(questions=read.questions, origin=QuestionOrigin.OFFICIAL, by=request.user)
        told = _("{added} pertanyaan baru, {changed} diubah. Jawaban lama tetap.")
        messages.success(request, told.format(added=added, changed=changed), extra_tags="met")
        return redirect("self-assessment")
    context = {"form": form, "read": read, "back_url": reverse("self-assessment")}
    return render(request, "officers/self_import.html", context, status=422 if form.errors else 200)
