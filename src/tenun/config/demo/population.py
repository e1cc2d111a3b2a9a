"""Puts invented people through the real actions, district by district: what an officer could not do is not done here.

A district is made whole or not at all, so a start that was cut off goes on where it stopped.
"""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from tenun.config.demo.accounts import district_officer
from tenun.config.demo.invented import Invented, invent, shares
from tenun.documents.actions import record_dossier
from tenun.domain.assessment import assess
from tenun.domain.catalogue import packaged
from tenun.domain.journey import BRIEFING, EVENTS, Event, Evidence, Role
from tenun.organisations.models import User
from tenun.people.models import Journey, Person
from tenun.readiness.actions import Noted, StepRefused, advance, refer
from tenun.readiness.judged import Judged, judged_of
from tenun.readiness.models import ReferralReason
from tenun.readiness.queries import facts_of
from tenun.readiness.standing import judged_later
from tenun.shared.clock import now, pretending, today
from tenun.shared.encryption import keyed_hash
from tenun.shared.history import because
from tenun.shared.scope import Scope, scoped

Say = Callable[[str], None]

_TO_PREPARATION = (
    Event.CONTACT,
    Event.INFORM,
    Event.REGISTER_VILLAGE,
    Event.ENROL,
    Event.SCREEN,
    Event.BEGIN_PREPARATION,
)
_EVENTS: dict[str, tuple[Event, ...]] = {
    "contacted": _TO_PREPARATION[:1],
    "informed": _TO_PREPARATION[:2],
    "village_recorded": _TO_PREPARATION[:3],
    "registered": _TO_PREPARATION[:4],
    "screened": _TO_PREPARATION[:5],
    "preparing": _TO_PREPARATION,
    "withdrew": (*_TO_PREPARATION[:4], Event.WITHDRAW),
    "postponed": (*_TO_PREPARATION[:4], Event.POSTPONE),
    "refused": (*_TO_PREPARATION[:5], Event.REFUSE),
    "lost_contact": (*_TO_PREPARATION[:3], Event.LOSE_CONTACT),
    "referred": _TO_PREPARATION[:4],
    "under_age": (Event.CONTACT, Event.FIND_UNDER_AGE),
    "left_without": (Event.RECORD_NON_PROCEDURAL,),
    "came_back": (Event.RETURN,),
}
_WHY = {
    Event.REFUSE: "Surat tidak dilengkapi setelah tiga kali diminta (rekaan)",
    Event.POSTPONE: "Menunggu anaknya lahir (rekaan)",
    Event.WITHDRAW: "Memilih bekerja di Kupang (rekaan)",
    Event.FIND_UNDER_AGE: "Akta menyebut ia belum 18 tahun (rekaan)",
}
_ACTORS = (Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROTECTION, Role.MISSION)


def make_population(total: int, say: Say) -> int:
    """Makes the people that are missing and says how far it is; how many were made. Nobody twice.

    Nobody is judged yet: `assess_all` comes after.
    """
    made, wanted = 0, shares(total) if total else {}
    for district, count in wanted.items():
        people = invent(district, count, today())
        with judged_later():
            new = _make_district(district, people)
        made += new
        if new:
            say(f"orang peragaan: {made} dari {sum(wanted.values())} ...")
    return made


@transaction.atomic
def _make_district(district: str, people: list[Invented]) -> int:
    by = district_officer(district, today())
    hashes = [keyed_hash(each.dossier.nik) for each in people if each.dossier.nik]
    with scoped(Scope(by.pk, districts=(district,))), because(user_id=by.pk, reason="peragaan"):
        if Person.objects.filter(nik_hash__in=hashes).exists():
            return 0
        for each in people:
            _live(each, by)
    return len(people)


def _live(invented: Invented, by: User) -> None:
    """Everything that has happened to her, each at its own time."""
    begun = now() - timedelta(days=invented.days_ago)
    with pretending(begun):
        person = record_dossier(dossier=invented.dossier, by=by, another=True)
    facts = facts_of([person])[person.pk]
    target = packaged().target(person.target, today()) if person.target else None
    judged = judged_of(facts, assess(target, facts, today()) if target else None)
    journey: Journey | None = None
    events = _EVENTS[invented.story]
    for place, event in enumerate(events):
        with pretending(begun + timedelta(days=invented.days_ago * 0.8 * place / len(events))):
            try:
                journey = _enter(person, journey, event, judged, by)
            except StepRefused:
                return
    if invented.story == "referred":
        refer(person=person, reason=ReferralReason.RED_ANSWER, note="Jawaban rekaan", by=by)


def _enter(person: Person, journey: Journey | None, event: Event, judged: Judged, by: User) -> Journey:
    rule = EVENTS[event]
    details = {"butir": sorted(BRIEFING), "bahasa": "id"} if event is Event.INFORM else {}
    noted = Noted(
        evidence=frozenset(rule.evidence) | {Evidence.REASON_AND_OFFICER},
        reason=_WHY.get(event, ""),
        details=details,
        retry_on=today() + timedelta(days=90) if event is Event.POSTPONE else None,
    )
    return advance(
        person=person,
        journey=journey,
        event=event,
        noted=noted,
        judged=judged,
        role=next(role for role in _ACTORS if role in rule.actors),
        on=today(),
        by=by,
    )
