"""How the pages about a person say her fields, her contacts and what changed; nothing of the database."""

from datetime import date
from typing import Any

from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.regions import region_name
from tenun.domain.papers import MaritalStatus, Sex
from tenun.domain.wording import say_day
from tenun.domain.words import Words
from tenun.formats.columns import COLUMNS, EDUCATION
from tenun.people.enums import ContactOwner, Means
from tenun.shared.clock import today
from tenun.web.language import language, say
from tenun.web.officers import words

COLUMN_OF = {
    "full_name": "nama",
    "nik": "nik",
    "family_card_number": "no_kk",
    "birth_place": "tempat_lahir",
    "birth_date": "tanggal_lahir",
    "sex": "jenis_kelamin",
    "marital_status": "status_kawin",
    "mother_name": "nama_ibu",
    "education": "pendidikan",
    "village_code": "desa",
    "phone": "telepon",
    "target": "tujuan",
    "departure_on": "rencana_berangkat",
}
"""The column of the officers' sheet that each field of a person is."""
NUMBERS = ("nik", "family_card_number", "phone")

EMPTY = Words("kosong", "empty")
FILLED = Words("terisi", "filled")
CHANGED = Words("diubah", "changed")
UNKNOWN_OFFICER = Words("sistem", "the system")


def label_of(field: str) -> str:
    """What a field of a person is called on the form."""
    return say(words.column_label(COLUMNS[COLUMN_OF[field]]))


def cell_of(field: str, value: Any) -> str:
    """A value as the form holds it; dates may come as the history writes them."""
    match value:
        case None | "":
            return ""
        case date():
            return f"{value:%d-%m-%Y}"
        case str() if field in ("birth_date", "departure_on"):
            return cell_of(field, date.fromisoformat(value))
        case int() if field == "education":
            keys = _schooling(value)
            return "S1" if "S1" in keys else keys[0]
        case _:
            return str(value)


def _schooling(rank: int) -> list[str]:
    """The sheet's words for one rank: a file keeps the rank alone, so SMA and SMK, D4 and S1 are one."""
    return [key for key, each in EDUCATION.items() if each == rank]


def say_value(field: str, value: Any) -> str:
    """A value as a person reads it; nothing is said as nothing."""
    if value in (None, ""):
        return say(EMPTY)
    if field in NUMBERS:
        return say(FILLED)
    match field:
        case "sex":
            return say(words.SEXES[Sex(value)])
        case "marital_status":
            return say(words.MARITAL[MaritalStatus(value)])
        case "education":
            return "/".join(say(words.CELLS[key]) if key in words.CELLS else key for key in _schooling(value))
        case "birth_date" | "departure_on":
            return say_day(value if isinstance(value, date) else date.fromisoformat(value), language())
        case "village_code" | "district_code":
            return region_name(value)
        case "target":
            titles = {item.id: item.entry.title.say(language()) for item in packaged().targets(today())}
            return titles.get(value, str(value))
        case _:
            return str(value)


REACH = {
    Means.CALL: Words("Telepon {owner}", "Call {owner}"),
    Means.SMS: Words("Kirim SMS ke nomor {owner}", "Send an SMS to the number {owner}"),
    Means.WHATSAPP: Words("Kirim WhatsApp ke nomor {owner}", "Send a WhatsApp message to the number {owner}"),
    Means.VILLAGE_OFFICER: Words("Lewat petugas desa {owner}", "Through the village officer {owner}"),
}
OWNERS = {
    ContactOwner.OWN: Words("miliknya sendiri", "of her own"),
    ContactOwner.FAMILY: Words("milik keluarga", "of the family"),
    ContactOwner.NEIGHBOUR: Words("milik tetangga", "of a neighbour"),
    ContactOwner.VILLAGE_OFFICE: Words("di kantor desa", "of the village office"),
}
NEVER = Words("Jangan hubungi nomor {owner}.", "Never use the number {owner}.")
NO_NUMBER_NEVER = Words("Jangan dihubungi.", "Do not contact.")
SAFE_WHEN = Words(" Aman: {when}.", " Safe: {when}.")
NOT_TO_SAY = Words(" Jangan sebut: {what}.", " Do not mention: {what}.")
CONFIRMED = Words(" Dipastikan {day}.", " Confirmed {day}.")
NO_CONSENT = Words("Ia tidak setuju dihubungi.", "She does not agree to be contacted.")


def say_rule(
    *,
    means: Means,
    owner: ContactOwner,
    owner_name: str,
    safe_when: str,
    not_to_say: str,
    do_not_call: bool,
    confirmed_on: date,
) -> str:
    """The rule of one contact in words, never with its number."""
    whose = say(OWNERS[owner]) + (f" ({owner_name})" if owner_name else "")
    if do_not_call:
        said = say(NEVER, owner=whose)
    else:
        said = say(REACH[means], owner=whose) + "."
        said += say(SAFE_WHEN, when=safe_when.rstrip(".")) if safe_when else ""
    said += say(NOT_TO_SAY, what=not_to_say.rstrip(".")) if not_to_say else ""
    return said + say(CONFIRMED, day=say_day(confirmed_on, language()))


NO_VILLAGE = Words("Desa belum diketahui", "Village not known")

NOT_ASKED = Words("Belum ditanyakan", "Not asked yet")
AGREED = Words("Setuju", "Agrees")
WITHDRAWN = Words("Ditarik", "Withdrawn")
EXPLAINED = Words("dijelaskan {who} dalam bahasa {tongue}", "explained by {who} in {tongue}")
WITNESSED = Words("saksi {who}", "witness {who}")

MY_ANSWERS = Words("Isian Anda", "Your answers")
THIS_FILE = Words("Berkas ini", "This file")
FILE_OF = Words("Berkas {ticket}", "File {ticket}")
SAME = Words("sama", "same")
DIFFERENT = Words("berbeda", "differs")
SAYS_NOTHING = Words("belum diketahui", "not known")
RECORDED_ON = Words("dicatat {day}", "recorded {day}")
PAPERS = Words("Surat", "Papers")
RECORDED = Words("Dicatat", "Recorded")

NOT_MERGEABLE = {
    "same": Words("Ini berkas yang sama.", "This is the same file."),
    "district": Words(
        "Kedua berkas berada di kabupaten yang berbeda. Minta pindah dulu.",
        "The files are in two districts. Ask for a transfer first.",
    ),
    "merged": Words(
        "Salah satu berkas sudah digabung. Buka lagi dari meja kerja.",
        "One of the files was merged already. Open it again from the desk.",
    ),
    "transfer": Words(
        "Salah satu berkas sedang diminta wilayah lain. Jawab dulu permintaannya.",
        "One of the files is asked for by another district. Answer that first.",
    ),
}

ASKS = Words("{place} meminta berkas {initials}", "{place} asks for the file of {initials}")
GIVEN_AWAY = Words("Berkas {initials} sudah dipindahkan ke {place}", "The file of {initials} has moved to {place}")
RECEIVED = Words(
    "{place} menyerahkan berkas {initials}: sekarang di meja Anda",
    "{place} has handed over the file of {initials}: it is on your desk now",
)
REFUSED = Words("{place} tidak menyerahkan berkas {initials}", "{place} does not hand over the file of {initials}")
WE_REFUSED = Words("Kantor ini menolak permintaan {place} ({initials})", "This office refused {place} ({initials})")
WE_ASK = Words("Menunggu jawaban {place} tentang berkas {initials}", "Waiting for {place} about the file of {initials}")
