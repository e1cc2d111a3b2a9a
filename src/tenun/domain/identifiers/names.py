"""Compares the name on two papers, because one letter or one space stops a departure and somebody must say
which letter, and which paper to mend."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, Literal

from tenun.domain.identifiers.name_words import Relation, fold_word, relate
from tenun.domain.identifiers.titles import split_titles

Verdict = Literal["same", "fix_needed", "ask", "different"]

KINDS = (
    "case",
    "spacing",
    "punctuation",
    "title",
    "abbreviation",
    "order",
    "spelling_variant",
    "missing_word",
    "different_word",
)
"""Every kind of difference, from harmless to grave: the order in which they are named."""

_NO_SIGNS = str.maketrans({"'": "", "’": "", "`": "", ".": ". ", ",": " ", "-": " ", "/": " "})
_Pair = tuple[int, int, Relation]
_SPELT = frozenset({Relation.SPELLING, Relation.TWO_SLIPS})
_SHORTENED = frozenset({Relation.ABBREVIATION, Relation.INITIAL, Relation.BEGINNING})
_DOUBTFUL = frozenset({Relation.BEGINNING, Relation.TWO_SLIPS})


@dataclass(frozen=True, slots=True)
class NameDifference:
    """Pieces that differ: `position` counts from 0 in the left name, trimmed; a piece may be empty."""

    position: int
    left: str
    right: str

    def to_json(self) -> dict[str, Any]:
        """The shape of the command-line contract."""
        return {"position": self.position, "left": self.left, "right": self.right}


@dataclass(frozen=True, slots=True)
class NameComparison:
    """The outcome; `left` and `right` are the trimmed originals, the rest is worked out when asked for."""

    verdict: Verdict
    kinds: tuple[str, ...]
    left: str
    right: str

    @property
    def normalised(self) -> tuple[str, str]:
        """Both names casefolded, without titles, signs and surplus spaces."""
        return _normalise(self.left), _normalise(self.right)

    @property
    def differences(self) -> tuple[NameDifference, ...]:
        """Every piece that differs, capitals apart, from left to right."""
        left, right = ([sign.casefold() for sign in name] for name in (self.left, self.right))
        if left == right:
            return ()
        pieces = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        return tuple(
            NameDifference(start, self.left[start:end], self.right[other_start:other_end])
            for tag, start, end, other_start, other_end in pieces
            if tag != "equal"
        )

    def to_json(self) -> dict[str, Any]:
        """The shape of the command-line contract."""
        return {
            "verdict": self.verdict,
            "kinds": list(self.kinds),
            "normalised": list(self.normalised),
            "differences": [each.to_json() for each in self.differences],
        }


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one name without titles; a dot behind a word may mark it as short."""

    words: tuple[str, ...]
    dotted: tuple[bool, ...]
    titled: bool


@dataclass(frozen=True, slots=True)
class _Match:
    """Which words of two names belong together, and what is left over on each side."""

    pairs: list[_Pair]
    left: list[int]
    right: list[int]


def compare_names(a: str, b: str) -> NameComparison:
    """Compare two names of one person's papers; trimmed at both ends, inner spaces count. Symmetric.

    `same`: equal to the letter, capitals apart (documents, part D: only exact passes).
    `fix_needed`: surely the same name, one paper is to be mended. Every word has its partner: spacing, signs,
    title, order, spelling, typing error or abbreviation tell them apart; or words are missing on one side
    while two whole words agree.
    `ask`: an officer asks the person. Words are missing and only one whole word agrees, for one shared word
    (Maria) proves little; or a pair of words is only half alike (Rosa and Rita, Ana and Anastasia, mere
    initials); or words differ on both sides, yet at least half the words of the longer name agree and the
    first word of one name, the given name, is among them: the clan name may be another by marriage or custom.
    `different`: all else; a shared clan name with another given name is a relative, not the person.
    """
    a, b = a.strip(), b.strip()
    if a == b:
        return NameComparison("same", (), a, b)
    left, right = a.casefold(), b.casefold()
    if left == right:
        return NameComparison("same", ("case",), a, b)
    # A fixed order of the two sides makes the outcome symmetric, whatever the matching does.
    verdict, kinds = _judge(left, right) if left < right else _judge(right, left)
    return NameComparison(verdict, kinds, a, b)


def without_titles(name: str) -> str:
    """The name without academic, religious and customary titles, single spaces between its words.

    >>> without_titles("Hj. Maria Bano, S.Pd")
    'Maria Bano'
    """
    words, _ = split_titles(name.replace(",", ", ").split())
    return " ".join(words).rstrip(",")


