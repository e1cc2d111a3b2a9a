"""A code stands in one table only, so that its sentence cannot be lost behind another."""

from tenun.formats.catalogue_words import RULES
from tenun.formats.problem_words import CELLS, CHECKS, FILES, HEADERS, IMPORTS, ROWS, SISKO
from tenun.formats.problems import PROBLEMS
from tenun.formats.programme_words import HXL, IATI, SHEETS

TABLES = (
    ({"file"}, FILES),
    ({"header"}, HEADERS),
    ({"row"}, ROWS),
    ({"cell", "date"}, CELLS),
    ({"row"}, CHECKS),
    ({"import"}, IMPORTS),
    ({"sisko"}, SISKO),
    ({"rules"}, RULES),
    ({"iati"}, IATI),
    ({"programme"}, SHEETS),
    ({"hxl"}, HXL),
)


def test_every_code_stands_once():
    codes = [code for _, table in TABLES for code in (*table.errors, *table.warnings)]
    assert len(codes) == len(set(codes)) == len(PROBLEMS)


def test_every_code_begins_with_what_it_is_about():
    for prefixes, table in TABLES:
        assert {code.partition(".")[0] for code in (*table.errors, *table.warnings)} == prefixes
