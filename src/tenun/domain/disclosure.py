"""Hiding the few: how a table of counts of people is shown outside the office whose people they are.

One to four read `<5`, zero stands as it is; where a hidden number could be worked out from those beside it, a further
one is closed (handbook standards 3: threshold 5, complementary suppression).
"""

from collections.abc import Sequence

Count = int | str
"""A whole number, or a sign that stands in its place."""
FEW = "<5"
"""Stands for one to four."""
CLOSED = "ditutup"
"""A number that is not small, but from which a small one beside it could be worked out by the total."""
LEAST_SHOWN = 5


def hide_few(counts: Sequence[Count]) -> list[Count]:
    """Each count by itself."""
    return [FEW if _is_few(count) else count for count in counts]


def hide_in_parts(counts: Sequence[Count]) -> list[Count]:
    """The parts of a whole that is shown: while the hidden ones are told by it, the smallest other part is closed too.

    Where every part is hidden and all of them are as small or as large as they can be, the whole itself tells them
    (`is_told`); whoever shows it has to close it.
    """
    hidden = hide_few(counts)
    while is_told(counts, hidden):
        others = [count for count in hidden if isinstance(count, int) and count >= LEAST_SHOWN]
        if not others:
            break
        hidden[hidden.index(min(others))] = CLOSED
    return hidden


def is_told(counts: Sequence[Count], shown: Sequence[Count]) -> bool:
    """Whether a hidden part could be worked out from the whole: only one set of numbers adds up to it.

    Both are in the same order; a part that was closed before is not known here, and so hides the others.
    """
    pairs = list(zip(counts, shown, strict=True))
    if any(not isinstance(count, int) for count, _ in pairs):
        return False
    few = [int(count) for count, seen in pairs if seen == FEW]
    closed = [int(count) for count, seen in pairs if seen == CLOSED]
    left = sum(few) + sum(closed)
    least = len(few) + LEAST_SHOWN * len(closed)
    alone = len(few) == 1 and not closed
    return bool(few) and (alone or left == least or (not closed and left == (LEAST_SHOWN - 1) * len(few)))


def hide_in_nested(codes: Sequence[str], counts: Sequence[Count]) -> list[Count]:
    """As `hide_few`; and `a` is closed where it tells how large a hidden `a/b` is.

    Persons may stand in several parts of `a`, so `a` is at most their sum: what the shown parts leave of it, and the
    hidden ones at most four each, is the least that a hidden one can be.
    """
    hidden = hide_few(counts)
    # The innermost come first, for a line is closed with any part of it that is.
    for place in sorted(range(len(codes)), key=lambda each: -codes[each].count("/")):
        code, count = codes[place], hidden[place]
        parts = [hidden[at] for at, other in enumerate(codes) if other.rpartition("/")[0] == code]
        few = parts.count(FEW)
        shown = sum(part for part in parts if isinstance(part, int))
        if isinstance(count, int) and (CLOSED in parts or (few and count - shown - (LEAST_SHOWN - 1) * (few - 1) > 1)):
            hidden[place] = CLOSED
    return hidden


def _is_few(count: Count) -> bool:
    return isinstance(count, int) and 0 < count < LEAST_SHOWN
