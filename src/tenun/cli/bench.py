"""`tenun bench`: figures as ratios against a limit or a peer in the same run, never bare seconds."""

import json
from collections.abc import Callable, Mapping

import click

from tenun.cli.benchmarks.measure import Result
from tenun.cli.errors import ATTENTION, DONE, UnreadableInput
from tenun.cli.language import language
from tenun.cli.options import as_json_option
from tenun.domain.words import Words

JOBS = ("person", "readiness", "check", "import", "page")

_NOT_INSTALLED = Words(
    "Pembanding {module} belum dipasang. Jalankan `make bench`.",
    "The peer {module} is not installed. Run `make bench`.",
)
_HOLDS = Words("terpenuhi", "holds")
_BROKEN = Words("TERLAMPAUI", "EXCEEDED")
_LINE = Words(
    "{name}: {ratio:.2f} kali {limit}; batas {allowed:.2f}: {verdict} ({size} orang, {seconds})",
    "{name}: {ratio:.2f} times {limit}; limit {allowed:.2f}: {verdict} ({size} people, {seconds})",
)
_PEER = Words("    {name}: {ratio:.2f} kali waktu ini", "    {name}: {ratio:.2f} times this")
_MEMORY = Words(
    "    memori puncak {peak:.0f} MB; batas {allowed:.0f} MB", "    peak memory {peak:.0f} MB; limit {allowed:.0f} MB"
)


@click.command("bench")
@click.argument("jobs", nargs=-1, type=click.Choice(JOBS))
@click.option("--size", type=click.IntRange(min=100), help="How many people; each job has its own default.")
@click.option("--sql", "with_sql", is_flag=True, help="Print the SQL texts that were measured, those of the limit too.")
@as_json_option
@click.pass_context
def bench_command(
    context: click.Context, jobs: tuple[str, ...], size: int | None, with_sql: bool, as_json: bool
) -> None:
    """Measure the promised ratios; ends with 1 when a limit is exceeded."""
    results = []
    for name in jobs or JOBS:
        try:
            found = _run(name, size)
        except ModuleNotFoundError as missing:
            raise UnreadableInput(_NOT_INSTALLED.say(language(), module=missing.name)) from missing
        for result in found:
            results.append(result)
            if not as_json:
                _print(result, with_sql=with_sql)
    if as_json:
        jobs_json = {
            result.name: result.to_json() | ({"sql": dict(result.texts)} if with_sql else {}) for result in results
        }
        click.echo(json.dumps({"jobs": jobs_json}, ensure_ascii=False))
    context.exit(DONE if all(result.holds for result in results) else ATTENTION)


def _run(name: str, size: int | None) -> list[Result]:
    """One job; its engines are loaded only here, for they would slow every other command down."""
    from tenun.cli.benchmarks.checking import check
    from tenun.cli.benchmarks.desk import page
    from tenun.cli.benchmarks.importing import import_people
    from tenun.cli.benchmarks.in_place import in_place
    from tenun.cli.benchmarks.judging import person, readiness

    jobs: Mapping[str, Callable[[int | None], list[Result]]] = {
        "person": person,
        "readiness": lambda size: [*readiness(size), *in_place(size)],
        "check": check,
        "page": page,
        "import": import_people,
    }
    return jobs[name](size)


def _print(result: Result, *, with_sql: bool = False) -> None:
    tongue = language()
    verdict = (_HOLDS if result.holds else _BROKEN).say(tongue)
    click.echo(
        _LINE.say(
            tongue,
            name=result.name,
            ratio=result.ratio,
            limit=result.limit,
            allowed=result.allowed,
            verdict=verdict,
            size=result.size,
            seconds=_seconds(result.seconds),
        )
    )
    for name, ratio in result.peers.items():
        click.echo(_PEER.say(tongue, name=name, ratio=ratio))
    if result.peak_mb is not None and result.allowed_mb is not None:
        click.echo(_MEMORY.say(tongue, peak=result.peak_mb, allowed=result.allowed_mb))
    for name, text in result.texts.items() if with_sql else ():
        click.echo(f"    -- {name}\n{text.strip()};")


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value >= 0.1 else f"{value * 1e6:.1f} µs"
