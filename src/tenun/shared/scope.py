"""Whose rows a transaction may touch: the lists that row-level security compares with, set once a request.

No scope set means no rows: a forgotten filter cannot leak (design, principle 5). The lists live only inside the
transaction, so a pooled connection carries nothing over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

MOST_SHARED = 1_000
"""How many single persons may be shared with one scope."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The territory of whoever asks; the province's is the list of all its districts."""

    user_id: int | None = None
    districts: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    persons: tuple[int, ...] = ()


NOBODY = Scope()


@contextmanager
def scoped(scope: Scope) -> Iterator[None]:
    """One transaction under this scope; what is left of an outer one has none again."""
    with transaction.atomic():
        enter(scope)
        yield
        if not transaction.get_rollback():
            enter(NOBODY)


def enter(scope: Scope) -> None:
    """Sets the scope for the rest of the transaction. Raises `ValueError` for too many shared persons."""
    if len(scope.persons) > MOST_SHARED:
        raise ValueError(f"more than {MOST_SHARED} persons shared with one scope")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('tenun.user_id', %s, true), set_config('tenun.districts', %s, true),"
            " set_config('tenun.villages', %s, true), set_config('tenun.persons', %s, true)",
            [
                str(scope.user_id or ""),
                _array(scope.districts),
                _array(scope.villages),
                _array(scope.persons),
            ],
        )


def _array(values: tuple[object, ...]) -> str:
    return "{" + ",".join(str(value) for value in values) + "}"
