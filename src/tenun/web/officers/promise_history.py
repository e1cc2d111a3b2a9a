"""A promise in pairs, and its history as lines: who said what, from where to where, with the evidence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tenun.domain.promises import Level, PromiseState
from tenun.domain.wording import say_day
from tenun.partnership.models import Commitment, CommitmentEntry
from tenun.web import meeting_words as said
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.parts import Pair


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry: what happened, when, who, and what was said and shown with it."""

    what: str
    when: str
    who: str
    words: str = ""
    evidence: str = ""
    url: str = ""

    @classmethod
    def of(cls, entry: CommitmentEntry) -> "EntryLine":
        """An entry of `history_of`."""
        told = getattr(entry, "said", None)
        who = entry.by.full_name if entry.by else _("Tenun, karena tanggalnya lewat")
        if entry.is_owners:
            who = _("%(who)s, lewat tautan") % {"who": told.by_link if told else _("pemilik")}
        return cls(
            what=_what(entry),
            when=say_moment(entry.at, language()),
            who=who,
            words=told.words if told else "",
            evidence=told.evidence if told else "",
            url=told.url if told else "",
        )


def _what(entry: CommitmentEntry) -> str:
    after = str(said.PROMISE_STATES[PromiseState(entry.after)][2])
    if entry.by is None and not entry.is_owners:
        return _("Naik ke %(who)s") % {"who": said.LEVELS[Level(entry.level)]}
    if not entry.before:
        return _("Dijanjikan")
    if entry.seen and entry.before == entry.after:
        return _("Buktinya sudah dilihat")
    if entry.before != entry.after:
        return _("%(state)s menurut pemilik") % {"state": after} if entry.is_owners else after
    return _("Kabar")


def pairs_of(promise: Commitment) -> tuple[Pair, ...]:
    """Who owes it to whom, by when, from which meeting."""
    meeting = promise.meeting
    pairs = (
        Pair(_("Pemilik"), promise.owner.name),
        Pair(_("Pejabat"), promise.official),
        Pair(_("Kepada"), promise.partner.name if promise.partner else ""),
        Pair(_("Paling lambat"), said.due_words(promise)),
        Pair(_("Dijanjikan"), say_day(promise.promised_on, language())),
        Pair(_("Rapat"), str(meeting) if meeting else ""),
        Pair(_("Tujuan GCM"), ", ".join(map(str, promise.gcm_objectives)), digits=True),
    )
    return tuple(each for each in pairs if each.value)
