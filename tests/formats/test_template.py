"""The template holds every column as text, offers the choices, and its example reads back."""

import re
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from tenun.domain.identifiers.nik import read_nik
from tenun.domain.papers import PaperKind, Proof
from tenun.formats.columns import COLUMNS
from tenun.formats.dossiers import read_sheet
from tenun.formats.spreadsheet import open_sheet
from tenun.formats.template import EXAMPLE, offered, write_template
from tenun.formats.workbooks import TEXT_FORMAT


@pytest.fixture
def path(tmp_path):
    """The template as it is written."""
    path = tmp_path / "isian.xlsx"
    write_template(path)
    return path


def test_its_header_is_every_column_in_order(path):
    sheet = open_sheet(path)
    assert list(sheet.columns.values()) == list(COLUMNS)
    assert sheet.problems == []


def test_its_example_reads_back_without_a_problem(path):
    (reading,) = read_sheet(open_sheet(path))
    assert reading.problems == ()
    assert reading.cells == EXAMPLE
    papers = reading.dossier.papers
    assert papers[PaperKind.PASSPORT].proof is Proof.ABSENT
    assert papers[PaperKind.FAMILY_CARD].proof is Proof.COPY


def test_its_example_is_invented_and_sound():
    assert read_nik(EXAMPLE["nik"], on=date(2026, 11, 24)).valid
    assert EXAMPLE["nik"][12:] >= "9000"


def test_the_usual_reader_sees_two_sheets(path):
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["Isian", "Penjelasan"]
    explained = [row[0] for row in book.get_sheet_by_name("Penjelasan").to_python()]
    assert explained[-len(COLUMNS) :] == list(COLUMNS)


def test_every_cell_to_fill_has_the_format_text(path):
    with zipfile.ZipFile(path) as archive:
        sheet, styles = (archive.read(f"xl/{part}").decode() for part in ("worksheets/sheet1.xml", "styles.xml"))
    widths = re.findall(r'<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"', sheet)
    covered = {index for first, last, _ in widths for index in range(int(first), int(last) + 1)}
    assert covered == set(range(1, len(COLUMNS) + 1))
    formats = re.findall(r'<xf numFmtId="(\d+)"', styles.partition("<cellXfs")[2])
    assert {formats[int(style)] for _, _, style in widths} == {str(TEXT_FORMAT)}


@pytest.mark.parametrize("column", [column for column in COLUMNS.values() if offered(column)])
def test_every_choice_has_its_list(path, column):
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    choices = ",".join(offered(column))
    assert len(choices) <= 255  # Longer lists are not shown by the spreadsheet programs.
    assert f"<formula1>&quot;{choices}&quot;</formula1>" in sheet or f'<formula1>"{choices}"</formula1>' in sheet


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        write_template(tmp_path / "tidak" / "ada.xlsx")
