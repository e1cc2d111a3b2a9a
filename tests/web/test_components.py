"""Components: a wrong use fails when the template compiles, and the gallery shows each in each of its states."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.template.library import InclusionNode, SimpleBlockNode
from django.template.loader import get_template, render_to_string
from django.template.loader_tags import ExtendsNode

import tenun.web
from tenun.domain.assessment import FindingState
from tenun.web import parts
from tenun.web.gallery import Gallery
from tenun.web.officers import words
from tenun.web.parts import ButtonKind, Mark, Sign, Tone
from tenun.web.templatetags.tenun import register

TEMPLATES = Path(tenun.web.__file__).parent / "templates"
FRAME = {
    "who": parts.Who("Rambu Anamila", "Pengantar kerja, Malaka"),
    "menu": (
        parts.MenuGroup("Meja", (parts.MenuItem("Meja kerja", "/", 41, True), parts.MenuItem("Impor", "/impor"))),
    ),
    "demo": True,
    "home_url": "/",
    "search_url": "/cari",
    "sign_out_url": "/keluar",
}

WRONG_USES = [
    "{% state %}",
    "{% state state=1 colour=2 %}",
    "{% icon 'met' %}",
    "{% gates gate=1 %}",
    "{% button kind='line' %}",
    "{% button label='Simpan' colour='red' %}",
    "{% paper paper=1 %}",
    "{% field name=1 %}",
    "{% ladder proof=1 %}",
    "{% notice tone='met' %}x{% endnotice %}",
    "{% notice title='a' %}x",
    "{% empty %}x{% endempty %}",
]


@pytest.mark.parametrize("use", WRONG_USES)
def test_an_unknown_or_missing_argument_fails_when_the_template_compiles(use):
    with pytest.raises(TemplateSyntaxError):
        Template(use)


@pytest.mark.parametrize(
    "use",
    [
        "{% icon sign='smile' %}",
        "{% button label='a' kind='red' %}",
        "{% notice title='a' tone='pink' %}{% endnotice %}",
    ],
)
def test_a_sign_kind_or_tone_that_does_not_exist_is_refused(use):
    with pytest.raises(ValueError, match="is not a valid"):
        Template(use).render(Context())


def used_in(name, seen):
    """Every component that a template can reach, by the name of its tag."""
    template = get_template(name).template
    for node in template.nodelist.get_nodes_by_type(ExtendsNode):
        yield from used_in(node.parent_name.var, seen)
    nodes = [*template.nodelist.get_nodes_by_type(InclusionNode), *template.nodelist.get_nodes_by_type(SimpleBlockNode)]
    for node in nodes:
        tag = node.func.__name__
        if tag not in seen:
            seen.add(tag)
            yield tag
            yield from used_in(f"components/{tag}.html", seen)


def test_the_gallery_shows_every_component():
    assert set(used_in("gallery.html", set())) == set(register.tags)


def test_every_component_has_one_file_and_every_file_its_tag():
    assert {path.stem for path in (TEMPLATES / "components").glob("*.html")} == set(register.tags)


@pytest.fixture(scope="module")
def gallery():
    return render_to_string("gallery.html", {"gallery": Gallery(), **FRAME})


def shown(*patterns):
    return [pytest.param(pattern, id=pattern) for pattern in patterns]


@pytest.mark.parametrize(
    "pattern",
    shown(
        *(f'<use href="#i-{sign}"/>' for sign in Sign),
        *(f'<symbol id="i-{sign}"' for sign in Sign),
        *(f'class="state {tone}"' for tone in Tone),
        *(f'class="g-{tone}"' for tone in Tone),
        *(f'class="m-{tone}"' for tone in Tone),
        *(f'class="verdict {tone}"' for tone in (Tone.BLOCKS, Tone.EXPIRES, Tone.MET, Tone.PLAIN)),
        *(f'class="notice {tone}"' for tone in (Tone.BLOCKS, Tone.EXPIRES, Tone.MET, Tone.PLAIN)),
        *(f'class="btn {kind}' for kind in ButtonKind),
        *(f"</svg>{words.STATES[state].id}</span>" for state in FindingState),
        *(f"Bukti tingkat {proof} dari 4" for proof in range(5)),
        *(f'<td class="{kind}' for kind in ("same", "differs", "none")),
        *(
            'role="alert"',
            'aria-busy="true"',
            "disabled>",
            "finding is-b",
            "finding is-e",
            "btn line big",
            "btn line sm",
        ),
        *(
            'class="crit"',
            "bar a-4 n-1 wait",
            " short",
            "beside a-",
            "beside before a-",
            "has-ready",
            "no-days",
            "plan-beside",
        ),
        *(
            'class="scan"',
            'class="scan none"',
            'type="radio"',
            'type="checkbox"',
            "<select",
            "<textarea",
            'class="err"',
        ),
        *('aria-current="page"', 'class="demo"', 'class="empty"', 'class="looks"', 'class="log"', 'class="kv"'),
    ),
)
def test_the_gallery_shows_every_state(gallery, pattern):
    assert pattern in gallery


@pytest.mark.parametrize(
    ("mark", "html"),
    [
        (Mark.PLAIN, "biasa, "),
        (Mark.STRONG, "<strong>"),
        (Mark.DIFFERS, 'class="diff"'),
        (Mark.GAP, 'class="diff gap"'),
    ],
)
def test_the_gallery_shows_every_mark(gallery, mark, html):
    assert any(piece.mark is mark for text in Gallery().texts for piece in text)
    assert html in gallery


def test_what_people_write_is_never_markup():
    text = (parts.Piece("<script>alert(1)</script>", Mark.DIFFERS),)
    html = Template("{% text pieces=text %}").render(Context({"text": text}))
    assert "<script>" not in html
    notice = "{% notice title=title %}{{ body }}{% endnotice %}"
    html = Template(notice).render(Context({"title": "<b>x</b>", "body": "<i>y</i>"}))
    assert "&lt;b&gt;" in html
    assert "<i>" not in html


def test_a_button_that_cannot_be_pressed_says_why():
    html = Template("{% button label='Simpan' reason='4 isian lagi.' %}").render(Context())
    assert re.search(r"disabled>Simpan</button><small>4 isian lagi\.</small>", html)
