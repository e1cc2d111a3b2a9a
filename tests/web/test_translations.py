"""Every text of a template is in the catalogue of the other language, with the same placeholders."""

import re
from gettext import GNUTranslations
from pathlib import Path

import pytest

import tenun.web

WEB = Path(tenun.web.__file__).parent
MARKED = re.compile(r'{% translate "([^"]+)"')
BLOCK = re.compile(r"{% blocktranslate(?: [^%]*)? %}(.*?){% (?:plural|endblocktranslate) %}", re.DOTALL)
PLACE = re.compile(r"%\((\w+)\)s")


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


ALIKE = {"Menu", "Data", "NIK", "KK"}


def test_every_text_is_translated_with_the_same_placeholders(english):
    found = sorted(set(texts()))
    assert len(found) > 80
    assert [text for text in found if say(english, text) == text and text not in ALIKE] == []
    assert [text for text in found if set(PLACE.findall(say(english, text))) != set(PLACE.findall(text))] == []


def test_no_template_holds_words_outside_the_catalogue():
    """The gallery's content is invented and shown to builders only."""
    for path in (WEB / "templates").rglob("*.html"):
        if path.name == "gallery.html":
            continue
        source = path.read_text("utf-8")
        source = re.sub(r"{#.*?#}|{% blocktranslate.*?endblocktranslate %}", "", source, flags=re.DOTALL)
        source = re.sub(r"{[%{].*?[%}]}", "", source, flags=re.DOTALL)
        words = re.sub(r"<[^>]*>", " ", source).split()
        assert set(words) <= {"Tenun", "·", "›", ".", ":", ",", ";"}, path
