"""`tenun assess-all`: every open journey judged in the database, or only those whose answer may be another now.

Needs the database. It signs in as the worker, whose role sees facts of everybody and no name.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from time import perf_counter
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from tenun.cli.database import database
from tenun.cli.errors import ATTENTION, DONE, UnreadableInput
from tenun.cli.language import language
from tenun.cli.options import as_json_option, on_option, too_early
from tenun.cli.table_words import COUNTED
from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import packaged
from tenun.domain.states import READY_STATES
from tenun.domain.wording import STAGES
from tenun.domain.words import Words
from tenun.shared.clock import today

_JUDGING = Words("Menilai", "Judging")
_UNDER_WAY = Words(
    "Penilaian massal lain sedang berjalan. Tunggu sampai selesai, lalu ulangi.",
    "Another run over everybody is under way. Wait for its end, then try again.",
)
_DONE = Words(
    "{judged} perjalanan dinilai per {on} dalam {seconds:.1f} detik.",
    "{judged} journeys judged as of {on} in {seconds:.1f} seconds.",
)
_STANDING = Words("untuk {state}: {counts}", "for {state}: {counts}")
_NO_TARGET = Words(
    "{count} perjalanan belum punya tujuan, jadi belum dinilai.", "{count} journeys have no target yet: not judged."
)
_UNKNOWN = Words(
    "{count} perjalanan memakai tujuan {target} yang tidak ada di katalog. Pilih tujuan lain di berkasnya.",
    "{count} journeys name the target {target}, which the catalogue does not have. Choose another in the file.",
)


@click.command("assess-all")
@on_option
@click.option("--due-only", is_flag=True, help="Only whose answer may be another since the last run.")
@click.option(
    "--connections", type=click.IntRange(1, 64), default=2, show_default=True, help="Connections that judge at once."
)
@as_json_option
@click.pass_context
def assess_all_command(
    context: click.Context, on: date | None, due_only: bool, connections: int, as_json: bool
) -> None:
    """Judge every open journey in the database. Needs the database."""
    day = on or today()
    if day < packaged().first_day:
        raise UnreadableInput(too_early(packaged().first_day))
    with database(), _progress(quiet=as_json) as told:
        from tenun.readiness.bulk import AlreadyJudging, assess_all, counts

        begun = perf_counter()
        try:
            done = assess_all(on=day, due_only=due_only, workers=connections, told=told)
        except AlreadyJudging as running:
            raise UnreadableInput(_UNDER_WAY.say(language())) from running
        seconds = perf_counter() - begun
        standing = counts()
    if as_json:
        click.echo(json.dumps(_document(done, standing, seconds)))
    else:
        click.echo("\n".join(_lines(done, standing, seconds)))
    context.exit(ATTENTION if done.unknown_targets else DONE)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar on the terminal's standard error, and nothing where nobody watches."""
    console = Console(stderr=True)
    with Progress(console=console, disable=quiet or not console.is_terminal, transient=True) as bar:
        task = bar.add_task(_JUDGING.say(language()), total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def _document(done: Any, standing: Any, seconds: float) -> dict[str, Any]:
    states: dict[str, dict[str, int]] = {}
    for (state, verdict), count in sorted(standing.items()):
        states.setdefault(state.value, {})[verdict.value] = count
    return {
        "on": done.on.isoformat(),
        "due_only": done.due_only,
        "judged": done.judged,
        "without_target": done.without_target,
        "unknown_targets": dict(done.unknown_targets),
        "states": states,
        "seconds": round(seconds, 3),
    }


def _lines(done: Any, standing: Any, seconds: float) -> Iterator[str]:
    tongue = language()
    yield _DONE.say(tongue, judged=done.judged, on=done.on.isoformat(), seconds=seconds)
    for state in READY_STATES:
        found = {verdict: standing[state, verdict] for verdict in Verdict if standing[state, verdict]}
        if found:
            said = " · ".join(COUNTED[verdict].say(tongue, count=count) for verdict, count in found.items())
            yield _STANDING.say(tongue, state=STAGES[state].say(tongue), counts=said)
    if done.without_target:
        yield _NO_TARGET.say(tongue, count=done.without_target)
    for target, count in sorted(done.unknown_targets.items()):
        yield _UNKNOWN.say(tongue, count=count, target=target)
