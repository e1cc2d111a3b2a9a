"""`tenun check`: a spreadsheet in, and person by person what is wrong, by which law, and what to do next."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO

import click
from rich.console import Console
from rich.progress import Progress

from tenun.cli.as_csv import write_csv
from tenun.cli.as_json import document
from tenun.cli.as_sheet import write_sheet
from tenun.cli.as_table import print_table
from tenun.cli.errors import ATTENTION, DONE, UnreadableInput
from tenun.cli.judging import Judged, Question, judge_row
from tenun.cli.language import language
from tenun.cli.options import ISO_DATE, on_option, too_early
from tenun.cli.wrapping import WIDTH
from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import packaged
from tenun.domain.states import READY_STATES, ReadyState
from tenun.domain.words import Words
from tenun.formats.dossiers import Reading, read_sheet
from tenun.formats.problems import Problem, UnreadableFile
from tenun.formats.spreadsheet import Sheet, open_sheet
from tenun.shared.clock import today

FORMATS = ("table", "json", "csv", "xlsx")

_UNKNOWN_TARGET = Words(
    "Tujuan {target} tidak dikenal. Pilih salah satu: {known}.", "Target {target} is not known. Choose one of: {known}."
)
_NEEDS_OUT = Words(
    "Hasil xlsx harus ditulis ke berkas: tambahkan --out NAMA.xlsx.", "An xlsx needs a file: add --out NAME.xlsx."
)
_TWO_FORMATS = Words(
    "--json dan --format {form} tidak dapat dipakai bersama. Pilih salah satu.",
    "--json and --format {form} cannot be used together. Choose one.",
)
_CANNOT_WRITE = Words(
    "Berkas {path} tidak dapat ditulis ({reason}). Pilih nama atau folder lain.",
    "The file {path} cannot be written ({reason}). Choose another name or folder.",
)
_SAME_FILE = Words(
    "Hasil tidak boleh menimpa berkas yang diperiksa. Pilih nama lain untuk --out.",
    "The result may not replace the file that is checked. Choose another name for --out.",
)
_READING = Words("Memeriksa", "Checking")
_WRITTEN = Words("Hasil ditulis ke {path}", "Result written to {path}")


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--target", metavar="ID", help="The target for rows without `tujuan`; see `tenun targets`.")
@click.option(
    "--for",
    "for_state",
    type=click.Choice([state.value for state in READY_STATES]),
    default=ReadyState.MATCHED.value,
    help="The journey state the person must be ready for; default MATCHED.",
)
@on_option
@click.option("--departure", type=ISO_DATE, metavar="DATE", help="Departure for rows without `rencana_berangkat`.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="How to answer; default table, or by --out's ending."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write the answer to this file.")
@click.pass_context
def check_command(
    context: click.Context,
    file: Path,
    target: str | None,
    for_state: str,
    on: date | None,
    departure: date | None,
    form: str | None,
    as_json: bool,
    out: Path | None,
) -> None:
    """Check a spreadsheet of prospective workers (.xlsx, .ods, .csv), one person a row."""
    question = Question(packaged(), on or today(), ReadyState(for_state), _known_target(target), departure)
    if question.on < question.catalogue.first_day:
        raise UnreadableInput(too_early(question.catalogue.first_day))
    if as_json and form not in (None, "json"):
        raise UnreadableInput(_TWO_FORMATS.say(language(), form=form))
    chosen = "json" if as_json else form or _by_ending(out)
    if chosen == "xlsx" and out is None:
        raise UnreadableInput(_NEEDS_OUT.say(language()))
    if out is not None and out.exists() and file.exists() and out.samefile(file):
        raise UnreadableInput(_SAME_FILE.say(language()))
    try:
        sheet = open_sheet(file)
        run = Run(question, sheet)
        with _progress(run) as rows:
            _answer(chosen, out, run, rows)
    except UnreadableFile as refused:
        raise UnreadableInput(refused.problem.message(language())) from refused
    context.exit(ATTENTION if run.needs_attention else DONE)


class Run:
    """One pass over a sheet: judges row after row and gathers what could not be read."""

    def __init__(self, question: Question, sheet: Sheet) -> None:
        self.question = question
        self.sheet = sheet
        self.problems: list[Problem] = []
        self.needs_attention = False
        self._niks: dict[str, int] = {}

    def rows(self) -> Iterator[tuple[Reading, Judged | None]]:
        """Every filled row with its answer; none where the row has an error."""
        for reading in map(self._with_target, read_sheet(self.sheet)):
            self.problems.extend(reading.problems)
            judged = self._judge(reading)
            if judged is None or judged.assessment.verdict is not Verdict.READY:
                self.needs_attention = True
            yield reading, judged
        self.problems[:0] = self.sheet.problems

    def _with_target(self, reading: Reading) -> Reading:
        """The reading; without its dossier and with one more problem where it has no target that is known."""
        if reading.dossier is None:
            return reading
        name, entries = reading.dossier.target or self.question.target, self.question.catalogue.entries
        if name in entries:
            return reading
        if name is None:
            problem = Problem("row.no_target", reading.row, "tujuan")
        else:
            problem = Problem("row.unknown_target", reading.row, "tujuan", name, (("known", ", ".join(entries)),))
        return replace(reading, dossier=None, problems=(*reading.problems, problem))

    def _judge(self, reading: Reading) -> Judged | None:
        dossier = reading.dossier
        if dossier is None:
            return None
        if dossier.nik is not None:
            first = self._niks.setdefault(dossier.nik, reading.row)
            if first != reading.row:
                self.problems.append(Problem("row.nik_repeated", reading.row, "nik", None, (("first", first),)))
        if dossier.departure_on is not None and dossier.departure_on < self.question.on:
            day = dossier.departure_on.isoformat()
            self.problems.append(Problem("row.departure_past", reading.row, "rencana_berangkat", day))
        return judge_row(self.question, reading.row, dossier)


def _known_target(target: str | None) -> str | None:
    if target is not None and target not in packaged().entries:
        known = ", ".join(packaged().entries)
        raise UnreadableInput(_UNKNOWN_TARGET.say(language(), target=target, known=known))
    return target


def _by_ending(out: Path | None) -> str:
    ending = out.suffix.lower().removeprefix(".") if out else ""
    return ending if ending in FORMATS else "table"


@contextmanager
def _progress(run: Run) -> Iterator[Iterator[tuple[Reading, Judged | None]]]:
    """The rows, with a bar on a terminal's standard error while a long sheet is read."""
    console = Console(stderr=True)
    long = run.sheet.rows_expected > 500 and console.is_terminal
    with Progress(console=console, disable=not long, transient=True) as bar:
        task = bar.add_task(_READING.say(language()), total=run.sheet.rows_expected or None)

        def watched() -> Iterator[tuple[Reading, Judged | None]]:
            for count, item in enumerate(run.rows(), start=1):
                if count % 100 == 0:
                    bar.update(task, completed=count)
                yield item

        yield watched()


