"""Writes calon-contoh.xlsx: 40 invented people over the defects that offices in NTT report.

Every name, number and date is made up; NIK serials are 9000 and above, which no register has given out.
Run by `make generate`.
"""

from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from tenun.domain.identifiers.mrz import write_td3
from tenun.formats.columns import COLUMNS

HERE = Path(__file__).parent
Row = dict[str, Any]
_serial = iter(range(9001, 9999))

SKILLS = {
    "sg-domestic": {"kompetensi_skema": "rumah_tangga"},
    "my-domestic": {"kompetensi_skema": "rumah_tangga"},
    "hk-domestic": {"kompetensi_skema": "rumah_tangga"},
    "sa-domestic": {"kompetensi_skema": "rumah_tangga"},
    "my-plantation": {"kompetensi_skema": "kebun"},
    "kr-eps": {"kompetensi_skema": "eps", "bahasa_tes": "EPS_TOPIK", "bahasa_tingkat": 140},
    "jp-ssw-care": {"kompetensi_skema": "kaigo", "bahasa_tes": "JFT", "bahasa_tingkat": "A2"},
    "de-nurse": {"kompetensi_skema": "perawat", "bahasa_tes": "CEFR_DE", "bahasa_tingkat": "B1"},
    "crew-fishing": {"kompetensi_skema": "pelaut"},
    "independent": {"kompetensi_skema": "rumah_tangga"},
}


def person(nama: str, lahir: date, sex: str, wilayah: str, tempat: str, tujuan: str, **changes: Any) -> Row:
    """One person whose papers are all in order for matching, with `changes` laid over."""
    day = lahir.day + (40 if sex == "P" else 0)
    region = wilayah.replace(".", "")[:6]
    nik = f"{region}{day:02d}{lahir:%m%y}{next(_serial):04d}"
    kk = f"{region}110319{next(_serial):04d}"
    row: Row = {
        "nama": nama,
        "nik": nik,
        "no_kk": kk,
        "tempat_lahir": tempat,
        "tanggal_lahir": lahir,
        "jenis_kelamin": sex,
        "status_kawin": "belum_kawin",
        "nama_ibu": "Yuliana Seran Contoh",
        "desa": wilayah,
        "pendidikan": "SMA",
        "telepon": "081200009000",
        "tujuan": tujuan,
        "bukti": "original_seen",
        "ktp_nomor": nik,
        "kk_nomor": kk,
        "akta_nomor": f"{region[:4]}-LT-12032015-9{next(_serial):04d}",
        "ijazah_nomor": "DN-24 Ma 9000123",
        "ijazah_terbit": date(2017, 5, 6),
        "izin_pemberi": "Yuliana Seran Contoh",
        "izin_hubungan": "orang_tua",
        "izin_diketahui_kades": "ya",
        "izin_tanggal": date(2026, 10, 5),
        "status_kawin_surat_tanggal": date(2026, 10, 5),
        "ak1_terbit": date(2026, 9, 14),
        "kompetensi_nomor": "97000 5152 1 0009000 2026",
        "kompetensi_berlaku_sampai": date(2029, 8, 20),
        "pelatihan_jam": 280,
        "bahasa_tanggal": date(2026, 7, 12) if "bahasa_tes" in SKILLS[tujuan] else None,
        **SKILLS[tujuan],
    }
    for paper in ("ktp", "kk", "akta", "ijazah"):
        row |= {f"{paper}_nama": nama, f"{paper}_tempat_lahir": tempat, f"{paper}_tanggal_lahir": lahir}
    row |= {f"{paper}_jenis_kelamin": sex for paper in ("ktp", "kk", "akta")}
    row |= {f"{paper}_status_kawin": "belum_kawin" for paper in ("ktp", "kk")}
    row |= {f"{paper}_nama_ibu": "Yuliana Seran Contoh" for paper in ("kk", "akta")}
    return row | changes


def married(spouse: str) -> Row:
    """Married, with all papers that follow from it."""
    return {
        "status_kawin": "kawin",
        "ktp_status_kawin": "kawin",
        "kk_status_kawin": "kawin",
        "izin_pemberi": "Petrus Contoh",
        "izin_hubungan": spouse,
        "nikah_nomor": "5306-KW-9001",
    }


