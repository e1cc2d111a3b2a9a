"""How the pages about a person say her fields, her contacts and what changed; nothing of the database."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.regions import find_region
from tenun.domain.papers import MaritalStatus, Sex
from tenun.domain.wording import say_day
from tenun.domain.words import Words
from tenun.formats.columns import COLUMNS, EDUCATION
from tenun.people.enums import ContactOwner, Manner, Means, Purpose, Relation, System
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
            return say_place(value)
        case "target":
            titles = {item.id: item.entry.title.say(language()) for item in packaged().targets(today())}
            return titles.get(value, str(value))
        case _:
            return str(value)


def say_place(code: str) -> str:
    """A village or a district by name; the code where the decree does not have it."""
    region = find_region(code)
    return region.name if region is not None and region.name else code


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


KINDS: Mapping[str, Words] = {
    "people_person": Words("Data orang", "The person"),
    "people_alias": Words("Nama lain", "Other name"),
    "people_householdmember": Words("Anggota keluarga", "Member of the household"),
    "people_externalid": Words("Nomor sistem lain", "Number in another system"),
    "people_contact": Words("Kontak", "Contact"),
    "people_consent": Words("Persetujuan", "Consent"),
    "people_duplicatedecision": Words("Keputusan tentang berkas mirip", "Decision about a similar file"),
    "people_merge": Words("Penggabungan berkas", "Merging of files"),
    "people_transfer": Words("Pindah wilayah", "Transfer"),
    "people_sighting": Words("Pemeriksaan ganda wilayah lain", "Duplicate check of another district"),
}
LABELS: Mapping[str, Words] = {
    "insert": Words("dicatat", "recorded"),
    "update": Words("diubah", "changed"),
    "delete": Words("dihapus", "removed"),
    "seen": Words("menemukan berkas ini, tanpa membukanya", "met this file without opening it"),
}
FIELDS: Mapping[str, Words] = {
    "district_code": Words("Kabupaten atau kota", "District"),
    "number": Words("Nomor telepon", "Telephone number"),
    "name": Words("Nama", "Name"),
    "note": Words("Keterangan", "Note"),
    "relation": Words("Hubungan", "Relation"),
    "is_head": Words("Kepala keluarga", "Head of the family"),
    "system": Words("Sistem", "System"),
    "code": Words("Nomor", "Number"),
    "owner": Words("Milik", "Owner"),
    "owner_name": Words("Nama pemilik", "Name of the owner"),
    "means": Words("Cara", "Means"),
    "safe_when": Words("Kapan aman", "When it is safe"),
    "not_to_say": Words("Yang tidak boleh disebut", "What must not be said"),
    "do_not_call": Words("Jangan dihubungi", "Do not contact"),
    "confirmed_on": Words("Dipastikan", "Confirmed"),
    "purpose": Words("Untuk", "For"),
    "is_given": Words("Setuju", "Agrees"),
    "manner": Words("Cara", "How"),
    "on": Words("Tanggal", "Date"),
    "is_same": Words("Orang yang sama", "The same person"),
    "other_id": Words("Berkas lain", "The other file"),
    "state": Words("Jawaban", "Answer"),
    "to_district": Words("Ke", "To"),
    "undone_at": Words("Dibatalkan", "Undone"),
    "merged_into_id": Words("Digabung ke berkas", "Merged into file"),
}
REASON = Words("alasan: {why}", "reason: {why}")
YES, NO = Words("ya", "yes"), Words("tidak", "no")
BEFORE_AFTER = Words("{field}: {before} → {after}", "{field}: {before} → {after}")
VALUE = Words("{field}: {value}", "{field}: {value}")
_CHOICES: Mapping[str, Any] = {
    "relation": Relation,
    "system": System,
    "owner": ContactOwner,
    "means": Means,
    "purpose": Purpose,
    "manner": Manner,
}


def say_change(kind: str, label: str, column: str, before: Any, after: Any) -> str:
    """One column of one change; nothing for a column that no person reads."""
    person = kind == "people_person" and column in COLUMN_OF
    if not person and column not in FIELDS:
        return ""
    name = label_of(column) if person else say(FIELDS[column])
    if column in NUMBERS or column == "number":
        done = CHANGED if before and after else FILLED if after else EMPTY
        return say(VALUE, field=name, value=say(done))
    if label != "update":
        return say(VALUE, field=name, value=_plain(column, after if label == "insert" else before))
    return say(BEFORE_AFTER, field=name, before=_plain(column, before), after=_plain(column, after))


def _plain(column: str, value: Any) -> str:
    match value:
        case bool():
            return say(YES if value else NO)
        case None | "":
            return say(EMPTY)
        case str() if column in _CHOICES:
            return str(_CHOICES[column](value).label)
        case str() if column in ("confirmed_on", "on"):
            return say_day(date.fromisoformat(value), language())
        case str() if column.endswith("_at"):
            return say_day(datetime.fromisoformat(value).date(), language())
        case str() if column.endswith("_district"):
            return say_place(value)
        case int() if column.endswith("_id"):
            return f"{value:06d}"
        case _:
            return say_value(column, value)


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
