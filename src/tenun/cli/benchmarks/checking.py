"""`tenun bench check`: a whole sheet read, judged, planned and written, beside the bare reading and writing."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from tenun.cli.benchmarks.measure import Result, cpu_of
from tenun.cli.errors import ATTENTION, DONE
from tenun.domain.papers import PaperKind
from tenun.formats.columns import COLUMNS

_FIRST = ("Maria", "Yosefina", "Yohanes", "Petrus", "Agnes", "Dorkas", "Melkior", "Katarina", "Simon", "Orpa")
_MIDDLE = ("Goreti", "Hoar", "Boli", "Rambu", "Ina", "Nona", "Abuk", "Kewa", "Ndapa", "Bria")
_LAST = ("Bano", "Nahak", "Tukan", "Lika", "Seran", "Lering", "Klau", "Beribe", "Mbali", "Luan")
_TARGETS = ("my-domestic", "sg-domestic", "hk-domestic", "independent")
_PAPERS = ("ktp", "kk", "akta", "ijazah")


def check(size: int | None) -> list[Result]:
    """`tenun check FILE --format xlsx --out OUT` in a process of its own."""
    people = size or 10_000
    with TemporaryDirectory() as folder:
        source, out = Path(folder) / "people.xlsx", Path(folder) / "checked.xlsx"
        write_people(source, people)
        seconds, peak = _run(source, "--format", "xlsx", "--out", str(out))
        as_json, _ = _run(source, "--format", "json", "--out", str(Path(folder) / "checked.json"))
        bare = cpu_of(2, lambda: _read(source)) + _bare_write(out, Path(folder) / "again.xlsx")
    return [
        Result(
            name="check",
            size=people,
            seconds=seconds,
            limit="the processor time of bare reading of the file (calamine) and writing of the result (xlsxwriter)",
            limit_seconds=bare,
            allowed=3.0,
            peers={"the same check written as JSON": as_json / seconds},
            peak_mb=peak,
            allowed_mb=300.0,
        )
    ]


def write_people(path: Path, people: int) -> None:
    """An office's sheet of invented people, about one in four with something to mend."""
    names = [name for name in COLUMNS if any(name in _person(number) for number in range(24))]
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("calon")
    sheet.write_row(0, 0, names)
    for number in range(people):
        person = _person(number)
        for column, name in enumerate(names):
            value = person.get(name)
            if isinstance(value, date):
                sheet.write_datetime(number + 1, column, value)
            elif value is not None:
                sheet.write_string(number + 1, column, value)
    book.close()


def _person(number: int) -> dict[str, Any]:
    name = f"{_FIRST[number % 10]} {_MIDDLE[number // 10 % 10]} {_LAST[number // 100 % 10]}"
    born = date(1990, 1, 1) + timedelta(days=number * 7 % 4000)
    nik = f"530405{born.day + 40:02d}{born:%m%y}{9000 + number % 1000:04d}"
    person: dict[str, Any] = {
        "nama": name,
        "nik": nik,
        "no_kk": f"530405110319{9000 + number % 1000:04d}",
        "tanggal_lahir": born,
        "jenis_kelamin": "P",
        "status_kawin": "belum_kawin",
        "pendidikan": "SMA",
        "tujuan": _TARGETS[number % len(_TARGETS)],
        "bukti": "original_seen",
        "ktp_nomor": nik,
        "izin_hubungan": "orang_tua",
        "izin_diketahui_kades": "ya",
        "izin_tanggal": date(2026, 10, 5),
        "status_kawin_surat_tanggal": date(2026, 10, 5),
        "ak1_terbit": date(2026, 9, 14),
        "kompetensi_skema": "rumah_tangga",
        "kompetensi_berlaku_sampai": date(2029, 8, 20),
    }
    for paper in _PAPERS:
        person |= {f"{paper}_nama": name, f"{paper}_tanggal_lahir": born, f"{paper}_tempat_lahir": "Atambua"}
    return person | _fault(number, name, born)


def _fault(number: int, name: str, born: date) -> dict[str, Any]:
    match number % 24:
        case 3:
            return {"ktp_nama": name.replace("a", "e", 1)}
        case 7:
            return {"ijazah_tanggal_lahir": born + timedelta(days=1)}
        case 11:
            return dict.fromkeys((f"{PaperKind.BIRTH_CERTIFICATE}_{part}" for part in ("nama", "tanggal_lahir")), None)
        case 15:
            return {"izin_diketahui_kades": "tidak"}
        case 19:
            return {"ktp_bukti": "copy"}
        case 23:
            return {"ak1_terbit": date(2022, 1, 1)}
    return {}


def _run(source: Path, *options: str) -> tuple[float, float]:
    """Processor seconds and peak resident megabytes of one check, start-up included."""
    report = source.with_suffix(".used.json")
    command = [sys.executable, "-m", "tenun.cli.benchmarks.child", str(report), "check", str(source)]
    subprocess.run(
        [*command, "--on", "2026-11-24", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    used = json.loads(report.read_text(encoding="utf-8"))
    if used["code"] not in (DONE, ATTENTION):
        raise RuntimeError(f"tenun check ended with {used['code']}")
    return used["cpu_seconds"], used["peak_mb"]


def _read(path: Path) -> list[list[list[Any]]]:
    book = CalamineWorkbook.from_path(path)
    return [list(book.get_sheet_by_name(name).iter_rows()) for name in book.sheet_names]


def _bare_write(result: Path, again: Path) -> float:
    """Seconds to write the very cells of the result, already in memory, with nothing else to do."""
    sheets = _read(result)

    def write() -> None:
        book = xlsxwriter.Workbook(again, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value != "":
                        sheet.write(number, column, value)
        book.close()

    return cpu_of(2, write)
