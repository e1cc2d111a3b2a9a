"""The sentences of the problem catalogue, grouped by what they are about: a file, its header, a row, a cell.

Each entry is (what is wrong, what to do). Other parts of the program add a table of their own beside these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenun.domain.identifiers.messages import MESSAGES
from tenun.domain.words import Words

Sentences = tuple[Words, Words]


@dataclass(frozen=True, slots=True)
class ProblemTable:
    """The sentences of one part of the program: what leaves a row or file out, and what only warns."""

    errors: Mapping[str, Sentences]
    warnings: Mapping[str, Sentences] = field(default_factory=dict)


def _entry(what_id: str, what_en: str, to_do_id: str, to_do_en: str) -> Sentences:
    return Words(id=what_id, en=what_en), Words(id=to_do_id, en=to_do_en)


FILES = ProblemTable(
    errors={
        "file.not_found": _entry(
            "Berkas {value} tidak ditemukan atau tidak boleh dibuka.",
            "The file {value} was not found or may not be opened.",
            "Periksa nama dan foldernya.",
            "Check its name and folder.",
        ),
        "file.ending_unknown": _entry(
            "Berkas {value} bukan .xlsx, .ods atau .csv.",
            "The file {value} is no .xlsx, .ods or .csv.",
            "Buka di program lembar kerja, lalu simpan sebagai .xlsx.",
            "Open it in the spreadsheet program and save it as .xlsx.",
        ),
        "file.empty": _entry(
            "Berkas {value} kosong.",
            "The file {value} is empty.",
            "Isi baris judul kolom dan paling sedikit satu orang, atau pakai `tenun template`.",
            "Fill in the header row and at least one person, or start from `tenun template`.",
        ),
        "file.too_big": _entry(
            "Berkas {value} berukuran {megabytes} MB; batasnya {limit} MB.",
            "The file {value} has {megabytes} MB; the limit is {limit} MB.",
            "Bagi menjadi beberapa berkas dan hapus gambar di dalamnya.",
            "Split it into several files and delete the pictures in it.",
        ),
        "file.content_mismatch": _entry(
            "Isi berkas {value} adalah {found}, bukan {expected}.",
            "The content of {value} is {found}, not {expected}.",
            "Mengganti akhiran nama tidak mengubah isinya: buka di programnya, lalu simpan sebagai .xlsx.",
            "Renaming does not change the content: open it in its program and save it as .xlsx.",
        ),
        "file.password": _entry(
            "Berkas {value} dikunci dengan kata sandi.",
            "The file {value} is protected by a password.",
            "Simpan sekali lagi tanpa kata sandi.",
            "Save it again without a password.",
        ),
        "file.unpacks_too_big": _entry(
            "Berkas {value} mengembang tidak wajar saat dibuka ({reason}).",
            "The file {value} grows beyond reason when it is unpacked ({reason}).",
            "Jangan buka berkas ini; tanyakan kepada pengirimnya dari mana asalnya.",
            "Do not open it; ask its sender where it comes from.",
        ),
        "file.damaged": _entry(
            "Berkas {value} rusak dan tidak dapat dibaca ({reason}).",
            "The file {value} is damaged and cannot be read ({reason}).",
            "Minta dikirim lagi, atau buka di program lembar kerja dan simpan dengan nama baru.",
            "Ask for it again, or open it in the spreadsheet program and save it under a new name.",
        ),
        "file.encoding": _entry(
            "Berkas {value} bukan teks UTF-8: byte ke-{offset} tidak dapat dibaca.",
            "The file {value} is not UTF-8 text: byte {offset} cannot be read.",
            "Simpan sebagai .xlsx, atau sebagai CSV UTF-8.",
            "Save it as .xlsx, or as CSV UTF-8.",
        ),
        "file.quotes": _entry(
            "Tanda kutip ganda di berkas {value} tidak berpasangan atau satu sel terlalu panjang.",
            "The double quotes in {value} are not in pairs, or one cell is too long.",
            "Perbaiki tanda kutip di baris itu, atau simpan sebagai .xlsx.",
            "Mend the quotes of this row, or save the file as .xlsx.",
        ),
        "file.exists": _entry(
            "Berkas {value} sudah ada.",
            "The file {value} exists already.",
            "Pilih nama lain, atau tambahkan --force untuk menggantinya.",
            "Choose another name, or add --force to replace it.",
        ),
        "file.not_xlsx": _entry(
            "Nama {value} tidak berakhir dengan .xlsx.",
            "The name {value} does not end in .xlsx.",
            "Tambahkan .xlsx di akhir nama.",
            "Add .xlsx to the name.",
        ),
        "file.not_writable": _entry(
            "Berkas {value} tidak dapat ditulis ({reason}).",
            "The file {value} cannot be written ({reason}).",
            "Tutup berkas itu di program lain, atau pilih folder lain.",
            "Close it in other programs, or choose another folder.",
        ),
        "file.merged_cells": _entry(
            "Sel {value} digabung, sehingga tidak jelas isinya milik siapa.",
            "The cells {value} are merged, so it is not clear whose content they hold.",
            "Pisahkan sel itu (Unmerge) dan isi setiap baris sendiri.",
            "Unmerge them and fill in each row by itself.",
        ),
    },
    warnings={
        "file.more_sheets": _entry(
            "Hanya lembar pertama yang dibaca; lembar {value} juga berisi data.",
            "Only the first sheet is read; the sheet {value} holds data too.",
            "Pindahkan orangnya ke lembar pertama jika mereka juga harus diperiksa.",
            "Move the people to the first sheet if they are to be checked too.",
        ),
    },
)

HEADERS = ProblemTable(
    errors={
        "header.missing": _entry(
            "Baris pertama bukan baris judul kolom.",
            "The first row is no header row.",
            "Hapus baris kosong atau judul di atasnya; judul kolom harus di baris 1.",
            "Delete the empty rows or title above; the header must be row 1.",
        ),
        "header.no_name": _entry(
            "Tidak ada kolom `nama` di baris judul; yang terbaca: {value}.",
            "The header has no `nama` column; it reads: {value}.",
            "Judul kolom harus di baris 1 dan memuat `nama`; contohnya dibuat oleh `tenun template`.",
            "The header must be row 1 and hold `nama`; `tenun template` makes an example.",
        ),
        "header.no_key": _entry(
            "Tidak ada kolom `{key}` di baris judul; yang terbaca: {value}.",
            "The header has no `{key}` column; it reads: {value}.",
            "Pakai lembar contoh dari halaman program, dan biarkan judul kolomnya di baris 1.",
            "Use the template from the programmes' page, and leave its header in row 1.",
        ),
        "header.doubled": _entry(
            "Judul kolom {value} ada dua kali ({first} dan {second}).",
            "The header {value} stands twice ({first} and {second}).",
            "Hapus atau ganti nama salah satunya.",
            "Delete or rename one of them.",
        ),
    },
    warnings={
        "header.unknown": _entry(
            "Kolom ini tidak dikenal; isinya disimpan tetapi tidak dinilai.",
            "This column is not known; its content is kept but not judged.",
            "Periksa ejaannya pada lembar Penjelasan dari `tenun template`.",
            "Check its spelling on the sheet Penjelasan of `tenun template`.",
        ),
        "header.read_as": _entry(
            "Judul ini dibaca sebagai `{value}`.",
            "This header is read as `{value}`.",
            "Tulis persis seperti itu supaya tidak keliru.",
            "Write it just so, to leave no doubt.",
        ),
        "header.empty": _entry(
            "Kolom ini berisi data tetapi tidak berjudul; isinya tidak dibaca.",
            "This column holds data but has no header; it is not read.",
            "Beri judul pada kolom itu atau hapus isinya.",
            "Give the column a header or delete its content.",
        ),
    },
)

ROWS = ProblemTable(
    errors={
        "row.no_name": _entry("Nama kosong.", "The name is empty.", "Isi kolom `nama`.", "Fill in the column `nama`."),
        "row.too_many_cells": _entry(
            "Baris ini punya {found} sel, padahal judulnya {expected}.",
            "This row has {found} cells, but the header has {expected}.",
            "Beri tanda kutip ganda pada isi yang memuat tanda pemisah, atau simpan sebagai .xlsx.",
            "Put double quotes around content that holds the separator, or save the file as .xlsx.",
        ),
        "row.ends_before_it_begins": _entry(
            "Tanggal ini lebih awal daripada tanggal pada kolom {begin}.",
            "This date is earlier than the one in the column {begin}.",
            "Cocokkan kedua tanggal dengan suratnya.",
            "Compare both dates with the paper.",
        ),
        "row.absent_but_filled": _entry(
            "Kertas ini ditandai tidak ada (`-`), tetapi kolom {filled} diisi.",
            "This paper is marked as absent (`-`), but the column {filled} is filled in.",
            "Hapus `-` jika kertasnya ada, atau kosongkan kolom lainnya.",
            "Delete the `-` if the paper exists, or empty the other columns.",
        ),
        "row.needs_column": _entry(
            "Kolom ini diisi, tetapi kolom {needed} kosong.",
            "This column is filled in, but the column {needed} is empty.",
            "Isi kolom {needed}.",
            "Fill in the column {needed}.",
        ),
    },
    warnings={
        "row.mrz_half": _entry(
            "Hanya satu baris MRZ paspor yang diisi; MRZ tidak dibandingkan.",
            "Only one of the passport's MRZ lines is filled in; the MRZ is not compared.",
            "Salin kedua baris di bagian bawah halaman foto.",
            "Copy both lines at the foot of the photo page.",
        ),
    },
)

_DATE_FORM_ID = "Tulis seperti 2026-11-24, 24/11/2026 atau 24 November 2026."
_DATE_FORM_EN = "Write it as 2026-11-24, 24/11/2026 or 24 November 2026."


def _date_entry(what_id: str, what_en: str) -> Sentences:
    return _entry(what_id, what_en, _DATE_FORM_ID, _DATE_FORM_EN)


_DATES: Mapping[str, Sentences] = {
    "date.form_unknown": _date_entry("`{value}` bukan tanggal.", "`{value}` is no date."),
    "date.two_digit_year": _date_entry(
        "Tahun pada `{value}` hanya dua angka, jadi abadnya tidak jelas.",
        "The year in `{value}` has two digits only, so the century is not clear.",
    ),
    "date.month_first": _date_entry(
        "`{value}` tampaknya menulis bulan lebih dahulu.", "`{value}` seems to put the month first."
    ),
    "date.month_unknown": _date_entry(
        "Nama bulan pada `{value}` tidak dikenal.", "The month's name in `{value}` is not known."
    ),
    "date.month_impossible": _date_entry("Bulan pada `{value}` tidak ada.", "There is no such month as in `{value}`."),
    "date.date_impossible": _date_entry(
        "Tanggal `{value}` tidak ada di kalender.", "The date `{value}` is not in the calendar."
    ),
    "date.day_name_unknown": _date_entry(
        "Nama hari pada `{value}` tidak dikenal.", "The day's name in `{value}` is not known."
    ),
    "date.day_name_wrong": _date_entry(
        "Nama hari pada `{value}` tidak cocok dengan tanggalnya.",
        "The day's name in `{value}` does not fit its date.",
    ),
    "date.out_of_bounds": _entry(
        "Tahun pada `{value}` tidak mungkin ({first} sampai {last}).",
        "The year of `{value}` is not possible ({first} to {last}).",
        "Tulis tanggal seperti tercetak; bila berlaku seumur hidup, kosongkan selnya.",
        "Write the date as printed; if it is valid for life, leave the cell empty.",
    ),
    "date.number": _date_entry(
        "Sel ini berisi bilangan {value}, bukan tanggal.", "This cell holds the number {value}, not a date."
    ),
}

CELLS = ProblemTable(
    errors={
        "cell.not_a_step": _entry(
            "{value} bukan tanggal, ya, atau tidak.",
            "{value} is no date, no ya (yes) and no tidak (no).",
            "Tulis tanggalnya, atau ya bila tanggalnya tidak ada; kosongkan bila langkahnya belum ada.",
            "Write the date, or ya where there is none; leave it empty while the step is not there.",
        ),
        **_DATES,
        "cell.digits_lost": _entry(
            "Angka `{value}` sudah dibulatkan oleh program lembar kerja; angka aslinya hilang.",
            "The spreadsheet program has rounded `{value}`; the true digits are lost.",
            "Ubah format sel menjadi Teks, lalu ketik lagi nomornya dari kertas aslinya.",
            "Set the cell's format to Text and type the number again from the paper itself.",
        ),
        "cell.error_value": _entry(
            "Sel ini menampilkan kesalahan {value}.",
            "This cell shows the error {value}.",
            "Perbaiki rumusnya atau ketik isinya.",
            "Mend the formula or type the content.",
        ),
        "cell.formula_without_value": _entry(
            "Sel ini berisi rumus tanpa hasil: `{value}`.",
            "This cell holds a formula without a result: `{value}`.",
            "Ketik isinya sebagai teks.",
            "Type the content as text.",
        ),
        "cell.not_a_choice": _entry(
            "`{value}` bukan pilihan untuk kolom ini.",
            "`{value}` is no choice of this column.",
            "Pilih salah satu: {allowed}.",
            "Choose one of: {allowed}.",
        ),
        "cell.not_a_number": _entry(
            "`{value}` bukan bilangan bulat.",
            "`{value}` is no whole number.",
            "Isi angka saja, tanpa satuan.",
            "Fill in digits only, without a unit.",
        ),
        "cell.wrong_type": _entry(
            "Sel ini berisi {value}, bukan teks.",
            "This cell holds {value}, not text.",
            "Ubah format sel menjadi Teks, lalu ketik lagi isinya.",
            "Set the cell's format to Text and type the content again.",
        ),
        "cell.level_unknown": _entry(
            "`{value}` bukan tingkat atau nilai tes ini.",
            "`{value}` is no level or score of this test.",
            "Isi salah satu: {allowed}.",
            "Fill in one of: {allowed}.",
        ),
    },
    warnings={
        "cell.test_unknown": _entry(
            "Tes bahasa `{value}` tidak dikenal; hasilnya tidak dihitung.",
            "The language test `{value}` is not known; its result does not count.",
            "Pilih salah satu bila memang tes itu: {known}.",
            "Choose one if that is the test: {known}.",
        ),
        "cell.scheme_unknown": _entry(
            "Skema `{value}` tidak dikenal; dicatat sebagai skema lain.",
            "The scheme `{value}` is not known; it is recorded as another scheme.",
            "Cocokkan dengan jabatannya. Yang dikenal: {known}.",
            "Compare it with the occupation. Known are: {known}.",
        ),
        "cell.formula": _entry(
            "Sel ini berisi rumus; hasil yang tersimpan dipakai.",
            "This cell holds a formula; its saved result is used.",
            "Ketik isinya sebagai teks supaya tidak berubah sendiri.",
            "Type the content as text, so that it cannot change by itself.",
        ),
        "cell.village_code": _entry(
            "`{value}` bukan kode desa Kemendagri; desa tidak dicatat.",
            "`{value}` is no Kemendagri village code; the village is not recorded.",
            "Isi kode sepuluh angka, misalnya 53.04.05.2001.",
            "Fill in the ten-digit code, for example 53.04.05.2001.",
        ),
    },
)


CHECKS = ProblemTable(
    errors={
        "row.no_target": _entry(
            "Tujuan belum diisi.",
            "The target is missing.",
            "Isi kolom `tujuan`, atau beri --target; daftarnya: `tenun targets`.",
            "Fill in `tujuan`, or give --target; the list: `tenun targets`.",
        ),
        "row.unknown_target": _entry(
            "Tujuan {value} tidak dikenal.",
            "The target {value} is not known.",
            "Pilih salah satu: {known}.",
            "Choose one of: {known}.",
        ),
    },
    warnings={
        "row.departure_past": _entry(
            "Rencana berangkat {value} sudah lewat; dinilai seperti berangkat hari ini.",
            "The planned departure {value} is past; judged as if she left today.",
            "Tulis rencana yang baru, atau catat bahwa ia sudah berangkat.",
            "Write the new plan, or record that she has left.",
        ),
        "row.nik_repeated": _entry(
            "NIK ini sama dengan NIK pada baris {first}.",
            "This NIK is the same as in row {first}.",
            "Periksa apakah satu orang ditulis dua kali; bila dua orang, bawa keduanya ke Dukcapil.",
            "See whether one person stands here twice; if they are two, take both to Dukcapil.",
        ),
    },
)
"""What only judging can find."""

_NUMBER_TO_DO = _entry(
    "", "", "Lihat kartunya, lalu tulis 16 angka sebagai teks.", "Look at the card and write 16 digits as text."
)[1]
_NUMBERS = ("length", "not_digits", "province_unknown", "day_impossible", "month_impossible", "date_impossible")
"""Why a NIK or a family card number cannot be one; the words are those of the identifiers."""

IMPORTS = ProblemTable(
    errors={
        **{f"import.{code}": (MESSAGES[code], _NUMBER_TO_DO) for code in (*_NUMBERS, "serial_zero", "same_as_nik")},
        "import.nik_repeated": _entry(
            "NIK ini sudah ditulis pada baris {first}.",
            "This NIK stands in row {first} already.",
            "Hapus salah satu baris bila orangnya sama; bila dua orang, periksa KTP keduanya.",
            "Delete one row if they are one person; if they are two, look at both cards.",
        ),
        "import.too_long": _entry(
            "Isi sel ini terlalu panjang atau terlalu besar; batasnya {most}.",
            "The content of this cell is too long or too large; the limit is {most}.",
            "Tulis hanya yang diminta kolom ini.",
            "Write only what this column asks for.",
        ),
        "import.sign": _entry(
            "Sel ini memuat tanda yang tidak dapat disimpan.",
            "This cell holds a sign that cannot be stored.",
            "Ketik ulang isinya.",
            "Type the content again.",
        ),
        "import.outside": _entry(
            "Desa {value} di luar wilayah kantor Anda.",
            "The village {value} lies outside your office's territory.",
            "Periksa kode desanya; orang dari wilayah lain diimpor kantornya sendiri.",
            "Check the code; people of another territory are imported by their own office.",
        ),
        "import.village_unknown": _entry(
            "Kode desa {value} tidak ada.",
            "There is no village with the code {value}.",
            "Pilih kode dari daftar desa Kemendagri.",
            "Choose a code from the Kemendagri list of villages.",
        ),
        "import.other_district": _entry(
            "Orang ini terdaftar di kabupaten lain di wilayah Anda; desa barunya tidak dapat diimpor.",
            "She is on file in another district of your territory; the new village cannot be imported.",
            "Minta berkasnya pindah dari halaman orangnya.",
            "Ask for a transfer on her page.",
        ),
        "import.held": _entry(
            "Berkas orang ini ditahan sementara.",
            "The file of this person is held for now.",
            "Hubungi provinsi; jangan ubah apa pun dahulu.",
            "Call the province; change nothing for now.",
        ),
        "import.age_in_question": _entry(
            "Umur orang ini dipertanyakan, jadi suratnya tidak boleh diubah lewat daftar.",
            "Her age is in question, so her papers may not be changed by a list.",
            "Serahkan ke pelindungan dari halaman orangnya.",
            "Hand her file to protection on her page.",
        ),
        "import.changed_meanwhile": _entry(
            "Berkas orang ini berubah setelah daftar diperiksa.",
            "Her file has changed since the list was checked.",
            "Unggah daftarnya lagi, lalu lihat perbedaannya.",
            "Upload the list again and look at the differences.",
        ),
    },
    warnings={
        "import.touched": _entry(
            "Berkas ini sudah diubah atau dipakai setelah diimpor, jadi tidak dibatalkan.",
            "This file was changed or used after the import, so it was not taken back.",
            "Buka berkasnya dan perbaiki di sana bila perlu.",
            "Open the file and mend it there where needed.",
        ),
        "import.weaker_proof": _entry(
            "{paper} di berkasnya sudah lebih kuat buktinya; isi daftar yang berbeda tidak menggantinya.",
            "The {paper} on file is better proven; what differs in the list does not replace it.",
            "Bila surat baru sudah dilihat, tulis buktinya di daftar atau catat di halaman orangnya.",
            "If a new paper was seen, write its proof in the list or record it on her page.",
        ),
    },
)
"""What only an import can find: in a row, or between a row and what is stored."""

SISKO = ProblemTable(
    errors={
        "sisko.number_repeated": _entry(
            "Nomor Sisko ini sudah ditulis pada baris {first}.",
            "This Sisko number stands in row {first} already.",
            "Hapus salah satu baris bila orangnya sama; bila dua orang, tanyakan nomornya ke BP3MI.",
            "Delete one row if they are one person; if they are two, ask BP3MI for the number.",
        ),
        "sisko.number_of_another": _entry(
            "Nomor Sisko ini sudah ada pada berkas orang lain.",
            "This Sisko number stands on the file of another person.",
            "Tanyakan ke BP3MI nomor ini milik siapa; nomor yang keliru dihapus dari halaman orangnya.",
            "Ask BP3MI whose number it is; a mistaken one is taken off on that person's page.",
        ),
        "sisko.second_number": _entry(
            "Berkas orang ini sudah mempunyai nomor Sisko lain.",
            "The file of this person has another Sisko number already.",
            "Tanyakan ke BP3MI nomor mana yang benar; yang keliru dihapus dari halaman orangnya.",
            "Ask BP3MI which number is right; the mistaken one is taken off on her page.",
        ),
    },
    warnings={
        "sisko.name_differs": _entry(
            "Nama di daftar Sisko ({value}) berbeda dengan nama di berkasnya ({ours}). Berkasnya tidak diubah.",
            "The name in the Sisko list ({value}) differs from that on file ({ours}). The file is not changed.",
            "Lihat KTP-nya, lalu minta pembetulan di pihak yang salah tulis.",
            "Look at her card and ask for a correction on the side that is wrong.",
        ),
        "sisko.birth_date_differs": _entry(
            "Tanggal lahir di daftar Sisko ({value}) berbeda dengan di berkasnya ({ours}). Berkasnya tidak diubah.",
            "The birth date in the Sisko list ({value}) differs from that on file ({ours}). The file is not changed.",
            "Lihat aktanya, lalu minta pembetulan di pihak yang salah tulis.",
            "Look at her birth certificate and ask for a correction on the side that is wrong.",
        ),
        "sisko.passport_differs": _entry(
            "Nomor paspor di daftar Sisko berbeda dengan nomor di berkasnya. Berkasnya tidak diubah.",
            "The passport number in the Sisko list differs from that on file. The file is not changed.",
            "Lihat paspornya; catat paspor baru di halaman orangnya bila ada.",
            "Look at the passport; record a new one on her page if there is one.",
        ),
    },
)
"""What only a list of Sisko can hold; it is a mirror, so what differs is told and nothing is replaced."""
