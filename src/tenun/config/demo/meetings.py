"""The audience of 8 December 2025 as a published record: its facts in our own words, and its one quotation.

The facts stand in the press text of the province's office (nttprov.go.id, berita 2093). What the partners promised
there is not known, so every promise of the demonstration is invented and says so in its words.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tenun.domain.promises import PromiseState
from tenun.organisations.enums import OrganisationKind
from tenun.organisations.models import Organisation, User
from tenun.organisations.register import enter_organisation, keep_spelling
from tenun.partnership.actions.links import close_answered, make_link
from tenun.partnership.actions.meetings import (
    add_point,
    add_result,
    approve_statement,
    change_meeting,
    move_meeting,
    paste_text,
)
from tenun.partnership.actions.promises import (
    NewPromise,
    Said,
    answer_about_promise,
    enter_promise,
    move_promise,
    raise_overdue,
    see_evidence,
)
from tenun.partnership.enums import LinkKind, Measure, MeetingKind, MeetingState, OwnerAnswer, PointKind
from tenun.partnership.models import Meeting
from tenun.shared.clock import WITA, pretending, today
from tenun.shared.history import because
from tenun.shared.scope import Scope, scoped

Say = Callable[[str], None]

DAY = date(2025, 12, 8)
IOM, MINISTRY, PROVINCE = (
    "International Organization for Migration",
    "Kementerian Luar Negeri Republik Indonesia",
    "Pemerintah Provinsi Nusa Tenggara Timur",
)
ORGANISATIONS: tuple[dict[str, Any], ...] = (
    {
        "name": IOM,
        "kind": OrganisationKind.PARTNER,
        "ref": "XM-DAC-47066",
        "type_code": "40",
        "right": ("IOM", "International Organization for Migration (IOM)"),
        "wrong": ("International Organization on Migration",),
    },
    {
        "name": MINISTRY,
        "kind": OrganisationKind.CENTRAL,
        "type_code": "10",
        "right": ("Kemenlu", "Kemlu", "Kementerian Luar Negeri", "Kementerian Luar Negeri RI"),
        "wrong": (),
    },
    {
        "name": PROVINCE,
        "kind": OrganisationKind.PROVINCE_OFFICE,
        "type_code": "11",
        "right": ("Pemprov NTT", "Pemerintah Provinsi NTT"),
        "wrong": (),
    },
)
FACTS: dict[str, Any] = {
    "headline": "Gubernur NTT menerima Kementerian Luar Negeri dan IOM tentang tata kelola migrasi",
    "kind": MeetingKind.AUDIENCE,
    "category": "Kegiatan Gubernur - Umum",
    "dateline": "Kupang",
    "host_office": "Gubernur NTT",
    "host_name": "Melki Laka Lena",
    "place": "Ruang Kerja Gubernur",
    "held_on": DAY,
    "day_said": "senin",
    "occasion": "Studi lapangan kedua lembaga ke Kupang, untuk mengenal kebijakan migrasi provinsi dan pelaksanaannya",
    "source_url": "nttprov.go.id/client/view/berita?id=2093",
}
_QUOTE = (
    "Kami memiliki dua masalah utama. Pertama, banyak calon migran yang berangkat tanpa keterampilan yang cukup untuk "
    "bersaing dan bekerja secara aman di negara tujuan. Kedua, masalah dokumen yang sering kali belum lengkap atau "
    "tidak sesuai standar. Dua hal ini harus kita benahi bersama secara serius"
)
_STATEMENT = (PointKind.STATEMENT, _QUOTE, "Melki Laka Lena, Gubernur NTT")
POINTS: tuple[tuple[PointKind, str, str], ...] = (
    (PointKind.COMPANION, "Sylvia R. Pekujawang, SP., MM", "Kepala Dinas Nakertrans Provinsi NTT"),
    (PointKind.COMPANION, "Prisila Q. Parera, SE", "Kepala Biro Administrasi Pimpinan Setda NTT"),
    (PointKind.PROBLEM, "Banyak calon pekerja berangkat sebelum cukup terampil untuk bersaing dan bekerja aman", ""),
    (PointKind.PROBLEM, "Surat calon pekerja sering kurang, atau tidak memenuhi standar", ""),
    _STATEMENT,
    (PointKind.READINESS, "Provinsi bersedia bekerja sama untuk mutu dan pelindungan pekerja migran", ""),
    (PointKind.READINESS, "Kesiapan daerah dipaparkan: layanan penempatan, pelatihan vokasi, pembenahan surat", ""),
    (PointKind.WRITER, "Bob Djehatu", ""),
    (PointKind.PHOTOGRAPHER, "Riky Nengga", ""),
)
OUTPUTS: tuple[tuple[str, Measure | None], ...] = (
    ("Dua persoalan utama dikenali: keterampilan yang kurang dan surat yang belum lengkap", Measure.NOTED),
    ("Program Kemenlu dan IOM yang dapat dipadukan dengan program provinsi dipetakan", Measure.PROGRAMMES),
    ("Komitmen awal untuk memperkuat kemampuan dan pelindungan pekerja migran", None),
)
RESULTS = (
    "Tata kelola migrasi lebih aman dan tertib, menurut standar internasional",
    "Kompetensi calon pekerja migran naik lewat pelatihan vokasi",
    "Keberangkatan non-prosedural turun karena layanan dan surat membaik",
    "Kerja sama jangka panjang provinsi, Kemenlu, dan IOM untuk migrasi yang aman dan melindungi",
)
_INVENTED: tuple[dict[str, Any], ...] = (
    {
        "action": "Menyusun bahan orientasi pra-keberangkatan (rekaan)",
        "owner": IOM,
        "due_on": date(2026, 6, 30),
        "result": 2,
        "gcm": (3, 18),
    },
    {
        "action": "Membuka hari layanan surat di Malaka (rekaan)",
        "owner": PROVINCE,
        "partner": IOM,
        "due_on": date(2026, 12, 15),
        "result": 3,
        "gcm": (4,),
    },
    {
        "action": "Menambah kursi pelatihan vokasi (rekaan)",
        "owner": PROVINCE,
        "due_on": date(2026, 10, 31),
        "result": 2,
        "gcm": (18,),
    },
    {
        "action": "Menetapkan pertemuan berikutnya (rekaan)",
        "owner": MINISTRY,
        "partner": PROVINCE,
        "due_on": None,
        "result": 4,
        "gcm": (23,),
    },
)


def make_meeting(say: Say) -> int:
    """Makes the record of the audience when it is missing; how many meetings were made."""
    by = User.objects.get(username="provinsi")
    with scoped(Scope(by.pk, together=True)), because(user_id=by.pk, reason="peragaan"):
        if Meeting.objects.filter(held_on=DAY).exists():
            return 0
        _make(by)
    raise_overdue(today())
    say("rapat peragaan dicatat: audiensi 8 Desember 2025 (janjinya rekaan).")
    return 1


@transaction.atomic
def _make(by: User) -> None:
    known = {each["name"]: _register(each, by) for each in ORGANISATIONS}
    with pretending(datetime(2025, 12, 9, 9, tzinfo=WITA)):
        meeting = _record(known, by)
    with pretending(datetime(2025, 12, 10, 9, tzinfo=WITA)):
        _promises(meeting, known, by)


def _register(each: dict[str, Any], by: User) -> Organisation:
    made = enter_organisation(
        name=each["name"], kind=each["kind"], ref=each.get("ref", ""), type_code=each["type_code"]
    )
    for spellings, is_wrong in ((each["right"], False), (each["wrong"], True)):
        for spelling in spellings:
            keep_spelling(organisation=made, spelling=spelling, is_wrong=is_wrong, by=by)
    return made


def _record(known: dict[str, Organisation], by: User) -> Meeting:
    meeting = paste_text(text="", by=by, is_demo=True)
    change_meeting(meeting=meeting, facts=FACTS, by=by)
    for name in (MINISTRY, IOM):
        add_point(meeting=meeting, kind=PointKind.GUEST, words=name, organisation=known[name], by=by)
    for kind, words, more in POINTS:
        point = add_point(meeting=meeting, kind=kind, words=words, more=more, by=by)
        if kind is PointKind.STATEMENT:
            approve_statement(point=point, by=by)
    for words, measure in OUTPUTS:
        add_point(meeting=meeting, kind=PointKind.OUTPUT, words=words, measure=measure or "", by=by)
    for words in RESULTS:
        add_result(meeting=meeting, words=words, by=by)
    for after in (MeetingState.CHECKED, MeetingState.APPROVED, MeetingState.PUBLISHED):
        meeting = move_meeting(meeting=meeting, after=after, by=by)
    return meeting


def _promises(meeting: Meeting, known: dict[str, Organisation], by: User) -> None:
    output = meeting.points.filter(kind=PointKind.OUTPUT).order_by("-number").first()
    made = [
        enter_promise(
            new=NewPromise(
                action=each["action"],
                owner=known[each["owner"]],
                partner=known.get(each.get("partner", "")),
                due_on=each["due_on"],
                meeting=meeting,
                output=output,
                expected_result=meeting.results.get(number=each["result"]),
                gcm_objectives=each["gcm"],
                promised_on=DAY,
                is_demo=True,
            ),
            by=by,
        )
        for each in _INVENTED
    ]
    with pretending(datetime(2026, 6, 22, 9, tzinfo=WITA)):
        asked = make_link(kind=LinkKind.COMMITMENT, subject_id=made[0].pk, addressee="Narahubung (rekaan)", by=by).link
        close_answered(asked)
        told = Said(words="Bahan selesai (rekaan)", evidence="Dua modul (rekaan)", by_link=asked.addressee)
        answer_about_promise(link=asked, answer=OwnerAnswer.DONE, said=told)
    with pretending(datetime(2026, 6, 25, 9, tzinfo=WITA)):
        see_evidence(promise=made[0], by=by)
    with pretending(datetime(2026, 9, 14, 9, tzinfo=WITA)):
        move_promise(promise=made[1], after=PromiseState.BEGUN, by=by, said=Said(words="Lokasi dipilih (rekaan)"))
