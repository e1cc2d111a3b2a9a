"""The columns of a Sisko list and one row of it: the person, her number, the steps that the list has columns for."""

from datetime import date

import pytest

from tenun.domain.papers import PaperKind, Proof, Sex
from tenun.domain.sisko import SiskoStep
from tenun.formats.cells import Formula
from tenun.formats.sisko import SISKO_COLUMNS, STEP_COLUMNS, read_sisko_row, read_sisko_sheet
from tenun.formats.spreadsheet import open_sheet

PERSON = {"nama": "Anna Klau", "sisko_nomor": "S-1"}


def test_every_step_has_a_column_and_every_column_says_what_goes_in_it():
    assert set(STEP_COLUMNS.values()) == set(SiskoStep)
    assert set(STEP_COLUMNS) < set(SISKO_COLUMNS)
    assert all(column.help.id and column.help.en for column in SISKO_COLUMNS.values())


def test_the_person_and_what_the_list_says_of_her():
    said = {"jenis_kelamin": "P", "sisko_paspor": "C1", "sisko_tujuan": "Malaysia", "sisko_p3mi": "PT Contoh"}
    found = read_sisko_row(PERSON | said, 2)
    assert (found.dossier.name, found.dossier.sex, found.dossier.target) == ("Anna Klau", Sex.FEMALE, None)
    assert {kind: (each.number, each.proof) for kind, each in found.dossier.papers.items()} == {
        PaperKind.PASSPORT: ("C1", Proof.DECLARED)
    }
    assert (found.sisko.number, found.sisko.destination, found.sisko.agency) == ("S-1", "Malaysia", "PT Contoh")


@pytest.mark.parametrize(
    ("cell", "held"),
    [
        ("2026-10-01", date(2026, 10, 1)),
        ("01/10/2026", date(2026, 10, 1)),
        (date(2026, 10, 1), date(2026, 10, 1)),
        ("Ya", True),
        ("sudah", True),
        (True, True),
        ("tidak", False),
        ("BELUM", False),
        ("", False),
        (" ", False),
        ("-", False),
    ],
)
def test_a_step_is_a_day_a_word_or_not_there(cell, held):
    assert read_sisko_row(PERSON | {"sisko_opp": cell}, 2).sisko.steps == {SiskoStep.ORIENTATION: held}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"sisko_opp": "mungkin"}, "cell.not_a_step"),
        ({"sisko_opp": "31-02-2026"}, "cell.not_a_step"),
        ({"sisko_opp": 46000}, "cell.not_a_step"),
        ({"sisko_opp": Formula("=A1", None)}, "cell.formula_without_value"),
        ({"nama": ""}, "row.no_name"),
    ],
)
def test_what_cannot_be_read_gives_no_row(cells, code):
    found = read_sisko_row(PERSON | cells, 2)
    assert (found.dossier, found.sisko, [each.code for each in found.problems]) == (None, None, [code])


def test_a_step_without_a_column_is_not_said_and_one_with_an_empty_cell_is_not_there(tmp_path):
    path = tmp_path / "sisko.csv"
    path.write_text("nama,sisko_nomor,sisko_opp,Catatan\nAnna,S-1,,x\nBerta,S-2,ya,\n")
    sheet = open_sheet(path, None, SISKO_COLUMNS)
    first, second = read_sisko_sheet(sheet)
    assert [each.sisko.steps for each in (first, second)] == [
        {SiskoStep.ORIENTATION: False},
        {SiskoStep.ORIENTATION: True},
    ]
    assert [each.code for each in sheet.problems] == ["header.unknown"]


def test_a_row_that_is_out_of_place_is_told(tmp_path):
    path = tmp_path / "sisko.csv"
    path.write_text("nama,sisko_nomor\nAnna,S-1\nBerta,S-2,x,y\n")
    found = list(read_sisko_sheet(open_sheet(path, None, SISKO_COLUMNS)))
    assert [[each.code for each in row.problems] for row in found] == [[], ["row.too_many_cells"]]
    assert (found[0].dossier.name, found[1].dossier) == ("Anna", None)
