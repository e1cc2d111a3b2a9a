"""The list of an office of Malaka, in its own order of columns, with its faults; and what came back, mended."""

from io import BytesIO

import xlsxwriter
from playwright.sync_api import FilePayload
from python_calamine import CalamineWorkbook
from tests.intake.lists import VILLAGES, rows

PEOPLE, FAULTS = 500, 37
HOME = dict(zip(VILLAGES, ("53.21.01.2001", "53.21.01.2002", "53.21.02.2003"), strict=True))
ELSEWHERE = "53.04.05.2001"
FAMILIES = ("Manek", "Taek", "Leki", "Loe", "Berek", "Kehi", "Tahuk", "Usfinit", "Seuk", "Moruk")
"""Names of nobody whom another walk looks for."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Row = dict[str, str]


def people() -> list[Row]:
    """Five hundred invented persons of Malaka, without a fault."""
    return [_moved(row) for row in rows(PEOPLE, seed=21, families=FAMILIES)]


def _moved(row: Row) -> Row:
    """The same person with the numbers and the village of Malaka."""
    moved = {name: text.replace("530405", "532101", 1) if text[:6] == "530405" else text for name, text in row.items()}
    return moved | {"desa": HOME.get(row["desa"], HOME[VILLAGES[0]])}


def spoilt(whole: list[Row]) -> list[Row]:
    """The columns turned round, and 37 rows with one fault each."""
    found = [dict(reversed(row.items())) for row in whole]
    for number in range(FAULTS):
        row = found[number * 13]
        wrong = (
            {"nik": f"53210152039{number:02d}"},
            {"tanggal_lahir": "31/02/1991"},
            {"tujuan": "malaysa"},
            {"desa": ELSEWHERE},
        )
        row |= wrong[number % len(wrong)]
    return found


def mended(back: bytes, whole: list[Row]) -> list[Row]:
    """What an officer does with the list that came back: the rows to be repaired are set right, the others stay."""
    head, *lines = CalamineWorkbook.from_filelike(BytesIO(back)).get_sheet_by_index(0).to_python()
    found = [dict(zip(map(str, head), map(str, line), strict=True)) for line in lines]
    right = {row["nama"]: row for row in whole}
    for row in found:
        if row["tenun_hasil"] == "perlu diperbaiki":
            assert row["tenun_pesan"], row["nama"]
            row |= {name: right[row["nama"]][name] for name in ("nik", "tanggal_lahir", "tujuan", "desa")}
    return found


def sheet(lines: list[Row], name: str) -> FilePayload:
    """An .xlsx as the browser sends it, every cell as text; its columns in the order of the rows."""
    made = BytesIO()
    columns = list(dict.fromkeys(column for row in lines for column in row))
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet("Daftar")
        page.write_row(0, 0, columns)
        for number, row in enumerate(lines, 1):
            for place, column in enumerate(columns):
                page.write_string(number, place, row.get(column, ""))
    return {"name": name, "mimeType": _XLSX, "buffer": made.getvalue()}
