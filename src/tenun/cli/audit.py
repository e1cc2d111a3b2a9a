"""`tenun audit verify`: does the chain over the entries of reads hold? Needs the database."""

import json
from typing import Any

import click

from tenun.cli.database import database
from tenun.cli.errors import ATTENTION, DONE
from tenun.cli.language import language
from tenun.cli.options import as_json_option
from tenun.domain.words import Words

_FAULTS = {
    "removed": Words("Catatan {entry} (urutan {position}) hilang.", "Entry {entry} (position {position}) is gone."),
    "changed": Words("Catatan {entry} (urutan {position}) diubah.", "Entry {entry} (position {position}) was changed."),
    "reordered": Words(
        "Catatan {entry} (urutan {position}) dipindahkan.", "Entry {entry} (position {position}) was moved."
    ),
}
_SUMMARY = Words(
    "{sealed} catatan tersegel, {unsealed} belum tersegel, {faults} cacat.",
    "{sealed} entries sealed, {unsealed} not yet sealed, {faults} faults.",
)


@click.group("audit")
def audit_command() -> None:
    """Look through the entries of who read what."""


@audit_command.command("verify")
@as_json_option
@click.pass_context
def verify_command(context: click.Context, as_json: bool) -> None:
    """Name every entry that was removed, changed or moved."""
    found = _verify()
    if as_json:
        faults = [{"code": f.code, "position": f.position, "entry": f.entry_id} for f in found.faults]
        document = {"sealed": found.sealed, "unsealed": found.unsealed, "faults": faults}
        click.echo(json.dumps(document))
    else:
        tongue = language()
        for fault in found.faults:
            click.echo(_FAULTS[fault.code].say(tongue, entry=fault.entry_id, position=fault.position))
        click.echo(_SUMMARY.say(tongue, sealed=found.sealed, unsealed=found.unsealed, faults=len(found.faults)))
    context.exit(ATTENTION if found.faults else DONE)


def _verify() -> Any:
    with database():
        from tenun.shared.chain import verify

        return verify()
