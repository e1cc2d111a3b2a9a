"""Proposals to mend a misread machine-readable zone: by look-alikes, and only when every check digit fits."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tenun.domain.identifiers.mrz_checks import all_right, read_checks
from tenun.domain.identifiers.mrz_layout import Kind, Layout, Place, cut
from tenun.domain.identifiers.passport import USUAL_SHAPE

_TO_DIGIT = {
    "O": "0",
    "Q": "0",
    "D": "0",
    "I": "1",
    "L": "1",
    "Z": "2",
    "S": "5",
    "G": "6",
    "T": "7",
    "B": "8",
}
_TO_LETTER = {"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "7": "T", "8": "B"}
_EITHER = _TO_DIGIT | _TO_LETTER
_MOST_FREE_SWAPS = 2
"""In a place where letter and digit are both allowed a check digit alone decides. It has ten values, so more
swaps than this would mostly find agreement by chance."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One proposed change; `field` is a field of the zone or `…_check` for its digit."""

    field: str
    before: str
    after: str

    def to_json(self) -> dict[str, str]:
        """The shape of the command-line contract."""
        return {"field": self.field, "from": self.before, "to": self.after}


def misplaced(layout: Layout, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that hold a digit where only letters may stand, or the other way round."""
    return tuple(name for name, place in layout.places.items() if not _fits(cut(lines, place), place.kind))


def propose(layout: Layout, lines: tuple[str, ...]) -> tuple[tuple[Repair, ...], bool]:
    """The one smallest set of changes that makes every check digit right, and whether there were several.

    Letters in digit places and digits in letter places are swapped by their look (O/0, I/1, S/5 …). Number
    and optional field may hold both, so there swaps are tried, fewest first. One swap in ten fits by chance:
    therefore an Indonesian number is first mended into the usual shape, and one that has that shape only into
    it, for a digit misread as another digit cannot be found this way. Two equally good answers are no answer:
    nothing is proposed and the second value is true.
    """
    forced = _swap_forced(layout, lines)
    if misplaced(layout, forced):
        return (), False
    spots = _free_spots(layout, forced)
    answers = [
        {mended for mended in _swap_free(forced, spots, swaps) if all_right(read_checks(layout, mended))}
        for swaps in range(_MOST_FREE_SWAPS + 1)
    ]
    usual = [{mended for mended in found if _looks_indonesian(layout, mended)} for found in answers]
    others = [] if _looks_indonesian(layout, forced) else answers
    for found in (answers[0], *usual, *others):
        if found:
            return (_changes(layout, lines, found.pop()), False) if len(found) == 1 else ((), True)
    return (), False


def _fits(text: str, kind: Kind) -> bool:
    signs = text.replace("<", "")
    if kind is Kind.ANY or not signs:
        return True
    return signs.isdigit() if kind is Kind.DIGITS else signs.isalpha()


def _swap_forced(layout: Layout, lines: tuple[str, ...]) -> tuple[str, ...]:
    for place in layout.places.values():
        if place.kind is not Kind.ANY:
            table = _TO_DIGIT if place.kind is Kind.DIGITS else _TO_LETTER
            lines = _put(lines, place, "".join(table.get(sign, sign) for sign in cut(lines, place)))
    return lines


def _free_spots(layout: Layout, lines: tuple[str, ...]) -> list[Place]:
    """The look-alikes in places where both kinds may stand, unless the field's own check digit is right."""
    checks = read_checks(layout, lines)
    return [
        Place(place.line, column, column + 1)
        for name, place in layout.places.items()
        if place.kind is Kind.ANY and not checks.get(name)
        for column in range(place.start, place.end)
        if lines[place.line][column] in _EITHER
    ]


def _looks_indonesian(layout: Layout, lines: tuple[str, ...]) -> bool:
    """Whether this is an Indonesian document whose number has the usual shape."""
    issuer, number = (cut(lines, layout.places[name]).rstrip("<") for name in ("issuer", "number"))
    return issuer == "IDN" and USUAL_SHAPE.fullmatch(number) is not None


def _swap_free(lines: tuple[str, ...], spots: list[Place], swaps: int) -> Iterator[tuple[str, ...]]:
    for chosen in combinations(spots, swaps):
        mended = lines
        for spot in chosen:
            mended = _put(mended, spot, _EITHER[cut(mended, spot)])
        yield mended


def _changes(layout: Layout, before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Repair, ...]:
    pairs = ((name, cut(before, place), cut(after, place)) for name, place in layout.places.items())
    return tuple(Repair(name, old, new) for name, old, new in pairs if old != new)


def _put(lines: tuple[str, ...], place: Place, text: str) -> tuple[str, ...]:
    line = lines[place.line]
    changed = line[: place.start] + text + line[place.end :]
    return (*lines[: place.line], changed, *lines[place.line + 1 :])
