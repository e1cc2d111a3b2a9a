"""The people of the sample sheet as the pages get them: judged, planned, and put into a page."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from tenun.domain.assessment import assess
from tenun.domain.catalogue import packaged
from tenun.domain.recording import record
from tenun.domain.repair import plan
from tenun.domain.states import ReadyState
from tenun.formats.dossiers import read_dossiers
from tenun.web.officers.berkas import BerkasLinks, LogEntry, LookEntry, PersonFacts, berkas_page
from tenun.web.officers.paper_cards import PaperOnFile

SAMPLE = Path(__file__).parents[2] / "samples/calon-contoh.xlsx"
ON = date(2026, 11, 24)
"""A Tuesday."""

LINKS = BerkasLinks(
    record_paper="/catat",
    print_plan="/cetak",
    change_target="/tujuan",
    other_day="/coba",
    show_numbers="/nomor",
    hand_over="/serahkan",
)


@cache
def dossiers():
    return {reading.dossier.name: reading.dossier for reading in read_dossiers(SAMPLE)}


@cache
def judged(name, for_state=ReadyState.MATCHED):
    """One person of the sample with everything the domain says about her."""
    return judge(dossiers()[name], for_state)


def judge(dossier, for_state=ReadyState.MATCHED):
    """A dossier as `judged` gives one of the sample."""
    recorded = record(dossier, ON)
    assessment = assess(packaged().target(dossier.target, ON), recorded.facts, ON, for_state)
    return SimpleNamespace(dossier=dossier, recorded=recorded, assessment=assessment, plan=plan(packaged(), assessment))


def page_of(name, *, language="id", links=LINKS, for_state=ReadyState.MATCHED, **more):
    """Her file, with papers seen on 13 October, one line of log and one reader."""
    case = judged(name, for_state)
    dossier = case.dossier
    person = PersonFacts(
        name=dossier.name,
        ticket="MLK-26-004072",
        sex=dossier.sex,
        birth_date=dossier.birth_date,
        village="Desa Kletek, Malaka Tengah",
        nik=dossier.nik or "",
        family_card_number=dossier.family_card_number or "",
    )
    papers = [
        PaperOnFile(kind=kind, record=paper, checked_on=date(2026, 10, 13), checked_by="R. Anamila")
        for kind, paper in dossier.papers.items()
    ]
    return berkas_page(
        person=person,
        judged=case.assessment,
        plan=case.plan,
        comparison=case.recorded.comparison,
        papers=papers,
        log=[LogEntry(what="Terdaftar", at=datetime(2026, 10, 6, 1, 20, tzinfo=UTC), who="Yakob Seuk")],
        looks=[
            LookEntry(
                who="R. Anamila",
                office="Disnakertrans",
                at=datetime(2026, 11, 24, 0, 10, tzinfo=UTC),
                what="membuka berkas",
            )
        ],
        links=links,
        language=language,
        **more,
    )


def said(text):
    """Marked text as one line, what is marked in brackets."""
    return "".join(f"[{piece.text}]" if piece.mark in ("differs", "gap") else piece.text for piece in text)
