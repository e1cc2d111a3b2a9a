"""Writes the spreadsheet that an office fills: columns, drop-down lists, one example, explanations."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tenun.formats.column_words import GROUPS, HOW_TO, TYPES
from tenun.formats.columns import COLUMNS, Column, ColumnType, Group
from tenun.formats.spellings import SCHEME_NAMES, TEST_NAMES
from tenun.formats.spreadsheet import EXPLANATION_SHEET
from tenun.formats.workbooks import TEXT_FORMAT, new_workbook

FILL_SHEET = "Isian"
_ROWS = 10_000

# Light enough for black text; the words, not the colours, tell the groups apart.
_COLOURS: Mapping[Group, str] = {
    Group.PERSON: "#FCE4D6",
    Group.PAPER: "#DDEBF7",
    Group.CONSENT: "#E2EFDA",
    Group.LETTERS: "#FFF2CC",
    Group.HEALTH: "#EDEDED",
    Group.SKILLS: "#D9E1F2",
    Group.PLACEMENT: "#F8CBAD",
}

# An invented person: real registers do not reach serial 9000 on one day in one subdistrict.
EXAMPLE: Mapping[str, str] = {
    "nama": "Maria Contoh Bano",
    "nik": "5304055203999001",
    "no_kk": "5304050101209001",
    "tempat_lahir": "Atambua",
    "tanggal_lahir": "12/03/1999",
    "jenis_kelamin": "P",
    "status_kawin": "belum_kawin",
    "nama_ibu": "Yuliana Contoh",
    "pendidikan": "SMA",
    "telepon": "081200000000",
    "tujuan": "my-domestic",
    "rencana_berangkat": "2027-03-01",
    "bukti": "original_seen",
    "ktp_nomor": "5304055203999001",
    "ktp_nama": "MARIA CONTOH BANO",
    "ktp_tempat_lahir": "Atambua",
    "ktp_tanggal_lahir": "12-03-1999",
    "kk_nomor": "5304050101209001",
    "kk_nama": "MARIA CONTOH BANO",
    "kk_tanggal_lahir": "12-03-1999",
    "kk_bukti": "copy",
    "akta_nomor": "5304-LT-12032015-9001",
    "akta_nama": "Maria Contoh Bano",
    "akta_tanggal_lahir": "12 Maret 1999",
    "paspor_nomor": "-",
    "kompetensi_nomor": "-",
}

_OFFERED: Mapping[str, tuple[str, ...]] = {
    "kompetensi_skema": SCHEME_NAMES,
    "bahasa_tes": TEST_NAMES,
    "bahasa2_tes": TEST_NAMES,
}


def offered(column: Column) -> tuple[str, ...]:
    """What the drop-down list of a column offers; nothing when it has none."""
    return _OFFERED.get(column.name, tuple(column.choices or ()))


def write_template(path: Path) -> None:
    """Write the template as .xlsx. Raises `OSError` when the file cannot be written."""
    with new_workbook(path) as book:
        _fill_sheet(book)
        _explanations(book)


def _fill_sheet(book: Any) -> None:
    sheet = book.add_worksheet(FILL_SHEET)
    headers = {
        group: book.add_format({"bold": True, "bg_color": colour, "border": 1}) for group, colour in _COLOURS.items()
    }
    # The format Text keeps a NIK from becoming a number, and a date from being turned round by the program.
    text = book.add_format({"num_format": TEXT_FORMAT})
    for index, column in enumerate(COLUMNS.values()):
        sheet.set_column(index, index, max(len(column.name) + 2, 12), text)
        sheet.write_string(0, index, column.name, headers[column.group])
        if column.name in EXAMPLE:
            sheet.write_string(1, index, EXAMPLE[column.name], text)
        if offered(column):
            _drop_down(sheet, index, column)
        elif column.type is ColumnType.INTEGER:
            _whole_number(sheet, index)
    sheet.freeze_panes(1, 1)


def _drop_down(sheet: Any, index: int, column: Column) -> None:
    rule = {
        "validate": "list",
        "source": list(offered(column)),
        # A warning, not a refusal: "-" and other spellings are understood too.
        "error_type": "warning",
        "error_title": column.name,
        "error_message": "Pilih dari daftar, atau - jika tidak ada.",
    }
    sheet.data_validation(1, index, _ROWS, index, rule)


def _whole_number(sheet: Any, index: int) -> None:
    rule = {
        "validate": "any",
        "input_title": "Angka saja",
        "input_message": "Tulis angka tanpa satuan.",
    }
    sheet.data_validation(1, index, _ROWS, index, rule)


def _explanations(book: Any) -> None:
    sheet = book.add_worksheet(EXPLANATION_SHEET)
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for index, width in enumerate((30, 28, 60, 60, 50, 50)):
        sheet.set_column(index, index, width, wrapped)
    for number, words in enumerate(HOW_TO):
        sheet.write_string(2 * number, 0, words.id)
        sheet.write_string(2 * number + 1, 0, words.en)
    head = 2 * len(HOW_TO)
    titles = ("kolom", "kelompok", "arti", "meaning", "isi", "content")
    for index, title in enumerate(titles):
        sheet.write_string(head, index, title, bold)
    for line, column in enumerate(COLUMNS.values(), head + 1):
        for index, value in enumerate(_explanation(column)):
            sheet.write_string(line, index, value, wrapped)


def _explanation(column: Column) -> tuple[str, ...]:
    choices = ", ".join(offered(column))
    content = TYPES["choice" if choices else column.type.value]
    return (
        column.name,
        GROUPS[column.group.value].id,
        column.help.id,
        column.help.en,
        content.say("id", choices=choices),
        content.say("en", choices=choices),
    )
