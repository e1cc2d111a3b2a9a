"""`tenun targets`: every target with what it asks, since when and by which text."""

import json
from datetime import date
from typing import Any

import click

from tenun.cli.language import language
from tenun.cli.options import as_json_option, on_option
from tenun.domain.catalogue import Confidence, Requirement, Source, Target, packaged
from tenun.domain.rules import KIND_NAMES
from tenun.domain.words import Language, Words
from tenun.shared.clock import today

_STATUS = {
    "open": Words("DIBUKA", "OPEN"),
    "conditional": Words("BERSYARAT: pastikan ke BP3MI", "CONDITIONAL: ask BP3MI"),
    "closed": Words("DITUTUP", "CLOSED"),
}
_HEADING = Words("Tujuan per {on}", "Targets as of {on}")
_COUNT = Words(
    "{blocking} syarat menghalangi, {others} perlu dikonfirmasi",
    "{blocking} requirements can block, {others} to be confirmed",
)
_MORE = Words(
    "Syarat lengkap dengan sumbernya: tenun targets --json, atau docs/reference/targets.md",
    "All requirements with their sources: tenun targets --json, or docs/reference/targets.md",
)


@click.command("targets")
@on_option
@as_json_option
def targets_command(on: date | None, as_json: bool) -> None:
    """List the targets (destination, scheme, occupation) and their requirements with sources."""
    day = on or today()
    targets = packaged().targets(day)
    if as_json:
        document = {"on": day.isoformat(), "targets": [target_json(target) for target in targets]}
        click.echo(json.dumps(document, ensure_ascii=False))
        return
    tongue = language()
    click.echo(_HEADING.say(tongue, on=day.isoformat()))
    for target in targets:
        click.echo("\n".join(_lines(target, tongue)))
    click.echo("\n" + _MORE.say(tongue))


def _lines(target: Target, tongue: Language) -> list[str]:
    blocking = sum(item.can_block for item in target.requirements)
    count = _COUNT.say(tongue, blocking=blocking, others=len(target.requirements) - blocking)
    status = _STATUS[target.status.value].say(tongue)
    return ["", f"{target.id:<16}{target.entry.title.say(tongue)}", f"{'':<16}{status} · {count}"]


def target_json(target: Target) -> dict[str, Any]:
    """One target in the shape of the contract."""
    entry = target.entry
    return {
        "id": entry.id,
        "title": {"id": entry.title.id, "en": entry.title.en},
        "destination": entry.destination,
        "scheme": entry.scheme,
        "occupation": entry.occupation,
        "zero_cost": entry.zero_cost,
        "status": entry.status.value,
        "status_source": source_json(entry.status_source),
        "requirements": [requirement_json(item) for item in target.requirements],
    }


def requirement_json(item: Requirement) -> dict[str, Any]:
    """One requirement with everything an officer may ask about it."""
    return {
        "id": item.id,
        "kind": KIND_NAMES[type(item.rule)],
        "title": {"id": item.title.id, "en": item.title.en},
        "todo": {"id": item.todo.id, "en": item.todo.en},
        "gate": item.gate.value,
        "due_by": item.due_by.value,
        "desk": item.desk.value if item.desk else None,
        "office": item.office,
        "blocks": item.confidence is Confidence.SOURCE,
        "confidence": item.confidence.value,
        "source": source_json(item.source),
        "valid_from": None if item.valid_from == date.min else item.valid_from.isoformat(),
        "valid_to": item.valid_to.isoformat() if item.valid_to else None,
        "checked_on": item.checked_on.isoformat(),
    }


def source_json(source: Source) -> dict[str, str | None]:
    """Where a rule was read."""
    return {
        "kind": source.kind.value,
        "title": source.title,
        "article": source.article,
        "seen_via": source.seen_via,
        "dated": source.dated,
    }
