"""What every page's frame needs: who is signed in and for which post, the menu, whether this is the demonstration."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.emergencies import looks_after, openings_to_review
from tenun.people.queries import transfers_waiting
from tenun.web.parts import MenuGroup, MenuItem, Who


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page; for whoever is not signed in only whether this is the demonstration."""
    standing: Standing | None = getattr(request, "standing", None)
    if standing is None:
        return {"demo": settings.DEMO}
    # Whatever narrows the file that is open, the ways to other pages stay.
    standing = replace(standing, only=None)
    return {
        "demo": settings.DEMO,
        "who": Who(str(request.user), standing.title),
        "menu": _menu(request, standing),
        "home_url": reverse("desk"),
        "search_url": reverse("desk") if may(standing, Ability.SEARCH_PERSONS) and not _waits(request) else "",
        "sign_out_url": reverse("sign-out"),
    }


def _waits(request: HttpRequest) -> bool:
    """Whether a step of her own sign-in comes before everything else."""
    return getattr(request, "step", None) is not None


def _menu(request: HttpRequest, standing: Standing) -> tuple[MenuGroup, ...]:
    if _waits(request):
        return ()
    groups = {
        _("Meja"): _lines(request, standing),
        _("Bersama mitra"): _together(request, standing),
        _("Pengelolaan"): _administration(request, standing),
    }
    groups[_("Akun saya")] = [
        MenuItem(_("Keamanan"), reverse("mfa_index"), current=request.path == reverse("mfa_index")),
        MenuItem(_("Perangkat yang masuk"), reverse("usersessions_list"), current="/perangkat/" in request.path),
    ]
    return tuple(MenuGroup(name, tuple(items)) for name, items in groups.items() if items)


def _administration(request: HttpRequest, standing: Standing) -> list[MenuItem]:
    if not may(standing, Ability.MANAGE_ACCOUNTS):
        return []
    url = reverse("accounts")
    return [MenuItem(_("Akun dan jabatan"), url, current=request.path.startswith(url))]


def _together(request: HttpRequest, standing: Standing) -> list[MenuItem]:
    """What the offices and their partners do together; on one thing one is still among all of them."""
    known = [
        ("programme-map", _("Peta program"), Ability.READ_PROGRAMMES),
        ("programmes", _("Semua program"), Ability.READ_PROGRAMMES),
        ("board", _("Papan capaian"), Ability.READ_OUTCOMES),
        ("readiness", _("Kesiapan daerah"), Ability.READ_READINESS_OF_DISTRICTS),
        ("self-assessment", _("Uji mandiri"), Ability.READ_OUTCOMES),
        ("meetings", _("Rapat"), Ability.READ_MEETINGS),
        ("promises", _("Janji rapat"), Ability.READ_PROMISES),
    ]
    return [
        MenuItem(name, reverse(url), current=request.path.startswith(reverse(url)))
        for url, name, ability in known
        if may(standing, ability)
    ]


def _lines(request: HttpRequest, standing: Standing) -> list[MenuItem]:
    known = [
        ("village", _("Tugas desa"), Ability.OPEN_VILLAGE),
        ("desk", _("Meja kerja"), Ability.OPEN_DESK),
        ("register", _("Daftarkan orang"), Ability.REGISTER_PERSON),
        ("imports", _("Impor"), Ability.IMPORT_PEOPLE),
        ("recruiter", _("Laporkan perekrut"), Ability.REPORT_RECRUITER),
        ("recruiter-reports", _("Laporan perekrut"), Ability.READ_REPORTS),
        ("monthly-report", _("Laporan bulanan"), Ability.READ_REPORT_OF_DISTRICT),
        ("rule-trials", _("Simulasi aturan"), Ability.SIMULATE_RULES),
        ("read-log", _("Catatan pembacaan"), Ability.READ_LOG),
    ]
    return [
        MenuItem(name, reverse(url), current=_is_here(request, reverse(url)))
        for url, name, ability in known
        if may(standing, ability)
    ] + [*_transfers(request, standing), *_emergencies(request, standing)]


def _is_here(request: HttpRequest, url: str) -> bool:
    """On the page itself; on an imported list or a trial one is still among all of them."""
    lists = (reverse("imports"), reverse("rule-trials"))
    return request.path == url or (url in lists and request.path.startswith(url))


def _transfers(request: HttpRequest, standing: Standing) -> list[MenuItem]:
    """The requests for files, counted where this office has to answer."""
    if not may(standing, Ability.ASK_TRANSFER):
        return []
    answers = may(standing, Ability.ANSWER_TRANSFER)
    count = transfers_waiting(standing.scope.districts) if answers else 0
    url = reverse("transfers")
    return [MenuItem(_("Pindah wilayah"), url, count or None, current=request.path == url)]


def _emergencies(request: HttpRequest, standing: Standing) -> list[MenuItem]:
    """The openings in an emergency, counted while they wait for a word of those whose files they are."""
    if not looks_after(standing):
        return []
    url = reverse("emergencies")
    count = openings_to_review(standing).count()
    return [MenuItem(_("Akses darurat"), url, count or None, current=request.path.startswith(url))]
