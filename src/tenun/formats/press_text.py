"""A pasted press text becomes proposals: a field, its value, and where in the text it stands. A person decides on each.

Nothing is understood here; what is recognised are the habits of releases (handbook standards/10): a category line, a
headline, `Kupang -`, `Senin (8/12/2025)`, lists under headings, a quotation with `tegasnya`, credits at the end. What
is not recognised is simply not proposed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tenun.formats import press_sentences as sentences
from tenun.formats.press_lines import CREDIT, Line, LineKind, lines_of
from tenun.formats.press_sentences import Found

MOST_SIGNS = 40_000
"""A longer text is no press text; what stands beyond is not read."""


class Part(StrEnum):
    """A field of the record of a meeting."""

    CATEGORY = "category"
    HEADLINE = "headline"
    DATELINE = "dateline"
    KIND = "kind"
    HOST = "host"
    HELD_ON = "held_on"
    PLACE = "place"
    OCCASION = "occasion"
    GUEST = "guest"
    COMPANION = "companion"
    PROBLEM = "problem"
    STATEMENT = "statement"
    READINESS = "readiness"
    PROGRAMME = "programme"
    OUTPUT = "output"
    EXPECTED = "expected"
    WRITER = "writer"
    PHOTOGRAPHER = "photographer"
    EDITOR = "editor"
    REPORTER = "reporter"


ONCE = frozenset(
    {
        *(Part.CATEGORY, Part.HEADLINE, Part.DATELINE, Part.KIND, Part.HOST),
        *(Part.HELD_ON, Part.PLACE, Part.OCCASION),
    }
)
"""Fields that a meeting has once; of all others it may have several."""


class Doubt(StrEnum):
    """Why a proposal cannot be taken as it stands."""

    DAY_DIFFERS = "day_differs"
    NO_SUCH_DAY = "no_such_day"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One field as the text says it, from `start` to `end`.

    `more` is what belongs to it: the post of a companion, the speaker of a statement, the name of the host (its value
    is the office), the name of the day that stands beside a date. A day is written `2025-12-08`, a kind as its code.
    """

    part: Part
    value: str
    start: int
    end: int
    more: str = ""
    doubt: Doubt | None = None


_SECTIONS: tuple[tuple[re.Pattern[str], Part], ...] = (
    (re.compile(r"diharapkan|harapan|target hasil", re.IGNORECASE), Part.EXPECTED),
    (re.compile(r"keluaran|output|\bhasil\b|kesimpulan", re.IGNORECASE), Part.OUTPUT),
    (re.compile(r"persoalan|masalah|tantangan|kendala", re.IGNORECASE), Part.PROBLEM),
    (re.compile(r"kesiapan|siap\b", re.IGNORECASE), Part.READINESS),
    (re.compile(r"program", re.IGNORECASE), Part.PROGRAMME),
)
_CREDITS = {
    "penulis": Part.WRITER,
    "foto": Part.PHOTOGRAPHER,
    "fotografer": Part.PHOTOGRAPHER,
    "dokumentasi": Part.PHOTOGRAPHER,
    "editor": Part.EDITOR,
    "penyunting": Part.EDITOR,
    "pewarta": Part.REPORTER,
    "reporter": Part.REPORTER,
}


def read_press_text(text: str) -> tuple[Proposal, ...]:
    """Every proposal, in the order of `Part` and then of the text. An empty text gives none."""
    read = text[:MOST_SIGNS]
    lines = lines_of(read)
    made = [*_head(read, lines), *_lists(lines), *_credits(lines)]
    listed = {each.part for each in made}
    made += _running(read, lines, listed)
    return tuple(sorted(_distinct(made), key=lambda each: (list(Part).index(each.part), each.start)))


def _head(text: str, lines: list[Line]) -> Iterator[Proposal]:
    body = [line for line in lines if line.kind in (LineKind.TEXT, LineKind.HEADING)]
    if body and sentences.is_category(body[0].text):
        yield Proposal(Part.CATEGORY, body[0].text, body[0].start, body[0].end)
        body = body[1:]
    if not body:
        return
    first = body[0]
    opening = sentences.dateline(first.text, first.start)
    if opening is None:
        yield _headline(first)
        opening = next((found for line in body[1:3] if (found := sentences.dateline(line.text, line.start))), None)
    else:
        rest = first.text[opening.stop - first.start :]
        yield _headline(Line(first.kind, rest, opening.stop, first.end))
    if opening is not None:
        yield _proposal(Part.DATELINE, opening)


def _headline(line: Line) -> Proposal:
    bare = line.text.strip()
    begin = line.start + line.text.index(bare) if bare else line.start
    end = sentences.first_sentence(bare)
    return Proposal(Part.HEADLINE, bare[:end].rstrip(" .:"), begin, begin + end)


def _lists(lines: list[Line]) -> Iterator[Proposal]:
    """What stands as a list under a heading that is known; running text ends the list."""
    part: Part | None = None
    for line in lines:
        if line.kind is LineKind.HEADING:
            part = next((each for pattern, each in _SECTIONS if pattern.search(line.text)), None)
        elif line.kind is not LineKind.ITEM:
            part = None
        elif part is not None:
            yield Proposal(part, line.text.rstrip(" .;"), line.start, line.end)


def _credits(lines: list[Line]) -> Iterator[Proposal]:
    for line in lines:
        if line.kind is not LineKind.CREDIT:
            continue
        for match in CREDIT.finditer(line.text):
            name = match["name"].strip()
            if name:
                start = line.start + match.start("name")
                yield Proposal(_CREDITS[match["role"].lower()], name, start, start + len(match["name"]))


def _running(text: str, lines: list[Line], listed: set[Part]) -> Iterator[Proposal]:
    """What sentences say, of what no list said already."""
    opening = sentences.opening(text, [line.end for line in lines if line.kind is LineKind.TEXT])
    finders = {
        Part.KIND: sentences.kinds(text),
        Part.HOST: sentences.hosts(opening),
        Part.HELD_ON: sentences.days(text),
        Part.PLACE: sentences.places(text),
        Part.OCCASION: sentences.occasions(text),
        Part.GUEST: sentences.organisations(opening),
        Part.COMPANION: sentences.companions(text),
        Part.PROBLEM: sentences.problems(text),
        Part.READINESS: sentences.readiness(text),
        Part.PROGRAMME: sentences.programmes(text),
    }
    host = ""
    for part, found in finders.items():
        if part in listed:
            continue
        proposals = [_proposal(part, each) for each in found]
        host = proposals[0].more if part is Part.HOST and proposals else host
        yield from proposals[:1] if part in ONCE else proposals
    yield from (_proposal(Part.STATEMENT, each) for each in sentences.statements(text, host))


def _proposal(part: Part, found: Found) -> Proposal:
    doubt = Doubt(found.doubt) if found.doubt else None
    return Proposal(part, found.value, found.start, found.stop, found.more, doubt)


def _distinct(made: Iterable[Proposal]) -> Iterator[Proposal]:
    """The first of those that say the same; nothing that says nothing."""
    seen: set[tuple[Part, str]] = set()
    for each in made:
        key = (each.part, " ".join(each.value.casefold().split()))
        if key[1] and key not in seen:
            seen.add(key)
            yield each
