"""The words of the monthly report. They are Indonesian alone: the report is a letter from one office to another."""

from collections.abc import Mapping
from types import MappingProxyType

from tenun.domain.catalogue import Gate
from tenun.domain.journey import Event, State

MONTH, ALL, PEOPLE = "Bulan ini", "Seluruhnya", "Orang"
COUNT, TOTAL = "Jumlah", "Jumlah"
NOT_KNOWN = "Belum diketahui"

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "people": "Orang yang tercatat",
        "sex": "Menurut jenis kelamin",
        "age": "Menurut umur",
        "education": "Menurut pendidikan",
        "target": "Menurut tujuan",
        "place": "Menurut kecamatan",
        "states": "Tahap perjalanan pada akhir bulan",
        "blocking": "Yang menahan pada hari laporan ini dihitung",
        "steps": "Langkah yang dicatat bulan ini",
        "movements": "Berangkat dan pulang menurut catatan desa",
        "papers": "Surat yang dicatat",
        "protection": "Pelindungan",
    }
)

COUNTED = "Orang yang berkasnya di sini sampai akhir bulan; berkas yang sudah digabung dihitung satu kali."
VILLAGES = "Desa atau kelurahan yang warganya tercatat, paling sedikit satu orang."
SUM_OF_PEOPLE = "Semua orang yang tercatat."

SEXES = MappingProxyType(
    {
        "P": ("Perempuan", "Jenis kelamin perempuan pada data orang."),
        "L": ("Laki-laki", "Jenis kelamin laki-laki pada data orang."),
        "": (NOT_KNOWN, "Jenis kelaminnya belum ditulis."),
    }
)
AGES = MappingProxyType(
    {
        "0": ("Di bawah 18 tahun", "Belum berumur 18 tahun pada hari terakhir bulan ini."),
        "18": ("18–20 tahun", "Umur pada hari terakhir bulan ini."),
        "21": ("21–24 tahun", "Umur pada hari terakhir bulan ini."),
        "25": ("25–29 tahun", "Umur pada hari terakhir bulan ini."),
        "30": ("30–34 tahun", "Umur pada hari terakhir bulan ini."),
        "35": ("35–44 tahun", "Umur pada hari terakhir bulan ini."),
        "45": ("45 tahun ke atas", "Umur pada hari terakhir bulan ini."),
        "": (NOT_KNOWN, "Tanggal lahirnya belum ditulis."),
    }
)
"""By the youngest age of the group."""
EDUCATION = MappingProxyType(
    {
        "0": ("Tidak tamat sekolah", "Tidak bersekolah atau belum tamat SD."),
        "1": ("SD", "Pendidikan terakhir yang tamat."),
        "2": ("SMP", "Pendidikan terakhir yang tamat."),
        "3": ("SMA atau SMK", "Pendidikan terakhir yang tamat."),
        "4": ("Diploma ke atas", "Tamat D1, D2, D3, D4, S1, atau lebih tinggi."),
        "": (NOT_KNOWN, "Pendidikannya belum ditulis."),
    }
)
TARGET_MEANS = "Tujuan yang dipilih orang itu sendiri."
NO_TARGET = ("Belum memilih", "Belum memilih tujuan.")
PLACE_MEANS = "Desa atau kelurahannya di kecamatan ini."
NO_PLACE = (NOT_KNOWN, "Desanya belum ditulis.")

STATE_MEANS = "Tahap terakhir yang dicatat sampai akhir bulan ini."
NO_STATE = ("Belum ada tahap, atau ditahan", "Belum ada langkah yang dicatat, atau berkasnya sedang ditahan.")
ALWAYS_SHOWN = (
    *(State.CONTACTED, State.INFORMED, State.VILLAGE_RECORDED, State.REGISTERED, State.SCREENED, State.PREPARING),
    *(State.WITHDREW, State.REFUSED, State.NOT_ELIGIBLE_NOW, State.DEPARTED_NON_PROCEDURALLY, State.LOST_CONTACT),
)
"""States that stand in every report, also with zero; the others only when somebody stands there."""

HELD = (
    "Orang yang tertahan",
    "Di jalan menuju keberangkatan dan ditahan syarat. Bila syaratnya beberapa, ia dihitung di setiap barisnya.",
)
GATES: Mapping[Gate, str] = MappingProxyType(
    {
        Gate.AGE: "Gerbang umur",
        Gate.DOCUMENTS: "Gerbang dokumen",
        Gate.COMPETENCE: "Gerbang kompetensi",
        Gate.HEALTH: "Gerbang kesehatan",
        Gate.SOCIAL_SECURITY: "Gerbang jaminan sosial",
        Gate.PLACEMENT: "Gerbang penempatan",
    }
)
GATE_MEANS = "Ditahan paling sedikit satu syarat gerbang ini, menurut penilaian terakhir."
REQUIREMENT_MEANS = "Syarat {gate} yang belum terpenuhi untuk tahap berikutnya."
OR_LIKE_IT = "{title}, atau yang diminta tujuan lain sebagai gantinya"

STEPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        Event.CONTACT: ("Dihubungi pertama kali", "Percakapan pertama dicatat."),
        Event.INFORM: ("Diberi penjelasan", "Penjelasan tentang kerja ke luar negeri dibacakan butir demi butir."),
        Event.REGISTER_VILLAGE: ("Dicatat desa", "Desa mencatatnya sebagai calon pekerja migran."),
        Event.ENROL: ("Didaftarkan", "Dinas mendaftarkannya sebagai calon pekerja migran."),
        Event.SCREEN: ("Diwawancara keselamatan", "Wawancara keselamatan selesai."),
        Event.BEGIN_PREPARATION: ("Mulai bersiap", "Mulai menyiapkan surat dan keterampilan."),
        Event.POSTPONE: ("Ditunda", "Belum memenuhi syarat dan boleh mencoba lagi."),
        Event.REFUSE: ("Ditolak", "Ditolak dengan alasan; ia dapat mengajukan keberatan."),
        Event.WITHDRAW: ("Mengundurkan diri", "Ia sendiri memilih tidak berangkat."),
        Event.LOSE_CONTACT: ("Hilang kontak", "Tidak dapat dihubungi lagi."),
        Event.RECORD_NON_PROCEDURAL: ("Berangkat tanpa prosedur", "Diketahui berangkat sebelum boleh berangkat."),
        Event.RETURN: ("Pulang", "Perjalanan pulangnya dicatat."),
    }
)
"""Each counts how often it was entered in the month; a step that was undone later is not counted."""

MOVEMENTS = MappingProxyType(
    {
        "departed": ("Berangkat", "Keberangkatan yang dicatat bulan ini, kapan pun terjadinya."),
        "returned": ("Pulang", "Kepulangan yang dicatat bulan ini, kapan pun terjadinya."),
    }
)
PAPER_MEANS = "Berapa kali bulan ini; berapa orang seluruhnya."

HANDED_OVER = ("Diserahkan ke pelindungan", "Berkas yang diserahkan bulan ini kepada petugas pelindungan.")
STILL_OPEN = ("Masih ditangani pelindungan", "Penyerahan yang pada akhir bulan ini belum ditutup.")
RECRUITERS = ("Laporan tentang perekrut", "Laporan desa, dinas, atau BP3MI bulan ini. Isinya hanya dibaca pelindungan.")