def fold_name(name: str) -> str:
    """One key for all spellings of a name: words folded, titles and signs off, sorted. For finding duplicates
    that a person then looks at; never to decide that two people are one."""
    return " ".join(sorted(fold_word(word) for word in _split(name.casefold()).words))


def _judge(left: str, right: str) -> tuple[Verdict, tuple[str, ...]]:
    first, second = _split(left), _split(right)
    kinds = {"title"} if first.titled != second.titled else set()
    if first.words == second.words:
        return "fix_needed", _named(kinds or _written_differently(left, right))
    match = _match(first, second)
    sure = [pair for pair in match.pairs if pair[2] not in _DOUBTFUL]
    if _joins_to_the_same(first, second, sure):
        return "fix_needed", _named(kinds | _kinds_of_pairs(sure) | {"spacing"})
    kinds |= _kinds_of_pairs(match.pairs)
    if match.left and match.right:
        return _verdict_of_strangers(first, second, sure), _named(kinds | {"different_word"})
    relations = [relation for _, _, relation in match.pairs]
    whole = sum(relation < Relation.ABBREVIATION for relation in relations)
    doubtful = not _DOUBTFUL.isdisjoint(relations) or (Relation.INITIAL in relations and not whole)
    if match.left or match.right:
        kinds.add("missing_word")
        doubtful = doubtful or whole < 2
    return "ask" if doubtful else "fix_needed", _named(kinds)


def _joins_to_the_same(first: _Words, second: _Words, sure: list[_Pair]) -> bool:
    """Whether only spaces part the words without a sure partner: SITIAMINAH BANO and SITI AMINAH BANNO."""
    if "".join(first.words) == "".join(second.words):
        return True
    taken, other_taken = {pair[0] for pair in sure}, {pair[1] for pair in sure}
    left = "".join(word for index, word in enumerate(first.words) if index not in taken)
    return left != "" and left == "".join(
        word for index, word in enumerate(second.words) if index not in other_taken
    )


def _verdict_of_strangers(first: _Words, second: _Words, sure: list[_Pair]) -> Verdict:
    given_name_agrees = any(0 in pair[:2] for pair in sure)
    half = 2 * len(sure) >= max(len(first.words), len(second.words))
    return "ask" if half and given_name_agrees else "different"


def _match(first: _Words, second: _Words) -> _Match:
    """Pair the words, nearest relations first; within one relation by position."""
    found = sorted(
        (relation, i, j)
        for i, word in enumerate(first.words)
        for j, other in enumerate(second.words)
        if (relation := relate(word, other, first.dotted[i], second.dotted[j])) is not Relation.UNRELATED
    )
    left, right = list(range(len(first.words))), list(range(len(second.words)))
    pairs: list[_Pair] = []
    for relation, i, j in found:
        if i in left and j in right:
            pairs.append((i, j, relation))
            left.remove(i)
            right.remove(j)
    return _Match(pairs, left, right)


def _kinds_of_pairs(pairs: list[_Pair]) -> set[str]:
    relations = {relation for _, _, relation in pairs}
    kinds = set()
    if relations & _SPELT:
        kinds.add("spelling_variant")
    if relations & _SHORTENED:
        kinds.add("abbreviation")
    partners = [j for _, j, _ in sorted(pairs)]
    if partners != sorted(partners):
        kinds.add("order")
    return kinds


def _written_differently(left: str, right: str) -> set[str]:
    """The words are the same: either signs or spaces (or both) tell the two apart."""
    kinds = set()
    if [sign for sign in left if not sign.isalnum() and not sign.isspace()] != [
        sign for sign in right if not sign.isalnum() and not sign.isspace()
    ]:
        kinds.add("punctuation")
    if not kinds or (left == " ".join(left.split())) != (right == " ".join(right.split())):
        kinds.add("spacing")
    return kinds


def _named(kinds: set[str]) -> tuple[str, ...]:
    return tuple(kinds) if len(kinds) == 1 else tuple(kind for kind in KINDS if kind in kinds)


@lru_cache(maxsize=4_096)
def _split(name: str) -> _Words:
    """The words of a casefolded name; remembered, for each paper of a person is compared with the others."""
    words, titled = split_titles(name.replace(",", ", ").split())
    parts = " ".join(words).translate(_NO_SIGNS).split()
    kept = [part for part in parts if part != "."]
    dotted = tuple(part.endswith(".") for part in kept)
    return _Words(tuple(part.rstrip(".") for part in kept), dotted, titled)


def _normalise(name: str) -> str:
    return " ".join(_split(name.casefold()).words)
