"""One invented woman whose papers are all in order for matching, and the files in which an office sends her."""

import csv
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import xlsxwriter

ON = "2026-11-24"
NIK, KK = "5304055203999001", "5304051103199002"
BORN = "1999-03-12"
NAME = "Maria Goreti Bano"
MOTHER = "Yuliana Seran"

READY = {
    "nama": NAME,
    "nik": NIK,
    "no_kk": KK,
    "tempat_lahir": "Atambua",
    "tanggal_lahir": BORN,
    "jenis_kelamin": "P",
    "status_kawin": "belum_kawin",
    "pendidikan": "SMA",
    "tujuan": "my-domestic",
    "bukti": "original_seen",
    "ktp_nomor": NIK,
    "kk_nomor": KK,
    "akta_nomor": "5304-LT-12032015-90007",
    "ijazah_nomor": "DN-24 Ma 9000123",
    "ijazah_terbit": "2017-05-06",
    **{f"{paper}_nama": NAME for paper in ("ktp", "kk", "akta", "ijazah")},
    **{f"{paper}_tempat_lahir": "Atambua" for paper in ("ktp", "kk", "akta", "ijazah")},
    **{f"{paper}_tanggal_lahir": BORN for paper in ("ktp", "kk", "akta", "ijazah")},
    "izin_pemberi": MOTHER,
    "izin_hubungan": "orang_tua",
    "izin_diketahui_kades": "ya",
    "izin_tanggal": "2026-10-05",
    "status_kawin_surat_tanggal": "2026-10-05",
    "ak1_terbit": "2026-09-14",
    "kompetensi_skema": "rumah_tangga",
    "kompetensi_nomor": "97000 5152 1 0009000 2026",
    "kompetensi_berlaku_sampai": "2029-08-20",
    "pelatihan_jam": "280",
}
"""She is ready for `MATCHED` and for nothing later."""

DEPARTING = {
    "perjanjian_penempatan_tanggal": "2026-10-20",
    "sip2mi_nomor": "SIP2MI-9000",
    "kesehatan_tanggal": "2026-11-02",
    "kesehatan_hasil": "layak",
    "psikologi_tanggal": "2026-11-02",
    "psikologi_hasil": "layak",
    "paspor_nomor": "C9000123",
    "paspor_nama": NAME,
    "paspor_tempat_lahir": "Atambua",
    "paspor_tanggal_lahir": BORN,
    "paspor_jenis_kelamin": "P",
    "paspor_berlaku_sampai": "2031-05-20",
    "perjanjian_kerja_tanggal": "2026-11-10",
    "kontrak_mulai": "2026-12-04",
    "kontrak_selesai": "2028-12-03",
    "visa_nomor": "MY-9000123",
    "visa_berlaku_sampai": "2029-01-31",
    "bpjs_tk_nomor": "90001234567",
    "bpjs_tk_sampai": "2029-01-31",
    "jkn_nomor": "0009000123456",
    "opp_tanggal": "2026-11-20",
    "e_kpmi_nomor": "E-9000",
    "tes_kehamilan_tanggal": "2026-11-22",
}
"""What she adds on the way; with all of it she may depart on `ON`."""

OF = {
    "PLACEMENT_AGREED": ("perjanjian_penempatan_tanggal", "sip2mi_nomor"),
    "MEDICAL_FIT": ("kesehatan_tanggal", "kesehatan_hasil", "psikologi_tanggal", "psikologi_hasil"),
    "PASSPORT_OK": tuple(name for name in DEPARTING if name.startswith("paspor_")),
    "CONTRACT_SIGNED": ("perjanjian_kerja_tanggal", "kontrak_mulai", "kontrak_selesai"),
    "VISA_OK": ("visa_nomor", "visa_berlaku_sampai"),
    "INSURED": ("bpjs_tk_nomor", "bpjs_tk_sampai", "jkn_nomor"),
    "CLEARED": ("opp_tanggal", "e_kpmi_nomor"),
    "DEPARTED": ("tes_kehamilan_tanggal",),
}
"""Which of these columns each state waits for, in the order of the states."""


def without(person, *columns):
    """She, with nothing in these columns or in those that begin so when the name ends in `_`."""
    return {
        name: value
        for name, value in person.items()
        if name not in columns and not any(column.endswith("_") and name.startswith(column) for column in columns)
    }


def _columns(rows):
    return list(dict.fromkeys(name for row in rows for name in row))


def write_csv(path, rows, separator=","):
    """UTF-8, one person a row."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=separator)
        columns = _columns(rows)
        writer.writerow(columns)
        writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return path


def write_xlsx(path, rows):
    """Text as text, days as true date cells."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("calon")
        for index, name in enumerate(_columns(rows)):
            sheet.write_string(0, index, name)
            for line, row in enumerate(rows, start=1):
                value = row.get(name)
                if isinstance(value, date):
                    sheet.write_datetime(line, index, value)
                elif value is not None:
                    sheet.write_string(line, index, value)
    return path


_ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="calon">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""


def write_ods(path, rows):
    """The least that is an .ods."""
    columns = _columns(rows)
    lines = [columns, *([row.get(name, "") for name in columns] for row in rows)]
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(
        f"<table:table-row>{''.join(cell.format(escape(value)) for value in line)}</table:table-row>" for line in lines
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", _ODS.format(rows=body))
    return path


WRITERS = {".csv": write_csv, ".xlsx": write_xlsx, ".ods": write_ods}