def passport(name: str, lahir: date, sex: str, number: str, expiry: date) -> Row:
    """A passport whose machine lines are right."""
    given, _, surname = name.rpartition(" ")
    lines = write_td3(
        number=number,
        birth_date=lahir,
        sex={"L": "M", "P": "F"}[sex],
        expiry=expiry,
        surname=surname.upper(),
        given_names=given.upper(),
    )
    return {
        "paspor_nomor": number,
        "paspor_nama": name.upper(),
        "paspor_tanggal_lahir": lahir,
        "paspor_jenis_kelamin": sex,
        "paspor_berlaku_sampai": expiry,
        "paspor_mrz1": lines[0],
        "paspor_mrz2": lines[1],
    }


def same_birth(lahir: date, *papers: str) -> Row:
    """Another birth date on some papers."""
    return {f"{paper}_tanggal_lahir": lahir for paper in papers}


def ready() -> list[Row]:
    """Nine people whose papers are in order, one a target."""
    fully = {
        "perjanjian_penempatan_tanggal": date(2026, 10, 20),
        "sip2mi_nomor": "SIP2MI-9000",
        "kesehatan_tanggal": date(2026, 11, 2),
        "kesehatan_hasil": "layak",
        "psikologi_tanggal": date(2026, 11, 2),
        "psikologi_hasil": "layak",
        "perjanjian_kerja_tanggal": date(2026, 11, 10),
        "kontrak_mulai": date(2027, 1, 4),
        "kontrak_selesai": date(2029, 1, 3),
        "visa_nomor": "HK-9000123",
        "visa_berlaku_sampai": date(2029, 1, 31),
        "bpjs_tk_nomor": "90001234567",
        "bpjs_tk_sampai": date(2029, 1, 31),
        "jkn_nomor": "0009000123456",
    }
    maria, ester = date(1997, 8, 17), date(1995, 2, 3)
    return [
        person("Maria Goreti Bano", date(1999, 3, 12), "P", "53.04.05.2001", "Atambua", "sg-domestic"),
        person("Adriana Rambu Lika", maria, "P", "53.11.01.1001", "Waingapu", "my-domestic"),
        person("Yosef Klau Berek", date(1994, 6, 21), "L", "53.21.02.2004", "Betun", "my-plantation"),
        person(
            "Ester Ndapa Mbali",
            ester,
            "P",
            "53.18.03.2002",
            "Tambolaka",
            "hk-domestic",
            **fully,
            **passport("Ester Ndapa Mbali", ester, "P", "C9000123", date(2031, 5, 20)),
            paspor_tempat_lahir="Tambolaka",
        ),
        person("Paulus Tupen Sogen", date(1998, 11, 5), "L", "53.06.07.2005", "Larantuka", "kr-eps"),
        person("Agnes Dhiu Wea", date(1996, 4, 9), "P", "53.09.01.1002", "Bajawa", "jp-ssw-care"),
        person(
            "Theresia Nona Lering",
            date(1993, 7, 30),
            "P",
            "53.07.02.2007",
            "Maumere",
            "de-nurse",
            pendidikan="D3",
            str_nomor="STR-9000123",
            str_berlaku_sampai=date(2030, 7, 30),
            pengalaman_bulan=36,
            jkn_nomor="0009000567890",
        ),
        person(
            "Ferdinandus Pati Raja",
            date(1992, 9, 1),
            "L",
            "53.08.01.2008",
            "Ende",
            "crew-fishing",
            bst_nomor="BST-9000",
            bst_berlaku_sampai=date(2030, 1, 15),
            buku_pelaut_nomor="F900012",
            buku_pelaut_berlaku_sampai=date(2029, 3, 1),
        ),
        person("Melkior Nabu Taek", date(1990, 12, 2), "L", "53.03.04.2009", "Kefamenanu", "independent"),
    ]


def names() -> list[Row]:
    """Names that differ between papers."""
    return [
        person(
            "Maria Yosefina Seran",
            date(1998, 1, 14),
            "P",
            "53.04.01.2001",
            "Atambua",
            "my-domestic",
            ktp_nama="Maria Yosefina Saran",
        ),
        person(
            "Anastasia Hoar Nahak",
            date(1997, 5, 25),
            "P",
            "53.21.01.2011",
            "Betun",
            "my-domestic",
            ijazah_nama="Anastassia Hoar Nahak",
        ),
        person(
            "Elisabeth Ina Kewa",
            date(1996, 10, 8),
            "P",
            "53.13.01.2012",
            "Lewoleba",
            "my-domestic",
            kk_nama="Elisabeth  Ina Kewa",  # Two spaces: one too many is enough to be refused.
        ),
        person(
            "Yohanes Boli Tukan",
            date(1991, 2, 27),
            "L",
            "53.06.08.2013",
            "Larantuka",
            "my-plantation",
            ijazah_nama="Yoh. Boli Tukan",
        ),
        person(
            "Kornelis Taosu Neno",
            date(1993, 8, 3),
            "L",
            "53.02.05.1010",
            "Soe",
            "my-plantation",
            ktp_nama="Kornelis Taosu",
        ),
        person(
            "Martina Bria Luan",
            date(1995, 3, 19),
            "P",
            "53.21.03.2001",
            "Betun",
            "my-domestic",
            ijazah_nama="Fransiska Kolo Asa",
        ),
    ]


