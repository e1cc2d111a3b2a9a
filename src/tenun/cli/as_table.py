"""The answer as it is read at a counter: verdict first, then what to do next, in 80 columns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from rich.console import Console
from rich.text import Text

from tenun.cli import table_words as words
from tenun.cli.judging import Judged
from tenun.cli.person_lines import PersonLines
from tenun.cli.wrapping import WIDTH
from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import Lists
from tenun.domain.states import ReadyState
from tenun.domain.wording import STAGES, say_day
from tenun.domain.words import Language
from tenun.formats.problems import Problem

_INDENT, _HANGING = 2, 5


class _Counter80:
    """Prints people one under the other, and counts them."""

    def __init__(self, console: Console, lists: Lists, language: Language) -> None:
        self._console = console
        self._lists = lists
        self._language = language
        self._counts: Counter[Verdict] = Counter()

    def heading(self, on: date, state: ReadyState) -> None:
        """What was asked."""
        asked = words.HEADING.say(
            self._language, on=say_day(on, self._language), state=STAGES[state].say(self._language)
        )
        self._console.print(Text(asked, style="bold"))

    def person(self, judged: Judged) -> None:
        """One person: verdict, what to do, why."""
        self._counts[judged.assessment.verdict] += 1
        self._rule()
        verdict, style = words.VERDICTS[judged.assessment.verdict]
        self._indented(Text.assemble((verdict.say(self._language), style), " · ", (judged.name, "bold")), indent=0)
        row = words.ROW.say(self._language, row=judged.row)
        title = judged.assessment.target.entry.title.say(self._language)
        self._indented(Text(f"{row} · {title}", style="dim"))
        for line in PersonLines(judged, self._lists, self._language).lines():
            self._indented(line)

    def summary(self) -> None:
        """How many of each."""
        self._rule()
        counted = [
            sentence.say(self._language, count=self._counts[verdict])
            for verdict, sentence in words.COUNTED.items()
            if self._counts[verdict]
        ]
        self._console.print(Text(" · ".join(counted) or words.NOBODY.say(self._language), style="bold"))

    def problems(self, problems: Sequence[Problem]) -> None:
        """Errors, then warnings, one line each."""
        for head, wanted, style in ((words.PROBLEMS, True, "red"), (words.WARNINGS, False, "yellow")):
            chosen = [problem for problem in problems if problem.is_error is wanted]
            if chosen:
                self._console.print(Text(head.say(self._language), style=f"bold {style}"))
            for problem in chosen:
                self._indented(Text(f"- {problem.message(self._language)}"))

    def _rule(self) -> None:
        self._console.print(Text("─" * WIDTH, style="dim"))

    def _indented(self, line: Text, indent: int = _INDENT) -> None:
        """One line, its continuation hung under the text; no spaces trail behind."""
        for number, part in enumerate(line.wrap(self._console, WIDTH - _HANGING)):
            part.rstrip()
            self._console.print(Text(" " * (_HANGING if number else indent)).append_text(part))


def print_table(
    console: Console,
    lists: Lists,
    language: Language,
    asked: tuple[date, ReadyState],
    rows: Iterable[Judged],
    problems: list[Problem],
) -> None:
    """The whole answer for a counter; `problems` may still grow while the rows are read."""
    counter = _Counter80(console, lists, language)
    counter.heading(*asked)
    for judged in rows:
        counter.person(judged)
    counter.summary()
    counter.problems(problems)
