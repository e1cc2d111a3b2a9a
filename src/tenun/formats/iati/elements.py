"""Small acts on the elements of an activity: what a narrative says, and putting a part where the schema wants it."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from lxml import etree

from tenun.formats.iati.checking import is_foreign, name_of
from tenun.formats.iati.shapes import ORDER
from tenun.formats.iati.vocabulary import NAMESPACE

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OURS = "id"
STANDS_IN = f"{{{NAMESPACE}}}stands-in"
"""Marks a part that only the schema asks for."""

K = TypeVar("K")


def one_line(text: str) -> str:
    """The text without the blanks and breaks that a file puts between its words."""
    return " ".join(text.split())


def said(element: Any | None) -> str:
    """What an element's narratives say: Indonesian first, then without a language, then English, then any."""
    if element is None:
        return ""
    texts = [(each.get(LANG), (each.text or "").strip()) for each in element.findall("narrative")]
    texts = [(language, text) for language, text in texts if text]
    return min(texts, key=lambda each: _rank(each[0]), default=(None, ""))[1]


def _rank(language: str | None) -> int:
    match (language or "").lower().partition("-")[0]:
        case "id" | "in":
            return 0
        case "":
            return 1
        case "en":
            return 2
        case _:
            return 3


def say(element: Any, text: str) -> None:
    """Let an element say this in Indonesian; what it says in other languages stays, unless it is to say nothing."""
    narratives = element.findall("narrative")
    if not text:
        for each in narratives[1:]:
            element.remove(each)
        for each in narratives[:1]:
            each.text = ""
        return
    ours = [each for each in narratives if _rank(each.get(LANG)) == 0]
    ours = ours or [each for each in narratives if each.get(LANG) is None and _is_ours(element)]
    if ours:
        ours[0].text = clean(text)
        return
    new = etree.Element("narrative")
    if narratives or not _is_ours(element):
        new.set(LANG, OURS)
    new.text = clean(text)
    new.tail = element.text
    element.insert(0, new)


def _is_ours(element: Any) -> bool:
    """Whether a narrative without a language is Indonesian, or says nothing of it."""
    activity = next(element.iterancestors("iati-activity"), element)
    return _rank(activity.get(LANG)) < 2


def clean(text: str) -> str:
    """The text without the signs that XML cannot hold."""
    return "".join(sign for sign in text if _may_stand(ord(sign)))


def _may_stand(code: int) -> bool:
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF


def element(name: str, text: str = "", **attributes: str) -> Any:
    """A new element with one narrative, if there is something to say; `_` in a name of an attribute is `-`."""
    new = etree.Element(name, {key.replace("_", "-"): clean(value) for key, value in attributes.items()})
    if text:
        etree.SubElement(new, "narrative").text = clean(text)
    return new


def insert(activity: Any, new: Any) -> None:
    """Put a part of ours into an activity; what it says is Indonesian, also where the rest is not."""
    if not _is_ours(activity):
        for narrative in new.iter("narrative"):
            narrative.set(LANG, OURS)
    put(activity, new)


def put(activity: Any, new: Any) -> None:
    """Put a part of an activity behind the last one that may stand before it."""
    place = _place(new)
    # Its identifier stands before everything else.
    put_after([each for each in activity.iterchildren("*") if _place(each) <= place][-1], new)


def put_after(before: Any, new: Any) -> None:
    """Put an element behind another one, indented alike."""
    parent = before.getparent()
    tail = before.tail
    parent.insert(parent.index(before) + 1, new)
    new.tail = tail
    if parent[-1] is new and len(parent) > 1:
        before.tail = parent.text


def _place(part: Any) -> int:
    return len(ORDER) if is_foreign(part) else ORDER.get(name_of(part), len(ORDER))


def remove(part: Any) -> None:
    """Take an element away; what stands behind it keeps its indentation."""
    parent, before = part.getparent(), part.getprevious()
    if part.getnext() is None and before is not None:
        before.tail = part.tail
    part.tail = None
    parent.remove(part)


def arrange(activity: Any, present: list[tuple[K, Any]], wanted: Iterable[K], make: Callable[[K], Any]) -> None:
    """Let these parts of one kind be the wanted ones, in their order; a part that is wanted again stays as it is."""
    pool = list(present)
    for _, part in present:
        remove(part)
    for key in wanted:
        index = next((number for number, (of, _) in enumerate(pool) if of == key), None)
        if index is None:
            insert(activity, make(key))
        else:
            put(activity, pool.pop(index)[1])
