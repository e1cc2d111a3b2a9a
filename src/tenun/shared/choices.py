"""The domain's enumerations as the choices of a column; the words on screen come from the catalogue's lists."""

from collections.abc import Iterable
from enum import Enum


def choices_of(kind: Iterable[Enum]) -> list[tuple[object, str]]:
    """Value and plain name of every member."""
    return [(item.value, item.name.lower()) for item in kind]
