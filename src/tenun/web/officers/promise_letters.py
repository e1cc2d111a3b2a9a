"""The quarterly letter to a partner, drafted from the ledger: what was promised, where it stands, what we ask for.

A draft: a person reads it, changes it and signs it. Its words are Indonesian whatever the page speaks.
"""

import json
from datetime import date
from importlib.resources import files
from typing import Any

import typst
from django.utils import translation
from django.utils.text import slugify

from tenun.domain.promises import OPEN
from tenun.domain.wording import say_day
from tenun.organisations.models import Organisation
from tenun.partnership.models import Commitment
from tenun.partnership.promises import kept_among, overdue_among, promises_with
from tenun.web import meeting_words as said

_TITLE = "Kabar janji triwulan {quarter} tahun {year}"
_OPENING = (
    "Bersama surat ini kami sampaikan keadaan janji yang dibuat bersama {partner}, menurut buku janji provinsi "
    "pada {day}. {kept} dari {all} janji sudah ditepati; {late} sudah lewat tanggalnya."
)
_ASK_LATE = "Mohon kabar tentang janji yang lewat tanggalnya: apa yang sudah dikerjakan, atau tanggal yang baru."
_ASK_DATE = "Mohon tanggal untuk janji yang belum ditetapkan tanggalnya."
_ASK_PROOF = "Mohon bukti untuk janji yang menurut pemiliknya sudah ditepati."
_ASK_NOTHING = "Tidak ada yang kami minta untuk triwulan ini. Terima kasih atas kerja samanya."


def quarter_of(on: date) -> int:
    """1 to 4."""
    return (on.month - 1) // 3 + 1


def file_name(partner: Organisation, on: date) -> str:
    """`surat-janji-yayasan-contoh-2026-4.pdf`."""
    return f"surat-janji-{slugify(partner.name)[:60]}-{on.year}-{quarter_of(on)}.pdf"


def draft(partner: Organisation, on: date, *, office: str) -> bytes:
    """The letter as a tagged PDF (A4)."""
    source = files("tenun.web").joinpath("print/promises.typ").read_bytes()
    with translation.override("id"):
        told = words_of(partner, promises_with(partner), on, office=office)
    inputs = {"said": json.dumps(told)}
    made: bytes = typst.compile(
        source, format="pdf", ignore_system_fonts=True, sys_inputs=inputs, pdf_standards=["ua-1"]
    )
    return made


def words_of(partner: Organisation, promises: list[Commitment], on: date, *, office: str) -> dict[str, Any]:
    """Every word of the letter."""
    kept, counted = kept_among(promises)
    late = overdue_among(promises, on)
    numbers = {"kept": kept, "all": counted, "late": len(late)}
    return {
        "title": _TITLE.format(quarter=quarter_of(on), year=on.year),
        "state": "Draf, untuk diperiksa dan ditandatangani",
        "to": f"Kepada Yth. pimpinan {partner.name}",
        "opening": _OPENING.format(partner=partner.name, day=say_day(on, "id"), **numbers),
        "heads": ["Yang dijanjikan", "Pemilik", "Paling lambat", "Keadaan"],
        "rows": [[each.action, each.owner.name, said.due_words(each), _standing(each, on)] for each in promises],
        "ask_title": "Yang kami minta",
        "asks": _asks(promises, late),
        "hands": [f"Disusun dari buku janji oleh {office}", "Mengetahui dan menandatangani"],
        "foot": f"Tenun · Kabar janji · {say_day(on, 'id')}",
        "page": "Halaman",
    }


def _standing(promise: Commitment, on: date) -> str:
    risen = said.level_words(promise)
    word = said.promise_state(promise, on).word
    return f"{word}, {risen}" if risen and promise.state in OPEN else word


def _asks(promises: list[Commitment], late: list[Commitment]) -> list[str]:
    undated = any(each.state in OPEN and each.due_on is None for each in promises)
    unseen = any(each.said_at is not None and each.seen_at is None for each in promises)
    asks = [ask for ask, needed in ((_ASK_LATE, late), (_ASK_DATE, undated), (_ASK_PROOF, unseen)) if needed]
    return asks or [_ASK_NOTHING]
