"""Every text of a template and of the code is in the catalogue of the other language, with the same placeholders."""

import ast
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest

import tenun.web

WEB = Path(tenun.web.__file__).parent
MARKED = re.compile(r'{% translate "([^"]+)"')
BLOCK = re.compile(r"{% blocktranslate(?: [^%]*)? %}(.*?){% (?:plural|endblocktranslate) %}", re.DOTALL)
PLACE = re.compile(r"%(?:\(\w+\))?[sd]")
MARKING = ("gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy")


def marked_in(path):
    """Every text of a module that is marked for translation, whatever name marks it there."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    imported = [
        node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
    ]
    marks = {each.asname or each.name: each.name for node in imported for each in node.names if each.name in MARKING}
    for node in nodes:
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in marks:
            for text in node.args[: 2 if marks[node.func.id].startswith("ngettext") else 1]:
                assert isinstance(text, ast.Constant), f"{path}:{node.lineno} marks no plain text"
                yield text.value


def texts_of_code():
    return sorted({text for path in WEB.parent.rglob("*.py") for text in marked_in(path)})


def texts():
    for path in (WEB / "templates").rglob("*.html"):
        source = path.read_text("utf-8")
        yield from MARKED.findall(source)
        yield from (re.sub(r"{{ (\w+) }}", r"%(\1)s", text) for text in BLOCK.findall(source))


@pytest.fixture(scope="module")
def english():
    with (WEB / "locale/en/LC_MESSAGES/django.mo").open("rb") as file:
        return GNUTranslations(file)


def say(catalogue, text):
    one = catalogue.gettext(text)
    return one if one != text else catalogue.ngettext(text, text, 1)


ALIKE = {"Menu", "Data", "NIK", "KK", "admin", "Dukcapil", "AK1", "Sisko", "SMS", "WhatsApp", "iPhone", "iPad"}
ALIKE |= {"Tetun", "Dawan", "Lamaholot", "Manggarai", "Sumba"}
"""Names, and what is written alike in both languages."""


@pytest.mark.parametrize(("read", "least"), [(lambda: sorted(set(texts())), 80), (texts_of_code, 300)])
def test_every_text_is_translated_with_the_same_placeholders(english, read, least):
    found = read()
    assert len(found) > least
    assert [text for text in found if say(english, text) == text and text not in ALIKE] == []
    assert [text for text in found if sorted(PLACE.findall(say(english, text))) != sorted(PLACE.findall(text))] == []


def test_no_template_holds_words_outside_the_catalogue():
    """The gallery's content is invented and shown to builders only."""
    for path in (WEB / "templates").rglob("*.html"):
        if path.name == "gallery.html":
            continue
        source = path.read_text("utf-8")
        source = re.sub(r"{#.*?#}|{% blocktranslate.*?endblocktranslate %}", "", source, flags=re.DOTALL)
        source = re.sub(r"{[%{].*?[%}]}", "", source, flags=re.DOTALL)
        words = re.sub(r"<[^>]*>", " ", source).split()
        assert set(words) <= {"Tenun", "·", "›", ".", ":", ",", ";", "–", "◇"}, path
