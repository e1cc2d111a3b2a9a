"""Every layout of an .xlsx is read alike, and what cannot be understood is damage, not silence."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tenun.formats import xlsx, xlsx_rows
from tenun.formats.cells import CellError, Formula
from tenun.formats.problems import UnreadableFile
from tenun.formats.spreadsheet import open_sheet
from tenun.formats.xlsx_rows import SharedStrings, unescape

HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>nama</t></is></c><c r="B1" t="str"><v>nik</v></c></row>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rows_of(path):
    return list(xlsx.first_sheet(path).rows)


def second_cell(path):
    (_, (_, cells)) = rows_of(path)
    return cells[1]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="B2"><v>12</v></c>', 12),
        ('<c r="B2" t="n"><v>5.30406E+15</v></c>', 5.30406e15),
        ('<c r="B2"><v>5304055203990001</v></c>', 5304055203990001),
        ('<c r="B2" s="1"><v>36231</v></c>', date(1999, 3, 12)),
        ('<c r="B2" s="2"><v>36231.5</v></c>', date(1999, 3, 12)),
        ('<c r="B2" s="3"><v>36231</v></c>', 36231),
        ('<c r="B2" s="4"><v>0.5</v></c>', 0.5),
        ('<c r="B2" s="1"><v>60</v></c>', 60),
        ('<c r="B2" s="1"><v>99999999</v></c>', 99999999),
        ('<c r="B2" t="b"><v>1</v></c>', True),
        ('<c r="B2" t="b"><v>0</v></c>', False),
        ('<c r="B2" t="d"><v>1999-03-12T00:00:00</v></c>', date(1999, 3, 12)),
        ('<c r="B2" t="d"><v>kemarin</v></c>', "kemarin"),
        ('<c r="B2" t="e"><v>#REF!</v></c>', CellError("#REF!")),
        ('<c r="B2" t="str"><v>a&amp;b</v></c>', "a&b"),
        ('<c r="B2" t="str"><v>a_x000D_b</v></c>', "a\rb"),
        ('<c r="B2" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', " a "),
        ('<c r="B2" t="inlineStr"><is><r><t>Ma</t></r><r><t>ria</t></r></is></c>', "Maria"),
        ('<c r="B2" t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>ひ</t></rPh></is></c>', "東"),
        ('<c r="B2"><f>A1+1</f><v>3</v></c>', Formula("=A1+1", 3)),
        ('<c r="B2"><f>A1</f></c>', Formula("=A1")),
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Formula("=1/0", CellError("#DIV/0!"))),
        ('<c t="str" r="B2"><v>x</v></c>', "x"),
        ("<c/><c><v>7</v></c>", 7),
        ('<c r="B2"><!-- <c r="B2"><v>9</v></c> --><v>7</v></c>', 7),
        ('<c r="B2" t="str"><v><![CDATA[<c>]]></v></c>', "<c>"),
    ],
)
def test_every_kind_of_cell(make_raw_xlsx, cell, value):
    data = HEADER + f'<row r="2">{cell}</row>'
    found = second_cell(make_raw_xlsx(data))
    assert (found, type(found)) == (value, type(value))
    whole = f"<!-- x --><worksheet xmlns='{MAIN}'><sheetData >{data}</sheetData></worksheet>"
    assert second_cell(make_raw_xlsx(sheet=whole)) == value


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ('<row r="4"><c r="A4"><v>1</v></c></row>', [1, 4]),
        ('<row><c r="A2"><v>1</v></c></row>', [1, 2]),
        ('<row r="2"/><row r="3"><c r="A3"><v>1</v></c></row>', [1, 3]),
        ('<row/><row><c r="A3"><v>1</v></c></row>', [1, 3]),
        ('<row spans="1:1" r="5"><c r="A5"><v>1</v></c></row>', [1, 5]),
        ('<row r="2"><c s="1" r="A2"/></row><row r="3"><c r="A3"><v>1</v></c></row>', [1, 3]),
        ('<row r="2"><c r="A2" s="1"/><c r="B2"></c></row><row r="3"><c r="A3"><v>1</v></c></row>', [1, 3]),
        ('<row r="2"><c r="A2" t="str"><v>&#32;</v></c></row>', [1, 2]),
    ],
)
def test_row_numbers_are_the_sheets_own(make_raw_xlsx, rows, numbers):
    assert [row for row, _ in rows_of(make_raw_xlsx(HEADER + rows))] == numbers


def test_a_prefix_before_every_name(make_raw_xlsx):
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="str"><x:v>nama</x:v></x:c></x:row>'
        '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>Maria</x:t></x:is></x:c></x:row></x:sheetData>'
        '<x:mergeCells count="0"/></x:worksheet>'
    )
    path = make_raw_xlsx(sheet=sheet)
    assert [cells for _, cells in rows_of(path)] == [{0: "nama"}, {0: "Maria"}]
    assert open_sheet(path).rows_expected == 2


def test_the_calendar_of_1904(make_raw_xlsx):
    path = make_raw_xlsx(HEADER + '<row r="2"><c r="B2" s="1"><v>34769</v></c></row>', properties='date1904="1"')
    assert second_cell(path) == date(1999, 3, 12)


def test_common_texts(make_raw_xlsx):
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>nama</t></si><si><r><t>Ma</t></r><r><t>ria &amp; Ana</t></r></si>'
        "<si><t>東</t><rPh><t>ひ</t></rPh></si><si><t></t></si></sst>"
    )
    data = "".join(f'<row r="{n + 1}"><c r="A{n + 1}" t="s"><v>{n}</v></c></row>' for n in range(4))
    path = make_raw_xlsx(data, parts={"xl/sharedStrings.xml": strings})
    assert [cells[0] for _, cells in rows_of(path)] == ["nama", "Maria & Ana", "東"]


def test_a_workbook_without_styles(make_raw_xlsx):
    path = make_raw_xlsx(HEADER + '<row r="2"><c r="B2" s="1"><v>36231</v></c></row>', parts={"xl/styles.xml": None})
    assert second_cell(path) == 36231


@pytest.mark.parametrize(
    "row",
    [
        '<row r="2"><c r="B2" t="s"><v>5</v></c></row>',
        '<row r="2"><c r="B2" t="s"><v>x</v></c></row>',
        '<row r="2"><c r="B2"><v>12,5</v></c></row>',
        '<row r="2"><c r="b2"><v>1</v></c></row>',
        '<row r="2"><c r="ABCD2"><v>1</v></c></row>',
        '<row r="2"><c r="B2" t="str"><v>&nbsp;</v></c></row>',
        '<row r="2"><c r="B2"><v>1</c></row>',
        '<row r="2"><c r="B2"><f>A1</f><v>1</v></row>',
    ],
)
def test_what_cannot_be_understood_is_damage(make_raw_xlsx, row):
    with pytest.raises(UnreadableFile) as caught:
        rows_of(make_raw_xlsx(HEADER + row))
    assert caught.value.problem.code == "file.damaged"


@pytest.mark.parametrize("cut", ["</sheetData>", '<row r="2"><c r="B2"><v>1'])
def test_a_sheet_that_ends_too_early(make_raw_xlsx, cut):
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{HEADER}{cut}'.removesuffix("</sheetData>")
    with pytest.raises(UnreadableFile) as caught:
        rows_of(make_raw_xlsx(sheet=sheet))
    assert caught.value.problem.code == "file.damaged"


def test_a_row_without_an_end_costs_no_time(make_raw_xlsx, monkeypatch):
    monkeypatch.setattr(xlsx_rows, "_LONGEST_ROW", 100_000)
    noise = "".join(chr(97 + number * number % 23) for number in range(400_000))
    with pytest.raises(UnreadableFile) as caught:
        rows_of(make_raw_xlsx(HEADER + f'<row r="2"><c r="B2" t="str"><v>{noise}</v></c></row>'))
    assert caught.value.problem.code == "file.damaged"


def test_another_encoding_that_is_declared(make_raw_xlsx):
    sheet = f'<?xml version="1.0" encoding="ISO-8859-1"?><worksheet xmlns="{MAIN}"><sheetData>'
    sheet += '<row r="1"><c r="A1" t="str"><v>José</v></c></row></sheetData></worksheet>'
    assert rows_of(make_raw_xlsx(sheet=sheet.encode("latin-1"))) == [(1, {0: "José"})]


def test_bytes_that_are_no_utf8(make_raw_xlsx):
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{HEADER}'.encode() + b'<row><c t="str"><v>\xff</v></c></row>'
    with pytest.raises(UnreadableFile) as caught:
        rows_of(make_raw_xlsx(sheet=sheet + b"</sheetData></worksheet>"))
    assert caught.value.problem.message("id").startswith("Baris 1: Berkas orang.xlsx rusak")


def test_a_sheet_longer_than_a_piece(make_raw_xlsx):
    row = '<row r="{0}"><c r="A{0}" t="str"><v>Maria {0}</v></c></row>'
    body = "".join(row.format(number) for number in range(2, 9_000))
    for path in (
        make_raw_xlsx(HEADER + body),
        make_raw_xlsx(sheet=f'<worksheet xmlns="{MAIN}"> <sheetData >{HEADER}{body}</sheetData></worksheet>'),
    ):
        rows = rows_of(path)
        assert len(rows) == 8_999
        assert rows[-1] == (8_999, {0: "Maria 8999"})


@pytest.mark.parametrize(("written", "text"), [("a_x000A_b", "a\nb"), ("_x005F_x", "_x"), ("_xyz_", "_xyz_")])
def test_signs_that_xml_cannot_hold(written, text):
    assert unescape(written) == text


def test_common_texts_are_counted_from_zero():
    strings = SharedStrings()
    strings.add("Maria")
    assert strings[0] == "Maria"
    for index in (-1, 1):
        with pytest.raises(IndexError):
            strings[index]


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
    st.booleans(),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELLS, max_size=6), max_size=6), st.booleans())
def test_the_usual_reader_sees_the_same(tmp_path: Path, table, inline):
    path = tmp_path / "sama.xlsx"
    table = [["nama"], *table]
    with xlsxwriter.Workbook(str(path), {"constant_memory": inline}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for line, row in enumerate(table):
            for index, value in enumerate(row):
                match value:
                    case date():
                        sheet.write_datetime(line, index, value, day)
                    case str():
                        sheet.write_string(line, index, value)
                    case bool():
                        sheet.write_boolean(line, index, value)
                    case int():
                        sheet.write_number(line, index, value)
    theirs = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    ours = dict(rows_of(path))
    for line, row in enumerate(theirs, 1):
        assert ours.get(line, {}) == {index: value for index, value in enumerate(row) if value != ""}
