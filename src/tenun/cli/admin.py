"""`tenun admin create`: the first admin of an empty installation, asked for on the terminal. Needs the database."""

import getpass

import click

from tenun.cli.database import database
from tenun.cli.errors import UnreadableInput
from tenun.cli.language import language
from tenun.domain.words import Words

_USERNAME = Words("Nama pengguna (untuk masuk)", "Username (to sign in)")
_FULL_NAME = Words("Nama lengkap", "Full name")
_PASSWORD = Words("Kata sandi (paling sedikit 12 tanda): ", "Password (at least 12 characters): ")
_AGAIN = Words("Kata sandi sekali lagi: ", "Password once more: ")
_UNEQUAL = Words("Kedua kata sandi tidak sama. Ulangi.", "The two passwords differ. Try again.")
_WEAK = Words("Kata sandi itu tidak dapat dipakai: {reason} Ulangi.", "That password will not do: {reason} Try again.")
_MADE = Words("Admin {name} dibuat. Ia dapat masuk sekarang.", "Admin {name} is made and can sign in now.")
_KNOWN = Words(
    "Sudah ada admin. Akun lain dibuat admin itu di situs.", "There is an admin already, who makes further accounts."
)
_TAKEN = Words("Nama pengguna {name} sudah dipakai. Pilih nama lain.", "Username {name} is taken. Choose another.")


@click.group("admin")
def admin_command() -> None:
    """Accounts that the site itself cannot make."""


@admin_command.command("create")
def create_command() -> None:
    """Make the first admin; asks for username, name and password."""
    with database():
        ask_for_admin()


def ask_for_admin() -> None:
    """Asks on the terminal and makes the admin. Raises `UnreadableInput` when there is one already."""
    from tenun.organisations.actions import AdminExists, UsernameTaken, create_first_admin, has_admin
    from tenun.shared.clock import today

    tongue = language()
    if has_admin():
        raise UnreadableInput(_KNOWN.say(tongue))
    username = click.prompt(_USERNAME.say(tongue))
    full_name = click.prompt(_FULL_NAME.say(tongue))
    try:
        user = create_first_admin(username=username, full_name=full_name, password=_password(), on=today())
    except AdminExists as error:
        raise UnreadableInput(_KNOWN.say(tongue)) from error
    except UsernameTaken as error:
        raise UnreadableInput(_TAKEN.say(tongue, name=username)) from error
    click.echo(_MADE.say(tongue, name=user.full_name))


def _password() -> str:
    """Twice the same, and strong enough for the site's own rules."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    tongue = language()
    while True:
        password = getpass.getpass(_PASSWORD.say(tongue))
        if password != getpass.getpass(_AGAIN.say(tongue)):
            click.echo(_UNEQUAL.say(tongue))
            continue
        try:
            validate_password(password)
        except ValidationError as error:
            click.echo(_WEAK.say(tongue, reason=" ".join(error.messages)))
        else:
            return password
