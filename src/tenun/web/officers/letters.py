"""What a paper says differently, letter by letter, and the same difference in a few words."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from tenun.domain.comparison import Comparison
from tenun.domain.identifiers.names import NameDifference, compare_names
from tenun.domain.papers import MaritalStatus, Sex
from tenun.domain.words import Language, Words
from tenun.shared.encryption import masked
from tenun.web.officers import words
from tenun.web.parts import Mark, Piece, Text, plain

NAMES = frozenset({"name", "birth_place", "mother_name", "father_name"})
DAYS = frozenset({"birth_date", "passport_expiry"})
PRIVATE = frozenset({"nik", "kk_number", "passport_number"})
"""Numbers that no page shows in clear; a difference is told by its place."""

_KINDS: Mapping[str, Words] = MappingProxyType(
    {
        "spacing": Words("spasi berbeda", "spaces differ"),
        "punctuation": Words("tanda baca berbeda", "punctuation differs"),
        "title": Words("gelar ikut tertulis", "a title is written"),
        "abbreviation": Words("nama disingkat", "a name is shortened"),
        "order": Words("urutan kata berbeda", "the order of words differs"),
        "spelling_variant": Words("ejaan berbeda", "spelt differently"),
        "missing_word": Words("ada kata yang kurang atau lebih", "a word more or less"),
        "different_word": Words("kata lain", "another word"),
    }
)
_OTHER_NAME = Words("nama lain", "another name")
_LETTER_MORE = Words("huruf {letter} lebih", "letter {letter} too many")
_LETTER_LESS = Words("huruf {letter} kurang", "letter {letter} missing")
_SPACE_MORE = Words("spasi lebih", "a space too many")
_SPACE_LESS = Words("spasi kurang", "a space missing")
_WORD_MORE = Words("kata {word} lebih", "word {word} too many")
_WORD_LESS = Words("kata {word} tidak ditulis", "word {word} is not written")
_INSTEAD = Words("{mine}, seharusnya {right}", "{mine} instead of {right}")
_SWAPPED = Words("angka tertukar", "digits swapped")
_DAY_AND_MONTH = Words("hari dan bulan tertukar", "day and month swapped")
_PARTS = (
    Words("hari berbeda", "day differs"),
    Words("bulan berbeda", "month differs"),
    Words("tahun berbeda", "year differs"),
)
_LENGTH = Words("{mine} angka, seharusnya {right}", "{mine} digits instead of {right}")
_PLACES = Words("angka ke-{places} berbeda", "digit {places} differs")
_MANY_PLACES = Words("{count} angka berbeda", "{count} digits differ")
_OTHER = Words("berbeda", "differs")
_FEW = 3
_SHORTENED = {"abbreviation", "order", "punctuation"}


def say_value(field: str, value: str, language: Language) -> str:
    """A value as a paper prints it, codes in words, personal numbers masked."""
    if field in PRIVATE:
        return masked(value)
    if field in DAYS:
        return f"{date.fromisoformat(value):%d-%m-%Y}"
    if field == "sex":
        return words.SEXES[Sex(value)].say(language)
    if field == "marital_status":
        return words.MARITAL[MaritalStatus(value)].say(language)
    return value


def mark_difference(field: str, value: str, right: str, language: Language) -> tuple[Text, str]:
    """The value with what differs from `right` marked, and the difference in words."""
    if field in NAMES:
        return _mark_name(value, right, language)
    if field in DAYS:
        return _mark_day(date.fromisoformat(value), date.fromisoformat(right), language)
    if field in PRIVATE:
        return plain(masked(value)), _places(value, right, language)
    return (Piece(say_value(field, value, language), Mark.DIFFERS),), _OTHER.say(language)


def _mark_name(value: str, right: str, language: Language) -> tuple[Text, str]:
    found = compare_names(value, right)
    if found.verdict == "different":
        return (Piece(found.left, Mark.DIFFERS),), _OTHER_NAME.say(language)
    pieces: list[Piece] = []
    at = 0
    for each in found.differences:
        pieces.append(Piece(found.left[at : each.position]))
        pieces.append(_marked(each))
        at = each.position + len(each.left)
    pieces.append(Piece(found.left[at:]))
    if len(found.differences) == 1 and not _SHORTENED & set(found.kinds):
        said = _say_one(found.differences[0], language)
    else:
        said = ", ".join(_KINDS[kind].say(language) for kind in found.kinds if kind in _KINDS)
    return tuple(piece for piece in pieces if piece.text), said or _OTHER.say(language)


def _marked(difference: NameDifference) -> Piece:
    """A space is drawn, for nobody sees one that is only coloured."""
    if not difference.left:
        return Piece("_", Mark.GAP)
    return Piece(difference.left if difference.left.strip() else "␣" * len(difference.left), Mark.DIFFERS)


def _say_one(difference: NameDifference, language: Language) -> str:
    mine, right = difference.left.strip(), difference.right.strip()
    if difference.left and difference.right:
        return _INSTEAD.say(language, mine=mine or "␣", right=right or "␣")
    text = mine or right
    if not text:
        return (_SPACE_MORE if difference.left else _SPACE_LESS).say(language)
    if len(text) == 1:
        return (_LETTER_MORE if mine else _LETTER_LESS).say(language, letter=text)
    return (_WORD_MORE if mine else _WORD_LESS).say(language, word=text)


def _mark_day(mine: date, right: date, language: Language) -> tuple[Text, str]:
    pieces: list[Piece] = []
    said: list[str] = []
    written = zip(f"{mine:%d-%m-%Y}".split("-"), f"{right:%d-%m-%Y}".split("-"), _PARTS, strict=True)
    for place, (part, other, what) in enumerate(written):
        if place:
            pieces.append(Piece("-"))
        pieces.append(Piece(part, Mark.DIFFERS if part != other else Mark.PLAIN))
        if part != other:
            swapped = sorted(part) == sorted(other)
            said.append((_SWAPPED if swapped else what).say(language))
    if (mine.day, mine.month) == (right.month, right.day) and mine.day != mine.month and mine.year == right.year:
        said = [_DAY_AND_MONTH.say(language)]
    return tuple(pieces), ", ".join(dict.fromkeys(said))


def _places(mine: str, right: str, language: Language) -> str:
    if len(mine) != len(right):
        return _LENGTH.say(language, mine=len(mine), right=len(right))
    places = [str(place) for place, (sign, other) in enumerate(zip(mine, right, strict=True), 1) if sign != other]
    if len(places) > _FEW:
        return _MANY_PLACES.say(language, count=len(places))
    return _PLACES.say(language, places=", ".join(places))


def said_by(comparison: Comparison, field: str) -> Mapping[str, str]:
    """What each source says in a field in which sources differ; empty when they do not."""
    return next((mismatch.papers for mismatch in comparison.mismatches if mismatch.field == field), {})
