"""A command that needs the database sets Django up itself and opens the server; wrong surroundings are one line."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tenun.cli.errors import UnreadableInput
from tenun.cli.language import language
from tenun.domain.words import Words

_NO_DATABASE = Words(
    "Basis data tidak menjawab. Jalankan `make start` dahulu.", "The database does not answer. Run `make start` first."
)


def set_django_up() -> None:
    """Django with the settings of this installation; nothing is opened yet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenun.config.settings")
    import django

    django.setup()


@contextmanager
def database() -> Iterator[None]:
    """Django set up and the tables at hand. A server that does not answer, or has no tables, is said in one line."""
    set_django_up()
    from django.db import OperationalError, ProgrammingError

    try:
        yield
    except (OperationalError, ProgrammingError) as error:
        raise UnreadableInput(_NO_DATABASE.say(language())) from error
