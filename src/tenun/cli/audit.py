"""`tenun audit verify`: does the chain over the entries of reads hold? Needs the database."""

import json
import os
from typing import Any

import click

from tenun.cli.errors import ATTENTION, DONE, UnreadableInput
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
_NO_DATABASE = Words(
    "Basis data tidak menjawab. Jalankan `make site` dahulu.", "The database does not answer. Run `make site` first."
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
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenun.config.settings")
    import django
    from django.db import OperationalError

    django.setup()
    from tenun.shared.chain import verify

    try:
        return verify()
    except OperationalError as error:
        raise UnreadableInput(_NO_DATABASE.say(language())) from error
