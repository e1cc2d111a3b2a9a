"""What each column of the spreadsheet asks for, in words; shown on the template's sheet of explanations."""

from collections.abc import Mapping

from tenun.domain.papers import PaperKind
from tenun.domain.words import Words

PERSON: Mapping[str, Words] = {
    "nama": Words(
        id="Nama lengkap seperti di Kartu Keluarga. Wajib diisi.",
        en="Full name as on the family card. Required.",
    ),
    "nik": Words(id="NIK, 16 angka, format Teks.", en="Population number (NIK), 16 digits, format Text."),
    "no_kk": Words(id="Nomor Kartu Keluarga, 16 angka, bukan NIK.", en="Family card number, 16 digits, not the NIK."),
    "tempat_lahir": Words(id="Tempat lahir menurut orangnya.", en="Place of birth as the person says."),
    "tanggal_lahir": Words(id="Tanggal lahir menurut orangnya.", en="Date of birth as the person says."),
    "jenis_kelamin": Words(id="L (laki-laki) atau P (perempuan).", en="L (male) or P (female)."),
    "status_kawin": Words(id="Status kawin sekarang.", en="Marital status now."),
    "nama_ibu": Words(id="Nama lengkap ibu kandung.", en="Full name of the mother."),
    "desa": Words(
        id="Kode desa Kemendagri, sepuluh angka, misalnya 53.04.05.2001.",
        en="Kemendagri village code, ten digits, for example 53.04.05.2001.",
    ),
    "pendidikan": Words(id="Pendidikan terakhir yang tamat.", en="Highest schooling completed."),
    "telepon": Words(id="Nomor telepon, format Teks.", en="Telephone number, format Text."),
    "tujuan": Words(
        id="Kode tujuan; daftarnya dicetak oleh `tenun targets`.",
        en="Target id; `tenun targets` prints the list.",
    ),
    "rencana_berangkat": Words(id="Rencana tanggal berangkat.", en="Planned date of departure."),
    "bukti": Words(
        id="Bukti untuk semua kertas di baris ini yang tidak punya kolom bukti sendiri: declared (baru "
        "dikatakan), copy (salinan), original_seen (aslinya dilihat), certified (dipastikan penerbitnya). "
        "Kosong = declared.",
        en="Proof of every paper of the row without a proof of its own: declared, copy, original_seen, "
        "certified. Empty = declared.",
    ),
}

SKILLS: Mapping[str, Words] = {
    "kompetensi_skema": Words(
        id="Skema sertifikat kompetensi, misalnya rumah_tangga, lansia, kebun, kaigo.",
        en="Scheme of the competence certificate, for example rumah_tangga, lansia, kebun, kaigo.",
    ),
    "kompetensi_nomor": Words(
        id="Nomor sertifikat kompetensi; `-` jika belum punya.",
        en="Number of the competence certificate; `-` if there is none.",
    ),
    "kompetensi_berlaku_sampai": Words(id="Sertifikat berlaku sampai.", en="The certificate is valid until."),
    "kompetensi_bukti": Words(id="Bukti sertifikat kompetensi.", en="Proof of the competence certificate."),
    "bahasa_tes": Words(
        id="Tes bahasa: JFT, JLPT, EPS_TOPIK, TOCFL, CEFR_DE, CEFR_EN atau CEFR_JA; `-` jika belum punya.",
        en="Language test: JFT, JLPT, EPS_TOPIK, TOCFL, CEFR_DE, CEFR_EN or CEFR_JA; `-` if there is none.",
    ),
    "bahasa_tingkat": Words(
        id="Tingkat atau nilai: N5-N1 (JLPT), A2 atau nilai 0-250 (JFT), nilai 0-200 (EPS_TOPIK), A1-C2 (CEFR, TOCFL).",
        en="Level or score: N5-N1 (JLPT), A2 or a score of 0-250 (JFT), points 0-200 (EPS_TOPIK), A1-C2 (CEFR, TOCFL).",
    ),
    "bahasa_tanggal": Words(id="Tanggal tes bahasa.", en="Day of the language test."),
    "bahasa_bukti": Words(id="Bukti tes bahasa.", en="Proof of the language test."),
    "bahasa2_tes": Words(id="Tes bahasa kedua, jika ada.", en="A second language test, if any."),
    "bahasa2_tingkat": Words(id="Tingkat atau nilai tes kedua.", en="Level or score of the second test."),
    "bahasa2_tanggal": Words(id="Tanggal tes kedua.", en="Day of the second test."),
    "bahasa2_bukti": Words(id="Bukti tes kedua.", en="Proof of the second test."),
}

