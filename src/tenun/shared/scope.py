"""Whose rows a transaction may touch: the lists that row-level security compares with, set once a request.

No scope set means no rows: a forgotten filter cannot leak (design, principle 5). The lists live only inside the
transaction, so a pooled connection carries nothing over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connections, transaction

MOST_SHARED = 1_000
"""How many single persons may be shared with one scope."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The territory of whoever asks; the province's is the list of all its districts.

    `sealed` are the districts whose sealed reports she may read as one of those who act on them, `cases` those whose
    sealed files she works on; `health`: whether pictures of health papers are hers to read; `together`: whether the
    meetings and promises of the offices are; `link`: the one thing that a personal link opens (`programme:12`);
    `offices` are the districts whose own office she works at, and whose small figures she may read whole.
    """

    user_id: int | None = None
    districts: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    persons: tuple[int, ...] = ()
    sealed: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    health: bool = False
    together: bool = False
    link: str = ""

    def covers(self, village_code: str) -> bool:
        """Whether a new person of this village would stand inside the territory."""
        return village_code in self.villages or village_code[:5] in self.districts


NOBODY = Scope()


@contextmanager
def scoped(scope: Scope, using: str = "default") -> Iterator[None]:
    """One transaction under this scope; inside another transaction the scope from before stands again afterwards."""
    before = _current(using) if connections[using].in_atomic_block else None
    with transaction.atomic(using=using):
        _set(_settings_of(scope), using)
        yield
        if before is not None and not transaction.get_rollback(using=using):
            _set(before, using)


_FLAGS = ("user_id", "health", "together", "link")
_LISTS = ("districts", "villages", "persons", "sealed", "cases", "offices")
_NAMES = tuple(f"tenun.{name}" for name in (*_FLAGS, *_LISTS))


def _settings_of(scope: Scope) -> tuple[str, ...]:
    if len(scope.persons) > MOST_SHARED:
        raise ValueError(f"more than {MOST_SHARED} persons shared with one scope")
    flags = (str(scope.user_id or ""), *("on" if flag else "" for flag in (scope.health, scope.together)), scope.link)
    lists = (scope.districts, scope.villages, scope.persons, scope.sealed, scope.cases, scope.offices)
    return *flags, *map(_array, lists)


def _array(values: tuple[object, ...]) -> str:
    return "{" + ",".join(str(value) for value in values) + "}"


def _set(values: tuple[str, ...], using: str) -> None:
    with connections[using].cursor() as cursor:
        calls = ", ".join("set_config(%s, %s, true)" for _ in _NAMES)
        cursor.execute(f"SELECT {calls}", [part for pair in zip(_NAMES, values, strict=True) for part in pair])


def _current(using: str) -> tuple[str, ...]:
    with connections[using].cursor() as cursor:
        calls = ", ".join("COALESCE(current_setting(%s, true), '')" for _ in _NAMES)
        cursor.execute(f"SELECT {calls}", list(_NAMES))
        found: tuple[str, ...] = cursor.fetchone()
    return found
