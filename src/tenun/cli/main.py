"""The `tenun` command: most sub-commands work on files alone; those that need the database say so."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from tenun.cli.admin import admin_command
from tenun.cli.assess_all import assess_all_command
from tenun.cli.audit import audit_command
from tenun.cli.backup import backup_command, restore_command
from tenun.cli.bench import bench_command
from tenun.cli.check import check_command
from tenun.cli.demo import demo_command
from tenun.cli.errors import UNREADABLE, UnreadableInput
from tenun.cli.identify import mrz_command, names_command, nik_command
from tenun.cli.language import language
from tenun.cli.sheet_template import template
from tenun.cli.simulate_rules import simulate_rules_command
from tenun.cli.targets import targets_command
from tenun.domain.words import Words

_NO_OPTION = Words("Pilihan {name} tidak dikenal.", "Option {name} is not known.")
_NO_COMMAND = Words("Perintah {name} tidak dikenal.", "Command {name} is not known.")
_MISSING = Words("{name} belum diisi.", "{name} is missing.")
_BAD_VALUE = Words("Nilai untuk {name} tidak dapat dipakai: {reason}", "The value for {name} cannot be used: {reason}")
_NOT_A_CHOICE = Words("{name} harus salah satu dari: {allowed}.", "{name} must be one of: {allowed}.")
_WRONG_USE = Words("Perintah tidak dapat dibaca: {reason}", "The command cannot be read: {reason}")
_SEE_HELP = Words(" Lihat `{path} --help`.", " See `{path} --help`.")


_HELP = {"help_option_names": ["-h", "--help"]}


@click.group(context_settings={**_HELP, "max_content_width": 100})
@click.version_option(package_name="tenun")
def cli() -> None:
    """Tenun: are the papers and skills of a prospective migrant worker ready, and what mends them?"""


for command in (
    check_command,
    template,
    targets_command,
    nik_command,
    mrz_command,
    names_command,
    assess_all_command,
    simulate_rules_command,
    bench_command,
    demo_command,
    audit_command,
    admin_command,
    backup_command,
    restore_command,
):
    # Also a command looked at without its group, as the generated reference does, offers both ways to ask for help.
    command.context_settings.update(_HELP)
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends with its exit code; wrong use is told in one line, in the person's language."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A pipe on an office's computer may speak an old code page, which lacks signs that names and tables need.
            stream.reconfigure(encoding="utf-8")
    try:
        code = cli.main(arguments, prog_name="tenun", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except UnreadableInput as error:
        error.show()
        sys.exit(UNREADABLE)
    except click.UsageError as error:
        click.echo(_one_line(error), err=True)
        sys.exit(UNREADABLE)
    except click.Abort:
        sys.exit(130)


def _one_line(error: click.UsageError) -> str:
    tongue = language()
    match error:
        case click.NoSuchOption():
            line = _NO_OPTION.say(tongue, name=error.option_name)
        case click.MissingParameter():
            line = _MISSING.say(tongue, name=_parameter(error))
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice)):
            allowed = ", ".join(str(item) for item in choice.choices)
            line = _NOT_A_CHOICE.say(tongue, name=_parameter(error), allowed=allowed)
        case click.BadParameter():
            line = _BAD_VALUE.say(tongue, name=_parameter(error), reason=error.message)
        case _ if error.message.startswith("No such command"):
            line = _NO_COMMAND.say(tongue, name=error.message.split("'")[1])
        case _:
            line = _WRONG_USE.say(tongue, reason=error.format_message())
    path = error.ctx.command_path if error.ctx else "tenun"
    return " ".join((line + _SEE_HELP.say(tongue, path=path)).split())


def _parameter(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    if isinstance(error.param, click.Argument):
        return error.param.human_readable_name
    return str(error.param_hint or "?")


if __name__ == "__main__":
    main()
