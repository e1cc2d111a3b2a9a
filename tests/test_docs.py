"""The documentation keeps its word: links resolve, terms are unique, decisions numbered, pages current."""

import re
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
import yaml

from tenun.domain.words import Words

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *DOCS.rglob("*.md")) if "_build" not in path.parts)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
KINDS = ("tutorial", "how-to", "reference", "explanation")


def load_generator():
    spec = spec_from_file_location("generate", DOCS / "generate.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = load_generator()


def name_of(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file(page):
    links = [link.split("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8"))]
    inside = [link for link in links if link and "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_page_is_in_a_table_of_contents():
    listed = set()
    for page in DOCS.rglob("*.md"):
        for block in re.findall(r"```\{toctree\}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            names = [line for line in block.splitlines() if line and not line.startswith(":")]
            for name in names:
                listed |= {path.resolve() for path in page.parent.glob(f"{name}.md")}
    pages = {page.resolve() for page in PAGES if page.is_relative_to(DOCS)}
    assert {name_of(page) for page in pages - listed} == {"docs/index.md"}


def test_the_readme_fits_a_screen_and_names_both_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 50
    assert "make start" in text
    assert "make test" in text


def test_the_map_answers_fifteen_questions():
    rows = [line for line in (DOCS / "map.md").read_text(encoding="utf-8").splitlines() if "](" in line]
    assert len(rows) == 15


def test_the_documentation_has_its_four_kinds():
    assert all((DOCS / kind / "index.md").exists() for kind in KINDS)


def glossary_rows():
    lines = (DOCS / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row for row in cells if row[0] != "Term"]


def doubled(values):
    return [value for value, count in Counter(values).items() if count > 1]


def test_the_terms_of_the_glossary_are_unique_and_sorted():
    rows = glossary_rows()
    terms = [term.strip().lower() for row in rows for term in row[0].split(",")]
    assert doubled(terms) == []
    assert doubled(row[1] for row in rows) == []
    assert [row[0].lower() for row in rows] == sorted(row[0].lower() for row in rows)


def test_every_term_has_a_name_for_the_code_and_a_meaning():
    assert [row for row in glossary_rows() if not re.fullmatch(r"`[a-z_]+`", row[1]) or not row[2]] == []


def decisions():
    return sorted(path for path in (DOCS / "adr").glob("*.md") if path.name != "index.md")


def test_the_decisions_are_numbered_without_a_gap():
    assert [path.name[:4] for path in decisions()] == [f"{number:04d}" for number in range(1, len(decisions()) + 1)]


@pytest.mark.parametrize("decision", decisions(), ids=name_of)
def test_a_decision_is_one_page_with_its_number_and_its_status(decision):
    text = decision.read_text(encoding="utf-8")
    assert text.startswith(f"# {decision.name[:4]}: ")
    assert "\nStatus: " in text
    assert len(text.splitlines()) <= 60


def test_the_changelog_begins_with_what_is_unreleased():
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"


def test_publiccode_has_the_fields_its_standard_asks_for():
    entry = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert entry["publiccodeYmlVersion"] == "0.4"
    wanted = {"name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal"}
    assert wanted | {"maintenance", "localisation"} <= set(entry)
    assert entry["maintenance"]["contacts"]
    for text in entry["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 500 <= len(text["longDescription"]) <= 10_000


@click.group()
def shop():
    """Everything in one place."""


@shop.command()
@click.argument("file")
@click.argument("other", required=False)
@click.option("--on", metavar="DATE", help="The day | as a date.")
@click.option("--secret", hidden=True)
def check(**values):
    """Judge every row of FILE."""


@shop.command(hidden=True)
def inner():
    """Not for people."""


@shop.group()
def audit():
    """Sub-commands."""


@audit.command()
def verify():
    """Verify the chain."""


def test_the_page_of_commands_walks_the_whole_tree_and_leaves_out_what_is_hidden():
    page = generate.commands_page(shop, "shop")
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == ["shop audit verify", "shop check"]
    assert "shop check [OPTIONS] FILE [OTHER]" in page
    assert "| `--on DATE` | The day \\| as a date. |" in page
    assert "| `FILE` | required |" in page
    assert "| `[OTHER]` | may be left out |" in page
    assert "secret" not in page
    assert "Not for people" not in page


def test_the_page_of_errors_says_what_and_what_to_do_in_both_languages():
    empty = SimpleNamespace(
        what=Words("Lembar {sheet} kosong.", "Sheet {sheet} is empty."),
        what_to_do=Words("Isi satu baris.", "Fill one row."),
    )
    cells = (
        "`sheet.empty`",
        "Lembar {sheet} kosong.",
        "Isi satu baris.",
        "Sheet {sheet} is empty.",
        "Fill one row.",
    )
    assert " | ".join(cells) in generate.errors_page({"sheet.empty": empty})


@pytest.mark.parametrize("name", generate.pages())
def test_the_reference_says_what_the_code_says(name):
    assert (DOCS / "reference" / name).read_text(encoding="utf-8") == generate.pages()[name](), "run `make generate`"
