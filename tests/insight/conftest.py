"""A district with a small October that anybody can count by hand, and a day in November on which it is reported."""

from datetime import date, datetime

import pytest
from tests.insight.kept import counted, kept, maker  # noqa: F401  Fixtures.
from tests.people.conftest import officer

from tenun.documents.actions import record_paper
from tenun.domain.journey import Event, Evidence, Role
from tenun.domain.papers import PaperRecord, Proof
from tenun.insight.month import Month
from tenun.organisations.enums import Role as PostRole
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, merge_files, register_person
from tenun.protection.actions import SeenRecruiter, report_recruiter
from tenun.readiness.actions import Noted, Seen, advance, note_movement, refer
from tenun.readiness.judged import Judged
from tenun.readiness.models import MovementKind, ReferralReason
from tenun.shared.clock import WITA, pretending
from tenun.shared.scope import scoped

OCTOBER, ON = Month(2026, 10), date(2026, 11, 24)
KUNERU, ATAMBUA, ELSEWHERE = "53.04.05.2001", "53.04.01.2001", "53.21.02.2004"
ADULT = Judged(birth_dates=(date(1999, 3, 12),))
EVIDENCE = {
    Event.CONTACT: (Role.VILLAGE, Evidence.FIRST_TALK),
    Event.INFORM: (Role.VILLAGE, Evidence.BRIEFING_CHECKLIST),
    Event.REGISTER_VILLAGE: (Role.VILLAGE, Evidence.VILLAGE_REGISTER),
    Event.WITHDRAW: (Role.COUNTER, Evidence.REASON_AND_OFFICER),
    Event.UNDO: (Role.COUNTER, Evidence.REASON_AND_OFFICER),
}


def at(month, day, hour=9):
    """The clock at that hour in NTT."""
    return pretending(datetime(2026, month, day, hour, tzinfo=WITA))


class Made:
    """Acts of one officer, each at its own time."""

    def __init__(self, by):
        self.by, self.journeys = by, {}

    def person(self, name, month, day, village=KUNERU, **more):
        with at(month, day):
            new = NewPerson(full_name=name, village_code=village, **more)
            return register_person(new=new, by=self.by, another=True)

    def step(self, person, event, month, day, hour=9):
        role, evidence = EVIDENCE[event]
        with at(month, day, hour):
            self.journeys[person.pk] = advance(
                person=person,
                journey=self.journeys.get(person.pk),
                event=event,
                noted=Noted(evidence=frozenset({evidence}), reason="sebab"),
                judged=ADULT,
                role=role,
                on=date(2026, month, day),
                by=self.by,
            )

    def paper(self, person, kind, month, day, proof=Proof.COPY):
        with at(month, day):
            record_paper(person=person, kind=kind, record=PaperRecord(proof=proof), by=self.by)

    def movement(self, person, kind, month, day):
        seen = Seen(kind=kind, on=date(2026, 9, 1))
        with at(month, day):
            note_movement(person=person, journey=None, seen=seen, role=Role.VILLAGE, on=date(2026, 10, 1), by=self.by)

    def handed_over(self, person, month, day):
        with at(month, day):
            refer(person=person, reason=ReferralReason.OTHER, note="takut", by=self.by)


@pytest.fixture
def belu(db):
    return officer("belu", districts=("53.04",))


@pytest.fixture
def province(db):
    return officer("provinsi", PostRole.PROVINCE, districts=("53.04", "53.21"))


@pytest.fixture
def standing(belu):
    return standing_of(belu, ON)


@pytest.fixture
def october(belu, standing):
    """Seven people in Belu until the end of October, four of them of October, and one in Malaka."""
    malaka = officer("malaka", districts=("53.21",))
    with scoped(standing_of(malaka, ON).scope):
        Made(malaka).person("Orang Malaka", 10, 5, ELSEWHERE, sex="P")
    with scoped(standing.scope):
        made = Made(belu)
        ana = made.person("Ana Seran", 8, 1, sex="P", birth_date=date(1999, 3, 12), education=1, target="my-domestic")
        bea = made.person("Bea Bria", 9, 30, sex="P", birth_date=date(2008, 10, 31), education=3, target="my-domestic")
        edi = made.person("Edi Nahak", 10, 1, ATAMBUA, sex="L", birth_date=date(2008, 11, 1), education=7)
        fin = made.person("Fin Luan", 10, 31, ATAMBUA, sex="L", birth_date=date(1981, 10, 31), target="kr-eps")
        gus = made.person("Gus Mau", 10, 15)
        twin = made.person("Gus Mau Dua", 10, 16)
        held = made.person("Hana Leto", 9, 2, sex="P")
        made.person("Ita Bere", 11, 1, sex="P")
        _steps(made, ana, bea, edi)
        made.step(held, Event.CONTACT, 9, 2)
        made.paper(ana, "ktp", 9, 1)
        made.paper(ana, "ktp", 10, 3, Proof.ORIGINAL_SEEN)
        made.paper(bea, "ktp", 10, 4)
        made.paper(bea, "paspor", 10, 4, Proof.ABSENT)
        made.paper(bea, "rekening", 11, 2)
        made.movement(fin, MovementKind.RETURNED, 10, 31)
        made.movement(fin, MovementKind.RETURNED, 11, 1)
        made.handed_over(held, 10, 20)
        with at(10, 21):
            report_recruiter(seen=SeenRecruiter(village_code=KUNERU, story="Menawarkan kerja"), by=belu)
        with at(11, 3):
            report_recruiter(seen=SeenRecruiter(village_code=KUNERU, story="Lagi"), by=belu)
            merge_files(survivor=gus, other=twin, by=belu, reason="orang yang sama")
    return OCTOBER


def _steps(made, ana, bea, edi):
    """Ana goes two steps and back one; Bea withdraws, which is undone, and goes on in November; Edi is contacted."""
    made.step(ana, Event.CONTACT, 9, 30)
    made.step(ana, Event.INFORM, 10, 2)
    made.step(ana, Event.REGISTER_VILLAGE, 10, 3)
    made.step(ana, Event.UNDO, 10, 4)
    made.step(bea, Event.CONTACT, 10, 1)
    made.step(bea, Event.INFORM, 10, 2)
    made.step(bea, Event.WITHDRAW, 10, 30)
    made.step(bea, Event.UNDO, 10, 31)
    made.step(bea, Event.REGISTER_VILLAGE, 11, 2)
    made.step(edi, Event.CONTACT, 10, 31, 23)
