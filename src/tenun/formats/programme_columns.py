"""The one table of the columns of our own sheet of programmes: its reader, its template and its explanations."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from tenun.domain.programmes import PartnerRole, Phase, Problem, ServiceLine
from tenun.domain.words import Words
from tenun.formats import programme_cells as cells
from tenun.formats.programme_names import FITS, PHASES, PROBLEMS, SERVICES, STATUSES
from tenun.formats.values import read_date, read_integer, read_number_text

E = TypeVar("E", bound=Enum)

IDENTIFIER, TITLE, OWNER = "kode_program", "nama_program", "pemilik"
AMOUNT, CURRENCY = "anggaran", "mata_uang"
PLACES, PLACES_FROM, PLACES_TO, PLACES_AT = "daya_tampung", "daya_mulai", "daya_selesai", "daya_kabupaten"
TYPES = ("10", "11", "15", "21", "22", "23", "24", "40", "60", "70", "71", "72", "73", "80", "90")
"""Kinds of organisation (IATI codelist OrganisationType)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeColumn:
    """One column: what of the record it feeds, how a cell is read, what it asks and an example."""

    name: str
    feeds: str
    parse: cells.Parser
    asks: Words
    example: str = ""
    required: bool = False
    offers: tuple[str, ...] = ()


def _column(
    name: str,
    fed: str,
    parse: cells.Parser,
    id_: str,
    en: str,
    example: str = "",
    offers: tuple[str, ...] = (),
) -> ProgrammeColumn:
    return ProgrammeColumn(
        name=name,
        feeds=fed,
        parse=parse,
        asks=Words(id_, en),
        example=example,
        required=name in (IDENTIFIER, TITLE, OWNER),
        offers=offers,
    )


def _names(words: Mapping[E, Words]) -> tuple[str, ...]:
    return tuple(each.id for each in words.values())


PARTNER_COLUMNS: Mapping[str, PartnerRole] = MappingProxyType(
    {
        "pendana": PartnerRole.FUNDING,
        "penanggung_jawab": PartnerRole.ACCOUNTABLE,
        "penyalur": PartnerRole.EXTENDING,
        "pelaksana": PartnerRole.IMPLEMENTING,
    }
)
_PARTNERS = {
    "pendana": Words("Yang membayar; pisahkan dengan titik koma.", "Who pays; put a semicolon between them."),
    "penanggung_jawab": Words(
        "Yang bertanggung jawab; pisahkan dengan titik koma.", "Who answers for it; put a semicolon between them."
    ),
    "penyalur": Words(
        "Yang menyalurkan dana atau mengelola; pisahkan dengan titik koma.",
        "Who passes money on or manages; put a semicolon between them.",
    ),
    "pelaksana": Words(
        "Yang mengerjakan; pisahkan dengan titik koma.", "Who does the work; put a semicolon between them."
    ),
}
_DATE = ("Tanggal, misalnya 2027-01-15 atau 15/01/2027.", "A day, as 2027-01-15 or 15/01/2027.")


def _dated(id_: str, en: str) -> tuple[str, str]:
    return f"{id_} {_DATE[0]}", f"{en} {_DATE[1]}"


_LINE, _LINES, _WORDS = cells.read_line, cells.several(cells.read_line), cells.read_words

