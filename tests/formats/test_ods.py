"""An .ods is read with its repetitions, formulas and error values, and without the comments in its cells."""

import zipfile
from datetime import date

import pytest

from tenun.formats import ods
from tenun.formats.cells import CellError, Formula
from tenun.formats.problems import UnreadableFile

CELL = "<table:table-cell {}>{}</table:table-cell>"
TEXT = 'office:value-type="string"'
MANY_BLANKS = CELL.format(TEXT, '<text:p><text:s text:c="99999"/></text:p>')


def cells_of(make_ods, cell):
    ((_, cells),) = ods.first_sheet(make_ods(("Isian", [[cell]]))).rows
    return cells


def refusal(path):
    with pytest.raises(UnreadableFile) as caught:
        list(ods.first_sheet(path).rows)
    return caught.value.problem


@pytest.mark.parametrize(
    ("attributes", "content", "value"),
    [
        (TEXT, "<text:p>Maria</text:p>", "Maria"),
        (TEXT, "<text:p>Ma<text:span>ria</text:span></text:p><text:p>Bano</text:p>", "Maria\nBano"),
        (TEXT, '<text:p>a<text:s text:c="3"/>b<text:s/>c</text:p>', "a   b c"),
        (TEXT, "<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
        (TEXT, "<office:annotation><text:p>awas</text:p></office:annotation><text:p>Maria</text:p>", "Maria"),
        (f'{TEXT} office:string-value="Maria"', "", "Maria"),
        ("", "<text:p>Maria</text:p>", "Maria"),
        ('office:value-type="float" office:value="280"', "<text:p>280,00</text:p>", 280),
        ('office:value-type="float" office:value="5.30406E+15"', "", 5.30406e15),
        ('office:value-type="date" office:date-value="1999-03-12T10:00:00"', "", date(1999, 3, 12)),
        ('office:value-type="date" office:date-value="kemarin"', "", "kemarin"),
        ('office:value-type="boolean" office:boolean-value="true"', "", True),
        (
            'office:value-type="string" calcext:value-type="error"',
            "<text:p>#REF!</text:p>",
            CellError("#REF!"),
        ),
        (f'{TEXT} table:formula="of:=[.A1]"', "<text:p>x</text:p>", Formula("=[.A1]", "x")),
        ('table:formula="of:=[.A1]"', "", Formula("=[.A1]")),
    ],
)
def test_every_kind_of_cell(make_ods, attributes, content, value):
    assert cells_of(make_ods, CELL.format(attributes, content)) == {0: value}


def test_repeated_cells_and_rows(make_ods):
    twice = CELL.format(f'{TEXT} table:number-columns-repeated="2"', "<text:p>x</text:p>")
    rows = [
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>',
        f'<table:table-row table:number-rows-repeated="2"><table:table-cell/>{twice}</table:table-row>',
        (
            '<table:table-row table:number-rows-repeated="1048000">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        ),
    ]
    assert list(ods.first_sheet(make_ods(("Isian", rows))).rows) == [
        (4, {1: "x", 2: "x"}),
        (5, {1: "x", 2: "x"}),
    ]


@pytest.mark.parametrize(
    "row",
    [
        (
            f'<table:table-row table:number-rows-repeated="900000">{CELL.format(TEXT, "<text:p>x</text:p>")}'
            "</table:table-row>"
        ),
        '<table:table-row table:number-rows-repeated="99999999"/>',
        '<table:table-row><table:table-cell table:number-columns-repeated="0"/></table:table-row>',
        '<table:table-row><table:table-cell office:value-type="float" office:value="x"/></table:table-row>',
        f"<table:table-row>{MANY_BLANKS}</table:table-row>",
        "<table:table-row>",
    ],
)
def test_what_no_sheet_holds_is_damage(make_ods, row):
    assert refusal(make_ods(("Isian", [row]))).code == "file.damaged"


def test_a_password(make_ods):
    path = make_ods(("Isian", [["nama"]]), manifest="<manifest><encryption-data/></manifest>")
    assert refusal(path).message("id").startswith("Berkas orang.ods dikunci dengan kata sandi.")


def test_a_file_without_a_manifest(make_zip, make_ods):
    with zipfile.ZipFile(make_ods(("Isian", [["nama"]]))) as archive:
        content = archive.read("content.xml")
    path = make_zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}, "lain.ods")
    assert list(ods.first_sheet(path).rows) == [(1, {0: "nama"})]
