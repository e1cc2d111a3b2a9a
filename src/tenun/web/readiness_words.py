"""How a district's service is said: its state, and what is known of it as pairs."""

from datetime import date

from django.utils.translation import gettext as _

from tenun.domain.wording import say_day
from tenun.partnership.enums import DistrictServiceKind
from tenun.partnership.models import ServiceEntry
from tenun.partnership.readiness import Freshness, Service
from tenun.web.language import language
from tenun.web.parts import Pair, Sign, State, Tone


def state_of(service: Service) -> State:
    """Sign and word: nobody has said anything, it is old, it is not there, or it is there."""
    entry = service.entry
    if entry is None:
        return State(Sign.QUESTION, Tone.UNKNOWN, _("Belum lapor"))
    if service.freshness is Freshness.STALE:
        return State(Sign.CLOCK, Tone.EXPIRES, _("Kabar lama"))
    if not entry.is_offered:
        return State(Sign.DASH, Tone.PLAIN, _("Belum ada"))
    return State(Sign.MET, Tone.MET, _("Ada"))


def speaker_of(entry: ServiceEntry) -> str:
    """Who said so: a source, the addressee of a link, or an officer."""
    if entry.source:
        return entry.source
    if entry.by_link:
        return _("{name}, lewat tautan").format(name=entry.by_link)
    return entry.by.full_name if entry.by else ""


def said_by(entry: ServiceEntry) -> str:
    """When it was said and by whom: `1 Oktober 2026, kepala dinas`."""
    return f"{say_day(entry.said_on, language())}, {speaker_of(entry)}"


def service_pairs(entry: ServiceEntry) -> tuple[Pair, ...]:
    """What is known of a service."""
    unknown = _("Belum diketahui")
    pairs = [
        Pair(_("Yang dapat dilayani"), entry.can_do or (_("Belum ada layanan") if not entry.is_offered else unknown)),
        Pair(_("Jam"), entry.hours or unknown),
        Pair(_("Tempat"), _("{count} orang").format(count=entry.places) if entry.places is not None else unknown),
        Pair(_("Kantor"), entry.office or unknown),
        Pair(_("Alamat"), entry.address or unknown),
        Pair(_("Telepon kantor"), entry.contact or unknown, digits=True),
        Pair(_("Terakhir dipastikan"), said_by(entry)),
    ]
    return tuple(pairs)


def service_name(kind: DistrictServiceKind) -> str:
    """`Penempatan`."""
    return str(kind.label).capitalize()


def quarter_name(quarter: date) -> str:
    """`triwulan IV 2026`."""
    roman = ("I", "II", "III", "IV")[(quarter.month - 1) // 3]
    return _("triwulan {number} {year}").format(number=roman, year=quarter.year)
