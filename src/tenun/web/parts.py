"""The shapes that the components show: signs, tones, marked text. Templates get these and nothing of the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter


class Sign(StrEnum):
    """Every drawn sign; the shapes differ, so that a state is known without its colour (look, section 4)."""

    MET = "met"
    BLOCK = "block"
    CLOCK = "clock"
    DIFFERS = "differs"
    EMPTY = "empty"
    EYE = "eye"
    QUESTION = "question"
    DASH = "dash"
    LATER = "later"
    SEARCH = "search"
    INFO = "info"


class Tone(StrEnum):
    """What a colour means; the value is the class in the stylesheet."""

    PLAIN = "plain"
    MET = "met"
    BLOCKS = "blocks"
    EXPIRES = "expires"
    WEAK = "weak"
    UNKNOWN = "unknown"


class Mark(StrEnum):
    """How a piece of text is shown; a `GAP` stands where a letter is missing."""

    PLAIN = "plain"
    STRONG = "strong"
    DIFFERS = "differs"
    GAP = "gap"


class ButtonKind(StrEnum):
    """One `FILL` a screen; `STOP` only holds a person back."""

    FILL = "fill"
    LINE = "line"
    QUIET = "quiet"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class State:
    """A sign, a tone and a word, always together."""

    sign: Sign
    tone: Tone
    word: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text shown in one way."""

    text: str
    mark: Mark = Mark.PLAIN


Text = tuple[Piece, ...]


def compose(template: str, **values: str | Sequence[Piece]) -> Text:
    """A sentence with named placeholders; a plain value becomes strong, pieces keep their own marks.

    >>> compose("Bawa {paper}.", paper="KTP")
    (Piece(text='Bawa ', mark=<Mark.PLAIN: 'plain'>), Piece(text='KTP', mark=<Mark.STRONG: 'strong'>), \
Piece(text='.', mark=<Mark.PLAIN: 'plain'>))
    """
    pieces: list[Piece] = []
    for before, name, _, _ in Formatter().parse(template):
        if before:
            pieces.append(Piece(before))
        if name is not None:
            value = values[name]
            pieces += [Piece(value, Mark.STRONG)] if isinstance(value, str) else value
    return tuple(pieces)


def plain(text: str) -> Text:
    """Text without a mark."""
    return (Piece(text),)


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate: a link to its findings."""

    name: str
    anchor: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One requirement as it stands: what is wrong, what the papers say, what to do, by which law, where."""

    id: str
    state: State
    title: str
    said: Text
    todo: tuple[str, ...]
    law: str
    place: str
    effort: str
    blocks: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one paper says in one field; `note` tells the difference in words."""

    text: Text
    note: str = ""
    kind: str = "same"
    digits: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One paper of the matrix and what becomes of it."""

    name: str
    note: str
    is_truth: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the matrix."""

    field: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Papers against fields: the paper taken as right first, then what differs, then what agrees."""

    truth: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Work (or waiting) in the time line; `start` counts columns from 1. A short bar has its text beside it,
    on the left where the right has no room.
    """

    start: int
    span: int
    text: str
    holds_text: bool = True
    waits: bool = False
    text_before: bool = False

    @property
    def end(self) -> int:
        """The first column after the bar."""
        return self.start + self.span


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One step: its number, where, how dear, when, and what it waits for."""

    number: int
    title: str
    detail: str
    bars: tuple[Bar, ...]
    note: str = ""
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A label above some columns of the time line."""

    start: int
    span: int
    above: str
    below: str
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure under the plan: what it is, the figure, one line more."""

    name: str
    value: str
    more: str = ""
    ready: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A repair plan in working days; no columns when one visit is enough."""

    columns: int
    ticks: tuple[Tick, ...]
    rows: tuple[PlanRow, ...]
    sums: tuple[Sum, ...]
    beside: tuple[str, ...] = ()
    has_ready_column: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCard:
    """One paper with its proof; `proof` is the step of the ladder, 0 for none."""

    name: str
    state: State
    proof: int
    proof_word: str
    note: str
    url: str = ""
    scan_url: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer in words, the colour only repeats it."""

    sign: Sign
    tone: Tone
    title: str
    lines: tuple[Text, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and a value; `digits` sets numbers in their own type."""

    name: str
    value: str
    digits: bool = False


@dataclass(frozen=True, slots=True)
class LogLine:
    """One change: what, when, by whom."""

    what: str
    when: str
    who: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Who opened the file, when, and what for."""

    who: str
    office: str
    when: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person in a list; `gates` are the small signs, in the order of the gates."""

    name: str
    url: str
    under_name: str
    blocker: State
    more: str
    turn: str
    gates: tuple[Gate, ...]
    target: str
    stage: str
    waiting: str
    late: str = ""
    pick: int | None = None
    officer: str = ""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of the rail; `count` only where somebody waits."""

    name: str
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """A heading of the rail and its lines."""

    name: str
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """Who is signed in and for which post."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account of the demonstration, opened with one click."""

    username: str
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """One place where somebody is signed in."""

    id: int
    name: str
    since: str
    address: str
    is_this: bool