_ALL = (
    _column(
        IDENTIFIER,
        "identifier",
        read_number_text,
        "Wajib. Kode tetap dari pemiliknya; tidak pernah diganti. Baris dengan kode sama adalah satu program.",
        "Required. The owner's own lasting code, never changed. Rows of one code are one programme.",
        "CONTOH-01",
    ),
    _column(TITLE, "title", _LINE, "Wajib. Nama program.", "Required. Its name.", "Contoh: kelas bahasa"),
    _column(OWNER, "owner", _LINE, "Wajib. Lembaga pemiliknya.", "Required. The owner.", "Contoh: lembaga rekaan"),
    _column("pemilik_ref", "owner_ref", _LINE, "Kode IATI lembaga itu, bila ada.", "Its IATI reference, if any."),
    _column(
        "pemilik_jenis",
        "owner_type",
        cells.read_line,
        "Jenis lembaga menurut IATI (10 pusat, 11 daerah, 21 sampai 24 LSM, 40 badan PBB).",
        "Kind by IATI (10 government, 11 local government, 21 to 24 NGO, 40 multilateral).",
        "21",
        TYPES,
    ),
    _column("uraian", "description", _WORDS, "Apa yang diberikan, singkat.", "What it gives, in short."),
    _column(
        "layanan",
        "services",
        cells.several(cells.choice(SERVICES)),
        "Jenis layanan; bila beberapa, pisahkan dengan titik koma.",
        "What it gives; put a semicolon between several.",
        SERVICES[ServiceLine.SKILLS].id,
        _names(SERVICES),
    ),
    _column(
        "tahap",
        "phases",
        cells.several(cells.choice(PHASES)),
        "Kapan membantu; bila beberapa, pisahkan dengan titik koma.",
        "When it helps; put a semicolon between several.",
        PHASES[Phase.BEFORE].id,
        _names(PHASES),
    ),
    _column("sasaran", "target_group", _WORDS, "Untuk siapa.", "For whom.", "Calon pekerja migran"),
    _column(
        "kabupaten",
        "districts",
        cells.several(cells.read_district),
        "Nama lengkap atau kode Kemendagri bertitik (53.04); kosong berarti seluruh NTT. Pisahkan dengan titik koma.",
        "Whole name or dotted Kemendagri code (53.04); empty means all of NTT. Put a semicolon between several.",
        "Kabupaten Belu; 53.21",
    ),
    _column(
        "status",
        "status",
        cells.choice(STATUSES),
        "Sejauh mana; kosong berarti gagasan.",
        "How far it has come; empty means an idea.",
        "Ditawarkan",
        _names(STATUSES),
    ),
    _column("rencana_mulai", "planned_start", read_date, *_dated("Rencana mulai.", "Planned start."), "2027-01-15"),
    _column("mulai", "actual_start", read_date, *_dated("Mulai sebenarnya.", "Actual start.")),
    _column("rencana_selesai", "planned_end", read_date, *_dated("Rencana selesai.", "Planned end."), "2027-12-15"),
    _column("selesai", "actual_end", read_date, *_dated("Selesai sebenarnya.", "Actual end.")),
    *(_column(name, name, _LINES, words.id, words.en) for name, words in _PARTNERS.items()),
    _column(
        PLACES,
        PLACES,
        read_integer,
        "Banyak orang dalam satu masa. Masa lain ditulis di baris baru dengan kode program yang sama.",
        "How many people in one period. Write another period in a new row of the same code.",
        "30",
    ),
    _column(PLACES_FROM, PLACES_FROM, read_date, *_dated("Awal masa itu.", "Its first day."), "2027-02-01"),
    _column(PLACES_TO, PLACES_TO, read_date, *_dated("Akhir masa itu.", "Its last day."), "2027-06-30"),
    _column(
        PLACES_AT,
        PLACES_AT,
        cells.read_district,
        "Kabupaten bagi daya tampung itu; kosong bila di mana saja.",
        "The district of these places; empty where it is anywhere.",
    ),
    _column("syarat", "entry_words", _WORDS, "Syarat masuk dengan kata-kata.", "Who may come, in words.", "Punya KTP"),
    _column(
        "aturan_masuk",
        "entry_rules",
        cells.read_rules,
        "Syarat yang dihitung sistem; biarkan kosong, atur di halaman program.",
        "The rules the system computes; leave it empty and set them on the programme's page.",
    ),
    _column(
        AMOUNT,
        AMOUNT,
        cells.read_amount,
        "Seluruh anggaran, misalnya 1.250.000.000; kosong atau `belum diketahui` bila tidak tahu.",
        "The whole budget, as 1.250.000.000; empty or `belum diketahui` while unknown.",
        cells.UNKNOWN_AMOUNT,
    ),
    _column(
        CURRENCY,
        CURRENCY,
        cells.read_currency,
        "Wajib bila anggaran diisi: IDR, USD, EUR.",
        "Required beside an amount: IDR, USD, EUR.",
    ),
    _column("kontak_nama", "contact_name", _LINE, "Narahubung.", "Whom to ask."),
    _column("kontak_jabatan", "contact_post", _LINE, "Jabatannya.", "The post."),
    _column("kontak_surel", "contact_email", _LINE, "Surelnya.", "The e-mail address.", "contoh@example.org"),
    _column("kontak_telepon", "contact_telephone", read_number_text, "Teleponnya, format Teks.", "Telephone, as Text."),
    _column("sumber", "source", _LINE, "Dari mana keterangan ini.", "Where this comes from.", "Contoh, bukan program"),
    _column("alamat_sumber", "source_url", _LINE, "Alamat web sumbernya.", "Its web address."),
    _column("diperiksa_pada", "checked_on", read_date, *_dated("Terakhir dipastikan.", "Last confirmed.")),
    _column(
        "masalah",
        "problem",
        cells.choice(PROBLEMS),
        "Masalah yang dijawab.",
        "The problem it addresses.",
        PROBLEMS[Problem.SKILLS].id,
        _names(PROBLEMS),
    ),
    _column(
        "tujuan_gcm",
        "gcm_objectives",
        cells.several(cells.read_objective),
        "Nomor tujuan Global Compact for Migration, 1 sampai 23; pisahkan dengan titik koma.",
        "Numbers of objectives of the Global Compact for Migration, 1 to 23; put a semicolon between several.",
        "18",
    ),
    _column(
        "sektor",
        "sectors",
        cells.several(cells.read_sector),
        "Kode DAC lima angka; pisahkan dengan titik koma.",
        "DAC codes of five digits; put a semicolon between several.",
        "15190",
    ),
    _column("program_daerah", "counterpart", _LINE, "Program daerah yang sejalan.", "The province's own beside it."),
    _column("kode_anggaran", "budget_code", _LINE, "Kode anggaran program daerah itu.", "Its budget code."),
    _column(
        "kesesuaian",
        "fit",
        cells.choice(FITS),
        "Hubungannya dengan program daerah.",
        "How it stands to the province's programme.",
        "",
        _names(FITS),
    ),
    _column("langkah_berikut", "next_step", _WORDS, "Langkah berikutnya.", "The next step."),
)

PROGRAMME_COLUMNS: Mapping[str, ProgrammeColumn] = MappingProxyType({column.name: column for column in _ALL})
"""Every column by its name, in the order of the sheet."""
