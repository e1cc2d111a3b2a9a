"""How the change history of a file is told: one column of one change in words, sealed values never."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from tenun.documents.kinds import OTHER_KINDS
from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.regions import region_name
from tenun.domain.journey import State as Stage
from tenun.domain.papers import Proof
from tenun.domain.sisko import SiskoStep
from tenun.domain.wording import say_day
from tenun.domain.words import Words
from tenun.people.enums import ContactOwner, Manner, Means, Purpose, Relation, System
from tenun.readiness.models import ReferralReason
from tenun.web.language import language, say
from tenun.web.officers import words
from tenun.web.officers.person_words import (
    CHANGED,
    COLUMN_OF,
    EMPTY,
    FILLED,
    NUMBERS,
    label_of,
    say_value,
)

KINDS: Mapping[str, Words] = {
    "people_person": Words("Data orang", "The person"),
    "people_alias": Words("Nama lain", "Other name"),
    "people_householdmember": Words("Anggota keluarga", "Member of the household"),
    "people_externalid": Words("Nomor sistem lain", "Number in another system"),
    "people_siskolisting": Words("Catatan Sisko", "Listing of Sisko"),
    "people_contact": Words("Kontak", "Contact"),
    "people_consent": Words("Persetujuan", "Consent"),
    "people_duplicatedecision": Words("Keputusan tentang berkas mirip", "Decision about a similar file"),
    "people_merge": Words("Penggabungan berkas", "Merging of files"),
    "people_transfer": Words("Pindah wilayah", "Transfer"),
    "people_journey": Words("Perjalanan", "Journey"),
    "people_emergency": Words("Akses darurat", "Opening in an emergency"),
    "documents_paper": Words("Surat", "Paper"),
    "readiness_referral": Words("Penyerahan ke pelindungan", "Hand-over to protection"),
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
FIELDS_OF: Mapping[str, Mapping[str, Words]] = {
    "documents_paper": {
        "kind": Words("Jenis", "Kind"),
        "proof": Words("Bukti", "Proof"),
        "is_current": Words("Yang berlaku", "The one that counts"),
        "number": Words("Nomor surat", "Number of the paper"),
        "name": Words("Nama", "Name"),
        "birth_date": Words("Tanggal lahir", "Date of birth"),
        "valid_until": Words("Berlaku sampai", "Valid until"),
    },
    "people_journey": {
        "state": Words("Tahap", "Stage"),
        "is_held": Words("Ditahan", "Held"),
        "retry_on": Words("Boleh mencoba lagi", "May try again"),
    },
    "people_siskolisting": {
        "listed_on": Words("Dari daftar", "From the list of"),
        "steps": Words("Langkah", "Steps"),
        "destination": Words("Tujuan", "Destination"),
        "agency": Words("P3MI", "Agency"),
    },
    "people_emergency": {
        "ends_at": Words("Sampai", "Until"),
        "ended_at": Words("Diakhiri", "Ended"),
        "reviewed_at": Words("Dinilai", "Reviewed"),
    },
    "readiness_referral": {
        "reason": Words("Alasan", "Reason"),
        "closed_at": Words("Ditutup", "Closed"),
    },
}
"""Tables whose columns are called otherwise than in `FIELDS`; no other column of theirs is told."""
REASON = Words("alasan: {why}", "reason: {why}")
YES, NO = Words("ya", "yes"), Words("tidak", "no")
BEFORE_AFTER = Words("{field}: {before} → {after}", "{field}: {before} → {after}")
VALUE = Words("{field}: {value}", "{field}: {value}")
_DAYS = frozenset({"confirmed_on", "on", "valid_until", "retry_on", "birth_date", "listed_on"})
_CHOICES: Mapping[str, Any] = {
    "relation": Relation,
    "system": System,
    "owner": ContactOwner,
    "means": Means,
    "purpose": Purpose,
    "manner": Manner,
}


def _paper(kind: str) -> str:
    return say(OTHER_KINDS[kind].words if kind in OTHER_KINDS else packaged().lists.papers[kind])


def _steps(steps: Mapping[str, Any]) -> str:
    return ", ".join(say(step.label) for step in SiskoStep if steps.get(step)) or say(EMPTY)


_SAID: Mapping[tuple[str, str], Callable[[Any], str]] = {
    ("documents_paper", "kind"): _paper,
    ("documents_paper", "proof"): lambda proof: say(words.PROOFS[Proof(proof)]),
    ("people_siskolisting", "steps"): _steps,
    ("people_journey", "state"): lambda state: say(Stage(state).label),
    ("readiness_referral", "reason"): lambda reason: str(ReferralReason(reason).label),
}
"""Values that only their own table can say."""


def say_change(kind: str, label: str, column: str, before: Any, after: Any) -> str:
    """One column of one change; nothing for a column that no person reads."""
    person = kind == "people_person" and column in COLUMN_OF
    fields = FIELDS_OF.get(kind, FIELDS)
    if not person and column not in fields:
        return ""
    name = label_of(column) if person else say(fields[column])
    if column in NUMBERS or column == "number":
        done = CHANGED if before and after else FILLED if after else EMPTY
        return say(VALUE, field=name, value=say(done))
    plain = _SAID.get((kind, column), lambda value: _plain(column, value))
    if label != "update":
        return say(VALUE, field=name, value=plain(after if label == "insert" else before))
    return say(BEFORE_AFTER, field=name, before=plain(before), after=plain(after))


def _plain(column: str, value: Any) -> str:
    match value:
        case bool():
            return say(YES if value else NO)
        case None | "":
            return say(EMPTY)
        case str() if column in _CHOICES:
            return str(_CHOICES[column](value).label)
        case str() if column in _DAYS:
            return say_day(date.fromisoformat(value), language())
        case str() if column.endswith("_at"):
            return say_day(datetime.fromisoformat(value).date(), language())
        case str() if column.endswith("_district"):
            return region_name(value)
        case int() if column.endswith("_id"):
            return f"{value:06d}"
        case _:
            return say_value(column, value)
