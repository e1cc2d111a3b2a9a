"""How a command ends: its exit codes, and one clear line on standard error for wrong use."""

from typing import Any

import click

DONE, ATTENTION, UNREADABLE = 0, 1, 2
"""Done; done, and something needs attention; wrong use or unreadable input (the contract's exit codes)."""


class UnreadableInput(click.ClickException):
    """Wrong use or unreadable input: one line on standard error, exit code 2."""

    exit_code = UNREADABLE

    def show(self, file: Any = None) -> None:
        """Write the one line, without click's prefix."""
        click.echo(self.message, err=True)
