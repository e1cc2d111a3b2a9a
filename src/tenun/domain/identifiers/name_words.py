"""How two single words of a name stand to each other; memoised, for the same words return in every file."""

import unicodedata
from enum import IntEnum
from functools import lru_cache
from types import MappingProxyType

CACHE_SIZE = 65_536

_SHORTEST_BEGINNING = 3
_SHORTEST_TYPO = 4
_SHORTEST_DOUBLE_TYPO = 6


class Relation(IntEnum):
    """From near to far; the nearest relations are matched first."""

    EQUAL = 0
    SPELLING = 1
    ABBREVIATION = 2
    INITIAL = 3
    BEGINNING = 4
    TWO_SLIPS = 5
    UNRELATED = 6


SHORT_FORMS = MappingProxyType(
    dict.fromkeys(("moh", "muh", "mohd", "muhd", "mhd", "moch"), "muhamad")
    | dict.fromkeys(("mohamad", "mohammad", "mohamed", "mohammed", "mochamad", "mochammad"), "muhamad")
    | {"yoh": "yohanes", "mgr": "margareta"}
)
"""Short forms and by-forms written with or without a dot, beside what they stand for."""

_LETTERS = (
    ("ph", "f"),
    ("v", "f"),
    ("oe", "u"),
    ("tj", "c"),
    ("dj", "j"),
    ("chr", "kr"),
    ("chl", "kl"),
    ("ch", "h"),
    ("th", "t"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("j", "y"),
)
"""Old and foreign spellings beside the present one, applied in this order (handbook standards 7 and documents
part D; th, q, x and z are ours). `chr` comes before `ch`: Christina is Kristina, but Achmad is Ahmad."""


@lru_cache(maxsize=CACHE_SIZE)
def fold_word(word: str) -> str:
    """The one spelling that stands for all spellings of this word, short forms written out.

    >>> fold_word("Joseph"), fold_word("Yosef"), fold_word("Moh")
    ('yosef', 'yosef', 'muhamad')
    """
    word = _plain(word)
    return _fold_letters(SHORT_FORMS.get(word, word))


@lru_cache(maxsize=CACHE_SIZE)
def relate(left: str, right: str, left_dotted: bool, right_dotted: bool) -> Relation:
    """How two casefolded words stand to each other; symmetric.

    SPELLING: the same word in another spelling, or a typing error. An error is one letter exchanged, added,
    dropped or swapped with its neighbour in words of at least four letters, or two such slips in words of at
    least six. TWO_SLIPS: two slips in words of four or five letters, where they may make another name
    (Rosa, Rita). ABBREVIATION: a known short form, or a beginning that a dot marks as short. BEGINNING: three
    letters or more that begin the other word without a dot (Ana, Anastasia). INITIAL: one letter.
    """
    if left == right:
        return Relation.EQUAL
    if len(left) > len(right):
        left, right, left_dotted = right, left, right_dotted
    short, long = _fold_letters(_plain(left)), _fold_letters(_plain(right))
    begins = long.startswith(short) or _plain(right).startswith(_plain(left))
    if len(left) == 1:
        return Relation.INITIAL if begins else Relation.UNRELATED
    if short == long:
        return Relation.SPELLING
    if fold_word(left) == fold_word(right) or (left_dotted and begins):
        return Relation.ABBREVIATION
    distance = min(slips(left, right), slips(short, long))
    if len(left) >= _SHORTEST_TYPO and distance <= (2 if len(left) >= _SHORTEST_DOUBLE_TYPO else 1):
        return Relation.SPELLING
    if begins and len(left) >= _SHORTEST_BEGINNING:
        return Relation.BEGINNING
    return Relation.TWO_SLIPS if len(left) >= _SHORTEST_TYPO and distance == 2 else Relation.UNRELATED


def _plain(word: str) -> str:
    word = word.casefold()
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


@lru_cache(maxsize=CACHE_SIZE)
def _fold_letters(word: str) -> str:
    for old, new in _LETTERS:
        word = word.replace(old, new)
    single = "".join(sign for index, sign in enumerate(word) if index == 0 or word[index - 1] != sign)
    return single[:-1] if len(single) > 2 and single.endswith("h") else single


def slips(left: str, right: str) -> int:
    """Typing slips between two words: a letter exchanged, added or dropped, or two neighbours swapped (the
    optimal string alignment distance)."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, sign in enumerate(left, 1):
        here = [row]
        for column, other in enumerate(right, 1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (sign != other))
            swapped = row > 1 < column and sign == right[column - 2] and left[row - 2] == other
            here.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, here
    return above[-1]