PAPERS: Mapping[PaperKind, Words] = {
    PaperKind.ID_CARD: Words(id="KTP", en="ID card (KTP)"),
    PaperKind.FAMILY_CARD: Words(id="Kartu Keluarga", en="family card (KK)"),
    PaperKind.BIRTH_CERTIFICATE: Words(id="akta kelahiran", en="birth certificate"),
    PaperKind.SCHOOL_CERTIFICATE: Words(id="ijazah", en="school certificate"),
    PaperKind.MARRIAGE_BOOK: Words(id="buku nikah atau akta perkawinan", en="marriage book or certificate"),
    PaperKind.PASSPORT: Words(id="paspor", en="passport"),
    PaperKind.FAMILY_CONSENT: Words(id="surat izin keluarga", en="family consent letter"),
    PaperKind.MARITAL_STATUS_LETTER: Words(id="surat keterangan status kawin", en="marital status letter"),
    PaperKind.POLICE_RECORD_LETTER: Words(id="SKCK", en="police record letter (SKCK)"),
    PaperKind.JOB_SEEKER_CARD: Words(id="kartu pencari kerja AK1", en="job-seeker card (AK1)"),
    PaperKind.MEDICAL_CERTIFICATE: Words(id="surat sehat", en="medical certificate"),
    PaperKind.PSYCHOLOGY_CERTIFICATE: Words(id="surat hasil psikologi", en="psychology certificate"),
    PaperKind.PREGNANCY_TEST: Words(id="tes kehamilan", en="pregnancy test"),
    PaperKind.TRAINING_RECORD: Words(id="keterangan pelatihan", en="training record"),
    PaperKind.WORK_EXPERIENCE: Words(id="keterangan pengalaman kerja", en="record of work experience"),
    PaperKind.NURSE_REGISTRATION: Words(id="STR perawat", en="nurse registration (STR)"),
    PaperKind.BASIC_SAFETY_TRAINING: Words(id="sertifikat keselamatan dasar (BST)", en="basic safety training (BST)"),
    PaperKind.SEAFARER_BOOK: Words(id="Buku Pelaut", en="seafarer book"),
    PaperKind.RECRUITMENT_PERMIT: Words(id="SIP2MI", en="recruitment permit (SIP2MI)"),
    PaperKind.PLACEMENT_AGREEMENT: Words(id="perjanjian penempatan", en="placement agreement"),
    PaperKind.WORK_VISA: Words(id="visa kerja", en="work visa"),
    PaperKind.WORK_CONTRACT: Words(id="perjanjian kerja", en="work contract"),
    PaperKind.EMPLOYMENT_INSURANCE: Words(id="kepesertaan BPJS Ketenagakerjaan", en="employment insurance"),
    PaperKind.HEALTH_INSURANCE: Words(id="kepesertaan JKN", en="health insurance (JKN)"),
    PaperKind.PRE_DEPARTURE_ORIENTATION: Words(id="bukti OPP", en="pre-departure orientation proof (OPP)"),
    PaperKind.WORKER_CARD: Words(id="E-KPMI", en="worker card (E-KPMI)"),
}
"""Each paper as it is called in a sentence."""

_ENDINGS: Mapping[str, Words] = {
    "nomor": Words(
        id="Nomor pada {paper}; `-` jika kertas ini tidak ada.",
        en="Number on the {paper}; `-` if there is no such paper.",
    ),
    "nama": Words(id="Nama persis seperti tertulis pada {paper}.", en="Name exactly as printed on the {paper}."),
    "tempat_lahir": Words(id="Tempat lahir pada {paper}.", en="Place of birth on the {paper}."),
    "tanggal_lahir": Words(id="Tanggal lahir pada {paper}.", en="Date of birth on the {paper}."),
    "jenis_kelamin": Words(id="Jenis kelamin pada {paper}.", en="Sex on the {paper}."),
    "nama_ibu": Words(id="Nama ibu pada {paper}.", en="Mother's name on the {paper}."),
    "nama_ayah": Words(id="Nama ayah pada {paper}.", en="Father's name on the {paper}."),
    "status_kawin": Words(id="Status kawin pada {paper}.", en="Marital status on the {paper}."),
    "terbit": Words(id="Tanggal terbit {paper}.", en="Day of issue of the {paper}."),
    "tanggal": Words(
        id="Tanggal {paper}; `-` jika kertas ini tidak ada.",
        en="Day of the {paper}; `-` if there is no such paper.",
    ),
    "berlaku_sampai": Words(id="{paper}: berlaku sampai.", en="Last day of validity of the {paper}."),
    "sampai": Words(id="{paper}: berlaku sampai.", en="Last day of validity of the {paper}."),
    "mrz1": Words(
        id="Baris pertama tulisan mesin di bawah halaman foto {paper}.",
        en="First machine-readable line of the {paper}.",
    ),
    "mrz2": Words(
        id="Baris kedua tulisan mesin di bawah halaman foto {paper}.",
        en="Second machine-readable line of the {paper}.",
    ),
    "bukti": Words(
        id="Bukti untuk {paper} saja; kosong = sama dengan kolom bukti.",
        en="Proof of the {paper} alone; empty = as in the column bukti.",
    ),
    "cacat": Words(
        id="Kerusakan atau keraguan pada {paper} yang dilihat petugas.",
        en="A fault of the {paper} that an officer saw.",
    ),
    "pemberi": Words(id="Nama pemberi izin pada {paper}.", en="Name of the giver on the {paper}."),
    "hubungan": Words(id="Hubungan pemberi izin dengan orang ini.", en="What the giver is to the person."),
    "diketahui_kades": Words(
        id="Apakah {paper} diketahui kepala desa atau lurah.",
        en="Whether the village head has signed the {paper}.",
    ),
    "hasil": Words(id="Hasil pada {paper}.", en="Result on the {paper}."),
    "jam": Words(
        id="Jumlah jam pada {paper}; `-` jika belum pernah ikut pelatihan.",
        en="Hours on the {paper}; `-` if there was no training.",
    ),
    "bulan": Words(
        id="Jumlah bulan pada {paper}; `-` jika belum ada.", en="Months on the {paper}; `-` if there is none."
    ),
    "kontrak_mulai": Words(id="Hari pertama kontrak pada {paper}.", en="First day of the {paper}."),
    "kontrak_selesai": Words(id="Hari terakhir kontrak pada {paper}.", en="Last day of the {paper}."),
}

