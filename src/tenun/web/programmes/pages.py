"""What the pages of programmes show: the list as it is narrowed, one programme, and its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tenun.domain.disclosure import Count
from tenun.domain.programmes import ProgrammeStatus, ServiceLine, is_stale
from tenun.domain.wording import say_day
from tenun.partnership.models import Programme, ProgrammeStep
from tenun.partnership.programmes import record_of
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.parts import LogLine, Sign, State, Tone
from tenun.web.programme_words import SERVICES, STATUSES, places_of

STALE, OFFERED = "lama", "ditawarkan"
_SIGNS = {
    ProgrammeStatus.IDEA: Sign.QUESTION,
    ProgrammeStatus.OFFERED: Sign.EYE,
    ProgrammeStatus.AGREED: Sign.LATER,
    ProgrammeStatus.RUNNING: Sign.MET,
    ProgrammeStatus.ENDED: Sign.DASH,
}


def say_number(count: Count | None) -> str:
    """`1.234`; what stands in the place of a number as it is; a dash for what nobody said."""
    if count is None:
        return "–"
    return f"{count:,}".replace(",", ".") if isinstance(count, int) else count


def status_of(programme: Programme) -> State:
    """How far it has come, as a sign and a word; running is a fact, not a success, so nothing is green."""
    status = ProgrammeStatus(programme.status)
    return State(_SIGNS[status], Tone.PLAIN, str(STATUSES[status]))


@dataclass(frozen=True, slots=True)
class Row:
    """One programme of the list."""

    programme: Programme
    services: str
    places: str
    status: State
    is_stale: bool
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What the list was narrowed to; an unknown word narrows nothing."""

    service: str = ""
    status: str = ""
    district: str = ""
    which: str = ""

    def keeps(self, programme: Programme, stale: bool) -> bool:
        """Whether the programme is listed."""
        asked = (
            not self.service or self.service in programme.services,
            not self.status or programme.status == self.status,
            not self.district or not programme.districts or self.district in programme.districts,
            self.which != STALE or stale,
        )
        return all(asked)


def rows_of(found: Iterable[Programme], narrowed: Narrowed, on: date) -> list[Row]:
    """The lines of the list."""
    rows = []
    for programme in found:
        stale = is_stale(record_of(programme), on)
        if narrowed.keeps(programme, stale):
            services = ", ".join(str(SERVICES[ServiceLine(each)]) for each in programme.services)
            rows.append(
                Row(
                    programme,
                    services,
                    places_of(programme.districts),
                    status_of(programme),
                    stale,
                    _checked(programme),
                )
            )
    return rows


def _checked(programme: Programme) -> str:
    return say_day(programme.checked_on, language()) if programme.checked_on else _("Belum pernah diperiksa")


def history_of(steps: Iterable[ProgrammeStep]) -> list[LogLine]:
    """Every change of status and every word of its owner, the newest first."""
    lines = []
    for step in steps:
        after = str(STATUSES[ProgrammeStatus(step.after)])
        what = _("Kabar dari pemilik") if step.before == step.after else after
        who = str(step.by) if step.by else _("{who}, lewat tautan").format(who=step.by_link)
        lines.append(LogLine(what, say_moment(step.at, language()), who, step.why))
    return lines
