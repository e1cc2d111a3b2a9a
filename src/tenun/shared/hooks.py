"""How a lower layer tells the layers above that something has happened, inside the same transaction.

A hook is a typed list of functions; an application adds its own when it is ready. A listener that fails undoes
the act, for the act would otherwise be half-done. `MERGING` is what the layers above do when two files become one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Hook(Generic[P]):
    """Functions that are called with the same arguments, in the order in which they were added."""

    def __init__(self) -> None:
        self._listeners: list[Callable[P, object]] = []

    def add(self, listener: Callable[P, object]) -> None:
        """Adds a listener once; adding it again changes nothing."""
        if listener not in self._listeners:
            self._listeners.append(listener)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Tells every listener."""
        for listener in self._listeners:
            listener(*args, **kwargs)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeHook:
    """What a capability does around a merging of two persons.

    `set_aside(survivor, other)` is called before the rows move and returns the numbers of its rows that it changed;
    `restore(numbers)` is called when the rows are back.
    """

    name: str
    set_aside: Callable[[int, int], list[int]]
    restore: Callable[[list[int]], None]


MERGING: dict[str, MergeHook] = {}


def on_merging(hook: MergeHook) -> None:
    """Registers the hook of a capability, once, in its `apps.py`."""
    MERGING[hook.name] = hook