def _answer(form: str, out: Path | None, run: Run, rows: Iterator[tuple[Reading, Judged | None]]) -> None:
    if form == "xlsx" and out is not None:
        try:
            write_sheet(out, run.sheet, rows, run.question.catalogue.lists, language())
        except OSError as error:
            raise _unwritable(out, error) from error
    else:
        with _opened(out) as stream:
            _write_text(form, stream, run, rows)
    if out is not None:
        click.echo(_WRITTEN.say(language(), path=out), err=True)
        if form != "table":
            _print_problems(run)


def _write_text(form: str, stream: IO[str], run: Run, rows: Iterator[tuple[Reading, Judged | None]]) -> None:
    answered = (judged for _, judged in rows if judged is not None)
    question, tongue = run.question, language()
    match form:
        case "json":
            for piece in document(question, answered, run.problems, tongue):
                stream.write(piece)
        case "csv":
            write_csv(stream, answered, question.catalogue.lists, tongue)
            if stream is sys.stdout:
                _print_problems(run)
        case _:
            console = Console(file=stream, width=WIDTH, highlight=False, emoji=False)
            asked = (question.on, question.for_state)
            print_table(console, question.catalogue.lists, tongue, asked, answered, run.problems)


def _print_problems(run: Run) -> None:
    for problem in run.problems:
        click.echo(problem.message(language()), err=True)


@contextmanager
def _opened(out: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a file that appears whole or not at all."""
    if out is None:
        yield sys.stdout
        return
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(out)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        part.unlink(missing_ok=True)


def _unwritable(out: Path, error: OSError) -> UnreadableInput:
    return UnreadableInput(_CANNOT_WRITE.say(language(), path=out, reason=error.strerror or error))
