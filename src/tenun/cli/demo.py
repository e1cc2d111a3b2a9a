"""`tenun demo --people N`: a database full of invented people to measure with. Needs the database."""

from importlib import import_module

import click

from tenun.cli.database import database
from tenun.cli.errors import UnreadableInput
from tenun.cli.language import language
from tenun.domain.words import Words

_REFUSALS = {
    "not_demo": Words(
        "Ini bukan peragaan (DEMO). Orang rekaan tidak dimasukkan ke tempat kerja sungguhan.",
        "This is not a demonstration (DEMO). No invented people are put into a real installation.",
    ),
    "real_accounts": Words(
        "Di sini ada akun sungguhan. Orang rekaan tidak dimasukkan ke antara orang sungguhan. Pakai TENUN_DATA lain.",
        "There are real accounts here. No invented people are put among real ones. Use another TENUN_DATA.",
    ),
    "no_right": Words(
        "Akun di DATABASE_URL tidak boleh mematikan pemicu. Pakai akun pengelola server, atau server bawaan.",
        "The account of DATABASE_URL may not switch triggers off. Use the server's administrator or the embedded one.",
    ),
}
_LABEL = Words(
    "Semua orang ini rekaan, hanya untuk mengukur. Mereka tidak dicatat lewat halaman dan tidak punya riwayat.",
    "All these people are invented, for measuring alone. They were not recorded through the pages and have no history.",
)
_PROGRESS = Words(
    "orang rekaan: {made} dari {people} ({rate} per detik)", "invented people: {made} of {people} ({rate} a second)"
)
_DONE = Words(
    "{people} orang rekaan ditambahkan dalam {seconds} detik.", "{people} invented people added in {seconds} seconds."
)


@click.command("demo")
@click.option("--people", type=click.IntRange(1, 5_000_000), required=True, help="How many invented people to add.")
def demo_command(people: int) -> None:
    """Add invented people by the set, FOR MEASURING ONLY; refused where there are real accounts.

    They stand in all 22 districts in the proportions of the demonstration, with names, numbers that no register gives
    out, facts, and journeys with their log. Papers and the history of changes are not made. `make start` makes a
    demonstration to look at.
    """
    tongue = language()
    click.echo(_LABEL.say(tongue), err=True)

    def say(made: int, of: int, seconds: float) -> None:
        click.echo(_PROGRESS.say(tongue, made=made, people=of, rate=round(made / seconds)), err=True)

    with database():
        # The layer of the settings stands above this one; like the settings it is reached by its name.
        many = import_module("tenun.config.many")
        try:
            seconds = many.make_many(people, say)
        except many.NotForBenches as refused:
            raise UnreadableInput(_REFUSALS[refused.code].say(tongue)) from refused
    click.echo(_DONE.say(tongue, people=people, seconds=round(seconds)))
