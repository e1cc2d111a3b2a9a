"""What districts can do and how the province sees itself, for the demonstration, through the real actions.

What the press has reported stands with its source and day, and has grown old; everything else is marked as invented.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tenun.insight.indicators.keeping import keep_figures
from tenun.organisations.models import User
from tenun.partnership.actions.readiness import Said, note_due, tell_service
from tenun.partnership.actions.self_assessment import Answered, answer_question, take_in
from tenun.partnership.enums import DistrictServiceKind, QuestionOrigin, SelfState
from tenun.partnership.models import SelfQuestion, ServiceEntry
from tenun.partnership.self_assessment import starter_questions
from tenun.shared.clock import today
from tenun.shared.scope import Scope, scoped

Say = Callable[[str], None]
PLACEMENT, TRAINING, DOCUMENTS = DistrictServiceKind

_WORKS = Said(
    kind=PLACEMENT,
    is_offered=True,
    can_do="LTSA sudah dibentuk dan berjalan.",
    source="Gubernur NTT, dikutip koranntt dan ekorantt",
    said_on=date(2025, 7, 2),
)
_SET_UP = replace(_WORKS, is_offered=False, can_do="LTSA sudah dibentuk, belum berjalan.")
_REPORTED = (("53.71", _WORKS), ("53.01", _SET_UP), ("53.07", _SET_UP), ("53.18", _SET_UP))
"""Four one-roof offices set up, one of them working: what was said of them, and no more."""

_OFFICE = "Dinas Tenaga Kerja Contoh"
_INVENTED = (
    (
        "53.04",
        10,
        Said(
            kind=PLACEMENT,
            is_offered=True,
            can_do="Mendaftar, mengecek lowongan, dan menyiapkan berkas (rekaan).",
            hours="Senin–Jumat 08.00–15.00",
            places=25,
            office=_OFFICE,
            address="Jalan Contoh 1, Atambua",
            contact="0389 000001",
        ),
    ),
    (
        "53.04",
        10,
        Said(
            kind=DOCUMENTS,
            is_offered=True,
            can_do="Membenahi KTP, KK, dan akta tiap Rabu bersama Dukcapil (rekaan).",
            hours="Rabu 09.00–14.00",
            places=40,
            office=_OFFICE,
        ),
    ),
    ("53.04", 140, Said(kind=TRAINING, is_offered=True, can_do="Kelas tata laksana rumah tangga (rekaan).", places=20)),
    ("53.21", 30, Said(kind=DOCUMENTS, is_offered=True, can_do="Layanan surat di kecamatan (rekaan).", places=30)),
    ("53.21", 30, Said(kind=TRAINING, is_offered=False, can_do="Belum ada kelas tahun ini (rekaan).")),
    ("53.06", 200, Said(kind=TRAINING, is_offered=True, can_do="Kelas bahasa dasar (rekaan).", places=16)),
)
"""District, days ago, what is said."""

_ANSWERS = (
    ("UM-2.2", SelfState.PARTIAL, "Keputusan penunjukan tim (rekaan)", "Notulen belum disimpan bersama (rekaan)"),
    ("UM-3.1", SelfState.PARTIAL, "Dua kesepakatan yang masih berlaku (rekaan)", "Belum ditinjau berkala (rekaan)"),
    ("UM-5.1", SelfState.ABSENT, "", "Rencana kepulangan banyak orang belum disusun (rekaan)"),
    ("UM-2.3", SelfState.COMPLETE, "Laporan bulanan kabupaten di Tenun (rekaan)", ""),
)


def make_board(say: Say) -> None:
    """Makes what is missing, notes whom to ask, and counts every figure once, so that the board is not empty."""
    by = User.objects.get(username="provinsi")
    with scoped(Scope(by.pk, together=True)):
        if not ServiceEntry.objects.exists():
            _readiness(by)
        if not SelfQuestion.objects.exists():
            _self_assessment(by)
            say("kesiapan daerah dan uji mandiri peragaan dicatat (rekaan, kecuali yang bersumber).")
    note_due(today())
    keep_figures(today())


def _readiness(by: User) -> None:
    for district, said in _REPORTED:
        tell_service(district=district, said=said, by=by)
    for district, days_ago, said in _INVENTED:
        dated = replace(said, said_on=today() - timedelta(days=days_ago))
        tell_service(district=district, said=dated, by=by, is_demo=True)


def _self_assessment(by: User) -> None:
    take_in(questions=starter_questions(), origin=QuestionOrigin.OWN, by=by)
    for code, state, evidence, gap in _ANSWERS:
        answered = Answered(
            state=state,
            owner_office="Dinas Provinsi Contoh",
            answered_on=today(),
            evidence=evidence,
            gap=gap,
            reviewer="Pemeriksa rekaan",
        )
        answer_question(question=SelfQuestion.objects.get(code=code), answered=answered, by=by, is_demo=True)
