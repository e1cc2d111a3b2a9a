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

_MEND_CELL = ("Perbaiki sel itu, lalu unggah lagi.", "Mend the cell and upload again.")

SHEETS = ProblemTable(
    errors={
        "programme.no_identifier": _entry(
            "Baris ini tidak mempunyai kode program.",
            "This row has no code of a programme.",
            "Isi kode tetap dari pemiliknya.",
            "Fill in the owner's own lasting code.",
        ),
        "programme.missing": _entry("Sel ini masih kosong.", "This cell is empty.", "Isi sel itu.", "Fill it in."),
        "programme.differs": _entry(
            "Isinya berbeda dari baris {first}, padahal kode programnya sama.",
            "It differs from row {first}, though the code is the same.",
            "Samakan, kosongkan, atau beri kode lain.",
            "Make them equal, leave it empty, or give another code.",
        ),
        "programme.district": _entry(
            "`{value}` bukan nama lengkap atau kode Kemendagri bertitik kabupaten atau kota di NTT.",
            "`{value}` is no whole name or dotted Kemendagri code of a district of NTT.",
            "Tulis misalnya Kabupaten Kupang, Kota Kupang, atau 53.04.",
            "Write for example Kabupaten Kupang, Kota Kupang, or 53.04.",
        ),
        "programme.objective": _entry(
            "`{value}` bukan nomor tujuan GCM (1 sampai {last}).",
            "`{value}` is no number of a GCM objective (1 to {last}).",
            *_MEND_CELL,
        ),
        "programme.sector": _entry(
            "`{value}` bukan kode DAC lima angka.", "`{value}` is no DAC code of five digits.", *_MEND_CELL
        ),
        "programme.currency": _entry(
            "`{value}` bukan mata uang.",
            "`{value}` is no currency.",
            "Tulis IDR, USD atau EUR.",
            "Write IDR, USD or EUR.",
        ),
        "programme.amount": _entry(
            "`{value}` tidak jelas jumlahnya.",
            "The amount `{value}` is not clear.",
            "Tulis seperti 1.250.000 atau 1250000,50; bila tidak tahu, tulis belum diketahui.",
            "Write it as 1.250.000 or 1250000,50; if unknown, write belum diketahui.",
        ),
        "programme.rules": _entry(
            "Aturan masuk ini tidak dapat dipakai ({reason}).",
            "This entry rule cannot be used ({reason}).",
            "Kosongkan selnya, lalu atur di halaman programnya.",
            "Empty the cell and set the rules on the programme's page.",
        ),
    },
)
"""What is wrong in a row about a programme."""

HXL = ProblemTable(
    errors={
        "hxl.no_tags": _entry(
            "Tidak ada baris tanda HXL (#org, #activity, #adm2) di {rows} baris pertama.",
            "There is no row of HXL tags (#org, #activity, #adm2) among the first {rows} rows.",
            "Tulis tanda HXL di bawah judul kolom, atau pakai lembar program biasa.",
            "Write HXL tags under the headers, or use the plain sheet of programmes.",
        ),
        "hxl.tag_missing": _entry(
            "Tidak ada kolom bertanda {value}.",
            "There is no column with the tag {value}.",
            "Tambahkan kolom itu.",
            "Add that column.",
        ),
        "hxl.place_unknown": _entry(
            "Kabupaten `{value}` tidak dikenal atau namanya dipakai dua daerah.",
            "The district `{value}` is not known, or two have this name.",
            "Tulis misalnya Kota Kupang, atau kode bertanda #adm2+code+v_kemendagri.",
            "Write for example Kota Kupang, or a code tagged #adm2+code+v_kemendagri.",
        ),
        "hxl.other_code": _entry(
            "Kode `{value}` bukan kode Kemendagri dan nama kabupatennya tidak ada.",
            "The code `{value}` is none of Kemendagri, and the name of the district is missing.",
            "Tambahkan nama kabupaten dengan tanda #adm2+name.",
            "Add the district's name, tagged #adm2+name.",
        ),
        "hxl.place_differs": _entry(
            "Kode {value} dan nama {name} bukan daerah yang sama.",
            "The code {value} and the name {name} are not one district.",
            "Perbaiki salah satunya.",
            "Mend one of them.",
        ),
    },
    warnings={
        "hxl.unknown_tag": _entry(
            "Tanda {value} tidak dikenal; kolom ini tidak dibaca.",
            "The tag {value} is not known; this column is not read.",
            "Periksa tandanya bila kolom ini penting.",
            "Check the tag if the column matters.",
        ),
        "hxl.no_code": _entry(
            "Program ini tidak mempunyai kode; kodenya dibuat dari pemilik, nama dan tanggal mulai.",
            "This programme has no code; one was made of owner, name and first day.",
            "Tambahkan kolom bertanda #activity+code supaya tidak tercatat dua kali.",
            "Add a column tagged #activity+code, so that it is not recorded twice.",
        ),
        "hxl.elsewhere": _entry(
            "Baris ini di luar NTT ({value}) dan tidak dibaca.",
            "This row is outside NTT ({value}) and is not read.",
            "Tidak perlu apa-apa bila memang begitu.",
            "Nothing is needed if that is so.",
        ),
        "hxl.differs": _entry(
            "Isi kolom ini berbeda dari baris {first} pada program yang sama; yang pertama dipakai.",
            "This column differs from row {first} of the same programme; the first one counts.",
            "Periksa mana yang benar.",
            "See which is right.",
        ),
        "hxl.not_understood": _entry(
            "`{value}` tidak dimengerti di kolom ini dan tidak dipakai.",
            "`{value}` is not understood in this column and not used.",
            "Lengkapi di halaman programnya.",
            "Complete it on the programme's page.",
        ),
        "hxl.places_without_dates": _entry(
            "Banyaknya orang tidak dicatat, karena tanggal mulai atau selesai tidak ada.",
            "The number of people is not recorded, for the first or the last day is missing.",
            "Tambahkan kedua tanggal.",
            "Add both days.",
        ),
    },
)
"""What is wrong with a 3W file."""
