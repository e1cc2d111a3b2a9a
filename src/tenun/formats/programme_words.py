"""What can be wrong with a file of programmes (IATI, 3W, our own sheet), in words."""

from tenun.domain.words import Words
from tenun.formats.problem_words import ProblemTable, Sentences


def _entry(what_id: str, what_en: str, to_do_id: str, to_do_en: str) -> Sentences:
    return Words(id=what_id, en=what_en), Words(id=to_do_id, en=to_do_en)


_MEND = ("Perbaiki di baris itu, atau minta berkas baru dari pengirimnya.", "Mend that line, or ask its sender again.")
_LOOK = ("Lengkapi di halaman programnya.", "Complete it on the programme's page.")

IATI = ProblemTable(
    errors={
        "iati.empty": _entry(
            "Berkas IATI ini kosong.", "This IATI file is empty.", "Pilih berkas yang lain.", "Choose another file."
        ),
        "iati.too_big": _entry(
            "Berkas IATI ini berukuran {megabytes} MB; batasnya {limit} MB.",
            "This IATI file has {megabytes} MB; the limit is {limit} MB.",
            "Minta hanya kegiatan di NTT dari pengirimnya.",
            "Ask its sender for the activities in NTT only.",
        ),
        "iati.doctype": _entry(
            "Berkas ini memuat DOCTYPE, yang tidak ada di berkas IATI dan dapat menyerang komputer.",
            "This file holds a DOCTYPE, which no IATI file has and which can attack a computer.",
            "Jangan buka berkas ini; tanyakan kepada pengirimnya dari mana asalnya.",
            "Do not open it; ask its sender where it comes from.",
        ),
        "iati.not_xml": _entry(
            "Berkas ini bukan XML yang utuh ({reason}).", "This file is no whole XML ({reason}).", *_MEND
        ),
        "iati.not_activities": _entry(
            "Berkas ini berisi `{value}`, bukan daftar kegiatan IATI (`iati-activities`).",
            "This file holds `{value}`, not a list of IATI activities (`iati-activities`).",
            "Minta berkas kegiatan (activity file) dari pengirimnya.",
            "Ask its sender for the activity file.",
        ),
        "iati.version": _entry(
            "Versi IATI {value} tidak dapat dibaca; yang dapat: {known}.",
            "The IATI version {value} cannot be read; these can: {known}.",
            "Minta berkas versi 2.03 dari pengirimnya.",
            "Ask its sender for version 2.03.",
        ),
        "iati.attribute_missing": _entry(
            "`{inside}` tidak mempunyai atribut `{name}`.", "`{inside}` lacks the attribute `{name}`.", *_MEND
        ),
        "iati.attribute_unknown": _entry(
            "`{inside}` tidak boleh mempunyai atribut `{name}`.",
            "`{inside}` may not have the attribute `{name}`.",
            *_MEND,
        ),
        "iati.bad_value": _entry(
            "Nilai `{value}` pada `{place}` tidak benar; contoh yang benar: {wanted}.",
            "The value `{value}` of `{place}` is not right; a right one: {wanted}.",
            *_MEND,
        ),
        "iati.stray_text": _entry(
            "Di dalam `{inside}` ada teks lepas `{value}`.", "Loose text `{value}` stands inside `{inside}`.", *_MEND
        ),
        "iati.unknown_part": _entry(
            "Unsur `{value}` tidak dikenal di dalam `{inside}`.",
            "The element `{value}` is not known inside `{inside}`.",
            *_MEND,
        ),
        "iati.out_of_order": _entry(
            "Unsur `{value}` di dalam `{inside}` tidak pada urutannya.",
            "The element `{value}` inside `{inside}` is out of its order.",
            *_MEND,
        ),
        "iati.too_often": _entry(
            "Unsur `{value}` hanya boleh satu kali di dalam `{inside}`.",
            "The element `{value}` may stand once only inside `{inside}`.",
            *_MEND,
        ),
        "iati.part_missing": _entry(
            "`{inside}` tidak mempunyai unsur `{value}`.", "`{inside}` lacks the element `{value}`.", *_MEND
        ),
        "iati.no_identifier": _entry(
            "Kegiatan ini tidak mempunyai isi `iati-identifier`.", "This activity has no `iati-identifier`.", *_MEND
        ),
        "iati.identifier_twice": _entry(
            "Kegiatan `{value}` sudah ada di baris {first}.",
            "The activity `{value}` stands in line {first} already.",
            *_MEND,
        ),
        "iati.ends_before_it_begins": _entry(
            "Akhirnya {value} lebih awal daripada awalnya {begin} di baris {line}.",
            "Its end {value} is earlier than its beginning {begin} in line {line}.",
            *_MEND,
        ),
        "iati.cannot_without_identifier": _entry(
            "Program `{value}` tidak mempunyai kode, jadi tidak dapat ditulis sebagai IATI.",
            "The programme `{value}` has no identifier, so it cannot be written as IATI.",
            *_LOOK,
        ),
        "iati.cannot_without_date": _entry(
            "Program `{value}` tidak mempunyai tanggal, jadi tidak dapat ditulis sebagai IATI.",
            "The programme `{value}` has no date, so it cannot be written as IATI.",
            *_LOOK,
        ),
        "iati.cannot_reversed": _entry(
            "Pada program `{value}` ada masa yang berakhir sebelum mulai.",
            "In the programme `{value}` something ends before it begins.",
            *_LOOK,
        ),
    },
    warnings={
        "iati.place_unknown": _entry(
            "Tempat `{value}` pada kegiatan {id} tidak dapat dipastikan kabupatennya.",
            "The district of the place `{value}` in the activity {id} is not certain.",
            *_LOOK,
        ),
        "iati.status": _entry(
            "Status `{value}` pada kegiatan {id} (5 batal, 6 ditunda, atau tidak dikenal) perlu dilihat.",
            "The status `{value}` of the activity {id} (5 cancelled, 6 suspended, or unknown) asks for a look.",
            *_LOOK,
        ),
        "iati.currency": _entry(
            "Anggaran kegiatan {id} tidak dalam satu mata uang; dicatat belum diketahui.",
            "The budget of the activity {id} is not in one currency; it is recorded as unknown.",
            *_LOOK,
        ),
        "iati.entry_rules": _entry(
            "Syarat masuk pada kegiatan {id} tidak dapat dibaca dan tidak dipakai.",
            "The entry rules of the activity {id} cannot be read and are not used.",
            *_LOOK,
        ),
        "iati.beside_activities": _entry(
            "Di luar kegiatan ada unsur lain; unsur itu tidak disimpan.",
            "Other elements stand beside the activities; they are not kept.",
            "Simpan berkas aslinya bila unsur itu diperlukan.",
            "Keep the file itself if they are needed.",
        ),
    },
)
"""What is wrong with a file of IATI activities; `row` is its line."""