_OWN: Mapping[str, Words] = {
    "tes_kehamilan_tanggal": Words(
        id="Tanggal tes kehamilan dilakukan. Hasilnya tidak pernah dicatat di sini.",
        en="Day on which the pregnancy test was done. Its result is never recorded here.",
    ),
    "ktp_nomor": Words(
        id="NIK persis seperti tertulis pada KTP; `-` jika KTP tidak ada.",
        en="NIK exactly as printed on the ID card; `-` if there is no ID card.",
    ),
    "skck_terbit": Words(
        id="Tanggal terbit SKCK; `-` jika SKCK tidak ada.",
        en="Day of issue of the police record letter; `-` if there is none.",
    ),
    "ak1_terbit": Words(
        id="Tanggal terbit kartu AK1; `-` jika AK1 tidak ada.",
        en="Day of issue of the job-seeker card; `-` if there is none.",
    ),
}


def paper_help(paper: PaperKind, name: str, ending: str) -> Words:
    """The explanation of one column of one paper."""
    if name in _OWN:
        return _OWN[name]
    shape, called = _ENDINGS[ending], PAPERS[paper]
    return Words(id=shape.say("id", paper=called.id), en=shape.say("en", paper=called.en))


GROUPS: Mapping[str, Words] = {
    "person": Words(id="Orangnya", en="The person"),
    "paper": Words(id="Kertas jati diri", en="Papers of identity"),
    "consent": Words(id="Izin keluarga", en="Family consent"),
    "letters": Words(id="Surat status, SKCK, AK1", en="Status letter, police, job seeker"),
    "health": Words(id="Kesehatan", en="Health"),
    "skills": Words(id="Kompetensi dan bahasa", en="Competence and language"),
    "placement": Words(id="Penempatan", en="Placement"),
}
"""The title of each group of columns, by the group's value."""

TYPES: Mapping[str, Words] = {
    "text": Words(id="teks", en="text"),
    "number_text": Words(id="nomor, sebagai teks", en="a number, as text"),
    "date": Words(
        id="tanggal: 2026-11-24, 24/11/2026 atau 24 November 2026",
        en="a date: 2026-11-24, 24/11/2026 or 24 November 2026",
    ),
    "choice": Words(id="salah satu: {choices}", en="one of: {choices}"),
    "integer": Words(id="bilangan bulat", en="a whole number"),
    "village": Words(id="kode desa", en="a village code"),
    "phone": Words(id="nomor telepon, sebagai teks", en="a telephone number, as text"),
    "step": Words(id="tanggal, ya atau tidak", en="a date, ya (yes) or tidak (no)"),
}
"""How a column of each type is filled, by the type's value."""

HOW_TO = (
    Words(
        id="Satu baris satu orang di lembar Isian. Hanya kolom nama yang wajib. Hapus baris 2: itu contoh.",
        en="One person a row on the sheet Isian. Only nama is required. Delete row 2: it is an example.",
    ),
    Words(
        id="Sel kosong: belum diketahui. Tanda - pada nomor (atau tanggal): kertasnya memang tidak ada.",
        en="An empty cell: unknown. A - as the number (or date): there is no such paper.",
    ),
    Words(
        id="Salin nama dan tanggal persis seperti tertulis pada setiap kertas, juga jika berbeda.",
        en="Copy names and dates just as each paper prints them, also where they differ.",
    ),
)
"""What to know before filling in the sheet."""
