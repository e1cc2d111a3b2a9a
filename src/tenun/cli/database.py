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
def database(*, make: bool = False) -> Iterator[None]:
    """Django set up and the server open, until the end of the command; `make` also makes a server where none is.

    A server that does not answer, or has no tables, is said in one line.
    """
    set_django_up()
    from django.conf import settings
    from django.db import OperationalError, ProgrammingError

    from tenun.shared.faults import UnusableDatabase

    if not make and not settings.SERVER.is_made:
        raise UnreadableInput(_NO_DATABASE.say(language()))
    try:
        settings.SERVER.open()
        yield
    except UnusableDatabase as error:
        raise UnreadableInput(str(error)) from error
    except (OperationalError, ProgrammingError) as error:
        raise UnreadableInput(_NO_DATABASE.say(language())) from error
    finally:
        settings.SERVER.close()
