"""`tenun simulate-rules`: who would change and how under another catalogue, before it is switched on.

Needs the database, unless a snapshot is given. Persons are told by the number of their ticket alone.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from tenun.cli.database import database, set_django_up
from tenun.cli.errors import ATTENTION, DONE, UnreadableInput
from tenun.cli.language import language
from tenun.cli.options import as_json_option, on_option, too_early
from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import Catalogue, CatalogueError, packaged
from tenun.domain.identifiers.regions import region_name
from tenun.domain.words import Language, Words
from tenun.formats.catalogues import read_catalogue
from tenun.shared.clock import today

if TYPE_CHECKING:
    from tenun.readiness.simulation import Change, Simulation

IN_USE = "-"
_SHOWN = 5

_NO_CATALOGUE = Words(
    "Folder katalog {path} tidak dapat dibaca ({reason}). Isinya harus core.toml, lists.toml, steps.toml dan targets/.",
    "The catalogue folder {path} cannot be read ({reason}). It must hold core.toml, lists.toml, steps.toml, targets/.",
)
_NO_SNAPSHOT = Words(
    "Berkas {path} bukan potret yang dibuat perintah ini. Sebut nama berkas yang belum ada untuk membuat yang baru.",
    "The file {path} is no snapshot of this command. Name a file that does not exist yet, to make a new one.",
)
_SUMMARY = Words(
    "Per {on}: {changed} dari {people} orang berubah. Belum ada yang diberlakukan.",
    "As of {on}: {changed} of {people} people change. Nothing has been switched on.",
)
_CHANGE = Words(
    "{target} · {district} · {before} → {after}: {count} orang (tiket {tickets})",
    "{target} · {district} · {before} → {after}: {count} people (ticket {tickets})",
)
_SAME = Words(
    "{target} · {district} · {before}, alasan lain: {count} orang (tiket {tickets})",
    "{target} · {district} · {before}, for other reasons: {count} people (ticket {tickets})",
)
_MORE = Words(" dan {count} lagi", " and {count} more")
_SHIFT = Words(
    "syarat {id}: menahan {newly} orang yang tadinya tidak, tidak lagi menahan {no_more}",
    "requirement {id}: newly holds back {newly}, no longer holds back {no_more}",
)
_VERDICTS = {
    Verdict.READY: Words("siap", "ready"),
    Verdict.REPAIR: Words("perlu dibenahi", "to be repaired"),
    Verdict.NOT_THIS_TARGET: Words("bukan tujuan ini", "not this target"),
    Verdict.STOP: Words("berhenti", "stop"),
    None: Words("tujuan tidak ada", "no such target"),
}


@click.command("simulate-rules")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@on_option
@click.option(
    "--snapshot", type=click.Path(path_type=Path), metavar="FILE", help="Read this snapshot, or keep the new one there."
)
@as_json_option
@click.pass_context
def simulate_rules_command(
    context: click.Context, old: str, new: str, on: date | None, snapshot: Path | None, as_json: bool
) -> None:
    """Who would change under another catalogue: OLD and NEW are folders, or - for the one in use. Nothing is stored."""
    day, before, after = on or today(), _catalogue(old), _catalogue(new)
    first = max(before.first_day, after.first_day)
    if day < first:
        raise UnreadableInput(too_early(first))
    with _snapshot(snapshot) as file:
        from tenun.readiness.simulation import NotASnapshot, simulate

        try:
            found = simulate(snapshot=file, old=before, new=after, on=day)
        except NotASnapshot as error:
            raise UnreadableInput(_NO_SNAPSHOT.say(language(), path=file)) from error
    if as_json:
        click.echo(json.dumps(_document(found)))
    else:
        click.echo("\n".join(_lines(found, language())))
    context.exit(ATTENTION if found.changes else DONE)


def _catalogue(name: str) -> Catalogue:
    if name == IN_USE:
        return packaged()
    try:
        return read_catalogue(Path(name))
    except CatalogueError as error:
        raise UnreadableInput(str(error)) from error
    except OSError as error:
        reason = error.strerror or error
        raise UnreadableInput(_NO_CATALOGUE.say(language(), path=name, reason=reason)) from error


@contextmanager
def _snapshot(kept: Path | None) -> Iterator[Path]:
    """The snapshot that is there, else one of this moment, kept where a place for it was named."""
    if kept is not None and kept.exists():
        set_django_up()
        yield kept
        return
    with TemporaryDirectory() as folder:
        file = kept or Path(folder) / "people.parquet"
        with database():
            from tenun.readiness.snapshot import take_snapshot

            take_snapshot(file)
        yield file


def _document(found: "Simulation") -> dict[str, Any]:
    return {
        "on": found.on.isoformat(),
        "people": found.people,
        "changed": found.persons,
        "changes": [
            {
                "target": change.target,
                "district": change.district_code,
                "from": change.before.value if change.before else None,
                "to": change.after.value if change.after else None,
                "count": len(change.persons),
                "persons": list(change.persons),
            }
            for change in found.changes
        ],
        "requirements": {
            name: {"newly": shift.newly, "no_more": shift.no_more} for name, shift in found.requirements.items()
        },
    }


def _lines(found: "Simulation", tongue: Language) -> Iterator[str]:
    yield _SUMMARY.say(tongue, on=found.on.isoformat(), changed=found.persons, people=found.people)
    for change in found.changes:
        yield _line(change, tongue)
    for name, shift in found.requirements.items():
        yield _SHIFT.say(tongue, id=name, newly=shift.newly, no_more=shift.no_more)


def _line(change: "Change", tongue: Language) -> str:
    tickets = ", ".join(f"{number:06d}" for number in change.persons[:_SHOWN])
    more = len(change.persons) - _SHOWN
    words = _SAME if change.before is change.after else _CHANGE
    return words.say(
        tongue,
        target=change.target,
        district=region_name(change.district_code),
        before=_VERDICTS[change.before].say(tongue),
        after=_VERDICTS[change.after].say(tongue),
        count=len(change.persons),
        tickets=tickets + (_MORE.say(tongue, count=more) if more > 0 else ""),
    )
