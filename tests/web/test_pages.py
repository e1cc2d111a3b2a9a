"""Whole pages: light, in order, one thing to press, nothing private, nothing that the content policy forbids."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from tests.web.people import dossiers, page_of
from tests.web.test_components import FRAME
from tests.web.test_fields import Example

import tenun.web
from tenun.domain.states import ReadyState
from tenun.web import parts
from tenun.web.gallery import Gallery
from tenun.web.officers.desk import DeskPage

WEB = Path(tenun.web.__file__).parent
STATIC = WEB / "static/tenun"
MOST_BYTES = 100_000
EVERYBODY = sorted(dossiers())
VOID = {"meta", "link", "input", "br", "img", "path", "circle", "rect", "use"}


class Page(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, html):
        super().__init__()
        self.html, self.tags, self.open, self.wrong = html, [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def values(self, attribute):
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


def berkas(name, language="id", **more):
    with translation.override(language):
        page = page_of(name, language=language, **more)
        return render_to_string("officers/berkas.html", {"page": page, **FRAME})


def other_pages():
    accounts = [parts.DemoAccount("rambu", "Rambu Anamila", "Pengantar kerja")]
    rows = Gallery().rows
    return {
        "sign_in": (
            "sign_in.html",
            {"form": Example({}), "next": "/x", "demo": True, "demo_url": "/demo", "demo_accounts": accounts},
        ),
        "sign_in_plain": ("sign_in.html", {"form": Example()}),
        "desk": (
            "desk.html",
            {"desk": DeskPage(about="Selasa", rows=rows, register_url="/daftar", next_url="/x"), **FRAME},
        ),
        "desk_empty": ("desk.html", {"desk": DeskPage(about="Selasa", rows=()), **FRAME}),
        "desk_searched": ("desk.html", {"desk": DeskPage(about="Selasa", rows=()), "query": "Yanti", **FRAME}),
        "register": ("register.html", {"form": Example({}), "digit_fields": ("telepon",), "cancel_url": "/", **FRAME}),
        "gallery": ("gallery.html", {"gallery": Gallery(), **FRAME}),
        **{code: (f"{code}.html", {}) for code in ("403", "404", "500")},
    }


ALL = [*EVERYBODY, *other_pages()]


def page(name, language="id"):
    if name in dossiers():
        return Page(berkas(name, language))
    template, context = other_pages()[name]
    with translation.override(language):
        return Page(render_to_string(template, context))


@pytest.mark.parametrize("name", ALL)
def test_tags_close_and_ids_are_one_of_a_kind(name):
    found = page(name)
    assert (found.wrong, found.open) == ([], [])
    assert [each for each, count in Counter(found.values("id")).items() if count > 1] == []


@pytest.mark.parametrize("name", ALL)
def test_every_link_into_the_page_and_every_label_leads_somewhere(name):
    found = page(name)
    ids = set(found.values("id"))
    assert {link[1:] for link in found.values("href") if link.startswith("#")} <= ids
    assert set(found.values("for")) <= ids
    assert {each for value in found.values("aria-describedby") for each in value.split()} <= ids


@pytest.mark.parametrize("name", ALL)
def test_nothing_that_the_content_policy_forbids(name):
    found = page(name)
    assert found.values("style") == []
    assert not {"script", "style", "iframe", "object"} & {tag for tag, _ in found.tags}
    assert [name for _, attributes in found.tags for name in attributes if name.startswith("on")] == []
    assert [url for name in ("href", "src", "action") for url in found.values(name) if re.match(r"\w+:|//", url)] == []


@pytest.mark.parametrize("name", ALL)
def test_headings_stand_in_order_and_the_page_has_one_title(name):
    levels = [int(tag[1]) for tag, _ in page(name).tags if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@pytest.mark.parametrize("name", [name for name in ALL if name != "gallery"])
def test_one_filled_button(name):
    filled = [value for value in page(name).values("class") if value.startswith("btn fill")]
    assert len(filled) <= 1


@pytest.mark.parametrize("name", ALL)
def test_a_first_view_is_light(name):
    sheets = {link.removeprefix("/static/tenun/") for link in page(name).values("href") if link.startswith("/static/")}
    assert "tenun.css" in sheets
    assert len(page(name).html.encode()) + sum((STATIC / sheet).stat().st_size for sheet in sheets) <= MOST_BYTES


@pytest.mark.parametrize("name", ALL)
def test_the_page_says_its_language_and_its_name(name):
    found = page(name, "en")
    assert '<html lang="en">' in found.html
    assert re.search(r"<title>[^<]+ · Tenun</title>", found.html)


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("state", [ReadyState.MATCHED, ReadyState.DEPARTED])
def test_no_berkas_shows_a_number_in_clear(name, state):
    html = berkas(name, for_state=state)
    dossier = dossiers()[name]
    numbers = {dossier.nik, dossier.family_card_number}
    numbers |= {paper.number for kind, paper in dossier.papers.items() if kind in ("ktp", "kk", "paspor")}
    assert [number for number in numbers if number and number in html] == []
    assert re.search(r"\d{9,}", re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)) is None


def test_a_post_carries_its_token():
    for name in ("sign_in", "register", EVERYBODY[0]):
        for tag, attributes in page(name).tags:
            assert (tag, attributes.get("method")) != ("form", "get")
    for path in (WEB / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert text.count('method="post"') == text.count("{% csrf_token %}"), path


def test_no_template_is_longer_than_a_screen_or_two():
    long = {path.name: len(path.read_text("utf-8").splitlines()) for path in (WEB / "templates").rglob("*.html")}
    assert {name: lines for name, lines in long.items() if lines > 120} == {}


def test_an_error_page_needs_no_context_and_says_what_is_safe():
    html = page("500").html
    assert "Yang sudah disimpan aman" in html
    assert "T-500" in html
    assert "Berkas ini di luar wilayah Anda, atau tidak ada." in page("404").html
