"""TOML text as blocks that know their line, so that every refusal can say where it happened."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from tenun.domain.catalogue.errors import CatalogueError
from tenun.domain.words import Words

E = TypeVar("E", bound=Enum)
_LINE = re.compile(r"\(at line (\d+), column \d+\)")

_IDENT = re.compile(r"[a-z][a-z0-9_-]{0,39}")


class Block:
    """One table of a rule file. Every key must be taken; `finish` refuses what is left over."""

    def __init__(self, values: Mapping[str, Any], file: str, line: int, lines: list[str]) -> None:
        self.file = file
        self.line = line
        self._values = values
        self._lines = lines
        self._left = set(values)

    @property
    def place(self) -> str:
        """File and line, as an editor opens it."""
        return f"{self.file}:{self.line}"

    @property
    def name(self) -> str:
        """The block's id, for messages."""
        return str(self._values.get("id", "?"))

    def refuse(self, code: str, key: str | None = None, **values: Any) -> CatalogueError:
        """The error to raise, at the line of `key` when the block has it, else at its head."""
        if key is not None:
            values["key"] = key
        return CatalogueError(code, self.file, self.line_of(key), **values)

    def line_of(self, key: str | None) -> int:
        """The line of a key inside this block (dotted and inline keys count for their first word)."""
        if key is None:
            return self.line
        pattern = re.compile(rf"^\s*\[?(\w+\.)?{re.escape(key.split('.')[0])}\b")
        for offset, text in enumerate(self._lines[1:], start=1):
            if text.startswith("[["):
                break
            if pattern.match(text):
                return self.line + offset
        return self.line

    def has(self, key: str) -> bool:
        """Whether the author wrote this key."""
        return key in self._values

    def take(self, key: str, kind: type | tuple[type, ...], default: Any = ...) -> Any:
        """The value of a key; without `default` the key is required."""
        self._left.discard(key)
        if key not in self._values:
            if default is ...:
                raise self.refuse("catalogue.missing_key", key)
            return default
        value = self._values[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            wanted = kind.__name__ if isinstance(kind, type) else "/".join(item.__name__ for item in kind)
            raise self.refuse("catalogue.bad_value", key, value=value, allowed=wanted)
        return value

    def text(self, key: str, default: Any = ...) -> Any:
        """A non-empty line of text, or the default."""
        value = self.take(key, str, default)
        if value == "":
            raise self.refuse("catalogue.bad_value", key, value="", allowed="text")
        return value

    def ident(self, key: str = "id") -> str:
        """An id: small letters, digits, `_` and `-`. It becomes part of SQL texts and addresses."""
        value: str = self.text(key)
        if not _IDENT.fullmatch(value):
            raise self.refuse("catalogue.bad_value", key, value=value, allowed="a-z, 0-9, _ -")
        return value

    def day(self, key: str, default: Any = ...) -> Any:
        """A calendar day, or the default."""
        value = self.take(key, date, default)
        if isinstance(value, datetime):
            raise self.refuse("catalogue.bad_value", key, value=value, allowed="2026-11-24")
        return value

    def choice(self, key: str, kind: type[E], default: Any = ...) -> Any:
        """One value of an enumeration, or the default."""
        value = self.take(key, str, default)
        if value is default and default is not ...:
            return default
        return self.member(key, kind, value)

    def member(self, key: str, kind: type[E], value: Any) -> E:
        """The member of an enumeration written as its value, or as its name in small letters."""
        for item in kind:
            if value in (item.value, item.name.lower()):
                return item
        allowed = ", ".join(str(item.value) if isinstance(item.value, str) else item.name.lower() for item in kind)
        raise self.refuse("catalogue.bad_value", key, value=value, allowed=allowed)

    def words(self, key: str) -> Words:
        """A text in both languages: `title.id` and `title.en`."""
        value = self.take(key, dict)
        for language in ("id", "en"):
            if not value.get(language):
                raise self.refuse("catalogue.no_text", key, language=language)
        for extra in set(value) - {"id", "en"}:
            raise self.refuse("catalogue.unknown_key", f"{key}.{extra}")
        return Words(value["id"], value["en"])

    def whole_numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        value = self.take(key, list)
        if any(type(item) is not int for item in value):
            raise self.refuse("catalogue.bad_value", key, value=value, allowed="[int]")
        return tuple(value)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of names; empty when absent."""
        value = self.take(key, list, [])
        if not all(isinstance(item, str) for item in value):
            raise self.refuse("catalogue.bad_value", key, value=value, allowed="[text, ...]")
        return tuple(value)

    def inner(self, key: str) -> "Block":
        """A table inside this block."""
        return Block(self.take(key, dict), self.file, self.line_of(key), self._lines)

    def inner_of(self, key: str, value: Any) -> "Block":
        """A nested value seen as a block of its own, at the line of the key it came from."""
        if not isinstance(value, dict):
            raise self.refuse("catalogue.bad_value", key, value=value, allowed="{ kind = … }")
        return Block(value, self.file, self.line_of(key), [])

    def finish(self) -> None:
        """Refuses the first key nobody asked for."""
        for key in sorted(self._left):
            raise self.refuse("catalogue.unknown_key", key)


class Document:
    """One rule file: its single tables and its arrays of tables, as blocks."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._lines = text.splitlines()
        try:
            self._values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = _LINE.search(str(error))
            line = int(found[1]) if found else 1
            raise CatalogueError("catalogue.toml", file, line, detail=str(error)) from error
        except RecursionError as error:
            raise CatalogueError("catalogue.toml", file, 1, detail="nested too deeply") from error

    def blocks(self, name: str) -> Iterator[Block]:
        """Every `[[name]]` of the file, in order."""
        heads = self._heads(rf"^\[\[\s*{name}\s*\]\]")
        values = self._values.get(name, [])
        if not isinstance(values, list) or len(heads) != len(values):
            raise CatalogueError("catalogue.bad_value", self.file, 1, key=name, value="…", allowed=f"[[{name}]]")
        for index, value in zip(heads, values, strict=True):
            yield Block(value, self.file, index + 1, self._lines[index:])

    def block(self, name: str) -> Block:
        """The one `[name]` of the file."""
        if name not in self._values:
            raise CatalogueError("catalogue.missing_key", self.file, 1, key=name)
        heads = self._heads(rf"^\[\s*{name}\s*\]") or [0]
        return Block(self._values[name], self.file, heads[0] + 1, self._lines[heads[0] :])

    def only(self, names: Iterable[str]) -> None:
        """Refuses a table of any other name."""
        for name in sorted(set(self._values) - set(names)):
            heads = self._heads(rf"^\[+\s*{re.escape(name)}\b") or self._heads(rf"^{re.escape(name)}\b") or [0]
            raise CatalogueError("catalogue.unknown_key", self.file, heads[0] + 1, key=name)

    def _heads(self, pattern: str) -> list[int]:
        return [index for index, text in enumerate(self._lines) if re.match(pattern, text)]
