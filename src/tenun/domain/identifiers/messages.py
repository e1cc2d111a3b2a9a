"""What each code of the identifiers means, in the words of a desk: what is wrong and what to do next."""

from collections.abc import Mapping
from types import MappingProxyType

from tenun.domain.words import Words

MESSAGES: Mapping[str, Words] = MappingProxyType(
    {
        # NIK and family card number.
        "length": Words("Jumlah angka atau huruf tidak tepat. Hitung kembali.", "Wrong length. Count again."),
        "not_digits": Words("Ada tanda yang bukan angka. Tulis angka saja.", "Not only digits. Write digits only."),
        "province_unknown": Words(
            "Dua angka pertama bukan kode provinsi.", "The first two digits are no province code."
        ),
        "day_impossible": Words("Angka hari tidak mungkin.", "The digits of the day are impossible."),
        "month_impossible": Words("Angka bulan tidak mungkin.", "The digits of the month are impossible."),
        "date_impossible": Words("Tanggal itu tidak ada di kalender.", "There is no such date in the calendar."),
        "serial_zero": Words(
            "Empat angka terakhir 0000. Periksa kartu aslinya.",
            "The last four digits are 0000. Look at the card.",
        ),
        "born_mismatch": Words(
            "Tanggal lahir berbeda dengan NIK. Bawa ke Dukcapil.",
            "The birth date differs from the NIK. Take it to the civil registry.",
        ),
        "sex_mismatch": Words(
            "Jenis kelamin berbeda dengan NIK. Bawa ke Dukcapil.",
            "The sex differs from the NIK. Take it to the civil registry.",
        ),
        "same_as_nik": Words(
            "Nomor KK sama dengan NIK. Salin nomor di bagian atas KK.",
            "The family card number equals the NIK. Copy the number at the top of the card.",
        ),
        "district_unknown": Words(
            "Kode kabupaten/kota tidak ada dalam daftar sekarang.",
            "The district code is not in the present list.",
        ),
        "subdistrict_unknown": Words(
            "Kode kecamatan tidak ada dalam daftar sekarang.",
            "The sub-district code is not in the present list.",
        ),
        # Passport number and machine-readable zone.
        "characters": Words(
            "Ada tanda yang tidak boleh dipakai di sini.", "A character stands here that is not allowed."
        ),
        "unusual_shape": Words(
            "Bentuk nomor paspor tidak biasa. Bandingkan dengan paspornya.",
            "An unusual shape of passport number. Compare it with the book.",
        ),
        "line_length": Words(
            "Jumlah atau panjang baris salah: paspor 2 baris, masing-masing 44 tanda.",
            "Wrong number or length of lines: a passport has 2 lines of 44 characters.",
        ),
        "document_code": Words("Huruf pertama bukan jenis dokumen ini.", "The first letter is not of this document."),
        "number_check": Words("Angka uji nomor dokumen salah.", "The check digit of the number is wrong."),
        "birth_date_check": Words("Angka uji tanggal lahir salah.", "The check digit of the birth date is wrong."),
        "expiry_check": Words("Angka uji masa berlaku salah.", "The check digit of the expiry is wrong."),
        "optional_check": Words("Angka uji data tambahan salah.", "The check digit of the optional data is wrong."),
        "composite_check": Words("Angka uji seluruh baris salah.", "The check digit of the whole zone is wrong."),
        "birth_date_impossible": Words("Tanggal lahir tidak mungkin.", "The birth date is impossible."),
        "expiry_impossible": Words("Tanggal berakhir tidak mungkin.", "The expiry date is impossible."),
        "sex_impossible": Words("Tanda jenis kelamin bukan M, F atau <.", "The sex is not M, F or <."),
        "name_missing": Words("Baris nama kosong.", "The name is empty."),
        "birth_day_unknown": Words("Hari lahir tidak tercantum.", "The day of birth is not stated."),
        "birth_month_unknown": Words("Bulan lahir tidak tercantum.", "The month of birth is not stated."),
        "birth_year_unknown": Words("Tahun lahir tidak tercantum.", "The year of birth is not stated."),
        "expiry_not_stated": Words("Masa berlaku tidak tercantum.", "The expiry is not stated."),
        "one_word_name": Words(
            "Nama hanya satu kata: sah, tetapi tanyakan syarat visa.",
            "A one-word name: legal, but ask about visas.",
        ),
        "name_cut": Words("Nama memenuhi baris; mungkin terpotong.", "The name fills its line; it may be cut."),
        "long_number_with_filler": Words(
            "Nomor panjang; angka uji dihitung bersama tanda <.",
            "A long number; its digit counts the filler.",
        ),
        "long_number_without_filler": Words(
            "Nomor panjang; angka uji dihitung tanpa tanda <.",
            "A long number; its digit leaves out the filler.",
        ),
        "repair_ambiguous": Words(
            "Ada beberapa perbaikan yang mungkin. Baca ulang dari paspornya.",
            "Several repairs are possible. Read it again from the book.",
        ),
        # Dates.
        "empty": Words("Belum diisi.", "Nothing is written."),
        "form_unknown": Words(
            "Bukan bentuk tanggal. Tulis seperti 24/11/2026.", "Not a date. Write it like 24/11/2026."
        ),
        "two_digit_year": Words("Tulis tahun dengan empat angka.", "Write the year with four digits."),
        "month_first": Words(
            "Bulan ditulis di depan. Tulis hari dahulu.", "The month stands first. Put the day first."
        ),
        "month_unknown": Words("Nama bulan tidak dikenal.", "The name of the month is unknown."),
        "day_name_unknown": Words("Nama hari tidak dikenal.", "The name of the day is unknown."),
        "day_name_wrong": Words("Nama hari tidak cocok dengan tanggal.", "The day's name does not fit the date."),
        # Telephone.
        "not_a_number": Words("Bukan nomor telepon.", "Not a telephone number."),
        "country_unknown": Words("Kode negara tidak dikenal.", "The country code is unknown."),
        "too_short": Words("Nomor terlalu pendek.", "The number is too short."),
        "too_long": Words("Nomor terlalu panjang.", "The number is too long."),
        "not_in_use": Words("Nomor seperti itu tidak dipakai.", "No such number is in use."),
        # Names: verdicts and kinds.
        "same": Words("SAMA", "SAME"),
        "fix_needed": Words("PERLU DIPERBAIKI: satu surat harus disamakan", "FIX NEEDED: one paper must be corrected"),
        "ask": Words("TANYAKAN kepada orangnya", "ASK the person"),
        "different": Words("BERBEDA", "DIFFERENT"),
        "case": Words("huruf besar/kecil", "capital letters"),
        "spacing": Words("spasi", "spacing"),
        "punctuation": Words("tanda baca", "punctuation"),
        "title": Words("gelar", "title"),
        "abbreviation": Words("singkatan", "abbreviation"),
        "order": Words("urutan kata", "order of the words"),
        "spelling_variant": Words("ejaan", "spelling"),
        "missing_word": Words("ada kata yang hilang", "a word is missing"),
        "different_word": Words("ada kata yang berbeda", "a word is different"),
    }
)
"""Every problem, warning, note, verdict and kind. The test of this module holds it complete."""

_MISPLACED = Words(
    "Huruf dan angka tertukar pada bagian {field}.",
    "A letter stands for a digit, or the reverse, in {field}.",
)
_PREFIX = "misplaced_"


def explain(code: str) -> Words:
    """The words of a code. Raises `KeyError` for a code that no identifier gives."""
    if code.startswith(_PREFIX):
        field = code.removeprefix(_PREFIX)
        return Words(_MISPLACED.say("id", field=field), _MISPLACED.say("en", field=field))
    return MESSAGES[code]