def dates() -> list[Row]:
    """Birth dates that differ, and ages in doubt."""
    petronela, dorkas = date(1996, 11, 2), date(1990, 4, 11)
    young, raised, digits = date(2009, 9, 6), date(2010, 5, 20), date(1999, 6, 15)
    thirteenth = person("Orpa Dethan Bessie", date(2000, 7, 13), "P", "53.01.04.2003", "Oelamasi", "my-domestic")
    woman = person("Sarlota Fanggidae Adu", date(1998, 2, 8), "P", "53.14.01.2022", "Baa", "my-domestic")
    minor = person("Regina Abuk Fahik", digits, "P", "53.21.04.2001", "Betun", "my-domestic")
    wrong_day = f"{thirteenth['nik'][:6]}54{thirteenth['nik'][8:]}"
    as_man = f"{woman['nik'][:6]}08{woman['nik'][8:]}"
    as_minor = f"{minor['nik'][:10]}10{minor['nik'][12:]}"
    return [
        person(
            "Petronela Hoar Klau",
            petronela,
            "P",
            "53.04.01.2002",
            "Atambua",
            "my-domestic",
            **same_birth(date(1996, 11, 22), "ijazah"),
        ),
        person(
            "Dorkas Manafe Lenggu",
            dorkas,
            "P",
            "53.14.02.2017",
            "Baa",
            "my-domestic",
            **same_birth(date(1991, 4, 11), "ijazah"),
        ),
        person(
            "Novianti Bili Dappa",
            date(2005, 5, 20),
            "P",
            "53.18.04.2018",
            "Tambolaka",
            "my-domestic",
            **same_birth(raised, "ijazah"),
        ),
        person("Yuni Rambu Ana", young, "P", "53.12.04.2001", "Waikabubak", "my-domestic"),
        minor | {"nik": as_minor, "ktp_nomor": as_minor},
        thirteenth | {"nik": wrong_day, "ktp_nomor": wrong_day},
        woman | {"nik": as_man, "ktp_nomor": as_man},
    ]


def population_papers() -> list[Row]:
    """NIK, KTP, KK and birth act."""
    typed_nik = person("Yakoba Tefa Sanam", date(1994, 9, 17), "P", "53.02.06.2001", "Soe", "my-domestic")
    return [
        person(
            "Marselina Uru Hana",
            date(1997, 1, 30),
            "P",
            "53.17.01.2023",
            "Waibakul",
            "my-domestic",
            ktp_cacat="nik_ganda",
        ),
        person(
            "Simon Petrus Lakapu",
            date(1992, 3, 4),
            "L",
            "53.01.05.1001",
            "Oelamasi",
            "my-plantation",
            ktp_cacat="nik_tidak_ditemukan",
        ),
        person(
            "Katarina Mole Djawa",
            date(1995, 12, 12),
            "P",
            "53.09.02.2025",
            "Bajawa",
            "my-domestic",
            akta_nomor="-",
            akta_nama=None,
            akta_tempat_lahir=None,
            akta_tanggal_lahir=None,
            akta_jenis_kelamin=None,
            akta_nama_ibu=None,
        ),
        person(
            "Bernadeta Sose Bata",
            date(1993, 5, 5),
            "P",
            "53.16.01.1001",
            "Mbay",
            "my-domestic",
            kk_cacat="lama",
        ),
        typed_nik | {"no_kk": typed_nik["nik"], "kk_nomor": typed_nik["nik"]},
        person(
            "Lusia Kewa Beribe",
            date(1990, 8, 21),
            "P",
            "53.06.09.2001",
            "Tawau",
            "my-domestic",
            nik="-",
            no_kk="-",
            **{f"{paper}_nomor": "-" for paper in ("ktp", "kk", "akta", "ijazah")},
            **{
                f"{paper}_{part}": None
                for paper in ("ktp", "kk", "akta", "ijazah")
                for part in (
                    "nama",
                    "tempat_lahir",
                    "tanggal_lahir",
                    "jenis_kelamin",
                    "status_kawin",
                    "nama_ibu",
                    "terbit",
                )
            },
        ),
        person(
            "Imelda Jelita Nggai",
            date(1998, 10, 10),
            "P",
            "53.10.01.2001",
            "Ruteng",
            "my-domestic",
            ktp_bukti="copy",
            kk_bukti="copy",
        ),
    ]


