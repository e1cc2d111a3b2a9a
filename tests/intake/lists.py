"""Lists as offices send them, as bytes; the NIKs are those of demonstrations (serials from 9000)."""

import csv
import io
from random import Random

VILLAGES = ("53.04.05.2001", "53.04.05.2002", "53.04.01.2001")
_FIRST = ("Maria", "Yasinta", "Agustinus", "Petrus", "Elisabet", "Rosalia", "Yohanes", "Wilhelmina", "Dominikus")
_LAST = ("Bano", "Seran", "Nahak", "Bete", "Klau", "Abuk", "Tei", "Luruk", "Bria", "Fahik")
PROOFS = ("declared", "copy", "original_seen", "certified")


def nik_of(number, day=12, month=3, year=99, *, female=True):
    """A NIK that fits; each number gives another one."""
    return f"530405{day + 40 * female:02d}{month:02d}{year:02d}{9000 + number:04d}"


def row_of(random, number, families=_LAST):
    """One invented person with some papers; about what an office knows."""
    female = random.random() < 0.8
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(80, 99)
    first, last = random.choice(_FIRST), f"{random.choice(families)} {random.choice(families)}"
    name, born = f"{first} {last} {chr(65 + number % 26)}{number}", f"{day:02d}-{month:02d}-19{year}"
    nik = nik_of(number % 1000, day, month, year, female=female) if random.random() < 0.8 else ""
    row = {
        "nama": name,
        "nik": nik,
        "no_kk": f"530405010120{9000 + number % 1000:04d}" if random.random() < 0.5 else "",
        "tempat_lahir": random.choice(("Atambua", "Kupang", "")),
        "tanggal_lahir": born if random.random() < 0.9 else "",
        "jenis_kelamin": "P" if female else "L",
        "status_kawin": random.choice(("belum_kawin", "kawin", "")),
        "nama_ibu": f"{random.choice(_FIRST)} {random.choice(_LAST)}" if random.random() < 0.7 else "",
        "desa": random.choice((*VILLAGES, "")),
        "pendidikan": random.choice(("SD", "SMP", "SMA", "S1", "")),
        "telepon": f"0812345{number:05d}" if random.random() < 0.5 else "",
        "tujuan": random.choice(("my-domestic", "sg-domestic", "hk-domestic", "")),
        "rencana_berangkat": random.choice(("01-06-2027", "")),
        "bukti": random.choice((*PROOFS, "")),
    }
    for prefix, chance in (("ktp", 0.9), ("kk", 0.6), ("akta", 0.6), ("ijazah", 0.5), ("paspor", 0.2)):
        if random.random() < chance:
            row |= {
                f"{prefix}_nomor": nik if prefix == "ktp" else f"{prefix.upper()}-{number}",
                f"{prefix}_nama": random.choice((name, name.upper(), name.replace("a", "e", 1))),
                f"{prefix}_tanggal_lahir": born,
                f"{prefix}_bukti": random.choice((*PROOFS, "")),
            }
        elif random.random() < 0.2:
            row[f"{prefix}_nomor"] = "-"
    if random.random() < 0.3:
        row |= {"kompetensi_skema": "rumah_tangga", "kompetensi_nomor": f"LSP-{number}"}
    if random.random() < 0.3:
        row |= {"bahasa_tes": "JLPT", "bahasa_tingkat": "N4", "bahasa2_tes": "JLPT", "bahasa2_tingkat": "N5"}
    if random.random() < 0.3:
        row |= {"izin_pemberi": "Yohanes Seran", "izin_hubungan": "orang_tua", "izin_diketahui_kades": "ya"}
    if random.random() < 0.3:
        row |= {"kesehatan_tanggal": "01-10-2026", "kesehatan_hasil": "layak", "pengalaman_bulan": "18"}
    return row


def rows(count, seed=1, families=_LAST):
    """So many people, the same ones every time."""
    random = Random(seed)
    return [row_of(random, number, families) for number in range(count)]


def as_csv(rows):
    """The list as bytes of a .csv; every column that any row has."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
