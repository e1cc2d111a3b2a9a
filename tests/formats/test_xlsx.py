"""The small parts of an .xlsx: which sheet comes first, and which number formats show a day."""

from datetime import date

import pytest

from tenun.formats import xlsx
from tenun.formats.spreadsheet import open_sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELL = '<row r="1"><c r="A1" t="str"><v>nama</v></c><c r="B1" s="1"><v>36231</v></c></row>'
DAY = date(1999, 3, 12)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("dd/mm/yyyy", DAY),
        ("[$-421]d mmmm yyyy;@", DAY),
        ("mmm", DAY),
        ("yyyy", DAY),
        ("General", 36231),
        ("0.00", 36231),
        ("h:mm", 36231),
        ("mm:ss", 36231),
        ("[Red]0", 36231),
        ('"hari ke"0', 36231),
        ("\\d0", 36231),
        ("_d0", 36231),
        ("@", 36231),
    ],
)
def test_a_number_is_a_day_when_its_format_shows_one(make_raw_xlsx, code, value):
    escaped = code.replace('"', "&quot;")
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="{escaped}"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    ((_, cells),) = xlsx.first_sheet(make_raw_xlsx(CELL, parts={"xl/styles.xml": styles})).rows
    assert cells[1] == value


def test_a_sheet_that_is_a_chart_is_passed_over(make_raw_xlsx):
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets><sheet name="Grafik" r:id="rId1"/>'
        '<sheet name="Rusak"/><sheet name="Isian" r:id="rId2"/></sheets></workbook>'
    )
    relations = (
        '<Relationships><Relationship Id="rId1" Target="chartsheets/sheet1.xml"/>'
        '<Relationship Id="rId2" Target="worksheets/sheet1.xml"/></Relationships>'
    )
    parts = {"xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": relations}
    assert list(open_sheet(make_raw_xlsx(CELL, parts=parts)).columns) == [0, 1]
