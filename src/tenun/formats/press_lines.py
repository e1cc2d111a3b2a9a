"""A press text as lines: what is a heading, a list, a credit or running text, each with its place in the text."""

import re
from dataclasses import dataclass
from enum import StrEnum

BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*✓✔➤➢»–—-]|\d{1,2}[.)])\s+(?=\S)")
CREDIT = re.compile(
    r"(?P<role>Penulis|Foto(?:grafer)?|Editor|Penyunting|Pewarta|Reporter|Dokumentasi)\s*[:：]\s*"
    r"(?P<name>[^:/|·\n]+?)(?=\s*(?:$|[/|·]|\s(?:Penulis|Foto|Editor|Pewarta|Reporter)\s*:))"
)
_HEADING = re.compile(r"^[^\w\n]*(?P<name>\w[^:.!?\n]{2,70}?)\s*[:：]?[^\w\n]*$")
_MOST_WORDS = 8


class LineKind(StrEnum):
    """What a line is."""

    HEADING = "heading"
    ITEM = "item"
    CREDIT = "credit"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without what surrounds its words; `start` and `end` are places in the whole text."""

    kind: LineKind
    text: str
    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """Every line that says something, in order."""
    found, at = [], 0
    for raw in text.splitlines(keepends=True):
        line = _line(raw, at)
        at += len(raw)
        if line is not None:
            found.append(line)
    return found


def _line(raw: str, at: int) -> Line | None:
    bare = raw.strip()
    if not bare:
        return None
    begin = at + raw.index(bare)
    bullet = BULLET.match(bare)
    if bullet:
        begin += bullet.end()
        said = bare[bullet.end() :]
        return Line(LineKind.ITEM, said, begin, begin + len(said))
    return Line(_kind(bare), bare, begin, begin + len(bare))


def _kind(bare: str) -> LineKind:
    if CREDIT.match(bare):
        return LineKind.CREDIT
    if _HEADING.match(bare) and bare.rstrip("* ").endswith((":", "：")) and len(bare.split()) <= _MOST_WORDS:
        return LineKind.HEADING
    return LineKind.TEXT


def sentence_end(text: str, at: int) -> int:
    """Where the sentence that goes on at `at` ends: a full stop that no initial and no title stands before, or a line.

    >>> sentence_end("oleh Rosa R. Bria, S.H., hari ini. Besok lagi.", 0)
    33
    """
    for place in range(at, len(text)):
        sign = text[place]
        if sign == "\n":
            return place
        if sign in ".!?" and _stops(text, place):
            return place
    return len(text)


_TITLE = re.compile(r"(?:^|[\s.,(])(?:[A-Z]|[A-Z][a-z]?|S|M|Dr|Ir|Drs|Dra|H|Hj|Prof|St|SP|SE|SH|MM|Plt|No|Jl)$")


def _stops(text: str, place: int) -> bool:
    following = text[place + 1 : place + 3]
    if following and not following[0].isspace() and following[0] not in "\"”'’)":
        return False
    return text[place] != "." or not _TITLE.search(text[max(0, place - 6) : place])