def other_papers() -> list[Row]:
    """School, marriage, consent, passport."""
    faulty = passport("Rofina Sedia Jem", date(1994, 7, 7), "P", "C9000777", date(2030, 4, 2))
    return [
        person(
            "Hendrikus Nuwa Meo",
            date(1991, 6, 6),
            "L",
            "53.08.02.2001",
            "Ende",
            "my-plantation",
            ijazah_nomor="-",
            ijazah_nama=None,
            ijazah_tempat_lahir=None,
            ijazah_tanggal_lahir=None,
            ijazah_terbit=None,
        ),
        person(
            "Yunita Elsi Banunaek",
            date(2005, 2, 2),
            "P",
            "53.02.07.2007",
            "Soe",
            "my-domestic",
            ijazah_nama="Yunita Elsy Banunaek",
            ijazah_terbit=date(2025, 5, 5),
        ),
        person(
            "Margareta Hoar Bere",
            date(1992, 11, 19),
            "P",
            "53.04.01.2004",
            "Atambua",
            "my-domestic",
            **married("suami") | {"nikah_nomor": "-"},
        ),
        person(
            "Blandina Nope Tafui",
            date(1996, 6, 28),
            "P",
            "53.02.08.2001",
            "Soe",
            "my-domestic",
            izin_diketahui_kades="tidak",
        ),
        person(
            "Welmince Atty Doko",
            date(1993, 1, 23),
            "P",
            "53.20.01.1001",
            "Seba",
            "my-domestic",
            izin_cacat="diragukan",
            ak1_terbit=date(2022, 5, 2),  # Two years have long passed.
        ),
        person(
            "Rofina Sedia Jem",
            date(1994, 7, 7),
            "P",
            "53.15.01.2001",
            "Labuan Bajo",
            "my-domestic",
            **faulty | {"paspor_mrz2": faulty["paspor_mrz2"].replace("C9000777", "C9000177")},
            paspor_tempat_lahir="Labuan Bajo",
        ),
    ]


def targets() -> list[Row]:
    """People whom another target fits better, and people of whom little is known."""
    return [
        {"nama": "Oktaviana Loe Bau", "tujuan": "my-domestic"},
        person("Delfina Muti Asa", date(2005, 4, 18), "P", "53.04.01.2005", "Atambua", "sg-domestic"),
        person(
            "Yohana Peni Bunga",
            date(1995, 9, 9),
            "P",
            "53.13.02.2001",
            "Lewoleba",
            "sg-domestic",
            pendidikan="SD",
        ),
        person("Halima Sulaiman Ose", date(1994, 2, 16), "P", "53.05.01.1001", "Kalabahi", "sa-domestic"),
        person("Fatimah", date(1996, 12, 31), "P", "53.05.02.1002", "Kalabahi", "my-domestic"),
    ]


def people() -> list[Row]:
    """All forty, in the order of the sheet."""
    return [*ready(), *names(), *dates(), *population_papers(), *other_papers(), *targets()]


def write(path: Path) -> None:
    """The sheet, every number as text so that none of it is rounded."""
    rows = people()
    used = [name for name in COLUMNS if any(row.get(name) is not None for row in rows)]
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    book.set_properties({"created": date(2026, 11, 24)})
    sheet = book.add_worksheet("calon")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 1)
    for column, name in enumerate(used):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, max(12, len(name) + 2))
        for line, row in enumerate(rows, start=1):
            _write_cell(sheet, line, column, row.get(name), day)
    book.close()


def _write_cell(sheet: Any, line: int, column: int, value: Any, day: Any) -> None:
    match value:
        case None:
            return
        case date():
            sheet.write_datetime(line, column, value, day)
        case int():
            sheet.write_number(line, column, value)
        case _:
            sheet.write_string(line, column, value)


if __name__ == "__main__":
    write(HERE / "calon-contoh.xlsx")
