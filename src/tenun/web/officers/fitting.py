"""Program yang mungkin cocok: what programmes of her district give her what she lacks, by their own rules of entry."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tenun.domain.assessment import Assessment, Finding, Verdict
from tenun.domain.assessment.entry import Entry, entry_for
from tenun.domain.programmes import ProgrammeStatus, ServiceLine
from tenun.formats.entry_rules import read_entry_rules
from tenun.partnership.models import Programme
from tenun.partnership.needs import SERVICE_OF
from tenun.partnership.programmes import taking_people_of
from tenun.web.officers.file import File
from tenun.web.parts import Sign, State, Tone
from tenun.web.programme_words import SERVICES, STATUSES

MOST = 5


@dataclass(frozen=True, slots=True)
class Fitting:
    """One programme that may be for her."""

    programme_id: int
    title: str
    owner: str
    gives: str
    state: State
    entry_words: str


def fitting_for(file: File) -> list[Fitting]:
    """The programmes that give what she lacks and do not shut her out, those open to her first. One query.

    None for whoever has no destination, and for whoever's age is in question.
    """
    judged = file.judged()
    if judged is None or judged.verdict is Verdict.STOP:
        return []
    lacks = lacking(judged)
    found = [
        (entry, programme)
        for programme in taking_people_of(file.person.district_code)
        if lacks & set(programme.services)
        and (entry := entry_for(read_entry_rules(programme.entry_rules), judged.facts, judged.on, judged.departure))
        is not Entry.CLOSED
    ]
    found.sort(key=lambda pair: pair[0] is not Entry.OPEN)
    return [_said(entry, programme, lacks) for entry, programme in found[:MOST]]


def lacking(judged: Assessment) -> set[str]:
    """The services that mend what holds her back; whoever is held back by nothing looks for a place."""
    services = {str(SERVICE_OF[finding.requirement.gate]) for finding in _mendable(judged)}
    return services or ({str(ServiceLine.PLACEMENT)} if judged.verdict is Verdict.READY else set())


def _mendable(judged: Assessment) -> Iterable[Finding]:
    return (each for each in judged.findings if each.blocks and each.requirement.gate in SERVICE_OF)


def _said(entry: Entry, programme: Programme, lacks: set[str]) -> Fitting:
    gives = ", ".join(str(SERVICES[ServiceLine(each)]) for each in programme.services if each in lacks)
    if entry is Entry.OPEN:
        state = State(Sign.MET, Tone.PLAIN, _("Syaratnya terpenuhi"))
    else:
        state = State(Sign.QUESTION, Tone.UNKNOWN, _("Tanyakan syaratnya"))
    if programme.status == ProgrammeStatus.AGREED:
        gives = f"{gives} · {str(STATUSES[ProgrammeStatus.AGREED]).lower()}"
    return Fitting(programme.pk, programme.title, programme.owner.name, gives, state, programme.entry_words)
