"""One person in lines: what to do next, why and by which law, what is only to be asked; nothing said twice."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from tenun.cli import table_words as words
from tenun.cli.judging import Judged
from tenun.cli.marking import PRIVATE, marked
from tenun.cli.plan_lines import PlanLines
from tenun.domain.assessment import Finding, FindingState, Verdict
from tenun.domain.catalogue import Lists, OnFailure, Requirement
from tenun.domain.comparison import Mismatch
from tenun.domain.repair.wording import finding_line, listed, reason_words
from tenun.domain.rules import PapersAgree, parts
from tenun.domain.states import READY_STATES
from tenun.domain.wording import STAGES, say_day
from tenun.domain.words import Language

_DIFFERENCES = frozenset({"differs", "differs_slightly", "ask_which_is_right"})


class PersonLines:
    """The body of one person's answer."""

    def __init__(self, judged: Judged, lists: Lists, language: Language) -> None:
        self._judged = judged
        self._lists = lists
        self._language = language
        self._plan = PlanLines(judged.plan, lists, language)

    def lines(self) -> Iterator[Text]:
        """What to do next, then why, then what does not hold her back."""
        match self._judged.assessment.verdict:
            case Verdict.STOP:
                yield Text(words.STOP.say(self._language), style="bold red")
                yield from self._why([self._finding(item) for item in self._judged.assessment.deciding])
            case Verdict.NOT_THIS_TARGET if self._judged.assessment.possible_on is None:
                yield from self._instead()
                yield from self._why([*self._decided(), *self._differences()])
            case Verdict.NOT_THIS_TARGET:
                yield from self._instead()
                yield from self._work()
            case _:
                yield from self._work()

    def _work(self) -> Iterator[Text]:
        yield from self._plan.lines()
        yield from self._ready_for()
        yield from self._left()
        yield from self._why([*self._decided(), *self._differences(), *self._reasons()])
        yield from self._beside()

    def _instead(self) -> Iterator[Text]:
        """What she can do when it cannot be this target: wait, or another one."""
        for todo in dict.fromkeys(
            item.requirement.todo.say(self._language) for item in self._judged.assessment.deciding
        ):
            yield Text(todo, style="bold")
        possible = self._judged.assessment.possible_on
        if possible is not None:
            yield Text(words.POSSIBLE.say(self._language, day=say_day(possible, self._language)))
        others = self._judged.other_targets
        if others:
            yield Text(words.OTHERS.say(self._language), style="bold")
        for name in others:
            title = self._judged.question.catalogue.entries[name].title.say(self._language)
            yield Text.assemble(f"- {title} ", (f"({name})", "dim"))

    def _ready_for(self) -> Iterator[Text]:
        ready_for = self._judged.assessment.ready_for
        if ready_for is READY_STATES[-1]:
            yield Text(words.READY_FOR_ALL.say(self._language), style="green")
        elif ready_for is not None:
            state, following = (
                STAGES[one].say(self._language) for one in (ready_for, READY_STATES[ready_for.order + 1])
            )
            as_asked = ready_for is self._judged.assessment.for_state
            line = words.NEXT_STAGE if as_asked else words.READY_FOR
            yield Text(line.say(self._language, state=state, following=following))

    def _left(self) -> Iterator[Text]:
        left = self._unanswered()
        if left:
            yield Text(words.LEFT.say(self._language), style="bold")
        for finding in left:
            yield self._finding(finding)
            yield Text(f"   {finding.requirement.todo.say(self._language)}", style="bold")

    def _unanswered(self) -> list[Finding]:
        """What no step of the plan does anything about."""
        left = (item for item in self._judged.plan.left if item.requirement.on_failure is OnFailure.REPAIR)
        return [item for item in left if not self._plan.answers(item)]

    def _why(self, reasons: list[Text]) -> Iterator[Text]:
        if reasons:
            yield Text(words.WHY.say(self._language), style="bold")
            yield from reasons

    def _decided(self) -> Iterator[Text]:
        return map(self._finding, self._judged.assessment.deciding)

    def _reasons(self) -> Iterator[Text]:
        """What is wrong and by which law; findings of one kind stand on one line."""
        told = {item.requirement.id for item in (*self._judged.assessment.deciding, *self._unanswered())}
        fields = {mismatch.field for mismatch in self._judged.recorded.comparison.mismatches}
        absent = {item.requirement.paper for item in self._judged.reasons if item.state is FindingState.MISSING}
        asked: dict[int, list[Finding]] = {}
        others: list[Finding] = []
        for finding in self._judged.assessment.blocking:
            number = self._plan.at_the_counter(finding)
            if finding.requirement.id in told or (finding.reason in _DIFFERENCES and _fields(finding) & fields):
                continue
            if finding.state is FindingState.UNKNOWN and finding.requirement.paper in absent:
                continue
            if number is None:
                others.append(finding)
            else:
                asked.setdefault(number, []).append(finding)
        yield from self._grouped(others, with_law=True)
        if asked:
            steps = listed([str(number) for number in sorted(asked)], self._language)
            laws = _titles(item.requirement for number in sorted(asked) for item in asked[number])
            yield Text(f"- {words.ASKED_BY.say(self._language, steps=steps, laws=laws)}")

    def _grouped(self, findings: Iterable[Finding], *, with_law: bool) -> Iterator[Text]:
        groups: dict[str, list[Finding]] = {}
        for finding in findings:
            groups.setdefault(reason_words(self._lists, finding.reason, self._language), []).append(finding)
        for reason, alike in groups.items():
            if len(alike) == 1:
                yield self._finding(alike[0], with_law=with_law)
                continue
            titles = "; ".join(item.requirement.title.say(self._language) for item in alike)
            law = f" ({_titles(item.requirement for item in alike)})" if with_law else ""
            yield Text.assemble(f"- {_capital(reason)}: {titles}", (law, "dim"))

    def _finding(self, finding: Finding, *, with_law: bool = True) -> Text:
        law = f" ({finding.requirement.source.cited})" if with_law else ""
        return Text.assemble(f"- {finding_line(self._lists, finding, self._language)}", (law, "dim"))

    def _differences(self) -> Iterator[Text]:
        for mismatch in self._judged.recorded.comparison.mismatches:
            field = self._lists.fields[mismatch.field].say(self._language)
            truth = self._judged.plan.truths.get(mismatch.field)
            known = truth if truth in mismatch.papers else None
            details = [item.source.cited for item in self._asking(mismatch.field)]
            if known is not None:
                paper = self._lists.papers[known].say(self._language)
                details.insert(0, words.TRUTH.say(self._language, paper=paper))
            line = Text(f"- {_capital(words.DIFFERS.say(self._language, field=field))}", style="yellow")
            yield line.append(f" ({'; '.join(details)})" if details else "", style="dim")
            yield from self._sides(mismatch, known)

    def _asking(self, field: str) -> list[Requirement]:
        """The requirements that this difference fails; one is enough to name, for they say the same."""
        failed = self._judged.assessment.blocking
        return [item.requirement for item in failed if item.reason in _DIFFERENCES and field in _fields(item)][:1]

    def _sides(self, mismatch: Mismatch, truth: str | None) -> Iterator[Text]:
        """What each paper says, the differing letters marked against the paper taken as right."""
        first = next(iter(mismatch.papers.values()))
        right = mismatch.papers[truth] if truth is not None else first
        groups: dict[str, list[str]] = {}
        for paper, value in mismatch.papers.items():
            groups.setdefault(value, []).append(self._lists.papers[paper].say(self._language))
        for value, papers in groups.items():
            beside = right if value != right else next(other for other in groups if other != value)
            shown = marked(mismatch.field, value, beside if mismatch.field in PRIVATE else right, self._language)
            yield Text("   ").append_text(shown).append(f"  {listed(papers, self._language)}", style="dim")

    def _beside(self) -> Iterator[Text]:
        """What does not block: rules to be confirmed, soft remarks, the day to look again."""
        doubts = self._judged.assessment.advised
        if doubts:
            yield Text(words.CONFIRM.say(self._language), style="dim")
            yield from self._grouped(doubts, with_law=False)
        remarks = self._judged.recorded.remarks
        if remarks:
            yield Text(words.REMARKS_HEAD.say(self._language), style="dim")
        for remark in remarks:
            yield Text(f"- {words.REMARKS[remark].say(self._language)}")
        day = self._judged.assessment.next_change_on
        if self._judged.assessment.verdict is Verdict.READY and day is not None:
            yield Text(words.NEXT_CHECK.say(self._language, day=say_day(day, self._language)), style="dim")


def _fields(finding: Finding) -> set[str]:
    """The fields in which a requirement wants papers to agree."""
    return {part.field for part in parts(finding.requirement.rule) if isinstance(part, PapersAgree)}


def _titles(requirements: Iterable[Requirement]) -> str:
    """The texts behind several requirements, each once."""
    return "; ".join(dict.fromkeys(law for item in requirements for law in item.source.title.split("; ")))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
