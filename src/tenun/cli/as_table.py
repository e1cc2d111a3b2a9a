"""The answer as it is read at a counter: verdict first, then what to do next, in 80 columns."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from tenun.cli.judging import Judged
from tenun.cli.state_words import STATES
from tenun.domain.assessment import Finding, FindingState, Verdict
from tenun.domain.catalogue import Action, Lists, OnFailure, Payer
from tenun.domain.comparison import Mismatch
from tenun.domain.identifiers.names import compare_names
from tenun.domain.repair import Plan, PlanStep
from tenun.domain.repair.wording import finding_line, listed, paper_names, place, reason_words, step_title
from tenun.domain.states import ReadyState
from tenun.domain.words import Language, Words
from tenun.formats.problems import Problem

WIDTH = 80
_INDENT, _HANGING = 2, 5

_VERDICTS = {
    Verdict.READY: (Words("SIAP", "READY"), "bold green"),
    Verdict.REPAIR: (Words("PERLU DIBENAHI", "TO BE REPAIRED"), "bold yellow"),
    Verdict.NOT_THIS_TARGET: (Words("BUKAN TUJUAN INI", "NOT THIS TARGET"), "bold magenta"),
    Verdict.STOP: (Words("BERHENTI", "STOP"), "bold red"),
}
_COUNTED = {
    Verdict.READY: Words("{count} siap", "{count} ready"),
    Verdict.REPAIR: Words("{count} perlu dibenahi", "{count} to be repaired"),
    Verdict.NOT_THIS_TARGET: Words("{count} bukan tujuan ini", "{count} not this target"),
    Verdict.STOP: Words("{count} berhenti", "{count} stop"),
}
_HEADING = Words("Diperiksa per {on} untuk {state}", "Checked as of {on} for {state}")
_ROW = Words("baris {row}", "row {row}")
_READY_FOR = Words("Siap sampai tahap: {state}", "Ready up to: {state}")
_NOTHING_TO_DO = Words("Tidak ada yang harus dibenahi.", "Nothing needs repair.")
_STOP = Words(
    "Jangan tawarkan perbaikan apa pun. Serahkan kepada petugas perlindungan (UPTD PPA).",
    "Offer no repair of any kind. Hand over to a protection officer (UPTD PPA).",
)
_POSSIBLE = Words("Mungkin mulai {day}", "Possible from {day}")
_OTHERS = Words("Tujuan lain yang cocok: {targets}", "Other targets that fit: {targets}")
_DIFFERS = Words("{field} berbeda", "{field} differs")
_TRUTH = Words("pegangan: {paper}", "taken as right: {paper}")
_WORK = Words("Yang harus dilakukan: {days}, {cost}", "What to do: {days}, {cost}")
_DAYS = Words("{days} hari kerja", "{days} working days")
_ONE_VISIT = Words("cukup sekali datang", "one visit is enough")
_COST = Words("Rp{cost} (perkiraan)", "Rp{cost} (estimate)")
_COST_HERS = Words(
    "Rp{cost} (perkiraan), yang ditanggung sendiri Rp{hers}", "Rp{cost} (estimate), her own share Rp{hers}"
)
_FREE = Words("tanpa biaya", "no cost")
_TOGETHER = {
    Action.SHOW: Words("Tunjukkan: {things}", "Show: {things}"),
    Action.SHOW_ORIGINAL: Words("Tunjukkan yang asli: {things}", "Show the originals: {things}"),
    Action.DECLARE: Words("Tanyakan dan catat: {things}", "Ask and record: {things}"),
}
_AFTER = Words("sesudah langkah {steps}", "after step {steps}")
_COURT = Words("mungkin lewat pengadilan", "may need a court")
_WHY = Words("Sebab:", "Why:")
_LEFT = Words("Belum dapat dibenahi sekarang:", "Cannot be repaired now:")
_CONFIRM = Words("Perlu dikonfirmasi (tidak menghalangi):", "To be confirmed (does not block):")
_TO_BE_SHOWN = frozenset(
    {"not_shown", "original_not_seen", "not_stated", "birth_date_not_stated", "applies_not_stated"}
)
_LETTER_BY_LETTER = frozenset({"name", "birth_place", "mother_name", "father_name", "birth_date", "passport_number"})
_DIFFERENCES = frozenset({"differs", "differs_slightly", "ask_which_is_right"})
_NEXT = Words("Periksa lagi paling lambat {day}", "Check again by {day}")
_PAYERS = {
    Payer.WORKER: Words("ditanggung sendiri", "paid by herself"),
    Payer.EMPLOYER: Words("ditanggung majikan", "paid by the employer"),
    Payer.STATE: Words("ditanggung negara", "paid by the state"),
    Payer.REGION: Words("ditanggung daerah", "paid by the region"),
    Payer.UNKNOWN: Words("penanggung belum jelas", "payer not clear"),
}
_REMARKS = {
    "birth_date_round": Words(
        "Lahir 31 Desember atau 1 Januari: tanyakan baik-baik; bukan alasan menolak",
        "Born 31 December or 1 January: ask kindly; no ground for refusal",
    ),
    "one_word_name": Words(
        "Nama satu kata tetap sah; untuk visa tanyakan lebih dulu",
        "A one-word name is lawful; ask first for the visa",
    ),
    "name_unlike_papers": Words(
        "Nama pada baris ini tidak sama dengan surat mana pun", "The name in this row is on none of the papers"
    ),
}
_PROBLEMS = Words("Baris dan kolom yang tidak terbaca:", "Rows and columns that could not be read:")
_WARNINGS = Words("Perhatikan:", "Note:")


class Counter80:
    """Prints people one under the other, and counts them."""

    def __init__(self, console: Console, lists: Lists, language: Language) -> None:
        self._console = console
        self._lists = lists
        self._language = language
        self._counts: Counter[Verdict] = Counter()

    def heading(self, on: str, state: str) -> None:
        """What was asked."""
        words = _HEADING.say(self._language, on=on, state=STATES[ReadyState(state)].say(self._language))
        self._console.print(Text(words, style="bold"))

    def person(self, judged: Judged) -> None:
        """One person: verdict, what to do, why."""
        self._counts[judged.assessment.verdict] += 1
        self._console.print(Text("─" * WIDTH, style="dim"))
        self._console.print(self._title(judged))
        for line in self._body(judged):
            self._indented(line)

    def _indented(self, line: Text) -> None:
        """One line, its continuation hung under the text; no spaces trail behind."""
        for number, part in enumerate(line.wrap(self._console, WIDTH - _HANGING)):
            part.rstrip()
            self._console.print(Text(" " * (_HANGING if number else _INDENT)).append_text(part))

    def summary(self) -> None:
        """How many of each."""
        parts = (_COUNTED[verdict].say(self._language, count=count) for verdict, count in self._ordered())
        self._console.print(Text("─" * WIDTH, style="dim"))
        self._console.print(Text(" · ".join(parts), style="bold"))

    def problems(self, problems: Sequence[Problem]) -> None:
        """Errors, then warnings, one line each."""
        for words, wanted, style in ((_PROBLEMS, True, "red"), (_WARNINGS, False, "yellow")):
            chosen = [problem for problem in problems if problem.is_error is wanted]
            if chosen:
                self._console.print(Text(words.say(self._language), style=f"bold {style}"))
            for problem in chosen:
                self._indented(Text(f"- {problem.message(self._language)}"))

    def _ordered(self) -> Iterator[tuple[Verdict, int]]:
        return ((verdict, self._counts[verdict]) for verdict in _COUNTED if self._counts[verdict])

    def _title(self, judged: Judged) -> Text:
        words, style = _VERDICTS[judged.assessment.verdict]
        number = _ROW.say(self._language, row=judged.row)
        right = Text.assemble((words.say(self._language), style), "  ", (number, "dim"))
        title = judged.assessment.target.entry.title.say(self._language)
        left = Text.assemble((judged.name, "bold"), "  ", (title, "dim"))
        left.truncate(WIDTH - right.cell_len - 2, overflow="ellipsis", pad=True)
        return Text.assemble(left, "  ", right)

    def _body(self, judged: Judged) -> Iterator[Text]:
        assessment = judged.assessment
        if assessment.verdict is Verdict.STOP:
            yield Text(_STOP.say(self._language), style="bold red")
            yield from self._decisive(judged)
            return
        if assessment.verdict is Verdict.NOT_THIS_TARGET:
            yield from self._decisive(judged)
            yield from self._instead(judged)
            if assessment.possible_on is None:
                return
        if assessment.ready_for is not None:
            yield Text(_READY_FOR.say(self._language, state=STATES[assessment.ready_for].say(self._language)))
        yield from self._plan(judged.plan)
        why = [*self._differences(judged), *self._reasons(judged)]
        if why:
            yield Text(_WHY.say(self._language), style="bold")
            yield from why
        yield from self._beside(judged)

    def _decisive(self, judged: Judged) -> Iterator[Text]:
        """Why this cannot be: each finding that decides it, with its law."""
        decisive = OnFailure(judged.assessment.verdict.value)
        for finding in judged.assessment.blocking:
            if finding.requirement.on_failure is decisive and finding.state is FindingState.DEFECTIVE:
                yield self._finding(finding)

    def _reasons(self, judged: Judged) -> Iterator[Text]:
        """What is wrong and by which law; papers that only have to be shown stand on one line."""
        waiting: dict[str, list[Finding]] = {}
        for finding in judged.assessment.blocking:
            if finding.requirement.on_failure is not OnFailure.REPAIR and finding.state is FindingState.DEFECTIVE:
                continue
            if finding.reason in _TO_BE_SHOWN:
                waiting.setdefault(finding.reason, []).append(finding)
            elif finding.reason not in _DIFFERENCES:
                yield self._finding(finding)
        for reason, findings in waiting.items():
            titles = "; ".join(finding.requirement.title.say(self._language) for finding in findings)
            laws = dict.fromkeys(law for item in findings for law in item.requirement.source.title.split("; "))
            words = reason_words(self._lists, reason, self._language)
            yield Text.assemble(f"- {words[:1].upper()}{words[1:]}: {titles} ", (f"({'; '.join(laws)})", "dim"))

    def _law(self, finding: Finding) -> str:
        source = finding.requirement.source
        return f"{source.title} {source.article or ''}".strip()

    def _finding(self, finding: Finding) -> Text:
        line = finding_line(self._lists, finding, self._language)
        return Text.assemble(f"- {line} ", (f"({self._law(finding)})", "dim"))

    def _instead(self, judged: Judged) -> Iterator[Text]:
        if judged.assessment.possible_on is not None:
            yield Text(_POSSIBLE.say(self._language, day=judged.assessment.possible_on.isoformat()))
        if judged.other_targets:
            yield Text(_OTHERS.say(self._language, targets=", ".join(judged.other_targets)))

    def _differences(self, judged: Judged) -> Iterator[Text]:
        for mismatch in judged.recorded.comparison.mismatches:
            truth = judged.plan.truths.get(mismatch.field)
            field = self._lists.fields[mismatch.field].say(self._language)
            head = _DIFFERS.say(self._language, field=field[:1].upper() + field[1:])
            line = Text(head, style="yellow")
            if truth is not None and truth in mismatch.papers:
                line.append(
                    f" ({_TRUTH.say(self._language, paper=self._lists.papers[truth].say(self._language))})",
                    style="dim",
                )
            yield line
            yield from self._sides(mismatch, truth)

    def _sides(self, mismatch: Mismatch, truth: str | None) -> Iterator[Text]:
        """What each paper says, the differing letters marked against the paper taken as right."""
        right = mismatch.papers.get(truth or "", next(iter(mismatch.papers.values())))
        groups: dict[str, list[str]] = {}
        for paper, value in mismatch.papers.items():
            groups.setdefault(value, []).append(self._lists.papers[paper].say(self._language))
        for value, papers in groups.items():
            shown = _marked(value, right) if mismatch.field in _LETTER_BY_LETTER else Text(value)
            yield Text("   ").append_text(shown).append(f"  {listed(papers, self._language)}", style="dim")

    def _plan(self, plan: Plan) -> Iterator[Text]:
        needed = [step for step in plan.steps if not step.optional]
        if needed:
            yield Text(_WORK.say(self._language, days=self._days(plan.days), cost=self._cost(plan)), style="bold")
        elif not plan.left:
            yield Text(_NOTHING_TO_DO.say(self._language), style="green")
        yield from self._numbered(needed)
        left = [finding for finding in plan.left if finding.requirement.on_failure is OnFailure.REPAIR]
        if left:
            yield Text(_LEFT.say(self._language), style="bold")
            yield from map(self._finding, left)

    def _numbered(self, steps: Sequence[PlanStep]) -> Iterator[Text]:
        """Showing papers is one line each way; every other step has its own number."""
        number = 0
        numbers: dict[str, int] = {}
        for action, words in _TOGETHER.items():
            shown = [step for step in steps if step.step.action is action and step.days == 0]
            if shown:
                number += 1
                numbers |= dict.fromkeys((step.id for step in shown), number)
                yield Text(f"{number}. {words.say(self._language, things=self._things(shown))}")
        for step in steps:
            if step.id not in numbers:
                number += 1
                numbers[step.id] = number
                yield self._step(number, step, numbers)

    def _things(self, steps: Sequence[PlanStep]) -> str:
        """The papers to show, or the fields to ask for."""
        fields = [self._lists.fields[name].say(self._language) for step in steps for name in step.fields]
        if fields and steps[0].step.action is Action.DECLARE:
            return listed(fields, self._language)
        return paper_names(self._lists, (step.paper for step in steps), self._language)

    def _step(self, number: int, step: PlanStep, numbers: dict[str, int]) -> Text:
        lists, tongue = self._lists, self._language
        details = [place(lists, step.desk, step.office, tongue)]
        if step.days:
            details.append(_DAYS.say(tongue, days=step.days))
        if step.step.cost_rupiah:
            payer = _PAYERS.get(step.payer)
            cost = f"Rp{_grouped(step.step.cost_rupiah)}"
            details.append(f"{cost} {payer.say(tongue)}" if payer else cost)
        waits = sorted({numbers[name] for name in step.after if name in numbers})
        if waits:
            details.append(_AFTER.say(tongue, steps=listed([str(n) for n in waits], tongue)))
        if step.step.court:
            details.append(_COURT.say(tongue))
        line = Text(f"{number}. {step_title(lists, step, tongue)}")
        return line.append(f" · {' · '.join(part for part in details if part)}", style="dim")

    def _days(self, days: int) -> str:
        return _DAYS.say(self._language, days=days) if days else _ONE_VISIT.say(self._language)

    def _cost(self, plan: Plan) -> str:
        if not plan.cost_rupiah:
            return _FREE.say(self._language)
        words = _COST if plan.cost_worker_rupiah in (0, plan.cost_rupiah) else _COST_HERS
        return words.say(self._language, cost=_grouped(plan.cost_rupiah), hers=_grouped(plan.cost_worker_rupiah))

    def _beside(self, judged: Judged) -> Iterator[Text]:
        """What does not block: rules to be confirmed, soft remarks, the day to look again."""
        doubts = judged.assessment.advised
        if doubts:
            yield Text(_CONFIRM.say(self._language), style="dim")
            for finding in doubts:
                yield Text(f"- {finding_line(self._lists, finding, self._language)}", style="dim")
        for remark in judged.recorded.remarks:
            yield Text(f"- {_REMARKS[remark].say(self._language)}", style="dim")
        day = judged.assessment.next_change_on
        if judged.assessment.verdict is Verdict.READY and day is not None:
            yield Text(_NEXT.say(self._language, day=day.isoformat()), style="dim")


def _marked(value: str, right: str) -> Text:
    """The value with its differing letters in brackets and red: the brackets also show without colour."""
    text, at = Text(), 0
    for difference in compare_names(value, right).differences:
        text.append(value[at : difference.position])
        text.append(f"[{difference.left or '_'}]", style="bold red")
        at = difference.position + len(difference.left)
    return text.append(value[at:])


def _grouped(rupiah: int) -> str:
    return f"{rupiah:,}".replace(",", ".")


def print_table(
    console: Console,
    lists: Lists,
    language: Language,
    heading: tuple[str, str],
    rows: Iterable[Judged],
    problems: list[Problem],
) -> None:
    """The whole answer for a counter; `problems` may still grow while the rows are read."""
    counter = Counter80(console, lists, language)
    counter.heading(*heading)
    for judged in rows:
        counter.person(judged)
    counter.summary()
    counter.problems(problems)
