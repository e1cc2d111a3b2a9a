"""Small real files to read: .xlsx by the usual writer or by hand, .ods by hand, .csv as bytes."""

import zipfile
from datetime import date
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

_WORKBOOK = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr {properties}/>
 <sheets><sheet name="Isian" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Id="rId1" Type="worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>"""
_STYLES = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
 <numFmts count="2"><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy"/>
 <numFmt numFmtId="165" formatCode="&quot;day&quot;0.00"/></numFmts>
 <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
 <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/>
 </cellXfs></styleSheet>"""
_ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body>
 <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"""
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def _ods_cell(value):
    match value:
        case None:
            return "<table:table-cell/>"
        case date():
            return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
        case int() | float():
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    if value.startswith("<"):
        return value
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def ods_table(name, rows):
    """One table; a cell that begins with `<` is taken as XML, so is a row that is a text."""
    body = "".join(
        row if isinstance(row, str) else f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="{name}">{body}</table:table>'


@pytest.fixture
def make_xlsx(tmp_path):
    """Write rows as the usual writer does; `change` may add to the workbook and its first sheet."""

    def make(rows, name="orang.xlsx", change=None):
        path = tmp_path / name
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet("Isian")
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            for line, row in enumerate(rows):
                for index, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(line, index, value, day)
                    elif isinstance(value, str):
                        sheet.write_string(line, index, value)
                    elif value is not None:
                        sheet.write(line, index, value)
            if change is not None:
                change(book, sheet)
        return path

    return make


@pytest.fixture
def make_raw_xlsx(tmp_path):
    """An .xlsx with this XML as its sheet's data, or with this whole sheet part."""

    def make(data="", *, sheet=None, properties="", parts=None, name="orang.xlsx"):
        path = tmp_path / name
        whole = sheet or (
            '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f"<sheetData>{data}</sheetData></worksheet>"
        )
        contents = {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": _WORKBOOK.format(properties=properties),
            "xl/_rels/workbook.xml.rels": _RELATIONS,
            "xl/styles.xml": _STYLES,
            "xl/worksheets/sheet1.xml": whole,
        } | (parts or {})
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, text in contents.items():
                if text is not None:
                    archive.writestr(part, text)
        return path

    return make


@pytest.fixture
def make_ods(tmp_path):
    """An .ods with these tables as (name, rows)."""

    def make(*tables, name="orang.ods", manifest="<manifest/>"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", ODS_TYPE)
            archive.writestr("META-INF/manifest.xml", manifest)
            body = "".join(ods_table(*table) for table in tables)
            archive.writestr("content.xml", _ODS.format(tables=body))
        return path

    return make


@pytest.fixture
def make_file(tmp_path):
    """A file with these bytes or this text."""

    def make(content, name="orang.csv"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


@pytest.fixture
def make_zip(tmp_path):
    """A zip archive with these parts."""

    def make(parts, name="orang.xlsx"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        return path

    return make
