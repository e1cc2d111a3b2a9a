"""The stylesheets: every class that a page uses exists, the time line has all its places, all lies in layers."""

import re
from pathlib import Path

import pytest
from tests.web.test_pages import ALL, page

import tenun.web
from tenun.web.officers.timeline import MOST_COLUMNS

STATIC = Path(tenun.web.__file__).parent / "static/tenun"
SHEETS = {path.name: path.read_text("utf-8") for path in STATIC.glob("*.css")}
DEFINED = {name for sheet in SHEETS.values() for name in re.findall(r"\.(-?[a-zA-Z][\w-]*)", sheet)}

UNSTYLED = {"g-plain", "g-weak", "m-plain", "plain", "fill", "same", "findings", "body"}
"""Classes that only name what they are: the plain case needs no rule of its own."""


@pytest.mark.parametrize("name", ALL)
def test_every_class_exists(name):
    used = {each for value in page(name).values("class") for each in value.split()}
    assert used - DEFINED - UNSTYLED == set()


def test_every_place_of_the_time_line_has_its_class():
    most = MOST_COLUMNS + 1
    for kind, variable in (("a", "--a"), ("n", "--n"), ("d", "--days")):
        places = re.findall(rf"\.{kind}-(\d+){{{variable}:(\d+)}}", SHEETS["plan.css"])
        assert places == [(str(number), str(number)) for number in range(1, most + (kind != "n"))]


def test_each_sheet_lies_in_the_layers():
    assert (
        SHEETS["tokens.css"]
        .lstrip()
        .split("\n")[1]
        .startswith("@layer tokens, base, layout, components, utilities, print;")
    )
    for name, sheet in SHEETS.items():
        outside = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        depth, top = 0, ""
        for sign in outside:
            depth += {"{": 1, "}": -1}.get(sign, 0)
            top += sign if depth == 0 else ""
        assert re.sub(r"@layer[\w, ]*|[\s};]", "", top) == "", name
        assert depth == 0, name
