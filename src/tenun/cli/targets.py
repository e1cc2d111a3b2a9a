"""`tenun targets`: every target with what it asks, since when and by which text."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from tenun.cli.errors import UnreadableInput
from tenun.cli.language import language
from tenun.cli.options import as_json_option, on_option
from tenun.cli.wrapping import item_lines
from tenun.domain.catalogue import Confidence, Lists, Requirement, Source, Target, packaged
from tenun.domain.repair.wording import place
from tenun.domain.rules import KIND_NAMES
from tenun.domain.states import READY_STATES
from tenun.domain.wording import STAGES, say_day
from tenun.domain.words import Language, Words
from tenun.shared.clock import today

_STATUS = {
    "open": Words("DIBUKA", "OPEN"),
    "conditional": Words("BERSYARAT: pastikan ke BP3MI", "CONDITIONAL: ask BP3MI"),
    "closed": Words("DITUTUP", "CLOSED"),
}
_HEADING = Words("Tujuan per {on}", "Targets as of {on}")
_TITLE = Words("{title} ({id}), per {on}", "{title} ({id}), as of {on}")
_MORE = Words(
    "Syarat satu tujuan dengan sumbernya: tenun targets ID, misalnya tenun targets {id}",
    "What one target asks, with the sources: tenun targets ID, as in tenun targets {id}",
)
_UNKNOWN = Words(
    "Tujuan {target} tidak dikenal. Pilih salah satu: {known}.", "Target {target} is not known. Choose one of: {known}."
)
_ZERO_COST = Words("Pekerja tidak menanggung biaya penempatan.", "The worker bears no placement cost.")
_BY = Words("Sebelum tahap {state}:", "Before {state}:")
_CONFIRM = Words("perlu dikonfirmasi", "to be confirmed")
_SINCE = Words("sejak {day}", "since {day}")


@click.command("targets")
@click.argument("target_id", metavar="[ID]", required=False)
@on_option
@as_json_option
def targets_command(target_id: str | None, on: date | None, as_json: bool) -> None:
    """List the targets (destination, scheme, occupation); with ID, what that one asks, with sources."""
    day, tongue = on or today(), language()
    targets = packaged().targets(day)
    if target_id is not None:
        targets = (_known(target_id, day),)
    if as_json:
        document = {"on": day.isoformat(), "targets": [target_json(target) for target in targets]}
        click.echo(json.dumps(document, ensure_ascii=False))
    elif target_id is not None:
        click.echo("\n".join(_whole(targets[0], packaged().lists, day, tongue)))
    else:
        click.echo("\n".join(_all(targets, day, tongue)))


def _known(name: str, day: date) -> Target:
    catalogue = packaged()
    if name not in catalogue.entries:
        known = ", ".join(catalogue.entries)
        raise UnreadableInput(_UNKNOWN.say(language(), target=name, known=known))
    return catalogue.target(name, day)


def _all(targets: tuple[Target, ...], day: date, tongue: Language) -> Iterator[str]:
    """One target in two lines: what it is called, and whether it is open."""
    yield _HEADING.say(tongue, on=say_day(day, tongue))
    for target in targets:
        yield ""
        yield f"{target.id:<16}{target.entry.title.say(tongue)}"
        yield f"{'':<16}{_STATUS[target.status.value].say(tongue)}"
    yield ""
    yield from item_lines(_MORE.say(tongue, id=targets[0].id), indent=0)


def _whole(target: Target, lists: Lists, day: date, tongue: Language) -> Iterator[str]:
    """One target in words: each requirement under the stage before which it must hold."""
    entry = target.entry
    title = _TITLE.say(tongue, title=entry.title.say(tongue), id=target.id, on=say_day(day, tongue))
    yield from item_lines(title, indent=0)
    yield from item_lines(f"{_STATUS[entry.status.value].say(tongue)} ({entry.status_source.cited})")
    if entry.zero_cost:
        yield from item_lines(_ZERO_COST.say(tongue))
    for state in READY_STATES:
        asked = [item for item in target.requirements if item.due_by is state]
        if asked:
            yield ""
            yield _BY.say(tongue, state=STAGES[state].say(tongue))
        for item in asked:
            yield from item_lines(f"- {item.title.say(tongue)}")
            yield from item_lines(" · ".join(_details(item, lists, tongue)), indent=4)


def _details(item: Requirement, lists: Lists, tongue: Language) -> Iterator[str]:
    """First whether it can hold anybody back, then where one goes, then by which text and since when."""
    if not item.can_block:
        yield _CONFIRM.say(tongue)
    where = place(lists, item.desk, item.office, tongue)
    if where:
        yield where
    yield item.source.cited
    if item.valid_from > date.min:
        yield _SINCE.say(tongue, day=say_day(item.valid_from, tongue))


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
