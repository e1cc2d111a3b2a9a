"""Typed hooks: how a lower capability is heard by a higher one, called inside the transaction.

`MERGING`: two files become one (called by `people`; `documents` keeps one current paper a kind).
"""

from collections.abc import Callable
from dataclasses import dataclass


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
